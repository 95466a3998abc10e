"""A study says where its figures rest on less than one would think."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from segregation_plugin.analysis.areas import matching
from segregation_plugin.analysis.schools import results, summaries
from segregation_plugin.domain import findings
from segregation_plugin.domain.measures import PUPILS_GRADE_9, UNWEIGHTED
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.index_tables import read_by_code

BY_CODE = b"regsokod,omradestyp\n0180R001,3\n"


def schools(**columns: list[object]) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "skolenhetskod": [f"1000000{n}" for n in range(4)],
            "regsokod": "0180R001",
            "kommunkod": "0180",
            "omradestyp": pd.array([3] * 4, dtype="Int64"),
            "huvudmannatyp": "Kommunal",
            "elever": [100.0] * 4,
            "meritvarde": [100.0, 250.0, 250.0, 250.0],
            "meritvarde_status": "finns",
        }
    )
    return table.assign(**columns)


AREAS = pd.DataFrame({"regsokod": ["0180R001"], "omradestyp": pd.array([3], dtype="Int64")})


def total(table: pd.DataFrame) -> pd.Series:
    return summaries.by_area_type(AREAS, table).set_index("grupp").loc["alla"]


def test_one_known_weight_among_four_schools_weights_nothing() -> None:
    row = total(schools(elever_ak9=[10.0, math.nan, math.nan, math.nan]))
    assert row["meritvarde_vikt"] == UNWEIGHTED
    assert row["meritvarde"] == 212.5
    assert row["meritvarde_n"] == 4


def test_known_weights_of_all_schools_weight_the_mean() -> None:
    row = total(schools(elever_ak9=[30.0, 10.0, 10.0, 10.0]))
    assert row["meritvarde_vikt"] == PUPILS_GRADE_9
    assert row["meritvarde"] == 175.0


def test_a_share_of_pupils_is_unknown_where_a_hidden_school_has_no_number_of_pupils() -> None:
    hidden = schools(
        meritvarde=[250.0, math.nan, math.nan, 250.0],
        meritvarde_status=["finns", "dold", "dold", "finns"],
        elever=[100.0, 50.0, math.nan, 100.0],
    )
    row = total(hidden)
    assert row["meritvarde_dolda"] == 2
    assert math.isnan(row["meritvarde_dolda_andel"])
    assert total(hidden.assign(elever=[100.0, 50.0, 50.0, 100.0]))["meritvarde_dolda_andel"] == pytest.approx(100 / 3)


def test_a_school_year_that_has_hardly_begun_is_not_the_year_of_the_study() -> None:
    table = pd.DataFrame({"skolenhetskod": ["1", "2", "3", "1"], "lasar": ["2024/25"] * 3 + ["2025/26"]})
    assert results.latest_school_year(table.assign(meritvarde=250.0)) == "2024/25"
    both = pd.concat([table, table.assign(lasar="2025/26")])
    assert results.latest_school_year(both.assign(meritvarde=250.0)) == "2025/26"


def test_borders_are_unknown_where_the_layer_does_not_say_its_version() -> None:
    index = pd.DataFrame(
        {
            "regsokod": ["0120R002", "0180R001"],
            "regsonamn": ["A", "B"],
            "index_ar": 2023,
            "omradestyp": pd.array([3, 4], dtype="Int64"),
            "socioekonomiskt_index": math.nan,
            "matchning": "kod",
        }
    )
    areas = pd.DataFrame({"regsokod": ["0120R002", "0180R001"], "regsonamn": ["A", "B"]})
    matched = matching.join(areas, index, 2023, {"0120R002"})
    assert matched.table["grans_andrad"].isna().tolist() == [True, False]
    assert findings.VERSION_UNKNOWN in [finding.kind for finding in matched.findings]
    known = matching.join(areas.assign(version="2025_v2"), index, 2023, {"0120R002"})
    assert known.table["grans_andrad"].tolist() == [1, 0]
    assert findings.VERSION_UNKNOWN not in [finding.kind for finding in known.findings]


def test_a_year_from_a_file_name_is_said() -> None:
    index = read_by_code(Document("hamtad_2025.csv", BY_CODE))
    assert index["index_ar"].tolist() == [2025]
    found = matching.with_codes(index, []).findings
    assert [(finding.kind, finding.code, finding.name) for finding in found] == [
        (findings.YEAR_FROM_NAME, "2025", "hamtad_2025.csv")
    ]
    in_a_column = read_by_code(Document("hamtad_2025.csv", b"regsokod,index_ar,omradestyp\n0180R001,2023,3\n"))
    assert not matching.with_codes(in_a_column, []).findings


@pytest.mark.parametrize(("county", "municipality"), [("1", None), ("0", None), ("018", None), (None, "180")])
def test_a_place_is_a_whole_code(county: str | None, municipality: str | None) -> None:
    from segregation_plugin.domain.codes import place_code

    with pytest.raises(InputError):
        place_code(county, municipality)
