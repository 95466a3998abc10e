"""Segregation of schools by their pupils' background: the country, counties, municipalities, operators and grades.

What comes first is what an index may be over all units, those whose share is hidden too: no counts that the source
allows pass ``lagst`` and ``hogst``. Beside it stands the index of published shares alone, with what is expected if
random, without the bias of small units, and with an interval.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ...domain.grades import STAGES, grades_taught
from ...domain.measures import SHARE, Measure
from ...domain.messages import InputError, Message, message
from ...domain.operators import OPERATORS
from ...domain.rounding import rounded
from ...domain.statuses import HIDDEN, ROUNDED
from ..segregation import dissimilarity, entropy_index, isolation
from ..segregation.correction import FEWEST_DRAWN
from ..segregation.counts import table_of
from ..segregation.group_limits import (
    Limits,
    Units,
    dissimilarity_limits,
    entropy_index_limits,
    isolation_limits,
)
from ..segregation.inequality import WHOLE_COUNTRY
from ..segregation.inference import Index, Inference, infer_all, unknown, why_undefined
from ..segregation.many_tables import OfRest
from ..segregation.remarks import NO_REMARK, remark_on
from ..segregation.repeated import Progress, stage
from .background_counts import BackgroundCounts, background_counts
from .school_segregation import DISSIMILARITY, ITERATIONS, SEED, THEIL_H
from .summaries import by_code, municipality_of

COUNTRY, COUNTIES, MUNICIPALITIES, BY_OPERATOR, BY_GRADES = "riket", "lan", "kommun", "huvudman", "arskurser"
LEVELS = (COUNTRY, COUNTIES, MUNICIPALITIES, BY_OPERATOR, BY_GRADES)
ISOLATION, INTERACTION = "isolation", "interaction"
INDICES = (DISSIMILARITY, THEIL_H, ISOLATION, INTERACTION)

_OF_SHARE = "andel_"
# The other side of a share, where it has a name.
_OTHERS = {
    "utlandsk_bakgrund": "svensk_bakgrund",
    "foraldrar_eftergymnasial": "foraldrar_utan_eftergymnasial",
    "flickor": "pojkar",
}
_REST = "ovriga"
_COUNTY_DIGITS = 2
_OUTSIDE = 1e-9
_TOO_FEW = message("fewer than ten units with a published share: too few to correct for chance, or for an interval")
_FEW_DECIDE = message(
    "no interval: a small part of the units, very unlike the others or much larger, makes up much of the segregation, "
    "and intervals were then too narrow in simulations; state the limits of all units instead"
)
_FORM_UNSEEN = message("no interval: in such small units random variation hides how different they are")
_OUTSIDE_LIMITS = message("the value of published shares lies outside the limits of all schools")


class BackgroundRow(NamedTuple):
    """One index of one group in one place and school year.

    ``plats``: the code of a county or municipality, ``00`` for the country, an operator, or one of
    ``domain.grades.STAGES``; ``niva``: which of ``LEVELS`` that is. ``matt``: of ``INDICES``; ``grupp``: whose index,
    D and H are of both sides. ``varde``: of the published shares (``~100`` as 100), uncorrected, 0 to 1, ``slump``:
    expected if random, ``korrigerat``: without the bias of small units, ``lag`` and ``hog``: 95 per cent interval of
    that; ``enheter``, ``personer``: the units and pupils these rest on. ``lagst``, ``hogst``: the least and the most of
    all units with pupils (``alla_enheter``, ``alla_personer``), whatever the hidden shares are. Of these units
    ``dolda`` have a hidden share, ``avrundade`` one that is rounded, ``saknas`` none. ``utan_elever``: units with a
    share whose number of pupils is unknown, in no figure. ``p``: how often random tables give as much. ``anledning``:
    why there is no corrected value; ``anmarkning``: what to know of the others.
    """

    plats: str
    matt: str
    grupp: str
    varde: float
    slump: float
    korrigerat: float
    lag: float
    hog: float
    enheter: int
    personer: float
    lagst: float
    hogst: float
    alla_enheter: int
    alla_personer: float
    dolda: int
    avrundade: int
    saknas: int
    utan_elever: int
    p: float
    niva: str
    lasar: str
    anledning: Message
    anmarkning: Message = NO_REMARK


class Together(NamedTuple):
    """Schools that are measured together: which of ``LEVELS``, what they are called, and a mask of them."""

    level: str
    name: str
    schools: pd.Series


def background_segregation(
    years: Mapping[str, pd.DataFrame],
    measures: Sequence[Measure],
    iterations: int = ITERATIONS,
    place: str = "",
    progress: Progress = None,
    indices: Sequence[str] = INDICES,
    levels: Collection[str] = LEVELS,
) -> list[BackgroundRow]:
    """Return the segregation of schools by each share of ``measures``: places in order, the country first.

    ``years``: by school year (``2025/26``) the schools, a row each: ``skolenhetskod kommunkod huvudmannatyp arskurser``
    and the shares with statuses and numbers of pupils, as a study has them, and ``regsokod`` where any has a place: a
    school is in the municipality where it lies, else where it is registered. ``place``: the county or municipality that
    the schools are of, if not the country. ``indices``: of ``INDICES``, ``levels``: of ``LEVELS``; fewer take less
    time and give the same. Of fewer than ten units with a published share there is no corrected value. The rows of a
    place are by measure and index, then by year, the latest first. ``progress`` is called with a share, 0 to 1, and
    stops the work by raising. Raises InputError for a share that nobody has published by school.
    """
    require_published(measures)
    found: list[tuple[tuple[int, str, int, int], BackgroundRow]] = []
    tasks = [
        (year, measure)
        for year in sorted(years, reverse=True)
        for measure in measures
        if {measure.column, measure.weight_column} <= set(years[year].columns)
    ]
    for number, (year, measure) in enumerate(tasks):
        part = stage(progress, number / len(tasks), (number + 1) / len(tasks))
        for one, rows in _of_measure(years[year], measure, year, indices, levels, iterations, place, part):
            where = LEVELS.index(one.level), _order(one), measures.index(measure)
            found += [((*where, index), row) for index, row in enumerate(rows)]
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def require_published(measures: Sequence[Measure]) -> None:
    """Raise InputError for a measure that is no share, or that nobody has published by school."""
    for measure in measures:
        if not measure.public or measure.is_own:
            raise InputError(
                "The measure {measure} is not a published one. Segregation by background is measured of shares that "
                "Skolverket has published by school.",
                measure=measure.label.get("en", measure.column),
            )
        if measure.kind != SHARE:
            raise InputError("The measure {measure} is not a share of pupils.", measure=measure.column)


def remarks_in(remark: Message) -> list[Message]:
    """Return the remarks that ``anmarkning`` of a row holds: it may be two."""
    return [one for one in remark.values.values() if isinstance(one, Message)] or [remark]


def remarks_seen(row: BackgroundRow, decimals: int) -> list[Message]:
    """Return the remarks on a row whose numbers are written with ``decimals``.

    That the value of published shares lies outside the limits of all schools is none where, so written, it does not.
    """
    value, least, most = (rounded(one, decimals) for one in (row.varde, row.lagst, row.hogst))
    is_inside = least <= value <= most
    return [one for one in remarks_in(row.anmarkning) if not (is_inside and one == _OUTSIDE_LIMITS)]


def sides_of(measure: Measure) -> tuple[str, str]:
    """Return what a share's group is called in tables, and what all others are."""
    group = measure.column.removeprefix(_OF_SHARE)
    for own, others in _OTHERS.items():
        if group.startswith(own):
            return group, others + group.removeprefix(own)
    return group, _REST


def grades_of(schools: pd.DataFrame) -> pd.Series:
    """Return which of ``STAGES`` each school has, empty where that is not known."""
    return schools["arskurser"].fillna("").astype(str).map(grades_taught).astype(object)


def _places(schools: pd.DataFrame, place: str) -> Iterator[Together]:
    """Yield the schools of each place: those that are larger than what the study is of are left out."""
    municipality = municipality_of(schools)
    everywhere = pd.Series(True, index=schools.index)
    if not place:
        yield Together(COUNTRY, WHOLE_COUNTRY, everywhere)
    if len(place) <= _COUNTY_DIGITS:
        county = municipality.str[:_COUNTY_DIGITS]
        for code in sorted(set(county) - {""}):
            yield Together(COUNTIES, code, county == code)
    for code in sorted(set(municipality) - {""}):
        yield Together(MUNICIPALITIES, code, municipality == code)
    for level, names, known in (
        (BY_OPERATOR, schools["huvudmannatyp"].fillna(""), OPERATORS),
        (BY_GRADES, grades_of(schools), STAGES),
    ):
        for name in known:
            if (names == name).any():
                yield Together(level, name, names == name)


def _order(place: Together) -> str:
    known = {BY_OPERATOR: OPERATORS, BY_GRADES: STAGES}.get(place.level)
    return str(known.index(place.name)) if known else place.name


def _of_measure(
    schools: pd.DataFrame,
    measure: Measure,
    year: str,
    indices: Sequence[str],
    levels: Collection[str],
    iterations: int,
    place: str,
    progress: Progress,
) -> Iterator[tuple[Together, list[BackgroundRow]]]:
    schools = by_code(schools)
    counts = background_counts(schools, measure, year)
    places = [one for one in _places(schools, place) if one.level in levels]
    weights = [len(one.schools) + int(one.schools.sum()) for one in places]
    done = 0
    for one, weight in zip(places, weights):
        part = stage(progress, done / sum(weights), (done + weight) / sum(weights))
        done += weight
        own = counts.of(one.schools)
        if own.status.size or own.without_pupils.any():
            yield one, _rows_of(one, own, sides_of(measure), year, indices, iterations, part)
        if part is not None:
            part(1.0)


def _rows_of(
    place: Together,
    own: BackgroundCounts,
    sides: tuple[str, str],
    year: str,
    indices: Sequence[str],
    iterations: int,
    progress: Progress,
) -> list[BackgroundRow]:
    published = own.counts[own.published]
    group, rest = sides
    units = own.units
    measured: list[tuple[str, str, Index, Callable[[Units], Limits], Units]] = [
        (DISSIMILARITY, group, dissimilarity, dissimilarity_limits, units),
        (THEIL_H, group, entropy_index, entropy_index_limits, units),
        (ISOLATION, group, isolation, isolation_limits, units),
        (ISOLATION, rest, OfRest(isolation), isolation_limits, units.of_rest),
    ]
    measured = [one for one in measured if one[0] in indices or (one[0] == ISOLATION and INTERACTION in indices)]
    inferred = _inferred([function for _, _, function, _, _ in measured], published, iterations, progress)
    figures = [(index, side, found, limits(of)) for (index, side, _, limits, of), found in zip(measured, inferred)]
    # The exposure of a group to all others is what isolation leaves.
    figures += [
        (INTERACTION, side, _turned(found), (1 - limits[1], 1 - limits[0]))
        for index, side, found, limits in figures
        if index == ISOLATION
    ]
    hidden, rounded = int((own.status == HIDDEN).sum()), int((own.status == ROUNDED).sum())
    return [
        BackgroundRow(
            place.name,
            index,
            side,
            *_with_interval(found, index)[:5],
            len(published),
            float(published.to_numpy().sum()),
            *limits,
            len(own.status),
            float(units.persons.sum()),
            hidden,
            rounded,
            len(own.status) - len(published) - hidden,
            int(own.without_pupils.sum()),
            found.p_value,
            place.level,
            year,
            found.reason,
            _remark(index, found, limits),
        )
        for index, side, found, limits in figures
        if index in indices
    ]


def _inferred(functions: Sequence[Index], counts: pd.DataFrame, iterations: int, progress: Progress) -> list[Inference]:
    """Return what the indices say of published shares; without draws where there are few units."""
    cells = counts.to_numpy()
    if len(counts) >= FEWEST_DRAWN:
        return infer_all(functions, cells, 0, iterations=iterations, seed=SEED, progress=progress)
    values = [float(function(cells, 0)) for function in functions]
    reason = why_undefined(table_of(cells)) if len(counts) and math.isnan(values[0]) else _TOO_FEW
    return [unknown(reason)._replace(estimate=value) for value in values]


def _turned(found: Inference) -> Inference:
    """Return the exposure of a group to all others, 1 less its isolation."""
    return found._replace(
        estimate=1 - found.estimate,
        expected=1 - found.expected,
        corrected=1 - found.corrected,
        low=1 - found.high,
        high=1 - found.low,
    )


def _with_interval(found: Inference, index: str) -> Inference:
    """Return it without an interval where that may hold the true value less often than it says."""
    narrow = remark_on(index, *found[1:5], found.few_decide) != NO_REMARK
    return found._replace(low=math.nan, high=math.nan) if narrow else found


def _remark(index: str, found: Inference, limits: Limits) -> Message:
    """Return why there is no interval, and whether published shares alone give a value that all units cannot have."""
    remark = NO_REMARK
    if remark_on(index, *found[1:5], found.few_decide) != NO_REMARK:
        remark = _FEW_DECIDE if found.few_decide else _FORM_UNSEEN
    if found.estimate < limits[0] - _OUTSIDE or found.estimate > limits[1] + _OUTSIDE:
        return (
            _OUTSIDE_LIMITS
            if remark == NO_REMARK
            else message("{first}; {second}", first=_OUTSIDE_LIMITS, second=remark)
        )
    return remark
