"""Documents: the bytes and name of a file, decoded and cut into rows."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..domain.letters import decoded, garbled, mended, mostly_garbled, normal_text
from ..domain.messages import InputError

# Where two stand equally often, one of them is a decimal comma.
DELIMITERS = (";", "\t", ",")
_SAMPLE_ROWS = 60
_QUOTED = re.compile('"[^"]*"')
_BEFORE_BLANK = re.compile("[,;](?= )")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")

# National tables have some 100 columns and 500,000 rows at most; more would fill the memory.
_WIDEST = 5_000  # cells
_LONGEST = 1_000_000  # rows

_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"

# First bytes of files that people choose by mistake, and what they are.
_OTHER_KINDS = (
    (b"PK\x03\x04", "ZIP"),
    (b"%PDF", "PDF"),
    (b"SQLite format 3", "GeoPackage, SQLite"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
)


class TextRow(NamedTuple):
    """One row of a text table and the line of the file on which it ends (from 1)."""

    line: int
    cells: tuple[str, ...]

    def cell(self, position: int) -> str:
        """Return the cell without surrounding blanks; empty where the row is shorter."""
        try:
            return self.cells[position].strip()
        except IndexError:
            return ""


@dataclass(frozen=True)
class Document:
    """The content of one file. ``name`` is for messages and, last of all, for the year.

    ``modified``: when the file was written last, which is when it was downloaded, unless somebody changed it; empty
    where nobody knows.
    """

    name: str
    data: bytes
    modified: str = ""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content in hexadecimal, to know the file again."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def text(self) -> str:
        """The content of a text file (see ``text_of``), decoded once."""
        return _text(self)

    @cached_property
    def garbled(self) -> str:
        """A word whose letters somebody has decoded wrongly before, and that cannot be set right; empty without one."""
        return garbled(self.text)

    @cached_property
    def delimiter(self) -> str:
        """What stands between the cells of a text table."""
        return _delimiter(text_of(self))

    @cached_property
    def rows(self) -> list[TextRow]:
        """The rows of a text table (see ``rows_of``), cut once: recognising and reading both need them."""
        return _cut(self)


@dataclass(frozen=True)
class WorkbookSheet(Document):
    """A sheet of a workbook. Its rows come ready cut; ``data`` and the name ``workbook`` are the file's."""

    workbook: str = ""
    ready: tuple[TextRow, ...] = ()

    @property
    def text(self) -> str:
        """The cells of the sheet, with tabs between them."""
        return "\n".join("\t".join(row.cells) for row in self.ready)

    @property
    def delimiter(self) -> str:
        """Nothing stands between the cells."""
        return ""

    @property
    def rows(self) -> list[TextRow]:
        """The rows of the sheet."""
        return list(self.ready)


def text_of(document: Document) -> str:
    """Return a document as text, its letters composed (NFC): UTF-8 with or without BOM, else the encoding that fits.

    That is Windows-1252 (Excel's default in Sweden), Mac Roman (Excel for Mac) or code page 850 (DOS, PX). Raises
    InputError for an empty file, a damaged one, one that is no text, and one whose letters are lost.
    """
    return document.text


def _text(document: Document) -> str:
    if not document.data.removeprefix(codecs.BOM_UTF8).strip():
        raise InputError("The file {file} is empty. Download or export it again.", file=document.name)
    if document.data.startswith(_OLD_WORKBOOK):
        raise InputError(
            "The file {file} is a workbook of Excel 97-2003, or protected by a password. Save it as XLSX without a "
            "password, or as CSV (UTF-8), and choose that file.",
            file=document.name,
        )
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
    text = normal_text(mended(_decoded(document)))
    if text.lstrip()[:1] == "<":
        raise InputError(
            "The file {file} is a web page or XML, not a table. Download the table itself as CSV.",
            file=document.name,
        )
    if mostly_garbled(text):
        raise InputError(
            "The file {file}: letters such as å, ä and ö are lost, as in '{example}', since it was once opened in "
            "another encoding than its own. Open the original in the program that made it and save it as CSV UTF-8.",
            file=document.name,
            example=garbled(text),
        )
    return text


def _decoded(document: Document) -> str:
    data = document.data
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        position = error.start
    # Letters that are right in UTF-8 before the wrong byte: a damaged file, not another encoding.
    if data[:position].isascii():
        text = decoded(data)
        if "\ufffd" not in text:
            return text
        position = text.index("\ufffd")
    raise InputError(
        "The file {file} is damaged at row {row}: a character there cannot be read. Download or export it again.",
        file=document.name,
        row=data.count(b"\n", 0, position) + 1,
    )


def too_large(name: object) -> InputError:
    """Return the error of a file that would fill the memory."""
    return InputError(
        "The file {file} is too large to be a statistics table. Choose the table itself, or a part of it.", file=name
    )


def rows_of(document: Document) -> list[TextRow]:
    """Cut a delimited text file (``;`` ``,`` or tab) into rows, blank lines left out. Raises InputError."""
    return document.rows


def _cut(document: Document) -> list[TextRow]:
    text = text_of(document)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=document.delimiter, strict=True)
    rows: list[TextRow] = []
    line = 0
    try:
        for cells in reader:
            line = reader.line_num
            if not cells:
                continue
            if len(cells) > _WIDEST or len(rows) == _LONGEST:
                raise too_large(document.name)
            if any(map(str.strip, cells)):
                rows.append(TextRow(line, tuple(cells)))
    except csv.Error as error:
        raise InputError(
            "The file {file} cannot be read as a table from row {row} on: a quotation mark is missing there, or a "
            "cell never ends. Correct that row or export the file again.",
            file=document.name,
            row=line + 1,
        ) from error
    return rows


def after(rows: list[TextRow], start: int) -> list[TextRow]:
    """Return the rows that follow one, such as a header, by its place."""
    first = start + 1
    return rows[first:]


def require_width(row: TextRow, header: TextRow, document: Document) -> None:
    """Raise InputError where a row is not as wide as the header.

    Longer, a comma has cut a number or a name in two; shorter, the file ends in it, or a cell was lost.
    """
    width = len(header.cells)
    if len(row.cells) == width:
        return
    beyond = row.cells[width:]
    # Between commas empty cells count too: a number cut in two has pushed them out.
    if any(cell.strip() for cell in beyond) or (beyond and document.delimiter == ","):
        raise InputError(
            "The file {file}, row {row}: there are more cells than the header has columns, as where a decimal comma is "
            "taken for a delimiter. Export the file again, with ';' between the columns.",
            file=document.name,
            row=row.line,
        )
    if len(row.cells) < width:
        raise cut_off(row, document)


def cut_off(row: TextRow, document: Document) -> InputError:
    """Return the error of a row that ends too early."""
    return InputError(
        "The file {file}, row {row}: the row ends before the last column. The file is cut off, or a cell was lost: "
        "download or export it again.",
        file=document.name,
        row=row.line,
    )


def _delimiter(text: str) -> str:
    sample = [_QUOTED.sub("", line) for line in text.splitlines()[:_SAMPLE_ROWS]] or [""]
    # Between semicolons a comma between digits is a decimal one, even where there are more of these.
    sample = [_DECIMAL_COMMA.sub("", line) if ";" in line or "\t" in line else line for line in sample]
    # In sentences, as of notes, a blank follows.
    written = [_BEFORE_BLANK.sub("", line) for line in sample]
    return max(DELIMITERS, key=lambda delimiter: (_in_rows(written, delimiter), _in_rows(sample, delimiter)))


def _in_rows(lines: list[str], delimiter: str) -> int:
    """Return how often a delimiter stands in the lines that have it equally often: rows do, notes do not."""
    counts = Counter(count for line in lines if (count := line.count(delimiter)))
    return max((count * rows for count, rows in counts.items()), default=0)
