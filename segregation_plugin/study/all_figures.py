"""A study with all figures that its results give."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from ..analysis.schools.background_segregation import BackgroundRow
from ..analysis.schools.school_segregation import SpreadRow
from ..analysis.segregation.repeated import Progress, stage
from .background_figures import by_background
from .model import Study

# Of the work, where there is background: hundreds of places.
_OF_BACKGROUND = 0.6


def with_figures(study: Study, progress: Progress = None) -> Study:
    """Return a study whose tables ``results_area_type`` and ``segregation`` have every result, and ``background``.

    ``progress`` is called with a share, 0 to 1, and stops the work by raising.
    """
    if study.schools is None:
        return study
    study = with_background(study, stage(progress, 0, _OF_BACKGROUND))
    progress = stage(progress, _OF_BACKGROUND, 1)
    measures = study.measures
    tables, rows = [], []
    for number, measure in enumerate(measures):
        tables.append(study.types_compared(measure))
        part = stage(progress, number / len(measures), (number + 1) / len(measures))
        rows += study.spread_over_schools(measure, part)
        if progress is not None:
            progress((number + 1) / len(measures))
    found = [table for table in tables if len(table)]
    return replace(
        study,
        results_area_type=pd.concat(found, ignore_index=True) if found else None,
        segregation=pd.DataFrame(rows, columns=list(SpreadRow._fields)),
    )


def with_background(study: Study, progress: Progress = None) -> Study:
    """Return a study with its table ``background``, where it has the background of pupils."""
    rows = by_background(study, progress=progress)
    return replace(study, background=pd.DataFrame(rows, columns=list(BackgroundRow._fields)) if rows else None)
