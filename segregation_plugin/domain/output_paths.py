"""Paths where a result may be written: files and folders of this computer or its network."""

from __future__ import annotations

import os
import re
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from .messages import OutputError

_WINDOWS = os.name == "nt"
# What an address begins with: https://, file://, and what has no slashes. A blank behind it makes it part of a name.
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|(?:data|file|ftp|gs|https?|mailto|memory|s3|urn):(?!\s)", re.IGNORECASE)
# What GDAL and QGIS take for a database, a service or a driver, whatever follows.
_CONNECTION = re.compile(
    r"(?:adbc|amigocloud|carto|couchdb|csv|dods|dsn|eeda|es|esrijson|geojson|geojsonseq|gmlas|gpkg|hana|idb|ingres"
    r"|mem|mongodb(?:v3)?|mssql|mysql|ngw|oapif|oci|odbc|ogr|oracle|parquet|pg|pgeo|plscenes|postgis|postgres(?:ql)?"
    r"|sosi|spatialite|sqlite|topojson|virtual|wfs3?):",
    re.IGNORECASE,
)
# What a shell would have replaced: a folder or name that is $name or %NAME%, a file that is $NAME.gpkg as variables of
# the system are written (one may be called $data.gpkg), and ${...} and $(...) wherever they stand.
_VARIABLE = re.compile(r"(\$[A-Za-z_]\w*)|(\$[A-Z_][A-Z0-9_]*|%\w+%)(?:\.\w+)?")
_REPLACED = re.compile(r"\$\{[^}]*\}|\$\([^)]*\)")
_TO_A_PROGRAM = "-"


def require_local(path: str) -> None:
    """Raise OutputError for a ``path`` that does not name a file of this computer or its network.

    Such are addresses and databases, GDAL's own places, a home folder or a variable in the shell's notation, a network
    folder in the notation of another system, and devices. Relative paths and folders that do not exist yet are right.
    """
    if path.strip() == _TO_A_PROGRAM:
        raise OutputError("'{path}' is no name of a file. Write the name of the file, with its folder.", path=path)
    address = _ADDRESS.match(path.lstrip()) or _CONNECTION.match(path.lstrip())
    if address:
        raise OutputError(
            "{path}: results are written to files, not to addresses ({scheme}). Choose a file in a folder of this "
            "computer or its network.",
            path=path,
            scheme=address.group(),
        )
    known_to_gdal = re.match(r"/vsi\w+(?=[/{]|$)", path)
    if known_to_gdal and not Path(known_to_gdal.group()).exists():
        raise OutputError(
            "{path} is a place that only GDAL knows ({start}). Choose a file in a folder of this computer or its "
            "network.",
            path=path,
            start=known_to_gdal.group(),
        )
    # A file may be called ~old.gpkg.
    if re.match(r"~[^/\\.]*(?:[/\\]|$)", path) and not Path(path).exists():
        raise OutputError("{path}: '~' is no folder here. Write the whole path of the folder.", path=path)
    variable = _variable_in(path)
    if variable:
        raise OutputError(
            "{path}: '{variable}' is not replaced by a folder here. Write the whole path of the folder.",
            path=path,
            variable=variable,
        )
    if _WINDOWS and ":" in path[2:]:
        raise OutputError("{path}: on Windows the name of a file holds no colon. Choose another name.", path=path)
    if not _WINDOWS and (path.startswith("\\\\") or re.match(r"//[^/]", path) or re.match(r"[A-Za-z]:[\\/]", path)):
        raise OutputError(
            "{path} is a folder as Windows writes it, which this system does not know. Choose the folder where the "
            "network drive is mounted.",
            path=path,
        )
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return  # there is nothing yet; who writes says what does not work
    if not (S_ISREG(mode) or S_ISDIR(mode)):
        raise OutputError("{path} is a device and no file. Choose another name.", path=path)


def _variable_in(path: str) -> str:
    """Return what a shell would have replaced in a path, empty where there is none, or where it is a real name."""
    for part in re.finditer(r"[^/\\]+", path):
        found = _VARIABLE.fullmatch(part.group())
        if found and not Path(path[: part.end()]).exists():
            return found[1] or found[2]
    for found in _REPLACED.finditer(path):
        end = found.end()
        rest = re.split(r"[/\\]", path[end:])[0]
        if not Path(path[:end] + rest).exists():
            return found[0]
    return ""
