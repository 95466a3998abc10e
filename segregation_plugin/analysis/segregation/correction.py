"""What an index would be without chance, and how sure that is.

Every unit is taken to have a share of its own, and every person in it to belong to a group with that chance: the index
of these shares is what is looked for (Allen, Burgess, Davidson and Windmeijer, 2015). It is looked for among tables in
which the units are ``apart`` times as far from everybody as they were observed to be: S + apart (s - S). From each such
table persons are drawn. The corrected index is that of the table whose draws are on average what was observed
(Gourieroux, Renault and Touzi, 2000, "Calibration by simulation for small sample bias correction"), and its interval
holds those whose draws could well have been (Carpenter, 1999, "Test inversion bootstrap confidence intervals"). Units
that are drawn anew from what was drawn say how far that may lie off. Where units are not apart at all, the draws are
the random tables that the p-value rests on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from ...domain.arrays import Numbers
from ...domain.students_t import t_quantile
from .chance import drawn_persons, random_tables
from .counts import table_of
from .repeated import Progress, Work, repeated, seeded, stage

# How often each unit comes when as many are drawn with replacement, draws x units.
Times = Callable[[np.random.Generator, int], Numbers]
# A value of each of many tables (tables x units x groups).
Measured = Callable[[Numbers], Numbers]
Tables = Callable[[np.random.Generator, int], Numbers]

# Of fewer units so few different ones are drawn that an interval would be much too narrow.
FEWEST_DRAWN = 10
CLOSE = 1e-12
_CONFIDENCE = 0.95
_STEPS = 4
# Of each step, so many or this share of the random tables: what is between steps rests on all of them.
_FEWEST_DRAWS, _SHARE_OF_DRAWS = 25, 1 / 20
# So far beyond what was observed tables are tried, in standard errors of a spread.
_BEYOND = 4
_FIRST_STREAM = 3
_FINE = 400


class Drawing(NamedTuple):
    """What is measured in the same draws, and which units are drawn anew for it.

    ``drawn``: units that are drawn; ``parts``: the larger units within which they are, 1 where they are drawn from all.
    ``has_interval``: whether an interval is wanted: without one no unit is drawn anew, and all else is the same.
    """

    measured: Sequence[Measured]
    times: Times
    drawn: int
    parts: int = 1
    has_interval: bool = True

    @property
    def degrees(self) -> int:
        """How many units are drawn beyond one of each part, 0 where there is no interval, or too few for one."""
        beyond = self.drawn - self.parts
        is_enough = self.drawn >= FEWEST_DRAWN and beyond >= FEWEST_DRAWN // 2
        return beyond if self.has_interval and is_enough else 0


class Tried(NamedTuple):
    """What was found in tables that are ``apart`` times as far apart as the observed one, a column a measure.

    ``by_chance``: what random tables give, draws x measures. ``means``: without units drawn anew; ``errors``: standard
    deviations of units and persons drawn anew, both ``apart`` x measures; ``off``: how far every single draw lay off,
    in these, draws x measures.
    """

    by_chance: Numbers
    apart: Numbers
    means: Numbers
    errors: Numbers
    off: Numbers


class Corrected(NamedTuple):
    """An index without chance and its 95 per cent interval, NaN where too few units are drawn."""

    value: float
    low: float
    high: float


def units_drawn(count: int, random: np.random.Generator, draws: int) -> Numbers:
    """Return how often each of ``count`` units comes when as many are drawn with replacement, ``draws`` x units."""
    drawn = random.integers(count, size=(draws, count)) + count * np.arange(draws)[:, None]
    return np.bincount(drawn.ravel(), minlength=draws * count).reshape(draws, count).astype(np.float64)


def apart_from(cells: Numbers, apart: float) -> Numbers:
    """Return the table in which units are ``apart`` times as far from everybody, as far as shares are none below 0."""
    units = cells.sum(axis=1, keepdims=True)
    overall = cells.sum(axis=0) / cells.sum()
    moved = np.maximum(units * overall + apart * (cells - units * overall), 0)
    sums = moved.sum(axis=1, keepdims=True)
    return np.asarray(moved * np.divide(units, sums, out=np.zeros_like(units), where=sums > 0))


def tried(
    drawings: Sequence[Drawing], cells: Numbers, iterations: int, seed: int | None, progress: Progress = None
) -> list[Tried]:
    """Return what is measured of ``iterations`` random tables, and of tables less and more apart than ``cells``.

    ``cells``: units x groups, persons, whole numbers. The more iterations, the more of the other tables too.
    """
    fewest = min(drawing.drawn for drawing in drawings)
    steps = np.linspace(0, 1 + _BEYOND / math.sqrt(max(1, fewest)), _STEPS)
    draws = max(_FEWEST_DRAWS, math.ceil(iterations * _SHARE_OF_DRAWS))
    work = _work(drawings, _by_chance(cells), max(1, iterations // draws))
    found = [repeated(work, max(iterations, draws), cells.size, seeded(seed, 0), stage(progress, 0, 0.5))]
    for number in range(1, _STEPS):
        work = _work(drawings, _drawn_from(cells, float(steps[number])))
        of_step = stage(progress, 0.5 + (number - 1) / (_STEPS - 1) / 2, 0.5 + number / (_STEPS - 1) / 2)
        found.append(repeated(work, draws, cells.size, seeded(seed, _FIRST_STREAM + number), of_step))
    result, first = [], 0
    for drawing in drawings:
        width = len(drawing.measured)
        middle, end = first + width, first + 2 * width
        own = [values[:, first:middle] for values in found]
        anew = [values[:, middle:end] for values in found]
        first = end
        small = math.sqrt(drawing.drawn / drawing.degrees) if drawing.degrees else math.nan
        errors, off = zip(*(_spread(*values, small) for values in zip(own, anew)))
        means = np.array([_mean(values) for values in own])
        result.append(Tried(own[0][:iterations], steps, means, np.array(errors), np.concatenate(off)))
    return result


def _spread(own: Numbers, anew: Numbers, small: float) -> tuple[Numbers, Numbers]:
    """Return how far draws of units ``anew`` lie from their ``own`` tables (both draws x measures).

    First the standard deviations of all measures, then how far each draw lay off, in these. ``small``: what few units
    make of them. Draws without units drawn anew are NaN.
    """
    drawn = ~np.isnan(anew).all(axis=1)
    differences = (anew - own)[drawn]
    differences = (differences - _mean(differences)) * small
    errors = np.sqrt(_mean(differences**2) * len(differences) / max(1, len(differences) - 1))
    return errors, np.divide(differences, errors, out=np.zeros_like(differences), where=errors > CLOSE)


def _mean(values: Numbers) -> Numbers:
    """Return the mean of the draws that are known, measure by measure; draws that lack a group (NaN) are ignored."""
    known = ~np.isnan(values)
    sums = np.where(known, values, 0.0).sum(axis=0)
    return np.asarray(np.divide(sums, known.sum(axis=0), out=np.full_like(sums, np.nan), where=known.any(axis=0)))


def _by_chance(cells: Numbers) -> Tables:
    """Return what draws random tables of the persons and units of ``cells``."""
    # Empty units stay, as larger ones go by place.
    table = table_of(cells)._replace(cells=cells, units=cells.sum(axis=1))
    return lambda random, count: random_tables(table, count, random)


def _drawn_from(cells: Numbers, apart: float) -> Tables:
    """Return what draws persons by the shares of the table that is ``apart`` times as far apart as ``cells``."""
    sums = cells.sum(axis=1)
    units, shares = np.rint(sums).astype(np.int64), apart_from(cells, apart) / np.where(sums > 0, sums, 1)[:, None]

    def tables(random: np.random.Generator, count: int) -> Numbers:
        persons = drawn_persons(units, shares, count, random)
        return np.ascontiguousarray(persons.transpose(1, 2, 0), dtype=np.float64)

    return tables


def _work(drawings: Sequence[Drawing], tables: Tables, every: int = 1) -> Work:
    """Return what measures ``tables``, and of every so many of them units drawn anew as well, else NaN."""

    def work(random: np.random.Generator, count: int) -> Numbers:
        # All at first: so the tables are the same whatever is drawn anew from them.
        own = tables(random, count)
        of_drawings = iter(_times([one.times for one in drawings if one.has_interval], random, len(own[::every])))
        known: dict[Measured, Numbers] = {}
        columns: list[Numbers] = []
        for drawing in drawings:
            columns += _all_of(drawing.measured, own, known)
            if not drawing.has_interval:
                columns += [np.full(len(own), math.nan)] * len(drawing.measured)
                continue
            # To an index a unit drawn twice is the same as one of twice the persons.
            again = own[::every] * next(of_drawings)[:, :, None]
            for values in _all_of(drawing.measured, again, {}):
                columns.append(np.full(len(own), math.nan))
                columns[-1][::every] = values
        return np.stack(columns, axis=1)

    return work


def _times(of_drawings: Sequence[Times], random: np.random.Generator, draws: int) -> list[Numbers]:
    """Return what each gives, ``draws`` x units: of several each in turn, draw by draw."""
    if len(of_drawings) == 1:
        return [of_drawings[0](random, draws)]
    return [np.concatenate(one) for one in zip(*([times(random, 1) for times in of_drawings] for _ in range(draws)))]


def _all_of(measured: Sequence[Measured], tables: Numbers, known: dict[Measured, Numbers]) -> list[Numbers]:
    """Return what is measured of tables, each measure worked out once."""
    for measure in measured:
        if measure not in known:
            known[measure] = measure(tables)
    return [known[measure] for measure in measured]


def inverted(
    value_at: Callable[[float], float], observed: float, most: float, found: Tried, place: int, degrees: int
) -> Corrected:
    """Return the index without chance: that of the table whose draws are like ``observed``.

    ``value_at``: the index of the table that is ``apart`` times as far apart; it is 0 at 0 and grows. ``most``: it
    cannot be more. ``place``: its column in ``found``. ``degrees``: of freedom, 0 for no interval.
    """
    means = np.fmax.accumulate(found.means[:, place])
    values = np.maximum.accumulate([0.0, *(value_at(float(apart)) for apart in found.apart[1:])])
    # By the mean of squares where the index grows with how far units are apart, by the mean where with its square.
    half, whole = value_at(0.5), value_at(1.0)
    power = 2 / max(1.0, math.log2(whole / half)) if half > CLOSE else 1.0
    fine = np.linspace(0, values[-1], _FINE)
    mean = np.interp(fine**power, values**power, means**power) ** (1 / power)

    def like(curve: Numbers) -> float:
        grows = np.maximum.accumulate(curve)
        if grows[-1] < observed:
            return min(most, float(values[-1] + observed - grows[-1]))
        return float(np.interp(observed, grows, fine)) if grows[0] < observed else 0.0

    value = like(mean)
    if not degrees:
        return Corrected(value, math.nan, math.nan)
    reach = float(t_quantile(degrees, (1 + _CONFIDENCE) / 2)) * np.interp(fine, values, found.errors[:, place])
    return Corrected(value, min(value, like(mean + reach)), max(value, like(mean - reach)))


def around(value: float, found: Tried, place: int, degrees: int) -> Corrected:
    """Return a corrected index whose bias is a difference, with the interval that the observed units give it."""
    if not degrees:
        return Corrected(value, math.nan, math.nan)
    reach = float(t_quantile(degrees, (1 + _CONFIDENCE) / 2)) * float(
        np.interp(1.0, found.apart, found.errors[:, place])
    )
    return Corrected(value, value - reach, value + reach)


def observed_off(found: Tried, degrees: int) -> Numbers:
    """Return how far draws of units and persons like the observed ones lie off, draws x measures, NaN of too few."""
    error = np.array([np.interp(1.0, found.apart, errors) for errors in found.errors.T])
    return found.off * (error if degrees else math.nan)
