"""The coordinate reference system of the user's map, once a study is shown in it: SWEREF 99 TM is offered, once."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMessageBar

from ..i18n import Texts
from ..layers.project import CRS, PROJECT_SCOPE
from ..layers.study_in_project import study_layers
from . import tell
from .map_link import MapLink

_OFFERED = "sweref_offered"


def offer(bar: QgsMessageBar, project: QgsProject, study: str, texts: Texts, on_map: MapLink) -> None:
    """Offer SWEREF 99 TM where a project of another system shows the study at ``study`` beside layers of its own.

    Asked once in a project; who does not answer keeps the system that the map has.
    """
    of_study = {layer.id() for layer in study_layers(project, study)}
    if project.crs() == QgsCoordinateReferenceSystem(CRS) or not set(project.mapLayers()) - of_study:
        return
    if project.readBoolEntry(PROJECT_SCOPE, _OFFERED, False)[0]:
        return
    project.writeEntryBool(PROJECT_SCOPE, _OFFERED, True)
    tr = texts.tr
    said = (
        tr("The map is drawn in {crs}. In SWEREF 99 TM Sweden has its right shape.").format(
            crs=project.crs().userFriendlyIdentifier()
        )
        if project.crs().isValid()
        else tr("The project has no coordinate reference system: layers may not lie together.")
    )
    tell.offer(
        bar,
        said,
        tr("Draw the map in SWEREF 99 TM"),
        tr("Your layers stay as they are."),
        partial(_switch, project, study, on_map),
    )


def _switch(project: QgsProject, study: str, on_map: MapLink) -> None:
    # Meanwhile another project may be open.
    if next(study_layers(project, study), None) is not None:
        project.setCrs(QgsCoordinateReferenceSystem(CRS))
        on_map.zoom()
