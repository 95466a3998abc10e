"""Loading of Python libraries, and all reasons why one cannot be loaded."""

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
# Names that the plugin uses of each, to detect one that is too old or half loaded.
_USED = {
    "numpy": ("numpy:ndarray", "numpy.random:default_rng", "numpy.typing:NDArray"),
    "pandas": ("pandas:ArrowDtype",),
    "shapely": ("shapely:from_wkb", "shapely:STRtree", "shapely.geometry.base:BaseGeometry"),
    "jinja2": ("jinja2:Environment", "jinja2:FileSystemLoader"),
    "openpyxl": ("openpyxl:Workbook", "openpyxl.cell.cell:ILLEGAL_CHARACTERS_RE", "openpyxl.styles:Alignment"),
    # Of 3.5 and later.
    "matplotlib": (
        *("matplotlib:colormaps", "matplotlib.figure:Figure"),
        "matplotlib.backends.backend_agg:FigureCanvasAgg",
    ),
    "psycopg2": ("psycopg2:connect", "psycopg2.sql:Literal"),
    "scipy": ("scipy.optimize:milp", "scipy.special:stdtrit", "scipy.sparse.csgraph:connected_components"),
}


def failure(library: str) -> str | None:
    """Return the reason why a library cannot be used: its folder and the error; None where it can.

    Empty where it is absent, or loads and lacks what the plugin uses, being too old.
    """
    try:
        importlib.import_module(library)
    except LOADING_ERRORS as error:
        return _first_error(library, error)
    try:
        for used in _USED[library]:
            resolve_name(used)
    except AttributeError:
        return ""
    except LOADING_ERRORS as error:
        return _first_error(library, error)
    return None


def _first_error(library: str, error: BaseException) -> str:
    """Return the first error in one short line, after the folder of the library."""
    folder = _folder(library)
    if not folder:
        return ""
    while error.__cause__ is not None:
        error = error.__cause__
    reason = " ".join(str(error).split()) or type(error).__name__
    return f"{folder}: {reason if len(reason) <= _LONGEST else reason[:_LONGEST] + '…'}"


def _folder(library: str) -> str:
    """Return the folder of a library, empty if Python does not find it."""
    try:
        found = importlib.util.find_spec(library)
    except (ImportError, ValueError):
        return ""
    places = [] if found is None else [*(found.submodule_search_locations or ()), found.origin]
    return next((str(Path(place)) for place in places if place), "")
