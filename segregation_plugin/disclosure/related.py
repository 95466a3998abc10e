"""Columns of numbers that determine each other: totals and their parts, and other sums of the same schools.

No file says so. It is derived from the numbers: a column that is, at nearly all schools, the sum of some others, or
never less than they are together, so that the difference may be people too.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..domain.arrays import Flags, Numbers
from .rules import SMALLEST_GROUP

# A slip or a hidden value at a few schools does not make parts of a total anything else.
_NEARLY_ALL = 0.9
# With more columns, sums of three parts are looked for by their rank alone.
_MANY = 16
_CLOSE = 1e-6
# So many schools are compared first; a sum has to hold at nearly all schools.
_FIRST, _LIKELY = 60, 0.7


class NumberColumn(NamedTuple):
    """Numbers that each school adds to a sum (NaN where unknown).

    ``measure``: whose it is, empty for published numbers; ``is_people``: whether it counts people.
    """

    measure: str
    values: Numbers
    is_people: bool

    def sum_over(self, part: Flags) -> float:
        """Return the sum over a part of the schools, as far as it is known."""
        return float(np.nansum(self.values[part]))


class Difference(NamedTuple):
    """A total less some of its parts: the rest counts people too.

    ``is_whole``: whether the parts make up the total.
    """

    total: NumberColumn
    parts: tuple[NumberColumn, ...]
    is_whole: bool = False

    @property
    def measures(self) -> frozenset[str]:
        """Return the unpublished measures in it."""
        return frozenset(one.measure for one in (self.total, *self.parts) if one.measure)

    def is_few(self, part: Flags, least: int = SMALLEST_GROUP) -> bool:
        """Return whether fewer than ``least`` people are left in a part of the schools, but somebody.

        By the shown sums, and by the schools of which all is known.
        """
        sums = [one.sum_over(part) for one in (self.total, *self.parts)]
        among = np.nansum(self._left()[part])
        return any(_CLOSE < left < least - _CLOSE for left in (sums[0] - sum(sums[1:]), among))

    def is_one_alone(self, part: Flags) -> bool:
        """Return whether all people of a total are in one of the parts that make it up: then it is known of each."""
        sums = [one.sum_over(part) for one in (self.total, *self.parts)]
        return self.is_whole and len(self.parts) > 1 and sum(number > 0 for number in sums[1:]) == 1

    def is_nested(self) -> bool:
        """Return whether the parts together are nearly nowhere more than the total."""
        left = self._known()
        return len(left) > 0 and bool(np.mean(left >= -_CLOSE) >= _NEARLY_ALL)

    def makes_up(self, groups: Sequence[Flags]) -> bool:
        """Return whether the parts make up the total, at nearly all schools or in the sums over all ``groups``."""
        left = self._known()
        if len(left) and np.mean(abs(left) <= _CLOSE) >= _NEARLY_ALL:
            return True
        sums = [[one.sum_over(group) for group in groups] for one in (self.total, *self.parts)]
        total, rest = np.array(sums[0]), np.sum(sums[1:], axis=0)
        return bool((total != 0).sum() > 1 and np.allclose(total, rest, rtol=0, atol=_CLOSE))

    def _left(self) -> Numbers:
        return np.asarray(self.total.values - np.sum([one.values for one in self.parts], axis=0))

    def _known(self) -> Numbers:
        """Return the rest at each school that has people and of which all is known."""
        left = self._left()
        return left[~np.isnan(left) & (self.total.values != 0)]


def related(
    own: Sequence[NumberColumn], public: Sequence[NumberColumn], parts: Sequence[Flags]
) -> tuple[list[frozenset[str]], list[Difference]]:
    """Return the unpublished measures that determine each other, and the differences of their columns that matter.

    ``own``, ``public``: columns of unpublished measures and of published numbers; ``parts``: the groups of schools that
    sums are shown for. A difference matters where it is a small number of people in any of them, or nothing anywhere.
    """
    linked = _by_rank(own, public)
    differences = []
    for people in (True, False):
        for difference in _candidates([one for one in (*own, *public) if one.is_people == people], parts):
            is_whole = difference.makes_up(parts)
            if is_whole or (people and any(difference.is_few(part) for part in parts) and difference.is_nested()):
                linked.append(difference.measures)
                differences.append(difference._replace(is_whole=is_whole))
    return linked, differences


def _candidates(columns: Sequence[NumberColumn], groups: Sequence[Flags]) -> list[Difference]:
    """Return each total with one, two or three others that may be its parts, by the first schools and the sums.

    At least one of them is unpublished.
    """
    if not columns:
        return []
    values = np.array([one.values for one in columns])
    unknown = np.isnan(values).any(axis=1)
    sums = np.array([[one.sum_over(group) for group in groups] for one in columns])
    found = []
    for place, total in enumerate(columns):
        others = [at for at in range(len(columns)) if at != place]
        first = np.flatnonzero(np.nan_to_num(values[place]) != 0)[:_FIRST]
        for count in range(1, min(len(others), 3 if len(columns) <= _MANY else 2) + 1):
            chosen = np.array(list(itertools.combinations(others, count)))
            left = values[place, first] - values[:, first][chosen].sum(axis=1)
            of_groups = sums[place] - sums[chosen].sum(axis=1)
            known = np.maximum((~np.isnan(left)).sum(axis=1), 1)
            none, nested = (abs(left) <= _CLOSE).sum(axis=1) / known, (left >= -_CLOSE).sum(axis=1) / known
            few = ((of_groups > _CLOSE) & (of_groups < SMALLEST_GROUP)).any(axis=1) | unknown[chosen].any(axis=1)
            likely = (none >= _LIKELY) | (abs(of_groups) <= _CLOSE).all(axis=1)
            likely |= total.is_people & few & (nested >= _LIKELY)
            sets = (Difference(total, tuple(columns[at] for at in way)) for way in chosen[likely])
            found += [one for one in sets if one.measures]
    return found


def _by_rank(own: Sequence[NumberColumn], public: Sequence[NumberColumn]) -> list[frozenset[str]]:
    """Return the measures of columns that are a linear combination of each other at all schools.

    Where there are no more schools than columns every column is one: then all are related.
    """
    columns = [*own, *public]
    matrix = np.column_stack([one.values for one in columns])
    linked = []
    for rows in (matrix[~np.isnan(matrix).any(axis=1)], np.nan_to_num(matrix)):
        size = np.sqrt((rows**2).sum(axis=0))
        scaled = rows / np.where(size > 0, size, 1.0)
        sizes, directions = np.linalg.eigh(scaled.T @ scaled)
        none = directions[:, sizes <= _CLOSE**2 * max(1.0, sizes.max(initial=0.0))]
        together = abs(none @ none.T) > _CLOSE
        for one, other in zip(*np.nonzero(np.triu(together, 1))):
            pair = frozenset((columns[one].measure, columns[other].measure)) - {""}
            if len(pair) == 2:
                linked.append(pair)
    return linked
