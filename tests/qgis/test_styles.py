"""How layers look: legends, expressions that need nothing but QGIS, and texts that cannot run as HTML."""

from __future__ import annotations

import pytest
from inqgis import memory_layer
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFontUtils,
    QgsProperty,
    QgsRenderContext,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QFontInfo

from segregation_plugin.compat import is_null
from segregation_plugin.domain import palettes
from segregation_plugin.domain.area_types import AREA_TYPES, OFFICIAL_NAMES
from segregation_plugin.i18n import texts
from segregation_plugin.layers import fonts, styles
from segregation_plugin.layers.symbols import school_symbol

COUNTS = {1: 162, 2: 293, 3: 835, 4: 1780, 5: 292, None: 1}
SPACE = "\N{NO-BREAK SPACE}"
EVIL = "A & B <img src=x onerror=alert(1)>"


@pytest.fixture
def areas():
    fields = dict.fromkeys(("regsokod", "regsonamn", "kommunnamn"), "string")
    fields |= dict.fromkeys(("omradestyp", "index_ar"), "integer")
    values = {"regsokod": "0114R001", "regsonamn": EVIL, "kommunnamn": EVIL, "omradestyp": 4, "index_ar": 2023}
    return memory_layer("Polygon", "EPSG:3006", fields, [("Polygon((0 0,1 0,1 1,0 0))", values)])


@pytest.fixture
def schools():
    fields = {"namn": "string", "huvudmannatyp": "string", "omradestyp": "integer"}
    operators = ["Kommunal", "Enskild", "Region", "Statlig", "Sameskolan", ""]
    found = [("Point(0 0)", {"namn": EVIL, "huvudmannatyp": operator, "omradestyp": 4}) for operator in operators]
    return memory_layer("Point", "EPSG:3006", fields, found)


SHAPES = {"Kommunal": "circle", "Enskild": "diamond", "Region": "square", "": "circle", None: "circle"}


def placed_schools():
    """Schools of every operator, of which some may stand at its address."""
    fields = {"namn": "string", "huvudmannatyp": "string", "placering": "string"}
    rows = [
        ("Point(0 0)", {"huvudmannatyp": operator, "placering": placing})
        for operator in SHAPES
        for placing in ("inom", "huvudmans_adress", None)
    ]
    return memory_layer("Point", "EPSG:3006", fields, rows)


def labels(layer):
    return [category.label() for category in layer.renderer().categories()]


def symbols(layer):
    """Return copies: a category that Python lets go takes its symbol along."""
    return [category.symbol().clone() for category in layer.renderer().categories()]


def value_at(symbol, key, scale: float) -> object:
    """Return what a symbol's data-defined property is at a scale."""
    properties = symbol.symbolLayer(0).dataDefinedProperties()
    prop = QgsProperty(properties.property(key))
    scope = QgsExpressionContextScope()
    scope.setVariable("map_scale", scale)
    context = QgsExpressionContext()
    context.appendScope(scope)
    value, understood = prop.value(context)
    assert understood
    return value


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_legend_has_official_names_and_counts(areas, language):
    styles.apply_palette(areas, palettes.SEQUENTIAL, texts(language), COUNTS)

    thousands = SPACE if language == "sv" else ","
    numbers = ["162", "293", "835", f"1{thousands}780", "292"]
    expected = [f"{kind}  {OFFICIAL_NAMES[language][kind]} ({count})" for kind, count in zip(AREA_TYPES, numbers)]
    without = {"sv": "Utan områdestyp", "en": "Without area type"}[language]
    assert labels(areas) == [*expected, f"{without} (1)"]


def test_no_value_is_in_the_legend_where_there_may_be_one(areas):
    styles.apply_palette(areas, palettes.SEQUENTIAL, texts("en"), {4: 2})
    assert labels(areas)[3:] == [
        "4  Areas with good socioeconomic conditions (2)",
        "5  Areas with very good socioeconomic conditions (0)",
    ]

    styles.apply_palette(areas, palettes.SEQUENTIAL, texts("en"))
    assert labels(areas)[5:] == ["Without area type"]


@pytest.mark.parametrize("palette", palettes.PALETTES)
def test_every_type_has_its_colour(areas, palette):
    styles.apply_palette(areas, palette, texts("en"))

    assert [category.value() for category in areas.renderer().categories()[:5]] == list(AREA_TYPES)
    drawn = symbols(areas)
    assert tuple(symbol.color().name() for symbol in drawn[:5]) == palettes.PALETTES[palette]
    assert [part.layerType() for part in drawn[5].symbolLayers()] == ["SimpleFill", "LinePatternFill"]


def test_an_unknown_palette_is_a_mistake_of_ours(areas):
    with pytest.raises(KeyError):
        styles.apply_palette(areas, "rainbow", texts("en"))


def test_outlines_close_seams_outside_and_part_areas_in_town(areas):
    colour = palettes.PALETTES[palettes.SEQUENTIAL][3]
    styles.apply_palette(areas, palettes.SEQUENTIAL, texts("en"))

    good = symbols(areas)[3]
    stroke = QgsSymbolLayer.Property.PropertyStrokeColor

    assert value_at(good, stroke, 6_000_000) == colour
    assert value_at(good, stroke, 50_000) == palettes.AREA_OUTLINE


def test_schools_differ_by_shape(schools):
    styles.style_schools(schools, texts("sv"))

    assert labels(schools) == [
        "Kommunal skola",
        "Fristående skola",
        "Annan huvudman (staten, region, sameskola)",
        "Skola, huvudman okänd",
    ]
    looks = {(part.shape(), part.color().name()) for symbol in symbols(schools) for part in symbol.symbolLayers()}
    assert len(looks) == 4


def test_every_school_is_drawn_whatever_its_operator(schools):
    styles.style_schools(schools, texts("en"))
    renderer = schools.renderer()
    names = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(schools))

    renderer.startRender(context, schools.fields())
    drawn = {}
    for feature in schools.getFeatures():
        keys = renderer.legendKeysForFeature(feature, context)
        drawn[feature["huvudmannatyp"]] = [names[key] for key in keys]
    renderer.stopRender(context)

    assert drawn == {
        "Kommunal": ["Municipal school"],
        "Enskild": ["Independent school"],
        **{key: ["Other operator (state, region, Sami school)"] for key in ("Region", "Statlig", "Sameskolan")},
        "": ["School, operator unknown"],
    }


@pytest.mark.parametrize(
    ("language", "named"), [("sv", "Kanske på sin huvudmans adress"), ("en", "Perhaps at its operator's address")]
)
def test_what_the_colour_of_schools_in_doubt_means_is_in_the_legend_once(schools, language, named):
    layer = placed_schools()
    styles.style_schools(schools, texts(language))
    without = labels(schools)
    styles.style_schools(layer, texts(language))
    assert labels(layer) == [*without, named]
    # None in doubt: nothing to be said of them.
    layer.setSubsetString("placering IS NULL OR placering <> 'huvudmans_adress'")
    styles.style_schools(layer, texts(language))
    assert labels(layer) == without


def test_schools_in_doubt_have_another_colour_in_the_shape_of_their_operator(qgis_app):
    layer = placed_schools()
    styles.style_schools(layer, texts("en"))
    renderer = layer.renderer()
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    scale = QgsExpressionContextScope()
    scale.setVariable("map_scale", 100_000)
    context.expressionContext().appendScope(scale)
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        marker = renderer.symbolForFeature(feature, context).symbolLayer(0)
        in_doubt = feature["placering"] == "huvudmans_adress"
        assert (marker.color().name() == palettes.SCHOOL_IN_DOUBT) == in_doubt
        if in_doubt:
            defined = marker.dataDefinedProperties()
            operator = None if is_null(feature["huvudmannatyp"]) else feature["huvudmannatyp"]
            shape, _ = defined.valueAsString(QgsSymbolLayer.Property.PropertyName, context.expressionContext(), "")
            assert shape == SHAPES[operator]
            size, _ = defined.valueAsDouble(QgsSymbolLayer.Property.PropertySize, context.expressionContext(), -1)
            key = operator or ""
            assert size == pytest.approx(value_at(school_symbol(key), QgsSymbolLayer.Property.PropertySize, 100_000))
    renderer.stopRender(context)


def test_schools_shrink_outwards(schools):
    styles.style_schools(schools, texts("en"))
    municipal = symbols(schools)[0]
    scales = (1_000, 30_000, 100_000, 500_000, 1_500_000, 6_000_000, 20_000_000)

    sizes = [value_at(municipal, QgsSymbolLayer.Property.PropertySize, scale) for scale in scales]

    assert sizes == sorted(sizes, reverse=True)
    assert 2.5 <= sizes[1] <= 4
    assert 0.5 <= sizes[-1] <= 1


def test_our_font_is_there_in_two_weights(qgis_app):
    fonts.load_fonts()

    assert QgsFontUtils.fontFamilyMatchOnSystem(fonts.FONT_FAMILY)
    for bold in (False, True):
        used = QFontInfo(fonts.font(9, bold=bold))
        assert (used.family(), used.bold()) == ("RegSO Sans", bold)
