"""Where segregation lies: between and within larger units, in single units, in single groups."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.messages import InputError
from .counts import Counts, Group, Numbers, split, table_of
from .many_groups import mutual_information, theil_h
from .two_groups import entropy


class Decomposition(NamedTuple):
    """M and H in all, and the parts of them that lie between the larger units and within them.

    ``m_within`` is the sum over the larger units of their share of all persons times their own M; H is the same
    divided by the entropy of everybody. ``by_unit``: a row a larger unit: ``personer`` (share of all persons, 0 to 1),
    ``m`` and ``h`` (its own), ``m_bidrag`` (what it adds to ``m_within``). NaN where a count is hidden. Reardon, Yun
    and Eitle (2000).
    """

    m: float
    m_between: float
    m_within: float
    h: float
    h_between: float
    h_within: float
    by_unit: pd.DataFrame


def decompose(counts: Counts, by: Sequence[object]) -> Decomposition:
    """Return how much of the segregation lies between larger units, and how much within them.

    ``by`` names the larger unit of each unit of ``counts``. Raises InputError where it is not as long.
    """
    cells = np.asarray(counts, dtype=np.float64)
    labels = pd.Series(list(by), dtype=object)
    if len(labels) != len(cells):
        raise InputError("{count} labels for {units} units.", count=len(labels), units=len(cells))
    larger = pd.DataFrame(cells).groupby(labels.to_numpy())
    # A larger unit with a hidden part is itself unknown.
    between = larger.agg(lambda column: column.sum(skipna=False))
    m, m_between = mutual_information(cells), mutual_information(between.to_numpy())
    everybody = table_of(cells)
    spread = float(entropy(everybody.overall)) if not math.isnan(m) else math.nan
    rows = [_larger_unit(label, part.to_numpy(), everybody.total) for label, part in larger]
    by_unit = pd.DataFrame(rows, columns=["enhet", "personer", "m", "h", "m_bidrag"]).set_index("enhet")
    within = m - m_between
    return Decomposition(m, m_between, within, m / spread, m_between / spread, within / spread, by_unit)


def _larger_unit(label: object, cells: Numbers, everybody: float) -> tuple[object, float, float, float, float]:
    share = cells.sum() / everybody if everybody else math.nan
    own = mutual_information(cells)
    # With one group alone H is undefined, and nothing is apart.
    apart = 0.0 if math.isnan(own) and not np.isnan(cells).any() else own
    return label, share, own, theil_h(cells), share * apart


def local_mutual_information(counts: Counts) -> Numbers:
    """Return for each unit sum s ln(s / S), in nats: how much its groups differ from everybody's.

    M is their mean over all persons. NaN for units without anybody and where a count is hidden. Theil and Finizza
    (1971).
    """
    cells = np.asarray(counts, dtype=np.float64)
    units = cells.sum(axis=1, keepdims=True)
    shares = np.divide(cells, units, out=np.full_like(cells, np.nan), where=units > 0)
    relative = np.divide(shares, table_of(cells).overall, out=np.ones_like(cells), where=shares > 0)
    return np.asarray((shares * np.log(relative)).sum(axis=1))


def location_quotients(counts: Counts, group: Group) -> Numbers:
    """Return for each unit p / P: how many times as large the group is there as in everybody.

    0 upwards, 1 as everywhere. NaN for units without anybody, without the group anywhere, and where a count is hidden.
    """
    own, rest = split(counts, group)
    everywhere = own.sum() / (own.sum() + rest.sum()) if own.sum() else math.nan
    units = own + rest
    return np.divide(own, units, out=np.full(len(own), math.nan), where=units > 0) / everywhere


def contributions(counts: Counts, group: Group) -> Numbers:
    """Return for each unit what it adds to the group's dissimilarity, |x/X - y/Y| / 2; their sum is D.

    NaN where D is undefined or a count is hidden.
    """
    own, rest = split(counts, group)
    if not (own.sum() > 0 and rest.sum() > 0):
        return np.full(len(own), math.nan)
    return np.abs(own / own.sum() - rest / rest.sum()) / 2
