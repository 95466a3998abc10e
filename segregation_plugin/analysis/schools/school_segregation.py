"""Segregation of pupils over schools, and over the areas, area types and municipalities these lie in.

Every published share with a known number of pupils behind it divides the pupils of a school into two groups (who passed
in all subjects, and who did not). The same schools are measured on each level, so that the levels can be compared.
Small units look segregated where nobody chose anything, so each value stands beside the one expected if random.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.area_types import WITHOUT_TYPE
from ...domain.codes import MUNICIPALITY_DIGITS
from ...domain.measures import SHARE, STATUS_SUFFIX, Measure
from ...domain.messages import Message, message
from ...domain.statuses import HIDDEN
from ..segregation import dissimilarity, entropy_index
from ..segregation.inference import unknown
from ..segregation.levels import UNKNOWN_SHARE, OnLevel, Share, infer_levels
from ..segregation.remarks import NO_REMARK, remark_on
from ..segregation.repeated import Progress
from .summaries import by_code, has_value

SCHOOLS, AREAS, TYPES, MUNICIPALITIES = "skolor", "omraden", "omradestyper", "kommuner"
LEVELS = (SCHOOLS, AREAS, TYPES, MUNICIPALITIES)
DISSIMILARITY, THEIL_H = "dissimilarity", "theil_h"
# So many draws give the expected value to well under one per cent, in a few seconds for all results of a study.
ITERATIONS = 200
# The same study gives the same figures.
SEED = 1

# Of the pupils, so many at most may go to schools without an area type for a figure of the types.
_MOST_UNTYPED = 0.1
_UNTYPED = message("more than one pupil in ten goes to a school without an area type")

_FUNCTIONS = {DISSIMILARITY: dissimilarity, THEIL_H: entropy_index}


class SpreadRow(NamedTuple):
    """One index of one result on one level.

    ``resultat``: its column; ``niva``: one of ``LEVELS``; ``matt``: the index; ``varde``: uncorrected (0 to 1),
    ``slump``: expected if random, ``korrigerat``: without the bias of small units, ``lag`` and ``hog``: the
    95 per cent interval of that, ``p``: how often random tables give as much. ``andel``,
    ``andel_slump``, ``andel_lag``, ``andel_hog``: of H, per cent of what lies between schools, see ``Share``.
    ``enheter``, ``personer``: units and pupils it rests on; ``dolda``, ``vikt_saknas``: schools left out
    since their share is hidden, or its number of pupils unknown.
    ``anledning``: why it is undefined; ``anmarkning``: what to know of the interval.
    """

    resultat: str
    niva: str
    matt: str
    varde: float
    slump: float
    korrigerat: float
    lag: float
    hog: float
    p: float
    andel: float
    andel_slump: float
    andel_lag: float
    andel_hog: float
    enheter: int
    personer: float
    dolda: int
    vikt_saknas: int
    anledning: Message
    anmarkning: Message = NO_REMARK


def segregation_of_schools(
    schools: pd.DataFrame,
    measures: Sequence[Measure],
    iterations: int = ITERATIONS,
    hidden: Mapping[str, Collection[str]] = MappingProxyType({}),
    progress: Progress = None,
) -> list[SpreadRow]:
    """Return D between schools and between areas, and H on every level of ``LEVELS``, for each share of ``measures``.

    ``schools``: ``skolenhetskod regsokod omradestyp`` and results with statuses and weights, as a study has them. Only
    schools that lie in an area count. A share rounded by the source (``~100``) counts as it stands. ``hidden``: by
    result the codes of schools of which it is not shown: they are left out, so that no figure rests on them.
    ``progress`` is called with a share, 0 to 1, and stops the work by raising.
    """
    rows = []
    located = by_code(schools[schools["regsokod"].notna()])
    for measure in measures:
        if measure.kind == SHARE and measure.column in schools and measure.weight_column in schools:
            rows += _of_measure(located, measure, iterations, hidden.get(measure.column, ()), progress)
    return rows


def without_location(schools: pd.DataFrame, measure: Measure) -> int:
    """Return how many schools with a known share lie in no area: ``segregation_of_schools`` leaves them out."""
    return int((has_value(schools, measure.column) & schools["regsokod"].isna()).sum())


def lies_between(rows: Sequence[SpreadRow], measure: str) -> dict[str, Share]:
    """Return how much of a result's segregation between schools lies between areas, types and municipalities."""
    return {
        row.niva: Share(row.andel, row.andel_slump, row.andel_lag, row.andel_hog)
        for row in rows
        if (row.resultat, row.matt) == (measure, THEIL_H) and row.niva != SCHOOLS
    }


def _of_measure(
    schools: pd.DataFrame, measure: Measure, iterations: int, hidden: Collection[str], progress: Progress
) -> list[SpreadRow]:
    pupils = pd.to_numeric(schools[measure.weight_column])
    is_hidden = schools["skolenhetskod"].isin(list(hidden))
    known = has_value(schools, measure.column) & ~is_hidden
    used = known & (pupils > 0)
    counts = groups_of(schools.loc[used, measure.column], pupils[used])
    suppressed = is_hidden | (schools[measure.column + STATUS_SUFFIX] == HIDDEN)
    left_out = (int(suppressed.sum()), int((known & ~used).sum()))
    levels = _levels(schools[used])
    labels = [list(units) for units in levels.values()]
    functions = list(_FUNCTIONS.values())
    found = infer_levels(functions, counts, labels, 0, iterations=iterations, seed=SEED, progress=progress)
    persons = float(pupils[used].sum())
    untyped = float(pupils[used & schools["omradestyp"].isna()].sum())
    rows = []
    if untyped > _MOST_UNTYPED * persons:
        # Those without a type would count as one type more, which says nothing of the others.
        found[list(levels).index(TYPES)] = OnLevel([unknown(_UNTYPED)] * len(functions), UNKNOWN_SHARE)
    for (level, units), on_level in zip(levels.items(), found):
        for index, inferred in zip(_FUNCTIONS, on_level.found):
            if index == THEIL_H or level in (SCHOOLS, AREAS):
                # All of what lies between schools lies between schools.
                share = UNKNOWN_SHARE if index == DISSIMILARITY or level == SCHOOLS else on_level.share
                numbers = [*inferred[:6], *share]
                size = units.nunique(), persons
                about = inferred.reason, remark_on(index, *inferred[1:5], inferred.few_decide)
                rows.append(SpreadRow._make((measure.column, level, index, *numbers, *size, *left_out, *about)))
    return rows


def groups_of(share: pd.Series, pupils: pd.Series) -> pd.DataFrame:
    """Return how many pupils are in a group and how many are not: the share has one decimal, so both are whole."""
    inside = np.rint(share * pupils / 100)
    return pd.DataFrame({"med": inside, "utan": pupils - inside}, dtype="float64")


def _levels(schools: pd.DataFrame) -> dict[str, pd.Series]:
    types = schools["omradestyp"].astype(object)
    return {
        SCHOOLS: schools["skolenhetskod"],
        AREAS: schools["regsokod"],
        TYPES: types.where(types.notna(), WITHOUT_TYPE).astype(str),
        MUNICIPALITIES: schools["regsokod"].str[:MUNICIPALITY_DIGITS],
    }
