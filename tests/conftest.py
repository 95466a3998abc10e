"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository, which is laid out as the installed plugin."""
    return ROOT


@pytest.fixture(scope="session")
def demo() -> Path:
    """The folder with the demo data."""
    return ROOT / "resources" / "demo"
