"""Whether the tables of a study say the same of its schools: a file in which one was changed by hand does not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..analysis.schools.summaries import by_area_type
from ..disclosure.shown_summaries import shown
from ..domain.area_types import TYPES_BY
from ..domain.measures import BACKGROUNDS, RESULTS, STATUS_SUFFIX
from ..domain.statuses import HIDDEN
from . import summary
from .figure_tables import BACKGROUND
from .model import BACKGROUND_SUM, OFFICIAL_YEAR, TYPES_FROM, Study

_CLOSE = 1e-6
# What the segregation by background rests on.
_OF_SCHOOLS = ["skolenhetskod", "kommunkod", "huvudmannatyp", "arskurser", "regsokod"]
_OF_VALUES = ["vad", "kod", "ar", "varde", "status"]
_OF_OTHERS = ["skolenhetskod", "lasar", "kommunkod", "huvudmannatyp", "arskurser"]


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
    return _of_provenance(study) or _of_values(study, study.schools) or _of_means(study) or _of_background(study)


def lacks_values(study: Study) -> bool:
    """Return whether schools have published values, or hidden ones, and the table that they are from is gone.

    A study whose files had none of its own schools has no such table either.
    """
    schools = study.schools
    if schools is None or study.school_values is not None:
        return False
    columns = [name for series in (RESULTS, *BACKGROUNDS) for name in series.columns if name in schools]
    statuses = [name + STATUS_SUFFIX for name in columns if name + STATUS_SUFFIX in schools]
    return bool(schools[columns].notna().any(axis=None) or (schools[statuses] == HIDDEN).any(axis=None))


def background_sum(study: Study) -> str:
    """Return a check sum of a study's table ``background`` and of all that it rests on; texts in words are left out.

    A figure that was drawn at random looks like a changed one until it is worked out anew.
    """
    values, rows = study.school_values, study.background
    series = {column for one in BACKGROUNDS for column in one.columns}
    of_background = None if values is None else values[values["vad"].isin(series)]
    figures = [column.name for column in BACKGROUND.columns if not column.is_message]
    held = (
        (rows, figures),
        (study.schools, _OF_SCHOOLS),
        (of_background, _OF_VALUES),
        (study.other_units, _OF_OTHERS),
    )
    content = "\n\n".join(_as_text(table, columns) for table, columns in held)
    return hashlib.sha256(content.encode()).hexdigest()


def _as_text(table: pd.DataFrame | None, columns: Iterable[str]) -> str:
    """Return rows as text, the same before a table is written and after it is read, in whatever order."""
    if table is None:
        return ""
    cells = [_plain(table[name]) for name in columns if name in table]
    return "\n".join(sorted("\t".join(row) for row in zip(*cells)))


def _plain(values: pd.Series) -> list[str]:
    texts = values.astype(object).where(values.notna(), "")
    return [one if isinstance(one, str) else repr(float(one) + 0.0) for one in texts]


def _of_provenance(study: Study) -> Disagreement | None:
    """Check how schools count."""
    year = study.provenance.get(OFFICIAL_YEAR, "")
    if year and not (year.isascii() and year.isdigit()):
        return Disagreement("provenance", OFFICIAL_YEAR)
    return None if study.types_by in TYPES_BY else Disagreement("provenance", TYPES_FROM)


def _of_background(study: Study) -> Disagreement | None:
    """Compare the segregation by background, and what it rests on, with their check sum."""
    if study.background is None or study.provenance.get(BACKGROUND_SUM) == background_sum(study):
        return None
    return Disagreement("background", "varde")


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
