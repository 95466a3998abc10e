"""What must not be read off a table: the first disclosure rule.

Sweden's school statistics show ``..`` for groups under ten pupils, and so do our tables. Results that
Skolverket publishes per school are public and need no protection; numbers of pupils from a user's own
table are never shown to others.
"""

from __future__ import annotations

import math

import pandas as pd

from ..domain.area_types import ALL
from ..domain.measures import OWN_PUPILS, PUPILS, results_in

SMALLEST_GROUP = 10
HIDDEN_TEXT = ".."

_WEIGHT_SUM = "_elever"


def protect(summary: pd.DataFrame) -> pd.DataFrame:
    """Return a summary in which what may not be shown is NaN and marked in a column ``<x>_dold``.

    ``summary``: from ``analysis.summaries``. Hidden are numbers of pupils under ten or with any of the
    user's own in them, and means over fewer than ten pupils with the number of these. Where just one row
    of a table (or of a municipality) is hidden, its total is hidden too, so that nobody can subtract.
    """
    table = summary.copy()
    # As read back from a study they are whole numbers, whose unknown ones are neither small nor not.
    pupils = table[PUPILS].astype("float64")
    _hide(table, PUPILS, ((pupils > 0) & (pupils < SMALLEST_GROUP)) | (table[OWN_PUPILS] > 0))
    for column in results_in(table.columns):
        behind = table[column + _WEIGHT_SUM]
        _hide(table, column, behind.notna() & (behind > 0) & (behind < SMALLEST_GROUP))
        table[column + _WEIGHT_SUM] = behind.where(~table[column + "_dold"])
        # A share of pupils tells their number where the user's own are among them.
        share = column + "_dolda_andel"
        table[share] = table[share].where(table[OWN_PUPILS] == 0)
    return table


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
