"""What of the link between background and results may be shown: small groups, and what they could be reckoned from.

Results that are published by school are public. Measures that nobody has published are shown by area type alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from ..analysis.comparisons import COMPARED_WITH
from ..domain.area_types import ALL
from ..domain.measures import PUPILS, STATUS_SUFFIX, Measure
from ..domain.statuses import HIDDEN
from .rules import SMALLEST_GROUP
from .summaries import SHOWN_DECIMALS, WHOLE, Hidden, hide

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
