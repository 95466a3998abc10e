"""The share of each municipality in area types 1 and 2: of what has a type."""

from __future__ import annotations

import pandas as pd

from ..domain.area_types import ALL, AREA_TYPES, NEARLY_ALL
from ..domain.measures import RESIDENTS

AREAS = "omraden"
_TYPES = [str(number) for number in AREA_TYPES]
_CHALLENGED = _TYPES[:2]


def challenged_shares(summary: pd.DataFrame, column: str) -> pd.Series:
    """Return the per cent in types 1 and 2 by the codes of municipalities, NaN where it is not known.

    ``summary``: by municipality and area type; ``column``: what is counted there. It is not known where less than nine
    tenths have a type: what has none may be in any.
    """
    counts = _counts(summary, column)
    known = counts["typed"] >= NEARLY_ALL * counts["all"]
    return 100 * counts["challenged"] / counts["typed"].where(known & (counts["typed"] > 0))


def nearly_all_typed(summary: pd.DataFrame, column: str) -> bool:
    """Return whether nine tenths of what is counted in all municipalities together have a type."""
    counts = _counts(summary, column)
    return bool(counts["typed"].sum() >= NEARLY_ALL * counts["all"].sum() > 0)


def _counts(summary: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return what is in types 1 and 2, in any type, and in all, by municipality."""
    rows = summary[summary["kommunkod"] != ""]
    numbers = rows[column].astype("float64")
    if f"{column}_dold" in rows:
        numbers = numbers.where(~rows[f"{column}_dold"].astype(bool))
    # Where there is nothing, nobody is in it; of what there is the number may not be known.
    holds = rows[AREAS if column in (RESIDENTS, AREAS) else "skolor"] > 0
    rows = rows[["kommunkod", "grupp"]].assign(number=numbers.where(holds, 0.0))
    everybody = rows[rows["grupp"] == ALL].set_index("kommunkod")["number"]
    challenged, typed = (rows[rows["grupp"].isin(groups)] for groups in (_CHALLENGED, _TYPES))
    of_challenged = challenged.groupby("kommunkod")["number"].agg(lambda values: values.sum(skipna=False))
    return pd.DataFrame(
        {
            "challenged": of_challenged.reindex(everybody.index, fill_value=0.0),
            "typed": typed.groupby("kommunkod")["number"].sum().reindex(everybody.index, fill_value=0.0),
            "all": everybody,
        }
    )
