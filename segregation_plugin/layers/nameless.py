"""The project inside a study file without the name of whoever made it: a study is handed on."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing

# QGIS writes them whatever the project itself says: the login name, and the full name; from 3.44 on as author too.
_NAMES = re.compile(rb'\s(?:saveUser|saveUserFull)="[^"]*"')
_PROJECT = re.compile(rb"<qgis\b[^>]*>")
_AUTHOR = re.compile(rb"(<projectMetadata>.*?<author>)[^<]*(</author>)", re.DOTALL)
_PROJECT_FILE = ".qgs"
_USER = "last_modified_user"


def take_names_out(path: str) -> None:
    """Take the login name and the full name of the user out of the projects in a GeoPackage.

    Raises what ``sqlite3`` and ``zipfile`` do where a project cannot be read.
    """
    with closing(sqlite3.connect(path)) as database:
        # What is replaced is overwritten, not only given free.
        database.execute("PRAGMA secure_delete = ON")
        for name, metadata, content in database.execute("SELECT name, metadata, content FROM qgis_projects").fetchall():
            # In hexadecimal digits, as QGIS keeps it there.
            packed = content.decode("ascii") if isinstance(content, bytes) else content
            nameless = _without_names(bytes.fromhex(packed)).hex()
            known = {**json.loads(metadata), _USER: ""}
            database.execute(
                "UPDATE qgis_projects SET metadata = ?, content = ? WHERE name = ?",
                [json.dumps(known), nameless, name],
            )
        database.commit()


def _without_names(packed: bytes) -> bytes:
    """Return a packed project whose first element and metadata name nobody; all else in it stays."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            held = before.read(entry)
            if entry.filename.endswith(_PROJECT_FILE):
                held = _PROJECT.sub(lambda found: _NAMES.sub(b"", found.group()), held, count=1)
                held = _AUTHOR.sub(rb"\1\2", held, count=1)
            after.writestr(entry.filename, held)
    return written.getvalue()
