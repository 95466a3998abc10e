"""How the toolbox's outputs look when QGIS has loaded them: every column named, few decimals, symbols in words."""

from __future__ import annotations

from itertools import islice

import pytest
from inqgis import columns_in_sight, provided, run, shown, without_words
from loaded import areas_of, every_input, loaded, sinks_of, study_of
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayerNotesUtils,
    QgsVectorLayer,
)

from segregation_plugin.compat import is_null
from segregation_plugin.i18n import texts
from segregation_plugin.layers.output_looks import style_output
from segregation_plugin.layers.seen_values import SeenValues

# What the user calls them: called so still.
OWN = {
    ("segregationindices", "UNITS"): {"kod", "kommun"},
    ("protecttable", "OUTPUT"): {"kod", "kommun", "inrikes", "utland", "lon"},
}


@pytest.fixture(scope="module")
def inputs(demo, qgis_processing, tmp_path_factory):
    return every_input(demo, study_of(demo, tmp_path_factory.mktemp("study")))


@pytest.fixture(params=["en", "sv"])
def language(request, speak):
    speak(request.param)
    return request.param


def names_of_algorithms():
    with provided():
        provider = QgsApplication.processingRegistry().providerById("segregation")
        return {one.name() for one in provider.algorithms() if sinks_of(one)}


def decimals_shown(layer):
    """The most decimals that the attribute table shows of the first rows, by column of numbers."""
    first = list(islice(layer.getFeatures(), 40))
    numbers = [one.name() for one in layer.fields().toList() if one.isNumeric()]
    cells = {name: [shown(layer, one, name) for one in first if not is_null(one[name])] for name in numbers}
    return {
        name: max((len(one.partition(".")[2]) for one in said if one[-1:].isdigit()), default=0)
        for name, said in cells.items()
    }


def tip(layer, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_every_algorithm_with_a_layer_is_tried(inputs):
    assert set(inputs) == names_of_algorithms()


@pytest.mark.first_elsewhere("the same outputs in other words")
def test_every_output_is_styled_in_words(inputs, project, language):
    unnamed, decimals, brackets, single, untipped, called = {}, {}, {}, [], [], []
    for name, parameters in inputs.items():
        for output, layer in loaded(name, parameters, project).items():
            own = OWN.get((name, output), set())
            called.append(layer.name())
            unnamed[name, output] = [
                one
                for place, one in enumerate(layer.fields().names())
                if layer.attributeAlias(place) in (("",) if one in own else ("", one))
            ]
            decimals[name, output] = [one for one, count in decimals_shown(layer).items() if count > 3]
            brackets[name, output] = without_words(layer)
            if layer.isSpatial():
                if layer.renderer().type() == "singleSymbol":
                    single.append((name, output))
                first = next((one for one in layer.getFeatures() if one.hasGeometry()), None)
                said = "" if first is None else tip(layer, first)
                if first is not None and ("[%" in said or said.count("<br>") < 1):
                    untipped.append((name, output, said))
            del layer
    assert {where: found for where, found in unnamed.items() if found} == {}
    assert {where: found for where, found in decimals.items() if found} == {}
    assert {where: found for where, found in brackets.items() if found} == {}
    assert single == untipped == []
    # Beside each other in the layer tree, each says what it is.
    twice = {one for one in called if called.count(one) > 1}
    assert twice <= {"Schools", "Skolor"}
    assert min(map(len, called)) > 5


def test_layers_are_called_by_what_they_are_and_of_what(inputs, project, language):
    layers = loaded("segregationindices", inputs["segregationindices"], project)
    parts = layers["DECOMPOSITION"]
    names = [layers[one].name() for one in ("OUTPUT", "DECOMPOSITION", "UNITS")]
    said = [shown(parts, one, "niva") for one in parts.getFeatures()]
    held = [one["niva"] for one in parts.getFeatures()]
    assert held[:3] == ["hela", "mellan kommun", "inom kommun"]
    if language == "sv":
        assert names == [
            "Segregationsmått: utland",
            "Segregation mellan och inom större enheter: utland",
            "Segregation per enhet: utland",
        ]
        assert said[:4] == ["all segregation", "mellan kommun", "inom kommun", "kommun"]
    else:
        assert names == [
            "Segregation indices: utland",
            "Segregation between and within larger units: utland",
            "Segregation by unit: utland",
        ]
        assert said[:4] == ["all segregation", "between kommun", "within kommun", "kommun"]


@pytest.fixture
def changed(demo, project):
    files = [str(demo / name) for name in ("omradestyp_2022_export.csv", "omradestyp_2023_export.csv")]
    layers = loaded("changebetweenyears", {"INDEX": files, "AREAS": areas_of(demo)}, project)
    yield layers
    layers.clear()


def labels(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def test_change_between_years_is_drawn_in_words_shape_and_colour(changed):
    layer = changed["OUTPUT"]
    assert layer.name() == "Change of area types: 2022\N{EN DASH}2023"
    assert labels(layer) == [
        "Higher area type: better conditions (4)",
        "Lower area type: worse conditions (6)",
        "Same area type (94)",
    ]
    higher, lower, _ = (rule.symbol() for rule in layer.renderer().rootRule().children())
    angles = [one.symbolLayer(1).subSymbol().symbolLayer(0).angle() for one in (higher, lower)]
    assert angles == [0, 180]
    assert "need not be a change of the area" in QgsLayerNotesUtils.layerNotes(layer)
    assert "anmarkning" not in columns_in_sight(layer)
    said = tip(layer, next(one for one in layer.getFeatures() if one["andring"] == "lagre_typ"))
    assert "Earlier year: 2022<br>" in said
    assert "Change of area type: Lower area type: worse conditions" in said


def test_an_area_whose_border_changed_is_a_class_of_its_own_and_hides_nothing_else(demo, karlstad, project):
    names = ("omradestyp_2023_export.csv", "karlstad_tab6586_2024.csv")
    files = [str(demo / name) for name in names]
    layer = loaded("changebetweenyears", {"INDEX": files, "AREAS": karlstad}, project)["OUTPUT"]
    found = dict(one.rsplit(" ", 1) for one in labels(layer))
    assert found["Not comparable: border changed between the years"] == "(5)"
    assert sum(int(one.strip("()")) for one in found.values()) == 31


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_sentence_of_one_row_stays_and_numbers_have_no_more_decimals_than_they_need(inputs, project):
    row = loaded("linkresults", inputs["linkresults"], project)["REGRESSION"]
    assert "lutning_anledning" in columns_in_sight(row)
    layer = loaded("backgroundsegregation", inputs["backgroundsegregation"], project)["OUTPUT"]
    first = next(layer.getFeatures())
    assert shown(layer, first, "personer").replace(",", "") == str(int(first["personer"]))
    assert shown(layer, first, "varde") == f"{first['varde']:.3f}"
    assert shown(layer, first, "niva") == "County"


def test_a_format_that_cuts_names_is_named_too(inputs, project, tmp_path):
    path = str(tmp_path / "clusters.shp")
    run("spatialautocorrelation", **inputs["spatialautocorrelation"], OUTPUT=path)
    layer = QgsVectorLayer(path, "clusters", "ogr")
    written = loaded("spatialautocorrelation", inputs["spatialautocorrelation"], project)["OUTPUT"].fields()
    style_output(layer, "spatialautocorrelation", "OUTPUT", SeenValues(written), texts("sv"))
    place = written.lookupField("varde_grannar")
    assert layer.fields().names()[place] != "varde_grannar"
    assert layer.attributeAlias(place) == "Grannarnas medelvärde"
