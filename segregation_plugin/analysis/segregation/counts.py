"""Tables of counts, units by groups, as every index takes them."""

from __future__ import annotations

from typing import NamedTuple, Union

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ...domain.arrays import Numbers
from ...domain.messages import InputError

# More in a unit are a code, or a sum of money.
MOST_PERSONS = 1e9

Counts = Union[ArrayLike, pd.DataFrame]
Group = Union[int, str]


class CountTable(NamedTuple):
    """``cells``: units x groups, of the units that hold anybody; ``units`` and ``groups``: sums. Persons, as floats.

    ``is_known``: whether every count is; with a hidden one (NaN) no index is.
    """

    cells: Numbers
    units: Numbers
    groups: Numbers
    total: float
    is_known: bool

    @property
    def shares(self) -> Numbers:
        """The share of each group in each unit, units x groups, 0 to 1."""
        return self.cells / self.units[:, None]

    @property
    def overall(self) -> Numbers:
        """The share of each group in everybody, 0 to 1, NaN of nobody."""
        return self.groups / (self.total or np.nan)


def table_of(counts: Counts) -> CountTable:
    """Return ``counts`` (units x groups, persons, NaN where hidden) as a table.

    Units without anybody are left out. Raises InputError for what is no table, and for counts below zero.
    """
    cells = np.asarray(counts, dtype=np.float64)
    if cells.ndim != 2:
        raise InputError("Segregation is measured in a table of units by groups, not in {shape}.", shape=cells.shape)
    # Both are NaN where a count is hidden.
    least, most = cells.min(initial=0), cells.max(initial=0)
    if not (least >= 0 and most < np.inf):
        for count in cells[(cells < 0) | np.isinf(cells)]:
            raise InputError("A count of people cannot be {count}.", count=f"{count:g}")
    units = cells.sum(axis=1)
    if not units.all():
        cells, units = cells[units != 0], units[units != 0]
    groups = cells.sum(axis=0)
    return CountTable(cells, units, groups, float(groups.sum()), not bool(np.isnan(least)))


def place_of(counts: Counts, group: Group) -> int:
    """Return the column of ``group`` (0-based column, or a label of a DataFrame's). Raises InputError without one."""
    width = np.shape(counts)[-1] if np.ndim(counts) == 2 else 0
    place = -1
    if isinstance(counts, pd.DataFrame) and group in counts.columns:
        place = list(counts.columns).index(group)
    elif isinstance(group, (int, np.integer)):
        place = int(group)
    if not 0 <= place < width:
        raise InputError("There is no group {group} in the table.", group=group)
    return place


def split(counts: Counts, group: Group) -> tuple[Numbers, Numbers]:
    """Return the persons of ``group`` and all others, unit by unit. Raises InputError where there is no such group."""
    place = place_of(counts, group)
    cells = np.asarray(counts, dtype=np.float64)
    return cells[:, place], cells[:, 1 - place] if cells.shape[1] == 2 else np.delete(cells, place, axis=1).sum(axis=1)


def against_rest(counts: Counts, group: Group) -> CountTable:
    """Return a table of two groups, ``group`` and everybody else. Raises InputError as ``split``."""
    own, rest = split(counts, group)
    table = np.empty((len(own), 2), order="F")  # column by column, as sums over a few groups are quickest
    table[:, 0], table[:, 1] = own, rest
    return table_of(table)
