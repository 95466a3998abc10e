"""Pupils' background that is hidden or nobody's to see: no figure rests on it, whatever stands in its place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PARENTS, YEAR, school_table

from segregation_plugin.analysis.schools.background_parts import background_parts, school_contributions
from segregation_plugin.analysis.schools.background_results import on_background
from segregation_plugin.analysis.schools.background_segregation import background_segregation
from segregation_plugin.analysis.schools.reach import reach
from segregation_plugin.analysis.schools.type_spread import by_type, overlap
from segregation_plugin.analysis.schools.type_tables import model_table
from segregation_plugin.analysis.schools.type_variation import variation
from segregation_plugin.domain.measures import YEAR_9_RESULTS, Measure
from segregation_plugin.domain.messages import InputError

TYPES = "omradestyp"
DRAWS = 10
MERIT = YEAR_9_RESULTS[0]
FIGURES = {
    "segregation": lambda schools, share, year: background_segregation({year: schools}, [share], DRAWS),
    "parts": lambda schools, share, year: background_parts({year: schools}, [share], iterations=DRAWS),
    "contributions": lambda schools, share, year: school_contributions(schools, [share], year),
    "reach": lambda schools, share, year: reach(schools, share, TYPES, year, iterations=DRAWS),
    "types": lambda schools, share, year: by_type(schools, share, TYPES, year),
    "overlap": lambda schools, share, _: overlap(schools, share, TYPES, iterations=DRAWS),
    "variation": lambda schools, share, year: variation(schools, share, TYPES, year, DRAWS),
    "models": lambda schools, share, _: model_table(on_background(schools, MERIT, PARENTS, share, TYPES, None, DRAWS)),
}


@pytest.fixture(scope="module")
def schools():
    """A hundred and twenty schools of four municipalities, of which every sixth hides its foreign background."""
    random = np.random.default_rng(8)
    rows = [
        (
            ".." if number % 6 == 0 else "~100" if number == 7 else round(100 * random.beta(2, 4), 1),
            int(random.integers(30, 300)),
            ("0180", "0184", "1480", "1780")[number % 4],
            ("Kommunal", "Enskild")[number % 3 // 2],
            ("1-6", "7-9")[number % 2],
        )
        for number in range(120)
    ]
    table = school_table(rows)
    parents = random.uniform(10, 90, len(rows)).round(1)
    own = {
        PARENTS.column: parents,
        f"{PARENTS.column}_status": "finns",
        TYPES: [1 + number % 5 for number in range(120)],
    }
    results = {MERIT.column: 150 + parents, f"{MERIT.column}_status": "finns", MERIT.weight: 30.0}
    return table.assign(**own, **results, regsokod=[f"{row[2]}R001" for row in rows]).astype({TYPES: "Int64"})


def as_text(found):
    return found.map(str).to_csv() if isinstance(found, pd.Series) else pd.DataFrame(found).astype(str).to_csv()


@pytest.mark.parametrize("year", [YEAR, "2022/23", "2018/19"])
@pytest.mark.parametrize("name", FIGURES)
def test_what_stands_behind_a_hidden_share_changes_nothing(schools, name, year):
    """In all tables, limits and contributions too: a share that is marked as hidden has no value, whatever it holds."""
    before = as_text(FIGURES[name](schools, FOREIGN, year))
    hidden = schools[f"{FOREIGN.column}_status"] == "dold"
    assert hidden.sum() == 20
    behind = schools.copy()
    behind.loc[hidden, FOREIGN.column] = np.resize([0.0, 3.3, 100.0], hidden.sum())
    assert as_text(FIGURES[name](behind, FOREIGN, year)) == before


@pytest.mark.parametrize("name", FIGURES)
def test_a_share_that_nobody_has_published_by_school_is_refused(schools, name):
    """Under the name of a published one, or as a measure of the user's own."""
    own = Measure(
        "eget_bakgrund", "%", {"sv": "Bakgrund", "en": "Background"}, kind="andel", weight="Svar", public=False
    )
    named = schools.rename(columns=lambda column: column.replace(FOREIGN.column, own.column))
    named = named.assign(eget_bakgrund_bas=schools[FOREIGN.weight])
    for table, share in ((schools, replace(FOREIGN, public=False)), (named, own)):
        with pytest.raises(InputError, match="publish"):
            FIGURES[name](table, share, YEAR)
