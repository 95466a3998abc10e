"""How far schools are apart beyond where their pupils live: what of it may be shown."""

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


class ToldDissimilarity(NamedTuple):
    """A dissimilarity as it may be told, what chance alone would give, and the value without the bias of that."""

    estimate: float
    expected: float
    corrected: float


class ToldSegregation(NamedTuple):
    """What of ``Beyond`` may be told; ``reason``: why nothing may. ``decimals``: how many its numbers have."""

    actual: ToldDissimilarity
    nearest: ToldDissimilarity
    excess: float
    excess_corrected: float
    decimals: int
    reason: Message = message("")


def told_segregation(found: Beyond, is_hidden: bool) -> ToldSegregation:
    """Return the figures with no more decimals than say nothing of few pupils.

    ``is_hidden``: whether a number of pupils is hidden in the tables beside them. Of fewer than ten schools nothing is
    told; nor, where a number is hidden or a school has few of one of the two groups, of fewer than thirty schools or
    where the smaller group has too few pupils for one decimal. There are two decimals, or then fewer: a step of the
    last is worth twenty pupils of the smaller group. A school's few of a group are taken as five, so that the figures
    are the same whatever they are. Each further number adds as little as can be: the corrected one follows from the
    value and its bias, the excess from what is told of both. These are rules of thumb: they do not prove, as
    ``disclosure`` does of tables, that nothing of a single home area can be had from them.
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
        nothing = ToldDissimilarity(math.nan, math.nan, math.nan)
        return ToldSegregation(nothing, nothing, math.nan, math.nan, 0, reason)
    if holds_few:
        middle = [_without_few(table, SMALLEST_GROUP / 2) for table in tables]
        found = compared(middle[0], middle[1], found.pupils, found.left_out)
    actual, nearest = (_told(one, decimals) for one in (found.actual, found.nearest))
    return ToldSegregation(
        actual,
        nearest,
        round(actual.estimate - nearest.estimate, decimals) + 0.0,
        round(actual.corrected - nearest.corrected, decimals) + 0.0,
        decimals,
    )


def _without_few(table: Numbers, put_in: float) -> Numbers:
    return np.where(few(table, SMALLEST_GROUP), put_in, table)


def _told(found: Inference, decimals: int) -> ToldDissimilarity:
    estimate, bias = round(found.estimate, decimals), round(found.estimate - found.corrected, decimals)
    return ToldDissimilarity(
        estimate + 0.0, round(found.expected, decimals) + 0.0, round(estimate - bias, decimals) + 0.0
    )
