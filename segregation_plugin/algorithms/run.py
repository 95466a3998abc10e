"""One run of an algorithm: what was chosen, what it says and shows, and what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..compat import field_names
from ..domain.messages import Cancelled, InputError, Message
from ..i18n import render
from . import written_layers
from .input_layers import Parameters, require_found
from .parameters import COLUMNS, COUNTY, MUNICIPALITY, OUTPUT
from .unfinished import Unfinished

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from ..domain.measures import Measure
    from ..readers.document import Document
    from ..readers.own_tables import OwnTables
    from ..study.making import Progress
    from .written_layers import Block


class Run:
    """What an algorithm's ``_work`` is given. Every method takes the name of a parameter."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.algorithm, self.parameters, self.context, self.feedback = algorithm, parameters, context, feedback
        self.unfinished = Unfinished()
        self.transforms = context.transformContext()
        # Of the study that is read: outputs call them as the user does.
        self.own_measures: Sequence[Measure] = ()
        # Of what outputs are, in words, for the names of their layers; of others what is chosen says it.
        self.about: dict[str, str] = {}

    def given(self, name: str) -> bool:
        """Whether anything was chosen for a parameter that may be left out, such as a further output."""
        return self.parameters.get(name) not in (None, "", [])

    def label(self, name: str) -> str:
        """Return what a parameter is called in the dialog."""
        return str(self.algorithm.parameterDefinition(name).description())

    def text(self, name: str) -> str | None:
        """Return a text without surrounding blanks, None where it is empty."""
        return self.algorithm.parameterAsString(self.parameters, name, self.context).strip() or None

    def field(self, name: str) -> str:
        """Return the name of a field, as it is."""
        return str(self.algorithm.parameterAsString(self.parameters, name, self.context))

    def fields(self, name: str) -> list[str]:
        """Return the names of several fields."""
        return field_names(self.algorithm, self.parameters, name, self.context)

    def number(self, name: str) -> float:
        """Return a number."""
        return float(self.algorithm.parameterAsDouble(self.parameters, name, self.context))

    def whole(self, name: str) -> int:
        """Return a whole number."""
        return int(self.algorithm.parameterAsInt(self.parameters, name, self.context))

    def year(self, name: str) -> int | None:
        """Return a year, None where it is empty. Raises InputError for what is no whole number."""
        given = self.parameters.get(name)
        if given in (None, ""):
            return None
        year = self.number(name)
        if year != int(year) or (isinstance(given, str) and not _is_number(given.strip())):
            raise InputError("'{text}' is not a year. Give four digits, like 2023.", text=given)
        return int(year)

    def is_on(self, name: str) -> bool:
        """Return whether a box is ticked."""
        return bool(self.algorithm.parameterAsBool(self.parameters, name, self.context))

    def choice(self, name: str) -> int:
        """Return the place of the one choice among those there are."""
        return int(self.algorithm.parameterAsEnum(self.parameters, name, self.context))

    def choices(self, name: str) -> list[int]:
        """Return the places of several choices, none where nothing is chosen."""
        # QGIS takes nothing chosen for the first choice.
        return self.algorithm.parameterAsEnums(self.parameters, name, self.context) if self.given(name) else []

    def word(self, name: str) -> str:
        """Return the one choice, of a parameter whose choices are words."""
        return str(self.algorithm.parameterAsEnumString(self.parameters, name, self.context))

    def word_or_none(self, name: str) -> str | None:
        """Return the one choice of a parameter whose choices are words, None where nothing is chosen."""
        return self.word(name) if self.given(name) else None

    def words(self, name: str) -> list[str]:
        """Return several choices, of a parameter whose choices are words."""
        return list(self.algorithm.parameterAsEnumStrings(self.parameters, name, self.context))

    def matrix(self, name: str) -> list[Any]:
        """Return the cells of a table that is filled in in the dialog, row after row."""
        return list(self.algorithm.parameterAsMatrix(self.parameters, name, self.context))

    def files(self, name: str) -> list[str]:
        """Return the paths of a parameter made by ``files_parameter``."""
        return [path for path in self.algorithm.parameterAsFileList(self.parameters, name, self.context) if path]

    def documents(self, name: str) -> list[Document]:
        """Return the files of a parameter made by ``files_parameter``, read."""
        from ..layers.files import read_documents

        return read_documents(self.files(name))

    def file(self, name: str) -> str:
        """Return the path of a file to read."""
        return str(self.algorithm.parameterAsFile(self.parameters, name, self.context))

    def output(self, name: str = OUTPUT) -> str:
        """Return the path of a file to write, empty where it is left out."""
        return str(self.algorithm.parameterAsFileOutput(self.parameters, name, self.context))

    def output_layer(self, name: str) -> str:
        """Return where a layer is to be written, as QGIS writes it; empty where it is left out."""
        # Asking names the layer among those to be loaded: not in the run's own context.
        asked = QgsProcessingContext()
        asked.setExpressionContext(self.context.expressionContext())
        return str(self.algorithm.parameterAsOutputLayer(self.parameters, name, asked))

    def source(self, name: str) -> QgsProcessingFeatureSource:
        """Return a layer. Raises InputError where it cannot be opened."""
        return self.opened(self.source_or_none(name), name)

    def source_or_none(self, name: str) -> QgsProcessingFeatureSource | None:
        """Return a layer that may be left out, None where it is or cannot be opened."""
        return self.algorithm.parameterAsSource(self.parameters, name, self.context)

    def vector_layer(self, name: str) -> QgsVectorLayer:
        """Return a layer itself, of a parameter that takes no source. Raises InputError where it cannot be opened."""
        return self.opened(self.algorithm.parameterAsVectorLayer(self.parameters, name, self.context), name)

    def whole_layer(self, name: str) -> QgsVectorLayer | None:
        """Return the layer that the source of a parameter gives all of, None where it gives a part or is no layer."""
        given = self.parameters.get(name)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            filtered = bool(getattr(given, "filterExpression", ""))  # from QGIS 3.32
            if filtered or given.selectedFeaturesOnly or given.featureLimit != -1:
                return None
        return self.algorithm.parameterAsVectorLayer(self.parameters, name, self.context)

    def opened(self, source_or_sink: Any, name: str) -> Any:
        """Return the layer of a parameter; raise InputError where QGIS could not open it and gives None."""
        if source_or_sink is None:
            require_found(self.algorithm, self.parameters, self.context)
            raise InputError("The layer or file for '{parameter}' cannot be opened.", parameter=self.label(name))
        return source_or_sink

    def place(self) -> tuple[str | None, str | None]:
        """Return the codes of the county and the municipality, None for any (``place_parameters``)."""
        return self.text(COUNTY), self.text(MUNICIPALITY)

    def own_tables(self) -> OwnTables:
        """Return how tables are read whose columns the user has named (``columns_parameter``)."""
        from ..domain.descriptions import load
        from ..layers.named_columns import own_tables

        return own_tables(load(self.text(COLUMNS) or ""), self.transforms)

    def say(self, *what: Message) -> None:
        """Write to the log."""
        for one in what:
            self.feedback.pushInfo(render(one))

    def warn(self, *what: Message) -> None:
        """Write to the log what must be known of the result."""
        for one in what:
            self.feedback.pushWarning(render(one))

    def progress(self) -> Progress:
        """Return a progress function for ``study.making.make``.

        It shows per cent and step, and stops where the user cancels.
        """
        said = ""

        def show(percent: float, what: Message) -> None:
            nonlocal said
            self.feedback.setProgress(percent)
            if render(what) != said:
                said = render(what)
                self.feedback.pushInfo(said)
            if self.feedback.isCanceled():
                raise Cancelled

        return show

    def share_done(self, share: float) -> None:
        """Show how much is done, 0 to 1. Raises Cancelled where the user has cancelled."""
        self.feedback.setProgress(100 * share)
        if self.feedback.isCanceled():
            raise Cancelled

    def part_done(self, first: float, last: float) -> Callable[[float], None]:
        """Return how ``share_done`` is called in a part of the work: by the share of the part."""
        return lambda share: self.share_done(first + (last - first) * share)

    def require_not_cancelled(self) -> None:
        """Raise Cancelled where the user has cancelled."""
        if self.feedback.isCanceled():
            raise Cancelled

    def write_tables(self, tables: Mapping[str, pd.DataFrame]) -> Parameters:
        """Write tables by their outputs: all are worked out before the first is written."""
        found: Parameters = {}
        for output, table in tables.items():
            found |= self.write_table(table, output=output)
        return found

    def write_table(
        self,
        table: pd.DataFrame,
        geometries: NDArray[np.object_] | None = None,
        wkb_type: QgsWkbTypes.Type = QgsWkbTypes.Type.NoGeometry,
        output: str = OUTPUT,
    ) -> Parameters:
        """Write a table to the sink ``output``, with geometries in EPSG:3006 where there are any."""
        return written_layers.write_table(self, table, geometries, wkb_type, output)

    def write_blocks(self, blocks: Iterator[Block], wkb_type: QgsWkbTypes.Type, output: str = OUTPUT) -> Parameters:
        """Write tables of the same columns, each with its geometries, to the sink ``output``, one behind the other."""
        return written_layers.write_blocks(self, blocks, wkb_type, output)

    def write_features(
        self,
        output: str,
        fields: QgsFields,
        features: Iterable[QgsFeature],
        wkb_type: QgsWkbTypes.Type,
        crs: QgsCoordinateReferenceSystem,
    ) -> Parameters:
        """Write features with ``fields`` to the sink ``output``."""
        return written_layers.write_features(self, output, fields, features, wkb_type, crs)


def _is_number(text: str) -> bool:
    """Return whether a text is a number in digits that everybody reads."""
    return text.isascii() and text.isdigit()
