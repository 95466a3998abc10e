"""Tables whose columns the user has named: the index, places with coordinates, and measures of their own."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from ..domain.arrays import Numbers
from ..domain.descriptions import (
    AREA,
    CODE,
    INDEX,
    NAME,
    RESULTS,
    UNITS,
    YEAR,
    Description,
    OwnMeasure,
    normal_name,
)
from ..domain.measures import COUNT, SHARE, STATUS_SUFFIX, WEIGHT_SUFFIX, Measure
from ..domain.messages import InputError, Message, message
from ..domain.totals import is_total, totals_among_places
from ..domain.written_numbers import Marks, marks_of
from .cells import are_fractions, read_number
from .cube import Cell, index_of
from .document import Document, TextRow, after, require_width, rows_of
from .json_text import is_json
from .source import INDEX as AS_INDEX
from .source import RESULTS as AS_RESULTS

# A coordinate reference system's code, x and y in it -> x and y in SWEREF 99 TM (EPSG:3006), infinite where there are
# none. Raises InputError for a system that nobody knows.
ToSweref = Callable[[str, Numbers, Numbers], tuple[Numbers, Numbers]]

WITHIN = 30  # rows, in which a header stands
# What columns of the index are called in SCB's own tables.
_CONTENTS = {
    "omradestyp": "områdestyp",
    "socioekonomiskt_index": "socioekonomiskt index",
    "andel_lag_ekonomisk_standard": "ekonomisk standard",
    "andel_forgymnasial": "förgymnasial",
    "andel_bistand_arbetsloshet": "bistånd",
}


def only_sweref(crs: str, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """Return coordinates that need no transformation. Raises InputError for any other system than SWEREF 99 TM."""
    if crs.upper() != "EPSG:3006":
        raise InputError("'{text}' is no coordinate reference system. Give a code like EPSG:3006.", text=crs)
    return x, y


class OwnTables(NamedTuple):
    """How tables of the user's own are read: what their columns are, and what their coordinates mean."""

    descriptions: tuple[Description, ...] = ()
    to_sweref: ToSweref = only_sweref

    def find(self, document: Document, tables: Iterable[str]) -> NamedTable | None:
        """Return a document as one of ``tables`` by the description that fits it; None where none does."""
        wanted = [description for description in self.descriptions if description.table in tables]
        if not wanted or is_json(document):
            return None
        for number, row in enumerate(rows_of(document)[:WITHIN]):
            for description in wanted:
                if description.fits(row.cells):
                    return NamedTable(document, description, number, self.to_sweref)
        return None


class NamedTable(NamedTuple):
    """A document, what its columns and its coordinates are; ``start``: which of its rows is the header."""

    document: Document
    description: Description
    start: int
    to_sweref: ToSweref = only_sweref

    def rows(self) -> Iterator[TextRow]:
        """Yield the rows below the header that are no notes: a note says nothing under the columns named but the first.

        Raises InputError for a row that says something, but not of which area or place.
        """
        header = rows_of(self.document)[self.start]
        named = {*self.description.columns.values(), *(measure.column for measure in self.description.measures)}
        key = self.description.columns[AREA if self.description.table == INDEX else CODE]
        places = [place for place, cell in enumerate(header.cells) if normal_name(cell) in named - {key}]
        below = list(after(rows_of(self.document), self.start))
        totals = totals_among_places(self.cell(row, key) for row in below)
        for row in below:
            says = [place for place in places if row.cell(place)]
            # A note stands in the first cell, whatever that column is.
            if not self.cell(row, key) and [place for place in says if place > 0]:
                raise InputError(
                    "The file {file}, row {row}, column {column}: the code is missing. Fill it in, or delete the row.",
                    file=self.document.name,
                    row=row.line,
                    column=key,
                )
            if says and (self.cell(row, key) in totals or is_total(self.ours(row, NAME))):
                raise InputError(
                    "The file {file}, row {row}: '{text}' looks like a total, which would count everything twice. "
                    "Delete the row.",
                    file=self.document.name,
                    row=row.line,
                    text=self.cell(row, key),
                )
            if self.cell(row, key) and (says or self._is_code_alone(row, header)):
                require_width(row, header, self.document)
                yield row

    def _is_code_alone(self, row: TextRow, header: TextRow) -> bool:
        """Return whether a row of places gives only a code: as many cells as the header, and no sentence."""
        code = self.cell(row, self.description.columns.get(CODE, self.description.header[0]))
        return self.description.table == UNITS and len(row.cells) >= len(header.cells) and " " not in code

    def cell(self, row: TextRow, column: str) -> str:
        """Return what stands in a row under the header ``column``."""
        return row.cell(self.description.header.index(column))

    def require_same(
        self, seen: dict[tuple[str, ...], TextRow], key: tuple[str, ...], row: TextRow, headers: Iterable[str]
    ) -> None:
        """Raise InputError where a row says something else of a ``key`` than an earlier one, in any of the columns."""
        before = seen.setdefault(key, row)
        for header in headers:
            if self.cell(row, header) != self.cell(before, header):
                raise InputError(
                    "The file {file}, row {row}, column {column}: '{text}', but row {before} says '{other}' of {key}. "
                    "Keep the row that is right, or name the column of the year.",
                    file=self.document.name,
                    row=row.line,
                    column=header,
                    text=self.cell(row, header),
                    before=before.line,
                    other=self.cell(before, header),
                    key=" ".join(part for part in key if part),
                )

    def ours(self, row: TextRow, column: str) -> str:
        """Return what stands in a row in the column named for ours; empty where none is."""
        named = self.description.columns.get(column)
        return self.cell(row, named) if named else ""


class NamedSource(NamedTuple):
    """A kind of table that is read by the columns the user has named.

    ``table``: its kind (``domain.descriptions``); ``use``: what it is read for, and ``header_rows``: as in ``source``.
    """

    name: str
    label: Message
    table: str
    use: str
    read: Callable[[NamedTable], pd.DataFrame]
    header_rows: int = 1


def read_index(table: NamedTable) -> pd.DataFrame:
    """Return the index in a table as ``cube.index_of`` does. Raises InputError."""
    columns = table.description.columns
    cells = [
        Cell(
            row.line,
            table.ours(row, AREA),
            contents,
            table.ours(row, YEAR) or table.description.year,
            table.ours(row, column),
        )
        for row in table.rows()
        for column, contents in _CONTENTS.items()
        if columns.get(column)
    ]
    return index_of(cells, table.document)


def read_results(table: NamedTable) -> pd.DataFrame:
    """Return a row a place with ``skolenhetskod lasar fil`` and each measure, its status and what it rests on.

    ``lasar`` is the year as the table writes it, empty where it has none. Raises InputError.
    """
    document, description = table.document, table.description
    records = []
    seen: dict[tuple[str, ...], TextRow] = {}
    figures = [header for declared in description.measures for header in (declared.column, declared.weight) if header]
    marks = {header: marks_of(table.cell(row, header) for row in table.rows()) for header in figures}
    for row in table.rows():
        code = table.ours(row, CODE)
        key = (code, table.ours(row, YEAR))
        table.require_same(seen, key, row, figures)
        if seen[key] is not row:
            raise InputError(
                "The file {file}, row {row}: {key} stands in row {before} too, with the same figures. If both count, "
                "add them up; else remove one of them.",
                file=document.name,
                row=row.line,
                key=" ".join(part for part in key if part),
                before=seen[key].line,
            )
        record: dict[str, object] = {"skolenhetskod": code, "lasar": table.ours(row, YEAR) or description.year}
        for declared in description.measures:
            measure = declared.measure
            value, status = _value(table, row, declared, marks[declared.column])
            record[measure.column], record[measure.column + STATUS_SUFFIX] = value, status
            if declared.weight:
                text = table.cell(row, declared.weight)
                weight, _ = read_number(text, declared.weight, row, document, marks[declared.weight])
                if weight < 0:
                    raise _impossible(declared.weight, weight, row, document)
                record[measure.column + WEIGHT_SUFFIX] = weight
        if description.columns.get(YEAR) and not record["lasar"]:
            raise InputError(
                "The file {file}, row {row}, column {column}: the year is missing. Fill it in, or name no column of "
                "years.",
                file=document.name,
                row=row.line,
                column=description.columns[YEAR],
            )
        records.append(record)
    if not records:
        raise no_rows(document)
    results = pd.DataFrame(records).assign(fil=document.name)
    for declared in description.measures:
        _require_per_cent(results[declared.measure.column].dropna(), declared, document)
    return results


def _require_per_cent(values: pd.Series, declared: OwnMeasure, document: Document) -> None:
    """Raise InputError where all of many shares are 0 to 1: a spreadsheet that shows 85 % holds 0.85."""
    if declared.measure.in_per_cent and are_fractions(values):
        raise InputError(
            "The file {file}, column {column}: no share is above 1, as if 0.85 stood for 85 per cent. Multiply them by "
            "100; or choose the kind mean, if so little is meant.",
            file=document.name,
            column=declared.column,
        )


def measures_of(descriptions: Iterable[Description]) -> tuple[Measure, ...]:
    """Return the measures that descriptions declare. Raises InputError where two declare one name differently."""
    found: dict[str, Measure] = {}
    for description in descriptions:
        for declared in description.measures:
            measure = declared.measure
            if found.setdefault(measure.column, measure) != measure:
                raise InputError(
                    "Two tables have a measure called '{name}', with different units, kinds, weights or sources. Give "
                    "one of them another name.",
                    name=declared.name,
                )
    return tuple(found.values())


def units_of(descriptions: Iterable[Description]) -> str:
    """Return what the places of descriptions are called; empty for schools. Raises InputError for several kinds."""
    words = sorted({description.units for description in descriptions if description.table == UNITS})
    if len(words) > 1:
        raise InputError(
            "The tables hold different kinds of places: {words}. Make a study of each.",
            words=", ".join(word or "schools" for word in words),
        )
    return words[0] if words else ""


def _value(table: NamedTable, row: TextRow, declared: OwnMeasure, marks: Marks) -> tuple[float, str]:
    measure, text = declared.measure, table.cell(row, declared.column)
    highest, per_cent = measure.highest, measure.in_per_cent
    value, status = read_number(text, declared.column, row, table.document, marks, highest, per_cent)
    known = not math.isnan(value)
    if known and (not measure.lowest <= value <= measure.highest or (declared.kind == COUNT and value % 1)):
        raise _impossible(declared.column, value, row, table.document, declared.kind)
    return value, status


def _impossible(column: str, value: float, row: TextRow, document: Document, kind: str = COUNT) -> InputError:
    if kind == SHARE:
        return InputError(
            "The file {file}, row {row}, column {column}: {value} is no share in per cent (0 to 100). Correct the "
            "cell, or choose another kind of measure.",
            file=document.name,
            row=row.line,
            column=column,
            value=f"{value:g}",
        )
    return InputError(
        "The file {file}, row {row}, column {column}: {value} is no number of anything. Correct the cell, or choose "
        "another kind of measure: means and amounts may be below zero.",
        file=document.name,
        row=row.line,
        column=column,
        value=f"{value:g}",
    )


def no_rows(document: Document) -> InputError:
    """Return the error of a table that gives nothing."""
    return InputError(
        "The file {file} has no row below its header with a code and a value. Check which columns you named.",
        file=document.name,
    )


OWN_INDEX = NamedSource(
    "own_index",
    message("area types or index in columns that you named"),
    INDEX,
    AS_INDEX,
    read_index,
)
OWN_RESULTS = NamedSource(
    "own_results",
    message("results in columns that you named"),
    RESULTS,
    AS_RESULTS,
    read_results,
)
