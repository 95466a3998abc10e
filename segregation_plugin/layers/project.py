"""The QGIS project of a study: its layers in order and styled, inside the study GeoPackage or in the user's project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QUrl, QUrlQuery
from qgis.PyQt.QtGui import QColor

from ..compat import is_null, save_style
from ..domain.measures import Measure
from ..domain.messages import InputError, OutputError
from ..domain.place_words import heading
from ..study import schema
from . import palettes, styles
from .fonts import load_fonts
from .nameless import take_names_out
from .presentation import present

if TYPE_CHECKING:
    from ..i18n import Texts

CRS = "EPSG:3006"
# Custom property of the group in a user's project: the study file it shows.
STUDY_PROPERTY = "segregation/study"
# Under this name a project keeps what the dock is to show.
PROJECT_SCOPE = "segregation"

# What the study shows of the world around its areas, and hides where the user's project has a map of its own.
_AROUND = {"land_context", "sea"}
_LEGEND_OPEN = ("areas", "schools")


@dataclass(frozen=True)
class _Entry:
    """A table of the study in the layer tree; ``group`` is empty at the top level."""

    table: str
    title: str
    group: str = ""


def _entries(texts: Texts, year: int | None, units: str = "") -> list[_Entry]:
    """Return every table of a study in drawing order, topmost first; ``units``: what its places are called."""
    names = texts.tr("Names")
    borders = texts.tr("Borders")
    water = texts.tr("Water")
    tables = texts.tr("Tables")
    areas = texts.tr("Area types") if year is None else f"{texts.tr('Area types')} {year}"
    return [
        _Entry("schools", texts.render(heading(units))),
        _Entry("county_labels", texts.tr("County names"), names),
        _Entry("municipality_labels", texts.tr("Municipality names"), names),
        _Entry("county_borders", texts.tr("County borders"), borders),
        _Entry("municipality_borders", texts.tr("Municipality borders"), borders),
        _Entry("water", texts.tr("Water, detailed"), water),
        _Entry("water_overview", texts.tr("Water, country scale"), water),
        _Entry("areas", areas),
        _Entry("land_context", texts.tr("Neighbouring countries")),
        _Entry("sea", texts.tr("Sea around")),
        *(
            _Entry(table.name, texts.render(table.label), tables)
            for table in schema.TABLES
            if not table.geometry and table is not schema.MESSAGES
        ),
    ]


def write_project(
    path: str,
    texts: Texts,
    title: str,
    palette: str = palettes.SEQUENTIAL,
    counts: Mapping[int | None, int] | None = None,
) -> None:
    """Store a finished QGIS project inside the study GeoPackage at ``path``, and every style as its layer's default.

    The file must lie under its final name (in any folder), since the project is named like it and refers to it by a
    relative path; and hold no styles yet, since QGIS would ask in a dialog whether to replace them. ``counts`` are the
    numbers of areas by type for the legend (None: without a value); they are counted when left out. Works in any
    thread; touches no other project. Raises OutputError when the file cannot be written.
    """
    project = QgsProject()
    layers = load_layers(path, texts, palette, counts)
    for layer in layers.values():
        project.addMapLayer(layer, False)
    _arrange(project.layerTreeRoot(), layers, texts)
    project.setTitle(title)
    _set_up(project, layers["areas"])
    project.writeEntryBool("Paths", "/Absolute", False)
    # Where the plugin is there, its dock finds the study that the project shows.
    project.setFileName(project_uri(path))
    project.writeEntry(PROJECT_SCOPE, "study", project.writePath(path))
    project.viewSettings().setDefaultViewExtent(project.viewSettings().presetFullExtent())
    for layer in layers.values():
        if layer.isSpatial():
            error = save_style(layer)
            if error:
                raise OutputError(
                    "The style of {layer} cannot be written to {path}: {reason}",
                    layer=layer.name(),
                    path=path,
                    reason=error,
                )
    if not project.write(project_uri(path)):
        raise OutputError("The QGIS project cannot be written to {path}: {reason}", path=path, reason=project.error())
    take_names_out(path)


def _set_up(project: QgsProject, areas: QgsVectorLayer) -> None:
    """Make an empty project one for a study: its reference system, the sea behind all, and what a full view shows."""
    crs = QgsCoordinateReferenceSystem(CRS)
    project.setCrs(crs)
    project.setBackgroundColor(QColor(palettes.WATER_FILL))
    # All layers together reach from Iceland to the Urals.
    project.viewSettings().setPresetFullExtent(QgsReferencedRectangle(view_extent(areas.extent()), crs))


def add_study_to_project(
    path: str, project: QgsProject, texts: Texts, palette: str = palettes.SEQUENTIAL
) -> dict[str, QgsMapLayer]:
    """Show the study at ``path`` in ``project``, styled and in order in a group of its own; return layers by table.

    A group that shows the same study is replaced where it stands. Needs the main thread. Raises InputError when the
    file is no study.
    """
    load_fonts()
    layers = load_layers(path, texts, palette)
    if not project.mapLayers():
        _set_up(project, layers["areas"])
    group = project.layerTreeRoot().insertGroup(_remove_study(path, project), Path(path).stem)
    for other in project.layerTreeRoot().findGroups():
        if other.customProperty(STUDY_PROPERTY):
            # Two studies over each other would show every name and school twice.
            other.setItemVisibilityChecked(False)
    group.setCustomProperty(STUDY_PROPERTY, str(Path(path)))
    hidden = _AROUND & layers.keys() if _has_background(project, layers["areas"]) else ()
    for layer in layers.values():
        project.addMapLayer(layer, False)
    _arrange(group, layers, texts)
    for table in hidden:
        group.findLayer(layers[table]).setItemVisibilityChecked(False)
    return dict(layers)


def load_layers(
    path: str, texts: Texts, palette: str, counts: Mapping[int | None, int] | None = None
) -> dict[str, QgsVectorLayer]:
    """Return the layers of the study at ``path`` by table, styled, in drawing order from the top.

    ``counts`` as in ``write_project``. Raises InputError when the file is no study.
    """
    tables = {part.name() for part in QgsProviderRegistry.instance().querySublayers(path)}
    if "areas" not in tables:
        raise InputError("{path} is no study: it has no layer 'areas'. Choose a GeoPackage made by Study.", path=path)
    areas = QgsVectorLayer(f"{path}|layername=areas")
    if counts is None:
        counts = count_areas(areas)
    year = index_year(areas)
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    layers = {}
    units = _units(QgsVectorLayer(f"{path}|layername=provenance"))
    own = _own_measures(QgsVectorLayer(f"{path}|layername=measures")) if "measures" in tables else []
    for entry in _entries(texts, year, units):
        if entry.table in tables:
            layer = QgsVectorLayer(f"{path}|layername={entry.table}", entry.title, "ogr", options)
            styles.style(layer, entry.table, texts, palette, counts, units)
            present(layer, entry.table, texts, own)
            layers[entry.table] = layer
    return layers


def count_areas(areas: QgsVectorLayer) -> dict[int | None, int]:
    """Return the number of areas of each type present; None stands for those without a value.

    An area of several features counts once.
    """
    types = {code: None if is_null(kind) else int(kind) for code, kind in _attributes(areas, "regsokod", "omradestyp")}
    return dict(Counter(types.values()))


def index_year(areas: QgsVectorLayer) -> int | None:
    """Return the year of the index in the study, None when no area has one."""
    years = {int(value) for (value,) in _attributes(areas, "index_ar") if not is_null(value)}
    return max(years, default=None)


def _units(provenance: QgsVectorLayer) -> str:
    """Return what the places of a study are called if they are no schools."""
    return next(
        (str(value) for key, value in _attributes(provenance, "key", "value") if key == "enheter" and value), ""
    )


def _own_measures(measures: QgsVectorLayer) -> list[Measure]:
    """Return the user's own measures, as far as people read them."""
    known = _attributes(measures, "kolumn", "namn", "enhet")
    return [Measure(column, unit, {"sv": name, "en": name}) for column, name, unit in known]


def view_extent(extent: QgsRectangle) -> QgsRectangle:
    """Return what a map of ``extent`` (metres, EPSG:3006) shows: that and a little more."""
    return extent.buffered(0.03 * max(extent.width(), extent.height()))


def project_uri(path: str) -> str:
    """Return the address of the project inside the GeoPackage at ``path``: the project is named like the file."""
    query = QUrlQuery()
    query.addQueryItem("projectName", Path(path).stem)
    url = QUrl()
    url.setScheme("geopackage")
    file = Path(path).as_posix()
    # A path in a URL cannot begin with two slashes: a network share is written as Windows writes it.
    url.setPath(file.replace("/", "\\") if file.startswith("//") else file)
    url.setQuery(query)
    return bytes(url.toEncoded()).decode("ascii")


def _attributes(layer: QgsVectorLayer, *names: str) -> Iterator[list[Any]]:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(names), layer.fields())
    for feature in layer.getFeatures(request):
        yield [feature[name] for name in names]


def _arrange(root: QgsLayerTreeGroup, layers: Mapping[str, QgsVectorLayer], texts: Texts) -> None:
    """Put the layers into ``root`` in drawing order, those of one group together."""
    groups: dict[str, QgsLayerTreeGroup] = {}
    for entry in _entries(texts, None):
        if entry.table not in layers:
            continue
        parent = root
        if entry.group:
            if entry.group not in groups:
                groups[entry.group] = root.addGroup(entry.group)
                groups[entry.group].setExpanded(False)
            parent = groups[entry.group]
        parent.addLayer(layers[entry.table]).setExpanded(entry.table in _LEGEND_OPEN)


def _has_background(project: QgsProject, areas: QgsVectorLayer) -> bool:
    """Return whether a map that the user sees lies behind all of ``areas``: a picture, tiles, or polygons."""
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if layer is None or not (node.isVisible() and layer.isSpatial()):
            continue
        if isinstance(layer, QgsVectorLayer) and layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
            continue
        transform = QgsCoordinateTransform(areas.crs(), layer.crs(), project)
        try:
            if layer.extent().contains(transform.transformBoundingBox(areas.extent())):
                return True
        except QgsCsException:
            continue  # it lies where Sweden has no coordinates
    return False


def _remove_study(path: str, project: QgsProject) -> int:
    """Take the group that shows the study at ``path`` out of ``project``; return where it stood, else 0."""
    root = project.layerTreeRoot()
    for position, node in enumerate(root.children()):
        if isinstance(node, QgsLayerTreeGroup) and node.customProperty(STUDY_PROPERTY) == str(Path(path)):
            project.removeMapLayers(node.findLayerIds())
            root.removeChildNode(node)
            return position
    return 0
