"""Distances of areas to the limit of the next area type.

The types are cut from each year's national values: type 1 from mean + 2 standard deviations, 2 from + 1, 3 from the
mean, 4 from - 1 (in 2022: 20.04, 14.57, 9.10, 3.63), the rest is 5. The published type is used as it is and never
recomputed: a limit lies somewhere between the highest index of one type and the lowest of the next, among the areas at
hand. With few areas that stretch is wide, and every distance here has both its ends.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ...domain.area_types import AREA_TYPES
from ...domain.messages import message
from ..schools.regression import INDEX

NEAR = 1.0  # index points
YES, NO, MAYBE, UNKNOWN = "ja", "nej", "kanske", ""
_DECIMALS = 9


def type_limits(areas: pd.DataFrame) -> pd.DataFrame:
    """Return the values of the index that each limit lies between, a row a limit, the highest first.

    ``areas``: ``omradestyp socioekonomiskt_index`` of one year. Columns: ``typ_over`` (1-4, the type above the limit;
    below it is the next), ``lagst`` (highest index of the type below), ``hogst`` (lowest index of the type above) and
    ``anledning`` (Message): why both are NaN, where a type has no index or the two overlap.
    """
    known = areas[areas["omradestyp"].notna() & areas[INDEX].notna()]
    grouped = known[INDEX].astype("float64").groupby(known["omradestyp"].astype("int64"))
    lowest, highest = grouped.min(), grouped.max()
    found = []
    for above in AREA_TYPES[:-1]:
        low, high = highest.get(above + 1, math.nan), lowest.get(above, math.nan)
        reason = message("")
        if math.isnan(low) or math.isnan(high):
            reason = message("no area of type {type} has an index", type=above if math.isnan(high) else above + 1)
        elif low > high:
            reason = message("the index of types {above} and {below} overlaps", above=above, below=above + 1)
        if reason.text:
            low = high = math.nan
        found.append((above, low, high, reason))
    return pd.DataFrame(found, columns=["typ_over", "lagst", "hogst", "anledning"])


def near_limits(areas: pd.DataFrame, within: float = NEAR) -> pd.DataFrame:
    """Return how far each area's index lies from the nearest limit of its type, with the index of ``areas``.

    ``areas``: ``omradestyp socioekonomiskt_index`` of one year. Columns: ``nasta_typ`` (the type beyond that limit),
    ``avstand_till_grans`` (index points to the middle of where the limit may lie), ``avstand_minst`` and
    ``avstand_mest`` (to its ends), ``nara_grans``: ``ja`` where a limit surely lies ``within`` so many index points,
    ``nej`` where surely none does, else ``kanske``; empty where no limit is known.
    """
    limits = type_limits(areas).set_index("typ_over")
    types = areas["omradestyp"].astype("float64")
    index = areas[INDEX].astype("float64")
    # Towards the next higher type the limit is that of the type above, towards the next lower one its own.
    up, down = types - 1, types
    above = _distances(index, up.map(limits["lagst"]), up.map(limits["hogst"]), 1)
    below = _distances(index, down.map(limits["lagst"]), down.map(limits["hogst"]), -1)
    is_above = above["avstand_till_grans"].fillna(math.inf) < below["avstand_till_grans"].fillna(math.inf)
    found = above.where(is_above, below)
    known = found["avstand_till_grans"].notna()
    next_type = types.where(known) + np.where(is_above, -1, 1)
    surely = (above["avstand_mest"] <= within) | (below["avstand_mest"] <= within)
    # Type 1 has no limit above it, and type 5 none below.
    far_above = (above["avstand_minst"] > within) | (types == AREA_TYPES[0])
    far_below = (below["avstand_minst"] > within) | (types == AREA_TYPES[-1])
    near = np.select([~known, surely, far_above & far_below], [UNKNOWN, YES, NO], MAYBE)
    found.insert(0, "nasta_typ", next_type.astype("Int64"))
    return found.assign(nara_grans=pd.Series(near, index=areas.index, dtype=object))


def _distances(index: pd.Series, low: pd.Series, high: pd.Series, direction: int) -> pd.DataFrame:
    """Return how far a limit lies from the index, in index points, upwards (1) or downwards (-1)."""
    to_low, to_high = direction * (low - index), direction * (high - index)
    ends = pd.concat([to_low, to_high], axis=1)
    return pd.DataFrame(
        {
            "avstand_till_grans": (to_low + to_high) / 2,
            "avstand_minst": ends.min(axis=1, skipna=False).clip(lower=0).abs(),
            "avstand_mest": ends.max(axis=1, skipna=False),
        }
    ).round(_DECIMALS)
