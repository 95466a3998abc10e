"""Schools or other places in tables whose columns the user has named, in any coordinate reference system."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..domain.arrays import Numbers
from ..domain.codes import SCHOOL_UNIT
from ..domain.descriptions import CODE, MUNICIPALITY, NAME, OPERATOR, TYPES, UNITS, Description, X, Y
from ..domain.measures import PUPILS
from ..domain.messages import InputError, message
from ..domain.operators import OPERATORS, operator
from ..domain.placing import MISSING_COORDINATE, SWAPPED_COORDINATE, lies_in_sweden
from .cells import not_a_school, require_municipality
from .coordinates import read_pair
from .document import Document, TextRow
from .own_tables import NamedSource, NamedTable, ToSweref, no_rows
from .skolverket_json import SCHOOLS_READ
from .source import SCHOOLS


def read_units(table: NamedTable) -> pd.DataFrame:
    """Return schools or other places as ``SCHOOLS_READ``.

    Raises InputError for damaged codes and numbers, and where most places lie outside Sweden: then the columns or the
    coordinate reference system are wrong.
    """
    document, description = table.document, table.description
    records, pairs = [], []
    seen: dict[tuple[str, ...], TextRow] = {}
    # Names may change from year to year.
    said_of_places = [description.columns[one] for one in (X, Y, MUNICIPALITY) if description.columns.get(one)]
    for row in table.rows():
        code = table.ours(row, CODE)
        table.require_same(seen, (code,), row, said_of_places)
        if not description.units and not SCHOOL_UNIT.fullmatch(code):
            if _looks_like_a_damaged_code(code):
                raise not_a_school(code, description.columns[CODE], row, document)
            raise InputError(
                "The file {file}, row {row}, column {column}: '{text}' is no school unit code (8 digits). If the "
                "places are no schools, write what they are called.",
                file=document.name,
                row=row.line,
                column=description.columns[CODE],
                text=code,
            )
        municipality = table.ours(row, MUNICIPALITY)
        require_municipality(municipality, description.columns.get(MUNICIPALITY, ""), row, document)
        try:
            pairs.append(read_pair(table.ours(row, X), table.ours(row, Y)))
        except ValueError as error:
            raise InputError(
                "The file {file}, row {row}: '{text}' is not a coordinate in {crs}. Correct the cell, or choose other "
                "columns.",
                file=document.name,
                row=row.line,
                text=error.args[0],
                crs=description.crs,
            ) from error
        records.append(
            {
                "skolenhetskod": code,
                "namn": table.ours(row, NAME),
                "huvudmannatyp": _operator(table, row),
                "skolformer": table.ours(row, TYPES),
                "kommunkod": municipality,
                PUPILS: None,
                "arskurser": "",
                "kalla": "",
                "fil": document.name,
            }
        )
    if not records:
        raise no_rows(document)
    x, y, status = _located(pairs, description, table.to_sweref, document)
    return pd.DataFrame(records).assign(x=x, y=y, koordinat=status)[list(SCHOOLS_READ)]


def _located(
    pairs: list[tuple[float, float] | None], description: Description, to_sweref: ToSweref, document: Document
) -> tuple[Numbers, Numbers, list[str]]:
    """Return x, y in EPSG:3006 and why not, where a place has no coordinate or its coordinates look exchanged."""
    status = ["" if pair else MISSING_COORDINATE for pair in pairs]
    known = [number for number, pair in enumerate(pairs) if pair]
    x, y = (np.full(len(pairs), math.nan) for _ in "xy")
    if not known:
        return x, y, status
    east, north = np.array([pair for pair in pairs if pair]).T

    def moved(first: Numbers, second: Numbers) -> tuple[Numbers, Numbers]:
        one, other = to_sweref(description.crs, first, second)
        return np.where(np.isfinite(one), one, 0.0), np.where(np.isfinite(other), other, 0.0)

    x[known], y[known] = moved(east, north)
    inside = lies_in_sweden(x[known], y[known])
    exchanged = ~inside & lies_in_sweden(*moved(north, east))
    if inside.mean() < 0.5:
        if exchanged.mean() > 0.5:
            raise InputError(
                "The file {file}: {count} of {all} places do not lie in Sweden by {crs}, but they would with the two "
                "columns exchanged. Exchange them; of a layer, run 'Swap X and Y coordinates' from the Processing "
                "toolbox and use its result.",
                file=document.name,
                count=int((~inside).sum()),
                all=len(known),
                crs=description.crs,
            )
        raise InputError(
            "The file {file}: {count} of {all} places do not lie in Sweden by {crs}. Check the columns and the "
            "coordinate reference system.",
            file=document.name,
            count=int((~inside).sum()),
            all=len(known),
            crs=description.crs,
        )
    for number, swapped in zip(known, exchanged):
        if swapped:
            x[number] = y[number] = math.nan
            status[number] = SWAPPED_COORDINATE
    return x, y, status


def _operator(table: NamedTable, row: TextRow) -> str:
    text = table.ours(row, OPERATOR)
    known = operator(text)
    if text and not known:
        raise InputError(
            "The file {file}, row {row}, column {column}: '{text}' is no operator. Known are {known}. Name no column "
            "of operators if yours are others.",
            file=table.document.name,
            row=row.line,
            column=table.description.columns[OPERATOR],
            text=text,
            known=", ".join(OPERATORS),
        )
    return known


def _looks_like_a_damaged_code(code: str) -> bool:
    return code[:1].isdigit() and not any(letter.isalpha() for letter in code)


OWN_UNITS = NamedSource(
    "own_units",
    message("places in columns that you named"),
    UNITS,
    SCHOOLS,
    read_units,
)
