"""What people read of a study's layers: names, words, decimals, forms and tips, also where the plugin is not there."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProject,
    QgsVectorLayer,
)

from segregation_plugin.i18n import texts
from segregation_plugin.layers import palettes
from segregation_plugin.layers.study_layers import load_layers
from segregation_plugin.study import schema

EVIL = "<img src=x> [% 6 * 7 %] 'quoted' & \"more\""


@pytest.fixture(params=["en", "sv"])
def language(request):
    return request.param


@pytest.fixture
def layers(demo_run, language):
    return load_layers(demo_run["OUTPUT"], texts(language), palettes.SEQUENTIAL)


def tip(layer, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def shown(layer, feature, name):
    """What the attribute table shows in a cell."""
    place = layer.fields().lookupField(name)
    setup = layer.editorWidgetSetup(place)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return formatter.representValue(layer, place, setup.config(), None, feature[name])


def columns_in_sight(layer):
    return [column.name for column in layer.attributeTableConfig().columns() if not column.hidden and column.name]


def test_every_column_that_people_see_has_a_name_and_the_others_are_hidden(layers, language):
    for table in schema.TABLES:
        if table.name not in layers:
            continue
        layer = layers[table.name]
        assert layer.readOnly(), table.name
        known = {column.name: column for column in schema.columns_of(table, layer.fields().names())}
        assert set(layer.fields().names()) == {"fid", *known}, table.name
        assert set(columns_in_sight(layer)) == {name for name, column in known.items() if not column.technical}
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
    for layer in (inside, alone):
        assert layer.attributeAlias(layer.fields().lookupField("namn")) in ("Name", "Namn")
        assert "placering" not in columns_in_sight(layer)
        assert any(words in layer.mapTipTemplate() for words in ("not of the homes", "inte elevernas hem"))
