"""Trying a description on its table before it is kept: the result, or what is wrong with it."""

from __future__ import annotations

from ..domain.descriptions import INDEX, RESULTS, Description, require_sound
from ..domain.messages import Message, message
from . import recognise
from .document import Document, WorkbookSheet, rows_of
from .own_tables import OwnTables, ToSweref

_ENOUGH = 2000  # rows: more would make the user wait at every choice


def tried(document: Document, description: Description, to_sweref: ToSweref) -> Message:
    """Return what the first rows of a table give by a description. Raises InputError where they give nothing."""
    require_sound(description)
    rows = rows_of(document)
    part = WorkbookSheet(document.name, document.data, "", document.name, tuple(rows[:_ENOUGH]))
    own = OwnTables((description,), to_sweref)
    if description.table == INDEX:
        index, _ = recognise.index_of(recognise.index_parts([part], own))
        years = ", ".join(str(year) for year in sorted(set(index["index_ar"])))
        known = int(index[["omradestyp", "socioekonomiskt_index"]].notna().any(axis=1).sum())
        return message("{count} rows with a value, {years}", count=known, years=years)
    if description.table == RESULTS:
        (results,) = recognise.read_results([part], own)
        return message("{count} rows with a result", count=len(results))
    parts = recognise.school_parts([part], own)
    schools = recognise.schools_of(parts)
    recognise.results_of([], parts)
    located = int(schools["x"].notna().sum())
    return message("{count} places, {located} of them with coordinates in Sweden", count=len(schools), located=located)
