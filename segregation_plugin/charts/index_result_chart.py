"""Schools by the socioeconomic index of the area that they lie in and their result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..analysis.schools.regression import INDEX
from .scatter import Across, alternative, draw, height, nothing_hidden, scatter_of, spots

if TYPE_CHECKING:
    import pandas as pd

    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..sheets.sheet import Sheet
    from ..study.model import Study

__all__ = ["alternative", "draw", "height", "spots", "table"]


def table(study: Study, measure: Measure | None, texts: Wording, others: Sequence[Study] = ()) -> Sheet | None:
    """Return the schools of ``scatter_of`` with the index of their area, of the year that is looked at."""
    return scatter_of(
        study, measure, Across(texts.tr("Socioeconomic index of the area"), "", _index, nothing_hidden), texts, others
    )


def _index(study: Study, schools: pd.DataFrame) -> pd.Series:
    areas = (study.whole or study).areas.drop_duplicates("regsokod").set_index("regsokod")
    return schools["regsokod"].map(areas[INDEX].astype("float64"))
