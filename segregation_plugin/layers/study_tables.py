"""A study file's tables back as tables, without geometry: what the dock and the exports read."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from ..analysis.schools.operator_addresses import in_figures, in_place
from ..analysis.schools.school_segregation import SpreadRow
from ..analysis.schools.summaries import by_area_type
from ..analysis.segregation.repeated import Progress
from ..disclosure.means import TYPE_COLUMNS, as_one_result, types_compared
from ..disclosure.school_indices import shown_segregation
from ..disclosure.shown_summaries import shown
from ..domain.area_types import AREA_TYPES, GROUPS
from ..domain.columns import INDEX_STATUSES
from ..domain.findings import EXPLANATIONS
from ..domain.measures import (
    KINDS,
    MEAN,
    OWN_PREFIX,
    OWN_PUPILS,
    PUPILS,
    STATUS_SUFFIX,
    SUMS,
    WEIGHT_SUFFIX,
    YEAR_9_RESULTS,
    Measure,
    results_in,
)
from ..domain.messages import InputError, Message, from_json, message
from ..domain.placing import EXPLANATIONS as PLACINGS
from ..study import AS_LOCATED, NO, SCHEMA_VERSION
from .opening import opened

# In the provenance: whether what nobody has published is protected, as it always is.
PROTECTED, YES = "sekretessgranskning", "ja"
_GEOMETRY = ["geom", "fid"]
# Written out: the name of a table cannot be bound.
_ROWS = {
    "areas": "SELECT * FROM areas",
    "schools": "SELECT * FROM schools",
    "summary_area_type": "SELECT * FROM summary_area_type",
    "summary_municipality_type": "SELECT * FROM summary_municipality_type",
    "match_report": "SELECT * FROM match_report",
    "measures": "SELECT * FROM measures",
    "results_area_type": "SELECT * FROM results_area_type",
    "segregation": "SELECT * FROM segregation",
    "messages": "SELECT * FROM messages",
}
_OPTIONAL = ("schools", "measures", "results_area_type", "segregation", "messages")
# Of the user's own measures: column, name, unit, kind, what means are weighted by, source, year, and whether its values
# of single places are published.
MEASURE_COLUMNS = ("kolumn", "namn", "enhet", "typ", "vikt", "kalla", "ar", "publicerat")
_KINDS = {"INTEGER": "Int64", "MEDIUMINT": "Int64", "REAL": "float64"}
_MARKS = ("_dold", OWN_PUPILS)
# What every study of this version holds, as far as the dock and the exports need it.
_SUMMARY = (
    *("grupp", "omradestyp", "omraden", "skolor", PUPILS, "elever_n", OWN_PUPILS),
    *("skolor_kommunal", "skolor_enskild", "skolor_ovriga", "skolor_okand"),
)
_REQUIRED = {
    "areas": (
        *("regsokod", "regsonamn", "kommunkod", "kommunnamn", "omradestyp", "index_ar", "matchning", "grans_andrad"),
    ),
    "schools": (
        *("skolenhetskod", "namn", "huvudmannatyp", "skolformer", "kommunkod", "regsokod", "omradestyp", "placering"),
        *(PUPILS, OWN_PUPILS),
    ),
    "summary_area_type": _SUMMARY,
    "summary_municipality_type": ("kommunkod", "kommunnamn", *_SUMMARY),
    "match_report": ("slag", "kod", "namn", "beskrivning"),
    "measures": MEASURE_COLUMNS,
    "results_area_type": TYPE_COLUMNS,
    "segregation": tuple(name for name in SpreadRow._fields if name != "anmarkning"),
    "messages": ("text", "mall"),
}
# What studies of this version that were made before do not hold, and what is read instead.
_ADDED_LATER: dict[str, dict[str, object]] = {
    "areas": dict.fromkeys(INDEX_STATUSES, ""),
    "schools": {"arskurser": ""},
    "summary_area_type": {"omraden_dolda": 0},
    "summary_municipality_type": {"omraden_dolda": 0},
    "segregation": {"anmarkning": ""},
}
_OF_A_MEAN = ("_n", "_dolda", "_dolda_andel", "_avrundade", "_utan_vikt", "_vikt", "_elever", "_dold")
_KNOWN: dict[str, Collection[object]] = {
    "grupp": GROUPS,
    "slag": EXPLANATIONS,
    "placering": PLACINGS,
    "omradestyp": (*AREA_TYPES, pd.NA),
    "typ": KINDS,
}


@dataclass(frozen=True)
class StudyTables:
    """The tables of INTERFACE's study GeoPackage; ``schools`` is None in a study without schools.

    ``own_measures``: the user's own results, beside the published ones. ``whole``: the study that this is a part of.
    ``results_area_type`` and ``segregation`` are None where no file holds them, see ``types_compared`` and
    ``spread_over_schools``. ``messages``: what the texts of the file were made of, as far as it tells.
    """

    areas: pd.DataFrame
    schools: pd.DataFrame | None
    summary_area_type: pd.DataFrame
    summary_municipality_type: pd.DataFrame
    match_report: pd.DataFrame
    provenance: dict[str, str]
    own_measures: tuple[Measure, ...] = ()
    whole: StudyTables | None = None
    results_area_type: pd.DataFrame | None = None
    segregation: pd.DataFrame | None = None
    messages: Mapping[str, Message] = field(default_factory=lambda: MappingProxyType({}))

    def said(self, text: str | Message) -> Message:
        """Return a text of the file as a message, to be told in any language that its maker had words for."""
        if isinstance(text, Message):
            return text
        return self.messages.get(text) or (message("{text}", text=text) if text else message(""))

    @cached_property
    def counted(self) -> pd.DataFrame | None:
        """The schools as figures count them: see ``operator_addresses.in_figures``; None in a study without schools."""
        if self.schools is None:
            return None
        place = self.provenance.get("kommunkod") or self.provenance.get("lanskod") or ""
        return in_figures(self.schools, self._as_located, place)

    @property
    def _as_located(self) -> bool:
        """Whether schools that may stand at their operator's address count where that lies."""
        return self.provenance.get(AS_LOCATED) != NO

    @property
    def measures(self) -> list[Measure]:
        """The results that the study has: of its schools, and unpublished ones that its summary has."""
        columns = () if self.schools is None else self.schools.columns
        return [
            measure
            for measure in (*YEAR_9_RESULTS, *self.own_measures)
            if measure.column in (columns if measure.public else self.summary_area_type)
        ]

    @property
    def sums_hidden(self) -> list[frozenset[str]]:
        """For each sum or mean of the user's own that nobody has published the groups that the summary hides it for.

        A mean of places that count alike is their sum, divided by how many they are.
        """
        summary = self.summary_area_type
        return [
            frozenset(summary.loc[summary[f"{measure.column}_dold"] > 0, "grupp"])
            for measure in self.measures
            if not measure.public and measure.kind in (*SUMS, MEAN)
        ]

    @property
    def units(self) -> str:
        """What the places of the study are called, in the plural, if they are no schools."""
        return self.provenance.get("enheter", "")

    def types_compared(self, measure: Measure) -> pd.DataFrame:
        """Return how a result differs between area types: rows of ``types_compared``, none where it has no mean.

        What nobody has published by place is for the whole study alone.
        """
        if self.results_area_type is not None:
            return self.results_area_type[self.results_area_type["resultat"] == measure.column]
        if self.counted is None or not measure.public:
            return pd.DataFrame(columns=list(TYPE_COLUMNS))
        return types_compared(self.counted, [measure], whole=None if self.whole is None else self.whole.counted)

    def by_type(self, measure: Measure) -> pd.DataFrame:
        """Return the table by area type of one result that has a mean, in the columns of ``compare_types``."""
        compared = self.types_compared(measure)
        compared = compared.assign(anledning=compared["anledning"].map(self.said))
        return as_one_result(self.summary_area_type, compared, measure)

    def spread_over_schools(self, measure: Measure, progress: Progress = None) -> list[SpreadRow]:
        """Return how unevenly a result's two groups are spread over schools and areas; none where it is no share.

        ``progress``: see ``shown_segregation``.
        """
        if self.segregation is not None:
            rows = self.segregation[self.segregation["resultat"] == measure.column]
            rows = rows.assign(**{name: rows[name].map(self.said) for name in ("anledning", "anmarkning")})
            return [SpreadRow(*row) for row in rows[list(SpreadRow._fields)].itertuples(index=False)]
        if self.counted is None or not measure.public:
            return []
        return shown_segregation(self.counted, [measure], progress=progress)

    def within(self, county: str, municipality: str) -> StudyTables:
        """Return the part of the study in a county or municipality (codes, empty for any).

        A school is where it lies, an unlocated one where it is registered (``operator_addresses.in_place``).
        """
        place = municipality or county
        if not place:
            return self
        schools, kept = self.schools, set()
        if schools is not None:
            schools = schools[in_place(schools, self._as_located, place)]
            kept = set(schools["skolenhetskod"])
        by_municipality, report = self.summary_municipality_type, self.match_report
        return StudyTables(
            self.areas[self.areas["regsokod"].str.startswith(place)],
            schools,
            # As in the table by municipality: what nobody has published is for the whole study alone.
            shown(
                by_area_type(
                    self.areas,
                    self.counted,
                    county or None,
                    municipality or None,
                    [measure for measure in self.measures if measure.public],
                )
            ),
            by_municipality[by_municipality["kommunkod"].str.startswith(place)],
            # Codes of areas begin with their municipality's; those of schools only look as if they did.
            report[report["kod"].str.match(f"$|{place}\\d*R") | report["kod"].isin(kept)],
            {**self.provenance, "lanskod": county, "kommunkod": municipality},
            self.own_measures,
            self.whole or self,
        )


def read_study(path: str | Path) -> StudyTables:
    """Read a study file.

    Raises InputError where it is missing, no study, of a newer version, changed by hand so that it cannot be read, or
    held by another program.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError("There is no study file {file}. It may have been moved or deleted.", file=path)
    try:
        with opened(path) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not {"areas", "provenance"} <= names:
                raise InputError("The file {file} is not a study file. Choose one that Study has made.", file=path)
            if version > SCHEMA_VERSION:
                raise InputError(
                    "The study file {file} was made by a newer version of RegSO Segregation. Update the plugin.",
                    file=path,
                )
            read = {name: _table(database, name, path) for name in _ROWS if name in names}
            provenance = dict(database.execute("SELECT key, value FROM provenance"))
    except (sqlite3.OperationalError, OSError) as error:
        raise InputError(
            "The study file {file} cannot be read: {reason}. Close programs that use it, check that you may read and "
            "write it, and try again.",
            file=path,
            reason=error.strerror if isinstance(error, OSError) else error,
        ) from error
    except sqlite3.DatabaseError as error:
        raise InputError(
            "The file {file} is not a study file ({reason}). Choose one that Study has made.", file=path, reason=error
        ) from error
    for name in _ROWS:
        if name not in read and name not in _OPTIONAL:
            raise _changed(path, name, "")
    if read["areas"].empty:
        raise _changed(path, "areas", "")
    own, schools = _own_measures(read, path), read.get("schools")
    return StudyTables(
        read["areas"],
        None if schools is None else _without_unpublished(schools, own),
        read["summary_area_type"],
        read["summary_municipality_type"],
        read["match_report"],
        {str(key): str(value) for key, value in provenance.items()},
        own,
        results_area_type=read.get("results_area_type"),
        segregation=read.get("segregation"),
        messages=_messages(read.get("messages"), path),
    )


def _messages(rows: pd.DataFrame | None, path: Path) -> dict[str, Message]:
    try:
        return {} if rows is None else {text: from_json(made_of) for text, made_of in zip(rows["text"], rows["mall"])}
    except ValueError as error:
        raise _changed(path, "messages", "mall") from error


def _own_measures(read: dict[str, pd.DataFrame], path: Path) -> tuple[Measure, ...]:
    """Return the user's own measures. Raises InputError where the schools have others than the study tells of."""
    rows = read["measures"].itertuples() if "measures" in read else ()
    found = tuple(
        Measure(
            row.kolumn,
            row.enhet,
            {"sv": row.namn, "en": row.namn},
            kind=row.typ,
            weight=row.vikt,
            source=row.kalla,
            year=row.ar,
            public=str(row.publicerat) == "1",
        )
        for row in rows
    )
    schools = read.get("schools", pd.DataFrame())
    held = {column for column in results_in(schools) if column.startswith(OWN_PREFIX)}
    summed = {column for column in results_in(read["summary_area_type"]) if column.startswith(OWN_PREFIX)}
    public = {measure.column for measure in found if measure.public}
    if not public <= held or {measure.column for measure in found} != held | summed:
        raise _changed(path, "measures", "kolumn")
    return found


def _without_unpublished(schools: pd.DataFrame, measures: Collection[Measure]) -> pd.DataFrame:
    """Return schools without what studies held before: values of single schools that nobody has published."""
    own = tuple(measure.column for measure in measures if not measure.public)
    endings = ("", STATUS_SUFFIX, WEIGHT_SUFFIX)
    return schools.drop(columns=[name for one in own for end in endings if (name := one + end) in schools])


def _table(database: sqlite3.Connection, name: str, path: Path) -> pd.DataFrame:
    kinds = dict(database.execute("SELECT name, type FROM pragma_table_info(?)", [name]).fetchall())
    rows = database.execute(_ROWS[name])
    columns = [column for column, *_ in rows.description]
    table = pd.DataFrame(rows.fetchall(), columns=columns).drop(columns=_GEOMETRY, errors="ignore")
    endings = (STATUS_SUFFIX,) if name == "schools" else _OF_A_MEAN
    beside = [column + ending for column in results_in(columns) for ending in endings]
    for column in (*_REQUIRED[name], *beside):
        if column not in table:
            raise _changed(path, name, column)
    for column in table:
        kind = _KINDS.get(kinds[column])
        try:
            table[column] = table[column].astype(kind) if kind else table[column].fillna("").astype(str)
        except (TypeError, ValueError) as error:
            raise _changed(path, name, column) from error
    for column, known in _KNOWN.items():
        if column in table and not table[column].isin(known).all():
            raise _changed(path, name, column)
    for column in table:
        if column.endswith(_MARKS):
            table[column] = table[column].fillna(1)  # what is not said to be shown is hidden
    for column, value in _ADDED_LATER.get(name, {}).items():
        if column not in table:
            table[column] = value
    if "regsokod" in table:
        # Outside every area: no code.
        table["regsokod"] = table["regsokod"].where(table["regsokod"] != "", None)
    return table


def _changed(path: Path, table: str, column: str) -> InputError:
    return InputError(
        "The study file {file} was changed by hand: table {table}, column '{column}' is missing or holds what no study "
        "writes. Make the study again.",
        file=path,
        table=table,
        column=column,
    )
