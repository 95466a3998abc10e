"""Summaries by area type as they may be shown: without the hidden ones of a user's own figures."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from ..domain.area_types import ALL
from ..domain.measures import INTERVAL_ENDS, OWN_PUPILS, PUPILS, SUMS, Measure, results_in
from ..domain.students_t import t_quantile
from .rules import FEWEST_SPREAD, NEAREST_OF_AMOUNT, SHOWN_DECIMALS

# By the column of an unpublished measure the groups that it is not shown for: ``disclosure.own_sums.hidden_groups``.
HiddenGroups = Mapping[str, frozenset[str]]
NOTHING: HiddenGroups = MappingProxyType({})
_UPPER = 0.975  # of a 95 per cent interval


def shown(
    summary: pd.DataFrame,
    hidden: HiddenGroups = NOTHING,
    measures: Iterable[Measure] = (),
    alike: Collection[str] = (),
) -> pd.DataFrame:
    """Return a summary of ``analysis.schools.summaries`` with a mark ``<x>_dold`` beside each number: is it hidden?

    Results that a source publishes by school are shown whatever they rest on. Numbers of pupils are hidden where the
    user's own are missing from them. Of unpublished measures (those that ``hidden`` has) means are rounded, and the
    numbers of people behind them, and of pupils missing, are not given; their intervals as ``_interval`` says.
    ``measures``: of the summary, with those that ``hidden`` has; ``alike``: of ``own_sums.alike_together``.
    """
    limits = {measure.column: (measure.lowest, measure.highest) for measure in measures}
    results = results_in(summary.columns)
    # All at once: a frame takes its time for each column that is put into it.
    nobody = pd.Series(False, index=summary.index)
    marks = {f"{PUPILS}_dold": summary[OWN_PUPILS] > 0, **{f"{column}_dold": nobody for column in results}}
    table = pd.concat([summary, pd.DataFrame(marks)], axis="columns")
    table[PUPILS] = table[PUPILS].astype("float64").where(~table[f"{PUPILS}_dold"])
    for column in results:
        if column not in hidden and table[column].dtype == np.dtype("float64"):
            continue
        groups = hidden.get(column, frozenset())
        mark = table["grupp"].isin(list(groups)) | (ALL in groups)
        table[f"{column}_dold"] = mark
        exact = table[column].astype("float64")
        table[column] = exact.where(~mark)
        if column in hidden:
            table[[f"{column}_elever", f"{column}_dolda_andel"]] = math.nan
            if not table[f"{column}_vikt"].isin(SUMS).all():
                table[column] = table[column].round(SHOWN_DECIMALS)
            _interval(table, column, exact, *limits[column], column in alike)
    return table


def _interval(
    table: pd.DataFrame, column: str, exact: pd.Series, lowest: float, highest: float, is_alike: bool
) -> None:
    """Leave of an unpublished mean's interval what may be shown, where not only few places are behind it.

    It is as wide to either side of the mean that is shown: its middle would else be another rounding of that mean. Its
    width is rounded up, so that it holds the true mean as often. ``lowest`` to ``highest``: what the mean can be;
    ``is_alike``: whether the places that are hidden together are as good as alike.
    """
    low, high = (table[column + ending] for ending in INTERVAL_ENDS)
    # An end that lies nearer than the other is where the result's possible values end.
    exact_reach = np.maximum(exact - low, high - exact)
    step = 10.0**-SHOWN_DECIMALS
    reach = np.ceil((exact_reach / step).round(6)) * step
    reach = reach.where(~_reveals_places(table, column, exact, exact_reach, is_alike))
    ends = (table[column] - reach).clip(lower=lowest), (table[column] + reach).clip(upper=highest)
    for ending, end in zip(INTERVAL_ENDS, ends):
        table[column + ending] = end.round(SHOWN_DECIMALS)


def _reveals_places(table: pd.DataFrame, column: str, mean: pd.Series, reach: pd.Series, is_alike: bool) -> pd.Series:
    """Return for which groups what is drawn from single values would reveal some, for an unpublished measure.

    ``table``: with ``x_n`` and ``x_dold``; ``mean`` and ``reach``: of the exact interval. Groups of fewer than
    ``FEWEST_SPREAD`` places, groups whose places are as good as alike, and all together where any part of them is as
    small or as alike: each that is shown, and those that are hidden together (``is_alike``).
    """
    out, is_all = table[f"{column}_dold"].astype(bool), table["grupp"] == ALL
    places = table[f"{column}_n"]
    few = (places < FEWEST_SPREAD) | are_alike(places, mean, reach)
    together = int(places[out & ~is_all].sum())
    in_a_part = bool((few & ~out & ~is_all & (places > 0)).any()) or 0 < together < FEWEST_SPREAD or is_alike
    return out | few | (is_all & in_a_part)


def are_alike(places: pd.Series, mean: pd.Series, reach: pd.Series) -> pd.Series:
    """Return for which groups mean and spread together would say almost what each place has.

    ``reach``: half of the interval of the mean; a group without one is not.
    Of n values with the standard deviation s none lies further from their mean than s (n - 1) / sqrt(n): between the
    ends of that every single one is known to lie.
    """
    beyond = (places - 1).clip(lower=1)
    furthest = reach * beyond / t_quantile(beyond, _UPPER)
    return 2 * furthest <= NEAREST_OF_AMOUNT * (mean.abs() + furthest)
