"""``segregation:exporttables``: a study's tables for the report."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from ..domain.messages import InputError, message
from ..i18n import render, texts, tr
from ..layers.file_tables import FileTable
from ..sheets import registry
from . import parameters
from .base import EXPORTS, FILES, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import LANGUAGE, OUTPUT, SCHOOL_YEAR, STUDY, TYPES, YEAR
from .run import Run
from .which_schools import chosen, codes, which_schools

if TYPE_CHECKING:
    from ..study.model import Study

TABLES = "TABLES"


class ExportTables(SegregationAlgorithm):
    """Writes tables of a study as a workbook or as CSV files."""

    NAME = "exporttables"
    GROUP = EXPORTS
    DOCS = FILES
    TITLE = message("Export tables")
    HELP = message(
        "Writes tables of a study, or of places and schools in it, as an Excel workbook (a file name that ends "
        "in .xlsx) or as CSV files (a folder), with notes on sources, weights and suppressed values. What the source "
        "hides, numbers of pupils of your own, and what would reveal fewer than ten people in unpublished figures of "
        "your own are shown as '..'."
    )

    def _declared(self) -> Declared:
        yield parameters.study()
        yield parameters.choice(
            TABLES,
            tr("Tables"),
            _what_they_are(),
            registry.TABLE_NAMES,
            [registry.TABLE_NAMES[0]],
            several=True,
            words=True,
        )
        yield parameters.study_year()
        yield parameters.school_year(
            tr("School year of the results (the study's own when empty)"),
            tr(
                "One of the school years that the study has published results of, like 2023/24. Pupils and results of "
                "your own keep their years."
            ),
        )
        yield parameters.types_by(optional=True)
        yield from parameters.place()
        yield from which_schools()
        yield parameters.language()
        yield parameters.file_to_write(
            OUTPUT,
            tr("Workbook (.xlsx) or folder for CSV"),
            tr("A file name that ends in .xlsx becomes a workbook. Any other name becomes a folder of CSV files."),
            tr("Excel workbooks (*.xlsx);;Folder for CSV (*)"),
        )

    def _work(self, run: Run) -> Parameters:
        from ..exports.table_files import export_tables
        from ..layers.study_reading import read_study
        from ..sheets.named_place import find_place
        from ..study.known_places import find_in
        from ..study.years import at

        output = run.output()
        language = texts(run.word(LANGUAGE))
        study = at(read_study(run.file(STUDY)), run.year(YEAR), run.text(SCHOOL_YEAR), run.word_or_none(TYPES))
        county, municipality = run.place()
        find_place(study, county, municipality, language)  # says so where the study has none of it
        together = codes(run)
        for code in together:
            if find_in(study, code) is None:
                raise InputError("The study holds no area in {place}. Check the code.", place=code)
        one = municipality or county
        part = study.part(together or ((one,) if one else ()), chosen(run))
        names = run.words(TABLES)
        run.say(message("Measuring segregation"))
        _work_out(part, names, run)
        run.say(message("Writing"))
        export_tables(
            part,
            names,
            Path(output),
            language,
            lambda files: self._edits.require_none(FileTable(str(file)) for file in files),
        )
        return {OUTPUT: output}


def _work_out(part: Study, names: Collection[str], run: Run) -> None:
    """Work out what takes long, where it can be stopped: the study keeps it for its tables."""
    from ..analysis.segregation.repeated import stage
    from ..study.background_figures import by_background, reach_of, variation_of

    if "background" in names:
        by_background(part, progress=stage(run.share_done, 0, 0.8))
    if "area_type_reach" in names:
        reach_of(part, stage(run.share_done, 0.8, 0.9))
        variation_of(part, stage(run.share_done, 0.9, 1))


def _what_they_are() -> str:
    said = tr("Which tables are written: each becomes a sheet of the workbook, or a CSV file.")
    tables = "; ".join(f"{table.name}: {render(table.label)}" for table in registry.TABLES)
    return f"{said} {tables}."
