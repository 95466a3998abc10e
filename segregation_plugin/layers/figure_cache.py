"""Figures that were worked out before, in the user's folder for what may be made anew.

A file holds one entry. It is written aside and renamed, so that it is whole or not there; a damaged one is not read,
nor one that has another's name.
What was used longest ago goes first where there are too many. Only published figures come here: what rests on numbers
that nobody has published is in the study file, or nowhere.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
from qgis.PyQt.QtCore import QStandardPaths

from ..resources import version

MOST_BYTES = 20_000_000
_MOST_IN_MEMORY = 500  # entries
_ENDING = ".json"
_PACKAGE = Path(__file__).parent.parent
# What figures are worked out by: another version of it gives other figures.
_STATISTICS = ("analysis", "disclosure", "domain", "study")


class FigureCache:
    """Keeps texts by key in a folder, and the last ones in memory."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._memory: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """Return the text of a key, None where it is not kept or damaged."""
        name = _name(key)
        if name in self._memory:
            return self._memory[name]
        path = self._folder / name
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
            text = held["figures"]
            if held["sha256"] != _digest(f"{name} {text}"):
                return None
            os.utime(path)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        self._remember(name, text)
        return str(text)

    def put(self, key: str, text: str) -> None:
        """Keep a text; where the folder cannot be written, in memory alone."""
        name = _name(key)
        self._remember(name, text)
        entry = json.dumps({"sha256": _digest(f"{name} {text}"), "figures": text})
        # A full disk, or a folder that is not the user's, is no reason to fail: the figure is there.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, aside = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(entry)
                Path(aside).replace(self._folder / name)
            except OSError:
                Path(aside).unlink(missing_ok=True)
                raise
            self._make_room()

    def size(self) -> int:
        """Return how many bytes the folder holds."""
        return sum(path.stat().st_size for path in self._files())

    def empty(self) -> None:
        """Delete all that is kept, in the folder and in memory."""
        self._memory.clear()
        for path in self._files():
            # One that may not be deleted stays, and is counted.
            with suppress(OSError):
                path.unlink()

    def _files(self) -> list[Path]:
        return [path for path in self._folder.glob("*") if path.is_file()]

    def _remember(self, name: str, text: str) -> None:
        while len(self._memory) >= _MOST_IN_MEMORY:
            self._memory.pop(next(iter(self._memory)), None)
        self._memory[name] = text

    def _make_room(self) -> None:
        """Delete what was used longest ago until the rest is small enough, and what a stopped program left."""
        with os.scandir(self._folder) as entries:
            found = sorted((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in entries)
        size = sum(one for _, one, _ in found)
        for _, one, path in found:
            if size <= self._most_bytes:
                break
            Path(path).unlink(missing_ok=True)
            size -= one


@cache
def figure_cache() -> FigureCache:
    """Return the cache of this user."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return FigureCache(Path(folder) / "regso-segregation" / "figures")


def _name(key: str) -> str:
    return _digest(f"{_statistics()} {key}") + _ENDING


@cache
def _statistics() -> str:
    """Return what changes where figures may: the plugin's code that works them out, and the libraries it uses."""
    found = hashlib.sha256()
    for room in _STATISTICS:
        for path in sorted((_PACKAGE / room).rglob("*.py")):
            found.update(path.read_bytes())
    return f"{version()} {np.__version__} {pd.__version__} {scipy.__version__} {found.hexdigest()}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
