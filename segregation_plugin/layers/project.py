"""The QGIS project of a study: its layers in order and styled, inside the study GeoPackage or in the user's project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayerTreeGroup,
    QgsLayerTreeModel,
    QgsMapLayer,
    QgsMapThemeCollection,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QUrl, QUrlQuery
from qgis.PyQt.QtGui import QColor

from ..domain import palettes
from ..domain.messages import OutputError
from ..study.schema import CHANGED_BORDERS
from .fonts import load_fonts
from .nameless import take_names_out
from .saved_styles import save_styles
from .study_layers import YEAR_PROPERTY, entries, index_year, load_layers, loading_layers
from .year_layers import drawn_by, is_marked

if TYPE_CHECKING:
    from ..i18n import Texts

CRS = "EPSG:3006"
# Custom property of the group in a user's project: the study file it shows.
STUDY_PROPERTY = "segregation/study"
# And of a group that a study has of its own, in whatever project.
PART_PROPERTY = "segregation/part"
# Under this name a project keeps what the dock is to show.
PROJECT_SCOPE = "segregation"

# What the study shows of the world around its areas, and hides where the user's project has a map of its own.
_AROUND = {"land_context", "sea"}
_LEGEND_OPEN = ("areas", "schools")


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
    # Before styles are saved: after that QGIS reads no more of the file.
    _add_themes(project, layers, texts)
    _set_up(project, layers["areas"])
    project.writeEntryBool("Paths", "/Absolute", False)
    # Where the plugin is there, its dock finds the study that the project shows.
    project.setFileName(project_uri(path))
    project.writeEntry(PROJECT_SCOPE, "study", project.writePath(path))
    project.viewSettings().setDefaultViewExtent(project.viewSettings().presetFullExtent())
    # The layers of other years show the same table.
    save_styles(path, [(key, layer) for key, layer in layers.items() if layer.customProperty(YEAR_PROPERTY) is None])
    if not project.write(project_uri(path)):
        raise OutputError("The QGIS project cannot be written to {path}: {reason}", path=path, reason=project.error())
    take_names_out(path)


def _add_themes(project: QgsProject, layers: Mapping[str, QgsVectorLayer], texts: Texts) -> None:
    """Give a project whose study has several years a map theme for each: so they are chosen without the plugin."""
    of_years = _by_year(layers)
    if len(of_years) == 1:
        return
    root = project.layerTreeRoot()
    model = QgsLayerTreeModel(root)
    own = index_year(layers["areas"])
    # The study's own year comes last: it is the one that is shown.
    for year in [*(one for one in of_years if one not in (None, own)), None]:
        show_year(root, of_years, year, layers.get(CHANGED_BORDERS))
        name = f"{texts.tr('Area types')} {own if year is None else year}"
        project.mapThemeCollection().insert(name, QgsMapThemeCollection.createThemeFromCurrentState(root, model))


def _by_year(layers: Mapping[str, QgsVectorLayer]) -> dict[int | None, QgsVectorLayer]:
    """Return the layers that show types by their year; None is ``areas``."""
    found: dict[int | None, QgsVectorLayer] = {
        int(year): layer for layer in layers.values() if (year := layer.customProperty(YEAR_PROPERTY)) is not None
    }
    return {**found, None: layers["areas"]}


def show_year(
    root: QgsLayerTreeGroup,
    layers: Mapping[int | None, QgsVectorLayer],
    year: int | None,
    marks: QgsVectorLayer | None = None,
) -> None:
    """Show the types of one year of a study, and of no other of its years; a year without a layer changes nothing.

    ``layers``: those of the study in the tree ``root`` that show types, by their year; None is ``areas``, of the
    study's own. ``marks``: the areas whose borders changed, shown where the year lies on areas of another RegSO
    version. All else in the tree stays as it is, but for the study's own groups around the layer that is shown.
    """
    drawn = drawn_by(layers, year)
    if drawn not in layers:
        return
    for of_layer, layer in layers.items():
        node = root.findLayer(layer.id())
        if node is None:
            continue
        node.setItemVisibilityChecked(of_layer == drawn)
        group = node.parent() if of_layer == drawn else None
        while isinstance(group, QgsLayerTreeGroup) and _is_of_study(group):
            group.setItemVisibilityChecked(True)
            group = group.parent()
    show_marks(root, layers, marks)


def show_marks(
    root: QgsLayerTreeGroup, layers: Mapping[int | None, QgsVectorLayer], marks: QgsVectorLayer | None
) -> None:
    """Show the areas whose borders changed where the types that are ticked lie on other borders; else hide them."""
    node = None if marks is None else root.findLayer(marks.id())
    if marks is not None and node is not None:
        nodes = ((layer, root.findLayer(layer.id())) for layer in layers.values())
        ticked = [layer for layer, of_types in nodes if of_types is not None and of_types.itemVisibilityChecked()]
        node.setItemVisibilityChecked(any(is_marked(layer, marks) for layer in ticked))


def _is_of_study(group: QgsLayerTreeGroup) -> bool:
    return any(group.customProperty(name) for name in (STUDY_PROPERTY, PART_PROPERTY))


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

    A group that shows the same study is replaced where it stands, another comes on top. Needs the main thread.
    Raises InputError when the file is no study.
    """
    layers: dict[str, QgsMapLayer] = {}
    for _ in adding_study(path, project, texts, palette, layers):
        pass
    return layers


def adding_study(
    path: str, project: QgsProject, texts: Texts, palette: str, added: dict[str, QgsMapLayer]
) -> Iterator[None]:
    """Do what ``add_study_to_project`` does in small steps; ``added`` gets the layers at the end.

    The project is changed in the last step alone: who stops before leaves it as it was.
    """
    load_fonts()
    layers: dict[str, QgsVectorLayer] = {}
    for loaded in loading_layers(path, texts, palette):
        if loaded is not None:
            layers[loaded[0]] = loaded[1]
        yield
    if not project.mapLayers():
        _set_up(project, layers["areas"])
    parent, position = _remove_study(path, project)
    group = parent.insertGroup(position, Path(path).stem)
    for other in project.layerTreeRoot().findGroups(True):
        if other.customProperty(STUDY_PROPERTY):
            # Two studies over each other would show every name and school twice.
            other.setItemVisibilityChecked(False)
    group.setCustomProperty(STUDY_PROPERTY, str(Path(path)))
    hidden = _AROUND & layers.keys() if _has_background(project, layers["areas"]) else ()
    project.addMapLayers(list(layers.values()), False)
    _arrange(group, layers, texts)
    for table in hidden:
        group.findLayer(layers[table]).setItemVisibilityChecked(False)
    root = project.layerTreeRoot()
    if root.hasCustomLayerOrder():
        # QGIS puts what is new below all that the user has put in order.
        ours = set(layers.values())
        root.setCustomLayerOrder(
            [
                *(node.layer() for node in group.findLayers()),
                *(one for one in root.customLayerOrder() if one not in ours),
            ]
        )
    added.update(layers)


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


def _arrange(root: QgsLayerTreeGroup, layers: Mapping[str, QgsVectorLayer], texts: Texts) -> None:
    """Put the layers into ``root`` in drawing order, those of one group together."""
    groups: dict[str, QgsLayerTreeGroup] = {}
    of_years = _by_year(layers)
    others = {year: "areas" for year in of_years if year is not None}
    for entry in entries(texts, index_year(layers["areas"]), others=others):
        if entry.key not in layers:
            continue
        parent = root
        if entry.group:
            if entry.group not in groups:
                groups[entry.group] = root.addGroup(entry.group)
                groups[entry.group].setExpanded(False)
                groups[entry.group].setCustomProperty(PART_PROPERTY, True)
            parent = groups[entry.group]
        node = parent.addLayer(layers[entry.key])
        node.setExpanded(entry.key in _LEGEND_OPEN)
    show_year(root, of_years, None, layers.get(CHANGED_BORDERS))
    drawn = root.findLayer(of_years[drawn_by(of_years, None)].id())
    for of_types in map(root.findLayer, (layer.id() for layer in of_years.values())):
        of_types.setExpanded(of_types is drawn)


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


def _remove_study(path: str, project: QgsProject) -> tuple[QgsLayerTreeGroup, int]:
    """Take the group that shows the study at ``path`` out of ``project``; return where it stood, else the top."""
    for group in project.layerTreeRoot().findGroups(True):
        parent = group.parent()
        if group.customProperty(STUDY_PROPERTY) == str(Path(path)) and isinstance(parent, QgsLayerTreeGroup):
            position = parent.children().index(group)
            project.removeMapLayers(group.findLayerIds())
            parent.removeChildNode(group)
            return parent, position
    return project.layerTreeRoot(), 0
