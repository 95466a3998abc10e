"""SCB's key from DeSO to RegSO: which areas a RegSO is made of, and the names that areas had at the time.

Seen is the key from DeSO 2018 to RegSO 2020; one to RegSO 2025 is expected to have the same columns with its own years.
"""

from __future__ import annotations

import re

import pandas as pd

from ..domain.codes import DESO, REGSO
from ..domain.messages import InputError, message
from .document import Document, TextRow, after, require_width, rows_of
from .index_checks import not_regso
from .source import KEY, SourceKind, in_rows

COLUMNS = ("desokod", "regsokod", "kommunnamn", "regsonamn", "deso_version", "regso_version")
_VERSIONED = {"desokod": "deso", "regsokod": "regsokod", "regsonamn": "regso"}
_YEAR = re.compile(r"(?P<name>\w+)_(?P<year>20\d\d)")


def find_header(rows: list[TextRow]) -> int | None:
    """Return which row is the key's header (``Kommun,Kommunnamn,DeSO_2018,RegSO_2020,RegSOkod_2020``)."""
    for number, row in enumerate(rows[:20]):
        if _places(row) is not None:
            return number
    return None


def _places(header: TextRow) -> tuple[dict[str, int], dict[str, str]] | None:
    """Return where our columns stand in a header and of which years they are, None where it is none."""
    places, years = {}, {}
    for place, cell in enumerate(header.cells):
        title = cell.strip().lower()
        versioned = _YEAR.fullmatch(title)
        for ours, theirs in _VERSIONED.items():
            if versioned and versioned["name"] == theirs:
                places[ours], years[ours] = place, versioned["year"]
        if title == "kommunnamn":
            places["kommunnamn"] = place
    complete = len(places) == len(_VERSIONED) + 1 and years["regsokod"] == years["regsonamn"]
    return (places, years) if complete else None


def read_regso_key(document: Document) -> pd.DataFrame:
    """Return one row a DeSO with ``COLUMNS``. Raises InputError."""
    rows = rows_of(document)
    start = find_header(rows)
    found = None if start is None else _places(rows[start])
    if start is None or found is None:
        raise InputError(
            "The file {file} is not SCB's key from DeSO to RegSO: it needs the columns "
            "Kommunnamn, DeSO_2018, RegSO_2020 and RegSOkod_2020, or those of another version.",
            file=document.name,
        )
    places, years = found
    records: dict[str, tuple[str, str, str, str]] = {}
    names: dict[str, tuple[str, str]] = {}
    for row in after(rows, start):
        require_width(row, rows[start], document)
        deso, regso = row.cell(places["desokod"]), row.cell(places["regsokod"])
        if not REGSO.fullmatch(regso):
            raise not_regso(regso, rows[start].cell(places["regsokod"]), row, document)
        if not DESO.fullmatch(deso):
            raise _no_deso(deso, rows[start].cell(places["desokod"]), row, document)
        name = (row.cell(places["kommunnamn"]), row.cell(places["regsonamn"]))
        if names.setdefault(regso, name) != name:
            raise InputError(
                "The file {file}, row {row}: {code} has two names: {first} and {second}. Use SCB's original file.",
                file=document.name,
                row=row.line,
                code=regso,
                first=names[regso][1],
                second=name[1],
            )
        record = (deso, regso, *name)
        if records.setdefault(deso, record) != record:
            raise InputError(
                "The file {file}, row {row}: {code} lies in two RegSO: {first} and {second}. Use SCB's original file.",
                file=document.name,
                row=row.line,
                code=deso,
                first=records[deso][1],
                second=regso,
            )
    if not records:
        raise InputError(
            "The file {file} has a header row but no areas below it. Export the table again.", file=document.name
        )
    table = pd.DataFrame(sorted(records.values()), columns=list(COLUMNS[:4]))
    return table.assign(deso_version=years["desokod"], regso_version=years["regsokod"])


def _no_deso(text: str, header: str, row: TextRow, document: Document) -> InputError:
    return InputError(
        "The file {file}, row {row}, column {column}: '{text}' is not a DeSO code (like 0114C1010).",
        file=document.name,
        row=row.line,
        column=header.strip(),
        text=text,
    )


SOURCE = SourceKind(
    "regso_key",
    message("SCB's key from DeSO to RegSO"),
    in_rows(find_header),
    {KEY: read_regso_key},
)
