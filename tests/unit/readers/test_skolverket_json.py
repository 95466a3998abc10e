"""Skolverket's API v4: school units and statistics, as responses and as files people keep of them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import document

from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_results, read_schools, recognise
from segregation_plugin.readers.skolverket_json import parse, read_statistics

# As the API answers, links and contacts left out.
DETAIL = {
    "code": "39907811",
    "name": "Sofielundsskolan",
    "geographicalAreaCode": "0163",
    "wgs84_Lat": "59.43361072852683",
    "wgs84_Long": "17.94984378894086",
    "sweRef_N": "6592046",
    "sweRef_E": "667304",
    "principalOrganizerType": "Kommunal",
    "typeOfSchooling": [
        {"code": "gr", "displayName": "Grundskolan", "schoolYears": ["1", "2", "3"]},
        {"code": "fsk", "schoolYears": ["0"]},
        {"code": "gran", "schoolYears": ["9"]},
    ],
}
COMPACT = {
    "schoolUnitCode": "37772170",
    "schoolUnitName": "Båtsmansskolan 7-9",
    "wgs84Latitude": "57.64574389262753",
    "wgs84Longitude": "12.107119418746773",
    "sweref99Latitude": "6392954",
    "sweref99Longitude": "327350",
}
MERIT = "averageGradesMeritRating9thGrade"


def as_file(data, name="api.json"):
    return document(json.dumps(data, ensure_ascii=False), name)


def entry(value, kind="EXISTS", year="2024/25"):
    return {"value": value, "valueType": kind, "timePeriod": year}


def statistics(code="10000001", **measures):
    return {code: {"schoolUnit": code, **measures}}


@pytest.mark.parametrize("unit", [DETAIL, COMPACT])
@pytest.mark.parametrize(
    "wrap",
    [
        lambda unit: {unit.get("code") or unit["schoolUnitCode"]: unit},
        lambda unit: [unit],
        lambda unit: unit,
        lambda unit: {"status": "OK", "body": unit},
        lambda unit: {"body": {"_embedded": {"listedSchoolUnits": [unit]}}},
        lambda unit: {"_embedded": {"compactSchoolUnits": [unit]}},
    ],
)
def test_a_school_unit_in_whatever_it_is_wrapped(unit, wrap):
    file = as_file(wrap(unit))
    assert recognise(file).name == "school_units"
    school = read_schools([file]).iloc[0]
    assert school["skolenhetskod"] == (unit.get("code") or unit["schoolUnitCode"])
    assert school["namn"] == (unit.get("name") or unit["schoolUnitName"])
    assert school["koordinat"] == ""
    assert school["kalla"] == "api_v4"
    assert school["elever_egna"] is False or not school["elever_egna"]


def test_what_a_detail_holds():
    school = read_schools([as_file(DETAIL)]).iloc[0]
    columns = ["huvudmannatyp", "skolformer", "arskurser", "kommunkod", "x", "y"]
    assert school[columns].tolist() == ["Kommunal", "FKLASS,GR,GRAN", "F-3", "0163", 667304, 6592046]


def test_a_unit_without_coordinates_is_kept():
    absent = {
        **COMPACT,
        "wgs84Latitude": None,
        "wgs84Longitude": None,
        "sweref99Latitude": "0",
        "sweref99Longitude": "0",
    }
    school = read_schools([as_file(absent)]).iloc[0]
    assert school["koordinat"] == "saknar_koordinat"
    assert school[["x", "y"]].isna().all()


def test_files_complete_each_other_and_the_first_counts():
    compact = {**COMPACT, "schoolUnitCode": DETAIL["code"], "sweref99Latitude": "0", "sweref99Longitude": "0"}
    compact |= {"wgs84Latitude": None, "wgs84Longitude": None}
    both = read_schools([as_file(compact, "a.json"), as_file(DETAIL, "b.json"), as_file(COMPACT, "c.json")])
    assert both["skolenhetskod"].tolist() == [DETAIL["code"], COMPACT["schoolUnitCode"]]
    school = both.iloc[0]
    assert school[["namn", "kommunkod", "x", "y", "koordinat", "fil"]].tolist() == [
        "Båtsmansskolan 7-9",
        "0163",
        667304,
        6592046,
        "",
        "a.json",
    ]


def test_the_demo_statistics(demo_file, demo):
    file = demo_file("statistics_gr_2024_25.json")
    assert recognise(file).name == "statistics"
    table = read_statistics(file)
    assert not table.duplicated(["skolenhetskod", "lasar"]).any()
    units = json.loads((demo / file.name).read_text(encoding="utf-8"))
    for measure in YEAR_9_RESULTS:
        entries = {code: unit[measure.api][0] for code, unit in units.items() if unit[measure.api]}
        read = table[table["lasar"] == "2024/25"].set_index("skolenhetskod")[measure.column].dropna()
        exact = {code: e for code, e in entries.items() if e["valueType"] == "EXISTS" or e["value"] == "~100"}
        assert read.to_dict() == {c: float(e["value"].lstrip("~").replace(",", ".")) for c, e in exact.items()}
    assert (table["meritvarde_status"] == "finns").sum() == 723
    assert (table["meritvarde_status"] == "dold").sum() == 47


def test_statuses_and_years():
    data = statistics(
        **{
            MERIT: [
                entry("250,5"),
                entry("..", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS", "2023/24"),
                entry(None, "MISSING", None),
            ]
        },
        totalNumberOfPupils=[entry("cirka 370", year="2025/26")],
        nothingWeKnow=[entry("x")],
    )
    table = read_statistics(as_file(data)).set_index("lasar")
    assert table.loc["2024/25", ["meritvarde", "meritvarde_status"]].tolist() == [250.5, "finns"]
    assert table.loc["2023/24", "meritvarde_status"] == "dold"
    assert table.loc["2025/26", ["elever", "elever_status"]].tolist() == [370, "finns"]
    assert len(table) == 3


@pytest.mark.parametrize(
    ("value", "kind", "status"),
    [
        ("268,8", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS", "dold"),
        ("268,8", "MISSING", "saknas"),
        ("268,8", "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION", "ej_jamforbar"),
        ("..", "EXISTS", "dold"),
        (None, "EXISTS", "saknas"),
        ("..", "SOMETHING_NEW", "dold"),
        (None, None, "saknas"),
    ],
)
def test_a_value_that_is_not_published_is_not_kept(value, kind, status):
    table = read_statistics(as_file(statistics(**{MERIT: [entry(value, kind)]})))
    assert table["meritvarde"].isna().all()
    assert table["meritvarde_status"].tolist() == [status]


@pytest.mark.parametrize("value", ["~99", "99", "cirka 99"])
def test_a_share_that_is_rounded_to_another_number_than_100_is_refused(value):
    kind = "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE"
    data = statistics(ratioOfPupilsIn9thGradeWithAllSubjectsPassed=[entry(value, kind)])
    with pytest.raises(InputError, match=f"'{value}' is not possible"):
        read_statistics(as_file(data))


@pytest.mark.parametrize("kind", [{"name": "Kommunal"}, ["Kommunal"], 7, None, ""])
def test_an_operator_of_another_kind_is_unknown(kind):
    schools = read_schools([document(json.dumps([{**DETAIL, "principalOrganizerType": kind}]), "a.json")])
    assert schools["huvudmannatyp"].tolist() == [""]


def test_a_number_is_read_without_quotes():
    data = statistics(**{MERIT: [entry(250.5, "EXISTS")]})
    assert read_statistics(as_file(data))[["meritvarde", "meritvarde_status"]].to_numpy().tolist() == [[250.5, "finns"]]


@pytest.mark.parametrize(
    ("text", "match", "where"),
    [
        ('{"39907811": {"code": "39907811",\n"name": "So', "not complete JSON: it breaks off at row 2", {"row": 2}),
        ("[" * 100_000, "nested too deeply|not complete JSON", {}),
        ("{}", "of no kind this plugin knows", {}),
        ("[]", "of no kind this plugin knows", {}),
        ('{"type": "FeatureCollection", "features": []}', "of no kind this plugin knows", {}),
        (json.dumps([{**DETAIL, "code": "3990781"}]), "'3990781' is not a school unit code", {"code": "3990781"}),
        (json.dumps([DETAIL, None]), "entry 2 is no school unit", {"number": 2}),
        (json.dumps({"39907811": DETAIL, "37772170": "cut"}), "entry 2 is no school unit", {"number": 2}),
        (json.dumps([{**DETAIL, "sweRef_N": "north"}]), "39907811: 'north' is not a coordinate", {"code": "39907811"}),
        (json.dumps([{**DETAIL, "geographicalAreaCode": 163}]), "'163' is not a municipality code", {"code": "163"}),
        (f'[{{"code": {"9" * 5000}}}]', "holds an endless number|is not a school unit code", {}),
        (json.dumps([{**DETAIL, "typeOfSchooling": "gr"}]), "39907811: typeOfSchooling is not a list", {}),
        (json.dumps([{**DETAIL, "typeOfSchooling": ["gr"]}]), "39907811: typeOfSchooling is not a list", {}),
        (
            json.dumps([DETAIL, {**DETAIL, "sweRef_N": "6592047"}]),
            "two values of y for school unit 39907811",
            {"code": "39907811"},
        ),
    ],
)
def test_wrong_school_units_are_refused_with_place_and_advice(text, match, where):
    with pytest.raises(InputError, match=match) as caught:
        read_schools([document(text, "a.json")])
    assert {"file": "a.json", **where}.items() <= caught.value.message.values.items()
    assert "a.json" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "match", "where"),
    [
        (statistics(**{MERIT: [entry("about 250")]}), f"10000001, {MERIT}: 'about 250' is not a number", {}),
        (statistics(**{MERIT: [entry("250", "SOMETHING_NEW")]}), "does not know what the mark 'SOMETHING_NEW'", {}),
        (statistics(**{MERIT: [entry("2505")]}), f"10000001, {MERIT}: '2505' is not possible", {}),
        (statistics(**{MERIT: [entry(["250"])]}), "is not a number", {"measure": MERIT}),
        (statistics(**{MERIT: entry("250")}), f"10000001: {MERIT} is not a list", {"code": "10000001"}),
        (statistics(**{MERIT: ["250"]}), f"10000001: {MERIT} is not a list", {}),
        (statistics("1000001", **{MERIT: []}), "of no kind", {}),
        ([{"schoolUnit": "1000001", MERIT: []}], "'1000001' is not a school unit code", {"code": "1000001"}),
        (statistics(**{MERIT: []}), "holds no statistics that this plugin knows", {}),
        (statistics(**{MERIT: [entry("250", year="2024")]}), "value 250 has no school year", {"year": "2024"}),
        (statistics(**{MERIT: [entry("250"), entry("251")]}), "two values of .* in 2024/25: 250 and 251", {}),
        (
            [*statistics(**{MERIT: [entry("250")]}).values()] * 2 + [{"schoolUnit": "10000002", MERIT: 7}],
            "not a list",
            {},
        ),
    ],
)
def test_wrong_statistics_are_refused_with_place_and_advice(data, match, where):
    with pytest.raises(InputError, match=match) as caught:
        read_results([as_file(data)])
    assert {"file": "api.json", **where}.items() <= caught.value.message.values.items()
    assert "api.json" in str(caught.value)


@given(st.data())
def test_statistics_cut_off_anywhere_are_refused(data):
    whole = json.dumps(statistics(**{MERIT: [entry("250,5"), entry("~100", year="2023/24")]}))
    with pytest.raises(InputError, match=r"cut\.json"):
        read_results([document(whole[: data.draw(st.integers(0, len(whole) - 1))], "cut.json")])


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.text(max_size=8), st.sampled_from(["10000001", "2024/25"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [MERIT, "body", "_embedded", "code", "schoolUnit", "name", "10000001", "value", "timePeriod"]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused_by_name(data):
    for reader in (read_schools, read_results):
        refusal = "any.json"
        try:
            reader([as_file(data, "any.json")])
        except InputError as error:
            refusal = str(error)
        assert "any.json" in refusal


@pytest.mark.parametrize(
    "written",
    ["Ga\\u030ardsskolan", "G\\u0061\u030ardsskolan", "G\\u0061\\u030ardsskolan", "G\u00e5rd\\u200bsskolan"],
)
def test_escaped_letters_are_composed_and_unseen_marks_left_out(written):
    """However a name is escaped, it is the same name."""
    file = document(f'{{"name": "{written}", "code": "\\u0031"}}', "schools.json")
    assert parse(file) == {"name": "G\u00e5rdsskolan", "code": "1"}
