"""JSON of PxWeb's API v1 (``columns`` and ``data`` of ``key`` and ``values``), to its cells."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..domain.messages import InputError, message
from ..domain.written_numbers import number_text
from .cube import AREA_VARIABLES, CONTENTS_VARIABLES, YEAR_VARIABLES, Cell, TableOf, also_by, index_of
from .document import Document
from .json_text import parse
from .population import of_cells as population_of
from .source import INDEX, POPULATION, SourceKind, in_json


def is_answer(data: Any) -> bool:
    """Return whether parsed JSON is an answer of the API."""
    return isinstance(data, dict) and isinstance(data.get("columns"), list) and isinstance(data.get("data"), list)


def read(document: Document, table_of: TableOf = index_of) -> pd.DataFrame:
    """Return what ``table_of`` makes of the answer: the index, or another of SCB's tables. Raises InputError."""
    data = parse(document)
    if not is_answer(data):
        raise _wrong_columns(document)
    return table_of(_cells(data, document), document, _updated(data.get("metadata")))


def _updated(metadata: Any) -> str:
    entries = [entry for entry in metadata if isinstance(entry, dict)] if isinstance(metadata, list) else []
    return next((str(entry["updated"]) for entry in entries if entry.get("updated")), "")


def _cells(data: dict[str, Any], document: Document) -> Iterator[Cell]:
    columns = data["columns"]
    if not all(isinstance(column, dict) and isinstance(column.get("code"), str) for column in columns):
        raise _wrong_columns(document)
    keys = [column["code"].lower() for column in columns if column.get("type") != "c"]
    contents = [f"{column['code']} {column.get('text', '')}" for column in columns if column.get("type") == "c"]
    area = next((place for place, code in enumerate(keys) if code in AREA_VARIABLES), None)
    year = next((place for place, code in enumerate(keys) if code in YEAR_VARIABLES), None)
    of_contents = next((place for place, code in enumerate(keys) if code in CONTENTS_VARIABLES), None)
    if area is None or year is None or not contents:
        raise _wrong_columns(document)
    others = [place for place in range(len(keys)) if place not in (area, year, of_contents)]
    first: dict[int, object] = {}
    for number, entry in enumerate(data["data"], start=1):
        key, values = (entry.get("key"), entry.get("values")) if isinstance(entry, dict) else (None, None)
        if not isinstance(key, list) or not isinstance(values, list):
            raise _wrong(document, number)
        if len(key) != len(keys) or len(values) != len(contents):
            raise _wrong(document, number)
        for place in others:
            if first.setdefault(place, key[place]) != key[place]:
                raise also_by(keys[place], document)
        for content, value in zip(contents, values):
            label = content if of_contents is None else f"{key[of_contents]} {content}"
            yield Cell(number, str(key[area]), label, str(key[year]), "" if value is None else number_text(value))


def _wrong_columns(document: Document) -> InputError:
    return InputError(
        "The file {file} is no complete PxWeb response: its columns do not give area, year and contents. Download it "
        "again, by region and year.",
        file=document.name,
    )


def _wrong(document: Document, number: int) -> InputError:
    return InputError(
        "The file {file}, row {row} of its data: it is no whole answer of PxWeb, since keys, values and columns do not "
        "fit together. Download it again.",
        file=document.name,
        row=number,
    )


SOURCE = SourceKind(
    "pxweb_v1",
    message("SCB's table (PxWeb API v1)"),
    in_json(is_answer),
    {INDEX: read, POPULATION: functools.partial(read, table_of=population_of)},
)
