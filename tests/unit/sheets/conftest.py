"""The segregation of one result, measured once: it takes a while."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from segregation_plugin.analysis.schools.school_segregation import SpreadRow
from segregation_plugin.domain.measures import YEAR_9_RESULTS

PASSED = YEAR_9_RESULTS[1]


@pytest.fixture(scope="session")
def passed():
    """The share of pupils who passed in all subjects."""
    return PASSED


@pytest.fixture(scope="session")
def measured(national):
    """A study of one result whose segregation is known."""
    others = [measure.column for measure in YEAR_9_RESULTS if measure is not PASSED]
    study = replace(national, schools=national.schools.drop(columns=others))
    rows = study.spread_over_schools(PASSED)
    return replace(study, segregation=pd.DataFrame(rows, columns=SpreadRow._fields))
