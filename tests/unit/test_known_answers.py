"""The study of the demo data against numbers worked out here again, from the files and without the plugin."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict

import pandas as pd
import pytest
import shapely
from backgrounds import units_of_file

from segregation_plugin.domain import findings as kinds
from segregation_plugin.domain import placing
from segregation_plugin.domain.area_types import GROUPS, OFFICIAL_NAMES
from segregation_plugin.readers import recognise
from segregation_plugin.study.inputs import Inputs
from segregation_plugin.study.making import make

FILE_COLUMNS = {
    "meritvarde": "Genomsnittligt meritvärde (17 ämnen)",
    "andel_alla_amnen": "Andel (%) elever som uppfyllt betygskriterierna i alla ämnen",
    "andel_behoriga_yrkesprogram": "Andel (%) elever behöriga till yrkesprog.",
}
API_NAMES = {
    "meritvarde": "averageGradesMeritRating9thGrade",
    "andel_alla_amnen": "ratioOfPupilsIn9thGradeWithAllSubjectsPassed",
    "andel_behoriga_yrkesprogram": "ratioOfPupils9thGradeEligibleForNationalProgramYR",
    "andel_behoriga_estetiska": "ratioOfPupils9thGradeEligibleForNationalProgramES",
    "andel_behoriga_ekonomi_hum_samh": "ratioOfPupils9thGradeEligibleForNationalProgramSAEKHU",
    "andel_behoriga_natur_teknik": "ratioOfPupils9thGradeEligibleForNationalProgramNATE",
}


def rows(path, delimiter=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def number(text):
    """The number in a published text, None for any marker."""
    found = re.fullmatch(r"~?(?:cirka )?(\d+(?:,\d+)?)", text or "")
    return float(found[1].replace(",", ".")) if found else None


@pytest.fixture(scope="module")
def export(demo):
    table = rows(demo / "slutbetyg_ak9_2025.csv", ";")
    header = next(row for row in table if "Skol-enhetskod" in row)
    found = [dict(zip(header, row)) for row in table[table.index(header) + 1 :]]
    return {row["Skol-enhetskod"]: row for row in found if re.fullmatch(r"\d{8}", row["Skol-enhetskod"])}


@pytest.fixture(scope="module")
def api(demo):
    return json.loads((demo / "statistics_gr_2024_25.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def types(demo, root):
    """Area type 2023 by RegSO code, by the names of 2020."""
    key = {f"{name} ({area})": code for code, name, area in rows(root / "resources/reference/regso_names_2020.csv")}
    return {key[row[0]]: int(row[1]) for row in rows(demo / "omradestyp_2023_export.csv") if row and row[0] in key}


@pytest.fixture(scope="module")
def type_of_school(demo, areas, types):
    """Area type by school unit code, of the schools in an area with a type."""
    tree = shapely.STRtree(areas["geometry"].to_numpy())
    found = {}
    for code, *_, north, east, _source in rows(demo / "schools.csv")[1:]:
        if north not in ("", "0"):
            point = shapely.Point(float(east.replace(",", ".")), float(north.replace(",", ".")))
            (area,) = tree.query(point, predicate="within")
            found[code] = types.get(areas["regsokod"].iloc[area])
    return found


@pytest.fixture(scope="module")
def schools_csv(demo):
    return {row[0] for row in rows(demo / "schools.csv")[1:]}


def entry(api, code, measure):
    return next(iter(api.get(code, {}).get(API_NAMES[measure], [])), {}).get("value")


@pytest.mark.parametrize("measure", list(API_NAMES))
def test_means_weighted_by_the_pupils_of_year_9(national, export, api, type_of_school, schools_csv, measure):
    sums, weights, counts, hidden = defaultdict(float), defaultdict(float), Counter(), Counter()
    everybody, hidden_pupils = Counter(), Counter()
    for code in schools_csv:
        in_file = export.get(code, {}).get(FILE_COLUMNS.get(measure, ""))
        texts = [text for text in (in_file, entry(api, code, measure)) if text is not None]
        known = [number(text) for text in texts if number(text) is not None]
        pupils = number(export.get(code, {}).get("Antal elever"))
        kind = type_of_school.get(code)
        for group in ("utan" if kind is None else str(kind), "alla"):
            if known and pupils:
                sums[group] += known[0] * pupils
                weights[group] += pupils
                counts[group] += 1
            hidden[group] += not known and ".." in texts
            all_grades = number(next(iter(api.get(code, {}).get("totalNumberOfPupils", [])), {}).get("value")) or 0
            everybody[group] += all_grades if known or ".." in texts else 0
            hidden_pupils[group] += all_grades if not known and ".." in texts else 0
    summary = national.summary_area_type.set_index("grupp")
    for group in GROUPS:
        row = summary.loc[group]
        assert row[f"{measure}_n"] == counts[group]
        assert row[f"{measure}_dolda"] == hidden[group]
        assert row[f"{measure}_vikt"] == "elever_ak9"
        if counts[group]:
            assert row[measure] == pytest.approx(sums[group] / weights[group], rel=1e-9)
            assert row[f"{measure}_elever"] == weights[group]
            # Three of these schools have no number of pupils, but all whose value is suppressed do.
            share = 100 * hidden_pupils[group] / everybody[group]
            assert row[f"{measure}_dolda_andel"] == pytest.approx(share, rel=1e-9)


def test_how_many_schools_have_a_meritvarde(national):
    assert national.summary_area_type.set_index("grupp").loc["alla", "meritvarde_n"] == 724
    assert national.provenance["lasar"] == "2024/25"
    assert (national.schools["lasar"] == "2024/25").sum() == 782


def test_pupils_by_area_type(national, api, type_of_school):
    sums, counts = Counter(), Counter()
    for code, kind in type_of_school.items():
        texts = [found["value"] for found in api.get(code, {}).get("totalNumberOfPupils", [])]
        known = [number(text) for text in texts if number(text) is not None]
        sums[str(kind)] += known[0] if known else 0
        counts[str(kind)] += bool(known)
    summary = national.summary_area_type.set_index("grupp")
    assert {group: summary.loc[group, "elever"] for group in "12345"} == sums
    assert {group: summary.loc[group, "elever_n"] for group in "12345"} == counts


def test_areas_and_schools_by_type(national, types, type_of_school):
    summary = national.summary_area_type.set_index("grupp")
    on_layer = Counter(kind for code, kind in types.items() if code != "2584R001")
    assert types["2584R001"] == 4
    assert summary["omraden"].tolist() == [*(on_layer[kind] for kind in range(1, 6)), 1, 3363]
    assert summary["omraden"].tolist() == [162, 293, 835, 1780, 292, 1, 3363]
    schools = Counter(type_of_school.values())
    assert summary["skolor"].tolist() == [*(schools[kind] for kind in range(1, 6)), 10, 2281]
    assert summary["skolor"].tolist() == [98, 187, 562, 1225, 199, 10, 2281]


def test_what_was_found(national):
    assert Counter(finding.kind for finding in national.findings) == {
        kinds.NAME_SET: 1,
        kinds.WITHOUT_VALUE: 1,
        kinds.WITHOUT_AREA: 1,
        kinds.BORDER_CHANGED: 287,
        kinds.SCHOOL_OTHER_MUNICIPALITY: 6,
        kinds.SCHOOL_AT_OPERATORS: 27,
        kinds.SCHOOL_WITHOUT_COORDINATE: 10,
        kinds.RESULT_WITHOUT_SCHOOL: 858,
    }
    assert national.matched == 3362
    assert national.located == 2271


def test_schools_that_may_stand_at_their_operators_address(national):
    schools = national.schools
    at_office = schools[schools["placering"] == placing.OPERATORS_ADDRESS]
    at_point = at_office.groupby(["x", "y"])
    assert sorted(at_point.size()) == [4, 6, 6, 11]
    # Three of the points are shared by four or more names that differ from the first word on.
    first_words = at_point["namn"].agg(lambda names: names.str.split().str[0].nunique())
    several = first_words[first_words >= 4]
    assert (len(several), at_point.size()[several.index].sum()) == (3, 23)
    malmo = schools[schools["regsokod"].fillna("").str.startswith("1280")]
    assert (len(malmo), (malmo["placering"] == placing.OPERATORS_ADDRESS).sum()) == (52, 11)
    igelback = at_office[at_office["namn"] == "Igelbäckskolan"].iloc[0]
    assert (igelback["kommunkod"], igelback["regsokod"][:4]) == ("0183", "1880")
    assert not at_office["namn"].str.startswith(("Vadsbogymnasiet", "Sturegymnasiet")).any()
    details_of = {
        finding.code: str(finding.details) for finding in national.findings if finding.kind == kinds.SCHOOL_AT_OPERATORS
    }
    assert set(details_of) == set(at_office["skolenhetskod"])
    assert details_of[igelback["skolenhetskod"]].startswith("registered in 0183 Sundbyberg, lies in 1880R019")


def test_left_out_of_figures_they_stay_where_they_lie(inputs, reference, national):
    without = make(inputs, reference, year=2023, as_located=False)
    assert without.located == national.located == 2271
    pd.testing.assert_frame_equal(without.schools, national.schools)
    counted, before = (one.summary_area_type.set_index("grupp")["skolor"] for one in (without, national))
    at_office = national.schools[national.schools["placering"] == placing.OPERATORS_ADDRESS]
    lost = at_office["omradestyp"].value_counts()
    assert {group: before[group] - counted[group] for group in "12345"} == {
        group: lost.get(int(group), 0) for group in "12345"
    }
    assert (counted["utan"], counted["alla"]) == (37, 2281)
    assert without.summary_area_type.set_index("grupp").loc["alla", "meritvarde"] == pytest.approx(
        national.summary_area_type.set_index("grupp").loc["alla", "meritvarde"]
    )


def test_results_without_a_school_are_those_of_the_export(national, export, schools_csv):
    codes = {finding.code for finding in national.findings if finding.kind == kinds.RESULT_WITHOUT_SCHOOL}
    has_result = {
        code for code, row in export.items() if any(number(row[name]) is not None for name in FILE_COLUMNS.values())
    }
    assert codes == has_result - schools_csv


@pytest.fixture(scope="module")
def whole_demo(inputs, reference, demo_file):
    """The study that the demo makes: with pupils by grade and Skolverket's own area types beside."""
    pupils = recognise.read_results([demo_file("elever_per_arskurs_2025_26.csv")])
    return make(
        Inputs(inputs.areas, inputs.index, schools=inputs.schools, results=inputs.results + pupils), reference, 2023
    )


@pytest.mark.parametrize("measure", list(FILE_COLUMNS))
def test_the_demo_counts_schools_by_where_they_lie_else_as_skolverket_says(
    whole_demo, demo, export, api, type_of_school, schools_csv, measure
):
    official = {
        row["Skol-enhetskod"]: next(
            (kind for kind, name in OFFICIAL_NAMES["sv"].items() if name == row["Socioekonomisk områdestyp"]), None
        )
        for row in units_of_file(demo)
    }
    schools, sums, weights, counts = Counter(), defaultdict(float), defaultdict(float), Counter()
    for code in schools_csv | set(official):
        kind = type_of_school.get(code) or official.get(code)
        schools[str(kind or "utan")] += 1
        in_file = export.get(code, {}).get(FILE_COLUMNS[measure])
        known = [number(text) for text in (in_file, entry(api, code, measure)) if number(text) is not None]
        pupils = number(export.get(code, {}).get("Antal elever"))
        if known and pupils:
            sums[str(kind or "utan")] += known[0] * pupils
            weights[str(kind or "utan")] += pupils
            counts[str(kind or "utan")] += 1
    summary = whole_demo.summary_area_type.set_index("grupp").drop("alla")
    assert summary["skolor"].to_dict() == schools == dict(zip(GROUPS, [228, 403, 1246, 2706, 427, 204]))
    assert summary[f"{measure}_n"].to_dict() == counts
    means = {group: sums[group] / weights[group] for group in summary.index}
    assert summary[measure].to_dict() == pytest.approx(means, rel=1e-9)
    if measure == "meritvarde":
        assert (sum(counts.values()) - counts["utan"], round(means["1"], 1)) == (1521, 211.6)
