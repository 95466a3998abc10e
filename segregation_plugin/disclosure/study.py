"""What of a study is hidden, decided once for all that is shown of it.

A number of pupils stands in many tables: a school's, that of its municipality and area type, the county's, the whole
study's. Whoever has several of them, today's and another day's, may subtract one from the other. So they are one
system, and what is hidden depends on the study alone, not on what of it is looked at first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..analysis.summaries import by_area_type, by_school
from ..domain.area_types import ALL
from ..domain.measures import OWN_PUPILS, PUPILS, Measure
from .rules import SMALLEST_GROUP
from .summaries import NOWHERE, WEIGHT_SUM, WHOLE, Hidden, hidden_cells, hidden_unpublished

# Before a school's code, so that it is no place's.
_SCHOOL = "skola "


def hidden_in(
    areas: pd.DataFrame, schools: pd.DataFrame | None, measures: Sequence[Measure], protected: bool = True
) -> Hidden:
    """Return what of a study is hidden in its summaries, by whichever place, and of its schools.

    ``areas``, ``schools``: of the study, as ``analysis.summaries`` takes them; ``measures``: all that it has.
    ``protected``: False where the user has chosen to hide nothing; sums that the user's own numbers are missing from
    are unknown all the same.
    """
    if schools is None or schools.empty:
        return Hidden()
    public = [measure for measure in measures if measure.public]
    each = by_school(areas, schools, public)
    each["plats"] = _SCHOOL + each["skolenhetskod"].astype(str)
    each["kommunkod"] = each["kommunkod"].where(each["kommunkod"] != "", NOWHERE)
    others = [measure for measure in measures if not measure.public]
    if not others and not _holds_few(each):
        return Hidden()
    table, parents = _everywhere(each)
    if not protected:
        own = table[PUPILS].isna() & ~table["plats"].str.startswith(_SCHOOL)
        return Hidden({PUPILS: frozenset(zip(table["plats"][own], table["grupp"][own]))})
    cells = _cells(table, parents, public)
    hidden_schools = {
        column: frozenset(place[len(_SCHOOL) :] for place, _ in pairs if place.startswith(_SCHOOL))
        for column, pairs in cells.items()
    }
    if others:
        summary = by_area_type(areas, schools, measures=others)
        cells |= hidden_unpublished(summary, [measure.column for measure in others])
    return Hidden(cells, hidden_schools)


_Cells = dict[str, frozenset[tuple[str, str]]]


def _cells(table: pd.DataFrame, parents: Mapping[str, str], measures: Sequence[Measure]) -> _Cells:
    """Return by column which places and groups are hidden, schools too."""
    cells = hidden_cells(table, parents)
    pairs = pd.Series(list(zip(table["plats"], table["grupp"])), index=table.index)
    while (together := _of_the_same_pupils(cells, table, measures)) != cells:
        # What is hidden for another result's sake needs company of its own.
        weights = {column: column + WEIGHT_SUM for column in together if column != PUPILS}
        shown = table.assign(**{name: table[name].where(~pairs.isin(together[one])) for one, name in weights.items()})
        more = hidden_cells(shown, parents)
        cells = {column: hidden | more[column] for column, hidden in together.items()}
    return cells


def _of_the_same_pupils(cells: _Cells, table: pd.DataFrame, measures: Sequence[Measure]) -> _Cells:
    """Return what is hidden, with what is hidden of one result hidden in all that rest on the same pupils.

    Each result hides other companions, and the sums of the others would tell all of them.
    """
    found = dict(cells)
    for weight in {measure.weight_column for measure in measures}:
        columns = [
            measure.column for measure in measures if measure.weight_column == weight and measure.column in cells
        ]
        together = frozenset().union(*(cells[column] for column in columns))
        for column in columns:
            with_any = table[table[column + WEIGHT_SUM] != 0]
            found[column] = cells[column] | together & frozenset(zip(with_any["plats"], with_any["grupp"]))
    return found


def _holds_few(each: pd.DataFrame) -> bool:
    """Whether any school has a number to hide: where none has, no sum of theirs has."""
    numbers = each[[column for column in each if column == PUPILS or column.endswith(WEIGHT_SUM)]].astype("float64")
    return bool(((numbers > 0) & (numbers < SMALLEST_GROUP)).any(axis=None) or each[OWN_PUPILS].astype(bool).any())


def _everywhere(each: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the schools with the sums of each place, by group and for all; and what each is part of."""
    numbers = [column for column in each if column == PUPILS or column.endswith(WEIGHT_SUM)]
    county = each["kommunkod"].str[:2].where(each["kommunkod"] != NOWHERE, NOWHERE)
    levels = [each]
    for places in (each["kommunkod"], county, pd.Series(WHOLE, index=each.index)):
        for groups in (each["grupp"], pd.Series(ALL, index=each.index)):
            sums = each.groupby([places.rename("plats"), groups.rename("grupp")])[[*numbers, OWN_PUPILS]].sum()
            levels.append(sums.reset_index())
    table = pd.concat(levels, ignore_index=True).drop_duplicates(["plats", "grupp"])
    table[numbers] = table[numbers].astype("float64").fillna(0.0)
    table[PUPILS] = table[PUPILS].where(table[OWN_PUPILS].astype("int64") == 0, np.nan)
    parents = dict(zip(each["plats"], each["kommunkod"])) | dict(zip(each["kommunkod"], county))
    parents |= dict.fromkeys(county, WHOLE)
    return table[["plats", "grupp", *numbers]].reset_index(drop=True), parents
