"""What the algorithms share: translated texts, missing libraries, errors told in the user's language."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .. import dependencies
from ..domain.messages import Cancelled, InputError, Message, OutputError, SegregationError
from ..domain.output_paths import require_local
from ..i18n import render, tr
from .input_layers import Parameters, files_in, files_of_layer, from_copies, stand_ins

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from ..readers.own_tables import OwnTables
    from ..study import Progress

OUTPUT = "OUTPUT"
COLUMNS = "COLUMNS"
COUNTY, MUNICIPALITY = "COUNTY", "MUNICIPALITY"
LEAVE_OUT_OFFICES = "LEAVE_OUT_OFFICES"
SEED = "SEED"


class SegregationAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of this plugin. A subclass sets ``NAME`` and overrides ``title``, ``help`` and ``work``.

    Heavy libraries are imported in ``work`` alone, so that the provider loads without them.
    """

    NAME = ""
    # Outputs that may be a file that is read: it is read first, and replaced as a whole or not at all.
    REPLACED_WHOLE: tuple[str, ...] = ()

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

    def checkParameterValues(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[bool, str]:
        """Return whether the parameters can be used, and why not; no file changes for it."""
        checked, stand_in = stand_ins(self, parameters, context)
        found = super().checkParameterValues(checked, context)
        del stand_in  # it had to live until now
        return found

    def processAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Run ``work``; what goes wrong is told in the user's language."""
        # The toolbox asks this before it runs an algorithm, qgis_process does not.
        executable, reason = self.canExecute()
        if not executable:
            raise QgsProcessingException(reason)
        try:
            self._require_local_files(parameters, context)
            self._require_new_files(parameters, context)
            with ExitStack() as copies:
                return self.work(from_copies(self, parameters, context, copies), context, feedback)
        except SegregationError as error:
            told = render(error)
        # Not where it is caught: QGIS never lets go of an exception, nor of all that its traceback holds.
        raise QgsProcessingException(told)

    def _require_local_files(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Raise OutputError where an output would not become a file: before anything is read or written."""
        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFileDestination):
                path = self.parameterAsFileOutput(parameters, definition.name(), context)
                if path:
                    require_local(path)
            elif isinstance(definition, QgsProcessingParameterFeatureSink):
                path = _file_of_sink(self._sink_of(definition.name(), parameters, context))
                require_local(path)
                if "|" in path:
                    raise OutputError(
                        "{file} is a layer in a file. Choose the name of a file for '{parameter}'.",
                        file=path,
                        parameter=definition.description(),
                    )
                if path and Path(path).is_dir():
                    raise OutputError(
                        "{folder} is a folder. Choose the name of a file for '{parameter}'.",
                        folder=path,
                        parameter=definition.description(),
                    )

    def files_of_sink(self, name: str, parameters: Parameters, context: QgsProcessingContext) -> list[str]:
        """Return the path of the file that a layer is to be written to, if it is to be one."""
        return files_in("ogr", self._sink_of(name, parameters, context))

    def _sink_of(self, name: str, parameters: Parameters, context: QgsProcessingContext) -> str:
        """Return where a layer is to be written, as QGIS writes it; empty where it is left out."""
        # Asking names the layer among those to be loaded: not in the run's own context.
        asked = QgsProcessingContext()
        asked.setExpressionContext(context.expressionContext())
        return str(self.parameterAsOutputLayer(parameters, name, asked))

    def _require_new_files(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Raise InputError where a file to be written is also read, or written twice."""
        taken = set()
        for definition in self.parameterDefinitions():
            if not definition.isDestination():
                taken |= {os.path.realpath(path) for path in self._files_of(definition, parameters, context)}
        for definition in self.parameterDefinitions():
            if definition.isDestination():
                for path in self._files_of(definition, parameters, context):
                    if os.path.realpath(path) in taken and definition.name() not in self.REPLACED_WHOLE:
                        raise InputError(
                            "{file} would be overwritten, although it is also an input or another output. Choose "
                            "another name for '{parameter}'.",
                            file=path,
                            parameter=definition.description(),
                        )
                    taken.add(os.path.realpath(path))

    def _files_of(
        self, definition: QgsProcessingParameterDefinition, parameters: Parameters, context: QgsProcessingContext
    ) -> list[str]:
        """Return the paths of the files that a parameter stands for, as far as it stands for any."""
        name = definition.name()
        if isinstance(definition, QgsProcessingParameterMultipleLayers):
            return self.files(parameters, name, context)
        if isinstance(definition, QgsProcessingParameterFile):
            return [path for path in [self.parameterAsFile(parameters, name, context)] if path]
        if isinstance(definition, QgsProcessingParameterFileDestination):
            return [path for path in [self.parameterAsFileOutput(parameters, name, context)] if path]
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            return files_of_layer(parameters.get(name), context)
        if isinstance(definition, QgsProcessingParameterFeatureSink):
            return self.files_of_sink(name, parameters, context)
        return []

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

    def add_columns_parameter(self) -> None:
        """Declare the parameter COLUMNS: how tables are read that no reader knows."""
        parameter = QgsProcessingParameterString(
            COLUMNS, tr("Columns of other tables (JSON, as the dock makes it)"), multiLine=True, optional=True
        )
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def own_tables(self, parameters: Parameters, context: QgsProcessingContext) -> OwnTables:
        """Return how tables are read whose columns the user has named."""
        from ..domain.descriptions import load
        from ..layers.named_columns import own_tables

        return own_tables(load(self.text(parameters, COLUMNS, context) or ""), context.transformContext())

    def place(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[str | None, str | None]:
        """Return the codes of the county and the municipality asked for, None for any."""
        return self.text(parameters, COUNTY, context), self.text(parameters, MUNICIPALITY, context)

    def text(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> str | None:
        """Return a text parameter without blanks, None where it is empty."""
        return self.parameterAsString(parameters, name, context).strip() or None


def _file_of_sink(output: str) -> str:
    """Return the file that QGIS writes a layer to; empty for a layer in memory or a table in a database."""
    provider, named, rest = output.partition(":")
    if not named or rest.startswith("/") or provider not in (*QgsProviderRegistry.instance().providerList(), "postgis"):
        return output
    return QgsDataSourceUri(rest).database() if provider == "ogr" else ""


def _sink_at(path: str, given: object) -> object:
    """Return a sink at another path, with what else was chosen for it."""
    if not isinstance(given, QgsProcessingOutputLayerDefinition):
        return path
    moved = QgsProcessingOutputLayerDefinition(given)
    moved.sink = QgsProperty.fromValue(path)
    return moved


def files_parameter(name: str, description: str, optional: bool = False) -> QgsProcessingParameterMultipleLayers:
    """Return a parameter for files of any kind (a feature source would misread SCB's and Skolverket's)."""
    return QgsProcessingParameterMultipleLayers(name, description, QgsProcessing.SourceType.TypeFile, optional=optional)


def offices_parameter() -> QgsProcessingParameterBoolean:
    """Return the parameter LEAVE_OUT_OFFICES: off, since who leaves schools out of figures must have decided it."""
    return QgsProcessingParameterBoolean(
        LEAVE_OUT_OFFICES, tr("Leave schools that may stand at their operator's address out of figures by area"), False
    )


def seed_parameter() -> QgsProcessingParameterNumber:
    """Return the parameter SEED: the same seed gives the same random draws."""
    parameter = QgsProcessingParameterNumber(
        SEED, tr("Seed of the random draws"), defaultValue=1, minValue=0, maxValue=2**31 - 1
    )
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def is_given(parameters: Parameters, name: str) -> bool:
    """Whether the user has chosen anything for a parameter that may be left out, such as a further output."""
    return parameters.get(name) not in (None, "", [])


def warn(feedback: QgsProcessingFeedback, told: Iterable[Message]) -> None:
    """Say aloud in the log what the user must know of the result."""
    for one in told:
        feedback.pushWarning(render(one))


def progress_to(feedback: QgsProcessingFeedback) -> Progress:
    """Return a progress function for ``study.run`` that shows on ``feedback`` and stops where the user cancels."""
    said = ""

    def show(percent: float, what: Message) -> None:
        nonlocal said
        feedback.setProgress(percent)
        if render(what) != said:
            said = render(what)
            feedback.pushInfo(said)
        if feedback.isCanceled():
            raise Cancelled

    return show


def share_to(feedback: QgsProcessingFeedback) -> Callable[[float], None]:
    """Return a progress function for a share, 0 to 1, that shows on ``feedback`` and stops where the user cancels."""

    def show(share: float) -> None:
        feedback.setProgress(100 * share)
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
    output: str = OUTPUT,
) -> Parameters:
    """Write a table to the sink ``output``, with geometries in EPSG:3006 where there are any."""
    from ..layers.qgis_rows import features_of, fields_of
    from ..layers.source_tables import SWEREF

    fields = fields_of(table)
    crs = QgsCoordinateReferenceSystem(SWEREF) if points_or_polygons is not None else QgsCoordinateReferenceSystem()
    features = features_of(table, fields, points_or_polygons)
    return write_features(algorithm, parameters, context, output, fields, features, wkb_type, crs)


def write_features(
    algorithm: SegregationAlgorithm,
    parameters: Parameters,
    context: QgsProcessingContext,
    output: str,
    fields: QgsFields,
    features: Iterable[QgsFeature],
    wkb_type: QgsWkbTypes.Type,
    crs: QgsCoordinateReferenceSystem,
) -> Parameters:
    """Write features with ``fields`` to the sink ``output``; a file that it replaces keeps its mode and owner."""
    from ..layers.build_folder import keep, real

    before = {}
    for replaced in map(Path, algorithm.files_of_sink(output, parameters, context)):
        written = real(replaced)
        if written != replaced:  # QGIS would put a file in the link's place
            parameters = {**parameters, output: _sink_at(str(written), parameters[output])}
        if written.exists():
            before[written] = written.stat()
    sink, destination = algorithm.parameterAsSink(parameters, output, context, fields, wkb_type, crs)
    algorithm.opened(sink, output)
    for replaced, was in before.items():
        if replaced.exists():
            keep(was, replaced)
    count = 0
    for feature in features:
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise OutputError("A row cannot be written to the output: {reason}", reason=sink.lastError())
        count += 1
    del sink  # closes a file, which some formats make only now
    for replaced, was in before.items():
        keep(was, replaced)
    for path in files_in("ogr", destination):
        # What runs out of space while it is closed tells nobody.
        layer = QgsVectorLayer(destination, "", "ogr")
        if not layer.isValid() or layer.featureCount() != count:
            raise OutputError(
                "The file {file} cannot be written whole. Check that the disk is not full, and run again.", file=path
            )
    return {output: destination}
