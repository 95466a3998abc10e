"""The figures of segregation, unrounded: a row an index, a part of one, a larger unit, or a unit.

Not for others to read before ``disclosure.indices`` has decided what of them may be shown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.segregation_indices import BY_NAME, INDICES, ONE_GROUP, USUAL
from . import many_groups, two_groups
from .bounds import Bounds, bounds
from .chance import expected_theil_h
from .compare import Comparison, compare
from .counts import place_of, split, table_of
from .decomposition import (
    contributions,
    decompose,
    local_mutual_information,
    location_quotients,
    places_on_levels,
    units_inside,
)
from .extremes import by_search
from .hidden import ranges_of
from .inference import ITERATIONS, KNOWN, Index, infer_all, why_undefined
from .levels import infer_parts
from .many_tables import AgainstRest, shares_of_h
from .repeated import Progress, stage

FUNCTIONS: dict[str, Index] = {
    index.name: getattr(two_groups if index.groups == ONE_GROUP else many_groups, index.name) for index in INDICES
}

INDEX_COLUMNS = ("varde", "slump", "korrigerat", "lag", "hog", "p")
# An index with guesses for the hidden counts, in the order of ``Scenarios``: all 0, all the most they can be, half of
# that, in proportion; and what it would be without the units that have any, which is wrong.
SCENARIO_COLUMNS = ("om_noll", "om_flest", "om_mitten", "om_proportion", "fel_utan_enheter")
_OF_A_PART = ("m", "h", "m_bidrag", "h_slump", "h_korrigerat")
_OF_A_SHARE = ("andel", "andel_slump", "andel_lag", "andel_hog")
PART_COLUMNS = (*_OF_A_PART, *_OF_A_SHARE)


class Task(NamedTuple):
    """Indices that share their random tables: those of a table, or of one group (``args``) in it."""

    names: list[str]
    table: pd.DataFrame
    args: tuple[int, ...]
    shown_as: str


def tasks_of(counts: pd.DataFrame, indices: Sequence[str], group: str | None) -> list[Task]:
    """Return what is to be measured: indices of one group for each in turn, those of several groups for all together.

    With ``group`` both kinds are of that group and everybody else.
    """
    groups = list(counts.columns) if group is None else [group]
    of_a_group = [name for name in indices if BY_NAME[name].groups == ONE_GROUP]
    of_all = [name for name in indices if name not in of_a_group]
    tasks = [Task(of_a_group, counts, (place_of(counts, one),), str(one)) for one in groups]
    table = groups_measured(counts, group)
    return [task for task in (*tasks, Task(of_all, table, (), group or "")) if task.names]


def groups_measured(counts: pd.DataFrame, group: str | None) -> pd.DataFrame:
    """Return the table that is measured: all groups, or ``group`` and everybody else."""
    return counts if group is None else pd.DataFrame(np.stack(split(counts, group)).T, index=counts.index)


def index_figures(
    counts: pd.DataFrame,
    indices: Sequence[str] = USUAL,
    group: str | None = None,
    iterations: int = ITERATIONS,
    seed: int | None = 1,
    progress: Progress = None,
    has_interval: bool = True,
) -> pd.DataFrame:
    """Return a row an index: ``matt grupp``, ``INDEX_COLUMNS``, ``anledning`` and ``few_decide`` (see ``Inference``).

    ``counts``: units x groups, persons, NaN where hidden; ``has_interval``: as ``infer_all`` takes it.
    """
    tasks = tasks_of(counts, indices, group)
    rows = []
    for number, task in enumerate(tasks):
        functions = [FUNCTIONS[name] for name in task.names]
        part = stage(progress, *_part(number, len(tasks)))
        found = infer_all(
            functions,
            task.table,
            *task.args,
            iterations=iterations,
            seed=seed,
            progress=part,
            has_interval=has_interval,
        )
        rows += [(name, task.shown_as, *one) for name, one in zip(task.names, found)]
    return pd.DataFrame(rows, columns=["matt", "grupp", *INDEX_COLUMNS, "anledning", "few_decide"])


def index_differences(
    first: pd.DataFrame,
    second: pd.DataFrame,
    indices: Sequence[str],
    group: str | None,
    iterations: int = ITERATIONS,
    seed: int | None = 1,
    progress: Progress = None,
) -> list[Comparison]:
    """Return how each index differs between two tables, in the order of ``index_figures``; see ``compare``."""
    pairs = list(zip(tasks_of(first, indices, group), tasks_of(second, indices, group)))
    every = [(one, other, name) for one, other in pairs for name in one.names]
    return [
        compare(
            FUNCTIONS[name],
            one.table,
            other.table,
            *one.args,
            iterations=iterations,
            seed=seed,
            progress=stage(progress, *_part(number, len(every))),
        )
        for number, (one, other, name) in enumerate(every)
    ]


def index_bounds(
    counts: pd.DataFrame,
    indices: Sequence[str],
    group: str | None,
    threshold: int,
    progress: Progress = None,
) -> pd.DataFrame:
    """Return a row an index: ``matt grupp lagst hogst`` and ``SCENARIO_COLUMNS``; rows as in ``index_figures``.

    See ``bounds``, and ``Scenarios``: none of these is an estimate.
    """
    tasks = tasks_of(counts, indices, group)
    every = [(task, name) for task in tasks for name in task.names]
    rows = []
    for number, (task, name) in enumerate(every):
        function = FUNCTIONS[name]
        part = stage(progress, *_part(number, len(every)))
        found = _bounds(function, counts, task.args, group, threshold, part)
        rows.append((name, task.shown_as, found.low, found.high, *found.scenarios))
    return pd.DataFrame(rows, columns=["matt", "grupp", "lagst", "hogst", *SCENARIO_COLUMNS])


def _bounds(
    function: Index,
    counts: pd.DataFrame,
    args: tuple[int, ...],
    group: str | None,
    threshold: int,
    progress: Progress,
) -> Bounds:
    if group is None or args:
        return bounds(function, counts, *args, threshold=threshold, progress=progress)

    # The rest may hide several counts in a unit, which the table of two groups does not show.
    return bounds(AgainstRest(function), counts, group, threshold=threshold, progress=progress)


def _part(number: int, count: int) -> tuple[float, float]:
    return number / count, (number + 1) / count


def part_figures(
    counts: pd.DataFrame,
    by: pd.DataFrame,
    iterations: int = ITERATIONS,
    seed: int | None = 1,
    progress: Progress = None,
) -> pd.DataFrame:
    """Return a row of all segregation, and a row a part of it: ``niva enhet``, ``PART_COLUMNS`` and ``anledning``.

    ``by``: the larger units' names, a column a level, the outermost first. ``niva`` says in Swedish which part.
    """
    found = decompose(counts, by)
    names = list(by.columns)
    labels = [f"mellan {name}" + (f" inom {names[level - 1]}" if level else "") for level, name in enumerate(names)]
    table = pd.DataFrame({"niva": ["hela", *labels, f"inom {names[-1]}"], "enhet": ""})
    table["m"] = table["m_bidrag"] = [found.m, *found.parts["m"]]
    table["h"] = [found.h, *found.parts["h"]]
    parts = infer_parts(counts, by, iterations, seed, progress)
    table["h_slump"] = [math.fsum(part.expected for part in parts), *(part.expected for part in parts)]
    table["h_korrigerat"] = table["h"] - table["h_slump"]
    table.loc[1:, list(_OF_A_SHARE)] = [part.share for part in parts]
    table["anledning"] = [why_undefined(table_of(counts)) if math.isnan(found.h) else KNOWN] * len(table)
    return table


def part_bounds(counts: pd.DataFrame, by: pd.DataFrame, threshold: int) -> list[tuple[float, float]]:
    """Return the least and the most of H, and of each part of it, that hidden counts under ``threshold`` allow.

    They are searched (FOUND, see ``bounds``).
    """
    cells = counts.to_numpy(dtype=np.float64)
    levels = [None, *places_on_levels(by), np.arange(len(cells))]
    ranges = ranges_of(cells, threshold, None)
    parts = [(levels[-1], None), *zip(levels[1:], levels)]
    return [by_search(partial(shares_of_h, inner=inner, outer=outer), ranges) for inner, outer in parts]


def larger_unit_figures(counts: pd.DataFrame, by: pd.DataFrame, has_expected: bool = True) -> pd.DataFrame:
    """Return a row a larger unit: ``niva enhet personer m h m_bidrag h_slump h_korrigerat anledning``.

    ``niva``: which column of ``by``; ``personer``: those known. The units in each: ``units_inside``. ``has_expected``:
    without, ``h_slump`` and ``h_korrigerat`` are NaN, and it takes half the time.
    """
    units = decompose(counts, by).by_unit.reset_index()
    cells = counts.to_numpy(dtype=np.float64)
    inside = [cells[places] for places in units_inside(by)]
    units["personer"] = [np.nansum(own) for own in inside]
    units["anledning"] = [
        why_undefined(table_of(own)) if math.isnan(h) else KNOWN for own, h in zip(inside, units["h"])
    ]
    units["h_slump"] = [expected_theil_h(own) if has_expected else math.nan for own in inside]
    units["h_korrigerat"] = units["h"] - units["h_slump"]
    units["niva"] = [by.columns[level - 1] for level in units["niva"]]
    units["enhet"] = units["enhet"].map(lambda name: "" if name is None else str(name))
    return units


def unit_figures(counts: pd.DataFrame, group: str | None = None) -> pd.DataFrame:
    """Return a row a unit: ``lokal_m``, ``lokaliseringskvot_<group>`` and ``bidrag_<group>`` of each group.

    With ``group`` of that group and everybody else alone.
    """
    table = pd.DataFrame({"lokal_m": local_mutual_information(groups_measured(counts, group))}, index=counts.index)
    for one in counts.columns if group is None else [group]:
        table[f"lokaliseringskvot_{one}"] = location_quotients(counts, one)
        table[f"bidrag_{one}"] = contributions(counts, one)
    return table
