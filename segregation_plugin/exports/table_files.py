"""A study's tables for the report: an Excel workbook or CSV files, in Swedish or English, with notes.

What is written follows the disclosure rule: a hidden number is ``..``, an unknown one an empty cell.
"""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from ..dependencies import require_openpyxl
from ..domain.messages import OutputError
from ..domain.rounding import rounded, written
from ..sheets.registry import TABLES
from ..sheets.sheet import INTERVAL, Cell, Sheet, SheetColumn, no_formula
from .whole_file import written_aside

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as WorkbookCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from ..i18n import Texts
    from ..study.model import Study

_WIDEST_COLUMN, _NARROWEST_COLUMN = 60, 9  # characters
_NOTES_WIDE = 30, 110  # characters: sheet and note
_LINE = 15  # points
# Names of files that are no folder for tables.
_FILE_ENDINGS = (".csv", ".tsv", ".txt", ".xls", ".xlsm", ".xlsb", ".ods", ".json", ".html", ".pdf", ".gpkg")


def export_tables(
    study: Study,
    names: Iterable[str],
    target: Path,
    texts: Texts,
    require_free: Callable[[Iterable[Path]], None] = lambda _files: None,
) -> list[Path]:
    """Write tables of a study to ``target``: a workbook if it ends in .xlsx, else a folder of CSV files.

    ``names``: of ``sheets.registry``; a table the study does not hold (no schools) is left out. Returns the files
    written. ``require_free`` is called with them before any is touched, and may raise. Raises OutputError.
    """
    wanted = set(names)
    is_workbook = target.suffix.lower() == ".xlsx"
    chosen = {
        table.sheet_name(study, texts) if is_workbook else table.file_name(study): sheet
        for table in TABLES
        if table.name in wanted and (sheet := table.sheet(study, texts)) is not None
    }
    if not chosen:
        raise OutputError("The study holds none of the chosen tables. Choose others.")
    if is_workbook:
        require_free([target])
        _write_workbook(chosen, target, texts)
        return [target]
    if target.is_file():
        raise OutputError("{file} is a file. Choose a folder for CSV files, or a name that ends in .xlsx.", file=target)
    if target.suffix.lower() in _FILE_ENDINGS and not target.is_dir():
        raise OutputError(
            "{file}: tables are written as a workbook, whose name ends in .xlsx, or into a folder, as a CSV file for "
            "each table. Leave {ending} out to name a folder, or write .xlsx.",
            file=target,
            ending=target.suffix,
        )
    files = {name: target / f"{name}.csv" for name in chosen}
    require_free(files.values())
    with ExitStack() as stack:
        # All are written before the first is put in place: the tables of one study belong together.
        for name, sheet in chosen.items():
            _write_csv(sheet, stack.enter_context(written_aside(files[name])), texts)
    return list(files.values())


def export_sheet(sheet: Sheet, target: Path, texts: Texts) -> None:
    """Write one table to ``target``: a workbook if it ends in .xlsx, else a CSV file. Raises OutputError."""
    if target.suffix.lower() == ".xlsx":
        _write_workbook({texts.tr("Table"): sheet}, target, texts)
        return
    with written_aside(target) as aside:
        _write_csv(sheet, aside, texts)


def _write_csv(sheet: Sheet, path: Path, texts: Texts) -> None:
    """Write UTF-8 with BOM, as Excel wants it: ``;`` and decimal comma in Swedish, ``,`` and point in English."""
    swedish = texts.language == "sv"

    def plain(cell: Cell, column: SheetColumn) -> str:
        if cell is None:
            return ""
        if isinstance(cell, str):
            if column.kind == INTERVAL:
                cell = cell.replace("-", "\N{MINUS SIGN}")  # a hyphen would begin a formula
            return no_formula(cell)
        number = written(cell, column.decimals)
        return number.replace(".", ",") if swedish else number

    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";" if swedish else ",", lineterminator="\r\n")
        writer.writerow([no_formula(column.header) for column in sheet.columns])
        for row in sheet.rows:
            writer.writerow([plain(cell, column) for cell, column in zip(row, sheet.columns)])
        writer.writerow([])
        writer.writerows([no_formula(note)] for note in sheet.notes)


def _write_workbook(sheets: dict[str, Sheet], target: Path, texts: Texts) -> None:
    require_openpyxl()
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, sheet in sheets.items():
        _fill(book.create_sheet(name), sheet)
    _fill_notes(book.create_sheet(texts.tr("Notes")), sheets, texts)
    with written_aside(target) as aside:
        book.save(aside)


def _fill_notes(worksheet: Worksheet, sheets: dict[str, Sheet], texts: Texts) -> None:
    """Write the notes of all sheets, each once, beside the names of the sheets that it is of."""
    from openpyxl.styles import Alignment, Font

    of_sheets: dict[str, list[str]] = {}
    for name, sheet in sheets.items():
        for note in dict.fromkeys(sheet.notes):
            of_sheets.setdefault(note, []).append(name)
    rows = [(texts.tr("Sheet"), texts.tr("Note"))]
    for note, names in of_sheets.items():
        is_of_all = len(names) == len(sheets) > 1
        rows.append((texts.tr("All sheets") if is_of_all else ", ".join(names), note))
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            cell = _text_cell(worksheet, number, place, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    worksheet.column_dimensions["A"].width, worksheet.column_dimensions["B"].width = _NOTES_WIDE
    worksheet.freeze_panes = "A2"


def _text_cell(worksheet: Worksheet, row: int, column: int, text: str) -> WorkbookCell | MergedCell:
    """Write a text into a cell, never a formula, whatever a name begins with."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = worksheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    return cell


def _fill(worksheet: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for place, column in enumerate(sheet.columns, start=1):
        cell = _text_cell(worksheet, 1, place, column.header)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(sheet.rows, start=2):
        for place, (value, column) in enumerate(zip(row, sheet.columns), start=1):
            if isinstance(value, str):
                cell = _text_cell(worksheet, number, place, value)
                is_long = len(value) > _WIDEST_COLUMN
                cell.alignment = Alignment(horizontal="left" if column.is_text else "right", wrap_text=is_long)
            elif value is not None:
                exact = rounded(value, column.decimals) if isinstance(value, float) else value
                cell = worksheet.cell(number, place, exact)
                cell.number_format = "#,##0" + ("." + "0" * column.decimals if column.decimals else "")
    lines = 1
    for place, column in enumerate(sheet.columns, start=1):
        texts = [text for text in sheet.cells(column.key) if isinstance(text, str)]
        longest = max([len(text) for text in texts] + [max(map(len, column.header.split()), default=0)])
        width = min(max(longest + 2, _NARROWEST_COLUMN), _WIDEST_COLUMN)
        worksheet.column_dimensions[get_column_letter(place)].width = width
        lines = max(lines, len(textwrap.wrap(column.header, width - 1)))
    # Not every spreadsheet program makes room for a header of many lines by itself.
    worksheet.row_dimensions[1].height = _LINE * lines
    worksheet.freeze_panes = "C2"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = worksheet.PAPERSIZE_A4
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToHeight = 0
    worksheet.print_title_rows = "1:1"
