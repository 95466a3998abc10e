"""The results of schools as arrays: what is looked up once of a study, and summed up for many parts of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Flags, Integers, Numbers
from ...domain.measures import STATUS_SUFFIX
from ...domain.statuses import EXISTS, HIDDEN, ROUNDED

if TYPE_CHECKING:
    from .summaries import Way


class ResultValues(NamedTuple):
    """The results that schools have, known or hidden: an array each, a place for each result of a school that has it.

    ``result``: its number among the results; ``school``: the row of its school; both in order. ``weight``: NaN where it
    is not known, 1 where nothing is weighted.
    """

    result: Integers
    school: Integers
    value: Numbers
    weight: Numbers
    hidden: Flags
    rounded: Flags

    def of(self, rows: Integers) -> ResultValues:
        """Return those of some of the schools, by their rows. Raises IndexError for a school that there is not."""
        if rows.min(initial=0) < 0:
            raise IndexError(int(rows.min()))
        places = np.full(max(self.school.max(initial=-1), rows.max(initial=-1)) + 1, -1)
        places[rows] = np.arange(len(rows))
        school = places[self.school]
        kept = school >= 0
        return ResultValues(
            self.result[kept],
            school[kept],
            self.value[kept],
            self.weight[kept],
            self.hidden[kept],
            self.rounded[kept],
        )


NO_VALUES = ResultValues(
    np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0), np.zeros(0), np.zeros(0, bool), np.zeros(0, bool)
)


def result_values(schools: pd.DataFrame, ways: Mapping[str, Way]) -> ResultValues:
    """Return the results that schools have: those of ``ways``, as ``ways_of`` gives them."""
    found = [NO_VALUES, *(_values_of(schools, number, *one) for number, one in enumerate(ways.items()))]
    return ResultValues(*(np.concatenate(each) for each in zip(*found)))


def _values_of(schools: pd.DataFrame, number: int, column: str, way: Way) -> ResultValues:
    values = schools[column].to_numpy(dtype=float, na_value=math.nan)
    hidden, rounded, exact = flags_of(schools[column + STATUS_SUFFIX], (HIDDEN, ROUNDED, EXISTS))
    rows = np.flatnonzero(hidden | (~np.isnan(values) & (rounded | exact)))
    known = schools[way.weight].to_numpy(dtype=float, na_value=math.nan) if way.weight else np.ones(len(values))
    return ResultValues(np.full(len(rows), number), rows, values[rows], known[rows], hidden[rows], rounded[rows])


def flags_of(texts: pd.Series, kinds: Sequence[str]) -> list[Flags]:
    """Return for each kind which of many texts are it; each text that occurs is looked at once."""
    number, known = pd.factorize(texts)
    places = {text: place for place, text in enumerate(known)}
    return [number == places[kind] if kind in places else np.zeros(len(texts), dtype=bool) for kind in kinds]
