"""The difference of an index between two tables: two years of the same units, or two places."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Numbers
from ...domain.messages import InputError, Message, message
from .correction import CLOSE
from .counts import Counts, split, table_of
from .inference import (
    ITERATIONS,
    KNOWN,
    Index,
    Inference,
    group_of,
    infer,
    require_iterations,
    why_undefined,
)
from .many_tables import values_of
from .repeated import Progress, repeated, seeded, stage


class Comparison(NamedTuple):
    """An index of two tables and what to think of the difference, which is ``second`` minus ``first``.

    ``corrected``: the difference without the bias that small units bring to either. ``low``, ``high``: a 95 per cent
    interval of ``corrected``. ``p_value``: how often as large a difference of the values as they stand comes about
    where it does not matter which table a unit is in. ``is_paired``: whether the units of both tables are the same. NaN
    where undefined or, the interval alone, where a table has too few units: ``reason`` says why.
    """

    first: float
    second: float
    difference: float
    corrected: float
    low: float
    high: float
    p_value: float
    is_paired: bool
    reason: Message = KNOWN


def compare(
    function: Index,
    first: Counts,
    second: Counts,
    *args: object,
    iterations: int = ITERATIONS,
    seed: int | None = None,
    progress: Progress = None,
) -> Comparison:
    """Return how an index of this package differs between two tables of counts (as ``infer`` takes them).

    Two DataFrames with the same names of units (an index of their own, each name once) are the same units at two
    times: units are drawn in pairs, and the p-value rests on exchanging the two times of units picked by chance. All
    other tables are two places: units are drawn from each, and the p-value rests on dealing all units anew to two
    places of as many units. That asks whether the units of both could be of one kind, their mix of groups included:
    where the groups' shares of all persons differ much between the places, it seldom finds anything.

    The interval is put together from those of both tables by Zou and Donner (2008), "Construction of confidence limits
    about effect measures", with what units of both years have in common from pairs drawn with replacement.

    The same ``seed`` gives the same answer. Raises InputError for fewer than one iteration and for different groups.
    """
    require_iterations(iterations)
    is_paired = _same_units(first, second)
    one, other, more = _alike(first, second, args, is_paired)
    tables = table_of(one), table_of(other)
    values = [float(function(table.cells, *more)) for table in tables]
    unknown = Comparison(values[0], values[1], math.nan, math.nan, math.nan, math.nan, math.nan, is_paired)
    if math.isnan(values[0]):
        return unknown._replace(reason=message("First table: {reason}", reason=why_undefined(tables[0])))
    if math.isnan(values[1]):
        return unknown._replace(reason=message("Second table: {reason}", reason=why_undefined(tables[1])))
    difference = values[1] - values[0]

    def of(pairs: Iterable[tuple[Numbers, Numbers]]) -> Numbers:
        return np.stack([values_of(function, np.stack(tables), more) for tables in zip(*pairs)], axis=1)

    def draws(generator: np.random.Generator, count: int) -> Numbers:
        return of(_drawn_pairs(one, other, generator) for _ in range(count))

    def exchanges(generator: np.random.Generator, count: int) -> Numbers:
        return of(_exchanged(one, other, is_paired, generator) for _ in range(count))

    size = one.size + other.size
    common = 0.0
    if is_paired:
        common = _correlation(repeated(draws, iterations, size, seeded(seed, 1), stage(progress, 0, 0.2)))
    exchanged = np.diff(repeated(exchanges, iterations, size, seeded(seed, 2), stage(progress, 0.2, 0.4)))[:, 0]
    exchanged = exchanged[~np.isnan(exchanged)]
    as_much = np.abs(exchanged) >= abs(difference) - CLOSE
    found = [
        infer(function, table, *more, iterations=iterations, seed=seed, progress=stage(progress, first, first + 0.3))
        for table, first in ((one, 0.4), (other, 0.7))
    ]
    corrected, low, high = _difference(found[0], found[1], common)
    reason = message("too few units for an interval") if math.isnan(low) else KNOWN
    if found[0].reason != KNOWN:
        reason = message("First table: {reason}", reason=found[0].reason)
    elif found[1].reason != KNOWN:
        reason = message("Second table: {reason}", reason=found[1].reason)
    return Comparison(
        values[0],
        values[1],
        difference,
        corrected,
        low,
        high,
        float((1 + as_much.sum()) / (1 + len(exchanged))),
        is_paired,
        reason,
    )


def _difference(first: Inference, second: Inference, common: float) -> tuple[float, float, float]:
    """Return the difference of two corrected values and its interval; ``common``: how these go together, -1 to 1."""
    difference = second.corrected - first.corrected

    def reach(one: float, other: float) -> float:
        return float(np.sqrt(np.maximum(0.0, one**2 + other**2 - 2 * common * one * other)))

    below = reach(second.corrected - second.low, first.high - first.corrected)
    above = reach(second.high - second.corrected, first.corrected - first.low)
    return difference, difference - below, difference + above


def _correlation(values: Numbers) -> float:
    """Return how both tables' indices go together in pairs of units drawn, draws x 2; 0 where they do not vary."""
    known = values[~np.isnan(values).any(axis=1)]
    if len(known) < 2 or (known.std(axis=0) < CLOSE).any():
        return 0.0
    return float(np.corrcoef(known.T)[0, 1])


def _same_units(first: Counts, second: Counts) -> bool:
    """Return whether both tables name the same units; numbers that pandas gave are no names."""
    if not (isinstance(first, pd.DataFrame) and isinstance(second, pd.DataFrame)):
        return False
    indexes = first.index, second.index
    if any(isinstance(index, pd.RangeIndex) or not index.is_unique for index in indexes):
        return False
    return len(first) == len(second) and bool(first.index.isin(second.index).all())


def in_same_order(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Return the second table with the groups in the order of the first. Raises InputError where they are others."""
    if set(first.columns) != set(second.columns):
        raise InputError(
            "The groups of both tables must be the same, not {first} and {second}.",
            first=", ".join(map(str, first.columns)),
            second=", ".join(map(str, second.columns)),
        )
    return second[list(first.columns)]


def _alike(
    first: Counts, second: Counts, args: tuple[object, ...], is_paired: bool
) -> tuple[Numbers, Numbers, tuple[object, ...]]:
    """Return both tables with the same groups in order, of pairs the units too, and what the index takes beside."""
    if isinstance(first, pd.DataFrame) and isinstance(second, pd.DataFrame):
        second = in_same_order(first, second)
        if is_paired:
            second = second.loc[first.index]
    if args:
        group = group_of(args)
        one, other = np.stack(split(first, group)).T, np.stack(split(second, group)).T
        return one, other, (0, *args[1:])
    one, other = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    if one.shape[-1] != other.shape[-1]:
        raise InputError(
            "The groups of both tables must be the same, not {first} and {second}.",
            first=one.shape[-1],
            second=other.shape[-1],
        )
    return one, other, ()


def _drawn_pairs(first: Numbers, second: Numbers, generator: np.random.Generator) -> tuple[Numbers, Numbers]:
    units = generator.integers(len(first), size=len(first))
    return first[units], second[units]


def _exchanged(
    first: Numbers, second: Numbers, is_paired: bool, generator: np.random.Generator
) -> tuple[Numbers, Numbers]:
    if is_paired:
        other_way = generator.random((len(first), 1)) < 1 / 2
        return np.where(other_way, second, first), np.where(other_way, first, second)
    permuted = generator.permutation(np.concatenate([first, second]))
    count = len(first)
    return permuted[:count], permuted[count:]
