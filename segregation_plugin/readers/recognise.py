"""What a file is, told by its content, and the tables of several files in one."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

import pandas as pd

from ..domain import descriptions
from ..domain.columns import positions
from ..domain.messages import InputError, Message, message
from . import (
    index_pivot,
    index_tables,
    jsonstat,
    own_places,
    own_tables,
    population,
    px,
    pxweb_v1,
    register_2020,
    regso_key,
    salsa,
    school_files,
    skolenhetsregistret,
    skolverket_json,
)
from .document import Document, rows_of, text_of
from .own_tables import OwnTables

INDEX_EXPORT = "index_export"
INDEX_BY_CODE = "index_by_code"
INDEX_PIVOT = "index_pivot"
JSON_STAT = "json_stat"
PXWEB_V1 = "pxweb_v1"
PX = "px"
REGSO_KEY = "regso_key"
SCHOOL_UNITS = "school_units"
SCHOOL_REGISTER = "school_register"
REGISTER_2020 = "register_2020"
SCHOOL_TABLE = "school_table"
SALSA = "salsa"
RESULT_EXPORT = "result_export"
STATISTICS = "statistics"
POPULATION = "population"
OWN_INDEX = "own_index"
OWN_UNITS = "own_units"
OWN_RESULTS = "own_results"

KIND_NAMES: dict[str, Message] = {
    INDEX_EXPORT: message("SCB's export of area types or index by name"),
    INDEX_BY_CODE: message("area types or index by RegSO code"),
    INDEX_PIVOT: message("SCB's table of area types and index"),
    JSON_STAT: message("SCB's table (json-stat)"),
    PXWEB_V1: message("SCB's table (PxWeb API v1)"),
    PX: message("SCB's table (PX)"),
    REGSO_KEY: message("SCB's key from DeSO to RegSO"),
    SCHOOL_UNITS: message("Skolverket's school units (API v4)"),
    SCHOOL_REGISTER: message("Skolverket's register of school units (API v2 or v1)"),
    REGISTER_2020: message("Skolverket's register of school units of 2020"),
    SCHOOL_TABLE: message("a table of schools"),
    SALSA: message("Skolverket's SALSA by school unit"),
    RESULT_EXPORT: message("Skolverket's results by school unit"),
    STATISTICS: message("Skolverket's statistics by school unit (API v4)"),
    POPULATION: message("population of RegSO or DeSO areas"),
    OWN_INDEX: message("area types or index in columns that you named"),
    OWN_UNITS: message("places in columns that you named"),
    OWN_RESULTS: message("results in columns that you named"),
}

Reader = Callable[[Document], pd.DataFrame]
Told = TypeVar("Told")
INDEX: dict[str, Reader] = {
    INDEX_EXPORT: index_tables.read_export,
    INDEX_BY_CODE: index_tables.read_by_code,
    INDEX_PIVOT: index_pivot.read,
    JSON_STAT: jsonstat.read,
    PXWEB_V1: pxweb_v1.read,
    PX: px.read,
    REGSO_KEY: regso_key.read_regso_key,
}
SCHOOLS: dict[str, Reader] = {
    SCHOOL_UNITS: skolverket_json.read_schools,
    SCHOOL_REGISTER: skolenhetsregistret.read_schools,
    REGISTER_2020: register_2020.read_schools,
    SCHOOL_TABLE: school_files.read_schools,
    STATISTICS: skolverket_json.read_statistics,
}
RESULTS: dict[str, Reader] = {
    SALSA: salsa.read_results,
    RESULT_EXPORT: school_files.read_results,
    STATISTICS: skolverket_json.read_statistics,
}
POPULATIONS: dict[str, Reader] = {
    POPULATION: population.read,
    JSON_STAT: functools.partial(jsonstat.read, table_of=population.of_cells),
    PXWEB_V1: functools.partial(pxweb_v1.read, table_of=population.of_cells),
    PX: functools.partial(px.read, table_of=population.of_cells),
}


class FilePart(NamedTuple):
    """One file, or one sheet of a workbook: what it was taken for, and its table."""

    document: Document
    kind: str
    table: pd.DataFrame
    own: own_tables.NamedTable | None = None


NOTHING_OWN = OwnTables()


def recognise(document: Document) -> str:
    """Return the kind of a file. Raises InputError, which says what is expected, for any other."""
    if text_of(document).lstrip()[:1] in ("{", "["):
        data = skolverket_json.parse(document)
        if skolverket_json.holds_statistics(data):
            return STATISTICS
        # Before API v4: the register's list has a code and a name too.
        if skolenhetsregistret.holds_units(data):
            return SCHOOL_REGISTER
        if skolverket_json.holds_schools(data):
            return SCHOOL_UNITS
        if jsonstat.is_json_stat(data):
            return JSON_STAT
        if pxweb_v1.is_answer(data):
            return PXWEB_V1
    elif px.is_px(text_of(document)):
        return PX
    else:
        rows = rows_of(document)
        for kind, find in (
            # SALSA has the header of results, and more.
            (SALSA, salsa.find_header),
            (RESULT_EXPORT, school_files.find_result_header),
            (REGSO_KEY, regso_key.find_header),
            (INDEX_BY_CODE, index_tables.find_code_header),
            (POPULATION, population.find_header),
            # With coordinates, the register of 2020 is a table of schools like any other.
            (SCHOOL_TABLE, school_files.find_school_header),
            (REGISTER_2020, register_2020.find_header),
            (INDEX_EXPORT, index_tables.find_export_header),
            (INDEX_PIVOT, index_pivot.find_header),
        ):
            if find(rows) is not None:
                return kind
        # A known key without the rest: the reader of that kind says which column is missing.
        known = {column for row in rows[:20] for column in positions(row.cells)}
        for key, kind in (("skolenhetskod", SCHOOL_TABLE), ("regsokod", INDEX_BY_CODE)):
            if key in known:
                return kind
    raise InputError(
        "The file {file} is of no kind this plugin knows. It reads SCB's area types, index and population (CSV, Excel, "
        "JSON, PX), SCB's key from DeSO to RegSO (CSV), Skolverket's school units and statistics (JSON), registers of "
        "school units (JSON, CSV), results by school unit and SALSA (CSV, Excel). For any other table, name its "
        "columns.",
        file=document.name,
    )


def read_parts(
    documents: Iterable[Document],
    readers: Mapping[str, Reader],
    wanted: Message,
    own: OwnTables = NOTHING_OWN,
    tables: tuple[str, ...] = (),
) -> list[FilePart]:
    """Read files each by the reader of its kind; sheets of notes beside one that is recognised are left out.

    A table whose columns the user has named as one of ``tables`` is read by those, whatever else it could be. Raises
    InputError where a file is of no kind, or of none that ``readers`` (``INDEX``, ``SCHOOLS``, ``RESULTS``) has.
    """

    def part(document: Document, told: str | own_tables.NamedTable) -> FilePart:
        if isinstance(told, str):
            return FilePart(document, told, _reader(readers, told, document, wanted)(document))
        if descriptions.INDEX in tables:
            return FilePart(document, OWN_INDEX, own_tables.read_index(told), told)
        if descriptions.RESULTS in tables:
            return FilePart(document, OWN_RESULTS, own_tables.read_results(told), told)
        return FilePart(document, OWN_UNITS, own_places.read_units(told, own.to_sweref), told)

    def told(document: Document) -> str | own_tables.NamedTable:
        return own.find(document, tables) or recognise(document)

    return [part(document, kind) for document, kind in _each(documents, told)]


def _each(documents: Iterable[Document], told: Callable[[Document], Told]) -> Iterator[tuple[Document, Told]]:
    for workbook, group in itertools.groupby(documents, lambda document: getattr(document, "workbook", None)):
        if workbook is None:
            yield from ((document, told(document)) for document in group)
            continue
        tried = [(document, _or_error(told, document)) for document in group]
        known = [(document, what) for document, what in tried if not isinstance(what, InputError)]
        if not known:
            raise next(error for _, error in tried if isinstance(error, InputError))
        yield from known


def _or_error(told: Callable[[Document], Told], document: Document) -> Told | InputError:
    try:
        return told(document)
    except InputError as error:
        return error


def _reader(readers: Mapping[str, Reader], kind: str, document: Document, wanted: Message) -> Reader:
    reader = readers.get(kind)
    if reader is None:
        raise InputError(
            "The file {file} holds {found}, not {wanted}. Choose it where it belongs.",
            file=document.name,
            found=KIND_NAMES[kind],
            wanted=wanted,
        )
    return reader


def read_index(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Read index files to one long table (``index_checks.COLUMNS``) and, if among them, the RegSO key."""
    return index_of(index_parts(documents, own))


def index_parts(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> list[FilePart]:
    """Read files of the index, each for itself."""
    return read_parts(documents, INDEX, message("the index"), own, (descriptions.INDEX,))


def index_of(parts: Iterable[FilePart]) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Return one long table of parts of the index and, if among them, the RegSO key."""
    key, tables = None, []
    for part in parts:
        if part.kind == REGSO_KEY:
            key = part.table if key is None else pd.concat([key, part.table], ignore_index=True)
        else:
            tables.append(part.table)
    if not tables:
        raise InputError("Choose at least one file with area types or index.")
    return pd.concat(tables, ignore_index=True), key


def read_population(documents: Iterable[Document]) -> pd.DataFrame:
    """Read files of the population to one table, a row an area and year (``population.COLUMNS``).

    Raises InputError where two files differ.
    """
    parts = read_parts(documents, POPULATIONS, message("the population"))
    if not parts:
        raise InputError("Choose at least one file with the population of RegSO or DeSO areas.")
    return population.merge([part.table for part in parts])


def read_schools(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> pd.DataFrame:
    """Read files of schools to one table; what a later file knows fills what an earlier one left empty.

    Statistics files among them give ``elever``; ``elever_egna`` marks numbers that any other file gave.
    """
    return schools_of(school_parts(documents, own))


def school_parts(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> list[FilePart]:
    """Read files of schools or other places, each for itself."""
    return read_parts(documents, SCHOOLS, message("the schools"), own, (descriptions.UNITS,))


def schools_of(parts: Iterable[FilePart]) -> pd.DataFrame:
    """Return one table of parts of schools (see ``read_schools``)."""
    parts = list(parts)
    statistics = [part.table for part in parts if part.kind == STATISTICS]
    tables = [part.table for part in parts if part.kind != STATISTICS]
    if not tables:
        raise InputError("Choose at least one file with schools and their coordinates.")
    schools = one_row_a_school(tables)
    schools["elever_egna"] = schools["elever"].notna()
    if statistics:
        counts = latest_pupils(pd.concat(statistics, ignore_index=True))
        known = schools["skolenhetskod"].map(counts)
        schools["elever"] = known.where(known.notna(), schools["elever"])
        schools["elever_egna"] &= known.isna()
    return schools


def read_results(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> list[pd.DataFrame]:
    """Read files of results, a table a file (``fil`` names it), to be merged by ``analysis.results``."""
    return results_of(result_parts(documents, own))


def result_parts(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> list[FilePart]:
    """Read files of results, each for itself."""
    return read_parts(documents, RESULTS, message("the results"), own, (descriptions.RESULTS,))


def results_of(parts: Iterable[FilePart], schools: Iterable[FilePart] = ()) -> list[pd.DataFrame]:
    """Return the tables of parts of results, and of the measures that stand in tables of places (``schools``)."""
    beside = [part.own for part in schools if part.own is not None and part.own.description.measures]
    return [part.table for part in parts] + [own_tables.read_results(table) for table in beside]


def named(parts: Iterable[FilePart]) -> list[descriptions.Description]:
    """Return the descriptions that parts were read by, each once, in their order."""
    found = [part.own.description for part in parts if part.own is not None]
    return [description for number, description in enumerate(found) if description not in found[:number]]


def latest_pupils(statistics: pd.DataFrame) -> pd.Series:
    """Return each school's latest known number of pupils (all grades, rounded to tens by the source)."""
    if "elever" not in statistics:
        return pd.Series(dtype="float64")
    known = statistics.dropna(subset=["elever"]).sort_values("lasar", kind="stable")
    return known.groupby("skolenhetskod")["elever"].last()


def one_row_a_school(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Make one table of several with the columns ``SCHOOLS_READ``; the first that knows a thing says it.

    Raises InputError where one file says two things of a school.
    """
    schools = pd.concat(tables, ignore_index=True)
    filled = schools.replace({"": None})
    _require_agreement(filled)
    # A school without a coordinate in one file may have one in another; a pair is never mixed.
    located = filled[filled["koordinat"].isna()].drop_duplicates("skolenhetskod").set_index("skolenhetskod")
    merged = filled.groupby("skolenhetskod", sort=False).first()
    for column in ("x", "y"):
        merged[column] = located[column].reindex(merged.index)
    merged.loc[located.index.intersection(merged.index), "koordinat"] = None
    texts = ["namn", "huvudmannatyp", "skolformer", "arskurser", "kommunkod", "koordinat", "kalla", "fil"]
    merged[texts] = merged[texts].fillna("")
    merged["elever"] = pd.to_numeric(merged["elever"])
    return merged.reset_index()[list(schools.columns)]


def _require_agreement(schools: pd.DataFrame) -> None:
    by = ["fil", "skolenhetskod"]
    repeated = schools[schools.duplicated(by, keep=False)]
    for column in ("x", "y", "kommunkod", "huvudmannatyp", "elever"):
        known = repeated.dropna(subset=[column]).drop_duplicates([*by, column])
        twice = known[known.duplicated(by, keep=False)]
        if not twice.empty:
            file, code = twice.iloc[0][by]
            first, second = twice.loc[(twice[by] == [file, code]).all(axis=1), column].iloc[:2]
            raise InputError(
                "The file {file} has two values of {column} for school unit {code}: {first} and {second}. Keep the row "
                "that is right.",
                file=file,
                column=column,
                code=code,
                first=first,
                second=second,
            )
