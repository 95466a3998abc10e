"""What all tests share."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser):
    parser.addoption("--matrix", action="store_true", help="also test in the other QGIS versions (tests/release)")
    parser.addoption("--elsewhere", action="store_true", help="leave out what need not be tested in them again")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository, which is laid out as the installed plugin."""
    return ROOT


@pytest.fixture(scope="session")
def demo() -> Path:
    """The folder with the demo data."""
    return ROOT / "resources" / "demo"


@pytest.fixture(scope="session")
def data_text() -> Callable[[str], str]:
    """Return the text of a file of ``tests/data`` by its name, to be read as it is or damaged."""

    def read(name: str) -> str:
        return (ROOT / "tests" / "data" / name).read_bytes().decode("utf-8")

    return read


def pytest_collection_finish():
    """Leave libraries and tests out of what Python looks through for garbage: they stay to the end."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item):
    """Let go of what a test was given, before the last one ends QGIS: layers must not outlive it."""
    item.funcargs.clear()
