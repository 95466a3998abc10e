"""PX, the file format of PxWeb (Statistics Sweden's "PX file format" specification), to its cells."""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections.abc import Iterator

import pandas as pd

from ..domain.messages import InputError, message
from ..domain.written_numbers import number_text
from .cube import AREA_VARIABLES, CONTENTS_VARIABLES, YEAR_VARIABLES, Cell, TableOf, also_by, index_of
from .document import Document, text_of
from .population import of_cells as population_of
from .source import INDEX, POPULATION, SourceKind

_STATEMENT = re.compile(r'\s*(?P<keyword>[A-Z][A-Z0-9-]*)(?P<language>\[\w+\])?(?:\("(?P<of>[^"]*)"[^)]*\))?\s*=')
_PARTS = re.compile(r'"[^"]*"|[^";]+|[";]')
# A text may be cut into several quoted lines, without a comma between them.
_TEXT = re.compile(r'"[^"]*"(?:[^",]*"[^"]*")*')
_CUT = re.compile('"[^"]*"')
_ITEM = re.compile(r'"([^"]*)"|([^\s",;]+)')
_MOST_DIMENSIONS = 20

# What a file may begin with; the older ones have no CHARSET.
_FIRST = "CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGES?|MATRIX|CREATION-DATE|SUBJECT-AREA|TITLE|TABLEID|CONTENTS|DESCRIPTION"

Statements = dict[tuple[str, str], str]


def is_px(text: str) -> bool:
    """Return whether a text begins as a PX file does."""
    return re.match(rf'\s*({_FIRST})(\[\w+\])?\s*=\s*"', text) is not None


def read(document: Document, table_of: TableOf = index_of) -> pd.DataFrame:
    """Return what ``table_of`` makes of the file: the index, or another of SCB's tables. Raises InputError."""
    statements = _statements(document)
    # Each of several contents has its own.
    updated = (" ".join(_texts(text)) for (keyword, _), text in statements.items() if keyword == "LAST-UPDATED")
    return table_of(_cells(statements, document), document, max(updated, default=""))


def _cells(statements: Statements, document: Document) -> Iterator[Cell]:
    names = [name for keyword in ("STUB", "HEADING") for name in _texts(statements.get((keyword, ""), ""))]
    if not 0 < len(names) <= _MOST_DIMENSIONS:
        raise _wrong(document, "STUB")
    dimensions = [_categories(statements, name, document) for name in names]
    area, year = _find(names, AREA_VARIABLES), _find(names, _named(statements, "TIMEVAL") or YEAR_VARIABLES)
    contents = _find(names, _contents_variable(statements) or CONTENTS_VARIABLES)
    for place, (name, categories) in enumerate(zip(names, dimensions)):
        if place not in (area, year, contents) and len(categories) > 1:
            raise also_by(name, document)
    if area is None or year is None:
        raise _wrong(document, "STUB")
    whole = " ".join(_texts(statements.get(("CONTENTS", ""), "")))
    for number, (places, value) in enumerate(_values(statements, names, dimensions, document), start=1):
        key = [categories[place] for categories, place in zip(dimensions, places)]
        yield Cell(
            number,
            key[area][0] or key[area][1],
            whole if contents is None else " ".join(key[contents]),
            key[year][1],
            number_text(value),
        )


def _values(
    statements: Statements, names: list[str], dimensions: list[list[tuple[str, str]]], document: Document
) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield where each value stands among the categories, and the value.

    In a file with KEYS each row begins with what it is of, and rows may be missing: PX calls them 0, here nothing is
    known of them.
    """
    values = [quoted or plain for quoted, plain in _ITEM.findall(statements.get(("DATA", ""), ""))]
    sizes = [range(len(categories)) for categories in dimensions]
    if not any(keyword == "KEYS" for keyword, _ in statements):
        if len(values) != math.prod(map(len, dimensions)):
            raise _wrong(document, "DATA")
        yield from zip(itertools.product(*sizes), values)
        return
    rows = len(_texts(statements.get(("STUB", ""), "")))
    width = rows + math.prod(map(len, sizes[rows:]))
    if len(values) % width:
        raise _wrong(document, "DATA")
    ways = [_text(statements.get(("KEYS", name), "")).upper() != "CODES" for name in names[:rows]]
    places = [{pair[way]: place for place, pair in enumerate(one)} for way, one in zip(ways, dimensions)]
    for start in range(0, len(values), width):
        row = tuple(known.get(value, -1) for known, value in zip(places, values[start:]))
        if -1 in row:
            raise _wrong(document, f'KEYS("{names[row.index(-1)]}")')
        first, end = start + rows, start + width
        for rest, value in zip(itertools.product(*sizes[rows:]), values[first:end]):
            yield (*row, *rest), value


def _categories(statements: Statements, name: str, document: Document) -> list[tuple[str, str]]:
    """Return code (empty where the file has none) and text of each category of a dimension."""
    texts = _texts(statements.get(("VALUES", name), ""))
    codes = _texts(statements.get(("CODES", name), "")) or [""] * len(texts)
    if not texts or len(codes) != len(texts):
        raise _wrong(document, f'VALUES("{name}")')
    return list(zip(codes, texts))


def _text(value: str) -> str:
    """Return a word that stands with or without quotation marks."""
    return value.strip().strip('"')


def _contents_variable(statements: Statements) -> tuple[str, ...]:
    return tuple(name.strip().lower() for name in _texts(statements.get(("CONTVARIABLE", ""), "")))


def _named(statements: Statements, keyword: str) -> tuple[str, ...]:
    """Return what a keyword is of: its variable."""
    return tuple(of.lower() for one, of in statements if one == keyword and of)


def _find(names: list[str], known: tuple[str, ...]) -> int | None:
    return next((place for place, name in enumerate(names) if name.strip().lower() in known), None)


def _statements(document: Document) -> Statements:
    """Return what stands behind each keyword; a semicolon ends a statement where it is not quoted."""
    statements: Statements = {}
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
            end = found.end()
            statements[found["keyword"], found["of"] or ""] = text[end:]
    rest = "".join(statement)
    if rest.strip():
        found = _STATEMENT.match(rest)
        raise _wrong(document, found["keyword"] if found else " ".join(rest[:200].split())[:40])
    return statements


def _texts(value: str) -> list[str]:
    """Return a list of quoted texts, each whole."""
    found = (text[1:-1] for text in _TEXT.findall(value))
    return [_CUT.sub("", text) if '"' in text else text for text in found]


def _wrong(document: Document, part: str) -> InputError:
    return InputError(
        "The file {file} is no whole PX file: '{part}' is missing, or does not fit the rest. Download it again.",
        file=document.name,
        part=part,
    )


SOURCE = SourceKind(
    "px",
    message("SCB's table (PX)"),
    lambda content: is_px(content.text),
    {INDEX: read, POPULATION: functools.partial(read, table_of=population_of)},
)
