"""The algorithm ``activitybyareatype`` on the schools of the demo study."""

from __future__ import annotations

import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run, undocumented


def table_of(pairs, code="string", amount="string"):
    features = [(None, {"kod": key, "summa": value}) for key, value in pairs]
    return memory_layer("NoGeometry", "EPSG:3006", {"kod": code, "summa": amount}, features, "grants")


def by_group(layer):
    return {row["grupp"]: row for row in rows(layer)}


@pytest.fixture(scope="module")
def schools(demo_run):
    return rows(f"{demo_run['OUTPUT']}|layername=schools")


def activity(demo_run, layer, listener=None, **more):
    parameters = {"STUDY": demo_run["OUTPUT"], "INPUT": layer, "CODE": "kod", "AMOUNT": "summa", "OUTPUT": "memory:"}
    return run("activitybyareatype", listener, **(parameters | more))["OUTPUT"]


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_amounts_per_school_by_type(demo_run, schools):
    listener = Listener()
    grants = [(school["skolenhetskod"], "1 000,50") for school in schools]

    layer = activity(demo_run, table_of(grants), listener, NAME="Bidrag 2025")

    types = field_types(layer)
    assert undocumented(layer) == []
    assert [types[name] for name in ("aktivitet", "omradestyp", "belopp", "mottagare", "kvot", "belopp_dold")] == [
        "text",
        "integer",
        "real",
        "integer",
        "real",
        "integer",
    ]
    table = by_group(layer)
    assert [table[kind]["mottagare"] for kind in ("1", "2", "3", "4", "5", "utan")] == [98, 187, 562, 1225, 199, 10]
    assert table["1"]["belopp"] == pytest.approx(98 * 1000.5)
    assert table["alla"]["belopp"] == pytest.approx(2281 * 1000.5)
    assert table["1"]["namn"] == "Areas with major socioeconomic challenges"
    assert table["utan_skola"]["namn"] == "Without a school in the study"
    assert {row["aktivitet"] for row in table.values()} == {"Bidrag 2025"}
    # The same to every school is more per pupil where schools are small.
    assert table["1"]["kvot"] == pytest.approx(table["1"]["belopp_per_elev"] / table["alla"]["belopp_per_elev"])
    assert "0 of 2,281 schools of the study are not in the table." in listener.said


def test_codes_read_as_numbers_and_hidden_amounts(demo_run, schools):
    codes = [school["skolenhetskod"] for school in schools if school["omradestyp"] == 3][:5]
    listener = Listener()

    grants = [*((float(code), "100") for code in codes[:4]), (float(codes[4]), ".."), (99999999.0, None)]
    table = by_group(activity(demo_run, table_of(grants, code="double"), listener))

    assert (table["3"]["belopp"], table["3"]["mottagare"], table["3"]["dolda"]) == (400, 4, 1)
    assert any("2 amounts are hidden or missing" in text for text in listener.said)


@pytest.mark.only_here("what may be shown is judged without QGIS")
def test_few_places_are_hidden_unless_published(demo_run, schools):
    code = next(school["skolenhetskod"] for school in schools if school["omradestyp"] == 1)
    layer = table_of([(code, "100")])

    hidden, shown = (by_group(activity(demo_run, layer, PUBLIC=public))["1"] for public in (False, True))

    assert (hidden["belopp"], hidden["belopp_dold"], hidden["mottagare"]) == (None, 1, 1)
    assert (shown["belopp"], shown["belopp_dold"]) == (100, 0)


@pytest.mark.first_elsewhere("what may be shown is judged without QGIS")
@pytest.mark.parametrize("public", [False, True])
def test_whoever_has_unpublished_amounts_is_warned_of_a_second_table(demo_run, schools, public):
    listener = Listener()
    activity(demo_run, table_of([(schools[0]["skolenhetskod"], "100")]), listener, PUBLIC=public)
    assert any("by the area types of another year" in text for text in listener.warned) == (not public)


def test_amounts_per_municipality_are_spread_and_lost_zeros_found(demo_run, reference_codes):
    listener = Listener()
    grants = [(int(code), 1.0) for code in reference_codes]

    table = by_group(activity(demo_run, table_of(grants, "integer", "double"), listener, LEVEL=1))

    assert table["alla"]["belopp"] == pytest.approx(290)
    assert table["3"]["fordelat"] == "elever_och_skolor"
    assert any("codes had lost their leading zero" in text for text in listener.said)
    assert any("which is an assumption" in text for text in listener.said)


@pytest.fixture(scope="module")
def reference_codes(root):
    lines = (root / "resources" / "reference" / "municipalities.csv").read_text(encoding="utf-8-sig").splitlines()
    place = lines[0].split(",").index("kommunkod")
    return [line.split(",")[place] for line in lines[1:]]


@pytest.mark.first_elsewhere("cells are read without QGIS")
@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1.234", "'1.234' can mean thousands or decimals"),
        ("tusen", "'tusen' is not a number"),
    ],
)
def test_what_is_no_amount_is_told(demo_run, schools, amount, text):
    layer = table_of([(schools[0]["skolenhetskod"], amount)])
    parameters = {"STUDY": demo_run["OUTPUT"], "INPUT": layer, "CODE": "kod", "AMOUNT": "summa", "OUTPUT": "memory:"}

    assert text in refusal("activitybyareatype", **parameters)


def test_a_row_is_told_by_its_place_in_the_table_blank_rows_too(demo_run, schools):
    layer = table_of([(schools[0]["skolenhetskod"], "5"), (None, None), ("Summa", "5")])
    parameters = {"STUDY": demo_run["OUTPUT"], "INPUT": layer, "CODE": "kod", "AMOUNT": "summa", "OUTPUT": "memory:"}

    assert "Row 3 of the amounts" in refusal("activitybyareatype", **parameters)


def test_codes_are_no_amounts(demo_run, schools):
    layer = table_of([(schools[0]["skolenhetskod"], "5")])
    parameters = {"STUDY": demo_run["OUTPUT"], "INPUT": layer, "CODE": "kod", "AMOUNT": "kod", "OUTPUT": "memory:"}

    assert "'kod' cannot hold both codes and amounts" in refusal("activitybyareatype", **parameters)


def test_a_study_without_schools_is_told(small_study):
    text = refusal(
        "activitybyareatype",
        STUDY=str(small_study),
        INPUT=table_of([("1", "1")]),
        CODE="kod",
        AMOUNT="summa",
        OUTPUT="memory:",
    )

    assert "has no schools. Make a study with schools first." in text
