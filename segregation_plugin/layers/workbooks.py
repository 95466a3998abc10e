"""Spreadsheets (XLSX, XLSM, ODS) to their sheets as rows of text, by GDAL, which every QGIS brings along.

Cells come as the file stores them: a number in full, a formula as the value that was last computed; 0.07 that is shown
as 7 % comes as that. Nothing is computed or executed, and nothing is written to disk.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import uuid4

from osgeo import gdal, ogr

from ..domain.letters import normal_text
from ..domain.messages import InputError
from ..readers.document import TextRow, WorkbookSheet, too_large
from .workbook_numbers import WorkbookNumbers

FIRST_BYTES = b"PK\x03\x04"
# A workbook of a national table unpacks to some 20 megabytes and 450,000 cells; more is a mistake, or meant to fill the
# memory. A cell is two elements and more; the driver keeps what it unpacks, and each element that is open.
_LARGEST_UNPACKED = 64 * 1024 * 1024  # bytes
_MOST_ELEMENTS = 2_000_000
_LARGEST_TABLE = 2_000_000  # cells, which one that stands far away can make of few
_LONGEST_CELL = 65_535  # characters; Excel takes 32,767
# What the driver says of a sheet that is too wide.
_TOO_WIDE = re.compile("Maximum number of fields|Invalid value for number-(columns|rows)-repeated")
_PIECE = 1024 * 1024  # bytes
_SHEETS_OF_EXCEL = "xl/worksheets/"
# A cell with a formula and no value: one of text may have an empty one.
_NOT_COMPUTED = re.compile(rb"<c\b(?P<of>[^<>]*)>\s*<f\b[^<>]*(?:/>|>[^<]*</f>)(?:\s*<v\s*/>|\s*<v>\s*</v>)?\s*</c>")
_CELL = re.compile(rb"""\br=["']([A-Z]+\d+)""")
# By what a packed workbook holds: the driver that reads it, and its settings.
_DRIVERS = {"xl/workbook.xml": "XLSX", "content.xml": "ODS"}


def sheets(name: str, data: bytes, modified: str = "") -> list[WorkbookSheet]:
    """Return the sheets of a workbook that hold anything, in its order.

    ``name`` is the file's, for messages. Raises InputError for what is no workbook, a damaged one, one that is
    protected by a password, and one far too large.
    """
    driver = _driver(name, data)
    with _opened(driver, data) as (dataset, errors), zipfile.ZipFile(io.BytesIO(data)) as packed:
        if dataset is None:
            raise _damaged(name)
        numbers = WorkbookNumbers(packed, driver)
        found = []
        for number in range(dataset.GetLayerCount()):
            layer = dataset.GetLayerByIndex(number)
            if layer.GetFeatureCount() * layer.GetLayerDefn().GetFieldCount() > _LARGEST_TABLE:
                raise InputError(
                    "The file {file}, sheet {sheet}, is too large to be a statistics table. Choose a part of it.",
                    file=name,
                    sheet=layer.GetName(),
                )
            rows = [row for row in _rows(layer, name) if any(cell.strip() for cell in row.cells)]
            if errors:
                # What was read until then would pass for the whole sheet.
                raise too_large(name) if any(map(_TOO_WIDE.search, errors)) else _damaged(name)
            if rows:
                rows = numbers.set_right(layer.GetName(), rows)
                found.append(WorkbookSheet(f"{name} ({layer.GetName()})", data, modified, name, tuple(rows)))
    if not found:
        raise InputError("The file {file} is empty. Download or export it again.", file=name)
    return found


def _rows(layer: object, name: str) -> Iterator[TextRow]:
    places = range(layer.GetLayerDefn().GetFieldCount())
    for feature in layer:
        cells = list(map(feature.GetFieldAsString, places))
        if max(map(len, cells), default=0) > _LONGEST_CELL:
            raise too_large(name)
        yield TextRow(feature.GetFID(), tuple(map(normal_text, cells)))


def _damaged(name: str) -> InputError:
    return InputError(
        "The file {file} cannot be read as a workbook: it is damaged, or protected by a password. Open it in "
        "the spreadsheet program and save it anew without one.",
        file=name,
    )


def _driver(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
                raise too_large(name)
            for part in parts:
                if part.filename.endswith(".xml") and _elements(packed, part) > _MOST_ELEMENTS:
                    raise too_large(name)
            for part in parts:
                if part.filename.startswith(_SHEETS_OF_EXCEL):
                    _require_computed(packed.read(part), name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        # Python calls a part with a password a RuntimeError.
        raise InputError("The file {file} is damaged. Download or export it again.", file=name) from error
    for part in parts:
        if part.filename in _DRIVERS:
            return _DRIVERS[part.filename]
    raise InputError(
        "The file {file} is no workbook of Excel or LibreOffice (XLSX, ODS). Unpack it, and choose a table in it.",
        file=name,
    )


def _elements(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with packed.open(part) as content:
        return sum(piece.count(b"<") - piece.count(b"</") for piece in iter(lambda: content.read(_PIECE), b""))


def _require_computed(sheet: bytes, name: str) -> None:
    """Raise InputError where a formula has no value: the cell would pass for an empty one."""
    for found in _NOT_COMPUTED.finditer(sheet) if b"<f" in sheet else ():
        cell = _CELL.search(found["of"])
        if b't="str"' not in found["of"]:
            raise InputError(
                "The file {file}, cell {cell}: the formula there has no value, since no spreadsheet program has "
                "computed it. Open the workbook in one and save it anew.",
                file=name,
                cell=cell[1].decode() if cell else "-",
            )


@contextmanager
def _opened(driver: str, data: bytes) -> Iterator[tuple[object, list[str]]]:
    """Give the workbook as a GDAL dataset whose cells are all text and whose first row is no header; None without.

    Beside it a list that fills with errors while it is read.
    """
    errors: list[str] = []

    def keep(kind: int, _number: int, text: str) -> None:
        # Rows need no number: the driver counts them, and complains.
        if kind >= gdal.CE_Failure and not text.startswith("Invalid row"):
            errors.append(text)

    path = f"/vsimem/{uuid4().hex}.{driver.lower()}"
    settings = {f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"}
    with ExitStack() as stack:
        for module in (gdal, ogr):
            if hasattr(module, "ExceptionMgr"):
                # Newer versions warn where it is not set how errors are given, and some turn them into exceptions.
                stack.enter_context(module.ExceptionMgr(useExceptions=False))
        for key, value in settings.items():
            gdal.SetThreadLocalConfigOption(key, value)
            stack.callback(gdal.SetThreadLocalConfigOption, key, None)
        gdal.PushErrorHandler(keep)
        stack.callback(gdal.PopErrorHandler)
        gdal.FileFromMemBuffer(path, data)
        stack.callback(gdal.Unlink, path)
        yield gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[driver]), errors
