"""One study from end to end: what it says of a part, of a year, and of what cannot be."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from making import document, schools_at, squares

from segregation_plugin.domain import findings as kinds
from segregation_plugin.domain.messages import Cancelled, InputError
from segregation_plugin.readers.recognise import read_index
from segregation_plugin.study.index_years import years_with_values
from segregation_plugin.study.inputs import Inputs
from segregation_plugin.study.making import make

CODES = ["0114R001", "0114R002", "0180R001"]


def index_of(*rows):
    return read_index([document("regsokod,index_ar,omradestyp,index\n" + "\n".join(rows), "index.csv")])[0]


def small(index=None, **inputs):
    rows = ("0114R001,2022,5,", "0114R001,2023,1,30", "0114R002,2023,2,", "0180R001,2023,,1.5")
    return Inputs(squares(CODES), index_of(*rows) if index is None else index, **inputs)


def test_karlstad(inputs, reference):
    part = make(inputs, reference, year=2024, municipality="1780")
    assert part.matched == len(part.areas) == 31
    assert part.located == len(part.schools) == 22
    assert part.summary_area_type["omraden"].tolist() == [2, 3, 4, 15, 7, 0, 31]
    assert part.summary_area_type.set_index("grupp").loc["alla", "meritvarde_n"] == 4
    assert set(part.areas["kommunnamn"]) == {"Karlstad"}
    assert part.areas["grans_andrad"].sum() == 0
    assert part.provenance["kommunkod"] == "1780"
    # Results of the rest of the country are not missing a school here.
    assert not [finding for finding in part.findings if finding.kind == kinds.RESULT_WITHOUT_SCHOOL]


def test_karlstad_alone_says_the_same_as_karlstad_in_the_country(inputs, reference, national):
    part = make(inputs, reference, year=2023, municipality="1780")
    country = national.summary_municipality_type
    rows = country[country["kommunkod"] == "1780"].reset_index(drop=True)
    pd.testing.assert_frame_equal(part.summary_municipality_type, rows)
    areas = national.areas[national.areas["kommunkod"] == "1780"].reset_index(drop=True)
    pd.testing.assert_frame_equal(part.areas, areas)


def test_the_counties_add_up_to_the_country(inputs, reference, national):
    counties = sorted(set(national.areas["lanskod"]))
    assert len(counties) == 21
    columns = ["omraden", "skolor", "elever", "meritvarde_n", "meritvarde_elever"]
    parts = []
    for county in counties[::7]:
        part = make(inputs, reference, year=2023, county=county)
        of_county = national.summary_municipality_type["kommunkod"].str.startswith(county)
        rows = national.summary_municipality_type[of_county]
        summed = rows.groupby("grupp")[columns].sum()
        shown = part.summary_area_type.set_index("grupp")[columns].fillna(0)
        pd.testing.assert_frame_equal(summed, shown.loc[summed.index], check_dtype=False)
        parts.append(len(part.areas))
    assert sum(parts) == national.areas["lanskod"].isin(counties[::7]).sum()


def test_a_study_leaves_its_inputs_as_they_are(inputs, reference):
    before = [inputs.areas.copy(), inputs.index.copy(), inputs.schools.copy(), *[t.copy() for t in inputs.results]]
    make(inputs, reference, year=2022)
    for table, copy in zip([inputs.areas, inputs.index, inputs.schools, *inputs.results], before):
        pd.testing.assert_frame_equal(table, copy)


def test_the_order_of_files_and_rows_does_not_matter(inputs, reference, national):
    shuffled = Inputs(
        inputs.areas.sample(frac=1, random_state=1),
        inputs.index.sample(frac=1, random_state=2),
        schools=inputs.schools.sample(frac=1, random_state=3),
        results=[table.sample(frac=1, random_state=4) for table in reversed(inputs.results)],
    )
    made = make(shuffled, reference, year=2023)
    for table, expected in (
        (made.summary_area_type, national.summary_area_type),
        (made.summary_municipality_type, national.summary_municipality_type),
        (made.areas.sort_values("regsokod"), national.areas.sort_values("regsokod")),
        (made.schools.sort_values("skolenhetskod"), national.schools.sort_values("skolenhetskod")),
    ):
        pd.testing.assert_frame_equal(table.reset_index(drop=True), expected.reset_index(drop=True), rtol=1e-12)
    assert made.findings == national.findings
    assert made.provenance == national.provenance


def test_areas_whose_type_is_hidden_are_counted_apart(reference):
    index = index_of("0114R001,2023,1,", "0114R002,2023,..,", "0114R003,2023,.,", "0180R001,2023,..,30")
    areas = squares(["0114R001", "0114R002", "0114R003", "0180R001", "0180R002"]).assign(version="2020_v3")
    made = make(Inputs(areas, index), reference)
    summary = made.summary_area_type.set_index("grupp")
    assert summary["omraden_dolda"].to_dict() == {**dict.fromkeys("12345", 0), "utan": 2, "alla": 2}
    assert summary.loc["utan", "omraden"] == 4
    by_place = made.summary_municipality_type.set_index(["kommunkod", "grupp"])["omraden_dolda"]
    assert by_place.to_dict() == {
        ("0114", "1"): 0,
        ("0114", "utan"): 1,
        ("0114", "alla"): 1,
        ("0180", "utan"): 1,
        ("0180", "alla"): 1,
    }
    assert str(made.summary_area_type["omraden_dolda"].dtype) == "int64"


def test_the_latest_year_with_values_is_the_default(reference):
    assert make(small(), reference).provenance["index_ar"] == "2023"
    # SCB's table gives '..' for years outside a RegSO version's life.
    index = index_of("0114R001,2023,1,30", "0114R001,2024,..,..")
    assert make(small(index), reference).provenance["index_ar"] == "2023"


@pytest.mark.parametrize("year", [2021, 2024])
def test_a_year_without_values_is_refused(reference, year):
    index = index_of("0114R001,2022,1,", "0114R001,2023,1,30", "0114R001,2024,..,..")
    with pytest.raises(InputError, match=f"The index has no values for {year}. It holds 2022, 2023") as caught:
        make(small(index), reference, year=year)
    assert caught.value.message.values == {"year": year, "years": "2022, 2023"}


def test_years_without_any_value_are_not_offered():
    index = index_of("0114R001,2023,1,30", "0114R001,2022,5,", "0114R001,2024,..,..")
    assert years_with_values(index) == [2022, 2023]


@pytest.mark.parametrize(
    ("county", "municipality", "match"),
    [
        ("99", None, "No area of the layer lies in 99. Check the county or municipality code"),
        (None, "9999", "No area of the layer lies in 9999"),
        ("17", "0114", "Municipality 0114 does not lie in county 17. Leave one of them out"),
        ("1", None, "'1' is not a county code. It has two digits"),
        ("0", "0114", "'0' is not a county code"),
        ("Stockholm", "0114", "'Stockholm' is not a county code"),
        (None, "114", "'114' is not a municipality code. It has four digits"),
        (None, "0114R001", "'0114R001' is not a municipality code"),
    ],
)
def test_a_place_that_is_none_is_refused(reference, county, municipality, match):
    with pytest.raises(InputError, match=match):
        make(small(), reference, county=county, municipality=municipality)


def test_a_county_and_a_municipality_in_it(reference):
    part = make(small(), reference, county="01", municipality="0114")
    assert part.areas["regsokod"].tolist() == CODES[:2]
    assert make(small(), reference, county="", municipality="").areas["regsokod"].tolist() == CODES


def test_findings_come_in_the_order_of_the_report(national):
    order = list(kinds.EXPLANATIONS)
    places = [order.index(finding.kind) for finding in national.findings]
    assert places == sorted(places)


def test_a_study_without_schools(reference):
    made = make(small(), reference)
    assert made.schools is None
    assert made.located == 0
    assert made.areas["omradestyp"].fillna(0).tolist() == [1, 2, 0]
    assert made.areas["socioekonomiskt_index"].fillna(-1).tolist() == [30, -1, 1.5]
    assert made.matched == 3
    assert made.provenance["lasar"] == ""


def test_a_study_without_results(reference):
    made = make(small(schools=schools_at([(50, 50), (250, 50), (-5, 5)])), reference)
    assert made.located == 2
    assert made.summary_area_type["skolor"].tolist() == [1, 0, 0, 0, 0, 2, 3]
    assert "meritvarde" not in made.schools


def test_own_numbers_of_pupils_are_told_and_leave_no_trace(reference):
    schools = schools_at([(50, 50), (50, 60)], elever=[77.0, math.nan], elever_egna=[True, False])
    made = make(small(schools=schools), reference)
    assert [(f.kind, f.code) for f in made.findings if f.kind == kinds.OWN_PUPILS] == [(kinds.OWN_PUPILS, "10000000")]
    assert made.schools["elever"].isna().all()
    assert made.summary_area_type["elever"].isna().all()
    assert schools["elever"].tolist()[0] == 77.0


def test_no_school_is_dropped(inputs, national):
    assert sorted(national.schools["skolenhetskod"]) == sorted(inputs.schools["skolenhetskod"])
    assert national.schools["placering"].notna().all()


def test_progress_is_told_and_can_stop_the_work(reference):
    steps = []
    make(
        small(schools=schools_at([(50, 50)])),
        reference,
        progress=lambda percent, what: steps.append((percent, str(what))),
    )
    assert [percent for percent, _ in steps] == sorted(percent for percent, _ in steps)
    assert [what for _, what in steps] == [
        "Matching the index to areas",
        "Locating schools",
        "Summarising by area type",
        "Comparing area types",
        "Measuring segregation",
    ]

    def stop(_percent, _message):
        raise Cancelled

    with pytest.raises(Cancelled):
        make(small(), reference, progress=stop)


def test_an_invalid_area_stops_the_study(reference):
    areas = squares(CODES)
    areas["geometry"] = areas["geometry"].where(areas["regsokod"] != "0180R001", None)
    with pytest.raises(InputError, match="0180R001"):
        make(Inputs(areas, small().index), reference, municipality="0114")
