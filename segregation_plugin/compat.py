"""Every difference between QGIS 3.22 and 4.x that the plugin meets, in one place."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsEditFormConfig,
    QgsField,
    QgsLayoutItemLabel,
    QgsLinePatternFillSymbolLayer,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsTask,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QVariant
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtXml import QDomDocument

# The version that made QgsField take QMetaType and deprecated QVariant's own types, which Qt 6 lacks.
if Qgis.versionInt() >= 33800:
    _TYPES = {str: QMetaType.Type.QString, int: QMetaType.Type.LongLong, float: QMetaType.Type.Double}
else:
    _TYPES = {str: QVariant.Type.String, int: QVariant.Type.LongLong, float: QVariant.Type.Double}


def quiet() -> QgsTask.Flags:
    """Return the flags of a task whose end the dock says itself; before QGIS 3.26 a message of QGIS does too."""
    flags = QgsTask.Flags(QgsTask.Flag.CanCancel)
    return flags | QgsTask.Flag.Silent if hasattr(QgsTask.Flag, "Silent") else flags


def algorithm_task(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> QgsProcessingAlgRunnerTask:
    """Return the task that runs an algorithm, quiet where QGIS lets it be."""
    if hasattr(QgsTask.Flag, "Silent"):
        return QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback, quiet())
    return QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)


def field(name: str, kind: type[str | int | float]) -> QgsField:
    """Return a field for texts, whole numbers (64 bits, INTEGER in a GeoPackage) or numbers."""
    return QgsField(name, _TYPES[kind])


def form_layout() -> Qgis.AttributeFormLayout | QgsEditFormConfig.EditorLayout:
    """Return the layout of a form whose groups are dragged together; QGIS 3.32 moved its name."""
    if hasattr(Qgis, "AttributeFormLayout"):
        return Qgis.AttributeFormLayout.DragAndDrop
    return QgsEditFormConfig.EditorLayout.TabLayout


def is_null(value: object) -> bool:
    """Return whether an attribute is empty: None, or the null QVariant that older versions hand out."""
    return value is None or (isinstance(value, QVariant) and value.isNull())


def set_label_format(label: QgsLayoutItemLabel, text_format: QgsTextFormat) -> None:
    """Give a layout's label a text format; QGIS 3.22 knows font and colour only."""
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(text_format)
    else:
        label.setFont(_sized_font(text_format))
        label.setFontColor(text_format.color())


def cut_hatch(hatch: QgsLinePatternFillSymbolLayer) -> None:
    """End the lines of a hatch at the polygon's edge; QGIS before 3.24 fills with a picture, which needs no cutting.

    Left to the painter, as is usual, lines run on beyond the polygon in svg, which Qt writes without clipping.
    """
    if hasattr(hatch, "setClipMode"):
        hatch.setClipMode(Qgis.LineClipMode.ClipToIntersection)


def field_names(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> list[str]:
    """Return the fields chosen for a parameter; QGIS 3.40 deprecated the one function, 3.32 brought the other."""
    if hasattr(algorithm, "parameterAsStrings"):
        return list(algorithm.parameterAsStrings(parameters, name, context))
    return list(algorithm.parameterAsFields(parameters, name, context))


def save_style(layer: QgsVectorLayer) -> str:
    """Keep a layer's style in its database, as the default one; return what went wrong, empty if nothing did."""
    if not hasattr(layer, "saveStyleToDatabaseV2"):  # it came with QGIS 3.44
        return str(layer.saveStyleToDatabase(layer.name(), "", True, ""))
    results, error = layer.saveStyleToDatabaseV2(layer.name(), "", True, "")
    kinds = QgsMapLayer.SaveStyleResult
    lost = results & kinds.QmlGenerationFailed or results & kinds.DatabaseWriteFailed
    return (error or str(results)) if lost else ""


def sld_of(layer: QgsVectorLayer) -> str:
    """Return a layer's style in the words of OGC's Styled Layer Descriptor, for programs other than QGIS."""
    if hasattr(layer, "exportSldStyleV3"):  # it came with QGIS 3.44, which deprecated the other
        from qgis.core import QgsSldExportContext

        return str(layer.exportSldStyleV3(QgsSldExportContext()).toString())
    document = QDomDocument()
    layer.exportSldStyle(document, "")
    return str(document.toString())


def _sized_font(text_format: QgsTextFormat) -> QFont:
    font = text_format.font()
    font.setPointSizeF(text_format.size())
    return font
