"""What the algorithms share: translated texts, missing libraries, errors told in the user's language."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from .. import dependencies
from ..domain.messages import Cancelled, InputError, Message, OutputError, SegregationError
from ..i18n import render, tr

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from ..study import Progress

OUTPUT = "OUTPUT"
COUNTY, MUNICIPALITY = "COUNTY", "MUNICIPALITY"

Parameters = dict[str, Any]


class SegregationAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of this plugin. A subclass sets ``NAME`` and overrides ``title``, ``help`` and ``work``.

    Heavy libraries are imported in ``work`` alone, so that the provider loads without them.
    """

    NAME = ""

    def name(self) -> str:
        """Return the id that scripts and models use."""
        return self.NAME

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.title()

    def shortHelpString(self) -> str:
        """Return the help beside the dialog."""
        return self.help()

    def createInstance(self) -> SegregationAlgorithm:
        """Return a new algorithm of this kind."""
        return type(self)()

    def canExecute(self) -> tuple[bool, str]:
        """Return whether the libraries are there, and what to do where they are not."""
        libraries = dependencies.missing()
        return not libraries, render(dependencies.advice(libraries)) if libraries else ""

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Run ``work``; what goes wrong is told in the user's language."""
        # The toolbox asks this before it runs an algorithm, qgis_process does not.
        executable, reason = self.canExecute()
        if not executable:
            raise QgsProcessingException(reason)
        try:
            return self.work(parameters, context, feedback)
        except SegregationError as error:
            told = render(error)
        # Not where it is caught: QGIS never lets go of an exception, nor of all that its traceback holds.
        raise QgsProcessingException(told)

    @abstractmethod
    def title(self) -> str:
        """Return the translated name."""

    @abstractmethod
    def help(self) -> str:
        """Return the translated help."""

    @abstractmethod
    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Do the work and return the outputs; raises SegregationError."""

    def files(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> list[str]:
        """Return the paths of a parameter made by ``files_parameter``."""
        return [path for path in self.parameterAsFileList(parameters, name, context) if path]

    def source(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        """Return the layer of a parameter. Raises InputError where it cannot be opened."""
        return self.opened(self.parameterAsSource(parameters, name, context), name)

    def opened(self, source_or_sink: Any, name: str) -> Any:
        """Return the layer of a parameter; raise InputError where QGIS could not open it and gives None."""
        if source_or_sink is None:
            label = self.parameterDefinition(name).description()
            raise InputError("The layer or file for '{parameter}' cannot be opened.", parameter=label)
        return source_or_sink

    def add_place_parameters(self) -> None:
        """Declare the parameters COUNTY and MUNICIPALITY, codes that narrow what is shown."""
        self.addParameter(QgsProcessingParameterString(COUNTY, tr("County code (like 01)"), optional=True))
        self.addParameter(
            QgsProcessingParameterString(MUNICIPALITY, tr("Municipality code (like 0180)"), optional=True)
        )

    def place(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[str | None, str | None]:
        """Return the codes of the county and the municipality asked for, None for any."""
        return self.text(parameters, COUNTY, context), self.text(parameters, MUNICIPALITY, context)

    def text(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> str | None:
        """Return a text parameter without blanks, None where it is empty."""
        return self.parameterAsString(parameters, name, context).strip() or None


def files_parameter(name: str, description: str, optional: bool = False) -> QgsProcessingParameterMultipleLayers:
    """Return a parameter for files of any kind (a feature source would misread SCB's and Skolverket's)."""
    return QgsProcessingParameterMultipleLayers(name, description, QgsProcessing.SourceType.TypeFile, optional=optional)


def progress_to(feedback: QgsProcessingFeedback) -> Progress:
    """Return a progress function for ``study.run`` that shows on ``feedback`` and stops where the user cancels."""

    def show(percent: float, what: Message) -> None:
        feedback.setProgress(percent)
        feedback.pushInfo(render(what))
        if feedback.isCanceled():
            raise Cancelled

    return show


def write_table(
    algorithm: SegregationAlgorithm,
    parameters: Parameters,
    context: QgsProcessingContext,
    table: pd.DataFrame,
    points_or_polygons: NDArray[np.object_] | None = None,
    wkb_type: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry,
) -> Parameters:
    """Write a table to the sink ``OUTPUT``, with geometries in EPSG:3006 where there are any."""
    from ..layers.qgis_rows import features_of, fields_of
    from ..layers.source_tables import SWEREF

    fields = fields_of(table)
    crs = QgsCoordinateReferenceSystem(SWEREF) if points_or_polygons is not None else QgsCoordinateReferenceSystem()
    sink, destination = algorithm.parameterAsSink(parameters, OUTPUT, context, fields, wkb_type, crs)
    algorithm.opened(sink, OUTPUT)
    for feature in features_of(table, fields, points_or_polygons):
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise OutputError("A row cannot be written to the output: {reason}", reason=sink.lastError())
    return {OUTPUT: destination}
