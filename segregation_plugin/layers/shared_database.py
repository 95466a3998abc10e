"""SQLite files that other programs may be using meanwhile: who opens them waits for these a while."""

from __future__ import annotations

import sqlite3
from pathlib import Path

WAIT = 10.0  # seconds


def shared_database(file: Path, own_transactions: bool = False) -> sqlite3.Connection:
    """Return a connection to a file that others may read or write; ``own_transactions``: none begins by itself."""
    return sqlite3.connect(file, timeout=WAIT, isolation_level=None if own_transactions else "DEFERRED")


def quoted(name: str) -> str:
    """Return a name as SQL has it."""
    return '"{}"'.format(name.replace('"', '""'))
