"""SCB's key from DeSO 2018 to RegSO 2020: the names that areas had when the index was published."""

from __future__ import annotations

import pandas as pd

from ..domain.codes import REGSO
from ..domain.messages import InputError
from .document import Document, Row, require_width, rows_of
from .index_checks import not_regso

COLUMNS = ("regsokod", "kommunnamn", "regsonamn")
_NEEDED = {"regsokod": "regsokod_2020", "kommunnamn": "kommunnamn", "regsonamn": "regso_2020"}


def find_header(rows: list[Row]) -> int | None:
    """Return which row is the key's header (``Kommun,Kommunnamn,DeSO_2018,RegSO_2020,RegSOkod_2020``)."""
    for number, row in enumerate(rows[:20]):
        if set(_NEEDED.values()) <= {cell.strip().lower() for cell in row.cells}:
            return number
    return None


def read_regso_key(document: Document) -> pd.DataFrame:
    """Return one row a RegSO with ``regsokod kommunnamn regsonamn``. Raises InputError."""
    rows = rows_of(document)
    start = find_header(rows)
    if start is None:
        raise InputError(
            "The file {file} is not SCB's key from DeSO to RegSO: it needs the columns "
            "Kommunnamn, RegSO_2020 and RegSOkod_2020.",
            file=document.name,
        )
    header = [cell.strip().lower() for cell in rows[start].cells]
    places = {ours: header.index(theirs) for ours, theirs in _NEEDED.items()}
    records: dict[str, tuple[str, str, str]] = {}
    for row in rows[start + 1 :]:
        require_width(row, rows[start], document)
        code = row.cell(places["regsokod"])
        if not REGSO.fullmatch(code):
            raise not_regso(code, "RegSOkod_2020", row, document)
        record = (code, row.cell(places["kommunnamn"]), row.cell(places["regsonamn"]))
        if records.setdefault(code, record) != record:
            raise InputError(
                "The file {file}, row {row}: {code} has two names: {first} and {second}. Use SCB's original file.",
                file=document.name,
                row=row.line,
                code=code,
                first=records[code][2],
                second=record[2],
            )
    if not records:
        raise InputError(
            "The file {file} has a header row but no areas below it. Export the table again.", file=document.name
        )
    return pd.DataFrame(sorted(records.values()), columns=list(COLUMNS))
