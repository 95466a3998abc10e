"""Where the segregation of schools by background lies: between and within larger units, and in each school."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ...domain.measures import Measure
from ...domain.messages import Message, message
from ..segregation import contributions, entropy_index
from ..segregation.counts import table_of
from ..segregation.inference import KNOWN, why_undefined
from ..segregation.levels import UNKNOWN_SHARE, infer_levels
from ..segregation.part_limits import UNKNOWN_PARTS, part_limits
from ..segregation.repeated import Progress, stage
from .background_counts import background_counts
from .background_segregation import (
    BY_GRADES,
    BY_OPERATOR,
    COUNTIES,
    MUNICIPALITIES,
    grades_of,
    require_published,
    sides_of,
)
from .school_segregation import ITERATIONS, SEED
from .summaries import by_code, municipality_of

BY_TYPE = "omradestyp"
BETWEEN = (COUNTIES, MUNICIPALITIES, BY_OPERATOR, BY_TYPE, BY_GRADES)

# Of the pupils of all schools, and of those with a published share, so many at most may go to schools whose larger unit
# is not known: the limits are of all schools, the other figures of published shares.
_MOST_UNKNOWN = 0.1
_UNKNOWN = message("of more than one pupil in ten it is not known where the school belongs")
_ONE = message("all schools belong to one")
_ONE_PUBLISHED = message("all schools with a published share belong to one")


class PartRow(NamedTuple):
    """How much of Theil's H between schools lies between larger units, and how much within them.

    ``mellan``: between which, of ``BETWEEN``. Of all schools (``alla_enheter``, ``alla_personer``), whatever the
    ``dolda`` shares that are hidden or missing are: ``mellan_lagst`` to ``mellan_hogst``, H between larger units,
    ``inom_lagst`` to ``inom_hogst``, within them, and ``andel_lagst`` to ``andel_hogst``, per cent of H between them.
    ``h``: of all schools with a published share, uncorrected; ``h_mellan``,
    ``h_inom``: its parts, which add up to it; ``slump``: between them expected if random; ``andel``: per cent of H that
    lies between them, both without the bias of small units, ``andel_slump``: if schools belonged to them at random,
    ``andel_lag`` and ``andel_hog``: 95 per cent interval; ``andel_inom``: the rest. ``antal``: larger units;
    ``enheter``, ``personer``: schools and pupils; ``okanda``: of all schools those whose larger unit is not known, one
    more together.
    """

    mellan: str
    grupp: str
    lasar: str
    mellan_lagst: float
    mellan_hogst: float
    inom_lagst: float
    inom_hogst: float
    andel_lagst: float
    andel_hogst: float
    alla_enheter: int
    alla_personer: float
    dolda: int
    h: float
    h_mellan: float
    h_inom: float
    slump: float
    andel: float
    andel_slump: float
    andel_lag: float
    andel_hog: float
    andel_inom: float
    antal: int
    enheter: int
    personer: float
    okanda: int
    anledning: Message


def background_parts(
    years: Mapping[str, pd.DataFrame],
    measures: Sequence[Measure],
    types: str = BY_TYPE,
    iterations: int = ITERATIONS,
    progress: Progress = None,
) -> list[PartRow]:
    """Return what lies between and within larger units: a row a share, kind of larger unit and year, the latest first.

    ``years``, ``measures``, ``progress``: as in ``background_segregation``, and raises as that does. ``types``: the
    column of the schools' area type.
    """
    require_published(measures)
    rows: list[PartRow] = []
    for number, (year, measure) in enumerate(
        (year, measure) for measure in measures for year in sorted(years, reverse=True)
    ):
        every = len(years) * len(measures)
        part = stage(progress, number / every, (number + 1) / every)
        schools = by_code(years[year])
        if {measure.column, measure.weight_column} <= set(schools.columns):
            rows += _of_measure(schools, measure, year, types, iterations, part)
    return rows


def _of_measure(
    schools: pd.DataFrame, measure: Measure, year: str, types: str, iterations: int, progress: Progress
) -> list[PartRow]:
    every = background_counts(schools, measure, year)
    counts = every.counts[every.published]
    used = schools.loc[every.counts.index]
    of_all = {
        COUNTIES: municipality_of(used).str[:2],
        MUNICIPALITIES: municipality_of(used),
        BY_OPERATOR: used["huvudmannatyp"].fillna("").astype(object),
        BY_GRADES: grades_of(used),
    }
    if types in used:
        of_all[BY_TYPE] = used[types].map(lambda number: "" if pd.isna(number) else str(int(number))).astype(object)
    kinds = [kind for kind in BETWEEN if kind in of_all]
    labels = {kind: of_all[kind].loc[counts.index] for kind in kinds}
    levels = [list(counts.index), *(list(labels[kind]) for kind in kinds)]
    found = infer_levels(
        [entropy_index], counts.to_numpy(), levels, 0, iterations=iterations, seed=SEED, progress=progress
    )
    whole = found[0].found[0].estimate
    pupils, everybody = counts.sum(axis=1), pd.Series(every.units.persons, every.counts.index)
    rows = []
    for kind, on_level in zip(kinds, found[1:]):
        unknown = of_all[kind] == ""
        antal = int(labels[kind][labels[kind] != ""].nunique())
        reason = KNOWN
        if math.isnan(whole):
            reason = why_undefined(table_of(counts.to_numpy()))
        elif any(own[unknown[own.index]].sum() > _MOST_UNKNOWN * own.sum() for own in (everybody, pupils)):
            reason = _UNKNOWN
        elif of_all[kind].nunique() < 2:
            reason = _ONE
        elif labels[kind].nunique() < 2:
            reason = _ONE_PUBLISHED
        inferred, share = on_level.found[0], on_level.share
        limits = UNKNOWN_PARTS
        if reason not in (_UNKNOWN, _ONE):
            limits = part_limits(every.units, pd.factorize(of_all[kind])[0])
        if reason != KNOWN:
            inferred, share = inferred._replace(estimate=math.nan, expected=math.nan), UNKNOWN_SHARE
        between = inferred.estimate
        rows.append(
            PartRow(
                kind,
                sides_of(measure)[0],
                year,
                *limits.between,
                *limits.within,
                100 * limits.share[0],
                100 * limits.share[1],
                len(every.counts),
                float(everybody.sum()),
                len(every.counts) - len(counts),
                whole,
                between,
                whole - between,
                inferred.expected,
                *share,
                100 - share.share,
                antal,
                len(counts),
                float(pupils.sum()),
                int(unknown.sum()),
                reason,
            )
        )
    return rows


def school_contributions(schools: pd.DataFrame, measures: Sequence[Measure], school_year: str) -> pd.DataFrame:
    """Return what each school adds to D of published shares: a row a school with pupils, for each of ``measures``.

    ``skolenhetskod kommunkod grupp lasar personer``; ``status`` of the share: where that is hidden or missing, nothing
    more is known of the school; ``andel_i_gruppen``: per cent of its pupils in the group, as published; ``bidrag``:
    what the school adds to D of all ``schools``, whose sum is D; ``bidrag_andel``: in per cent; ``bidrag_kommun``,
    ``bidrag_kommun_andel``: to D of its municipality; ``over``: 1 where the group's share is larger than in all
    schools, else 0. Raises InputError as ``background_segregation``.
    """
    require_published(measures)
    tables = []
    schools = schools.reset_index(drop=True)
    for measure in measures:
        if not {measure.column, measure.weight_column} <= set(schools.columns):
            continue
        every = background_counts(schools, measure, school_year)
        counts = every.counts[every.published]
        used = schools.loc[every.counts.index]
        municipality = municipality_of(used)
        share = counts["med"] / counts.sum(axis=1)
        over = share > counts["med"].sum() / max(1.0, counts.to_numpy().sum())
        added = pd.Series(contributions(counts.to_numpy(), 0), counts.index)
        own = pd.Series(math.nan, index=counts.index)
        for code, inside in counts.groupby(municipality[counts.index]):
            if code:
                own[inside.index] = contributions(inside.to_numpy(), 0)
        of_place = own.groupby(municipality[counts.index]).transform("sum", min_count=1)
        tables.append(
            pd.DataFrame(
                {
                    "skolenhetskod": used["skolenhetskod"],
                    "kommunkod": municipality,
                    "grupp": sides_of(measure)[0],
                    "lasar": school_year,
                    "personer": used[measure.weight_column].astype("float64"),
                    "status": every.status,
                    "andel_i_gruppen": used[measure.column].astype("float64").where(every.published),
                    "bidrag": added,
                    "over": over.astype("Int64"),
                    "bidrag_andel": 100 * added / added.sum(min_count=1),
                    "bidrag_kommun": own,
                    "bidrag_kommun_andel": 100 * own / of_place,
                }
            )
        )
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()
