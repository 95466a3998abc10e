"""Sums of a user's own unpublished figures that may be shown, decided once, when a study is made.

What a source publishes by school is public, and so is every sum of it. What nobody has published is shown by area type
alone, for the whole study, and only if it says nothing about few people or places.

A figure is shown for some groups (the area types, what has none) and hidden for the others, whose sum follows from the
total. So the hidden groups must be at least two, and together a group that may be shown. Figures that are related (a
total and its parts, shares of the same people) hide the same groups: whoever subtracts one from another then knows no
more than the sum over the hidden groups, which may be divided between them in any way.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..analysis.schools.mean_intervals import half_widths
from ..analysis.schools.summaries import (
    group_of,
    has_value,
    ways_of,
    weights,
)
from ..domain.area_types import ALL
from ..domain.arrays import Flags
from ..domain.measures import COUNT, MEAN, SHARE, SUMS, Measure
from ..domain.messages import Message, message
from .related import Difference, NumberColumn, related
from .rules import FEWEST_PLACES, SMALLEST_GROUP, WIDTH
from .shown_summaries import are_alike

_PUBLIC_NUMBERS = ("elever", "elever_ak9")
_FEWEST_ON_A_SIDE = 2  # places


@dataclass(frozen=True)
class _Figure:
    """A measure: its columns, the schools it rests on, and which of them add anything.

    ``sides``: of a share, which schools have anybody inside, and which have anybody outside.
    """

    column: str
    columns: tuple[NumberColumn, ...]
    used: Flags
    adding: Flags
    sides: tuple[Flags, ...] = ()

    def is_one_alone(self, part: Flags) -> bool:
        """Return whether one school of a part is the only one there that has a value, or adds anything."""
        return 1 in (int((self.used & part).sum()), int((self.adding & part).sum()))

    def part_of_all(self, part: Flags) -> float:
        """Return the share (0 to 1) of the first column that is in a part of the schools."""
        sizes = np.nan_to_num(abs(self.columns[0].values))
        return float(sizes[part].sum() / max(sizes.sum(), 1.0))


@dataclass(frozen=True)
class _Family:
    """Measures that hide the same groups, and the differences between their columns."""

    figures: tuple[_Figure, ...]
    differences: tuple[Difference, ...]

    def may_be_shown(self, part: Flags, fewest: int = FEWEST_PLACES, least: int = SMALLEST_GROUP) -> bool:
        """Return whether the sums over a ``part`` of the schools say nothing about few people or places.

        ``fewest``: places, ``least``: people.
        """
        for figure in self.figures:
            places = int((figure.used & part).sum())
            # Places that got nothing do not protect one that got something.
            if 0 < places < fewest or 0 < int((figure.adding & part).sum()) < fewest:
                return False
            if any(0 < one.sum_over(part) < least for one in figure.columns if one.is_people):
                return False
            # Where nobody is on a side it is known of each who is on which, and the only place with anybody there
            # knows that of all others.
            if places and any(int((side & figure.used & part).sum()) < _FEWEST_ON_A_SIDE for side in figure.sides):
                return False
        return not any(one.is_few(part, least) or one.is_one_alone(part) for one in self.differences)


def hidden_groups(schools: pd.DataFrame | None, measures: Sequence[Measure]) -> dict[str, frozenset[str]]:
    """Return for each unpublished measure of a study (its column) the groups that it is not shown for.

    ``schools``: of the whole study, with the measures, their statuses and weights. Where not even the total may be
    shown, ``alla`` is among the groups: then nothing is.
    """
    if schools is None:
        return {}
    own = [measure for measure in measures if not measure.public and measure.column in schools]
    if not own:
        return {}
    figures = [_figure(schools, measure) for measure in own]
    group = group_of(schools["omradestyp"])
    parts = {name: (group == name).to_numpy(dtype=bool) for name in sorted(set(group))}
    found: dict[str, frozenset[str]] = {}
    for family in _families(figures, _public_columns(schools, measures), list(parts.values())):
        hidden = _hidden_of(family, parts)
        found |= {figure.column: hidden for figure in family.figures}
    return found


def alike_together(
    schools: pd.DataFrame | None, measures: Sequence[Measure], hidden: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Return the unpublished means whose places in all hidden groups are together as good as alike.

    Their number, mean and spread follow from those of all places and of the groups that are shown. ``hidden``: of
    ``hidden_groups``.
    """
    if schools is None:
        return frozenset()
    group = group_of(schools["omradestyp"])
    found = set()
    for measure in measures:
        groups = hidden.get(measure.column, frozenset())
        if not groups or ALL in groups or measure.kind in SUMS:
            continue
        weight = weights(schools, measure.column, ways_of(schools, [measure])[measure.column])
        inside = group.isin(list(groups)) & (weight > 0)
        values, own = schools.loc[inside, measure.column].to_numpy(dtype=float), weight[inside].to_numpy(dtype=float)
        reach = half_widths(values, own, np.zeros(len(values), dtype=np.int64), 1)
        mean = pd.Series(np.average(values, weights=own) if len(values) else np.nan, index=[0])
        if are_alike(pd.Series([len(values)]), mean, pd.Series(reach)).any():
            found.add(measure.column)
    return frozenset(found)


def may_be_measured(measure: Measure, hidden: Mapping[str, frozenset[str]]) -> bool:
    """Return whether segregation may be measured by a result: an unpublished one only where nothing is hidden."""
    return measure.public or hidden.get(measure.column) == frozenset()


def what_is_hidden(measures: Sequence[Measure], hidden: Mapping[str, frozenset[str]]) -> list[Message]:
    """Return the messages for a user who makes a study with unpublished figures."""
    own = [measure for measure in measures if measure.column in hidden]
    if not own:
        return []
    found = [
        message(
            "Own figures that nobody has published are shown only by area type and for the whole study. Make one "
            "study of them and keep to it: a second one of the same figures, with the area types of another year, "
            "other areas or other places, would reveal what each of them hides, and that cannot be checked here."
        )
    ]
    for measure in own:
        groups = hidden[measure.column]
        # What the user calls it, in either language.
        name = measure.label["sv"]
        if ALL in groups:
            said = message("'{measure}' is not shown: it rests on too few people or places.", measure=name)
        elif groups:
            said = message(
                "'{measure}' is not shown for area types {groups}: it, or a figure related to it, rests on too few "
                "people or places there, or would reveal such a figure.",
                measure=name,
                groups=", ".join(sorted(groups)),
            )
        else:
            continue
        found.append(said)
    return found


def _figure(schools: pd.DataFrame, measure: Measure) -> _Figure:
    """Return a measure as what each school adds to its sums."""
    column = measure.column
    way = ways_of(schools, [measure])[column]
    value = schools[column].where(has_value(schools, column)).to_numpy(dtype=float)
    if measure.kind in SUMS:
        is_people, known = measure.kind == COUNT, ~np.isnan(value)
        return _Figure(column, (NumberColumn(column, value, is_people),), known, known & (is_people | (value != 0)))
    used = weights(schools, column, way).to_numpy() > 0
    columns, weight, sides = [], np.ones(len(value)), (value > 0, value < 100)
    if measure.weight_column in schools:
        known = pd.to_numeric(schools[measure.weight_column]).to_numpy(dtype=float)
        people = np.where((known > 0) & ~np.isnan(value), known, np.nan)
        columns.append(NumberColumn(column, people, True))
        if measure.kind == SHARE:
            inside = np.rint(value * people / 100)
            columns += [NumberColumn(column, inside, True), NumberColumn(column, people - inside, True)]
            known = ~np.isnan(inside)
            sides = np.where(known, inside > 0, sides[0]), np.where(known, inside < people, sides[1])
        weight = people if way.weight else weight
    if measure.kind == MEAN or not way.weight:
        columns.append(NumberColumn(column, np.where(used, value * weight, np.nan), False))
    adding = used & (value != 0) if measure.kind == MEAN else used
    return _Figure(column, tuple(columns), used, adding, sides if measure.kind == SHARE else ())


def _public_columns(schools: pd.DataFrame, measures: Sequence[Measure]) -> list[NumberColumn]:
    """Return the published numbers of people by school, from which own ones could be subtracted.

    Those that count nobody anywhere (pupils, where places are no schools) are left out: what is equal to a total less
    them is that total, of which they would look like an empty part.
    """
    own = [measure.column for measure in measures if measure.public and measure.is_own and measure.kind == COUNT]
    own += [measure.weight_column for measure in measures if measure.public and measure.is_own]
    names = [name for name in dict.fromkeys((*_PUBLIC_NUMBERS, *own)) if name in schools]
    columns = [NumberColumn("", pd.to_numeric(schools[name]).to_numpy(dtype=float), True) for name in names]
    return [one for one in columns if np.nan_to_num(one.values).any()]


def _families(figures: Sequence[_Figure], public: Sequence[NumberColumn], parts: Sequence[Flags]) -> list[_Family]:
    """Return the measures in families, each with the differences between its own columns."""
    linked, differences = related([one for figure in figures for one in figure.columns], public, parts)
    family = {figure.column: frozenset((figure.column,)) for figure in figures}
    for names in linked:
        together = frozenset().union(*(family[name] for name in names))
        family |= dict.fromkeys(together, together)
    found = []
    for names in dict.fromkeys(family.values()):
        own = tuple(one for one in differences if one.measures & names)
        found.append(_Family(tuple(figure for figure in figures if figure.column in names), own))
    return found


def _hidden_of(family: _Family, parts: Mapping[str, Flags]) -> frozenset[str]:
    """Return the groups to hide: the fewest that help, and of these the smallest; with the total where none do."""
    few = {name for name, part in parts.items() if not family.may_be_shown(part)}
    if not few:
        return frozenset()
    others = [name for name in parts if name not in few]
    ways = [few.union(more) for size in range(len(others) + 1) for more in itertools.combinations(others, size)]
    size = {name: sum(figure.part_of_all(part) for figure in family.figures) for name, part in parts.items()}
    ways.sort(key=lambda way: (len(way), round(sum(size[name] for name in way), 9), sorted(way)))
    for way in ways:
        if _are_safe(family, [parts[name] for name in way]):
            return frozenset(way)
    return frozenset((*parts, ALL))


def _are_safe(family: _Family, hidden: Sequence[Flags]) -> bool:
    """Return whether groups hidden together reveal little of each other, also to a place that is alone in one."""
    together = np.logical_or.reduce(hidden)
    # Each has somebody, as far as anyone can know: what is left must be as wide as what ".." says.
    least = WIDTH + len(hidden)
    if len(hidden) < 2 or not family.may_be_shown(together, least=least):
        return False
    alone = [part for part in hidden if any(figure.is_one_alone(part) for figure in family.figures)]
    return all(family.may_be_shown(together & ~part, fewest=FEWEST_PLACES - 1) for part in alone)
