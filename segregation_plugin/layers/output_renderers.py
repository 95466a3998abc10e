"""How the toolbox's outputs with geometry are drawn: by area type, or by classes in words. A new one is a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsFeatureRequest, QgsSingleSymbolRenderer, QgsVectorLayer, QgsWkbTypes

from ..compat import is_null
from ..domain import palettes
from ..domain.area_types import AREA_TYPES
from ..domain.area_types import name as area_type_name
from ..study.output_words import BESIDE_MUNICIPALITY, CHANGES, CLUSTERS
from .class_symbols import UNKNOWN, Class, Mark, draw_classes, symbol_of
from .styles import TYPES, apply_palette, style_schools

if TYPE_CHECKING:
    from ..i18n import Texts

Draw = Callable[[QgsVectorLayer, "Texts"], None]
_ABOVE = Mark(palettes.ABOVE, "triangle", mark=palettes.FAR_ABOVE)
_BELOW = Mark(palettes.BELOW, "triangle", 180, mark=palettes.FAR_BELOW)
_USUAL = Mark(palettes.USUAL_FILL)
# Around 1, where a group's share is that of all units.
_EVEN, _FAR = (0.8, 1.25), (0.5, 2.0)


class _Drawn(NamedTuple):
    """How an output is drawn, and the columns that this needs."""

    draw: Draw
    needs: tuple[str, ...] = ()


def draw_output(layer: QgsVectorLayer, algorithm: str, output: str, texts: Texts) -> None:
    """Draw an output of an algorithm; plainly where a format has cut the names of what it is drawn by."""
    drawn = _OUTPUTS.get((algorithm, output))
    if drawn is not None and set(drawn.needs) <= set(layer.fields().names()):
        drawn.draw(layer, texts)
    else:
        layer.setRenderer(QgsSingleSymbolRenderer(symbol_of(_plain(layer), layer.geometryType())))


def _plain(layer: QgsVectorLayer) -> Mark:
    is_area = layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    return _USUAL if is_area else Mark(palettes.SCHOOL, size=2.0)


def _areas(layer: QgsVectorLayer, texts: Texts) -> None:
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    types = (feature[TYPES] for feature in layer.getFeatures(request))
    apply_palette(layer, palettes.SEQUENTIAL, texts, Counter(None if is_null(one) else int(one) for one in types))


def _schools_by_type(layer: QgsVectorLayer, texts: Texts) -> None:
    classes = [
        Class(f"{number}  {area_type_name(number, texts.language)}", f'"{TYPES}" = {number}', Mark(colour, "circle"))
        for number, colour in zip(AREA_TYPES, palettes.PALETTES[palettes.SEQUENTIAL])
    ]
    unknown = Class(area_type_name(None, texts.language), f'"{TYPES}" IS NULL', UNKNOWN)
    draw_classes(layer, [*classes, unknown], texts)


def _change(layer: QgsVectorLayer, texts: Texts) -> None:
    border = Class(
        texts.tr("Not comparable: border changed between the years"),
        '"grans_andrad" = 1',
        Mark(palettes.USUAL_FILL, dashed=True),
    )
    marks = {"hogre_typ": _ABOVE, "lagre_typ": _BELOW, "samma": _USUAL, "okand": UNKNOWN}
    classes = [
        Class(texts.render(CHANGES[one]), f'"grans_andrad" = 0 AND "andring" = \'{one}\'', mark)
        for one, mark in marks.items()
    ]
    draw_classes(layer, [*classes[:-1], border, classes[-1]], texts)


def _clusters(layer: QgsVectorLayer, texts: Texts) -> None:
    clusters = {
        "hog-hog": (palettes.HIGH_AMONG_HIGH, 0),
        "lag-lag": (palettes.LOW_AMONG_LOW, 180),
        "hog-lag": (palettes.HIGH_AMONG_LOW, 0),
        "lag-hog": (palettes.LOW_AMONG_HIGH, 180),
    }
    marks = {one: Mark(colour, "triangle", angle, mark=colour) for one, (colour, angle) in clusters.items()}
    # On dark colours a light rim.
    marks |= {one: marks[one]._replace(rim=palettes.AREA_OUTLINE) for one in ("hog-hog", "lag-lag")}
    marks["ej_signifikant"] = _USUAL
    classes = [
        Class(texts.render(CLUSTERS[one]), f"\"status\" = 'ingar' AND \"kvadrant_fdr\" = '{one}'", mark)
        for one, mark in marks.items()
    ]
    draw_classes(layer, [*classes, Class(texts.tr("Left out"), "\"status\" <> 'ingar'", UNKNOWN)], texts)


def _beside_municipality(layer: QgsVectorLayer, texts: Texts) -> None:
    marks = {"over": _ABOVE, "inom": Mark(palettes.AS_EXPECTED, "circle", size=1.8), "under": _BELOW, "": UNKNOWN}
    classes = [
        Class(texts.render(BESIDE_MUNICIPALITY[one]), f"coalesce(\"flagga\", '') = '{one}'", mark)
        for one, mark in marks.items()
    ]
    draw_classes(layer, classes, texts)


def _quotients(layer: QgsVectorLayer, texts: Texts) -> None:
    """Draw units by how often the first group is there for each time it is among all units."""
    column = next((name for name in layer.fields().names() if name.startswith("lokaliseringskvot_")), "")
    value, number = f'"{column}"', texts.number
    (low, high), (least, most), group = _EVEN, _FAR, column.partition("_")[2]

    def said(template: str) -> str:
        numbers = {"low": number(low, 1), "high": number(high, 2), "least": number(least, 1), "most": number(most, 0)}
        return template.format(group=group, **numbers)

    tr, middle = texts.tr, Mark(palettes.USUAL_FILL, size=1.8)
    classes = [
        Class(
            said(tr("{group}: more than {most} times the share in all units")),
            f"{value} > {most}",
            Mark(palettes.FAR_ABOVE, "triangle", size=3.4, mark=palettes.AREA_OUTLINE),
        ),
        Class(said(tr("{group}: {high} to {most} times")), f"{value} > {high} AND {value} <= {most}", _ABOVE),
        Class(said(tr("{group}: about the share in all units")), f"{value} >= {low} AND {value} <= {high}", middle),
        Class(said(tr("{group}: {least} to {low} times")), f"{value} >= {least} AND {value} < {low}", _BELOW),
        Class(
            said(tr("{group}: less than {least} times")),
            f"{value} < {least}",
            Mark(palettes.FAR_BELOW, "triangle", 180, size=3.4, mark=palettes.AREA_OUTLINE),
        ),
        Class(tr("Not shown, or unknown"), f"{value} IS NULL", UNKNOWN),
    ]
    draw_classes(layer, classes, texts)


def _protected(layer: QgsVectorLayer, texts: Texts) -> None:
    marks = [name for name in layer.fields().names() if name.endswith("_dold")]
    hidden = " OR ".join(f'"{name}" = 1' for name in marks) or "FALSE"
    classes = [
        Class(texts.tr("Something is hidden"), hidden, UNKNOWN),
        Class(texts.tr("Nothing is hidden"), f"NOT ({hidden})", Mark(palettes.USUAL_FILL, size=2.0)),
    ]
    draw_classes(layer, classes, texts)


_BY_TYPE = _Drawn(_schools_by_type, (TYPES,))
_OUTPUTS: Mapping[tuple[str, str], _Drawn] = {
    ("importschools", "OUTPUT"): _Drawn(style_schools, ("huvudmannatyp", "namn")),
    ("joinindex", "OUTPUT"): _Drawn(_areas, (TYPES,)),
    ("locateschools", "OUTPUT"): _BY_TYPE,
    ("neighbourhoodprofile", "OUTPUT"): _BY_TYPE,
    ("officialtypes", "OUTPUT"): _BY_TYPE,
    ("linkresults", "HOMES_BY_SCHOOL"): _BY_TYPE,
    ("linkresults", "SCHOOLS"): _Drawn(_beside_municipality, ("flagga",)),
    ("changebetweenyears", "OUTPUT"): _Drawn(_change, ("andring", "grans_andrad")),
    ("spatialautocorrelation", "OUTPUT"): _Drawn(_clusters, ("kvadrant_fdr", "status")),
    ("segregationindices", "UNITS"): _Drawn(_quotients),
    ("protecttable", "OUTPUT"): _Drawn(_protected),
}
