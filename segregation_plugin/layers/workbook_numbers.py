"""Numbers in workbooks that GDAL gives as text: which cells are numbers, and which of these are shown as per cent."""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
from collections.abc import Iterator

from ..domain.written_numbers import has_two_meanings, number_text, per_cent_text
from ..readers.document import TextRow

_Place = tuple[int, int]  # row from 1, column from 0

# Formats that are built in: 0% and 0.00%.
_PER_CENT_FORMATS = {"9", "10"}
# In a format, a text, or a sign that is shown as it is.
_SHOWN_AS_IT_IS = re.compile(r'"[^"]*"|\\.')
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_OF_XLSX = re.compile(r"<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>")
_OF_ODS = re.compile(r"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*)>")
_LETTERS = re.compile("[A-Z]+")


class WorkbookNumbers:
    """Sets right the texts of cells that are numbers. ``packed``: an XLSX or ODS; ``driver``: GDAL's name for which."""

    def __init__(self, packed: zipfile.ZipFile, driver: str) -> None:
        self._packed, self._driver = packed, driver
        self._styles = _per_cent_styles(_part(packed, "xl/styles.xml")) if driver == "XLSX" else set()
        self._content = _part(packed, "content.xml") if driver == "ODS" else ""

    def set_right(self, sheet: str, rows: list[TextRow]) -> list[TextRow]:
        """Return the rows of a sheet with numbers in cells as texts of one meaning, and per cent as they are shown."""
        shown_as_per_cent = self._styles or "percentage" in self._content
        doubtful = (cell for row in rows for cell in row.cells if "." in cell and has_two_meanings(cell))
        if not rows or not (shown_as_per_cent or any(doubtful)):
            return rows
        kinds = dict(self._in_ods(sheet, rows[-1].line) if self._driver == "ODS" else self._in_xlsx(sheet))
        return [
            TextRow(row.line, tuple(_text(cell, kinds.get((row.line, place))) for place, cell in enumerate(row.cells)))
            for row in rows
        ]

    def _in_xlsx(self, sheet: str) -> Iterator[tuple[_Place, bool]]:
        """Yield the place of each cell that is a number, and whether it is shown as per cent."""
        row = column = 0
        for found in _OF_XLSX.finditer(_part(self._packed, _part_of_sheet(self._packed, sheet))):
            attributes = _attributes(found[2])
            if found[1] == "row":
                row, column = _whole(attributes.get("r"), row + 1), 0
                continue
            letters = _LETTERS.match(attributes.get("r", ""))
            column = _column(letters[0]) if letters else column
            if attributes.get("t", "n") == "n":
                yield (row, column), attributes.get("s", "") in self._styles
            column += 1

    def _in_ods(self, sheet: str, last: int) -> Iterator[tuple[_Place, bool]]:
        """Yield the same; a cell or row may stand for many. ``last``: the last row that holds anything."""
        inside, column = False, 0
        rows = range(1, 1)
        for found in _OF_ODS.finditer(self._content):
            attributes = _attributes(found[2])
            if found[1] == "table":
                inside, rows = attributes.get("table:name") == sheet, range(1, 1)
            elif found[1] == "table-row":
                rows = range(rows.stop, rows.stop + _whole(attributes.get("table:number-rows-repeated"), 1))
                column = 0
            else:
                beyond = column + _whole(attributes.get("table:number-columns-repeated"), 1)
                kind = attributes.get("office:value-type")
                if inside and kind in ("float", "percentage"):
                    for row in range(rows.start, min(rows.stop, last + 1)):
                        yield from (((row, place), kind == "percentage") for place in range(column, beyond))
                column = beyond


def _text(cell: str, per_cent: bool | None) -> str:
    if per_cent is None or not cell:
        return cell
    if not per_cent:
        return number_text(cell)
    try:
        return per_cent_text(float(cell))
    except ValueError:
        return cell


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise


def _part(packed: zipfile.ZipFile, name: str) -> str:
    return packed.read(name).decode("utf-8", errors="replace") if name in packed.namelist() else ""


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(one or other) for name, one, other in _ATTRIBUTE.findall(text)}


def _elements(text: str, name: str) -> Iterator[dict[str, str]]:
    return (_attributes(found[1]) for found in re.finditer(rf"<(?:\w+:)?{name}(?=[\s/>])([^<>]*)>", text))


def _per_cent_styles(styles: str) -> set[str]:
    """Return the numbers of the cell styles that show per cent."""
    formats = _PER_CENT_FORMATS | {
        attributes.get("numFmtId", "")
        for attributes in _elements(styles, "numFmt")
        if "%" in _SHOWN_AS_IT_IS.sub("", attributes.get("formatCode", ""))
    }
    of_cells = re.search(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", styles, re.DOTALL)
    found = _elements(of_cells[0], "xf") if of_cells else iter(())
    return {str(number) for number, attributes in enumerate(found) if attributes.get("numFmtId") in formats}


def _part_of_sheet(packed: zipfile.ZipFile, sheet: str) -> str:
    """Return where an XLSX keeps a sheet; empty where it does not say."""
    targets = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for attributes in _elements(_part(packed, "xl/_rels/workbook.xml.rels"), "Relationship")
    }
    for attributes in _elements(_part(packed, "xl/workbook.xml"), "sheet"):
        if attributes.get("name") == sheet:
            key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            return posixpath.normpath(posixpath.join("/xl", targets.get(key, ""))).lstrip("/")
    return ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
