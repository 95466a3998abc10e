"""What a share of pupils can be, in pupils: a published one is itself, a hidden one what its year allows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Numbers
from ...domain.measures import STATUS_SUFFIX, Measure
from ...domain.statuses import EXISTS
from .background_counts import background_counts


class ShareLimits(NamedTuple):
    """The fewest and the most pupils of a group that each school can have, in its own order; they may be fractions."""

    low: Numbers
    high: Numbers


def pupils_between(schools: pd.DataFrame, measure: Measure, school_year: str) -> ShareLimits:
    """Return how many pupils of a group each school can have.

    ``schools``: the share (per cent) with its status and its number of pupils, known and above 0; ``school_year``: of
    the share, like ``2025/26``. What hidden shares and missing ones can be is that of ``background_counts``.
    """
    units = background_counts(schools, measure, school_year).units
    published = schools[measure.column].astype("float64").to_numpy() * units.persons / 100
    exact = (schools[measure.column + STATUS_SUFFIX].to_numpy() == EXISTS) & ~np.isnan(published)
    return ShareLimits(np.where(exact, published, units.low), np.where(exact, published, units.high))
