"""Segregation of schools by their pupils' background, as it may be shown: of shares published by school alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from ..analysis.schools.background_parts import BY_TYPE, PartRow, background_parts, school_contributions
from ..analysis.schools.background_segregation import INDICES, LEVELS, BackgroundRow, background_segregation
from ..analysis.schools.school_segregation import ITERATIONS
from ..analysis.segregation.repeated import Progress
from ..domain.measures import Measure
from .rules import INDEX_DECIMALS, P_DECIMALS, SHARE_DECIMALS

_VALUES = ("varde", "slump", "korrigerat", "lag", "hog")
_PARTS = ("h", "h_mellan", "h_inom", "slump")
_LIMITS = {"mellan": INDEX_DECIMALS, "inom": INDEX_DECIMALS, "andel": SHARE_DECIMALS}
_SHARES = ("andel", "andel_slump", "andel_lag", "andel_hog", "andel_inom")
# What one school of thousands adds.
_CONTRIBUTION_DECIMALS = 6


def shown_background(
    years: Mapping[str, pd.DataFrame],
    measures: Sequence[Measure],
    iterations: int = ITERATIONS,
    place: str = "",
    progress: Progress = None,
    indices: Sequence[str] = INDICES,
    levels: Collection[str] = LEVELS,
) -> list[BackgroundRow]:
    """Return the rows of ``background_segregation``, rounded: limits outwards, so that no counts pass them.

    Raises InputError for a share that nobody has published by school: numbers of few pupils, beside what the source
    publishes, could be derived from its limits.
    """
    rows = background_segregation(years, measures, iterations, place, progress, indices, levels)
    return [
        row._replace(
            **_rounded(row, _VALUES, INDEX_DECIMALS),
            lagst=_outwards(row.lagst, math.floor),
            hogst=_outwards(row.hogst, math.ceil),
            p=max(round(row.p, P_DECIMALS), 10.0**-P_DECIMALS),
        )
        for row in rows
    ]


def shown_background_parts(
    years: Mapping[str, pd.DataFrame],
    measures: Sequence[Measure],
    types: str = BY_TYPE,
    iterations: int = ITERATIONS,
    progress: Progress = None,
) -> list[PartRow]:
    """Return the rows of ``background_parts``, rounded: limits outwards. Raises InputError as ``shown_background``."""
    return [
        row._replace(
            **_rounded(row, _PARTS, INDEX_DECIMALS),
            **_rounded(row, _SHARES, SHARE_DECIMALS),
            **_limits(row),
        )
        for row in background_parts(years, measures, types, iterations, progress)
    ]


def shown_contributions(schools: pd.DataFrame, measures: Sequence[Measure], school_year: str) -> pd.DataFrame:
    """Return the table of ``school_contributions``, rounded. Raises InputError as ``shown_background``."""
    return school_contributions(schools, measures, school_year).round(
        {
            "bidrag": _CONTRIBUTION_DECIMALS,
            "bidrag_kommun": _CONTRIBUTION_DECIMALS,
            "bidrag_andel": SHARE_DECIMALS + 2,
            "bidrag_kommun_andel": SHARE_DECIMALS + 2,
        }
    )


def _limits(row: PartRow) -> dict[str, Any]:
    return {
        f"{part}_{end}": _outwards(getattr(row, f"{part}_{end}"), whole, decimals)
        for part, decimals in _LIMITS.items()
        for end, whole in (("lagst", math.floor), ("hogst", math.ceil))
    }


def _rounded(row: object, names: Sequence[str], decimals: int) -> dict[str, Any]:
    return {name: round(getattr(row, name), decimals) + 0.0 for name in names}


def _outwards(limit: float, whole: Callable[[float], int], decimals: int = INDEX_DECIMALS) -> float:
    """Return a limit with so many decimals, further out by less than a step of the last of them."""
    if math.isnan(limit):
        return limit
    steps = limit * 10**decimals
    near = round(steps)
    # What arithmetic leaves is no step.
    return (near if abs(steps - near) < 1e-6 else whole(steps)) / 10**decimals
