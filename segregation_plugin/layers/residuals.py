"""The look of results compared with what is expected from background: five classes around 0, the unknown in grey."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsMarkerSymbol, QgsRuleBasedRenderer, QgsVectorLayer

from ..compat import is_null
from ..domain import palettes
from ..domain.measures import Measure
from ..domain.messages import message
from ..domain.unit_words import unit_of_difference, unit_word
from ..study import schema
from ..study.records import NUMBER, Column
from .column_words import title
from .presentation import escaped, name_columns, tip_line, tip_number

if TYPE_CHECKING:
    from ..i18n import Texts

RESIDUAL = "avvikelse"
_NICE = (1.0, 2.0, 5.0, 10.0)
# The inner limit is about half a standard deviation, the outer three times as far.
_INNER, _OUTER = 0.5, 3.0
# From far above to far below, then the unknown. Shape and size say it too: no colour vision and no grey print loses it.
_SYMBOLS = (
    ("triangle", 0, 3.4, palettes.FAR_ABOVE),
    ("triangle", 0, 2.6, palettes.ABOVE),
    ("circle", 0, 1.8, palettes.AS_EXPECTED),
    ("triangle", 180, 2.6, palettes.BELOW),
    ("triangle", 180, 3.4, palettes.FAR_BELOW),
    ("cross2", 0, 1.4, palettes.NO_VALUE_HATCH),
)


def style_residuals(layer: QgsVectorLayer, result: Measure, texts: Texts) -> None:
    """Give the output of residuals of ``result`` its name, legend, names of columns, decimals and map tip."""
    unit = unit_word(unit_of_difference(result.unit), texts)
    label = result.label[texts.language]
    layer.setName(texts.tr("{result} compared with what is expected from pupils' background").format(result=label))
    layer.setRenderer(_renderer(*limits_of(_values(layer)), unit, texts))
    columns = _columns(layer, result)
    name_columns(layer, columns, texts)
    layer.setDisplayExpression('"namn"')
    numbers = [one for one in columns if one.kind == NUMBER]
    lines = [tip_line(title(one, texts), tip_number(one.name, one.decimals, texts)) for one in numbers]
    whose = texts.tr("Figures of schools, not of pupils; they show no cause.")
    layer.setMapTipTemplate("<br>".join([f"<b>[% {escaped('namn')} %]</b>", *lines, f"<i>{whose}</i>"]))


def limits_of(residuals: Sequence[float]) -> tuple[float, float]:
    """Return how far from 0 the middle class and the next ones reach: 1 and 3 where there is nothing to go by.

    The inner limit is 1, 2 or 5 times a power of ten, the nearest to half the spread around 0.
    """
    spread = math.sqrt(sum(value**2 for value in residuals) / len(residuals)) if residuals else 0.0
    if spread <= 0:
        return 1.0, _OUTER
    power = 10.0 ** math.floor(math.log10(spread * _INNER))
    inner = power * min(_NICE, key=lambda step: abs(step - spread * _INNER / power))
    return inner, _OUTER * inner


def _values(layer: QgsVectorLayer) -> list[float]:
    place = layer.fields().lookupField(RESIDUAL)
    found = (feature[place] for feature in layer.getFeatures())
    return [float(value) for value in found if not is_null(value)]


def _columns(layer: QgsVectorLayer, result: Measure) -> list[Column]:
    """Return the columns of the layer as a study's schools have them, and that of the residual after its result."""
    names = layer.fields().names()
    known = {one.name: one for one in schema.columns_of(schema.SCHOOLS, names)}
    unit = unit_of_difference(result.unit)
    known[RESIDUAL] = Column(
        RESIDUAL, NUMBER, message("Difference from what is expected from background"), unit, decimals=1
    )
    return [known[name] for name in names if name in known]


def _renderer(inner: float, outer: float, unit: str, texts: Texts) -> QgsRuleBasedRenderer:
    tr, value = texts.tr, f'"{RESIDUAL}"'
    near, far = (texts.number(limit, 0 if limit % 1 == 0 else 1) for limit in (inner, outer))
    classes = (
        (tr("Far above what is expected: more than {far} {unit}"), f"{value} > {outer}"),
        (tr("Above: {near} to {far} {unit}"), f"{value} > {inner} AND {value} <= {outer}"),
        (tr("As expected: within {near} {unit}"), f"abs({value}) <= {inner}"),
        (tr("Below: {near} to {far} {unit}"), f"{value} < -{inner} AND {value} >= -{outer}"),
        (tr("Far below what is expected: more than {far} {unit}"), f"{value} < -{outer}"),
        (tr("Unknown: result or background is hidden or missing"), f"{value} IS NULL"),
    )
    root = QgsRuleBasedRenderer.Rule(None)
    for symbol, (label, where) in zip(_SYMBOLS, classes):
        words = label.format(near=near, far=far, unit=unit)
        root.appendChild(QgsRuleBasedRenderer.Rule(_symbol(*symbol), 0, 0, where, words))
    renderer = QgsRuleBasedRenderer(root)
    # The unknown below, and what is farthest from 0 above.
    farthest_last = QgsFeatureRequest.OrderByClause(f"coalesce(abs({value}), -1)", True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([farthest_last]))
    renderer.setOrderByEnabled(True)
    return renderer


def _symbol(shape: str, angle: int, size: float, colour: str) -> QgsMarkerSymbol:
    outline = colour if shape == "cross2" else palettes.SCHOOL
    look = {"name": shape, "angle": angle, "size": size, "color": colour, "outline_color": outline}
    return QgsMarkerSymbol.createSimple({name: str(said) for name, said in {**look, "outline_width": 0.2}.items()})
