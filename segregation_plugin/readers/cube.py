"""Statistics as single cells, which every format of a database gives, to the long table of the index."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pandas as pd

from ..domain.codes import DESO, REGSO, REGSO_2020, plain_regso, regso_version_of_year
from ..domain.columns import INDEX_STATUSES, INDEX_VALUES
from ..domain.measures import STATUS_SUFFIX
from ..domain.messages import InputError
from ..domain.statuses import EXISTS, ROUNDED
from .document import Document, TextRow, too_large
from .index_checks import (
    code_or_name,
    first_word,
    in_order,
    no_values,
    read_index_number,
    require_no_fractions,
    require_per_cent,
    require_types,
    year_of,
)

# Part of a content's label, or SCB's code for it (table TAB6586) -> our column.
_CONTENTS = {
    "000008it": "socioekonomiskt_index",
    "000008iu": "omradestyp",
    "områdestyp": "omradestyp",
    "socioekonomiskt index": "socioekonomiskt_index",
    "socioeconomic index": "socioekonomiskt_index",
    "type of area": "omradestyp",
    "ekonomisk standard": "andel_lag_ekonomisk_standard",
    "economic standard": "andel_lag_ekonomisk_standard",
    "förgymnasial": "andel_forgymnasial",
    "secondary": "andel_forgymnasial",
    "assistance": "andel_bistand_arbetsloshet",
    "unemploy": "andel_bistand_arbetsloshet",
    "bistånd": "andel_bistand_arbetsloshet",
    "arbetslös": "andel_bistand_arbetsloshet",
}

# What SCB's databases call the variables, in Swedish and English, in any of their formats.
AREA_VARIABLES = ("region", "område", "regso", "area")
CONTENTS_VARIABLES = ("contentscode", "tabellinnehåll", "innehåll", "statistikvariabel", "contents", "observations")
YEAR_VARIABLES = ("tid", "år", "time", "year")

# Our column -> that of what stands behind its values.
_STATUS_OF = {column.removesuffix(STATUS_SUFFIX): column for column in INDEX_STATUSES}

# SCB's suffix of codes of the later version.
_VERSION = re.compile(r"_RegSO(?P<year>\d{4})\b")

# Both RegSO versions, all contents and years are 470,850; more would fill the memory.
LARGEST = 500_000  # cells


class Cell(NamedTuple):
    """One value. ``place``: its row, or its number in the file, from 1. ``area``: a code, a name, or both."""

    place: int
    area: str
    contents: str
    year: str
    value: str


def also_by(dimension: str, document: Document) -> InputError:
    """Return the error of a table by something more than area, contents and year, of which it gives several values."""
    return InputError(
        "The file {file} is also by {dimension}. Choose one value of it when you download the table.",
        file=document.name,
        dimension=dimension,
    )


TableOf = Callable[[Iterable[Cell], Document, str], pd.DataFrame]


@functools.lru_cache(maxsize=256)  # a text stands in many cells
def column_of(contents: str) -> str | None:
    """Return our column for a content's code or label, None for what is no part of the index."""
    text = contents.strip().lower()
    if "antal" in text or "number" in text:
        return None  # how many areas are of a type
    return next((column for part, column in _CONTENTS.items() if part in text), None)


def index_of(cells: Iterable[Cell], document: Document, updated: str = "") -> pd.DataFrame:
    """Return a row an area and year with the columns of ``index_checks.COLUMNS``; other contents are left out.

    Raises InputError for an area that is no RegSO, for impossible or contradicting values, and where nothing is of the
    index.
    """
    records, left_out = _records(cells, document)
    if not records:
        raise InputError(
            "The file {file} holds {unit}: neither area types nor the index. Choose one of them in the export.",
            file=document.name,
            unit=", ".join(sorted(left_out)) or "-",
        )
    table = pd.DataFrame(list(records.values()))
    if "omradestyp" in table:
        require_types(table, document)
    require_no_fractions(table, document)
    table = in_order(table, document, updated)
    if table[["omradestyp", "socioekonomiskt_index"]].isna().all(axis=None):
        raise no_values(document)
    return table


def _records(cells: Iterable[Cell], document: Document) -> tuple[dict[tuple[str, str], dict[str, Any]], set[str]]:
    """Return what the cells say of each area and year, and which contents are none of the index."""
    records: dict[tuple[str, str], dict[str, Any]] = {}
    left_out: set[str] = set()
    # The same area, year and number stand in many cells: each is read once.
    areas: dict[str, tuple[str | None, str | None]] = {}
    years: dict[str, int] = {}
    numbers: dict[tuple[str, str], tuple[float, str]] = {}
    for count, cell in enumerate(cells):
        if count == LARGEST:
            raise too_large(document.name)
        column = column_of(cell.contents)
        if column is None:
            left_out.add(cell.contents)
            continue
        if cell.area not in areas:
            areas[cell.area] = _area(cell.area, _row_of(cell), document)
        code, name = areas[cell.area]
        if cell.year not in years:
            years[cell.year] = year_of(cell.year, _row_of(cell), document)
        found = numbers.get((cell.contents, cell.value))
        if found is None:
            found = numbers[cell.contents, cell.value] = _number(cell, column, document)
        value, status = found
        key = (code or name or "", cell.year)
        record = records.get(key)
        if record is None:
            record = {"regsokod": code, "omrade": name, "index_ar": years[cell.year], "rad": cell.place}
            records[key] = record
        known = record.get(column, math.nan)
        if math.isnan(known):
            # An area has a cell in each RegSO version; outside a version's years it holds a marker.
            record[column] = value
            if column in _STATUS_OF:
                _keep_status(record, _STATUS_OF[column], status, cell)
        elif not math.isnan(value) and value != known:
            raise InputError(
                "The file {file} has two values of {column} for {area} in {year}: {first} and {second}. Export the "
                "table again.",
                file=document.name,
                column=column,
                area=cell.area,
                year=cell.year,
                first=f"{known:g}",
                second=f"{value:g}",
            )
    return records, left_out


def _row_of(cell: Cell) -> TextRow:
    return TextRow(cell.place, (cell.area,))


def _number(cell: Cell, column: str, document: Document) -> tuple[float, str]:
    value, status = read_index_number(cell.value, cell.contents, _row_of(cell), document, column in INDEX_VALUES)
    if column in INDEX_VALUES:
        require_per_cent(value, cell.place, document)
    return value, status


def _keep_status(record: dict[str, Any], column: str, status: str, cell: Cell) -> None:
    """Keep what stands behind a value; of two markers that of the RegSO version which was in force in the year."""
    if status in (EXISTS, ROUNDED):
        record[column] = status
        return
    version = _VERSION.search(cell.area)
    if (version["year"] if version else REGSO_2020) == regso_version_of_year(int(cell.year)):
        record[column] = status
    elif version is None:
        # A code without a version may be of either.
        record.setdefault(column, status)


def _area(text: str, row: TextRow, document: Document) -> tuple[str | None, str | None]:
    if REGSO.fullmatch(text):
        return text, None
    code = plain_regso(first_word(text))
    if DESO.fullmatch(code) or (code.isdigit() and not REGSO.fullmatch(code)):
        raise InputError(
            "The file {file}: '{text}' is no RegSO area, but a country, county, municipality or DeSO. The index is "
            "published by RegSO: choose RegSO areas alone in the export.",
            file=document.name,
            text=text,
        )
    return code_or_name(text.strip(), row, document)
