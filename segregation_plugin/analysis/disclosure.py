"""What must not be read off a table: the first disclosure rule.

Sweden's school statistics show ``..`` for groups under ten pupils, and so do our tables. Results that
Skolverket publishes per school are public and need no protection; numbers of pupils from a user's own
table are never shown to others. A user's own measures that nobody publishes by place follow the rule for small groups
too, and amounts, and means without a known number of people behind them, need at least three places behind them.
"""

from __future__ import annotations

import math
from collections.abc import Collection

import pandas as pd

from ..domain.area_types import ALL
from ..domain.measures import AMOUNT, COUNT, OWN_PUPILS, PUPILS, results_in
from .summaries import UNWEIGHTED

SMALLEST_GROUP = 10
FEWEST_PLACES = 3
HIDDEN_TEXT = ".."

_WEIGHT_SUM = "_elever"


def protect(summary: pd.DataFrame, unpublished: Collection[str] = ()) -> pd.DataFrame:
    """Return a summary in which what may not be shown is NaN and marked in a column ``<x>_dold``.

    ``summary``: from ``analysis.summaries``; ``unpublished``: columns of own measures whose values by place are not
    public. Hidden are numbers of pupils under ten or with any of the
    user's own in them, and means over fewer than ten pupils with the number of these. Where just one row
    of a table (or of a municipality) is hidden, its total is hidden too, so that nobody can subtract.
    """
    table = summary.copy()
    # As read back from a study they are whole numbers, whose unknown ones are neither small nor not.
    pupils = table[PUPILS].astype("float64")
    _hide(table, PUPILS, ((pupils > 0) & (pupils < SMALLEST_GROUP)) | (table[OWN_PUPILS] > 0))
    for column in results_in(table.columns):
        behind = table[column + _WEIGHT_SUM]
        small = behind.notna() & (behind > 0) & (behind < SMALLEST_GROUP)
        _hide(table, column, small | _too_few(table, column) if column in unpublished else small)
        table[column + _WEIGHT_SUM] = behind.where(~table[column + "_dold"])
        # A share of pupils tells their number where the user's own are among them.
        share = column + "_dolda_andel"
        table[share] = table[share].where(table[OWN_PUPILS] == 0)
    return table


def _too_few(table: pd.DataFrame, column: str) -> pd.Series:
    """Return where a measure is a count under ten, or an amount or unweighted mean of too few places."""
    value, label, places = table[column].astype("float64"), table[f"{column}_vikt"], table[f"{column}_n"]
    small_count = (label == COUNT) & (value > 0) & (value < SMALLEST_GROUP)
    return small_count | (label.isin((AMOUNT, UNWEIGHTED)) & (places > 0) & (places < FEWEST_PLACES))


def few(number: object) -> bool:
    """Whether a number of pupils is known and too small to be shown."""
    return isinstance(number, (int, float)) and 0 < number < SMALLEST_GROUP


def _hide(table: pd.DataFrame, column: str, small: pd.Series) -> None:
    parts = table["grupp"] != ALL
    place = table["kommunkod"] if "kommunkod" in table else pd.Series("", index=table.index)
    alone = (small & parts).groupby(place).transform("sum") == 1
    hidden = small | (~parts & alone)
    mark = column + "_dold"
    if mark in table:
        # Protected before, as a study file's tables are: what was hidden stays so.
        hidden |= table[mark].astype(bool)
    table[column] = table[column].astype("float64").where(~hidden, math.nan)
    table[mark] = hidden
