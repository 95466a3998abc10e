"""What is chosen in a chart or in its table, as areas and schools on the map; and what of it stands for those."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from ..domain.area_types import ALL, GROUPS, WITHOUT_TYPE
from ..domain.school_filter import PointedOut
from .side_by_side import PLACE, has_places
from .spots import ITS_SCHOOLS, MUNICIPALITIES, TYPES

if TYPE_CHECKING:
    import pandas as pd

    from ..sheets.sheet import Sheet
    from ..study.model import Study

# A row of the sheet, and the key of what is there.
Chosen = tuple[int, str]


def of_rows_chosen(sheet: Sheet, spots_of: str, rows: Iterable[int]) -> list[Chosen]:
    """Return what rows of a chart's sheet stand for: none where they are of no type, municipality or school."""
    if not spots_of or not sheet.keys:
        return []
    found = [(row, sheet.keys[row]) for row in rows]
    return [one for one in found if spots_of != TYPES or one[1] in GROUPS]


def is_of_first(sheet: Sheet, row: int) -> bool:
    """Return whether a row is of the place that is looked at, not of one beside it."""
    return not has_places(sheet) or sheet.cells(PLACE)[row] == sheet.cells(PLACE)[0]


def pointed_out(
    chosen: Iterable[Chosen], spots_of: str, sheet: Sheet, places: Sequence[tuple[str, Study]]
) -> PointedOut:
    """Return the areas and schools that stand behind what is chosen.

    ``places``: those of the chart by name, the one that is looked at first. Areas of a type are those of the row's
    place, those of a municipality all that the study has.
    """
    areas: set[str] = set()
    schools: set[str] = set()
    studies = dict(places)
    first = places[0][1]
    for row, key in chosen:
        if spots_of == ITS_SCHOOLS:
            schools.add(key)
        elif spots_of == MUNICIPALITIES:
            whole = (first.whole or first).areas
            areas |= set(whole.loc[whole["kommunkod"] == key, "regsokod"])
        else:
            place = str(sheet.cells(PLACE)[row]) if has_places(sheet) else ""
            areas |= _of_type(studies.get(place, first).areas, key)
    return PointedOut(frozenset(areas), frozenset(schools))


def _of_type(areas: pd.DataFrame, group: str) -> set[str]:
    if group == ALL:
        return set(areas["regsokod"])
    types = areas["omradestyp"]
    return set(areas.loc[types.isna() if group == WITHOUT_TYPE else types == int(group), "regsokod"])


def keys_of(pointed: PointedOut, spots_of: str, study: Study) -> frozenset[str]:
    """Return the keys of the schools or municipalities that are pointed out in a whole study.

    Schools in the areas too; municipalities all of whose areas are. None of area types: a few areas are not their type.
    """
    if spots_of == ITS_SCHOOLS and study.schools is not None:
        inside = study.schools.loc[study.schools["regsokod"].isin(pointed.areas), "skolenhetskod"]
        return pointed.schools | frozenset(inside)
    if spots_of == MUNICIPALITIES and pointed.areas:
        is_in = study.areas["regsokod"].isin(pointed.areas)
        return frozenset(study.areas.loc[is_in, "kommunkod"]) - frozenset(study.areas.loc[~is_in, "kommunkod"])
    return frozenset()


def marked(sheet: Sheet, spots_of: str, keys: Collection[str], groups: Collection[str]) -> frozenset[Chosen]:
    """Return which rows and keys of a chart are marked: of area types those of the place that is looked at."""
    if spots_of == TYPES:
        rows = [row for row in range(len(sheet.rows)) if is_of_first(sheet, row)]
        return frozenset((row, group) for row in rows for group in groups)
    return frozenset((row, key) for row, key in enumerate(sheet.keys) if key in keys)
