"""A file's bytes and its name, decoded and cut into rows."""

from __future__ import annotations

import csv
import io
import statistics
from dataclasses import dataclass

from ..domain.messages import InputError

DELIMITERS = (";", ",", "\t")
_SAMPLE_ROWS = 60

# First bytes of files that people choose by mistake, and what they are.
_OTHER_KINDS = (
    (b"PK\x03\x04", "Excel, OpenDocument, ZIP"),
    (b"\xd0\xcf\x11\xe0", "Excel 97-2003"),
    (b"%PDF", "PDF"),
    (b"SQLite format 3", "GeoPackage, SQLite"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
)


@dataclass(frozen=True)
class Document:
    """The content of one file. ``name`` is for messages and, last of all, for the year."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Row:
    """One row of a text table and the line of the file on which it ends (from 1)."""

    line: int
    cells: tuple[str, ...]

    def cell(self, position: int) -> str:
        """Return the cell without surrounding blanks; empty where the row is shorter."""
        return self.cells[position].strip() if position < len(self.cells) else ""


def text_of(document: Document) -> str:
    """Decode a document: UTF-8 with or without BOM, else Windows-1252 (Excel's default in Sweden).

    Raises InputError for an empty file or one that is no text.
    """
    if not document.data.strip():
        raise InputError("The file {file} is empty. Download or export it again.", file=document.name)
    for first_bytes, kind in _OTHER_KINDS:
        if document.data.startswith(first_bytes):
            raise InputError(
                "The file {file} is not a text file ({kind}). Save it as CSV (UTF-8) and choose that file.",
                file=document.name,
                kind=kind,
            )
    if b"\x00" in document.data:
        raise InputError(
            "The file {file} is not readable as text: it holds NUL bytes. Save it as CSV (UTF-8) and choose that file.",
            file=document.name,
        )
    try:
        text = document.data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = document.data.decode("cp1252", errors="replace")
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html")):
        raise InputError(
            "The file {file} is a web page, not a table. Download the table itself as CSV.",
            file=document.name,
        )
    return text


def rows_of(document: Document) -> list[Row]:
    """Cut a delimited text file (``;`` ``,`` or tab) into rows, blank lines left out."""
    text = text_of(document)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        return [Row(reader.line_num, tuple(cells)) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise InputError(
            "The file {file} cannot be read as a table at row {row}: {reason}. Export it again.",
            file=document.name,
            row=reader.line_num,
            reason=error,
        ) from error


def _delimiter(text: str) -> str:
    sample = text.splitlines()[:_SAMPLE_ROWS]

    def typical_width(delimiter: str) -> float:
        widths = [len(cells) for cells in csv.reader(sample, delimiter=delimiter)]
        return statistics.median(widths) if widths else 0

    return max(DELIMITERS, key=typical_width)
