"""Municipalities in the order of a result, and which of them cannot be said to differ."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd


class Apart(NamedTuple):
    """How one place stands beside the others: ``compared`` others with an interval, ``alike`` whose one overlaps."""

    compared: int
    alike: int


def ranked(values: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with a known ``varde``, the highest first, with ``ordning``: 1 is the highest, alike share one.

    ``values``: ``kod namn varde``; those of the same value stand by name.
    """
    known = values[values["varde"].notna()]
    order = known["varde"].rank(method="min", ascending=False).astype("int64")
    return known.assign(ordning=order).sort_values(["ordning", "namn", "kod"], kind="stable").reset_index(drop=True)


def apart(table: pd.DataFrame, code: str) -> Apart | None:
    """Return how many others of ``ranked`` have an interval that overlaps that of ``code``; None if it has none.

    ``lag`` and ``hog``: the ends, NaN where a place has none. Intervals that touch overlap.
    """
    own = table[table["kod"] == code]
    has = table[table["lag"].notna() & table["hog"].notna()]
    if own.empty or own["lag"].isna().any() or own["hog"].isna().any():
        return None
    others = has[has["kod"] != code]
    alike = (others["lag"] <= own["hog"].iloc[0]) & (others["hog"] >= own["lag"].iloc[0])
    return Apart(len(others), int(alike.sum()))
