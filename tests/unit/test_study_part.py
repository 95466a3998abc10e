"""A study of a county or municipality says the same as the part of the whole country's."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely

from segregation_plugin.domain import findings, placing
from segregation_plugin.study.inputs import Inputs, Reference
from segregation_plugin.study.making import make
from segregation_plugin.study.model import Study

CODES = ["0114R001", "0114R002", "0180R001", "1780R001"]


def areas() -> pd.DataFrame:
    squares = [shapely.box(x, 0, x + 1000, 1000) for x in (0, 1000, 2000, 3000)]
    return pd.DataFrame(
        {"regsokod": CODES, "regsonamn": list("ABCD"), "version": "2020", "geometry": np.array(squares, dtype=object)}
    )


def index() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "regsokod": [*CODES[:3], "1780R999"],
            "regsonamn": None,
            "index_ar": 2023,
            "omradestyp": pd.array([1, 2, 3, 4], dtype="Int64"),
            "socioekonomiskt_index": np.nan,
            "andel_lag_ekonomisk_standard": np.nan,
            "andel_forgymnasial": np.nan,
            "andel_bistand_arbetsloshet": np.nan,
            "omrade": None,
            "fil": "index.csv",
            "rad": [2, 3, 4, 5],
        }
    )


def schools() -> pd.DataFrame:
    # Registered in 0114, but lying in 0180; in its own; without a coordinate; registered elsewhere, lying in 0114.
    return pd.DataFrame(
        {
            "skolenhetskod": ["10000001", "10000002", "10000003", "10000004"],
            "namn": list("abcd"),
            "huvudmannatyp": "Kommunal",
            "skolformer": "GR",
            "kommunkod": ["0114", "0114", "0114", "0180"],
            "elever": [100.0, 50.0, np.nan, np.nan],
            "x": [2500.0, 500.0, np.nan, 1500.0],
            "y": [500.0, 500.0, np.nan, 500.0],
            "koordinat": ["", "", placing.MISSING_COORDINATE, ""],
            "kalla": "",
            "fil": "schools.csv",
            "elever_egna": [False, True, False, False],
        }
    )


@pytest.fixture
def reference() -> Reference:
    municipalities = pd.DataFrame(
        {"kommunkod": ["0114", "0180", "1780"], "kommunnamn": ["Upplands Väsby", "Stockholm", "Karlstad"]}
    )
    names = pd.DataFrame({"regsokod": CODES, "kommunnamn": "X", "regsonamn": list("ABCD")})
    changes = pd.DataFrame(columns=["old_code", "new_code", "change", "date", "old_name", "new_name"], dtype=object)
    return Reference(municipalities.assign(lanskod=["01", "01", "17"]), names, changes)


def run(reference: Reference, **place: str) -> Study:
    return make(Inputs(areas(), index(), None, schools()), reference, **place)


def test_a_school_counts_where_it_lies(reference: Reference) -> None:
    part = run(reference, municipality="0114")
    placed = part.schools.set_index("skolenhetskod")["placering"].to_dict()
    assert placed == {
        "10000002": placing.INSIDE,
        "10000003": placing.MISSING_COORDINATE,
        "10000004": placing.OTHER_MUNICIPALITY,
    }
    assert "10000001" in set(run(reference, municipality="0180").schools["skolenhetskod"])


def test_parts_add_up_to_the_whole(reference: Reference) -> None:
    whole = run(reference)
    parts = [run(reference, municipality=code) for code in ("0114", "0180", "1780")]
    assert sum(len(part.areas) for part in parts) == len(whole.areas)
    assert sum(len(part.schools) for part in parts) == len(whole.schools)
    by_code = whole.schools.set_index("skolenhetskod")["placering"]
    for part in parts:
        assert (part.schools.set_index("skolenhetskod")["placering"] == by_code[part.schools["skolenhetskod"]]).all()


def test_findings_are_those_of_the_part(reference: Reference) -> None:
    found = {(finding.kind, finding.code) for finding in run(reference, county="17").findings}
    assert (findings.WITHOUT_VALUE, "1780R001") in found
    assert (findings.WITHOUT_AREA, "1780R999") in found
    assert not {code for _, code in found} & {"10000001", "10000003"}


def test_own_numbers_of_pupils_are_nowhere(reference: Reference) -> None:
    whole = run(reference)
    assert whole.schools.set_index("skolenhetskod").loc["10000002", "elever_egna"]
    assert 50.0 not in set(whole.schools["elever"].dropna())
    assert not (whole.summary_area_type["elever"] == 150).any()
