"""Whether the tables of a study say the same of its schools: a file in which one was changed by hand does not."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from ..analysis.schools.summaries import by_area_type
from ..disclosure.shown_summaries import shown
from ..domain.measures import BACKGROUNDS, RESULTS
from . import summary
from .model import Study

_CLOSE = 1e-6


class Disagreement(NamedTuple):
    """Where a table says something else than another one does."""

    table: str
    column: str


def disagreement(study: Study) -> Disagreement | None:
    """Return what of a study's schools, their values by year and their published means does not agree, if anything."""
    if study.schools is None:
        return None
    if not set(study.schools["lasar"]) <= {"", study.provenance.get("lasar", "")}:
        return Disagreement("provenance", "lasar")
    return _of_values(study, study.schools) or _of_means(study)


def _of_values(study: Study, schools: pd.DataFrame) -> Disagreement | None:
    """Compare the published values of schools with those of their school year in the table of all years."""
    values = study.school_values
    if values is None:
        return None
    for series in (RESULTS, *BACKGROUNDS):
        of_year = values[values["ar"] == study.provenance.get(series.key, "")]
        for column in series.columns:
            if column in schools:
                known = of_year[of_year["vad"] == column].set_index("kod")["varde"]
                if not _same(schools[column], schools["skolenhetskod"].map(known)):
                    return Disagreement("schools", column)
    return None


def _of_means(study: Study) -> Disagreement | None:
    """Compare the published results by area type with those that the schools give."""
    public = [measure for measure in study.measures if measure.public]
    made = shown(by_area_type(study.areas, study.counted, measures=public))
    rows = [summary.tidy(table, study.year) for table in (study.summary_area_type, made)]
    held, expected = (
        table[table["matt"].isin([measure.column for measure in public])].set_index(["grupp", "matt"]) for table in rows
    )
    if set(held.index) != set(expected.index):
        return Disagreement("summary", "matt")
    for column in ("varde", "n", "dolda"):
        if not _same(held[column], expected[column].reindex(held.index)):
            return Disagreement("summary", column)
    return None


def _same(one: pd.Series, other: pd.Series) -> bool:
    first, second = (values.astype("float64").to_numpy(dtype=float, na_value=np.nan) for values in (one, other))
    return bool(np.isclose(first, second, rtol=0, atol=_CLOSE, equal_nan=True).all())
