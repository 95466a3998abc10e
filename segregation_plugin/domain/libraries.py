"""Whether a Python library can be loaded, in all the ways in which one cannot."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from pkgutil import resolve_name

# What importing has raised where a library is absent, torn, of another Python, built for another numpy, or kept from
# its own files by another program's (DLL conflicts on Windows).
LOADING_ERRORS = (
    ImportError,
    OSError,
    SystemError,
    RuntimeError,
    AttributeError,
    ValueError,
    TypeError,
    NameError,
    LookupError,
    SyntaxError,
)
_LONGEST = 200  # characters
# What the plugin uses of each, so that one that is too old or half loaded is found out.
_USED = {
    "numpy": ("numpy:ndarray", "numpy.random:default_rng", "numpy.typing:NDArray"),
    "pandas": ("pandas:ArrowDtype",),
    "shapely": ("shapely:from_wkb", "shapely:STRtree", "shapely.geometry.base:BaseGeometry"),
    "jinja2": ("jinja2:Environment", "jinja2:FileSystemLoader"),
    "openpyxl": ("openpyxl:Workbook", "openpyxl.cell.cell:ILLEGAL_CHARACTERS_RE", "openpyxl.styles:Alignment"),
    "scipy": ("scipy.optimize:milp", "scipy.special:stdtrit", "scipy.sparse.csgraph:connected_components"),
}


def failure(library: str) -> str | None:
    """Return why a library cannot be used: where it lies and what it says; None where it can.

    Empty where it is absent, or loads and lacks what the plugin uses, being too old.
    """
    try:
        importlib.import_module(library)
    except LOADING_ERRORS as error:
        return _told(library, error)
    try:
        for used in _USED[library]:
            resolve_name(used)
    except AttributeError:
        return ""
    except LOADING_ERRORS as error:
        return _told(library, error)
    return None


def _told(library: str, error: BaseException) -> str:
    """Return what went wrong first, in one short line, behind the folder that the library was found in."""
    folder = _folder(library)
    if not folder:
        return ""
    while error.__cause__ is not None:
        error = error.__cause__
    reason = " ".join(str(error).split()) or type(error).__name__
    return f"{folder}: {reason if len(reason) <= _LONGEST else reason[:_LONGEST] + '…'}"


def _folder(library: str) -> str:
    """Return where Python finds a library, empty where it does not."""
    try:
        found = importlib.util.find_spec(library)
    except (ImportError, ValueError):
        return ""
    places = [] if found is None else [*(found.submodule_search_locations or ()), found.origin]
    return next((str(Path(place)) for place in places if place), "")
