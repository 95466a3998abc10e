"""Paths where a result may be written: files and folders of this computer or its network."""

from __future__ import annotations

import os
import re
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from .messages import OutputError

# Longer than a drive's letter: https:, PG:, not Region: Värmland.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:(?!\s)")
# A part of a path that a shell would have replaced: $HOME, ${HOME}, %USERPROFILE%.
_VARIABLE = re.compile(r"(\$[A-Za-z_]\w*|\$\{\w+\}|%\w+%)(?:\.\w+)?")


def require_local(path: str) -> None:
    """Raise OutputError for a ``path`` that does not name a file of this computer or its network.

    Such are addresses and databases, GDAL's own places, a home folder or a variable in the shell's notation, a network
    folder in the notation of another system, and devices. Relative paths and folders that do not exist yet are right.
    """
    address = _SCHEME.match(path)
    if address:
        raise OutputError(
            "{path}: results are written to files, not to addresses ({scheme}). Choose a file in a folder of this "
            "computer or its network.",
            path=path,
            scheme=address.group(),
        )
    if path.startswith("/vsi"):
        raise OutputError(
            "{path} is a place that only GDAL knows ({start}). Choose a file in a folder of this computer or its "
            "network.",
            path=path,
            start=path[: path.find("/", 1)] if "/" in path[1:] else path,
        )
    if re.match(r"~[^/\\]*(?:[/\\]|$)", path):
        raise OutputError("{path}: '~' is no folder here. Write the whole path of the folder.", path=path)
    for part in re.finditer(r"[^/\\]+", path):
        variable = _VARIABLE.fullmatch(part.group())
        if variable and not Path(path[: part.end()]).exists():
            raise OutputError(
                "{path}: '{variable}' is not replaced by a folder here. Write the whole path of the folder.",
                path=path,
                variable=variable[1],
            )
    if os.name != "nt" and (path.startswith("\\\\") or re.match(r"//[^/]", path) or re.match(r"[A-Za-z]:[\\/]", path)):
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
