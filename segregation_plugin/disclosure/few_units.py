"""Tables with units of few persons of a group: which figures of them may be shown.

Whoever knows the counts of all other units, or has a protected table of the same counts, may try every number that a
hidden count can be and keep those that give the figures shown. Two rules keep all of them possible.

- The counts under the threshold are taken out before anything is measured: a figure is shown where it is the same
  whatever they are, so that it says nothing about them, however many figures there are.
- A protected table hides further counts, the companions of these. There are so few figures with so few decimals that
  those are not revealed either.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..analysis.segregation.counts import place_of
from ..domain.arrays import Flags, Numbers
from ..domain.messages import Message, message
from .rules import (
    FEWEST_UNITS,
    FEWEST_WITH_FEW,
    INDEX_DECIMALS_WITH_FEW,
    PERSONS_A_STEP,
    PERSONS_A_STEP_OF_FEW_UNITS,
)


def few(cells: Numbers, threshold: int) -> Flags:
    """Return which counts are hidden in what is shown: from 1 to ``threshold`` - 1, where nobody has published them.

    What is hidden already (NaN) cannot be revealed by a figure.
    """
    return np.asarray((cells > 0) & (cells < threshold), dtype=bool)


def without_few(counts: pd.DataFrame, threshold: int) -> pd.DataFrame:
    """Return a table in which the counts under the threshold are hidden (NaN); zeros are not."""
    cells = counts.to_numpy(dtype=np.float64)
    hidden = np.where(few(cells, threshold), math.nan, cells)
    return pd.DataFrame(hidden, index=counts.index, columns=counts.columns)


def holds_few(counts: pd.DataFrame, threshold: int) -> bool:
    """Return whether a unit has few persons of a group."""
    return bool(few(counts.to_numpy(dtype=np.float64), threshold).any())


def with_anybody(cells: Numbers) -> Flags:
    """Return which units have persons, as far as is known; ``cells``: units x groups."""
    return np.asarray(np.isnan(cells).any(axis=1) | (np.nan_to_num(cells).sum(axis=1) > 0), dtype=bool)


def too_few_units(counts: pd.DataFrame) -> Message | None:
    """Return the reason why nothing may be shown of so few units, None if it may."""
    units = with_anybody(counts.to_numpy(dtype=np.float64)).sum()
    return message("fewer than {count} units", count=FEWEST_UNITS) if units < FEWEST_UNITS else None


def why_not_shown(known: pd.DataFrame, group: str | None, rows: int) -> Message | None:
    """Return the reason why no index may be shown of a table that holds few, None if it may.

    ``known``: units x groups without the few; ``group``: which is measured against everybody else, None for all groups;
    ``rows``: how many indices are shown together.
    """
    if decimals_together(known, group, rows) < 1:
        return message(
            "some units have few persons of a group: then the smallest group must have at least {persons} persons "
            "(figures asked for: {rows})",
            rows=rows,
            persons=10 * _a_step(known.to_numpy(dtype=np.float64), rows),
        )
    return None


def decimals_together(known: pd.DataFrame, group: str | None, rows: int) -> int:
    """Return how many decimals ``rows`` indices of a table without its few may have. See ``why_not_shown``."""
    cells = known.to_numpy(dtype=np.float64)
    smallest = max(_smallest_group(cells, None if group is None else place_of(known, group)), 1.0)
    return min(math.floor(math.log10(smallest / _a_step(cells, rows))), INDEX_DECIMALS_WITH_FEW)


def _smallest_group(cells: Numbers, group: int | None) -> float:
    """Return the persons known of the smallest group with anybody, of all or of ``group`` and everybody else."""
    hidden = np.isnan(cells)
    persons, unknown = np.where(hidden, 0.0, cells).sum(axis=0), hidden.sum(axis=0)
    if group is not None:
        persons, unknown = (np.array([of[group], of.sum() - of[group]]) for of in (persons, unknown))
    return float(persons[persons + unknown > 0].min())


def _a_step(cells: Numbers, rows: int) -> int:
    """Return how many persons of the smallest group a step of the last decimal must be worth."""
    units = int(np.isnan(cells).any(axis=1).sum())
    return rows * (PERSONS_A_STEP if units >= FEWEST_WITH_FEW else PERSONS_A_STEP_OF_FEW_UNITS)


def rounded(table: pd.DataFrame, decimals: int) -> pd.DataFrame:
    """Return rounded numbers, none of them a negative zero."""
    return table.astype("float64").round(decimals) + 0.0
