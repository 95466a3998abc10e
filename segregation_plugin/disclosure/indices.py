"""Segregation indices as they may be shown: a row an index, a part of one, a larger unit, or a unit.

Tables in which no unit has few persons of a group, and published ones, are shown as they are. For the others see
``few_units``: the figures are the same whatever the counts under the threshold are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ..analysis.segregation.counts import table_of
from ..analysis.segregation.figures import (
    INDEX_COLUMNS,
    PART_COLUMNS,
    SCENARIO_COLUMNS,
    groups_measured,
    index_bounds,
    index_figures,
    larger_unit_figures,
    part_bounds,
    part_figures,
    tasks_of,
    unit_figures,
)
from ..analysis.segregation.inference import ITERATIONS, why_undefined
from ..analysis.segregation.remarks import NO_REMARK, remark_on
from ..analysis.segregation.repeated import Progress, stage
from ..domain.arrays import Numbers
from ..domain.messages import Message, message
from ..domain.segregation_indices import USUAL
from .few_units import (
    decimals_together,
    holds_few,
    rounded,
    too_few_units,
    why_not_shown,
    with_anybody,
    without_few,
)
from .rules import INDEX_DECIMALS, P_DECIMALS, PART_DECIMALS, SHARE_DECIMALS, SMALLEST_GROUP

_COLUMNS = [
    *("matt", "grupp", *INDEX_COLUMNS),
    *("enheter", "personer", "dolda", "lagst", "hogst", *SCENARIO_COLUMNS, "anledning", "anmarkning"),
]
_VALUES = [name for name in INDEX_COLUMNS if name != "p"]
_NUMBERS = (*INDEX_COLUMNS, "personer", "lagst", "hogst", *SCENARIO_COLUMNS)
_PART_COLUMNS = ["niva", "enhet", "personer", *PART_COLUMNS, "anledning"]
_SHARES = [name for name in PART_COLUMNS if name.startswith("andel")]
_OF_FEW = message("it would reveal figures on few persons")
_NOBODY = message("there is nobody in the unit")
_ALL_KNOWN = message("")

# Of a table, by name: as it is made, its columns are quicker than itself.
_Columns = dict[str, Any]


def figures_together(
    counts: pd.DataFrame, indices: Sequence[str], group: str | None, by: pd.DataFrame | None = None
) -> int:
    """Return how many figures are shown of a table: its indices, and the parts of one between the levels of ``by``."""
    of_indices = sum(len(task.names) for task in tasks_of(counts, indices, group))
    return of_indices + (0 if by is None else len(by.columns) + 2)


def index_table(
    counts: pd.DataFrame,
    indices: Sequence[str] = USUAL,
    group: str | None = None,
    iterations: int = ITERATIONS,
    seed: int | None = 1,
    threshold: int = SMALLEST_GROUP,
    progress: Progress = None,
    public: bool = False,
    rows: int = 0,
    most_decimals: int = INDEX_DECIMALS,
) -> pd.DataFrame:
    """Return a row an index: ``matt grupp varde slump korrigerat lag hog p enheter personer dolda lagst`` and so on.

    ``counts``: units x groups, persons, NaN where hidden; ``group``: as in ``figures.tasks_of``; ``public``: whether
    they are published by unit; ``rows``: how many figures are shown together (``figures_together``), these alone where
    not given; ``most_decimals``: fewer where the table is shown beside one that has few.
    ``varde`` to ``p``: see ``Inference``; ``personer``: NaN where a unit has few of a group; ``dolda``: counts that are
    hidden, by the source or since they are few; ``lagst``, ``hogst``: what these allow the index to be; of
    a value rounded for their sake what it can stand for. ``SCENARIO_COLUMNS``: guesses, where published counts are
    hidden; of others each guess would be one more figure of the few.
    ``anledning``: a Message, empty where there is a value; ``anmarkning``: one on the interval, see ``remarks``.

    Values have four decimals. Where a unit has from 1 to ``threshold`` - 1 persons of a group there are two or fewer,
    so that a step is worth many persons of the smallest group (``rules``), and a value only where it is the same
    whatever these counts are. The value expected if random is then of a table with the middle in place of each, ``p``
    is NaN, and the interval is shown of one index alone. Of fewer than three units nothing is shown, nor where not even
    one decimal is coarse enough.
    """
    is_few = not public and holds_few(counts, threshold)
    known = without_few(counts, threshold) if is_few else counts
    rows = rows or figures_together(counts, indices, group)
    not_shown = _why_not_shown(counts, known, group, rows, is_few, public)
    is_open = bool(known.isna().any(axis=None))
    shared = {
        "enheter": int(with_anybody(counts.to_numpy(dtype=np.float64)).sum()),
        # Of two tables of the same units the difference would be who is few.
        "personer": math.nan if not_shown or is_open else float(counts.to_numpy().sum()),
        "dolda": int(known.isna().to_numpy().sum()),
    }
    if not_shown is not None:
        names = [(name, task.shown_as) for task in tasks_of(counts, indices, group) for name in task.names]
        reasons: _Columns = {"anledning": [not_shown] * len(names), "anmarkning": [NO_REMARK] * len(names)}
        named: _Columns = {"matt": [name for name, _ in names], "grupp": [group for _, group in names]}
        return _table({**named, **_alike(shared, len(names)), **reasons})
    bounded, drawn = (stage(progress, 0, 1 / 2), stage(progress, 1 / 2, 1)) if is_open else (None, progress)
    decimals = min(most_decimals, decimals_shown(counts, group, rows, threshold, public))
    # Beside other values the ends of intervals, two for each, would be most of what is shown of few.
    has_interval = decimals == INDEX_DECIMALS or rows == 1
    measured = index_figures(
        _measurable(counts, known, threshold), indices, group, iterations, seed, drawn, has_interval
    )
    found = {**_columns_of(measured), **_alike(shared, len(measured))}
    found |= {"lagst": found["varde"], "hogst": found["varde"]}
    if is_open:
        bounds = _columns_of(index_bounds(known, indices, group, threshold, bounded))
        found |= {name: bounds[name] for name in ("lagst", "hogst")}
        if public:
            found |= {name: _round(bounds[name], INDEX_DECIMALS) for name in SCENARIO_COLUMNS}
    if decimals == INDEX_DECIMALS:
        return _table(_remarked(_rounded(found, INDEX_DECIMALS)))
    found = _only_sure(found, decimals, threshold)
    found = _rounded(found, decimals, is_coarse=True)
    # Of what is shown alone: whether few units decide would be one more figure of the table.
    return _table(_remarked({**found, **_alike({"few_decide": False}, len(measured))}))


def decimals_shown(counts: pd.DataFrame, group: str | None, rows: int, threshold: int, public: bool) -> int:
    """Return how many decimals ``rows`` indices of a table have, see ``index_table``; under 1 none can be shown."""
    if public or not holds_few(counts, threshold):
        return INDEX_DECIMALS
    known = without_few(counts, threshold)
    return decimals_together(known, group, rows)


def why_nothing_shown(
    counts: pd.DataFrame, group: str | None, rows: int, threshold: int, public: bool
) -> Message | None:
    """Return the reason why ``rows`` indices of a table may not be shown, None if they may."""
    is_few = not public and holds_few(counts, threshold)
    return _why_not_shown(counts, without_few(counts, threshold), group, rows, is_few, public)


def _why_not_shown(
    counts: pd.DataFrame, known: pd.DataFrame, group: str | None, rows: int, is_few: bool, public: bool
) -> Message | None:
    if public:
        return None
    return too_few_units(counts) or (why_not_shown(known, group, rows) if is_few else None)


def _measurable(counts: pd.DataFrame, known: pd.DataFrame, threshold: int) -> pd.DataFrame:
    """Return the table to measure: with the middle in place of the few, unless more is hidden."""
    return counts if counts.isna().any(axis=None) else known.fillna(float(threshold // 2))


def _columns_of(table: pd.DataFrame) -> _Columns:
    return {name: table[name].to_numpy() for name in table}


def _alike(values: dict[str, Any], rows: int) -> _Columns:
    """Return columns that say the same in every row."""
    return {name: np.full(rows, value) for name, value in values.items()}


def _table(found: _Columns) -> pd.DataFrame:
    """Return all columns, NaN where nothing was found."""
    nothing = np.full(len(found["matt"]), math.nan)
    numbers = {name: np.asarray(found.get(name, nothing), dtype=np.float64) for name in _NUMBERS}
    return pd.DataFrame({name: numbers[name] if name in numbers else found[name] for name in _COLUMNS})


def _remarked(found: _Columns) -> _Columns:
    about = zip(*(found[name].tolist() for name in ("matt", "slump", "korrigerat", "lag", "hog", "few_decide")))
    return {**found, "anmarkning": [remark_on(*one) for one in about]}


def _round(values: Numbers, decimals: int) -> Numbers:
    """Return rounded numbers, none of them a negative zero."""
    return np.round(values, decimals) + 0.0


def _only_sure(found: _Columns, decimals: int, threshold: int) -> _Columns:
    """Return the indices without the values that depend on the counts under the threshold.

    Each further number beside a value reveals as little as possible: it stands as far from it as in the table measured.
    """
    lowest, highest = np.round(found["lagst"], decimals), np.round(found["hogst"], decimals)
    has_value = ~np.isnan(found["lagst"]) & ~np.isnan(found["varde"])
    sure = has_value & (lowest == highest)
    value, half = np.where(sure, lowest, math.nan), 10.0**-decimals / 2
    beside = {name: value + np.round(found[name] - found["varde"], decimals) for name in ("korrigerat", "lag", "hog")}
    reason = message("it depends on counts under {threshold}: it lies between lagst and hogst", threshold=threshold)
    return {
        **found,
        **beside,
        "varde": value,
        "p": np.where(sure, found["p"], math.nan),
        # Nothing else is sure.
        "lagst": np.where(sure, np.maximum(value - half, 0.0), found["lagst"]),
        "hogst": np.where(sure, value + half, found["hogst"]),
        "anledning": [reason if one else known for one, known in zip(has_value & ~sure, found["anledning"])],
    }


def _rounded(found: _Columns, decimals: int, is_coarse: bool = False) -> _Columns:
    """Return indices rounded to so many decimals; intervals from hidden counts are only widened by it.

    ``is_coarse``: whether the table holds few: the ends are then those of a rounded value, half a step beside it, and p
    is not shown.
    """
    unit = 10.0**-decimals
    is_open = (found["dolda"] > 0) & np.isnan(found["varde"])
    ends = {"lagst": np.floor(found["lagst"] / unit) * unit, "hogst": np.ceil(found["hogst"] / unit) * unit}
    ends = {name: _round(np.where(is_open, end, found[name]), decimals + is_coarse) for name, end in ends.items()}
    values = {name: _round(found[name], decimals) for name in _VALUES}
    # A p-value is never 0. Every table has random tables of its own, so that its
    # p-value identifies it: where a unit has few there is none.
    p = np.maximum(np.round(found["p"], P_DECIMALS), 10.0**-P_DECIMALS)
    return {**found, **values, **ends, "p": np.full(len(p), math.nan) if is_coarse else p}


def decomposition_table(
    counts: pd.DataFrame,
    by: pd.DataFrame,
    iterations: int = ITERATIONS,
    seed: int | None = 1,
    threshold: int = SMALLEST_GROUP,
    progress: Progress = None,
    public: bool = False,
    rows: int = 0,
) -> pd.DataFrame:
    """Return a row a part of the whole, then a row a larger unit: ``niva enhet personer m h m_bidrag h_slump`` and on.

    ``by``: the larger units' names, a column a level, the outermost first. ``niva`` says in Swedish which part, or
    which column. ``m`` and ``h`` of the parts add up to the whole; so does ``m_bidrag`` of a level's units to what lies
    within it. ``h_slump``: ``h`` expected if random, ``h_korrigerat``: ``h`` without it; ``andel``,
    ``andel_slump``, ``andel_lag``, ``andel_hog``: how much of all of H a part is, per cent with one decimal, see
    ``Share``. ``anledning`` (Message): why a value is NaN. ``public``: as in ``index_table``; ``rows``: how many
    figures are shown together (``figures_together``), the parts alone where not given.

    Values have three decimals. Where a unit has few persons of a group only H and its parts are shown, by the rule of
    ``index_table``, each with as many decimals as are the same whatever these counts are; shares and larger units are
    not, as each would reveal what a protected table hides in it.
    """
    is_few = not public and holds_few(counts, threshold)
    known = without_few(counts, threshold) if is_few else counts
    rows = rows or len(by.columns) + 2
    not_shown = _why_not_shown(counts, known, None, rows, is_few, public)
    is_hidden = not_shown is not None or is_few
    units = larger_unit_figures(counts, by, has_expected=not is_hidden)
    whole = part_figures(_measurable(counts, known, threshold), by, iterations, seed, progress)
    if not_shown is not None:
        whole = _without_values(whole, not_shown)
    elif is_few:
        bounds = part_bounds(known, by, threshold)
        whole = _parts_of_few(whole, bounds, decimals_together(known, None, rows), threshold)
    else:
        whole = _parts_rounded(whole, PART_DECIMALS, SHARE_DECIMALS)
        whole["personer"] = float(counts.to_numpy(dtype=np.float64).sum())
    if is_hidden:
        units = _without_values(units.drop(columns="personer"), _OF_FEW)
    else:
        units = _parts_rounded(units, PART_DECIMALS, SHARE_DECIMALS)
    table = pd.concat([one.reindex(columns=_PART_COLUMNS) for one in (whole, units)], ignore_index=True)
    return table.astype(dict.fromkeys(("personer", *PART_COLUMNS), float))


def _without_values(parts: pd.DataFrame, reason: Message) -> pd.DataFrame:
    return parts.drop(columns=list(PART_COLUMNS), errors="ignore").assign(anledning=[reason] * len(parts))


def _parts_rounded(parts: pd.DataFrame, decimals: int, share_decimals: int) -> pd.DataFrame:
    parts = parts.reindex(columns=[*parts.columns, *(name for name in PART_COLUMNS if name not in parts)])
    values = [name for name in PART_COLUMNS if name not in _SHARES]
    return parts.assign(**rounded(parts[values], decimals), **rounded(parts[_SHARES], share_decimals))


def _parts_of_few(
    whole: pd.DataFrame, bounds: Sequence[tuple[float, float]], decimals: int, threshold: int
) -> pd.DataFrame:
    """Return H and its parts, each with the decimals that are the same whatever the counts under the threshold are."""
    reason = message("it depends on counts under {threshold}", threshold=threshold)
    rows = []
    for place, (low, high) in enumerate(bounds):
        sure = next((one for one in range(decimals, 0, -1) if round(low, one) == round(high, one)), 0)
        row = whole.iloc[[place]].assign(m=math.nan, m_bidrag=math.nan)
        if row["h"].notna().all() and not sure:
            row = _without_values(row, reason)
        elif sure:
            # Shares, and the ends of their intervals, would say more of a small H than its own decimals.
            row = _parts_rounded(row.drop(columns=_SHARES, errors="ignore").assign(h=low), sure, 0)
        rows.append(row)
    return pd.concat(rows, ignore_index=True)


def unit_table(
    counts: pd.DataFrame, group: str | None = None, threshold: int = SMALLEST_GROUP, public: bool = False
) -> pd.DataFrame:
    """Return a row a unit: ``lokal_m``, ``lokaliseringskvot_<group>`` and ``bidrag_<group>`` of each group.

    With ``group`` of that group and everybody else alone; ``public``: as in ``index_table``. Each value is of all units
    together, so where one has fewer than ``threshold`` persons of a group none is shown (NaN): thousands of figures
    would reveal how many, whatever is taken out. ``anledning`` (Message): why a value is NaN. Values have four
    decimals.
    """
    table = unit_figures(counts, group)
    is_few = not public and holds_few(counts, threshold)
    if is_few:
        table[:] = math.nan
    elsewhere = why_undefined(table_of(groups_measured(counts, group)))
    is_empty = counts.sum(axis=1, skipna=False) == 0
    reasons = [
        _NOBODY if empty else _OF_FEW if is_few else elsewhere if unknown else _ALL_KNOWN
        for empty, unknown in zip(is_empty, table.isna().any(axis=1))
    ]
    return rounded(table, INDEX_DECIMALS).assign(anledning=reasons)
