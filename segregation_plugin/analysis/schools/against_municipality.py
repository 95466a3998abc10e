"""Schools compared with their municipality: how far a result is from the municipality's mean.

The practice of Sveriges Radio: a school's share is compared with its municipality's, the school itself included. 20
points or more is a large deviation.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...domain.measures import STATUS_SUFFIX, Measure
from ...domain.messages import message
from ...domain.statuses import HIDDEN
from .summaries import Way, has_value, municipality_of, ways_of, weights

LIMIT = 20.0
OVER, UNDER, WITHIN, UNKNOWN = "over", "under", "inom", ""
# Two decimals of the sources apart, and no more than arithmetic leaves of a tie.
_DECIMALS = 9


def against_municipality(
    schools: pd.DataFrame, measure: Measure, limit: float = LIMIT, way: Way | None = None
) -> pd.DataFrame:
    """Return how far each school lies from the mean of its municipality, with the index of ``schools``.

    ``schools``: as in a study, with the result ``x`` and its status; a school counts where it lies, an unlocated one
    where it is registered. ``limit``: in the result's own unit; ``way``: how the mean is
    weighted, if not by them alone. Columns:

    ``x_kommun``: the mean of the municipality's schools, **this one included**, as in the summaries (weighted where the
    pupils of nearly all schools are known): one number for all of its schools, towards which a large school in a small
    municipality pulls. ``x_kommun_n``: schools behind it; ``x_kommun_dolda``: schools whose value is hidden, not in
    it. ``x_avvikelse``: the school's value less that mean. ``flagga``: ``over`` or ``under`` where that is ``limit`` or
    more, else ``inom``; empty where it is unknown. ``anledning`` (Message): why it is NaN, of a school alone with a
    value or of a mean that does not rest on it.
    """
    column = measure.column
    way = way or ways_of(schools, [measure])[column]
    place = municipality_of(schools)
    weight = weights(schools, column, way)
    value = schools[column].astype("float64")
    used = weight > 0
    hidden = schools[column + STATUS_SUFFIX] == HIDDEN
    sums = pd.DataFrame(
        {"weight": weight, "value": (weight * value).where(used, 0.0), "n": used, "hidden": hidden}
    ).groupby(place)
    of_place = sums.transform("sum")
    mean = of_place["value"] / of_place["weight"].where(of_place["weight"] > 0)
    valued = has_value(schools, column)
    others = of_place["n"] - used
    comparable = valued & (others > 0) & (place != "")
    deviation = (value - mean).where(comparable).round(_DECIMALS)
    flag = np.select([deviation >= limit, deviation <= -limit, deviation.notna()], [OVER, UNDER, WITHIN], UNKNOWN)
    reasons = np.select([comparable, ~valued, place == ""], [0, 1, 2], 3)
    texts = (
        message(""),
        message("the school has no value"),
        message("the municipality is not known"),
        message("no other school of the municipality has a value"),
    )
    return pd.DataFrame(
        {
            f"{column}_kommun": mean.where(place != ""),
            f"{column}_kommun_n": of_place["n"].astype("int64"),
            f"{column}_kommun_dolda": of_place["hidden"].astype("int64"),
            f"{column}_avvikelse": deviation,
            "flagga": pd.Series(flag, index=schools.index, dtype=object),
            "anledning": pd.Series([texts[number] for number in reasons], index=schools.index, dtype=object),
        }
    )
