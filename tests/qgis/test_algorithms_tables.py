"""The algorithms that a study is made of, each on its own and one after the other."""

from __future__ import annotations

import json

import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run
from qgis.core import QgsVectorLayer

from segregation_plugin.layers.study_reading import read_study

INDEX = {
    "regsokod": "text",
    "regsonamn": "text",
    "index_ar": "integer",
    "omradestyp": "integer",
    "socioekonomiskt_index": "real",
    "andel_lag_ekonomisk_standard": "real",
    "andel_forgymnasial": "real",
    "andel_bistand_arbetsloshet": "real",
    "omradestyp_status": "text",
    "socioekonomiskt_index_status": "text",
}
SCHOOLS = {
    "skolenhetskod": "text",
    "namn": "text",
    "huvudmannatyp": "text",
    "skolformer": "text",
    "kommunkod": "text",
    "elever": "integer",
    "arskurser": "text",
}
RESULTS = (
    "meritvarde",
    "andel_alla_amnen",
    "andel_behoriga_yrkesprogram",
    "andel_behoriga_estetiska",
    "andel_behoriga_ekonomi_hum_samh",
    "andel_behoriga_natur_teknik",
)
STATUSES = {"finns", "dold", "saknas", "avrundad", "ej_jamforbar"}


def counts(found, key):
    numbers = {}
    for row in found:
        numbers[row[key]] = numbers.get(row[key], 0) + 1
    return numbers


@pytest.fixture(scope="module")
def located(demo, qgis_processing):
    """The demo's schools, imported and located in its areas, as rows."""
    points = run("importschools", INPUT=[str(demo / "schools.csv")], OUTPUT="memory:")["OUTPUT"]
    areas = run(
        "joinindex", AREAS=str(demo / "areas.gpkg"), INDEX=[str(demo / "omradestyp_2023_export.csv")], OUTPUT="memory:"
    )["OUTPUT"]
    schools = run("locateschools", AREAS=areas, SCHOOLS=points, OUTPUT="memory:")["OUTPUT"]
    summaries = [
        rows(run("summarise", AREAS=areas, SCHOOLS=schools, BY=by, OUTPUT="memory:")["OUTPUT"]) for by in (0, 1)
    ]
    return {
        "points": (field_types(points), rows(points), points.crs().authid()),
        "areas": (field_types(areas), rows(areas), areas.crs().authid()),
        "schools": (field_types(schools), rows(schools), schools.crs().authid()),
        "summaries": summaries,
    }


def test_importindex_gives_a_row_an_area_and_year(demo, qgis_processing):
    listener = Listener()
    files = [str(demo / f"omradestyp_{year}_export.csv") for year in (2022, 2023)]

    layer = run("importindex", listener, INPUT=[*files, str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")
    layer = layer["OUTPUT"]

    assert field_types(layer) == INDEX
    assert not layer.isSpatial()
    table = rows(layer)
    assert counts(table, "index_ar") == {2022: 3363, 2023: 3363, 2024: 31}
    for year, expected in ((2022, [160, 289, 855, 1770, 289]), (2023, [162, 293, 835, 1781, 292])):
        of_year = counts([row for row in table if row["index_ar"] == year], "omradestyp")
        assert [of_year[kind] for kind in range(1, 6)] == expected
    karlstad = next(row for row in table if (row["regsokod"], row["index_ar"]) == ("1780R001", 2024))
    assert (karlstad["omradestyp"], karlstad["socioekonomiskt_index"]) == (4, 4.4)
    assert karlstad["andel_lag_ekonomisk_standard"] == 5.8
    assert (karlstad["andel_forgymnasial"], karlstad["andel_bistand_arbetsloshet"]) == (6.0, 1.5)
    bollstanas = next(row for row in table if row["regsokod"] == "0114R001")
    assert bollstanas["regsonamn"] == "Bollstanäs"
    assert bollstanas["socioekonomiskt_index"] is None
    assert any("3,363 of 3,363 names" in text for text in listener.said)


def test_importschools_gives_points_and_keeps_who_has_none(located):
    fields, schools, crs = located["points"]

    assert fields == SCHOOLS
    assert crs == "EPSG:3006"
    assert len(schools) == 2281
    assert {"10017830"} <= {school["skolenhetskod"] for school in schools}
    assert counts(schools, "huvudmannatyp")[""] == 343


def test_importschools_leaves_a_school_without_coordinates_without_a_point(demo, qgis_processing):
    layer = run("importschools", INPUT=[str(demo / "schools.csv")], OUTPUT="memory:")["OUTPUT"]

    features = list(layer.getFeatures())

    assert sum(feature.hasGeometry() for feature in features) == 2271
    nytorp = next(feature for feature in features if feature["skolenhetskod"] == "10017830")
    assert (nytorp.geometry().asPoint().x(), nytorp.geometry().asPoint().y()) == (569438, 6620261)


def test_importschools_takes_pupils_from_statistics_among_the_files(tmp_path, qgis_processing):
    units = [{"code": "12345678", "name": "Skola", "sweRef_N": "6583000,5", "sweRef_E": "414000"}]
    pupils = [{"value": "cirka 370", "valueType": "EXISTS", "timePeriod": "2025/26"}]
    (tmp_path / "units.json").write_text(json.dumps(units))
    (tmp_path / "statistics.json").write_text(json.dumps({"12345678": {"totalNumberOfPupils": pupils}}))

    layer = run(
        "importschools", INPUT=[str(tmp_path / "units.json"), str(tmp_path / "statistics.json")], OUTPUT="memory:"
    )["OUTPUT"]

    [school] = rows(layer)
    assert (school["skolenhetskod"], school["namn"], school["elever"]) == ("12345678", "Skola", 370)
    assert next(layer.getFeatures()).geometry().asPoint().y() == 6583000.5


def test_importresults_gives_a_row_a_school_and_year(demo, qgis_processing):
    files = [str(demo / "slutbetyg_ak9_2025.csv"), str(demo / "statistics_gr_2024_25.json")]

    layer = run("importresults", INPUT=files, OUTPUT="memory:")["OUTPUT"]

    fields = field_types(layer)
    assert list(fields)[:2] == ["skolenhetskod", "lasar"]
    assert {x for x in RESULTS if fields[x] == "real" and fields[f"{x}_status"] == "text"} == set(RESULTS)
    assert (fields["elever_ak9"], fields["elever"]) == ("integer", "integer")
    table = rows(layer)
    assert len({(row["skolenhetskod"], row["lasar"]) for row in table}) == len(table)
    for x in RESULTS:
        assert counts(table, f"{x}_status").keys() - {""} <= STATUSES
        assert all((row[x] is not None) == (row[f"{x}_status"] in ("finns", "avrundad")) for row in table)
    assert any(row["meritvarde_status"] == "dold" for row in table)


def test_importresults_gives_background_by_the_most_exact_figures(qgis_processing, tmp_path):
    """SALSA has whole numbers: 274 for 273.6 is rounded, 90 for 84.0 differs, and the log says so."""
    unit = "Skola;Skol-enhetskod;Skolkommun;Kommun-kod;Typ av huvudman;Huvudman;Huvudman orgnr;"
    school = "A;10000001;Ale;1440;Kommunal;Ale kommun;2120001439;"
    grades = "".join(f"Elever, årskurs {grade};" for grade in range(1, 10))
    foreign = "Andel (%) elever med utländsk bakgrund, åk 1-9;"
    passed = "Andel som uppnått kunskapskraven i alla ämnen;"
    values = "Faktiskt värde (F);Modell- beräknat värde (B);Residual (R=F-B);"
    salsa = f"{';' * 7}Andel (%) som uppn. kunskapskraven;;;Genomsnittligt meritvärde;;;\n{unit}{values}{values}"
    files = {
        "pupils": (f"{unit}Elever, årskurs 1-9;{foreign}{grades}", "1 026;..;.;.;.;.;.;.;400;426;200;", "2025/26"),
        "grades": (f"{unit}Antal elever;{passed}Genomsnittligt meritvärde (17);", "57;84,0;273,6;", "2024/25"),
        "salsa": (salsa, "90;85;5;274;251;23;", "2024/25"),
    }
    for name, (header, row, year) in files.items():
        (tmp_path / f"{name}.csv").write_text(f"Valt läsår: {year}\n{header}\n{school}{row}\n", encoding="utf-8")
    listener = Listener()

    paths = [str(tmp_path / f"{name}.csv") for name in files]
    layer = run("importresults", listener, INPUT=paths, OUTPUT="memory:")["OUTPUT"]

    assert (field_types(layer)["elever_ak1_9"], field_types(layer)["elever"]) == ("integer", "integer")
    left, now = rows(layer)
    assert (left["lasar"], left["andel_alla_amnen"], left["meritvarde"], left["elever_ak9"]) == (
        "2024/25",
        84,
        273.6,
        57,
    )
    assert (left["salsa_meritvarde_modell"], left["salsa_meritvarde_residual"]) == (251, 23)
    assert (now["lasar"], now["elever_ak1_9"], now["elever"]) == ("2025/26", 1026, 1026)
    assert (now["andel_utlandsk_bakgrund"], now["andel_utlandsk_bakgrund_status"]) == (None, "dold")
    (warning,) = listener.warned
    assert "school unit 10000001, andel_alla_amnen, 2024/25: 84 (grades.csv), not 90 (salsa.csv)" in warning


def test_joinindex_gives_areas_with_type(located):
    fields, areas, crs = located["areas"]

    assert list(fields) == [
        "regsokod",
        "regsonamn",
        "kommunkod",
        "kommunnamn",
        "lanskod",
        "omradestyp",
        "socioekonomiskt_index",
        "index_ar",
        "matchning",
        "grans_andrad",
        "omradestyp_status",
        "socioekonomiskt_index_status",
    ]
    assert crs == "EPSG:3006"
    assert counts(areas, "omradestyp") == {1: 162, 2: 293, 3: 835, 4: 1780, 5: 292, None: 1}
    assert counts(areas, "matchning") == {"namn": 3362, "utan_varde": 1}


def test_joinindex_matches_by_code_where_there_is_one(karlstad, demo, qgis_processing):
    layer = run("joinindex", AREAS=karlstad, INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")[
        "OUTPUT"
    ]

    areas = rows(layer)
    assert {area["matchning"] for area in areas} == {"kod"}
    assert {area["grans_andrad"] for area in areas} == {0}
    assert all(area["socioekonomiskt_index"] > 0 for area in areas)
    assert layer.featureCount() == 31
    assert all(not feature.geometry().isNull() for feature in layer.getFeatures())


def test_locateschools_gives_every_school_a_status(located):
    fields, schools, crs = located["schools"]

    assert fields == {**SCHOOLS, "regsokod": "text", "omradestyp": "integer", "placering": "text"}
    assert crs == "EPSG:3006"
    assert len(schools) == 2281
    by_placing = counts(schools, "placering")
    assert by_placing.pop("saknar_koordinat") == 10
    assert sum(by_placing.get(kind, 0) for kind in ("inom", "pa_grans", "annan_kommun", "huvudmans_adress")) == 2271
    by_type = counts(schools, "omradestyp")
    assert [by_type[kind] for kind in range(1, 6)] == [98, 187, 562, 1225, 199]


def records(table):
    return table.astype(object).where(table.notna(), None).to_dict("records")


def test_summarise_counts_by_type(located, demo_run):
    by_type, _ = located["summaries"]
    study = records(read_study(demo_run["OUTPUT"]).summary_area_type)

    for column in ("grupp", "omradestyp", "omraden", "skolor", "skolor_kommunal", "skolor_okand"):
        assert [row[column] for row in by_type] == [row[column] for row in study], column


def test_summarise_counts_by_municipality_and_type(located, demo_run):
    _, by_both = located["summaries"]
    study = records(read_study(demo_run["OUTPUT"]).summary_municipality_type)

    for column in ("kommunkod", "grupp", "omraden", "skolor", "skolor_enskild"):
        assert [row[column] for row in by_both] == [row[column] for row in study], column


@pytest.mark.only_here("what it counts is worked out without QGIS")
@pytest.mark.parametrize("by", [0, 1])
def test_summarise_averages_the_results_of_a_study(demo_run, by):
    path = demo_run["OUTPUT"]
    study = read_study(path)
    table = records((study.summary_area_type, study.summary_municipality_type)[by])

    layer = run(
        "summarise", AREAS=f"{path}|layername=areas", SCHOOLS=f"{path}|layername=schools", BY=by, OUTPUT="memory:"
    )["OUTPUT"]

    assert {kind for name, kind in field_types(layer).items() if name.endswith("_dold")} == {"integer"}
    shown = 0
    for row, expected in zip(rows(layer), table):
        for x in RESULTS:
            assert row[f"{x}_n"] == expected[f"{x}_n"]
            assert row[f"{x}_vikt"] == "elever_ak9"
            if row[f"{x}_dold"]:
                assert row[x] is None
            else:
                assert row[x] == pytest.approx(expected[x]) if expected[x] is not None else row[x] is None
                shown += row[x] is not None
    assert shown > 20


def test_summarise_shows_no_pupils_of_the_users_own_and_no_small_groups(karlstad, demo, qgis_processing):
    areas = run("joinindex", AREAS=karlstad, INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")
    fields = {"skolenhetskod": "string", "elever": "integer"}
    own = [("Point (414700 6583500)", {"skolenhetskod": "12345678", "elever": 250})]

    summary = run(
        "summarise",
        AREAS=areas["OUTPUT"],
        SCHOOLS=memory_layer("Point", "EPSG:3006", fields, own),
        OUTPUT="memory:",
    )["OUTPUT"]

    total = rows(summary)[-1]
    assert (total["grupp"], total["skolor"], total["elever"], total["elever_dold"]) == ("alla", 1, None, 1)


def test_summarise_needs_areas_with_types(karlstad, demo_run, qgis_processing):
    text = refusal("summarise", AREAS=karlstad, SCHOOLS=f"{demo_run['OUTPUT']}|layername=schools", OUTPUT="memory:")

    assert "has no area types (column 'omradestyp'). Run 'Join index to areas' first." in text


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("ending", ["gpkg", "csv", "shp", "geojson"])
def test_outputs_may_be_files_of_any_kind(karlstad, demo, tmp_path, qgis_processing, ending):
    output = str(tmp_path / f"areas.{ending}")

    run("joinindex", AREAS=karlstad, INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT=output)

    written = QgsVectorLayer(output, "areas", "ogr")
    assert written.featureCount() == 31
    assert next(written.getFeatures())["regsokod"] == "1780R001"
