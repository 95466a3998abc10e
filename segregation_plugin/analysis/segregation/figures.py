"""The tables that are shown of segregation: a row an index, a larger unit, or a unit, without what tells of few."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...disclosure.rules import (
    INDEX_DECIMALS,
    INDEX_DECIMALS_WITH_FEW,
    PART_DECIMALS,
    PERSONS_A_STEP,
    SHARE_DECIMALS,
)
from ...domain.arrays import Numbers
from ...domain.messages import Message, message
from . import many_groups, two_groups
from .bounds import THRESHOLD, bounds
from .chance import expected_theil_h
from .counts import Counts, Group, place_of, split, table_of
from .decomposition import contributions, decompose, local_mutual_information, location_quotients, units_inside
from .few import has_few, larger_units_to_hide, tells_of_few, units_to_hide, why_untold, with_anybody
from .inference import ITERATIONS, KNOWN, Index, infer_all, why_undefined
from .levels import infer_parts
from .repeated import Progress, stage

OF_A_GROUP: dict[str, Index] = {
    function.__name__: function
    for function in (
        two_groups.dissimilarity,
        two_groups.gini,
        two_groups.isolation,
        two_groups.interaction,
        two_groups.correlation_ratio,
        two_groups.atkinson,
        two_groups.entropy_index,
        two_groups.hutchens,
        two_groups.minmax,
    )
}
OF_ALL: dict[str, Index] = {
    function.__name__: function
    for function in (
        many_groups.theil_h,
        many_groups.mutual_information,
        many_groups.multigroup_dissimilarity,
        many_groups.multigroup_gini,
        many_groups.normalised_exposure,
        many_groups.squared_cv,
        many_groups.diversity,
        many_groups.simpson_interaction,
    )
}
INDICES = (*OF_A_GROUP, *OF_ALL)
USUAL = ("dissimilarity", "isolation", "theil_h", "mutual_information")


_COLUMNS = [
    *("matt", "grupp", "varde", "slump", "korrigerat", "lag", "hog", "p"),
    *("enheter", "personer", "dolda", "lagst", "hogst", "anledning"),
]

_ROUNDED = ("varde", "slump", "korrigerat", "lag", "hog", "p", "lagst", "hogst")
_OF_FEW = message("it would tell of few persons")
_NOBODY = message("there is nobody in the unit")

_OF_A_PART = ["m", "h", "m_bidrag", "h_slump", "h_korrigerat"]
_OF_A_SHARE = ["andel", "andel_slump", "andel_lag", "andel_hog"]
_PART_COLUMNS = ["niva", "enhet", "personer", *_OF_A_PART, *_OF_A_SHARE, "anledning"]


class _Task(NamedTuple):
    """Indices that share their random tables: those of a table, or of one group (``args``) in it."""

    names: list[str]
    table: pd.DataFrame
    args: tuple[int, ...]
    shown_as: str


def index_table(
    counts: pd.DataFrame,
    indices: Sequence[str] = USUAL,
    group: str | None = None,
    iterations: int = ITERATIONS,
    seed: int | None = 1,
    threshold: int = THRESHOLD,
    progress: Progress = None,
) -> pd.DataFrame:
    """Return a row an index: ``matt grupp varde slump korrigerat lag hog p enheter personer dolda lagst`` and so on.

    ``counts``: units x groups, persons, NaN where hidden. Indices of one group are given for each in turn and those of
    several groups for all together (``grupp`` is empty); with ``group`` both kinds are of that group and everybody
    else. ``varde`` to ``p``: see ``Inference``; ``personer``: NaN where a unit has few of a group; ``dolda``: hidden
    cells; ``lagst``, ``hogst``: see ``Bounds``. ``anledning`` is a Message, empty where there is a value. Of tables of
    fewer than three units nothing is told, nor of those in which any group, or what is known of it, has fewer than
    ``threshold`` persons in all: other groups' values, and those of all groups together, would tell it; nor of fewer
    than thirty units of which one has so few of a group. Values have four decimals; where a unit has so few, two to
    four, so that a step is worth ten persons of the smallest group.
    """
    tasks = _tasks(counts, indices, group)
    rows = []
    for number, task in enumerate(tasks):
        rows += _rows(task, counts, group, iterations, seed, threshold, stage(progress, *_part(number, len(tasks))))
    return _rounded(pd.DataFrame(rows, columns=_COLUMNS), _decimals(counts.to_numpy(dtype=np.float64), threshold))


def _decimals(cells: Numbers, threshold: int) -> int:
    """Return how many decimals say nothing of a few persons in one of the units."""
    if not has_few(cells, threshold):
        return INDEX_DECIMALS
    smallest = max(float(np.nansum(cells, axis=0).min()), 1.0)
    return min(max(math.floor(math.log10(smallest / PERSONS_A_STEP)), INDEX_DECIMALS_WITH_FEW), INDEX_DECIMALS)


def _rounded(table: pd.DataFrame, decimals: int) -> pd.DataFrame:
    """Return a table of indices with so many decimals; what hidden counts allow only grows by it."""
    unit = 10.0**-decimals
    ends = {"lagst": np.floor(table["lagst"] / unit) * unit, "hogst": np.ceil(table["hogst"] / unit) * unit}
    wider = {name: table[name].where(table["dolda"] == 0, end) for name, end in ends.items()}
    return table.assign(**wider).round({**dict.fromkeys(_ROUNDED, decimals), "p": INDEX_DECIMALS})


def _tasks(counts: pd.DataFrame, indices: Sequence[str], group: str | None) -> list[_Task]:
    groups = list(counts.columns) if group is None else [group]
    of_a_group = [name for name in indices if name in OF_A_GROUP]
    of_all = [name for name in indices if name in OF_ALL]
    tasks = [_Task(of_a_group, counts, (place_of(counts, one),), str(one)) for one in groups]
    table = counts if group is None else pd.DataFrame(np.stack(split(counts, group)).T)
    return [task for task in (*tasks, _Task(of_all, table, (), group or "")) if task.names]


def _rows(
    task: _Task,
    counts: pd.DataFrame,
    group: str | None,
    iterations: int,
    seed: int | None,
    threshold: int,
    progress: Progress,
) -> list[tuple[object, ...]]:
    cells = counts.to_numpy(dtype=np.float64)
    hidden = int(np.isnan(cells).sum())
    units = len(with_anybody(cells))
    # Of two tables of the same units the difference would be who is few.
    persons = math.nan if has_few(cells, threshold) else float(cells.sum())
    told = why_untold(counts, group, threshold)
    if told is not None:
        unknown = [math.nan] * 6
        return [
            (name, task.shown_as, *unknown, units, math.nan, hidden, math.nan, math.nan, told) for name in task.names
        ]
    functions = [(OF_A_GROUP | OF_ALL)[name] for name in task.names]
    drawn, bounded = stage(progress, 0, 1 / 2), stage(progress, 1 / 2, 1)
    inferred = infer_all(functions, task.table, *task.args, iterations=iterations, seed=seed, progress=drawn)
    rows: list[tuple[object, ...]] = []
    for number, (name, function, found) in enumerate(zip(task.names, functions, inferred)):
        ends = found.estimate, found.estimate
        if hidden:
            part = stage(bounded, *_part(number, len(functions)))
            ends = _ends(function, counts, task.args, group, threshold, part)
        rows.append((name, task.shown_as, *found[:-1], units, persons, hidden, *ends, found.reason))
    return rows


def _ends(
    function: Index,
    counts: pd.DataFrame,
    args: tuple[int, ...],
    group: str | None,
    threshold: int,
    progress: Progress,
) -> tuple[float, float]:
    if group is None or args:
        return bounds(function, counts, *args, threshold=threshold, progress=progress)[:2]

    def of_two(cells: Counts, _group: Group) -> float:
        return function(cells)

    # The rest may hide several counts in a unit, which the table of two groups does not tell.
    return bounds(of_two, counts, group, threshold=threshold, progress=progress)[:2]


def _part(number: int, count: int) -> tuple[float, float]:
    return number / count, (number + 1) / count


def decomposition_table(
    counts: pd.DataFrame,
    by: pd.DataFrame,
    iterations: int = ITERATIONS,
    seed: int | None = 1,
    threshold: int = THRESHOLD,
    progress: Progress = None,
) -> pd.DataFrame:
    """Return a row a part of the whole, then a row a larger unit: ``niva enhet personer m h m_bidrag h_slump`` and on.

    ``by``: the larger units' names, a column a level, the outermost first. ``niva`` says in Swedish which part, or
    which column. ``m`` and ``h`` of the parts add up to the whole; so does ``m_bidrag`` of a level's units to what lies
    within it. ``h_slump``: what chance alone would give of ``h``, ``h_korrigerat``: ``h`` without it; ``andel``,
    ``andel_slump``, ``andel_lag``, ``andel_hog``: how much of all of H a part is, per cent with one decimal, see
    ``Share``. Larger units with fewer than ``threshold`` persons in any group that they have tell nothing, nor do those
    of two to nine units of which one has so few, nor those inside them, nor, where one alone is hidden in its outer
    unit, the smallest beside it. ``personer`` are those known, NaN where a unit has few of a group: other larger units
    would tell how many it has. ``anledning`` (Message): why a value is NaN. Values have three decimals.
    """
    untold = why_untold(counts, None, threshold)
    units = _larger_units(counts, by, untold is not None, threshold)
    told = units["anledning"].map(lambda reason: reason == KNOWN).to_numpy()
    cells = counts.to_numpy(dtype=np.float64)
    inside = [cells[places] for places, is_told in zip(units_inside(by), told) if is_told]
    whole = _whole(counts, by, untold, threshold, iterations, seed, progress)
    units.loc[told, "h_slump"] = [expected_theil_h(own) for own in inside]
    units["h_korrigerat"] = units["h"] - units["h_slump"]
    table = pd.concat([whole, units.reindex(columns=_PART_COLUMNS)], ignore_index=True)
    return table.round({**dict.fromkeys(_OF_A_PART, PART_DECIMALS), **dict.fromkeys(_OF_A_SHARE, SHARE_DECIMALS)})


def _whole(
    counts: pd.DataFrame,
    by: pd.DataFrame,
    untold: Message | None,
    threshold: int,
    iterations: int,
    seed: int | None,
    progress: Progress,
) -> pd.DataFrame:
    """Return a row of all segregation, and a row a part of it."""
    found = decompose(counts, by)
    names = list(by.columns)
    labels = [f"mellan {name}" + (f" inom {names[level - 1]}" if level else "") for level, name in enumerate(names)]
    table = pd.DataFrame({"niva": ["hela", *labels, f"inom {names[-1]}"], "enhet": ""})
    table["anledning"] = [untold or (why_undefined(table_of(counts)) if math.isnan(found.h) else KNOWN)] * len(table)
    if untold is not None:
        return table.reindex(columns=_PART_COLUMNS)
    cells = counts.to_numpy(dtype=np.float64)
    table["personer"] = math.nan if has_few(cells, threshold) else float(cells.sum())
    table["m"] = table["m_bidrag"] = [found.m, *found.parts["m"]]
    table["h"] = [found.h, *found.parts["h"]]
    parts = infer_parts(counts, by, iterations, seed, progress)
    table["h_slump"] = [math.fsum(part.expected for part in parts), *(part.expected for part in parts)]
    table["h_korrigerat"] = table["h"] - table["h_slump"]
    table.loc[1:, _OF_A_SHARE] = [part.share for part in parts]
    return table[_PART_COLUMNS]


def _larger_units(counts: pd.DataFrame, by: pd.DataFrame, tells_nothing: bool, threshold: int) -> pd.DataFrame:
    """Return a row a larger unit with its own m, h and what it adds, NaN where that would tell of few."""
    units = decompose(counts, by).by_unit.reset_index()
    cells = counts.to_numpy(dtype=np.float64)
    inside = [cells[places] for places in units_inside(by)]
    units["personer"] = [np.nansum(own) for own in inside]
    # What adds up to the whole tells it, and the whole what is left of it.
    few = np.array([tells_nothing or tells_of_few(own, threshold) for own in inside], dtype=bool)
    hidden = larger_units_to_hide(units, few)
    units["anledning"] = [
        _OF_FEW if is_hidden else why_undefined(table_of(own)) if math.isnan(h) else KNOWN
        for is_hidden, own, h in zip(hidden, inside, units["h"])
    ]
    units.loc[hidden, ["m", "h", "m_bidrag"]] = math.nan
    units.loc[hidden | np.array([has_few(own, threshold) for own in inside], dtype=bool), "personer"] = math.nan
    units["niva"] = [by.columns[level - 1] for level in units["niva"]]
    units["enhet"] = units["enhet"].map(lambda name: "" if name is None else str(name))
    return units


def unit_table(
    counts: pd.DataFrame, group: str | None = None, threshold: int = THRESHOLD, by: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return a row a unit: ``lokal_m``, ``lokaliseringskvot_<group>`` and ``bidrag_<group>`` of each group.

    With ``group`` of that group and everybody else alone. Each value tells how many persons a group has in the unit,
    so a unit with fewer than ``threshold`` persons in any group has none (NaN). All indices of the whole would tell
    what a few such units hold, so where any has none at least thirty have, the smallest of the others among them; and
    where one is in a larger unit (the outermost of ``by``, as in ``decomposition_table``), so have all in it.
    ``anledning`` (Message): why a value is NaN. Values have four decimals.
    """
    cells = counts if group is None else pd.DataFrame(np.stack(split(counts, group)).T)
    table = pd.DataFrame({"lokal_m": local_mutual_information(cells)}, index=counts.index)
    for one in counts.columns if group is None else [group]:
        table[f"lokaliseringskvot_{one}"] = location_quotients(counts, one)
        table[f"bidrag_{one}"] = contributions(counts, one)
    # Of all groups: another table of the same units may tell of one, and this one of it and another together.
    hidden = units_to_hide(counts.to_numpy(dtype=np.float64), threshold, by)
    table[hidden] = math.nan
    is_unknown, is_empty = table.isna().any(axis=1), cells.sum(axis=1, skipna=False) == 0
    elsewhere = why_undefined(table_of(cells))
    reasons = [
        _NOBODY if empty else _OF_FEW if few else elsewhere if unknown else message("")
        for empty, few, unknown in zip(is_empty, hidden, is_unknown)
    ]
    return table.round(INDEX_DECIMALS).assign(anledning=reasons)
