"""Where the files lie that the plugin brings along, and the reference tables among them."""

from __future__ import annotations

import configparser
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .domain.messages import OutputError

if TYPE_CHECKING:
    import pandas as pd

    from .study.inputs import Reference

FOLDER = Path(__file__).parent.parent / "resources"
DEMO = FOLDER / "demo"
DOCS = FOLDER.parent / "docs"
# Of addresses that the plugin answers to.
HELP_SCHEME = "segregation-help"
COAST = DEMO / "coast.gpkg"
_DESO_KEY = DEMO / "koppling-deso2018-regso2020.csv"


@cache
def reference() -> Reference:
    """Return names of places, RegSO names of 2020, SCB's changes and its key from DeSO to RegSO, all as text."""
    from .readers.document import Document
    from .readers.regso_key import read_regso_key
    from .study.inputs import Reference

    return Reference(
        municipalities(),
        _table("regso_names_2020.csv"),
        _table("regso_changes.csv"),
        read_regso_key(Document(_DESO_KEY.name, _there(_DESO_KEY).read_bytes())),
    )


@cache
def municipalities() -> pd.DataFrame:
    """Return the codes and names of municipalities, ``kommunkod kommunnamn``, as text."""
    return _table("municipalities.csv")


@cache
def page_icon(name: str) -> str:
    """Return the drawing (SVG) of a page of the dock; what is ``currentColor`` in it has the colour of text."""
    return _there(FOLDER / "icons" / f"page_{name}.svg").read_text(encoding="utf-8")


@cache
def version() -> str:
    """Return the plugin's version, from metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(FOLDER.parent / "metadata.txt", encoding="utf-8")
    return metadata.get("general", "version", fallback="")


def help_address(page: str, language: str, section: str = "") -> str:
    """Return the address of a page of the docs, which the plugin shows itself; ``section``: the heading of a part."""
    ending = ".sv.md" if language == "sv" else ".md"
    return f"{HELP_SCHEME}:{page}{ending}" + (f"#{anchor_of(section)}" if section else "")


def anchor_of(title: str) -> str:
    """Return what GitHub and its like make of a heading for links to it."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def doc(name: str) -> Path:
    """Return the path of a page of the docs. Raises OutputError where it is missing."""
    return _there(DOCS / Path(name).name)


def _table(name: str) -> pd.DataFrame:
    import pandas as pd

    path = _there(FOLDER / "reference" / name)
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def _there(path: Path) -> Path:
    if not path.exists():
        raise OutputError("The plugin is incomplete: {path} is missing. Install it again.", path=path)
    return path
