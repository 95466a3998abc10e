"""Segregation of schools beyond that of homes: which of its figures may be shown."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from ..analysis.schools.home_segregation import Beyond, compared
from ..analysis.segregation import Inference
from ..domain.arrays import Numbers
from ..domain.messages import Message, message
from .few_units import few
from .rules import (
    FEWEST_SCHOOLS_OF_HOMES,
    FEWEST_UNPUBLISHED,
    INDEX_DECIMALS_WITH_FEW,
    PERSONS_A_STEP,
    SMALLEST_GROUP,
)


class ShownDissimilarity(NamedTuple):
    """A dissimilarity as it may be shown: the value, the value expected if random, and the corrected value."""

    estimate: float
    expected: float
    corrected: float


class ShownSegregation(NamedTuple):
    """Figures of ``Beyond`` that may be shown; ``reason``: why none may; ``decimals``: how many they have."""

    actual: ShownDissimilarity
    nearest: ShownDissimilarity
    excess: float
    excess_corrected: float
    decimals: int
    reason: Message = message("")


def shown_home_segregation(found: Beyond, is_hidden: bool) -> ShownSegregation:
    """Return the figures with as many decimals as may be shown.

    ``is_hidden``: whether a number of pupils is hidden in the tables beside them. Nothing is shown of fewer than ten
    schools; nor, where a number is hidden or a school has few of one of the two groups, of fewer than thirty schools or
    where the smaller group has too few pupils for one decimal. There are two decimals, or then fewer: a step of the
    last is worth twenty pupils of the smaller group. A school's few of a group count as five, so that the figures are
    the same whatever they are. Each further number reveals as little as possible: the corrected one follows from the
    value and its bias, the excess from the two shown. These are rules of thumb: unlike those for tables they do not
    prove that nothing about a single home area can be derived.
    """
    tables = found.by_school, found.by_nearest
    schools = int((found.by_school.sum(axis=1) > 0).sum())
    holds_few = any(few(table, SMALLEST_GROUP).any() for table in tables)
    decimals = INDEX_DECIMALS_WITH_FEW
    reason = found.reason
    if not reason.text and schools < FEWEST_SCHOOLS_OF_HOMES:
        reason = message("fewer than {count} schools", count=FEWEST_SCHOOLS_OF_HOMES)
    elif not reason.text and (is_hidden or holds_few):
        known = _without_few(found.by_school, 0.0)
        smaller = max(float(known.sum(axis=0).min()), 1.0)
        decimals = min(math.floor(math.log10(smaller / PERSONS_A_STEP)), decimals)
        if schools < FEWEST_UNPUBLISHED:
            reason = message(
                "fewer than {count} schools, and groups of fewer than {few} pupils",
                count=FEWEST_UNPUBLISHED,
                few=SMALLEST_GROUP,
            )
        elif decimals < 1:
            reason = message(
                "fewer than {count} pupils from one of the two groups of area types",
                count=10 * PERSONS_A_STEP,
            )
    if reason.text:
        nothing = ShownDissimilarity(math.nan, math.nan, math.nan)
        return ShownSegregation(nothing, nothing, math.nan, math.nan, 0, reason)
    if holds_few:
        middle = [_without_few(table, SMALLEST_GROUP / 2) for table in tables]
        found = compared(middle[0], middle[1], found.pupils, found.left_out)
    actual, nearest = (_rounded(one, decimals) for one in (found.actual, found.nearest))
    return ShownSegregation(
        actual,
        nearest,
        round(actual.estimate - nearest.estimate, decimals) + 0.0,
        round(actual.corrected - nearest.corrected, decimals) + 0.0,
        decimals,
    )


def _without_few(table: Numbers, put_in: float) -> Numbers:
    return np.where(few(table, SMALLEST_GROUP), put_in, table)


def _rounded(found: Inference, decimals: int) -> ShownDissimilarity:
    estimate, bias = round(found.estimate, decimals), round(found.estimate - found.corrected, decimals)
    return ShownDissimilarity(
        estimate + 0.0, round(found.expected, decimals) + 0.0, round(estimate - bias, decimals) + 0.0
    )
