"""Summaries by area type as they may be shown: without the hidden ones of a user's own figures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from ..domain.area_types import ALL
from ..domain.measures import INTERVAL_ENDS, OWN_PUPILS, PUPILS, SHARE_LIMITS, SUMS, results_in
from .rules import FEWEST_SPREAD, SHOWN_DECIMALS

# By the column of an unpublished measure the groups that it is not shown for: ``disclosure.own_sums.hidden_groups``.
HiddenGroups = Mapping[str, frozenset[str]]
NOTHING: HiddenGroups = MappingProxyType({})
_CLOSE = 1e-9


def shown(summary: pd.DataFrame, hidden: HiddenGroups = NOTHING) -> pd.DataFrame:
    """Return a summary of ``analysis.schools.summaries`` with a mark ``<x>_dold`` beside each number: is it hidden?

    Results that a source publishes by school are shown whatever they rest on. Numbers of pupils are hidden where the
    user's own are missing from them. Of unpublished measures (those that ``hidden`` has) means are rounded, and the
    numbers of people behind them, and of pupils missing, are not given; their intervals as ``_interval`` says.
    """
    table = summary.copy()
    table[f"{PUPILS}_dold"] = table[OWN_PUPILS] > 0
    table[PUPILS] = table[PUPILS].astype("float64").where(~table[f"{PUPILS}_dold"])
    for column in results_in(summary.columns):
        groups = hidden.get(column, frozenset())
        mark = table["grupp"].isin(list(groups)) | (ALL in groups)
        table[f"{column}_dold"] = mark
        exact = table[column].astype("float64")
        table[column] = exact.where(~mark)
        if column in hidden:
            table[[f"{column}_elever", f"{column}_dolda_andel"]] = math.nan
            if not table[f"{column}_vikt"].isin(SUMS).all():
                table[column] = table[column].round(SHOWN_DECIMALS)
            _interval(table, column, exact)
    return table


def _interval(table: pd.DataFrame, column: str, exact: pd.Series) -> None:
    """Leave of an unpublished mean's interval what may be shown, where not only few places are behind it.

    It is as wide to either side of the mean that is shown: its middle would else be another rounding of that mean. Its
    width is rounded up, so that it holds the true mean as often.
    """
    low, high = (table[column + ending] for ending in INTERVAL_ENDS)
    below, above = exact - low, high - exact
    step = 10.0**-SHOWN_DECIMALS
    reach = np.ceil((np.maximum(below, above) / step).round(6)) * step
    reach = reach.where(~rest_on_few(table, column))
    # An end that lies nearer than the other is where the result's possible values end; of a share both ends may.
    both = (low == SHARE_LIMITS[0]) & (high == SHARE_LIMITS[1])
    lowest = low.where((below < above - _CLOSE) | both, -math.inf)
    highest = high.where((above < below - _CLOSE) | both, math.inf)
    ends = (table[column] - reach).clip(lower=lowest), (table[column] + reach).clip(upper=highest)
    for ending, end in zip(INTERVAL_ENDS, ends):
        table[column + ending] = end.round(SHOWN_DECIMALS)


def rest_on_few(table: pd.DataFrame, column: str) -> pd.Series:
    """Return for which groups what is drawn from single values would reveal some, for an unpublished measure.

    ``table``: with ``x_n`` and ``x_dold``. Groups of fewer than ``FEWEST_SPREAD`` places, and all together where any
    part of them is as small: each that is shown, and those that are hidden together.
    """
    out, is_all = table[f"{column}_dold"].astype(bool), table["grupp"] == ALL
    places = table[f"{column}_n"]
    few = places < FEWEST_SPREAD
    together = int(places[out & ~is_all].sum())
    in_a_part = bool((few & ~out & ~is_all & (places > 0)).any()) or 0 < together < FEWEST_SPREAD
    return out | few | (is_all & in_a_part)
