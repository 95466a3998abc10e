"""How well area types find the pupils they are meant to find: of those in the most exposed schools, where they go.

Schools are put in order of a share, such as pupils with foreign background, the most exposed first. *Reach* at a tenth
is how the pupils of the first schools that together have a tenth of all pupils part into types 1 and 2, types 3 to 5,
and schools without a known type. It is a concentration curve (Kakwani 1977, "Applications of Lorenz curves in economic
analysis"): a school on the cut counts in proportion, and so do all schools of the same share as it.

A school's share says nothing of single pupils, and its type where it lies, not where its pupils live.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Integers, Numbers
from ...domain.measures import Measure
from ...domain.messages import InputError, Message, message
from ..segregation.correction import units_drawn
from ..segregation.repeated import Progress, repeated
from .share_limits import pupils_between
from .summaries import has_value

# Per cent of all pupils, and the same for a curve.
CUTS = (10, 25, 50)
EVERY_CUT = tuple(range(1, 101))
# The parts that pupils are in, by the type of their school.
CHALLENGED, OTHERS, UNTYPED = "1-2", "3-5", "utan"
PARTS = (CHALLENGED, OTHERS, UNTYPED)
ITERATIONS = 500
SEED = 1

# Fewer schools have no order worth a name. In draws from the real shares an interval of 50 schools covered 90 to 93
# times of 100, one of 100 schools and more 91 to 96 times, one of 30 or fewer 77 to 90.
FEWEST_SCHOOLS, FEWEST_FOR_INTERVAL = 30, 50
# Of types 1 and 2, and of all others: single schools would decide an interval.
FEWEST_ON_EACH_SIDE = 5
_INTERVAL = (2.5, 97.5)  # per cent


class ReachRow(NamedTuple):
    """One part of the pupils in the most exposed schools.

    ``andel``: these are so many per cent of all pupils; ``grupp``: a part of ``PARTS``. In per cent: ``varde``, how
    many of them are in this part, in schools whose share is published; ``lag`` to ``hog``, its 95 per cent interval for
    other schools like these; ``lagst`` to ``hogst``, what hidden shares and any order of equal ones allow, over all
    schools; ``alla``, the part of all pupils in all schools, and ``alla_publicerade``, in those whose share is
    published; ``basta``, the most that ``varde`` could be with as many pupils in the part. ``utanfor``: pupils in the
    part who go to other schools than the most exposed, and ``utanfor_andel`` their per cent of the part, with interval
    ``utanfor_lag`` to ``utanfor_hog``.
    ``skolor``, ``elever``: schools with a published share and their pupils; ``dolda``: schools whose share is hidden or
    missing. ``anledning``: why something is NaN.
    """

    andel: int
    grupp: str
    varde: float
    lag: float
    hog: float
    lagst: float
    hogst: float
    alla: float
    alla_publicerade: float
    basta: float
    utanfor: float
    utanfor_andel: float
    utanfor_lag: float
    utanfor_hog: float
    skolor: int
    elever: float
    dolda: int
    anledning: Message = message("")


class _Ordered(NamedTuple):
    """Schools in order: their ``pupils``, those in each part (schools x parts), and where schools of one share end."""

    pupils: Numbers
    parts: Numbers
    ends: Integers


def reach(
    schools: pd.DataFrame,
    measure: Measure,
    types: str,
    school_year: str,
    lowest_first: bool = False,
    cuts: Sequence[int] = CUTS,
    iterations: int = ITERATIONS,
    seed: int | None = SEED,
    progress: Progress = None,
) -> list[ReachRow]:
    """Return a row a cut and part of ``PARTS``.

    ``schools``: ``skolenhetskod``, the share with its status and number of pupils (``measure.weight_column``), and
    ``types``, the column of area types, NA where unknown. Schools whose number of pupils is unknown are left out.
    ``school_year``: of the shares, like ``2025/26``: it says what hidden ones can be. ``lowest_first``: whether schools
    with the lowest share are the most exposed ones. ``cuts``: per cent of pupils, 1 to 100. The same ``seed`` gives the
    same intervals, whatever the order of rows.

    Fewer than ``FEWEST_SCHOOLS`` with a published share give NaN, and no interval is given of fewer than
    ``FEWEST_FOR_INTERVAL``. Bounds are exact: nothing gives more than that each hidden share of the part is as exposed,
    and each other as little exposed, as it can be. Raises InputError for shares that nobody has published by school.
    """
    parts = parts_of_types(schools[types])
    return reach_of_parts(schools, parts, measure, school_year, lowest_first, cuts, iterations, seed, progress)


def parts_of_types(types: pd.Series) -> pd.DataFrame:
    """Return schools x ``PARTS``: 1 in the part that a school's type puts its pupils in, 0 in the others."""
    number = types.astype("Float64").to_numpy(dtype=float, na_value=math.nan)
    inside = {CHALLENGED: number <= 2, OTHERS: number > 2, UNTYPED: np.isnan(number)}
    return pd.DataFrame(inside, index=types.index).astype("float64")


def parts_by_index(index: pd.Series, pupils: pd.Series, wanted: float) -> pd.DataFrame:
    """Return schools x ``PARTS`` where the area's index takes the place of types 1 and 2.

    ``index``: of the area that a school lies in, higher where conditions are worse; ``wanted``: pupils that the schools
    with the highest index hold together, such as all pupils in types 1 and 2: then both reach can be compared. Schools
    of the index on the cut are in both parts, in proportion.
    """
    known = index.notna() & (pupils > 0)
    of_index = pupils[known].groupby(index[known].astype("float64")).sum().sort_index(ascending=False)
    before = of_index.cumsum() - of_index
    share = ((wanted - before) / of_index).clip(0.0, 1.0)
    inside = index.astype("float64").map(share).where(known, 0.0).fillna(0.0)
    untyped = (~known).astype("float64")
    return pd.DataFrame({CHALLENGED: inside, OTHERS: 1.0 - inside - untyped, UNTYPED: untyped})


def reach_of_parts(
    schools: pd.DataFrame,
    parts: pd.DataFrame,
    measure: Measure,
    school_year: str,
    lowest_first: bool = False,
    cuts: Sequence[int] = CUTS,
    iterations: int = ITERATIONS,
    seed: int | None = SEED,
    progress: Progress = None,
) -> list[ReachRow]:
    """Return the rows of ``reach`` for ``parts`` of each school, schools x ``PARTS``, 0 to 1 and together 1."""
    require_published(measure)
    pupils = pd.to_numeric(schools[measure.weight_column]).astype("float64")
    # In the order of their codes, whatever that of the rows, so that draws are the same.
    order = np.argsort(schools["skolenhetskod"].to_numpy(), kind="stable")
    order = order[(pupils > 0).to_numpy()[order]]
    counted, parts, number = schools.iloc[order], parts.iloc[order], pupils.to_numpy()[order]
    share, valued = counted[measure.column].astype("float64").to_numpy(), has_value(counted, measure.column).to_numpy()
    sign = 1.0 if lowest_first else -1.0
    inside = parts.to_numpy() * number[:, None]
    known = _ordered(sign * share[valued], number[valued], inside[valued])
    at, reason = np.asarray(cuts, dtype=np.float64) / 100, _why_not(parts[valued])
    size = int(valued.sum()), float(number[valued].sum()), int((~valued).sum())
    # Of all pupils in each part, then what is known at each cut: figures x cuts x parts.
    everywhere = np.broadcast_to(_share(inside.sum(axis=0), number.sum()), (len(at), len(PARTS)))
    figures = np.full((12, len(at), len(PARTS)), math.nan)
    figures[5] = everywhere
    if size[0] >= FEWEST_SCHOOLS:
        of_all, pupils_at = known.parts.sum(axis=0), at[:, None] * size[1]
        figures[0] = _reached(known, np.ones((1, size[0])), at)[0]
        figures[3:5] = _allowed(counted, measure, school_year, sign, number, inside, at)
        figures[6] = of_all / size[1]
        figures[7] = np.minimum(1.0, of_all / pupils_at)
        outside = np.clip(of_all - figures[0] * pupils_at, 0.0, None)
        figures[9] = _share(outside, of_all)
        if not reason.text:
            figures[[1, 2, 10, 11]] = _intervals(known, at, iterations, seed, progress)
        figures[8] = np.where(of_all > 0, outside / 100, math.nan)  # pupils, unlike all others
    return [
        ReachRow._make((cut, part, *(100 * figures[:, row, place]).tolist(), *size, reason))
        for row, cut in enumerate(cuts)
        for place, part in enumerate(PARTS)
    ]


def require_published(measure: Measure) -> None:
    """Raise InputError for a share that nobody has published by school: its figures would reveal single schools."""
    if not measure.public:
        raise InputError(
            "'{name}' is not published by school. How area types find pupils is shown of published shares alone.",
            name=measure.label["en"],
        )


def of_part(rows: Iterable[ReachRow], part: str = CHALLENGED) -> list[ReachRow]:
    """Return the rows of one part, by cut."""
    return [row for row in rows if row.grupp == part]


def shares_of_cut(rows: Iterable[ReachRow], cut: int) -> dict[str, ReachRow]:
    """Return the rows of one cut by their part."""
    return {row.grupp: row for row in rows if row.andel == cut}


def _share(part: Numbers, whole: Numbers | float) -> Numbers:
    """Return parts of wholes, NaN of nothing."""
    wholes = np.broadcast_to(np.asarray(whole, dtype=np.float64), part.shape)
    return np.divide(part, wholes, out=np.full(part.shape, math.nan), where=wholes > 0)


def _why_not(parts: pd.DataFrame) -> Message:
    """Return why there is no figure or no interval, an empty message where there are both."""
    count = len(parts)
    if count < FEWEST_SCHOOLS:
        return message("fewer than {count} schools with a published share", count=FEWEST_SCHOOLS)
    if count < FEWEST_FOR_INTERVAL:
        return message("fewer than {count} schools with a published share: no interval", count=FEWEST_FOR_INTERVAL)
    challenged = int((parts[CHALLENGED] > 0).sum())
    if min(challenged, count - challenged) < FEWEST_ON_EACH_SIDE:
        return message(
            "fewer than {count} schools in types 1 and 2, or in all others: no interval", count=FEWEST_ON_EACH_SIDE
        )
    return message("")


def _ordered(key: Numbers, pupils: Numbers, parts: Numbers) -> _Ordered:
    """Return schools in the order of ``key``, the lowest first."""
    order = np.argsort(key, kind="stable")
    is_end = np.append(np.diff(key[order]) > 0, True)[: len(key)]
    return _Ordered(pupils[order], parts[order], np.flatnonzero(is_end).astype(np.int64))


def _reached(schools: _Ordered, times: Numbers, cuts: Numbers) -> Numbers:
    """Return draws x cuts x parts: the shares of the pupils up to each cut, 0 to 1.

    ``times``: draws x schools, how often each school comes in a draw.
    """
    sums = np.cumsum(times[:, :, None] * np.column_stack([schools.pupils, schools.parts]), axis=1)[:, schools.ends]
    found = np.empty((len(times), len(cuts), schools.parts.shape[1]))
    for draw, upto in enumerate(sums):
        pupils = np.append(0.0, upto[:, 0])
        wanted = cuts * pupils[-1]
        for part in range(found.shape[2]):
            found[draw, :, part] = np.interp(wanted, pupils, np.append(0.0, upto[:, 1 + part])) / wanted
    return found


def _intervals(schools: _Ordered, cuts: Numbers, iterations: int, seed: int | None, progress: Progress) -> Numbers:
    """Return 4 x cuts x parts: low and high of the shares, and of what of a part is not among the most exposed."""
    count, width = len(schools.pupils), len(cuts) * schools.parts.shape[1]
    whole = np.column_stack([schools.pupils, schools.parts])

    def work(random: np.random.Generator, draws: int) -> Numbers:
        times = units_drawn(count, random, draws)
        reached, sums = _reached(schools, times, cuts), times @ whole
        taken = reached * cuts[:, None] * sums[:, :1, None]
        of_all = sums[:, None, 1:]
        outside = _share(of_all - taken, of_all)
        return np.hstack([reached.reshape(draws, width), outside.reshape(draws, width)])

    drawn = repeated(work, iterations, whole.size, None if seed is None else [seed], progress)
    # A part that nobody is in has no share outside.
    empty = np.isnan(drawn).all(axis=0)
    low, high = np.nanpercentile(np.where(empty, 0.0, drawn), _INTERVAL, axis=0)
    low[empty] = high[empty] = math.nan
    shape = (len(cuts), schools.parts.shape[1])
    return np.stack([ends[half].reshape(shape) for half in (slice(width), slice(width, None)) for ends in (low, high)])


def _allowed(
    schools: pd.DataFrame,
    measure: Measure,
    school_year: str,
    sign: float,
    number: Numbers,
    inside: Numbers,
    cuts: Numbers,
) -> Numbers:
    """Return 2 x cuts x parts: the least and the most that hidden shares, and any order of equal ones, allow.

    A school that is in a part only in proportion is put where its greater portion is.
    """
    limits = pupils_between(schools, measure, school_year)
    # The published shares as they are, so that schools of the same share are found.
    shown = sign * schools[measure.column].astype("float64").to_numpy()
    settled = (limits.low == limits.high) & ~np.isnan(shown)
    ends = [np.where(settled, shown, sign * 100 * end / number) for end in (limits.low, limits.high)]
    early, late = np.minimum(*ends), np.maximum(*ends)
    found = np.empty((2, len(cuts), inside.shape[1]))
    once, one_by_one = np.ones((1, len(number))), np.arange(len(number), dtype=np.int64)
    for part in range(inside.shape[1]):
        is_in = inside[:, part] * 2 > number
        for end, first in enumerate((~is_in, is_in)):
            order = np.lexsort((~first, np.where(first, early, late)))
            ordered = _Ordered(number[order], inside[order][:, [part]], one_by_one)
            found[end, :, part] = _reached(ordered, once, cuts)[0, :, 0]
    return found
