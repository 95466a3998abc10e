"""Places beside each other in a chart: the one that is looked at and those it is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..domain.messages import InputError
from ..sheets.headings import listed
from ..sheets.named_place import find_place
from ..sheets.sheet import SheetColumn

if TYPE_CHECKING:
    from ..domain.wording import Wording
    from ..sheets.sheet import Sheet
    from ..study.model import Study

# The place that is looked at, three others, and what is selected on the map.
MOST = 5
# The key of the column that says of which place a row is.
PLACE = "plats"
# Markers of places, where types have none of their own, and patterns of their bars.
PLACE_MARKERS = ("o", "s", "D", "^", "P")
PLACE_PATTERNS = ("", "////", "....", "xxxx", "||||")


class Beside(NamedTuple):
    """A place that is compared: its name and its part of the study."""

    name: str
    study: Study


def beside(study: Study, others: Sequence[Study], texts: Wording) -> list[Beside]:
    """Return the places that are compared, each once, the one that is looked at first.

    Raises InputError for more than ``MOST``: a chart of more would not be read.
    """
    found: dict[str, Beside] = {}
    for one in (study, *others):
        name = find_place(one, None, None, texts).name
        found.setdefault(name, Beside(name, one))
    if len(found) > MOST:
        raise InputError("At most {most} places can be compared, not {count}.", most=MOST, count=len(found))
    return list(found.values())


def names_of(places: Sequence[Beside], texts: Wording) -> str:
    """Return the places in words, for a title."""
    return listed([place.name for place in places], texts)


def place_column(texts: Wording) -> SheetColumn:
    """Return the column that says of which place a row is."""
    return SheetColumn(PLACE, texts.tr("Place"))


def has_places(sheet: Sheet) -> bool:
    """Return whether a sheet is of several places."""
    return any(column.key == PLACE for column in sheet.columns)


def gid_of(what: str, sheet: Sheet, row: int) -> str:
    """Return the name of the artist that stands for a row: what it is and the row's key, and which of several it is."""
    name = f"{what}-{sheet.keys[row]}"
    return name if sheet.keys.count(sheet.keys[row]) == 1 else f"{name}-{row}"


def layout(keys: Sequence[str], head: float) -> tuple[list[float], list[tuple[float, int]]]:
    """Return the place of each row, and place and first row of each heading, from the top, in rows.

    Rows of the same key stand together, under a heading ``head`` rows high.
    """
    at: list[float] = []
    heads: list[tuple[float, int]] = []
    place = 0.0
    for row, key in enumerate(keys):
        if row == 0 or keys[row - 1] != key:
            heads.append((place, row))
            place += head
        at.append(place)
        place += 1
    return at, heads
