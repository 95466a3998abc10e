"""Layers of a study file that are open in QGIS when the file has been replaced."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaObject, Qt, QThread

from ..i18n import texts
from ..study import schema
from . import styles
from .layer_in_place import tables_in
from .presentation import present
from .project import project_uri, show_marks, show_year
from .study_layers import VERSION_PROPERTY, YEAR_PROPERTY, count_areas, version_of_areas, year_measures_units
from .year_layers import table_of

_TABLES = {table.name for table in schema.TABLES}
_OF_AREAS = {schema.AREAS.name, schema.AREAS_2020.name}
_YEAR_AT_END = re.compile(r"(?:19|20)\d\d$")


def reload(project: QgsProject | None, path: str) -> None:
    """Make open layers of the study at ``path`` show its new content, each in the thread it lives in.

    Those that live in this thread also say what they now show; where the project does too, those of years that the
    study has no longer are taken out of it. Layers of new years are not added.
    """
    project = project or QgsProject.instance()
    layers = list(_of_file(project.mapLayers().values(), path))
    if not layers:
        return
    for layer in layers:
        for slot in ("reload", "updateExtents", "triggerRepaint"):
            QMetaObject.invokeMethod(layer, slot, Qt.ConnectionType.AutoConnection)
    here = [layer for layer in layers if layer.thread() == QThread.currentThread()]
    held = tables_in(Path(path))
    gone = [layer for layer in here if _year_of(layer) is not None and not _has_types(layer, held)]
    kept = [layer for layer in here if layer not in gone]
    before = {layer.id(): layer.name() for layer in here}
    if gone and project.thread() == QThread.currentThread():
        _take_out(project, gone, kept)
    if kept:
        _present_anew(kept, path)
        _mark(project, kept, path)
    # The project inside the file has a map theme a year, of the name of its layer.
    if project.fileName() == project_uri(path) and project.thread() == QThread.currentThread():
        rename_themes(project, {name: _name_of(project, known) for known, name in before.items()})


def _present_anew(layers: Iterable[QgsVectorLayer], path: str) -> None:
    """Give open layers the names, words and legends of what is now in the file; colours stay as the user has them."""
    year, own, units = year_measures_units(path)
    for layer in layers:
        table = table_of(layer)
        if table in _TABLES:
            present(layer, table, texts(), year, own, _types_of(layer), units)
        column = styles.types_shown(layer)
        if table in _OF_AREAS and column in layer.fields().names():
            styles.recount(layer, texts(), count_areas(layer, column))
        if table == schema.AREAS.name and _year_of(layer) is None and year is not None:
            layer.setName(_YEAR_AT_END.sub(str(year), layer.name()))


def _mark(project: QgsProject, layers: Iterable[QgsVectorLayer], path: str) -> None:
    """Show or hide the areas whose borders changed, as the years that are shown and the areas now are."""
    marks = next((one for one in layers if table_of(one) == schema.CHANGED_BORDERS), None)
    if marks is not None:
        marks.setCustomProperty(VERSION_PROPERTY, version_of_areas(path))
        if project.thread() == QThread.currentThread():
            of_types = {_year_of(one): one for one in layers if table_of(one) in _OF_AREAS}
            show_marks(project.layerTreeRoot(), of_types, marks)


def _take_out(project: QgsProject, gone: Iterable[QgsVectorLayer], kept: Iterable[QgsVectorLayer]) -> None:
    """Take layers out of the project; where one was shown, the study's own year is."""
    root = project.layerTreeRoot()
    was_shown = any(node is not None and node.isVisible() for node in (root.findLayer(layer.id()) for layer in gone))
    project.removeMapLayers([layer.id() for layer in gone])
    own = next((one for one in kept if table_of(one) == schema.AREAS.name and _year_of(one) is None), None)
    if was_shown and own is not None:
        show_year(root, {None: own}, None)


def rename_themes(project: QgsProject, names: Mapping[str, str]) -> None:
    """Give the map themes named like layers the names that these now have, and take away those of layers gone."""
    themes = project.mapThemeCollection()
    for before in [name for name, now in names.items() if not now and themes.hasMapTheme(name)]:
        themes.removeMapTheme(before)
    for before, now in names.items():
        if now and now != before and themes.hasMapTheme(before):
            themes.renameMapTheme(before, now)
            if project.title() == before:
                project.setTitle(now)


def _name_of(project: QgsProject, layer: str) -> str:
    """Return what the layer of an id is called, nothing where it is gone."""
    found = project.mapLayer(layer)
    return "" if found is None else str(found.name())


def _year_of(layer: QgsVectorLayer) -> int | None:
    """Return the year whose types a layer was made to show, None for the study's own."""
    year = layer.customProperty(YEAR_PROPERTY)
    return None if year is None else int(year)


def _has_types(layer: QgsVectorLayer, held: Collection[str]) -> bool:
    """Return whether a layer's types are among the tables that the file holds now; a layer keeps columns of old."""
    return table_of(layer) in held and _types_of(layer) in layer.fields().names()


def _types_of(layer: QgsVectorLayer) -> str:
    year = _year_of(layer)
    return styles.TYPES if year is None else schema.column_of(year)


def _of_file(layers: Iterable[QgsMapLayer], path: str) -> Iterator[QgsVectorLayer]:
    # Not Path.resolve, which raises on links in a circle.
    target = os.path.realpath(path)
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
            if parts.get("path") and os.path.realpath(parts["path"]) == target:
                yield layer
