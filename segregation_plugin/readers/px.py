"""PX, the file format of PxWeb (Statistics Sweden's "PX file format" specification), to the cells that it holds.

A file is statements ``KEYWORD("of what")="text","text";``. The data follow the dimensions of STUB, then those of
HEADING: the last one runs fastest. Texts of other languages than the file's own (``KEYWORD[en]``) are left out.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator

import pandas as pd

from ..domain.messages import InputError
from .cube import Cell, TableOf, index_of
from .document import Document, text_of

_STATEMENT = re.compile(r'\s*(?P<keyword>[A-Z][A-Z0-9-]*)(?P<language>\[\w+\])?(?:\("(?P<of>[^"]*)"[^)]*\))?\s*=')
_PARTS = re.compile(r'"[^"]*"|[^";]+|[";]')
_TEXTS = re.compile(r'"[^"]*"|,')
_ITEM = re.compile(r'"([^"]*)"|([^\s",;]+)')
_AREA = ("region", "område", "regso")
_YEAR = ("år", "tid", "year", "time")
_MOST_DIMENSIONS = 20
_CONTENTS = ("tabellinnehåll", "contents", "contentscode")

Statements = dict[tuple[str, str], str]


def is_px(text: str) -> bool:
    """Whether a text begins as a PX file does."""
    return re.match(r'\s*(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|MATRIX|CREATION-DATE)(\[\w+\])?="', text) is not None


def read(document: Document, table_of: TableOf = index_of) -> pd.DataFrame:
    """Return what ``table_of`` makes of the file: the index, or another of SCB's tables. Raises InputError."""
    told = _statements(document)
    # Each of several contents has its own.
    updated = (" ".join(_texts(text)) for (keyword, _), text in told.items() if keyword == "LAST-UPDATED")
    return table_of(_cells(told, document), document, max(updated, default=""))


def _cells(told: Statements, document: Document) -> Iterator[Cell]:
    names = [name for keyword in ("STUB", "HEADING") for name in _texts(told.get((keyword, ""), ""))]
    if not 0 < len(names) <= _MOST_DIMENSIONS:
        raise _wrong(document, "STUB")
    dimensions = [_categories(told, name, document) for name in names]
    area, year = _find(names, _AREA), _find(names, _YEAR)
    contents = _find(names, _CONTENTS)
    for place, (name, categories) in enumerate(zip(names, dimensions)):
        if place not in (area, year, contents) and len(categories) > 1:
            raise InputError(
                "The file {file} is also by {dimension}. Choose one value of it when you download the table.",
                file=document.name,
                dimension=name,
            )
    if area is None or year is None:
        raise _wrong(document, "STUB")
    values = [quoted or plain for quoted, plain in _ITEM.findall(told.get(("DATA", ""), ""))]
    if len(values) != math.prod(map(len, dimensions)):
        raise _wrong(document, "DATA")
    whole = " ".join(_texts(told.get(("CONTENTS", ""), "")))
    for number, (key, value) in enumerate(zip(itertools.product(*dimensions), values), start=1):
        yield Cell(
            number,
            key[area][0] or key[area][1],
            whole if contents is None else " ".join(key[contents]),
            key[year][1],
            value,
        )


def _categories(told: Statements, name: str, document: Document) -> list[tuple[str, str]]:
    """Return code (empty where the file has none) and text of each category of a dimension."""
    texts = _texts(told.get(("VALUES", name), ""))
    codes = _texts(told.get(("CODES", name), "")) or [""] * len(texts)
    if not texts or len(codes) != len(texts):
        raise _wrong(document, f'VALUES("{name}")')
    return list(zip(codes, texts))


def _find(names: list[str], known: tuple[str, ...]) -> int | None:
    return next((place for place, name in enumerate(names) if name.strip().lower() in known), None)


def _statements(document: Document) -> Statements:
    """Return what stands behind each keyword; a semicolon ends a statement where it is not quoted."""
    told: Statements = {}
    statement: list[str] = []
    for part in _PARTS.findall(text_of(document)):
        if part != ";":
            statement.append(part)
            continue
        text = "".join(statement)
        statement = []
        found = _STATEMENT.match(text)
        if found is None:
            raise _wrong(document, " ".join(text[:200].split())[:40] or ";")
        if not found["language"]:
            told[found["keyword"], found["of"] or ""] = text[found.end() :]
    rest = "".join(statement)
    if rest.strip():
        found = _STATEMENT.match(rest)
        raise _wrong(document, found["keyword"] if found else " ".join(rest[:200].split())[:40])
    return told


def _texts(value: str) -> list[str]:
    """Return a list of quoted texts; a text may be cut into several quoted lines, without a comma between them."""
    texts: list[list[str]] = []
    ended = True
    for part in _TEXTS.findall(value):
        if part == ",":
            ended = True
            continue
        if ended:
            texts.append([])
        texts[-1].append(part[1:-1])
        ended = False
    return ["".join(parts) for parts in texts]


def _wrong(document: Document, part: str) -> InputError:
    return InputError(
        "The file {file} is no whole PX file: '{part}' is missing, or does not fit the rest. Download it again.",
        file=document.name,
        part=part,
    )
