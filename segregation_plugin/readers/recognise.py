"""Which source a file is of, by its content, and the tables of several files in one."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

import pandas as pd

from ..domain import descriptions
from ..domain.columns import positions
from ..domain.measures import OWN_PUPILS
from ..domain.messages import InputError, Message, NotRecognisedError, message
from . import (
    commuting,
    index_pivot,
    index_tables,
    jsonstat,
    other_exports,
    own_places,
    own_tables,
    population,
    pupils_by_grade,
    px,
    pxweb_v1,
    register_2020,
    regso_key,
    results_by_group,
    results_by_sex,
    salsa,
    salsa_json,
    school_files,
    skolenhetsregistret,
    skolverket_json,
)
from .document import Document
from .own_tables import NamedSource, NamedTable, OwnTables
from .source import COMMUTING, INDEX, KEY, POPULATION, PUPILS, RESULTS, SCHOOLS, FileContent, SourceKind

# The first that recognises a file reads it.
SOURCES = (
    salsa_json.SOURCE,
    skolverket_json.STATISTICS,
    # Before the school units of API v4: the register's list has a code and a name too.
    skolenhetsregistret.SOURCE,
    skolverket_json.SCHOOL_UNITS,
    jsonstat.SOURCE,
    pxweb_v1.SOURCE,
    # Before all that look at rows: a PX file has none.
    px.SOURCE,
    # These have the header of results, and more.
    salsa.SOURCE,
    pupils_by_grade.SOURCE,
    pupils_by_grade.SOURCE_UPPER_SECONDARY,
    results_by_group.SOURCE,
    results_by_sex.SOURCE,
    school_files.RESULT_EXPORT,
    commuting.SOURCE,
    regso_key.SOURCE,
    index_tables.INDEX_BY_CODE,
    population.SOURCE,
    # With coordinates, the register of 2020 is a table of schools like any other.
    school_files.SCHOOL_TABLE,
    register_2020.SOURCE,
    index_tables.INDEX_EXPORT,
    index_pivot.SOURCE,
    # After all that it could be taken for.
    other_exports.SOURCE,
)
NAMED_SOURCES = (own_tables.OWN_INDEX, own_places.OWN_UNITS, own_tables.OWN_RESULTS)

Known = TypeVar("Known")
Key = TypeVar("Key")
Kept = TypeVar("Kept")


class FilePart(NamedTuple):
    """One file, or one sheet of a workbook: its source, what it was read for (``source``), and its table."""

    document: Document
    source: SourceKind | NamedSource
    use: str
    table: pd.DataFrame
    own: NamedTable | None = None


NOTHING_OWN = OwnTables()

# What was read last: the dock has read the files that an algorithm is given, and one study is made after another.
# Longer tables would fill the memory.
_RECOGNISED: deque[tuple[tuple[str, str], SourceKind]] = deque(maxlen=50)
_READ: deque[tuple[tuple[str, str, str, str], pd.DataFrame]] = deque(maxlen=20)
_LONGEST_KEPT = 30_000  # rows


def recognise(document: Document) -> SourceKind:
    """Return the source of a file. Raises NotRecognisedError, which says what is expected, for any other file."""
    if not _is_whole(document):
        return _source_of(document)
    key = (document.name, document.digest)
    source = _kept(_RECOGNISED, key)
    if source is None:
        source = _source_of(document)
        _RECOGNISED.append((key, source))
    return source


def _is_whole(document: Document) -> bool:
    """Return whether the bytes of a document are all that it holds: rows that come ready cut may be a part of them."""
    return type(document) is Document


def _kept(kept: deque[tuple[Key, Kept]], key: Key) -> Kept | None:
    return next((what for of, what in tuple(kept) if of == key), None)


def _read(document: Document, source: SourceKind, use: str) -> pd.DataFrame:
    """Return the table of a file, which is nobody else's."""
    if not _is_whole(document):
        return source.reads[use](document)
    key = (document.name, document.digest, source.name, use)
    table = _kept(_READ, key)
    if table is None:
        table = source.reads[use](document)
        if len(table) <= _LONGEST_KEPT:
            _READ.append((key, table))
    return table.copy()


def _source_of(document: Document) -> SourceKind:
    content = FileContent(document)
    for source in SOURCES:
        if source.recognises(content):
            return source
    columns = {column for row in content.rows[:20] for column in positions(row.cells)}
    for source in SOURCES:
        if source.resembles(columns):
            return source
    raise NotRecognisedError(
        "The file {file} is of no kind this plugin knows. It reads SCB's area types, index and population (CSV, Excel, "
        "JSON, PX), SCB's key from DeSO to RegSO (CSV), Skolverket's school units and statistics (JSON), registers of "
        "school units (JSON, CSV), results, SALSA and pupils' background by school unit (CSV, Excel). For any other "
        "table, name its columns.",
        file=document.name,
    )


def _read_parts(
    documents: Iterable[Document], uses: tuple[str, ...], wanted: Message, own: OwnTables = NOTHING_OWN
) -> list[FilePart]:
    """Read files each by its source, for one of ``uses``; sheets of notes beside one that is recognised are left out.

    A table whose columns the user has named for one of these uses is read by those, whatever else it could be. Raises
    InputError where a file is of no source, or of one that cannot be put to any of these uses: ``wanted`` says which.
    """
    by_table = {source.table: source for source in NAMED_SOURCES if source.use in uses}

    def part(document: Document, known: SourceKind | NamedTable) -> FilePart:
        if isinstance(known, NamedTable):
            named = by_table[known.description.table]
            return FilePart(document, named, named.use, named.read(known), known)
        use = _use(known, uses, document, wanted)
        return FilePart(document, known, use, _read(document, known, use))

    def known(document: Document) -> SourceKind | NamedTable:
        return own.find(document, by_table) or recognise(document)

    return [part(document, found) for document, found in each_known(documents, known)]


def each_known(documents: Iterable[Document], known: Callable[[Document], Known]) -> Iterator[tuple[Document, Known]]:
    """Yield documents and what they are ``known`` as; sheets of notes beside one that is known are left out.

    Raises the InputError of ``known`` for any other document.
    """
    for workbook, group in itertools.groupby(documents, lambda document: getattr(document, "workbook", None)):
        if workbook is None:
            yield from ((document, known(document)) for document in group)
            continue
        tried = [(document, _or_error(known, document)) for document in group]
        sheets = [(document, what) for document, what in tried if not isinstance(what, InputError)]
        if not sheets:
            raise next(error for _, error in tried if isinstance(error, InputError))
        yield from sheets


def _or_error(known: Callable[[Document], Known], document: Document) -> Known | InputError:
    try:
        return known(document)
    except InputError as error:
        return error


def _use(source: SourceKind, uses: tuple[str, ...], document: Document, wanted: Message) -> str:
    found = next((use for use in uses if use in source.reads), None)
    if found is None:
        raise InputError(
            "The file {file} holds {found}, not {wanted}. Choose it where it belongs.",
            file=document.name,
            found=source.label,
            wanted=wanted,
        )
    return found


def read_index(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Read index files to one long table (``index_checks.COLUMNS``) and, if among them, the RegSO key."""
    return index_of(index_parts(documents, own))


def index_parts(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> list[FilePart]:
    """Read files of the index, each for itself."""
    return _read_parts(documents, (INDEX, KEY), message("the index"), own)


def index_of(parts: Iterable[FilePart]) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Return one long table of parts of the index and, if among them, the RegSO key."""
    key, tables = None, []
    for part in parts:
        if part.use == KEY:
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
    parts = population_parts(documents)
    if not parts:
        raise InputError("Choose at least one file with the population of RegSO or DeSO areas.")
    return population.merge([part.table for part in parts])


def population_parts(documents: Iterable[Document]) -> list[FilePart]:
    """Read files of the population, each for itself."""
    return _read_parts(documents, (POPULATION,), message("the population"))


def read_commuting(documents: Iterable[Document]) -> pd.DataFrame:
    """Read files of commuting to one table, a row a municipality, school year and school type.

    Raises InputError where two files differ.
    """
    return commuting.merge([part.table for part in _read_parts(documents, (COMMUTING,), message("the commuting"))])


def read_schools(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> pd.DataFrame:
    """Read files of schools to one table; what a later file knows fills what an earlier one left empty.

    Statistics files among them give ``elever``; ``elever_egna`` marks numbers that any other file gave.
    """
    return schools_of(school_parts(documents, own))


def school_parts(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> list[FilePart]:
    """Read files of schools or other places, each for itself."""
    return _read_parts(documents, (SCHOOLS, PUPILS), message("the schools"), own)


def schools_of(parts: Iterable[FilePart]) -> pd.DataFrame:
    """Return one table of parts of schools (see ``read_schools``)."""
    parts = list(parts)
    statistics = [part.table for part in parts if part.use == PUPILS]
    tables = [part.table for part in parts if part.use != PUPILS]
    if not tables:
        raise InputError("Choose at least one file with schools and their coordinates.")
    schools = one_row_a_school(tables)
    schools[OWN_PUPILS] = schools["elever"].notna()
    if statistics:
        counts = latest_pupils(pd.concat(statistics, ignore_index=True))
        known = schools["skolenhetskod"].map(counts)
        schools["elever"] = known.where(known.notna(), schools["elever"])
        schools[OWN_PUPILS] &= known.isna()
    return schools


def read_results(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> list[pd.DataFrame]:
    """Read files of results, a table a file (``fil`` names it), to be merged by ``analysis.schools.results``."""
    return results_of(result_parts(documents, own))


def result_parts(documents: Iterable[Document], own: OwnTables = NOTHING_OWN) -> list[FilePart]:
    """Read files of results, each for itself."""
    return _read_parts(documents, (RESULTS,), message("the results"), own)


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
