"""``segregation:study``: areas, index, schools and results to one study file."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ..domain.messages import InputError, Message, message
from ..i18n import render, texts, tr
from ..layers import open_layers
from . import index_of_areas
from .base import (
    LEAVE_OUT_OFFICES,
    Parameters,
    SegregationAlgorithm,
    files_parameter,
    offices_parameter,
    progress_to,
    warn,
)
from .index_of_areas import AREAS, INDEX

if TYPE_CHECKING:
    import pandas as pd

    from ..readers.document import Document
    from ..readers.own_tables import OwnTables
    from ..readers.recognise import FilePart

SCHOOLS, SCHOOLS_LAYER, RESULTS = "SCHOOLS", "SCHOOLS_LAYER", "RESULTS"
OUTPUT, REPORT = "OUTPUT", "REPORT"
MATCHED, WITHOUT_VALUE, LOCATED, UNLOCATED = "MATCHED", "WITHOUT_VALUE", "LOCATED", "UNLOCATED"

_ENDING = ".gpkg"
_WORK_BEFORE, _WORK_AFTER = 30, 60  # per cent


class StudyAlgorithm(SegregationAlgorithm):
    """Joins the index with areas, locates schools, summarises by area type and writes the study file."""

    NAME = "study"
    REPLACED_WHOLE = (OUTPUT,)

    def title(self) -> str:
        """Return the translated name."""
        return tr("Study by area type")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Joins RegSO areas with the area types and the socioeconomic index, locates schools in the areas, "
            "summarises schools and results by area type, and writes everything to one GeoPackage that holds its "
            "styles and a finished QGIS project.\n\n"
            "Index: SCB's exports of area types or index (CSV, Excel, json-stat2, PX). Schools: Skolverket's school "
            "units or registers (JSON, CSV), a table with coordinates (CSV, Excel), or a point layer. Results: "
            "Skolverket's results by school unit or SALSA (CSV, Excel) or statistics (JSON).\n\n"
            "The area type says where a school lies, not where its pupils live. Suppressed values stay unknown and "
            "are counted; they are never zero. An existing study file is replaced as a whole or not at all."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs (INTERFACE: names that scripts and models use)."""
        index_of_areas.add_parameters(self)
        self.addParameter(files_parameter(SCHOOLS, tr("Schools (files)"), optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                SCHOOLS_LAYER, tr("Schools (layer)"), [QgsProcessing.SourceType.TypeVectorPoint], optional=True
            )
        )
        self.addParameter(files_parameter(RESULTS, tr("Results (files)"), optional=True))
        self.addParameter(offices_parameter())
        self.add_place_parameters()
        self.add_columns_parameter()
        self.addParameter(
            QgsProcessingParameterFileDestination(OUTPUT, tr("Study file"), tr("GeoPackage files (*.gpkg)"))
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                REPORT, tr("Match report"), tr("HTML files (*.html)"), createByDefault=False, optional=True
            )
        )
        for name, description in (
            (MATCHED, tr("Areas with a value")),
            (WITHOUT_VALUE, tr("Areas without a value")),
            (LOCATED, tr("Located schools")),
            (UNLOCATED, tr("Schools not located")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def prepareAlgorithm(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Refuse, on the main thread, while the study file is being edited in QGIS."""
        self._edits = open_layers.Edits(context.project(), str(self._target(parameters, context)))
        try:
            self._edits.require_none()
        except InputError as error:
            feedback.reportError(render(error), fatalError=True)
            return False
        return True

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Read, run the study and write it."""
        from .. import study
        from ..analysis.locating import warnings
        from ..disclosure.own_sums import what_is_hidden
        from ..domain.descriptions import dump
        from ..exports.report import report as report_page
        from ..exports.report import require_page
        from ..exports.whole_file import written_aside
        from ..layers.files import read_documents
        from ..layers.source_tables import areas_table
        from ..layers.study_file import write_study
        from ..layers.study_tables import read_study
        from ..readers import recognise
        from ..readers.described import described
        from ..readers.own_tables import measures_of, units_of
        from ..resources import reference

        progress = progress_to(feedback)
        target = self._target(parameters, context)
        report = self.parameterAsFileOutput(parameters, REPORT, context)
        if report:
            require_page(Path(report))
        areas_source = self.source(parameters, AREAS, context)
        progress(0, message("Reading areas and index"))
        areas = areas_table(areas_source, context.transformContext(), feedback)
        index_files = read_documents(self.files(parameters, INDEX, context))
        own = self.own_tables(parameters, context)
        index_parts = recognise.index_parts(index_files, own)
        index, key = recognise.index_of(index_parts)
        progress(15, message("Reading places and their results"))
        schools, schools_from, school_parts = self._schools(parameters, context, feedback, own)
        result_files = read_documents(self.files(parameters, RESULTS, context))
        if result_files and schools is None:
            raise InputError("Results need schools: choose the schools that they are of, or leave the results out.")
        result_parts = recognise.result_parts(result_files, own)
        taken_for = [render(said) for said in described([*index_parts, *school_parts, *result_parts])]
        for said in taken_for:
            feedback.pushInfo(said)
        year = index_of_areas.chosen_year(self, parameters, context)
        described_as = recognise.named([*index_parts, *school_parts, *result_parts])
        result = study.run(
            study.Inputs(
                areas,
                index,
                key,
                schools,
                recognise.results_of(result_parts, school_parts),
                measures_of(described_as),
                units_of(described_as),
            ),
            reference(),
            year,
            *self.place(parameters, context),
            lambda percent, what: progress(_WORK_BEFORE + percent * (_WORK_AFTER - _WORK_BEFORE) / 100, what),
            not self.parameterAsBool(parameters, LEAVE_OUT_OFFICES, context),
        )
        if result.schools is not None:
            warn(feedback, warnings(result.schools, result.provenance["enheter"]))
        warn(feedback, what_is_hidden(result.measures, result.hidden))
        provenance = _provenance(areas_source.sourceName(), index_parts, schools_from, result_files)
        provenance["igenkant"] = "; ".join(taken_for)
        provenance["kolumner"] = dump(described_as)

        def writing(percent: float, what: Message) -> None:
            self._edits.require_none()
            progress(_WORK_AFTER + percent * (100 - _WORK_AFTER) / 100, what)

        with ExitStack() as stack:
            # A report that cannot be written is told before the study is replaced.
            page = stack.enter_context(written_aside(Path(report))) if report else None
            write_study(result, target, texts(), provenance, writing)
            if page is not None:
                page.write_text(report_page(read_study(target), texts()), encoding="utf-8")
        self._written = str(target)
        return {
            OUTPUT: str(target),
            **({REPORT: report} if report else {}),
            MATCHED: result.matched,
            WITHOUT_VALUE: result.without_value,
            LOCATED: result.located,
            UNLOCATED: 0 if result.schools is None else len(result.schools) - result.located,
        }

    def postProcessAlgorithm(self, context: QgsProcessingContext, _feedback: QgsProcessingFeedback) -> Parameters:
        """Show the new content in layers of the study file that are open, on the main thread."""
        open_layers.reload(context.project(), self._written)
        return {}

    def _target(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        path = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        return path if path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)

    def _schools(
        self,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        own: OwnTables,
    ) -> tuple[pd.DataFrame | None, str, list[FilePart]]:
        """Return the schools or other places, from files or a layer, what those are called, and what was read."""
        from ..layers.files import read_documents
        from ..layers.named_columns import fields_as_header, layer_as_table
        from ..layers.source_tables import schools_table
        from ..readers import recognise

        documents = read_documents(self.files(parameters, SCHOOLS, context))
        source = self.parameterAsSource(parameters, SCHOOLS_LAYER, context)
        if documents and source is not None:
            raise InputError("Choose schools as files or as a layer, not both.")
        if documents:
            parts = recognise.school_parts(documents, own)
            return recognise.schools_of(parts), _names(documents), parts
        if source is None:
            return None, "", []
        transforms = context.transformContext()
        if any(description.fits(fields_as_header(source.fields().names())) for description in own.descriptions):
            table = layer_as_table(source, source.sourceCrs(), transforms, feedback)
            parts = recognise.school_parts([table], own)
            return recognise.schools_of(parts), source.sourceName(), parts
        return schools_table(source, transforms, feedback), source.sourceName(), []


def _provenance(areas: str, index: list[FilePart], schools: str, results: list[Document]) -> dict[str, str]:
    """Return what a reader of the study needs to make it again: files with digests and dates, and versions."""
    from ..resources import version

    updated = {text for part in index if "uppdaterad" in part.table for text in part.table["uppdaterad"].unique()}
    return {
        "skapad": QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate),
        "insticksprogram": version(),
        "qgis": Qgis.version(),
        "indata_omraden": areas,
        "indata_index": _names([part.document for part in index]),
        "index_uppdaterat": "; ".join(sorted(updated - {""})),
        "indata_skolor": schools,
        "indata_resultat": _names(results),
    }


def _names(documents: list[Document]) -> str:
    return "; ".join(
        f"{document.name} (sha256 {document.digest}) {document.modified}".rstrip() for document in documents
    )
