"""A study file's tables back as tables, without geometry: what the dock and the exports read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ..analysis.summaries import by_area_type
from ..domain.messages import InputError
from ..study import SCHEMA_VERSION

_GEOMETRY = ["geom", "fid"]
# Written out: the name of a table cannot be bound.
_ROWS = {
    "areas": "SELECT * FROM areas",
    "schools": "SELECT * FROM schools",
    "summary_area_type": "SELECT * FROM summary_area_type",
    "summary_municipality_type": "SELECT * FROM summary_municipality_type",
    "match_report": "SELECT * FROM match_report",
}
_INTEGER = "INTEGER"


@dataclass(frozen=True)
class StudyTables:
    """The tables of INTERFACE's study GeoPackage; ``schools`` is None in a study without schools."""

    areas: pd.DataFrame
    schools: pd.DataFrame | None
    summary_area_type: pd.DataFrame
    summary_municipality_type: pd.DataFrame
    match_report: pd.DataFrame
    provenance: dict[str, str]

    def within(self, county: str, municipality: str) -> StudyTables:
        """Return the part of the study in a county or municipality (codes, empty for any).

        A school is where it lies, an unlocated one where it is registered.
        """
        place = municipality or county
        if not place:
            return self
        schools, kept = self.schools, set()
        if schools is not None:
            lies_in = schools["regsokod"].where(schools["regsokod"].notna(), schools["kommunkod"]).fillna("")
            schools = schools[lies_in.str.startswith(place)]
            kept = set(schools["skolenhetskod"])
        by_municipality, report = self.summary_municipality_type, self.match_report
        return StudyTables(
            self.areas[self.areas["regsokod"].str.startswith(place)],
            schools,
            by_area_type(self.areas, self.schools, county or None, municipality or None),
            by_municipality[by_municipality["kommunkod"].str.startswith(place)],
            # Codes of areas begin with their municipality's; those of schools only look as if they did.
            report[report["kod"].str.match(f"$|{place}\\d*R") | report["kod"].isin(kept)],
            {**self.provenance, "lanskod": county, "kommunkod": municipality},
        )


def read_study(path: str | Path) -> StudyTables:
    """Read a study file. Raises InputError where it is missing, no study, or of a newer version."""
    path = Path(path)
    if not path.is_file():
        raise InputError("There is no study file {file}. It may have been moved or deleted.", file=path)
    try:
        # Not read-only: only who may write can roll back what a crash left half done.
        with closing(sqlite3.connect(path)) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not {"areas", "provenance"} <= names:
                raise InputError("The file {file} is not a study file.", file=path)
            if version > SCHEMA_VERSION:
                raise InputError(
                    "The study file {file} was made by a newer version of RegSO Segregation. Update the plugin.",
                    file=path,
                )
            return StudyTables(
                _table(database, "areas"),
                _table(database, "schools") if "schools" in names else None,
                _table(database, "summary_area_type"),
                _table(database, "summary_municipality_type"),
                _table(database, "match_report"),
                dict(database.execute("SELECT key, value FROM provenance")),
            )
    except sqlite3.DatabaseError as error:
        raise InputError("The file {file} is not a study file ({reason}).", file=path, reason=error) from error


def _table(database: sqlite3.Connection, name: str) -> pd.DataFrame:
    kinds = dict(database.execute("SELECT name, type FROM pragma_table_info(?)", [name]).fetchall())
    rows = database.execute(_ROWS[name])
    columns = [column for column, *_ in rows.description]
    table = pd.DataFrame(rows.fetchall(), columns=columns).drop(columns=_GEOMETRY, errors="ignore")
    for column in table:
        kind = kinds[column]
        if kind == _INTEGER:
            table[column] = table[column].astype("Int64")
        elif kind == "REAL":
            table[column] = table[column].astype("float64")
    if "regsokod" in table:
        # Outside every area: no code.
        table["regsokod"] = table["regsokod"].where(table["regsokod"] != "", None)
    return table
