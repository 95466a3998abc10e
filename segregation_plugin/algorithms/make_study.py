"""``segregation:study``: areas, index, schools and results to one study file."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingOutputNumber,
)

from ..domain.messages import InputError, Message, message
from ..domain.placing import UNLOCATED as NOT_LOCATED
from ..i18n import texts, tr
from . import parameters
from .base import FILES, STUDY_GROUP, Declared
from .input_layers import Parameters
from .parameters import AREAS, INDEX, LEAVE_OUT_OFFICES, OUTPUT, SCHOOL_YEAR, TYPES, YEAR
from .run import Run
from .study_output import WritesStudy, target_of

if TYPE_CHECKING:
    import pandas as pd

    from ..readers.own_tables import OwnTables
    from ..readers.recognise import FilePart
    from ..study.model import Study

SCHOOLS, SCHOOLS_LAYER, RESULTS = "SCHOOLS", "SCHOOLS_LAYER", "RESULTS"
REPORT, POPULATION = "REPORT", "POPULATION"
FIGURES, AREAS_2020 = "FIGURES", "AREAS_2020"
MATCHED, WITHOUT_VALUE, LOCATED, UNLOCATED = "MATCHED", "WITHOUT_VALUE", "LOCATED", "UNLOCATED"

# Per cent of the time that a study of the country takes, as seen.
_READ_AREAS, _WORK_BEFORE, _WORK_AFTER, _REPORT = 4, 13, 37, 88


class StudyAlgorithm(WritesStudy):
    """Joins the index with areas, locates schools, summarises by area type and writes the study file."""

    NAME = "study"
    GROUP = STUDY_GROUP
    DOCS = FILES
    TITLE = message("Study by area type")
    HELP = message(
        "Joins RegSO areas with the area types and the socioeconomic index, locates schools in the areas, "
        "summarises schools and results by area type, and writes everything to one GeoPackage that holds its "
        "styles and a finished QGIS project.\n\n"
        "Index: SCB's exports of area types or index (CSV, Excel, json-stat2, PX). Schools: Skolverket's school "
        "units or registers (JSON, CSV), a table with coordinates (CSV, Excel), or a point layer. Results: "
        "Skolverket's results by school unit or SALSA (CSV, Excel) or statistics (JSON).\n\n"
        "The area type says where a school lies, not where its pupils live. Suppressed values stay unknown and "
        "are counted; they are never zero. An existing study file is replaced as a whole or not at all."
    )

    def _declared(self) -> Declared:
        yield parameters.areas()
        yield parameters.index()
        yield parameters.index_year()
        yield parameters.source(
            AREAS_2020,
            tr("Areas of RegSO 2020"),
            tr("Only to draw years up to 2023, the study's own too, on the borders of their time. No figure changes."),
            parameters.POLYGONS,
            optional=True,
        )
        yield parameters.files(
            SCHOOLS,
            tr("Schools (files)"),
            tr("Skolverket's school units or registers (JSON, CSV), or a table of schools with coordinates."),
            optional=True,
        )
        yield parameters.source(
            SCHOOLS_LAYER,
            tr("Schools (layer)"),
            tr("A layer of points instead of files. Choose one of the two."),
            parameters.POINTS,
            optional=True,
        )
        yield parameters.files(
            RESULTS,
            tr("Results (files)"),
            tr("Skolverket's results by school unit or SALSA (CSV, Excel), or statistics (JSON). They need schools."),
            optional=True,
        )
        yield parameters.school_year(
            tr("School year of the results (latest when empty)"),
            tr(
                "Of Skolverket's results, like 2023/24. Empty: the latest with at least half as many schools as the "
                "fullest. The study holds the others too. Pupils and results of your own keep their years."
            ),
        )
        yield parameters.files(
            POPULATION,
            tr("Population (files)"),
            tr(
                "SCB's files with the population of RegSO or DeSO areas (table TAB6574). DeSO are added up to RegSO by "
                "SCB's key among the files of the index."
            ),
            optional=True,
        )
        yield parameters.offices()
        yield parameters.types_by()
        yield parameters.box(
            FIGURES,
            tr("Compute figures now"),
            tr(
                "Differences between types and segregation take a few seconds, with pupils by grade half a minute. "
                "They are computed where they are looked at or exported. Ticked: now, and written into the study, for "
                "whoever opens it."
            ),
        )
        yield from parameters.place()
        yield parameters.columns()
        yield parameters.file_to_write(
            OUTPUT,
            tr("Study file"),
            tr("One GeoPackage with layers, tables, styles and a finished project. An older one is replaced."),
            tr("GeoPackage files (*.gpkg)"),
        )
        yield parameters.file_to_write(
            REPORT,
            tr("Match report"),
            tr("A page for the browser: what matched, what did not and why. Left out where it is empty."),
            tr("HTML files (*.html)"),
            optional=True,
        )
        for name, description in (
            (MATCHED, tr("Areas with a value")),
            (WITHOUT_VALUE, tr("Areas without a value")),
            (LOCATED, tr("Located schools")),
            (UNLOCATED, tr("Schools not located")),
        ):
            yield QgsProcessingOutputNumber(name, description)

    def _work(self, run: Run) -> Parameters:
        from ..analysis.locating import warnings
        from ..analysis.schools.official_types import why_not_used
        from ..disclosure.own_sums import what_is_hidden
        from ..domain.area_types import OFFICIAL_TYPE
        from ..domain.descriptions import dump
        from ..exports.report import report as report_page
        from ..exports.report import require_page
        from ..exports.whole_file import written_aside
        from ..layers.source_tables import areas_table
        from ..layers.study_file import write_study
        from ..layers.study_reading import read_study
        from ..readers import recognise
        from ..readers.described import described
        from ..readers.own_tables import measures_of, units_of
        from ..readers.population import merge
        from ..resources import reference
        from ..sheets.notes import few_with_type
        from ..study import sources
        from ..study.inputs import Inputs
        from ..study.making import make
        from .made_from import ReadFiles, ReadLayer, provenance

        progress = run.progress()
        target = target_of(run)
        report = run.output(REPORT)
        if report:
            require_page(Path(report))
        areas_source = run.source(AREAS)
        progress(0, message("Reading areas and index"))
        areas = areas_table(areas_source, run.transforms, run.feedback)
        earlier = run.source_or_none(AREAS_2020)
        index_files = run.documents(INDEX)
        own = run.own_tables()
        index_parts = recognise.index_parts(index_files, own)
        index, key = recognise.index_of(index_parts)
        progress(_READ_AREAS, message("Reading places and their results"))
        schools, schools_layer, school_parts = _schools(run, own)
        result_files = run.documents(RESULTS)
        if result_files and schools is None:
            raise InputError("Results need schools: choose the schools that they are of, or leave the results out.")
        result_parts = recognise.result_parts(result_files, own)
        population_parts = recognise.population_parts(run.documents(POPULATION))
        earlier_areas = None if earlier is None else areas_table(earlier, run.transforms, run.feedback)
        files = ReadFiles(index_parts, school_parts, result_parts, population_parts)
        run.say(*described(files.all))
        year = run.year(YEAR)
        described_as = recognise.named([*index_parts, *school_parts, *result_parts])
        result = make(
            Inputs(
                areas,
                index,
                key,
                schools,
                recognise.results_of(result_parts, school_parts),
                measures_of(described_as),
                units_of(described_as),
                earlier_areas,
                merge([part.table for part in population_parts]) if population_parts else None,
            ),
            reference(),
            year,
            *run.place(),
            lambda percent, what: progress(_WORK_BEFORE + percent * (_WORK_AFTER - _WORK_BEFORE) / 100, what),
            not run.is_on(LEAVE_OUT_OFFICES),
            run.is_on(FIGURES),
            run.text(SCHOOL_YEAR),
            run.word(TYPES),
        )
        if result.schools is not None:
            run.warn(*warnings(result.schools, result.provenance["enheter"]))
            if OFFICIAL_TYPE in result.schools:
                run.warn(*why_not_used(result.types_by, result.year, result.official_year))
        run.warn(*_other_borders(result))
        run.warn(*few_with_type(result.areas, result.provenance["index_ar"]))
        run.warn(*what_is_hidden(result.own_measures, result.hidden))
        layers = {sources.AREAS: ReadLayer(run.parameters.get(AREAS), areas_source.sourceName(), areas)}
        if schools_layer is not None:
            layers[sources.SCHOOLS] = ReadLayer(run.parameters.get(SCHOOLS_LAYER), schools_layer, schools)
        if earlier is not None:
            layers[sources.AREAS_2020] = ReadLayer(run.parameters.get(AREAS_2020), earlier.sourceName(), earlier_areas)
        known = provenance(result, layers, files, run.context)
        known["kolumner"] = dump(described_as)

        def writing(percent: float, what: Message) -> None:
            self._edits.require_none(self._written_by(run))
            progress(_WORK_AFTER + percent * ((_REPORT if report else 100) - _WORK_AFTER) / 100, what)

        with ExitStack() as stack:
            # A report that cannot be written is refused before the study is replaced.
            page = stack.enter_context(written_aside(Path(report))) if report else None
            write_study(result, target, texts(), known, writing)
            if page is not None:
                # The study is replaced: who stops now stops nothing.
                run.feedback.setProgress(_REPORT)
                run.say(message("Writing the match report"))
                page.write_text(report_page(read_study(target), texts()), encoding="utf-8")
        self._written = str(target)
        return {
            OUTPUT: str(target),
            **({REPORT: report} if report else {}),
            MATCHED: result.matched,
            WITHOUT_VALUE: result.without_value,
            LOCATED: result.located,
            UNLOCATED: 0 if result.schools is None else int(result.schools["placering"].isin(NOT_LOCATED).sum()),
        }


def _other_borders(study: Study) -> list[Message]:
    """Return for how many of a study's areas the index is of other borders, as the dock asks before a run."""
    from ..analysis.areas.matching import OtherBorders, once, said_of_borders

    areas, known = once(study.areas), study.provenance
    count = int(areas["grans_andrad"].fillna(1).sum())
    versions = known["areas_regso_version"] or None, known["index_regso_version"]
    return said_of_borders(OtherBorders(count, len(areas), *versions), study.year) if count else []


def _schools(
    run: Run,
    own: OwnTables,
) -> tuple[pd.DataFrame | None, str | None, list[FilePart]]:
    """Return the schools or other places, the name of the layer where they are from one, and what was read."""
    from ..layers.named_columns import fields_as_header, layer_as_table
    from ..layers.school_tables import schools_table
    from ..readers import recognise

    documents = run.documents(SCHOOLS)
    source = run.source_or_none(SCHOOLS_LAYER)
    if documents and source is not None:
        raise InputError("Choose schools as files or as a layer, not both.")
    if documents:
        parts = recognise.school_parts(documents, own)
        return recognise.schools_of(parts), None, parts
    if source is None:
        return None, None, []
    transforms = run.transforms
    if any(description.fits(fields_as_header(source.fields().names())) for description in own.descriptions):
        table = layer_as_table(source, source.sourceCrs(), transforms, run.feedback)
        parts = recognise.school_parts([table], own)
        return recognise.schools_of(parts), source.sourceName(), parts
    return schools_table(source, transforms, run.feedback), source.sourceName(), []
