"""What all tests share."""

from __future__ import annotations

import gc
import os
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


class Backwards(pytest.Dir):
    """A folder whose last file is collected first."""

    def collect(self):
        return reversed(list(super().collect()))


def pytest_collect_directory(path, parent):
    """Let every other process begin at the end: each finds compiled what the others have come to before it."""
    if int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) % 2:
        return Backwards.from_parent(parent, path=path)
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Put tests in the same order in all processes."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: item.path.parts)


def pytest_collection_finish():
    """Leave libraries and tests out of what Python looks through for garbage: they stay to the end."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item):
    """Let go of what a test was given, before the last one ends QGIS: layers must not outlive it."""
    item.funcargs.clear()
