"""Where segregation lies: between and within larger units, in single units, in single groups."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple, Union

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...domain.arrays import Integers, Numbers
from ...domain.messages import InputError
from .counts import Counts, Group, split, table_of
from .many_groups import mutual_information, theil_h
from .two_groups import entropy

Path = tuple[object, ...]
By = Union[Sequence[object], pd.Series, pd.DataFrame]

_BETWEEN_NAMES = " / "


class Decomposition(NamedTuple):
    """M and H in all, and the parts of them that lie between the larger units and within them.

    ``m_within`` is the sum over the larger units of their share of all persons times their own M; H is the same
    divided by the entropy of everybody. ``by_unit``: a row a larger unit: ``niva`` (1 for the outermost), ``inom``
    (the unit of the level outside it, empty on the first), ``personer``
    (share of all persons, 0 to 1), ``m`` and ``h`` (its own), ``m_bidrag`` (what it adds to what lies within its
    level). ``parts``: a row a part, from the outermost: between the units of level 1, between those of level 2 within
    those of level 1 and so on, and last within those of the innermost level; ``m`` and ``h`` add up to the whole.
    Between and within without a level are those of the outermost. NaN where a count is hidden. Reardon, Yun and Eitle
    (2000).
    """

    m: float
    m_between: float
    m_within: float
    h: float
    h_between: float
    h_within: float
    by_unit: pd.DataFrame
    parts: pd.DataFrame


def decompose(counts: Counts, by: By) -> Decomposition:
    """Return how much of the segregation lies between larger units, and how much within them.

    ``by`` names the larger unit of each unit of ``counts``; where larger units lie within larger ones, it is a
    DataFrame or a list of such sequences, the outermost first (county, municipality). Units without a name (None, NaN)
    are one larger unit together. An inner unit's name in the result starts with those of the outer ones
    (``01 / 0180``), so a name may come back in another outer unit. Raises InputError where ``by`` is not as long.

    M = M between + sum T_j/T M_j, and H = H between + sum T_j/T E_j/E H_j, over the larger units j; no part is less
    than 0 or more than the whole. Theil and Finizza (1971), Reardon and Firebaugh (2002).
    """
    cells = np.asarray(counts, dtype=np.float64)
    levels = _levels(by)
    for labels in levels:
        if len(labels) != len(cells):
            raise InputError("{count} labels for {units} units.", count=len(labels), units=len(cells))
    everybody = table_of(cells)
    m = mutual_information(cells)
    spread = float(entropy(everybody.overall)) if not math.isnan(m) else math.nan
    between, rows = [0.0], []
    for level in range(1, len(levels) + 1):
        codes, paths = _units_of(levels[:level])
        names, outer = [_name(path) for path in paths], [_name(path[:-1]) for path in paths]
        # A larger unit with a hidden part is itself unknown.
        sums = np.stack([np.bincount(codes, weights=column, minlength=len(names)) for column in cells.T], axis=1)
        between.append(mutual_information(sums))
        for name, within, places in zip(names, outer, _inside(codes, len(names))):
            rows.append((name, level, within, *_larger_unit(cells[places], everybody.total)))
    by_unit = pd.DataFrame(rows, columns=["enhet", "niva", "inom", "personer", "m", "h", "m_bidrag"]).set_index("enhet")
    parts = pd.DataFrame({"m": np.diff([*between, m])}, index=pd.RangeIndex(1, len(between) + 1, name="niva"))
    parts["h"] = parts["m"] / spread
    within = m - between[1]
    return Decomposition(m, between[1], within, m / spread, between[1] / spread, within / spread, by_unit, parts)


def places_on_levels(by: By) -> list[Integers]:
    """Return for each level, the outermost first, the number of the larger unit that each unit is in."""
    levels = _levels(by)
    return [_units_of(levels[:level])[0] for level in range(1, len(levels) + 1)]


def units_inside(by: By) -> list[Integers]:
    """Return the positions of the units in each larger unit, in the order of ``Decomposition.by_unit``."""
    return [inside for places in places_on_levels(by) for inside in _inside(places, int(places.max(initial=-1)) + 1)]


def _inside(codes: Integers, count: int) -> list[Integers]:
    order = np.argsort(codes, kind="stable")
    return np.split(order, np.cumsum(np.bincount(codes, minlength=count))[:-1])[:count]


def _levels(by: By) -> list[list[object]]:
    """Return the names on each level, None where a unit has none."""
    if isinstance(by, pd.DataFrame):
        levels = [list(by[column]) for column in by]
    else:
        labels = list(by)
        nested = labels and all(isinstance(level, (list, np.ndarray, pd.Series)) for level in labels)
        levels = [list(level) for level in labels] if nested else [labels]
    return [[None if pd.isna(name) else name for name in level] for level in levels]


def _units_of(levels: list[list[object]]) -> tuple[NDArray[np.int64], list[Path]]:
    """Return for each unit the number of its larger unit on the last of ``levels``, and the paths to these, sorted."""
    paths = list(zip(*levels))
    distinct = sorted(set(paths), key=lambda path: [(name is None, str(name)) for name in path])
    number = {path: place for place, path in enumerate(distinct)}
    return np.array([number[path] for path in paths], dtype=np.int64), distinct


def _name(path: Path) -> object:
    """Return what a larger unit is called: its own label on the first level, a text that starts outermost inside it."""
    if len(path) == 1:
        return path[0]
    return _BETWEEN_NAMES.join("" if name is None else str(name) for name in path)


def _larger_unit(cells: Numbers, everybody: float) -> tuple[float, float, float, float]:
    share = float(cells.sum() / everybody) if everybody else math.nan
    own = mutual_information(cells)
    # With one group alone H is undefined.
    apart = 0.0 if math.isnan(own) and not np.isnan(cells).any() else own
    return share, own, theil_h(cells), share * apart


def local_mutual_information(counts: Counts) -> Numbers:
    """Return for each unit sum s ln(s / S), in nats: how much its groups differ from everybody's.

    M is their mean over all persons. 0 to -ln of the smallest group's S. NaN for units without anybody and where a
    count is hidden. Theil and Finizza (1971).
    """
    overall = table_of(counts).overall
    cells = np.asarray(counts, dtype=np.float64)
    units = cells.sum(axis=1, keepdims=True)
    shares = np.divide(cells, units, out=np.full_like(cells, np.nan), where=units > 0)
    relative = np.divide(shares, overall, out=np.ones_like(cells), where=shares > 0)
    return np.asarray((shares * np.log(relative)).sum(axis=1))


def location_quotients(counts: Counts, group: Group) -> Numbers:
    """Return for each unit p / P: how many times as large the group is there as in everybody.

    0 to 1/P, 1 as everywhere. NaN for units without anybody, without the group anywhere, and where a count is hidden.
    Brown and Chung (2006).
    """
    own, rest = split(counts, group)
    everywhere = own.sum() / (own.sum() + rest.sum()) if own.sum() else math.nan
    units = own + rest
    return np.divide(own, units, out=np.full(len(own), math.nan), where=units > 0) / everywhere


def contributions(counts: Counts, group: Group) -> Numbers:
    """Return for each unit what it adds to the group's dissimilarity, |x/X - y/Y| / 2; their sum is D. 0 to 1/2.

    NaN where D is undefined or a count is hidden. Duncan and Duncan (1955).
    """
    own, rest = split(counts, group)
    if not (own.sum() > 0 and rest.sum() > 0):
        return np.full(len(own), math.nan)
    return np.abs(own / own.sum() - rest / rest.sum()) / 2
