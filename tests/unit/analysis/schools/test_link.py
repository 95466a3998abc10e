"""The link put together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from linked import MERIT, schools_of

from segregation_plugin.analysis.schools.link import link, regression_row


def forty_schools():
    number = np.arange(40)
    areas = pd.DataFrame(
        {
            "regsokod": [f"{1000 + place % 8}R{place:03}" for place in range(40)],
            "omradestyp": pd.array(1 + number % 5, dtype="Int64"),
            "socioekonomiskt_index": 25.0 - 5 * (number % 5) - number / 40,
        }
    )
    schools = schools_of(
        list(200.0 + number * 7 % 31),
        regsokod=areas["regsokod"].tolist(),
        kommunkod=[code[:4] for code in areas["regsokod"]],
        omradestyp=areas["omradestyp"].tolist(),
    )
    return schools, areas


def test_a_school_stands_beside_its_municipality_and_its_area():
    schools, areas = forty_schools()
    found = link(schools, areas, MERIT, limit=5, near=2, iterations=20, seed=1)

    assert len(found.schools) == 40
    school = found.schools.iloc[7]
    mates = schools[schools["kommunkod"] == school["kommunkod"]]
    assert school["meritvarde_kommun"] == pytest.approx(mates["meritvarde"].mean())
    assert school["flagga"] == ("over" if school["meritvarde_avvikelse"] >= 5 else "inom")
    assert school["socioekonomiskt_index"] == areas["socioekonomiskt_index"].iloc[7]
    line = found.regression.intercept + found.regression.slope.value * school["socioekonomiskt_index"]
    assert school["meritvarde_residual"] == pytest.approx(school["meritvarde"] - line)
    # Types end and begin 5 index points apart, less the 0.9 that they spread: 3 lies in 11.. to 15.
    assert school["nasta_typ"] in (2, 4)
    row = regression_row(found.regression, MERIT).iloc[0]
    assert row[["resultat", "skolor", "omraden", "kommuner"]].tolist() == ["meritvarde", 40, 40, 8]
    assert row["lutning"] == found.regression.slope.value
    assert 0 < row["andel_index_mellan"] < 100


def test_the_order_of_schools_keeps_rows_together():
    schools, areas = forty_schools()
    mixed = schools.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(
        link(mixed, areas, MERIT, seed=1).schools.sort_index(), link(schools, areas, MERIT, seed=1).schools
    )
