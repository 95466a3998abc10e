"""What people read of a study's layers: names, words, decimals, forms and tips, also where the plugin is not there."""

from __future__ import annotations

import shutil

import pytest
from inqgis import columns_in_sight, shown, without_words
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProject,
    QgsVectorLayer,
)

from segregation_plugin.compat import is_null
from segregation_plugin.domain import palettes
from segregation_plugin.domain.measures import COUNT, Measure
from segregation_plugin.i18n import texts
from segregation_plugin.layers.presentation import present
from segregation_plugin.layers.study_layers import load_layers
from segregation_plugin.study import schema
from segregation_plugin.study.words import KNOWN_OF_STUDY

OWN_COUNT = Measure("eget_besok", "", {"sv": "Besök", "en": "Besök"}, kind=COUNT)
EVIL = "<img src=x> [% 6 * 7 %] 'quoted' & \"more\""


@pytest.fixture(params=["en", "sv"], scope="module")
def language(request):
    return request.param


@pytest.fixture(scope="module")
def layers(demo_run, language):
    """The layers of the demo's study, opened once a language: nobody changes them."""
    found = load_layers(demo_run["OUTPUT"], texts(language), palettes.SEQUENTIAL)
    yield found
    found.clear()


def tip(layer, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_every_column_that_people_see_has_a_name_and_the_others_are_hidden(layers, language):
    for table in schema.TABLES:
        if table.name not in layers:
            continue
        layer = layers[table.name]
        assert layer.readOnly(), table.name
        known = {column.name: column for column in schema.columns_of(table, layer.fields().names())}
        drawn = {name: f"{name}_avrundat" for name, column in known.items() if any(column.whole_where)}
        assert set(layer.fields().names()) == {"fid", *known, *drawn.values()}, table.name
        expected = [drawn.get(name, name) for name, column in known.items() if not column.technical]
        assert columns_in_sight(layer) == expected, table.name
        for name in columns_in_sight(layer):
            alias = layer.attributeAlias(layer.fields().lookupField(name))
            assert alias
            assert alias != name
    assert (
        layers["areas"].attributeAlias(layers["areas"].fields().lookupField("omradestyp"))
        == {"en": "Area type 2023", "sv": "Områdestyp 2023"}[language]
    )


def test_values_are_words_and_numbers_have_their_decimals(layers, language):
    schools = layers["schools"]
    feature = next(one for one in schools.getFeatures("meritvarde IS NOT NULL AND huvudmannatyp = 'Enskild'"))
    assert shown(schools, feature, "huvudmannatyp") == {"en": "Independent", "sv": "Fristående"}[language]
    assert shown(schools, feature, "omradestyp")[:2] == f"{feature['omradestyp']} "
    assert shown(schools, feature, "meritvarde").replace(",", ".") == f"{feature['meritvarde']:.1f}"
    area = next(layers["areas"].getFeatures("grans_andrad = 1"))
    assert shown(layers["areas"], area, "grans_andrad") == {"en": "yes", "sv": "ja"}[language]
    figures = layers["segregation"]
    row = next(figures.getFeatures("varde IS NOT NULL"))
    assert len(shown(figures, row, "varde").replace(",", ".").split(".")[1]) == 3


def test_codes_of_places_school_types_and_groups_are_words(layers, language):
    english = language == "en"
    schools = layers["schools"]
    school = next(schools.getFeatures("skolformer = 'FKLASS,GR' AND kommunkod = '1907'"))
    assert shown(schools, school, "kommunkod") == "1907 Surahammar"
    types = "Preschool class, Compulsory school" if english else "Förskoleklass, Grundskola"
    assert shown(schools, school, "skolformer") == types
    assert school["regsonamn"] == next(layers["areas"].getFeatures(f"regsokod = '{school['regsokod']}'"))["regsonamn"]
    area = next(layers["areas"].getFeatures("omradestyp IS NULL"))
    assert shown(layers["areas"], area, "omradestyp") == ("Without area type" if english else "Utan områdestyp")
    assert shown(layers["areas"], area, "lanskod") == "25 Norrbottens län"
    summary = layers["summary"]
    whole = next(summary.getFeatures("plats = 'alla' AND grupp = '5' AND matt = 'meritvarde'"))
    assert shown(summary, whole, "plats") == ("The whole study" if english else "Hela studien")
    assert shown(summary, whole, "matt") == ("Merit rating (points)" if english else "Meritvärde (poäng)")
    assert shown(summary, whole, "vikt") == ("Pupils in grade 9" if english else "Elever i årskurs 9")
    assert shown(summary, whole, "grupp").startswith("5 ")
    part = next(summary.getFeatures("plats = '0114' AND grupp = 'alla'"))
    assert shown(summary, part, "plats") == "0114 Upplands Väsby"
    assert shown(summary, part, "grupp") == ("All" if english else "Samtliga")
    assert shown(summary, part, "vikt") == ""


@pytest.mark.first_elsewhere("the same tables in other words")
def test_no_value_of_any_table_is_in_brackets_as_qgis_writes_what_has_no_word(layers):
    for table in schema.TABLES:
        layer = layers.get(table.name)
        assert layer is None or without_words(layer) == [], table.name


def test_counts_are_whole_and_means_have_a_decimal_in_the_same_column(layers):
    summary = layers["summary"]
    count = next(summary.getFeatures("plats = 'alla' AND grupp = '1' AND matt = 'omraden'"))
    mean = next(summary.getFeatures("plats = 'alla' AND grupp = '1' AND matt = 'meritvarde'"))
    assert shown(summary, count, "varde_avrundat") == "162"
    assert shown(summary, mean, "varde_avrundat").replace(",", ".") == f"{mean['varde']:.1f}"
    for table, of in (("school_values", "elever"), ("area_values", "omradestyp")):
        value = next(layers[table].getFeatures(f"vad = '{of}' AND varde IS NOT NULL"))
        assert shown(layers[table], value, "varde_avrundat") == f"{value['varde']:.0f}"
    unknown = next(summary.getFeatures("varde IS NULL"))
    assert is_null(unknown["varde_avrundat"])


@pytest.mark.first_elsewhere("the same tables in other words")
def test_the_provenance_says_what_is_known_in_words(layers, language):
    provenance = layers["provenance"]
    rows = {row["key"]: row for row in provenance.getFeatures()}
    # A key without words would stand there as programs write it.
    assert set(rows) <= set(KNOWN_OF_STUDY)
    control = rows["sekretessgranskning"]
    assert shown(provenance, control, "key") == {"en": "Disclosure control", "sv": "Sekretessgranskning"}[language]
    assert shown(provenance, control, "value") == {"en": "yes", "sv": "ja"}[language]
    assert shown(provenance, rows["index_ar"], "value") == "2023"


def test_a_layer_that_is_open_gets_new_words_once(small_study):
    summary = load_layers(str(small_study), texts("en"), palettes.SEQUENTIAL)["summary"]
    before = summary.fields().names()
    present(summary, "summary", texts("sv"), 2023, [OWN_COUNT])
    assert summary.fields().names() == before
    assert "'eget_besok'" in summary.expressionField(before.index("varde_avrundat"))
    words = summary.editorWidgetSetup(before.index("matt")).config()["map"]
    assert {"Besök": "eget_besok"} in words


def test_a_tip_of_a_school_says_what_a_person_wants_to_know(layers, language):
    schools = layers["schools"]
    hidden = next(schools.getFeatures("meritvarde_status = 'dold' AND omradestyp = 2"))
    said = tip(schools, hidden)
    merit, where, whose = {
        "en": ("Merit rating (points): ..", "2 Areas with socioeconomic challenges", "not of the homes"),
        "sv": ("Meritvärde (poäng): ..", "2 Områden med socioekonomiska utmaningar", "inte elevernas hem"),
    }[language]
    assert hidden["namn"] in said
    for words in (merit, where, whose):
        assert words in said
    known = next(schools.getFeatures("meritvarde_status = 'finns'"))
    number = texts(language).number(known["meritvarde"], 1)
    assert merit.replace("..", number) in tip(schools, known)
    area = next(layers["areas"].getFeatures("omradestyp = 2"))
    assert where in tip(layers["areas"], area)
    assert " 2023: 2 " in tip(layers["areas"], area)


def test_a_tip_runs_nothing_of_what_the_data_say(demo_run, tmp_path, sqlite_as_gdal):
    study = shutil.copyfile(demo_run["OUTPUT"], tmp_path / "study.gpkg")
    with sqlite_as_gdal(study) as database:
        database.execute("UPDATE schools SET namn = ?, arskurser = ?", [EVIL, EVIL])
        database.execute("UPDATE areas SET regsonamn = ?, kommunnamn = ?", [EVIL, EVIL])
    layers = load_layers(str(study), texts("en"), palettes.SEQUENTIAL)
    for name in ("schools", "areas"):
        said = tip(layers[name], next(layers[name].getFeatures()))
        assert "<img" not in said
        assert "42" not in said
        assert "&lt;img src=x> [% 6 * 7 %]" in said


def test_a_form_has_no_technical_columns_but_what_is_hidden_of_results(layers):
    root = layers["schools"].editFormConfig().invisibleRootContainer()
    places, results = root.children()
    assert [child.name() for child in places.children()][:4] == ["skolenhetskod", "namn", "huvudmannatyp", "skolformer"]
    assert {"meritvarde", "meritvarde_status"} <= {child.name() for child in results.children()}
    assert "placering" not in {child.name() for child in places.children()}


def test_the_project_and_the_file_alone_hold_it_too(demo_run):
    opened = QgsProject()
    assert opened.read(f"geopackage:{demo_run['OUTPUT']}?projectName=study")
    inside = next(layer for layer in opened.mapLayers().values() if "layername=schools" in layer.source())
    assert inside.readOnly()
    alone = QgsVectorLayer(f"{demo_run['OUTPUT']}|layername=schools", "schools", "ogr")
    table = QgsVectorLayer(f"{demo_run['OUTPUT']}|layername=summary", "summary", "ogr")
    assert table.attributeAlias(table.fields().lookupField("matt")) in ("Measure", "Mått")
    count = next(table.getFeatures("plats = 'alla' AND grupp = '1' AND matt = 'omraden'"))
    assert shown(table, count, "varde_avrundat") == "162"
    assert shown(table, count, "matt") in ("Areas", "Områden")
    assert "varde" not in columns_in_sight(table)
    for layer in (inside, alone):
        assert layer.attributeAlias(layer.fields().lookupField("namn")) in ("Name", "Namn")
        assert "placering" not in columns_in_sight(layer)
        assert any(words in layer.mapTipTemplate() for words in ("not of the homes", "inte elevernas hem"))


@pytest.mark.first_elsewhere("the same tables in other words")
def test_sentences_of_the_match_report_have_room_for_what_was_found_and_more(layers):
    layer = layers["match_report"]
    widths = {one.name: one.width for one in layer.attributeTableConfig().columns()}
    longest = max(len(shown(layer, feature, "slag")) for feature in layer.getFeatures())
    # The longest of them would push what was found out of sight.
    assert widths["slag"] >= min(7 * longest, 500)
    assert widths["beskrivning"] > widths["namn"]


def test_without_the_plugin_too_the_legend_says_what_the_colour_of_schools_in_doubt_means(demo_run):
    schools = QgsVectorLayer(f"{demo_run['OUTPUT']}|layername=schools", "schools", "ogr")
    assert schools.renderer().categories()[-1].label() in (
        "Perhaps at its operator's address",
        "Kanske på sin huvudmans adress",
    )
