"""Segregation of a study's results over its schools, as it may be shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..analysis.schools.school_segregation import (
    AREAS,
    ITERATIONS,
    SCHOOLS,
    SpreadRow,
    groups_of,
    segregation_of_schools,
)
from ..analysis.segregation.correction import FEWEST_DRAWN
from ..analysis.segregation.remarks import NO_REMARK, remark_on
from ..analysis.segregation.repeated import Progress, stage
from ..domain.measures import Measure
from ..domain.messages import message
from .few_units import few
from .rules import (
    FEWEST_UNPUBLISHED,
    INDEX_DECIMALS,
    INDEX_DECIMALS_WITH_FEW,
    P_DECIMALS,
    P_DECIMALS_UNPUBLISHED,
    SHARE_DECIMALS,
    SHARE_DECIMALS_UNPUBLISHED,
    SMALLEST_GROUP,
)

_SHARES = ("andel", "andel_slump", "andel_lag", "andel_hog")
_VALUES = ("varde", "slump", "korrigerat", "lag", "hog")
_TOO_FEW = message("fewer than ten units with a known value: too few to correct for chance, or for an interval")


def shown_segregation(
    schools: pd.DataFrame,
    measures: Sequence[Measure],
    iterations: int = ITERATIONS,
    progress: Progress = None,
) -> list[SpreadRow]:
    """Return the rows of ``segregation_of_schools`` with as many decimals as may be shown.

    Of a share that nobody has published by school nothing is shown of fewer than thirty schools, and schools with fewer
    than ten pupils on either side of it are left out and counted among ``dolda``: no figure rests on them. Numbers of
    pupils of such shares are the user's own, and never shown.
    """
    rows: list[SpreadRow] = []
    for number, measure in enumerate(measures):
        part = stage(progress, number / len(measures), (number + 1) / len(measures))
        if measure.public:
            found = segregation_of_schools(schools, [measure], iterations, progress=part)
            rows += [_rounded(row, INDEX_DECIMALS, SHARE_DECIMALS, P_DECIMALS) for row in _of_enough(found)]
        else:
            rows += _unpublished(schools, measure, iterations, part)
    return rows


def _of_enough(rows: Sequence[SpreadRow]) -> list[SpreadRow]:
    """Return rows without what is corrected for chance where it rests on too few units.

    Of two schools a corrected value would look as sure as that of hundreds.
    """
    schools = min((row.enheter for row in rows if row.niva == SCHOOLS), default=0)
    few_schools = schools < FEWEST_DRAWN
    return [
        _uncorrected(row) if few_schools or (row.niva == AREAS and row.enheter < FEWEST_DRAWN) else row for row in rows
    ]


def _uncorrected(row: SpreadRow) -> SpreadRow:
    reason = row.anledning if row.anledning.text else _TOO_FEW
    return row._replace(korrigerat=math.nan, lag=math.nan, hog=math.nan, anledning=reason, anmarkning=NO_REMARK)


def _unpublished(schools: pd.DataFrame, measure: Measure, iterations: int, progress: Progress) -> list[SpreadRow]:
    if not (measure.column in schools and measure.weight_column in schools):
        return []
    sides = groups_of(pd.to_numeric(schools[measure.column]), pd.to_numeric(schools[measure.weight_column]))
    is_few = few(sides.to_numpy(dtype=np.float64), SMALLEST_GROUP).any(axis=1)
    out = frozenset(schools.loc[is_few, "skolenhetskod"])
    found = segregation_of_schools(schools, [measure], iterations, {measure.column: out}, progress)
    if any(row.niva == SCHOOLS and row.enheter < FEWEST_UNPUBLISHED for row in found):
        reason = message("there are too few places: it would reveal figures on single ones")
        nothing = dict.fromkeys((*_VALUES, "p", *_SHARES), math.nan)
        found = [
            SpreadRow(**{**row._asdict(), **nothing, "anledning": reason, "anmarkning": NO_REMARK}) for row in found
        ]
    rows = [row._replace(personer=math.nan) for row in found]
    rows = [_rounded(row, INDEX_DECIMALS_WITH_FEW, SHARE_DECIMALS_UNPUBLISHED, P_DECIMALS_UNPUBLISHED) for row in rows]
    # Of what is shown alone: whether few decide would be one more figure of single places.
    return [
        row._replace(anmarkning=remark_on(row.matt, row.slump, row.korrigerat, row.lag, row.hog, few_decide=False))
        for row in rows
    ]


def _rounded(row: SpreadRow, decimals: int, share_decimals: int, p_decimals: int) -> SpreadRow:
    numbers = {name: round(getattr(row, name), decimals) + 0.0 for name in _VALUES}
    shares = {name: round(getattr(row, name), share_decimals) + 0.0 for name in _SHARES}
    # A p-value is never 0.
    return row._replace(**numbers, **shares, p=max(round(row.p, p_decimals), 10.0**-p_decimals))
