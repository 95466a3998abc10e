"""What takes long is made once for all of pytest's processes that run side by side."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], dict[str, object]]) -> dict[str, object]:
    """Return what ``make(folder)`` returned for the empty folder ``name``; the other processes wait for the first.

    The folder is one of this run, so that it is of the code as it stands. Nobody writes to its files.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # that of the process which hands out the tests
    returned = base / f"{name}.json"
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not returned.exists():
            (base / name).mkdir()
            returned.write_text(json.dumps(make(base / name)))
    return json.loads(returned.read_text())
