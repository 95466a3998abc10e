"""What of the link between background and results may be shown: small groups, and what they could be reckoned from.

Results that are published by school are public. Measures that nobody has published are shown by area type alone, and
pupils by home area only in a table whose small cells are hidden.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from ..domain.area_types import ALL
from ..domain.measures import Measure
from .comparisons import COMPARED_WITH
from .disclosure import SMALLEST_GROUP
from .disclosure.summaries import WHOLE, Hidden, hidden_cells, hidden_unpublished, hide, numbers_in
from .home_areas import HOME, KINDS

_QUARTILES = ("kvartil_1", "median", "kvartil_3")
_SPREAD = ("spridning", *_QUARTILES)
_INTERVAL = ("skillnad_lag", "skillnad_hog")
_DIFFERENCE = ("skillnad", *_INTERVAL)


def protected(
    by_type: pd.DataFrame, measure: Measure, by: Sequence[str] = (), whole: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return a table of ``comparisons.compare_types`` in which what may not be shown is NaN (marked ``x_dold``).

    ``whole``: the same of all kinds of schools together, of which those in ``by`` are parts: what is hidden of a kind
    must not be what is left of the whole. Beside, see ``as_hidden``.
    """
    column = measure.column
    kind = by_type[list(by)].agg("|".join, axis=1) if by else pd.Series(WHOLE, index=by_type.index)
    parts = by_type.assign(kommunkod=kind)
    numbers = pd.concat([numbers_in(table) for table in (parts, whole) if table is not None], ignore_index=True)
    cells = hidden_cells(numbers, {} if whole is None else dict.fromkeys(kind, WHOLE))
    if not measure.public:
        cells |= hidden_unpublished(by_type, [column])
    return as_hidden(parts, measure, Hidden(cells)).drop(columns="kommunkod")


def as_hidden(by_type: pd.DataFrame, measure: Measure, hidden: Hidden, place: str = WHOLE) -> pd.DataFrame:
    """Return a table of ``comparisons.compare_types`` without what is ``hidden`` in it (see ``summaries.hide``).

    Where a mean is hidden, so is all beside it; where that of type 5 is, so are the differences to it. The quartiles of
    a measure that nobody has published would be the values of single schools; its spread and intervals need ten.
    """
    column = measure.column
    found = hide(by_type, hidden, place)
    kind = by_type["kommunkod"] if "kommunkod" in by_type else pd.Series(place, index=by_type.index)
    out = found[f"{column}_dold"].astype(bool)
    compared = (out & (found["grupp"] == str(COMPARED_WITH))).groupby(kind).transform("any")
    found = _without(_without(found, column, _SPREAD, out), column, _DIFFERENCE, out | compared)
    if not measure.public:
        few = found[f"{column}_n"] < SMALLEST_GROUP
        found = _without(found, column, _QUARTILES, pd.Series(True, index=found.index))
        found = _without(found, column, ("spridning", *_INTERVAL), few)
    return found


def without_hidden_schools(schools: pd.DataFrame, measure: Measure, hidden: Hidden) -> pd.DataFrame:
    """Return a table of ``link.Link.schools`` without the values of schools that the study does not show."""
    out = schools["skolenhetskod"].isin(list(hidden.schools.get(measure.column, ())))
    told = [
        name
        for name in schools
        if name.startswith(measure.column) and not name.endswith(("_status", "_n", "_dolda", "_kommun"))
    ]
    return schools.assign(**{name: schools[name].where(~out) for name in told})


def _without(table: pd.DataFrame, column: str, names: Sequence[str], where: pd.Series) -> pd.DataFrame:
    return table.assign(**{f"{column}_{name}": table[f"{column}_{name}"].where(~where, math.nan) for name in names})


def protected_homes(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of ``home_areas.cross_table`` without cells under ten pupils, nor totals that would give them.

    Hidden is NaN, marked in ``hem_x_dold``. With a hidden cell go the totals of its row and of its column and that of
    the whole table, so that no sum tells what is missing.
    """
    cells = [f"{HOME}{kind}" for kind in KINDS]
    total = f"{HOME}{ALL}"
    parts = table["grupp"] != ALL
    values = table[[*cells, total]]
    hidden = values.isna() | ((values > 0) & (values < SMALLEST_GROUP))
    inside = hidden.loc[parts, cells]
    hidden[total] |= hidden[cells].any(axis=1) | (~parts & bool(inside.any(axis=None)))
    hidden.loc[~parts, cells] |= inside.any()
    return pd.concat(
        [
            table[["grupp"]],
            values.where(~hidden),
            hidden.astype("int64").add_suffix("_dold"),
            table[[f"{name}_dolda" for name in (*cells, total)]],
        ],
        axis=1,
    )
