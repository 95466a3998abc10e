"""Places beside each other in a chart: the one that is looked at and those it is compared with."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..domain.messages import InputError
from ..sheets.choice_words import named_as_chosen, named_inside
from ..sheets.headings import listed
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

    What holds other areas or schools has a name of its own: of a place what is chosen there on the map is said to be
    so, and of different places that are called alike all but the first have a number. Raises InputError for more than
    ``MOST``: a chart of more would not be read.
    """
    found: dict[str, Beside] = {}
    for one in (study, *others):
        name = named_as_chosen(one, texts)
        alike = [known for known in found.values() if known.name == name or known.name.startswith(f"{name} (")]
        if any(_holds(known.study) == _holds(one) for known in alike):
            continue
        own_name = f"{name} ({len(alike) + 1})" if name in found else name
        found[own_name] = Beside(own_name, one)
    if len(found) > MOST:
        raise InputError("At most {most} places can be compared, not {count}.", most=MOST, count=len(found))
    return list(found.values())


def _holds(study: Study) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes of the areas and schools that a place holds."""
    schools = () if study.counted is None else study.counted["skolenhetskod"]
    return frozenset(study.areas["regsokod"]), frozenset(schools)


def names_of(places: Sequence[Beside], texts: Wording) -> str:
    """Return the places in words, for a title."""
    return listed([named_inside(place.study, place.name, texts) for place in places], texts)


def said_missing(places: Sequence[Beside], shown: Container[str], why: str, texts: Wording) -> list[str]:
    """Return that places are not among those ``shown``, by name, and ``why``; nothing where all are.

    No place that was asked for drops out of a chart unsaid.
    """
    missing = [named_inside(place.study, place.name, texts) for place in places if place.name not in shown]
    if not missing:
        return []
    return [texts.tr("Not available for {places}: {reason}.").format(places=listed(missing, texts), reason=why)]


def said_missing_by(
    places: Sequence[Beside], shown: Mapping[str, Container[str]], why: str, texts: Wording
) -> list[str]:
    """Return the same of a chart of several things, such as shares: a place may be shown of some of them alone.

    ``shown``: places by what is shown of them, as it is said inside a sentence; ``why``: of ``{what}``.
    """
    missing: dict[tuple[str, ...], list[str]] = {}
    for what, names in shown.items():
        missing.setdefault(tuple(place.name for place in places if place.name not in names), []).append(what)
    return [
        note
        for names, of in missing.items()
        for note in said_missing(
            [place for place in places if place.name in names], (), why.format(what=listed(of, texts)), texts
        )
    ]


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
