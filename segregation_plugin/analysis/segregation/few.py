"""What segregation tables must not tell: how many persons of a group a unit with few of them has."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ...disclosure.rules import FEWEST_UNITS, FEWEST_UNITS_WITH_FEW
from ...domain.arrays import Flags, Numbers
from ...domain.messages import Message, message
from .counts import split

# Of a larger unit M and H alone are told.
_FEWEST_INSIDE_WITH_FEW = 10


def with_anybody(cells: Numbers) -> Numbers:
    """Return the units, of units x groups, in which there is anybody as far as is known."""
    return cells[np.isnan(cells).any(axis=1) | (np.nan_to_num(cells).sum(axis=1) > 0)]


def why_untold(counts: pd.DataFrame, group: str | None, threshold: int) -> Message | None:
    """Return why nothing may be told of a table, None where it may."""
    units = len(with_anybody(counts.to_numpy(dtype=np.float64)))
    if units < FEWEST_UNITS:
        return message("fewer than {count} units", count=FEWEST_UNITS)
    known = counts if group is None else pd.DataFrame(np.stack(split(counts, group)).T)
    persons = known.sum().to_numpy()
    if ((persons > 0) & (persons < threshold)).any():
        return message("fewer than {threshold} persons in a group", threshold=threshold)
    if units < FEWEST_UNITS_WITH_FEW and has_few(known.to_numpy(dtype=np.float64), threshold):
        return message(
            "fewer than {count} units, and fewer than {threshold} persons of a group in one of them",
            count=FEWEST_UNITS_WITH_FEW,
            threshold=threshold,
        )
    return None


def has_few(cells: Numbers, threshold: int) -> bool:
    """Whether a unit has few persons of a group, or a number of them that is hidden."""
    return bool((np.isnan(cells) | ((cells > 0) & (cells < threshold))).any())


def tells_of_few(cells: Numbers, threshold: int) -> bool:
    """Whether figures of a larger unit would tell of a group with few persons in it, or in one of its units.

    ``cells``: its units x groups. M and H of one unit say nothing of it, those of some units nearly all.
    """
    known = np.nansum(cells, axis=0)
    units = with_anybody(cells)
    some = 1 < len(units) < _FEWEST_INSIDE_WITH_FEW
    return bool(((known > 0) & (known < threshold)).any() or (some and has_few(units, threshold)))


def units_to_hide(cells: Numbers, threshold: int, by: pd.DataFrame | None) -> Flags:
    """Return which units of units x groups must not be told: those with few of a group, and enough to hide behind."""
    somebody = np.nan_to_num(cells).sum(axis=1) > 0
    smallest = np.where(somebody, np.nan_to_num(cells).min(axis=1, initial=math.inf), math.inf)
    outermost = np.arange(len(cells)) if by is None else pd.factorize(by.iloc[:, 0], use_na_sentinel=False)[0]
    hidden = np.isin(outermost, outermost[smallest < threshold])
    while 0 < (hidden & somebody).sum() < FEWEST_UNITS_WITH_FEW and not hidden[somebody].all():
        hidden |= outermost == outermost[np.where(hidden, math.inf, smallest).argmin()]
    return hidden


def _with_company(hidden: Flags, persons: Numbers) -> Flags:
    """Return what must be hidden so that nothing can be subtracted: with one hidden alone, the smallest other too.

    Nobody hides behind a unit without ``persons``.
    """
    if (hidden & (persons > 0)).sum() == 1:
        hidden = hidden.copy()
        hidden[np.where(hidden, np.inf, persons).argmin()] = True
    return hidden


def larger_units_to_hide(units: pd.DataFrame, few: Flags) -> Flags:
    """Return which rows of ``by_unit`` must not be told, level by level: those of ``few``, and what would tell them."""
    hidden = np.zeros(len(units), dtype=bool)
    sizes = units["personer"].to_numpy()
    outer, names = (units[column].map(str).to_numpy() for column in ("inom", "enhet"))
    for level in sorted(set(units["niva"])):
        rows = (units["niva"] == level).to_numpy()
        hidden_outer = set(names[hidden & (units["niva"] == level - 1).to_numpy()])
        for name in set(outer[rows]):
            beside = np.flatnonzero(rows & (outer == name))
            small = few[beside] | (name in hidden_outer)
            hidden[beside] = _with_company(small, sizes[beside])
    return hidden
