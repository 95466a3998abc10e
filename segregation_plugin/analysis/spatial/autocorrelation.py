"""Likeness of neighbours: Moran's I of values by area, and the local Moran of each area.

The neighbours of an area weigh the same and together 1 (row-standardised weights). Areas whose value is unknown are
left out with their links, and so are areas that then have no neighbour; both are counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...domain.arrays import Integers, Numbers
from ...domain.messages import InputError, Message, message
from .contiguity import Contiguity

PERMUTATIONS = 999
SIGNIFICANT = 0.05

HIGH_HIGH, LOW_LOW, HIGH_LOW, LOW_HIGH = "hog-hog", "lag-lag", "hog-lag", "lag-hog"
NOT_SIGNIFICANT = "ej_signifikant"

# What became of an area.
USED, UNKNOWN, ISLAND = "ingar", "okant_varde", "utan_grannar"

LOCAL_COLUMNS = (
    *("varde", "varde_grannar", "grannar", "lokal_moran", "z", "p", "p_fdr"),
    *("kvadrant", "kvadrant_fdr", "status"),
)

# A p-value of at most ten draws on its side is drawn anew with twenty times as many.
_RARE = 20
_FINER = 20
_CLOSE = 1e-12
_FEWEST_AREAS = 3  # of two, every permutation gives the same
_AT_ONCE = 2_000_000  # numbers: some tens of megabytes
_KNOWN = message("")


class Moran(NamedTuple):
    """Moran's I and what to think of it.

    ``estimate``: about -1 (neighbours differ) to 1 (neighbours are alike). ``expected``: if random,
    -1 / (areas - 1). ``p_value``: how often chance alone gives a value as far from that, on either side. All NaN where
    undefined: ``reason`` says why. ``areas``: how many are used; ``unknown``, ``islands``: how many are left out
    because their value is unknown, or because no neighbour with a known value is left.
    """

    estimate: float
    expected: float
    p_value: float
    areas: int
    unknown: int
    islands: int
    reason: Message = _KNOWN


class _Used(NamedTuple):
    """The areas that are used: their deviations from the mean in standard deviations, and the links among them."""

    which: NDArray[np.bool_]
    unknown: int
    islands: int
    deviations: Numbers
    links: Contiguity
    reason: Message


def moran(values: Numbers, links: Contiguity, permutations: int = PERMUTATIONS, seed: int | None = None) -> Moran:
    """Return Moran's I of ``values``, one an area, NaN where unknown; ``links``: which areas touch.

    I = sum_i z_i lag_i / sum_i z_i^2, where z is the deviation from the mean and lag the mean z of the neighbours
    (Moran 1950; Cliff and Ord 1981). The p-value rests on ``permutations`` in which all values are permuted over
    the areas, and counts the real one as one of them. The same ``seed`` gives the same answer. Undefined for
    fewer than three areas, and where all have the same value but for rounding. Raises InputError for infinite values,
    another number of values than areas, and fewer than one permutation.
    """
    used = _used(values, links, permutations)
    count = len(used.deviations)
    if used.reason.text:
        return Moran(math.nan, math.nan, math.nan, count, used.unknown, used.islands, used.reason)
    one, other = used.links.first, used.links.second
    weight = 1 / used.links.neighbours
    weights = (weight[one] + weight[other]) / count
    estimate = float((used.deviations[one] * used.deviations[other]) @ weights)
    expected = -1 / (count - 1)
    random = np.random.default_rng(seed)
    as_far = 0
    for size in _portions(permutations, count + len(one)):
        permuted = random.permuted(np.tile(used.deviations, (size, 1)), axis=1)
        by_chance = (permuted[:, one] * permuted[:, other]) @ weights
        as_far += int((np.abs(by_chance - expected) >= abs(estimate - expected) - _CLOSE).sum())
    p_value = (1 + as_far) / (1 + permutations)
    return Moran(estimate, expected, p_value, count, used.unknown, used.islands)


def local_moran(
    values: Numbers, links: Contiguity, permutations: int = PERMUTATIONS, seed: int | None = None
) -> pd.DataFrame:
    """Return the local Moran of each area (``LOCAL_COLUMNS``, in the order of ``values``); arguments as for ``moran``.

    ``varde_grannar`` is the mean of the ``grannar`` neighbours that are used. ``lokal_moran`` is z_i lag_i / m2 with
    m2 = sum z^2 / n (Anselin 1995), so that its mean over all areas is Moran's I. ``z`` compares it with its exact mean
    and variance when the area keeps its value and all others are permuted (Sokal, Oden and Thomson 1998).
    ``p`` (two-sided, +1 rule) rests on ``permutations`` of that kind, on twenty times as many where it is small; areas
    with as many neighbours share their draws. ``p_fdr`` is corrected for the number of areas. ``kvadrant`` and
    ``kvadrant_fdr``: the area's own value and its neighbours' beside the mean, high or low, where ``p``, or ``p_fdr``,
    is at most 0.05. An area that is left out has no numbers, and ``status`` says why.
    """
    used = _used(values, links, permutations)
    table = pd.DataFrame(
        dict.fromkeys(LOCAL_COLUMNS[:-3], np.nan) | dict.fromkeys(LOCAL_COLUMNS[-3:], ""),
        index=np.arange(links.areas),
    )
    table["varde"] = values
    table["grannar"] = 0
    table["status"] = np.where(used.which, USED, np.where(np.isnan(values), UNKNOWN, ISLAND))
    known = np.asarray(values, dtype=np.float64)[used.which]
    table.loc[used.which, "grannar"] = used.links.neighbours
    table.loc[used.which, "varde_grannar"] = _lags(known, used.links)
    if used.reason.text:
        return table
    deviations, lags = used.deviations, _lags(used.deviations, used.links)
    p_values = _local_p_values(deviations, lags, used.links.neighbours, permutations, seed)
    corrected = false_discovery_rate(p_values)
    results = {
        "lokal_moran": deviations * lags,
        "z": _local_scores(deviations, lags, used.links.neighbours),
        "p": p_values,
        "p_fdr": corrected,
        "kvadrant": _quadrants(deviations, lags, p_values),
        "kvadrant_fdr": _quadrants(deviations, lags, corrected),
    }
    for column, result in results.items():
        table.loc[used.which, column] = result
    return table


def false_discovery_rate(p_values: Numbers) -> Numbers:
    """Return p-values corrected for their number: of those at most 0.05 about one in twenty is a false alarm.

    Benjamini and Hochberg (1995), "Controlling the false discovery rate".
    """
    count = len(p_values)
    order = np.argsort(p_values, kind="stable")[::-1]
    corrected = np.empty(count)
    corrected[order] = np.minimum.accumulate(p_values[order] * count / np.arange(count, 0, -1))
    return np.minimum(corrected, 1.0)


def _used(values: Numbers, links: Contiguity, permutations: int) -> _Used:
    """Return what is used of values and links. Raises InputError as ``moran``."""
    values = np.asarray(values, dtype=np.float64)
    if len(values) != links.areas:
        raise InputError("There are {values} values of {areas} areas.", values=len(values), areas=links.areas)
    if np.isinf(values).any():
        raise InputError("The value of area number {place} is infinite.", place=int(np.isinf(values).argmax()) + 1)
    if permutations < 1:
        raise InputError("At least one permutation is needed, not {count}.", count=permutations)
    known = ~np.isnan(values)
    linked = np.zeros(len(values), dtype=bool)
    linked[np.flatnonzero(known)[links.among(known).neighbours > 0]] = True
    kept = links.among(linked)
    deviations, reason = values[linked], _KNOWN
    if not len(deviations):
        reason = message("no two areas with a known value touch")
    elif len(deviations) < _FEWEST_AREAS:
        reason = message("fewer than {count} areas", count=_FEWEST_AREAS)
    else:
        # To within 1: squares of very large or very small numbers are none.
        deviations = deviations / (np.abs(deviations).max() or 1)
        if np.ptp(deviations) <= _CLOSE:
            reason = message("all areas have the same value")
        else:
            deviations = deviations - deviations.mean()
            deviations = deviations / deviations.std()
    return _Used(linked, int((~known).sum()), int((known & ~linked).sum()), deviations, kept, reason)


def _lags(values: Numbers, links: Contiguity) -> Numbers:
    """Return the mean of each area's neighbours; every area has some."""
    ends, starts = np.concatenate([links.first, links.second]), np.concatenate([links.second, links.first])
    return np.asarray(np.bincount(ends, values[starts], minlength=links.areas) / links.neighbours)


def _local_scores(deviations: Numbers, lags: Numbers, neighbours: Integers) -> Numbers:
    """Return how many standard deviations each local Moran is from its mean when all others are permuted.

    The lag is then the mean of a draw without replacement from the others. NaN where it is always the same.
    """
    others = len(deviations) - 1
    mean = -deviations / others
    variance = (others + 1 - deviations**2) / others - mean**2
    with np.errstate(divide="ignore", invalid="ignore"):
        of_lag = variance / neighbours * (others - neighbours) / (others - 1)
        scores = np.sign(deviations) * (lags - mean) / np.sqrt(np.where(of_lag > _CLOSE, of_lag, np.nan))
    return np.asarray(scores)


def _local_p_values(
    deviations: Numbers, lags: Numbers, neighbours: Integers, permutations: int, seed: int | None
) -> Numbers:
    """Return how often chance gives an area neighbours as far from the mean, two-sided.

    Among thousands of areas only very small p-values remain after correction, smaller than ``permutations`` can give.
    Areas that come out rare are therefore drawn anew, more often.
    """
    random = np.random.default_rng(None if seed is None else [seed, 1])
    p_values = _p_values(np.arange(len(lags)), deviations, lags, neighbours, permutations, random)
    rare = np.flatnonzero(p_values <= _RARE / (permutations + 1))
    p_values[rare] = _p_values(rare, deviations, lags, neighbours, permutations * _FINER, random)
    return p_values


def _p_values(
    areas: Integers,
    deviations: Numbers,
    lags: Numbers,
    neighbours: Integers,
    permutations: int,
    random: np.random.Generator,
) -> Numbers:
    """Return two-sided p-values of some areas, against means of as many others as they have neighbours."""
    above, below = np.ones(len(lags)), np.ones(len(lags))
    for degree in np.unique(neighbours[areas]):
        alike = areas[neighbours[areas] == degree]
        drawn = _distinct(len(lags) - 1, int(degree), permutations, random)
        at_once = max(1, _AT_ONCE // drawn.size)
        for start in range(0, len(alike), at_once):
            end = start + at_once
            some = alike[start:end]
            # The others are numbered without the area itself.
            others = drawn[None] + (drawn[None] >= some[:, None, None])
            by_chance = deviations[others].mean(axis=2)
            above[some] += (by_chance >= lags[some, None] - _CLOSE).sum(axis=1)
            below[some] += (by_chance <= lags[some, None] + _CLOSE).sum(axis=1)
    both = 2 * np.minimum(above, below)[areas] / (permutations + 1)
    return np.asarray(np.minimum(1.0, both))


def _distinct(count: int, wanted: int, times: int, random: np.random.Generator) -> Integers:
    """Return ``times`` draws of ``wanted`` different numbers below ``count``, every set as likely (R. Floyd 1987)."""
    drawn = np.empty((times, wanted), dtype=np.int64)
    for place, highest in enumerate(range(count - wanted, count)):
        new = random.integers(highest + 1, size=times)
        taken = (drawn[:, :place] == new[:, None]).any(axis=1)
        drawn[:, place] = np.where(taken, highest, new)
    return drawn


def _quadrants(deviations: Numbers, lags: Numbers, p_values: Numbers) -> NDArray[np.object_]:
    """Return where each area and its neighbours are beside the mean, where that is significant."""
    own, near = np.sign(deviations), np.sign(lags)
    found = np.full(len(own), NOT_SIGNIFICANT, dtype=object)
    for name, signs in ((HIGH_HIGH, (1, 1)), (LOW_LOW, (-1, -1)), (HIGH_LOW, (1, -1)), (LOW_HIGH, (-1, 1))):
        found[(own == signs[0]) & (near == signs[1]) & (p_values <= SIGNIFICANT)] = name
    return found


def _portions(permutations: int, numbers: int) -> Iterator[int]:
    """Yield how many permutations to make at once, each of as many numbers."""
    at_once = max(1, _AT_ONCE // numbers)
    for start in range(0, permutations, at_once):
        yield min(at_once, permutations - start)
