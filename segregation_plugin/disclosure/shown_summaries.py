"""Summaries by area type as they may be shown: without the hidden ones of a user's own figures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from ..domain.area_types import ALL
from ..domain.measures import OWN_PUPILS, PUPILS, SUMS, results_in
from .rules import SHOWN_DECIMALS

# By the column of an unpublished measure the groups that it is not shown for, see ``study.hidden_groups``.
HiddenGroups = Mapping[str, frozenset[str]]
NOTHING: HiddenGroups = MappingProxyType({})


def shown(summary: pd.DataFrame, hidden: HiddenGroups = NOTHING) -> pd.DataFrame:
    """Return a summary of ``analysis.summaries`` with a mark ``<x>_dold`` beside each number: whether it is hidden.

    Results that a source publishes by school are shown whatever they rest on. Numbers of pupils are hidden where the
    user's own are missing from them. Of unpublished measures (those that ``hidden`` has) means are rounded, and the
    numbers of people behind them, and of pupils missing, are not given.
    """
    table = summary.copy()
    table[f"{PUPILS}_dold"] = table[OWN_PUPILS] > 0
    table[PUPILS] = table[PUPILS].astype("float64").where(~table[f"{PUPILS}_dold"])
    for column in results_in(summary.columns):
        groups = hidden.get(column, frozenset())
        mark = table["grupp"].isin(list(groups)) | (ALL in groups)
        table[f"{column}_dold"] = mark
        table[column] = table[column].astype("float64").where(~mark)
        if column in hidden:
            table[[f"{column}_elever", f"{column}_dolda_andel"]] = math.nan
            if not table[f"{column}_vikt"].isin(SUMS).all():
                table[column] = table[column].round(SHOWN_DECIMALS)
    return table
