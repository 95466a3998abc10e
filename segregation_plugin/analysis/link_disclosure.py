"""What of the link between background and results may be shown: small groups, and what they could be reckoned from.

Results that are published by school are public. Measures that nobody has published are shown by area type alone, and
pupils by home area only in a table whose small cells are hidden.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..domain.area_types import ALL
from ..domain.arrays import Flags, Numbers
from ..domain.measures import PUPILS, STATUS_SUFFIX, Measure
from ..domain.statuses import HIDDEN
from .comparisons import COMPARED_WITH
from .disclosure import SMALLEST_GROUP
from .disclosure.summaries import SHOWN_DECIMALS, WHOLE, Hidden, hide
from .home_areas import HOME, KINDS

_QUARTILES = ("kvartil_1", "median", "kvartil_3")
_SPREAD = ("spridning", *_QUARTILES)
_INTERVAL = ("skillnad_lag", "skillnad_hog")
_DIFFERENCE = ("skillnad", *_INTERVAL)


def protected(by_type: pd.DataFrame, measure: Measure, by: Sequence[str], hidden: Hidden) -> pd.DataFrame:
    """Return a table of ``comparisons.compare_types`` in which what the study hides is NaN (marked ``x_dold``).

    ``hidden``: decided for the whole study. It does not tell of the kinds of schools that ``by`` parts them into, so
    nothing of the measure may be hidden there (``hides``), and no number of pupils is shown where any is.
    """
    if not by:
        return as_hidden(by_type, measure, hidden)
    kind = by_type[list(by)].agg("|".join, axis=1)
    found = as_hidden(by_type.assign(kommunkod=kind), measure, Hidden()).drop(columns="kommunkod")
    if hides(hidden, PUPILS):
        found = found.assign(**{PUPILS: math.nan, f"{PUPILS}_dold": True, f"{measure.column}_dolda_andel": math.nan})
    return found


def hides(hidden: Hidden, column: str) -> bool:
    """Whether a study hides anything of a column: of schools, or of sums over them."""
    return bool(hidden.cells.get(column) or hidden.schools.get(column))


def as_hidden(by_type: pd.DataFrame, measure: Measure, hidden: Hidden, place: str = WHOLE) -> pd.DataFrame:
    """Return a table of ``comparisons.compare_types`` without what is ``hidden`` in it (see ``summaries.hide``).

    Where a mean is hidden, so is all beside it; where that of type 5 is, so are the differences to it. Quartiles are
    the values of single schools: they need ten, and there are none of a measure that nobody has published. Its means
    are rounded; its spread needs ten places, that of all ten in each type, and an interval of a difference ten in both.
    """
    column = measure.column
    found = hide(by_type, hidden, place)
    kind = by_type["kommunkod"] if "kommunkod" in by_type else pd.Series(place, index=by_type.index)
    out = found[f"{column}_dold"].astype(bool)
    compared = (out & (found["grupp"] == str(COMPARED_WITH))).groupby(kind).transform("any")
    found = _without(_without(found, column, _SPREAD, out), column, _DIFFERENCE, out | compared)
    few = found[f"{column}_n"] < SMALLEST_GROUP
    if hides(hidden, column) or not measure.public:
        found[column] = found[column].round(SHOWN_DECIMALS)
        found[f"{column}_skillnad"] = found[f"{column}_skillnad"].round(SHOWN_DECIMALS)
    found = _without(found, column, _QUARTILES, few | (not measure.public))
    if measure.public:
        return found
    is_all, is_base = found["grupp"] == ALL, found["grupp"] == str(COMPARED_WITH)
    few_parts = (few & ~is_all & (found[f"{column}_n"] > 0)).groupby(kind).transform("any")
    few_compared = (few & is_base).groupby(kind).transform("any")
    found = _without(found, column, ("spridning",), few | (is_all & few_parts))
    return _without(found, column, _INTERVAL, few | few_compared)


def without_hidden_schools(schools: pd.DataFrame, measure: Measure, hidden: Hidden) -> pd.DataFrame:
    """Return schools of a study in which the values that it does not show are hidden, as if by the source."""
    column = measure.column
    out = schools["skolenhetskod"].isin(list(hidden.schools.get(column, ())))
    status = schools[column + STATUS_SUFFIX]
    return schools.assign(**{column: schools[column].where(~out), column + STATUS_SUFFIX: status.where(~out, HIDDEN)})


def _without(table: pd.DataFrame, column: str, names: Sequence[str], where: pd.Series) -> pd.DataFrame:
    return table.assign(**{f"{column}_{name}": table[f"{column}_{name}"].where(~where, math.nan) for name in names})


def protected_homes(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of ``home_areas.cross_table`` without cells under ten pupils, nor totals that would give them.

    Hidden is NaN, marked in ``hem_x_dold``. With a hidden cell go the totals of its row and of its column and that of
    the whole table, so that no sum tells what is missing; and since these may be known elsewhere, the smallest other
    cell of its row and of its column.
    """
    cells = [f"{HOME}{kind}" for kind in KINDS]
    total = f"{HOME}{ALL}"
    parts = table["grupp"] != ALL
    values = table[[*cells, total]]
    hidden = values.isna() | ((values > 0) & (values < SMALLEST_GROUP))
    # Where all pupils of a school type live in one type of area, that is known of each of them, however many they are.
    alone = (values[cells] > 0).sum(axis=1) == 1
    hidden.loc[alone, cells] = True
    hidden.loc[parts, cells] = _with_company(hidden.loc[parts, cells].to_numpy(), values.loc[parts, cells].to_numpy())
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


def _with_company(hidden: Flags, values: Numbers) -> Flags:
    """Return which cells to hide so that no row or column has a single hidden one, where it has others to hide."""
    hidden = hidden.copy()
    sizes = np.where(np.nan_to_num(values) > 0, values, math.inf)
    before = -1
    while before != hidden.sum():
        before = int(hidden.sum())
        for lines, of in ((hidden, sizes), (hidden.T, sizes.T)):
            for line, own in zip(lines, of):
                others = np.where(line, math.inf, own)
                if line.sum() == 1 and np.isfinite(others).any():
                    line[others.argmin()] = True
    return hidden
