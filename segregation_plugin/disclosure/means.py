"""Means by area type and their differences, as they may be shown.

Results that are published by school are shown as they are. Of measures that nobody has published a mean is shown where
the summary shows it, rounded, and what is drawn from the values of single places only where there are many.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import pandas as pd

from ..analysis.schools.comparisons import COMPARED_WITH, ITERATIONS, compare_types
from ..analysis.schools.summaries import ways_of
from ..domain.measures import BESIDE_RESULT, INTERVAL_ENDS, SUMS, Measure
from ..domain.messages import message
from .own_sums import alike_together
from .rules import SHOWN_DECIMALS
from .shown_summaries import NOTHING, HiddenGroups, shown

# The same study gives the same intervals.
SEED = 1
_QUARTILES = ("kvartil_1", "median", "kvartil_3")
_OF_DIFFERENCE = ("skillnad_lag", "skillnad_hog")
_DIFFERENCE = ("skillnad", *_OF_DIFFERENCE)
_NOT_SHOWN = message("not shown: the mean of the type or of type 5 is hidden")
_NO_INTERVAL = message("no interval: it would reveal values of single places")
# Of one result ``x``: columns of ``compare_types``, and what they are called where results stand below each other.
_OF_RESULT = {
    "x": "varde",
    **{f"x{ending}": ending[1:] for ending in INTERVAL_ENDS},
    **{f"x_{name}": name for name in ("spridning", *_QUARTILES, *_DIFFERENCE)},
    "x_n": "n",
    "x_dolda": "dolda",
    "x_dold": "dold",
}
TYPE_COLUMNS = ("resultat", "grupp", "omradestyp", *_OF_RESULT.values(), "anledning")


def types_compared(
    schools: pd.DataFrame,
    measures: Sequence[Measure],
    hidden: HiddenGroups = NOTHING,
    whole: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return means and differences between area types of every result that has a mean, as they may be shown.

    A row a result and type (``utan``, ``alla`` too): ``resultat grupp omradestyp varde lag hog spridning kvartil_1
    median kvartil_3 skillnad skillnad_lag skillnad_hog n dolda dold anledning``, in the result's own unit, as in
    ``compare_types``; ``dold``: whether it is hidden. ``whole``: all schools of the study where these are a part, since
    they are put together as all are. The same schools give the same intervals.
    """
    tables = []
    for measure in measures:
        column = measure.column
        if measure.kind not in SUMS and column in schools:
            way = ways_of(schools if whole is None else whole, [measure])[column]
            alike = alike_together(schools, [measure], hidden)
            compared = shown_types(compare_types(schools, measure, (), ITERATIONS, SEED, way), measure, hidden, alike)
            ours = {theirs.replace("x", column, 1): name for theirs, name in _OF_RESULT.items()}
            found = compared.rename(columns=ours).assign(resultat=column).astype({"dold": "int64"})
            tables.append(found[list(TYPE_COLUMNS)])
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=list(TYPE_COLUMNS))


def as_one_result(summary: pd.DataFrame, compared: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Return the rows of one result in a study's summary and ``types_compared``, in the columns of ``compare_types``.

    Only groups that hold any school.
    """
    column = measure.column
    of_schools = [name for name in summary if name.startswith(("grupp", "omradestyp", "skolor", "elever"))]
    of_result = [column, *(column + ending for ending in BESIDE_RESULT)]
    theirs = {ours: name.replace("x", column, 1) for name, ours in _OF_RESULT.items()}
    beside = compared.rename(columns=theirs).drop(columns=["resultat", "omradestyp"])
    beside = beside.drop(columns=[name for name in beside if name in of_result])
    found = summary.loc[summary["skolor"] > 0, [*of_schools, *of_result]]
    return found.merge(beside, on="grupp", how="left", validate="one_to_one").reset_index(drop=True)


def shown_types(
    by_type: pd.DataFrame, measure: Measure, hidden: HiddenGroups = NOTHING, alike: Collection[str] = ()
) -> pd.DataFrame:
    """Return a table of ``comparisons.compare_types`` as it may be shown, see ``summaries.shown``.

    Of an unpublished measure: where a mean is hidden, so is all beside it; where that of type 5 is, so are the
    differences to it. There are no quartiles, which are the values of single places. Its spread is shown where the mean
    has an interval, and the interval of a difference where both means have one.
    """
    table = shown(by_type, hidden, [measure], alike)
    if measure.public:
        return table
    column = measure.column
    out, is_base = table[f"{column}_dold"].astype(bool), table["grupp"] == str(COMPARED_WITH)
    # Where a mean has no interval, its single values would show.
    few = table[column + INTERVAL_ENDS[0]].isna()
    base = table.loc[is_base, column]
    # Of the rounded means: two roundings of the same value would reveal more than one.
    table[f"{column}_skillnad"] = (table[column] - (base.iloc[0] if len(base) else math.nan)).where(
        table[f"{column}_skillnad"].notna()
    )
    table[[f"{column}_{name}" for name in _QUARTILES]] = math.nan
    table = _without(table, column, ("spridning",), few)
    lost = out | (bool((out & is_base).any()) & table["grupp"].str.isdigit())
    without = table[f"{column}_skillnad_lag"].notna() & (few | bool((few & is_base).any()))
    table["anledning"] = [
        _NOT_SHOWN if gone else _NO_INTERVAL if bare else reason
        for gone, bare, reason in zip(lost, without, table["anledning"])
    ]
    table = _without(table, column, _DIFFERENCE, out | bool((out & is_base).any()))
    table = _without(table, column, _OF_DIFFERENCE, few | bool((few & is_base).any()))
    numbers = [f"{column}_{name}" for name in ("spridning", *_DIFFERENCE)]
    return table.assign(**{name: table[name].round(SHOWN_DECIMALS) for name in numbers})


def _without(table: pd.DataFrame, column: str, names: Sequence[str], where: pd.Series) -> pd.DataFrame:
    return table.assign(**{f"{column}_{name}": table[f"{column}_{name}"].where(~where, math.nan) for name in names})
