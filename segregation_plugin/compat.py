"""Every difference between QGIS 3.22 and 4.x that the plugin meets, in one place."""

from __future__ import annotations

from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType, QVariant

# The version that made QgsField take QMetaType and deprecated QVariant's own types, which Qt 6 lacks.
if Qgis.versionInt() >= 33800:
    _TYPES = {str: QMetaType.Type.QString, int: QMetaType.Type.LongLong, float: QMetaType.Type.Double}
else:
    _TYPES = {str: QVariant.Type.String, int: QVariant.Type.LongLong, float: QVariant.Type.Double}


def field(name: str, kind: type[str | int | float]) -> QgsField:
    """Return a field for texts, whole numbers (64 bits, INTEGER in a GeoPackage) or numbers."""
    return QgsField(name, _TYPES[kind])


def is_null(value: object) -> bool:
    """Return whether an attribute is empty: None, or the null QVariant that older versions hand out."""
    return value is None or (isinstance(value, QVariant) and value.isNull())
