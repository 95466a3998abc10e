"""Layers' styles kept in their GeoPackage, as QGIS keeps them: whoever opens a layer sees it styled."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ..compat import save_style, sld_of
from ..domain.messages import OutputError

_LIKE_THE_FIRST = (
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, useAsDefault, description, owner, ui, update_time,"
    " f_table_name, f_geometry_column, styleName, styleQML, styleSLD)"
    " SELECT f_table_catalog, f_table_schema, useAsDefault, description, owner, ui, update_time, ?, ?, ?, ?, ?"
    " FROM layer_styles WHERE f_table_name = ?"
)
_GEOMETRY = "geom"


def save_styles(path: str, layers: Sequence[tuple[str, QgsVectorLayer]]) -> None:
    """Keep the styles of ``layers``, each with its table's name, as the default ones in the GeoPackage at ``path``.

    It must hold none yet. Raises OutputError where it cannot be written.

    QGIS itself saves the first and makes the table; a file opened anew for each of the others would take most of the
    time that a study of a municipality takes to write.
    """
    (table, first), *others = layers
    error = save_style(first)
    if error:
        raise _not_written(first, path, error)
    rows = [
        (name, _GEOMETRY if layer.isSpatial() else "", layer.name(), _qml_of(layer, path), sld_of(layer), table)
        for name, layer in others
    ]
    try:
        with closing(sqlite3.connect(path)) as database, database:
            database.executemany(_LIKE_THE_FIRST, rows)
    except sqlite3.Error as reason:
        raise _not_written(first, path, reason) from reason


def _qml_of(layer: QgsVectorLayer, path: str) -> str:
    document = QDomDocument()
    error = layer.exportNamedStyle(document)
    if error:
        raise _not_written(layer, path, error)
    return str(document.toString())


def _not_written(layer: QgsVectorLayer, path: str, reason: object) -> OutputError:
    return OutputError(
        "The style of {layer} cannot be written to {path}: {reason}", layer=layer.name(), path=path, reason=reason
    )
