"""Another agency's places and figures, in a file and a layer of its own: from columns named to study and exports."""

from __future__ import annotations

import csv
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from inqgis import Listener, columns_in_sight, memory_layer, refusal, rows, run, shown, without_words
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsVectorLayer

from segregation_plugin.domain import palettes
from segregation_plugin.domain.descriptions import Description, OwnMeasure, dump
from segregation_plugin.i18n import texts
from segregation_plugin.layers.named_columns import LAYER_CRS, fields_as_header
from segregation_plugin.layers.study_layers import load_layers
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.sheets.summary_sheets import area_types
from segregation_plugin.study import schema

# Six places in Karlstad in SWEREF 99 TM (E, N), two of them in one area, and one without a coordinate. What they are
# called and how many come there is made up for the test.
PLACES = [
    ("v1", 414_700, 6_583_500, "120", "80", "40", "1000,5"),
    ("v2", 414_800, 6_583_500, "60", "50", "20", "500"),
    ("v3", 416_000, 6_584_000, "8", "90", "8", "20"),
    ("v4", 412_500, 6_585_500, "300", "..", "", "70"),
    ("v5", 418_500, 6_586_500, "45", "70", "30", "80"),
    ("v6", None, None, "5000", "60", "100", "90"),
]
HEADER = ("Id", "Nord", "Öst", "Besök", "Nöjda", "Svar", "Bidrag")
MEASURES = (
    OwnMeasure("Besök", "Besök", "besök", "antal", source="Region Värmland"),
    OwnMeasure("Nöjda", "Nöjda patienter", "%", "andel", "Svar"),
    OwnMeasure("Bidrag", "Bidrag", "tkr", "belopp"),
)


def described(**values):
    usual = {
        "header": HEADER,
        "table": "units",
        "columns": {"skolenhetskod": "Id", "x": "Öst", "y": "Nord"},
        "crs": "EPSG:3021",
        "units": "vårdcentraler",
        "year": "2024",
        "measures": MEASURES,
    }
    return dump([Description(**{**usual, **values})])


@pytest.fixture(scope="module")
def file(tmp_path_factory, qgis_app):
    """The places in a file of their own, in RT 90 2.5 gon V as older registers have them."""
    to_rt90 = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3006"), QgsCoordinateReferenceSystem("EPSG:3021"), QgsProject.instance()
    )
    lines = [";".join(HEADER)]
    for code, east, north, *figures in PLACES:
        at = ("", "")
        if east is not None:
            point = to_rt90.transform(QgsPointXY(east, north))
            at = (f"{point.y():.3f}".replace(".", ","), f"{point.x():.3f}".replace(".", ","))
        lines.append(";".join((code, *at, *figures)))
    path = tmp_path_factory.mktemp("own") / "vårdcentraler.csv"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return str(path)


@pytest.fixture(scope="module")
def inputs(demo_inputs, karlstad, karlstad_demo):
    """Karlstad's areas, and its rows of the index."""
    index = [str(karlstad_demo / Path(path).name) for path in demo_inputs["INDEX"]]
    return {**demo_inputs, "AREAS": karlstad, "INDEX": index, "SCHOOLS": None, "RESULTS": None}


@pytest.fixture(scope="module")
def made(file, inputs, tmp_path_factory):
    output = str(tmp_path_factory.mktemp("study") / "care.gpkg")
    listener = Listener()
    report = output.replace(".gpkg", ".html")
    run("study", listener, **{**inputs, "SCHOOLS": [file]}, COLUMNS=described(), OUTPUT=output, REPORT=report)
    return output, listener


@pytest.fixture(scope="module")
def study(made):
    return read_study(made[0])


def test_a_study_with_measures_is_replaced_by_the_next(file, inputs, made, tmp_path):
    output = str(tmp_path / "again.gpkg")
    shutil.copyfile(made[0], output)
    measures = (OwnMeasure("Besök", "Besök", kind="antal"), OwnMeasure("Svar", "Besök alla", kind="antal"))

    run("study", **{**inputs, "SCHOOLS": [file]}, COLUMNS=described(measures=measures), OUTPUT=output)

    names = [measure.column for measure in read_study(output).own_measures]
    assert names == ["eget_besok", "eget_besok_alla_varde"]


@pytest.mark.first_elsewhere("the same tables in other words")
@pytest.mark.parametrize("language", ["sv", "en"])
def test_tables_call_places_and_measures_as_the_user_does(made, language):
    layers = load_layers(made[0], texts(language), palettes.SEQUENTIAL)
    for table in schema.TABLES:
        assert table.name not in layers or without_words(layers[table.name]) == [], table.name
    summary, measures, places = layers["summary"], layers["measures"], layers["schools"]
    rows_of = {row["matt"]: row for row in summary.getFeatures("plats = 'alla' AND grupp = 'alla'")}
    assert shown(summary, rows_of["skolor"], "matt") == "Vårdcentraler"
    assert shown(summary, rows_of["skolor_okand"], "matt").startswith("Vårdcentraler, ")
    assert shown(summary, rows_of["eget_besok"], "matt") == "Besök (besök)"
    count, share = rows_of["eget_besok"], rows_of["eget_nojda_patienter"]
    assert re.sub(r"\D", "", shown(summary, count, "varde_avrundat")) == f"{count['varde']:.0f}"
    assert shown(summary, count, "vikt") == {"sv": "Summerat", "en": "Added up"}[language]
    assert shown(summary, share, "vikt") == {"sv": "Ett eget antal", "en": "A number of the user's own"}[language]
    kinds = {shown(measures, row, "typ") for row in measures.getFeatures()}
    assert (
        kinds == {"sv": {"Antal", "Andel, procent", "Belopp"}, "en": {"Count", "Share, per cent", "Amount"}}[language]
    )
    assert not {"skolformer", "arskurser", "elever", "lasar"} & set(columns_in_sight(places))
    assert places.attributeAlias(places.fields().lookupField("skolenhetskod")) == {"sv": "Kod", "en": "Code"}[language]
    assert places.editFormConfig().invisibleRootContainer().children()[0].name() == "Vårdcentraler"
    assert {"sv": "inte var de som besöker den bor", "en": "not where those who come there live"}[
        language
    ] in places.mapTipTemplate()


def test_places_are_located_from_rt_90(study):
    places = study.schools.set_index("skolenhetskod")

    assert list(places["placering"]) == ["inom"] * 5 + ["saknar_koordinat"]
    # In the areas where the same points lie in SWEREF 99 TM.
    assert set(places["regsokod"].dropna().str[:4]) == {"1780"}


def test_points_move_less_than_a_decimetre(made):
    layer = QgsVectorLayer(f"{made[0]}|layername=schools", "places", "ogr")
    at = {
        feature["skolenhetskod"]: feature.geometry().asPoint()
        for feature in layer.getFeatures()
        if not feature.geometry().isEmpty()
    }
    for code, east, north, *_ in PLACES[:5]:
        assert at[code].distance(QgsPointXY(east, north)) < 0.1


def test_what_the_user_declared_is_kept_in_the_study(study):
    assert study.units == "vårdcentraler"
    assert [(m.column, m.unit, m.kind, m.weight, m.source, m.year) for m in study.own_measures] == [
        ("eget_besok", "besök", "antal", "", "Region Värmland", "2024"),
        ("eget_nojda_patienter", "%", "andel", "Svar", "", "2024"),
        ("eget_bidrag", "tkr", "belopp", "", "", "2024"),
    ]
    assert json.loads(study.provenance["kolumner"])[0]["crs"] == "EPSG:3021"


def test_sums_and_means_are_those_by_hand(study):
    everybody = study.summary_area_type.set_index("grupp").loc["alla"]

    assert everybody["eget_besok"] == 120 + 60 + 8 + 300 + 45 + 5000
    assert everybody["eget_besok_n"] == 6
    assert everybody["eget_nojda_patienter_n"] == 5
    assert everybody["eget_nojda_patienter_dolda"] == 1
    mean = (80 * 40 + 50 * 20 + 90 * 8 + 70 * 30 + 60 * 100) / (40 + 20 + 8 + 30 + 100)
    assert everybody["eget_nojda_patienter"] == round(mean, 1)
    assert everybody["eget_nojda_patienter_vikt"] == "egen_vikt"
    assert everybody["eget_bidrag"] == pytest.approx(1000.5 + 500 + 20 + 70 + 80 + 90)


def test_small_groups_are_hidden(study):
    summary = study.summary_area_type.set_index("grupp")
    types = study.schools.set_index("skolenhetskod")["omradestyp"]
    for group, row in summary.iterrows():
        if group in ("utan", "alla"):
            continue
        codes = [code for code, kind in types.items() if str(kind) == group]
        visits = sum(int(figures[0]) for code, _, _, *figures in PLACES if code in codes)
        assert row["eget_besok_dold"] or not 0 < visits < 10, group
        assert row["eget_bidrag_dold"] or not 0 < len(codes) < 3, group
    for column in ("eget_besok", "eget_bidrag"):
        assert summary[f"{column}_dold"].sum() != 1, "the only hidden one could be derived"
        assert not summary.loc["alla", f"{column}_dold"], "the total can be shown, since others are hidden"


def test_values_of_single_places_that_nobody_publishes_are_not_in_the_file(made, study):
    assert [column for column in study.schools if column.startswith("eget_")] == []
    fields = QgsVectorLayer(f"{made[0]}|layername=schools", "places", "ogr").fields().names()
    assert [name for name in fields if name.startswith("eget_")] == []


def test_whoever_makes_it_is_warned_of_a_second_study_of_the_same_figures(made):
    assert any("Make one study of them and keep to it" in text for text in made[1].warned)


def test_a_part_of_the_study_says_that_own_figures_are_not_available(study):
    sheet = area_types(study.within("17", "1780"), texts("en"))
    assert not any("Besök" in column.header for column in sheet.columns)
    assert any("not available for own figures" in note for note in sheet.notes)


def test_what_nobody_publishes_is_for_the_whole_study_alone(study):
    """Else what is hidden in one place could be derived from what is shown of larger ones."""
    part = study.within("17", "1780")

    assert "eget_besok" in study.summary_area_type
    assert "eget_besok" not in part.summary_area_type
    assert "eget_besok" not in study.summary_municipality_type


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_what_is_published_is_shown_of_every_place(file, inputs, tmp_path):
    output = str(tmp_path / "public.gpkg")
    measures = tuple(replace(measure, public=True) for measure in MEASURES)

    run("study", **{**inputs, "SCHOOLS": [file]}, COLUMNS=described(measures=measures), OUTPUT=output)

    study = read_study(output)
    part = study.within("17", "1780").summary_area_type.set_index("grupp").loc["alla"]
    assert part["eget_besok"] == 120 + 60 + 8 + 300 + 45
    by_municipality = study.summary_municipality_type.set_index(["kommunkod", "grupp"])
    assert by_municipality.loc[("1780", "alla"), "eget_besok"] == part["eget_besok"]
    places = list(csv.reader(sheet_of(output, tmp_path), delimiter=";"))
    assert {row[0]: row[places[0].index("Besök (besök)")] for row in places[1:7]}["v3"] == "8"


def sheet_of(study, folder):
    run("exporttables", STUDY=study, TABLES=["schools"], LANGUAGE="sv", OUTPUT=str(folder / "tables"))
    return (folder / "tables" / "places.csv").read_text(encoding="utf-8-sig").splitlines()


def test_the_files_are_said_to_be_what_they_are(made):
    said = [line for line in made[1].said if "vårdcentraler.csv" in line]

    assert said == ["vårdcentraler.csv: places in columns that you named, 6 rows"]


def test_tables_speak_of_the_users_places(made, tmp_path):
    output = tmp_path / "care.xlsx"

    run(
        "exporttables",
        STUDY=made[0],
        TABLES=["area_types", "schools", "match_report"],
        LANGUAGE="sv",
        OUTPUT=str(output),
    )

    book = openpyxl.load_workbook(output)
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [text for text in texts if "skol" in text.lower() or "elev" in text.lower()] == []
    headers = [cell.value for cell in book["Områdestyper"][1]]
    assert headers[2:5] == ["Områden", "Vårdcentraler", "Besök (besök)"]
    assert "Nöjda patienter (%): vikt" in headers
    assert "Besök (besök)" not in [cell.value for cell in book["Platser"][1]]
    assert any("Besök: 2024, Region Värmland." in text for text in texts)


def test_the_report_speaks_of_the_users_places(made):
    page = Path(made[0]).with_suffix(".html").read_text(encoding="utf-8")

    assert "vårdcentraler located" in page
    assert "Vårdcentraler without a coordinate" in page
    assert not re.search("school|pupil", page.replace("skolenhetskod", ""), re.IGNORECASE)


def test_the_map_speaks_of_the_users_places(made, tmp_path):
    output = tmp_path / "care.svg"

    run(
        "exportmap",
        STUDY=made[0],
        TEMPLATE="a4_portrait",
        MUNICIPALITY="1780",
        LANGUAGE="sv",
        DPI=100,
        OUTPUT=str(output),
    )

    page = output.read_text(encoding="utf-8")
    # The column, and the one dot of the map beside its number: no title over it, and no sum below it.
    assert page.count(">Vårdcentraler<") == 2
    assert "kol" not in page[page.index("Vårdcentraler") :].replace("Skolverket", "kol")


def test_a_layer_with_figures_gives_the_same_study(file, inputs, study, tmp_path):
    fields = {"Id": "string", "Besök": "integer", "Nöjda": "string", "Svar": "integer", "Bidrag": "double"}
    features = [
        (
            None if east is None else f"POINT({east} {north})",
            {
                "Id": code,
                "Besök": int(visits),
                "Nöjda": happy,
                "Svar": int(answers) if answers else None,
                "Bidrag": float(money.replace(",", ".")),
            },
        )
        for code, east, north, visits, happy, answers, money in PLACES
    ]
    layer = memory_layer("Point", "EPSG:3006", fields, features, name="Vårdcentraler")
    header = fields_as_header(fields)
    columns = described(header=header, columns={"skolenhetskod": "Id", "x": header[-2], "y": header[-1]}, crs=LAYER_CRS)
    output = str(tmp_path / "layer.gpkg")

    run("study", **inputs, SCHOOLS_LAYER=layer, COLUMNS=columns, OUTPUT=output)

    other = read_study(output)
    keys = ["skolenhetskod", "regsokod", "placering"]
    pd.testing.assert_frame_equal(other.schools[keys], study.schools[keys])
    pd.testing.assert_frame_equal(other.summary_area_type, study.summary_area_type)


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_schools_may_have_measures_of_their_own_beside_published_ones(demo_inputs, study, tmp_path):
    published = read_codes(demo_inputs)
    path = tmp_path / "fler.csv"
    path.write_text("kod;Böcker\n" + "".join(f"{code};{number}\n" for number, code in enumerate(published)))
    columns = dump(
        [
            Description(
                ("kod", "Böcker"),
                "results",
                {"skolenhetskod": "kod"},
                measures=(OwnMeasure("Böcker", "Böcker", "böcker", "antal"),),
            )
        ]
    )
    output = str(tmp_path / "schools.gpkg")

    run("study", **{**demo_inputs, "RESULTS": [*demo_inputs["RESULTS"], str(path)]}, COLUMNS=columns, OUTPUT=output)

    everybody = read_study(output).summary_area_type.set_index("grupp").loc["alla"]
    assert everybody["eget_bocker"] == sum(range(len(published)))
    assert everybody["meritvarde_n"] > 700


def read_codes(demo_inputs):
    text = Path(demo_inputs["SCHOOLS"][0]).read_text(encoding="utf-8-sig")
    return [line.split(",")[0] for line in text.splitlines()[1:101]]


@pytest.mark.first_elsewhere("every case is refused by the reader")
@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ("{", "The description of columns cannot be read"),
        (described(crs="EPSG:0"), "'EPSG:0' is no coordinate reference system"),
        (described(crs="EPSG:3006"), "do not lie in Sweden by EPSG:3006"),
        (described(columns={"skolenhetskod": "Id", "x": "Nord", "y": "Öst"}), "with the two columns exchanged"),
        (described(units=""), "row 2, column Id: 'v1' is no school unit code"),
        ("", "For any other table, name its columns"),
    ],
)
def test_what_is_named_wrongly_is_said(file, inputs, tmp_path, columns, reason):
    output = tmp_path / "none.gpkg"

    assert reason in refusal("study", **{**inputs, "SCHOOLS": [file]}, COLUMNS=columns, OUTPUT=str(output))
    assert not output.exists()


def test_importing_places_and_results(file, tmp_path):
    points = run("importschools", INPUT=[file], COLUMNS=described(), OUTPUT=str(tmp_path / "points.gpkg"))["OUTPUT"]
    results = described(table="results", columns={"skolenhetskod": "Id"}, crs="", units="")
    table = run("importresults", INPUT=[file], COLUMNS=results, OUTPUT=str(tmp_path / "table.gpkg"))["OUTPUT"]

    assert [row["skolenhetskod"] for row in rows(points)] == [place[0] for place in PLACES]
    assert [row["eget_besok"] for row in rows(table)] == [120, 60, 8, 300, 45, 5000]
