"""What an index says once chance is taken into account: small units look segregated where nobody chose anything."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ...domain.messages import InputError, Message, message
from .chance import random_tables
from .counts import Counts, Group, Numbers, Table, against_rest, table_of
from .many_groups import mutual_information, theil_h
from .two_groups import dissimilarity

Index = Callable[..., float]

ITERATIONS = 500
_CONFIDENCE = 0.95
# Indices whose bias is a difference; that of the others is a share of what is left to 1.
_SUBTRACTED = (theil_h, mutual_information)
_KNOWN = message("")
_CLOSE = 1e-12


class Inference(NamedTuple):
    """An index and what to think of it.

    ``estimate``: of the table as it is. ``expected``: the mean that chance alone would give. ``corrected``: without the
    bias that small units bring. ``low``, ``high``: a 95 per cent interval of the estimate, from units drawn with
    replacement. ``p_value``: how often chance alone gives as much. All NaN where undefined: ``reason`` says why.
    """

    estimate: float
    expected: float
    corrected: float
    low: float
    high: float
    p_value: float
    reason: Message = _KNOWN


def infer(
    function: Index, counts: Counts, *args: object, iterations: int = ITERATIONS, seed: int | None = None
) -> Inference:
    """Return what an index of this package says of ``counts`` (persons, whole numbers, NaN where hidden).

    ``args``: what the index itself takes: the group, and for ``atkinson`` its parameter. The same ``seed`` gives the
    same answer. Expected value and p-value rest on ``iterations`` random allocations of all persons to the units (the
    p-value counts the table itself as one of them). Raises InputError for fewer than one iteration.
    """
    if iterations < 1:
        raise InputError("At least one iteration is needed, not {count}.", count=iterations)
    table, more = _table(counts, args)
    estimate = float(function(counts, *args))
    if math.isnan(estimate):
        return _undefined(table)
    if (table.cells % 1).any():
        return _unknown(message("persons must be counted in whole numbers"))._replace(estimate=estimate)
    by_chance = np.array([function(cells, *more) for cells in random_tables(table, iterations, seed)])
    expected = float(by_chance.mean())
    even = float(function(np.outer(table.units, table.overall), *more))
    as_much = np.abs(by_chance - even) >= abs(estimate - even) - _CLOSE
    low, high = _interval(function, table, more, iterations, seed)
    return Inference(
        estimate,
        expected,
        _corrected(function, table, estimate, expected, even),
        low,
        high,
        float((1 + as_much.sum()) / (1 + iterations)),
    )


def density_corrected_dissimilarity(counts: Counts, group: Group) -> float:
    """Return D without the bias that small units bring. 0 to 1, NaN as ``dissimilarity``.

    The difference of each unit's shares of the two groups is taken as a normal variable whose sign was lost: its
    likeliest size, in standard errors, solves theta = observed tanh(observed theta). Allen, Burgess, Davidson and
    Windmeijer (2015), "More reliable inference for the dissimilarity index of segregation".
    """
    table = against_rest(counts, group)
    if math.isnan(dissimilarity(counts, group)):
        return math.nan
    shares = table.cells / table.groups
    error = np.sqrt((shares * (1 - shares) / table.groups).sum(axis=1))
    difference = np.abs(shares[:, 0] - shares[:, 1])
    # All of both groups in one unit: nothing is uncertain, nor apart.
    observed = np.divide(difference, error, out=np.zeros_like(error), where=error > 0)
    without_error = np.where(error > 0, 0.0, difference)
    return float((_likeliest(observed) * error + without_error).sum() / 2)


def _likeliest(observed: Numbers) -> Numbers:
    """Return theta = observed tanh(observed theta), the root above 0 where there is one (observed > 1)."""
    above = observed > 1
    theta = np.where(above, observed, 0.0)
    # Newton's method from above, on a function that is convex there, comes down to the root and never passes it.
    for _ in range(60):
        tangent = np.tanh(observed * theta)
        slope = 1 - observed**2 * (1 - tangent**2)
        step = np.divide(theta - observed * tangent, slope, out=np.zeros_like(theta), where=above & (slope > 0))
        theta = theta - step
        if np.abs(step).max(initial=0) < _CLOSE:
            break
    return theta


def _corrected(function: Index, table: Table, estimate: float, expected: float, even: float) -> float:
    """Return an index without its bias: by Allen et al. for D, by difference, or by Carrington and Troske (1997)."""
    if function is dissimilarity:
        return density_corrected_dissimilarity(table.cells, 0)
    if function in _SUBTRACTED or abs(even) > _CLOSE:
        return estimate - (expected - even)
    return (estimate - expected) / (1 - expected) if expected < 1 else math.nan


def _interval(
    function: Index, table: Table, more: tuple[object, ...], iterations: int, seed: int | None
) -> tuple[float, float]:
    """Return the interval of an index over units drawn with replacement; draws that lack a group tell nothing."""
    random = np.random.default_rng(None if seed is None else [seed, 1])
    draws = random.integers(len(table.units), size=(iterations, len(table.units)))
    values = np.array([function(table.cells[draw], *more) for draw in draws])
    values = values[~np.isnan(values)]
    if not len(values):
        return math.nan, math.nan
    low, high = np.quantile(values, [(1 - _CONFIDENCE) / 2, (1 + _CONFIDENCE) / 2])
    return float(low), float(high)


def _table(counts: Counts, args: tuple[object, ...]) -> tuple[Table, tuple[object, ...]]:
    """Return the table that chance fills anew, and what the index takes beside it: only one group counts, if any."""
    if not args:
        return table_of(counts), ()
    group = args[0]
    if not isinstance(group, (int, str)):
        raise InputError("There is no group {group} in the table.", group=group)
    return against_rest(counts, group), (0, *args[1:])


def _undefined(table: Table) -> Inference:
    if not table.is_known:
        reason = message("a count is hidden")
    elif not len(table.units):
        reason = message("there is nobody in the table")
    elif (table.groups > 0).sum() < 2:
        reason = message("everybody is in one group")
    else:
        reason = message("the index is not defined for this table")
    return _unknown(reason)


def _unknown(reason: Message) -> Inference:
    return Inference(math.nan, math.nan, math.nan, math.nan, math.nan, math.nan, reason)
