"""Differences of indices between two tables, two years or two places, as they may be shown.

Both tables may hold the same persons, as a table and one without some of its units do. So what is shown of both counts
as figures of one table, and where either has few persons of a group in a unit, both have as few decimals as that one.
All else is made of the values that are shown: a difference says no more than these two do.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..analysis.segregation.compare import in_same_order
from ..analysis.segregation.figures import index_differences
from ..analysis.segregation.inference import ITERATIONS
from ..analysis.segregation.remarks import NO_REMARK
from ..analysis.segregation.repeated import Progress, stage
from ..domain.messages import Message, message
from ..domain.segregation_indices import USUAL
from .few_units import rounded
from .indices import decimals_shown, figures_together, index_table, why_nothing_shown
from .rules import INDEX_DECIMALS, P_DECIMALS, SMALLEST_GROUP

_FIRST, _SECOND = "_forsta", "_andra"
# Of each table, then of both.
_OF_EACH = ("varde", "slump", "korrigerat", "enheter", "personer", "dolda")
COLUMNS = (
    *("matt", "grupp", "varde_forsta", "varde_andra", "skillnad", "skillnad_korrigerad", "lag", "hog", "p"),
    *("samma_enheter", "slump_forsta", "slump_andra", "korrigerat_forsta", "korrigerat_andra"),
    *("enheter_forsta", "enheter_andra", "personer_forsta", "personer_andra", "dolda_forsta", "dolda_andra"),
    *("lagst", "hogst", "anledning", "anmarkning"),
)
_WHOLE = ("samma_enheter", "enheter_forsta", "enheter_andra", "dolda_forsta", "dolda_andra")
_TEXTS = ("matt", "grupp", "anledning", "anmarkning")
_NUMBERS = tuple(name for name in COLUMNS if name not in (*_WHOLE, *_TEXTS))
_BETWEEN = message(
    "a table has hidden counts, or few that must not be revealed: the difference lies between lagst and hogst"
)


def difference_table(
    first: pd.DataFrame,
    second: pd.DataFrame,
    indices: Sequence[str] = USUAL,
    group: str | None = None,
    are_same_units: bool = False,
    iterations: int = ITERATIONS,
    seed: int | None = 1,
    threshold: int = SMALLEST_GROUP,
    progress: Progress = None,
    public: bool = False,
) -> pd.DataFrame:
    """Return a row an index, ``COLUMNS``: its value in each table (``index_table``) and the second minus the first.

    ``first``, ``second``: units x groups, persons, NaN where hidden, with the same groups. ``are_same_units``: whether
    their row labels, each there once, name units that both have; a unit of one alone has nobody in the other.
    ``skillnad_korrigerad`` is without the bias of small units, ``lag`` to ``hog`` its 95 per cent interval, ``p`` how
    often as large a difference comes about by chance (``compare``). ``lagst``, ``hogst``: what hidden counts allow the
    difference to be, or what that of rounded values can stand for. ``anledning``, ``anmarkning``: Messages, as there.

    Where a table that nobody has published has few persons of a group in a unit, or counts are hidden, there is no
    interval and no ``p``: both would be of the counts themselves. Raises InputError for tables of other groups.
    """
    tables = first, in_same_order(first, second)
    rows = 2 * figures_together(first, indices, group)
    refused = [why_nothing_shown(table, group, rows, threshold, public) for table in tables]
    decimals = min(decimals_shown(table, group, rows, threshold, public) for table in tables)
    shown = [
        index_table(
            table,
            indices,
            group,
            iterations,
            seed,
            threshold,
            stage(progress, number / 4, (number + 1) / 4),
            public,
            rows,
            max(decimals, 1),
        )
        for number, table in enumerate(tables)
    ]
    found = _side_by_side(*shown).assign(samma_enheter=int(are_same_units), anmarkning=[NO_REMARK] * len(shown[0]))
    if decimals < INDEX_DECIMALS:
        # Of two tables of the same units the difference would be who is few.
        found[["personer_forsta", "personer_andra"]] = math.nan
    if any(refused):
        # What may be shown of one of them alone, "segregationindices" shows.
        reason = _of_table(*refused)
        found = found[["matt", "grupp", *_WHOLE, "personer_forsta", "personer_andra", "anmarkning"]]
        return _with_all_columns(found.assign(anledning=[reason] * len(found)))
    found = _with_differences(found, shown, decimals)
    if decimals < INDEX_DECIMALS or any(table.isna().any(axis=None) for table in tables):
        return _with_all_columns(found)
    one, other = _paired(tables, are_same_units)
    compared = index_differences(one, other, indices, group, iterations, seed, stage(progress, 1 / 2, 1))
    numbers = pd.DataFrame(
        [(one.corrected, one.low, one.high) for one in compared], columns=["skillnad_korrigerad", "lag", "hog"]
    )
    p_values = pd.Series([one.p_value for one in compared]).round(P_DECIMALS).clip(lower=10.0**-P_DECIMALS)
    found = found.assign(**rounded(numbers, INDEX_DECIMALS), p=p_values)
    found["anledning"] = [known if known.text else one.reason for known, one in zip(found["anledning"], compared)]
    has_interval = found["lag"].notna()
    remarks = [_of_table(*pair) for pair in zip(shown[0]["anmarkning"], shown[1]["anmarkning"])]
    return _with_all_columns(
        found.assign(anmarkning=[one if known else NO_REMARK for one, known in zip(remarks, has_interval)])
    )


def _side_by_side(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    beside = [table[list(_OF_EACH)].add_suffix(end) for table, end in ((first, _FIRST), (second, _SECOND))]
    return pd.concat([first[["matt", "grupp"]], *beside], axis=1)


def _with_differences(found: pd.DataFrame, shown: Sequence[pd.DataFrame], decimals: int) -> pd.DataFrame:
    """Return the rows with what the shown values of both tables differ by, and why that is not known."""
    first, second = shown
    # Of a rounded value the ends are half a step beside it.
    ends = {"lagst": second["lagst"] - first["hogst"], "hogst": second["hogst"] - first["lagst"]}
    found = found.assign(
        **rounded(pd.DataFrame(ends), decimals + (decimals < INDEX_DECIMALS)),
        skillnad=rounded(second[["varde"]] - first[["varde"]], decimals)["varde"],
        skillnad_korrigerad=rounded(second[["korrigerat"]] - first[["korrigerat"]], decimals)["korrigerat"],
    )
    reasons = []
    for one, other, known, low in zip(first["anledning"], second["anledning"], found["skillnad"], found["lagst"]):
        is_open = math.isnan(known) and not math.isnan(low)
        reasons.append(_BETWEEN if is_open else _of_table(one, other))
    return found.assign(anledning=reasons)


def _of_table(first: Message | None, second: Message | None) -> Message:
    """Return what is to be said of either table, of which one it is; empty where there is nothing."""
    if first and first.text:
        return first if first == second else message("First table: {reason}", reason=first)
    return message("Second table: {reason}", reason=second) if second and second.text else NO_REMARK


def _paired(tables: Sequence[pd.DataFrame], are_same_units: bool) -> list[pd.DataFrame]:
    """Return both tables with a row for each unit that either has, nobody where it has none; else without names."""
    if not are_same_units:
        return [table.reset_index(drop=True) for table in tables]
    every = tables[0].index.union(tables[1].index, sort=False).astype(object)
    return [table.reindex(every, fill_value=0.0) for table in tables]


def _with_all_columns(found: pd.DataFrame) -> pd.DataFrame:
    nothing = np.full(len(found), math.nan)
    columns = {name: found[name].to_numpy() if name in found else nothing for name in COLUMNS}
    columns |= {name: columns[name].astype(np.float64) for name in _NUMBERS}
    return pd.DataFrame({**columns, **{name: pd.Series(columns[name]).astype("int64") for name in _WHOLE}})
