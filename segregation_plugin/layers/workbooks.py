"""Spreadsheets (XLSX, XLSM, ODS) to their sheets as rows of text, by GDAL, which every QGIS brings along.

Cells come as the file stores them: a number in full, a formula as the value that was last computed. Nothing is computed
or executed, and nothing is written to disk.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import uuid4

from osgeo import gdal

from ..domain.messages import InputError
from ..readers.document import Row, Sheet

FIRST_BYTES = b"PK\x03\x04"
# A workbook of a national table unpacks to some 20 megabytes; more is a mistake, or meant to fill the memory.
_LARGEST_UNPACKED = 300 * 1024 * 1024  # bytes
_LARGEST_TABLE = 20_000_000  # cells
# By what a packed workbook holds: the driver that reads it, and its settings.
_DRIVERS = {"xl/workbook.xml": "XLSX", "content.xml": "ODS"}


def sheets(name: str, data: bytes, modified: str = "") -> list[Sheet]:
    """Return the sheets of a workbook that hold anything, in its order.

    ``name`` is the file's, for messages. Raises InputError for what is no workbook, a damaged one, one that is
    protected by a password, and one far too large.
    """
    driver = _driver(name, data)
    with _opened(driver, data) as dataset:
        if dataset is None:
            raise InputError(
                "The file {file} cannot be read as a workbook: it is damaged, or protected by a password. Open it in "
                "the spreadsheet program and save it anew without one.",
                file=name,
            )
        found = []
        for number in range(dataset.GetLayerCount()):
            layer = dataset.GetLayerByIndex(number)
            if layer.GetFeatureCount() * layer.GetLayerDefn().GetFieldCount() > _LARGEST_TABLE:
                raise InputError(
                    "The file {file}, sheet {sheet}, is too large to be a statistics table.",
                    file=name,
                    sheet=layer.GetName(),
                )
            rows = [row for row in _rows(layer) if any(cell.strip() for cell in row.cells)]
            if rows:
                found.append(Sheet(f"{name} ({layer.GetName()})", data, modified, name, tuple(rows)))
    if not found:
        raise InputError("The file {file} is empty. Download or export it again.", file=name)
    return found


def _rows(layer: object) -> Iterator[Row]:
    for feature in layer:
        cells = (feature.GetField(place) for place in range(feature.GetFieldCount()))
        yield Row(feature.GetFID(), tuple("" if cell is None else str(cell) for cell in cells))


def _driver(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise InputError("The file {file} is damaged. Download or export it again.", file=name) from error
    if sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
        raise InputError("The file {file} is too large to be a statistics table.", file=name)
    for part in parts:
        if part.filename in _DRIVERS:
            return _DRIVERS[part.filename]
    raise InputError(
        "The file {file} is no workbook of Excel or LibreOffice (XLSX, ODS). Unpack it, and choose a table in it.",
        file=name,
    )


@contextmanager
def _opened(driver: str, data: bytes) -> Iterator[object]:
    """Give the workbook as a GDAL dataset whose cells are all text and whose first row is no header; None without."""
    path = f"/vsimem/{uuid4().hex}.{driver.lower()}"
    settings = {f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"}
    with ExitStack() as stack:
        if hasattr(gdal, "ExceptionMgr"):
            # Newer versions warn where nobody says which way errors are told.
            stack.enter_context(gdal.ExceptionMgr(useExceptions=False))
        for key, value in settings.items():
            gdal.SetThreadLocalConfigOption(key, value)
            stack.callback(gdal.SetThreadLocalConfigOption, key, None)
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        stack.callback(gdal.PopErrorHandler)
        gdal.FileFromMemBuffer(path, data)
        stack.callback(gdal.Unlink, path)
        yield gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_READONLY, allowed_drivers=[driver])
