"""Published shares of pupils by background as numbers of pupils, and how few and how many hidden ones may be.

A share has one decimal, and the pupils of a unit are exact, so of up to a thousand pupils it is one whole number. What
is hidden is bounded by the rule of its school year (Skolverket, notes below *Antal elever per årskurs*).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Numbers
from ...domain.measures import STATUS_SUFFIX, Measure
from ...domain.statuses import EXISTS, HIDDEN, ROUNDED
from ..segregation.group_limits import Units
from .summaries import has_value

# Fewer pupils of a unit are hidden.
_FEWEST = 5
# The first school years of the rules: a 0 is shown, all but few are not hidden; both are hidden.
_ZERO_SHOWN, _ZERO_HIDDEN = 2020, 2025
_HALF_A_STEP = 0.05
_TOLERANCE = 1e-9


class BackgroundCounts(NamedTuple):
    """Pupils by background: units that have pupils, with the index of the schools.

    ``counts``: ``med`` and ``utan``, pupils in the group and others where the share is published (``~100`` as 100),
    else NaN. ``units``: how few and how many pupils of each unit may be in the group. ``status``: of the share.
    ``without_pupils``, of all schools: whether a share is known or hidden, but not of how many pupils: in no figure.
    """

    counts: pd.DataFrame
    units: Units
    status: pd.Series
    without_pupils: pd.Series

    @property
    def published(self) -> pd.Series:
        """Which units have a published share."""
        return self.counts["med"].notna()

    def of(self, chosen: pd.Series) -> BackgroundCounts:
        """Return the units that are ``chosen`` (a mask of all schools)."""
        mask = chosen[self.counts.index].to_numpy(dtype=bool)
        without = self.without_pupils & chosen
        return BackgroundCounts(self.counts[mask], self.units.where(mask), self.status[mask], without)


def background_counts(schools: pd.DataFrame, measure: Measure, school_year: str) -> BackgroundCounts:
    """Return the pupils of ``schools`` that a share puts in its group.

    ``schools``: the share in per cent, its status and its number of pupils, as in a study; ``school_year``, such as
    ``2025/26``, says what hidden shares may be. Of a unit with pupils whose share is missing any number may be in the
    group.
    """
    share = pd.to_numeric(schools[measure.column]).astype("float64")
    pupils = pd.to_numeric(schools[measure.weight_column]).astype("float64")
    status = schools[measure.column + STATUS_SUFFIX]
    known = has_value(schools, measure.column)
    without_pupils = (known | (status == HIDDEN)) & pupils.isna()
    used = pupils > 0
    share, pupils, status, known = share[used], pupils[used], status[used], known[used]
    inside = np.rint(share * pupils / 100).where(known)
    counts = pd.DataFrame({"med": inside, "utan": pupils - inside}, dtype="float64")
    low, high = _ranges(share.to_numpy(), pupils.to_numpy(), status.to_numpy(), school_year)
    return BackgroundCounts(counts, Units(low, high, pupils.to_numpy()), status, without_pupils)


def first_year(school_year: str) -> int:
    """Return the year in which a school year (``2025/26``) begins, 0 where it says none."""
    text = school_year[:4]
    return int(text) if text.isascii() and text.isdigit() else 0


def _ranges(share: Numbers, pupils: Numbers, status: Numbers, school_year: str) -> tuple[Numbers, Numbers]:
    """Return the fewest and the most pupils in the group: nobody to everybody where the year's rule is not known."""
    year = first_year(school_year)
    low, high = np.zeros(len(pupils)), pupils.copy()
    few = np.minimum(_FEWEST - 1.0, pupils)
    hidden, rounded, published = status == HIDDEN, status == ROUNDED, (status == EXISTS) & ~np.isnan(share)
    if year >= _ZERO_SHOWN:
        high[hidden] = few[hidden]
    if year >= _ZERO_HIDDEN:
        low[rounded] = (pupils - few)[rounded]
    elif year >= _ZERO_SHOWN:
        # Of a unit of fewer pupils all is hidden, a 0 too.
        low[hidden & (pupils >= _FEWEST)] = 1.0
    least = np.ceil((share - _HALF_A_STEP) * pupils / 100 - _TOLERANCE)
    most = np.floor((share + _HALF_A_STEP) * pupils / 100 + _TOLERANCE)
    # A share that no whole number gives lies between two.
    low[published] = np.clip(np.minimum(least, most), 0, pupils)[published]
    high[published] = np.clip(np.maximum(least, most), 0, pupils)[published]
    return low, high
