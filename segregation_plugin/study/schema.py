"""Every table and column of a study's file, once: name, kind, unit, decimals, label, who sees it, what it may hold.

Writing, reading, checking, replacing, the project inside and the docs loop over it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from ..domain.area_types import OFFICIAL_TYPE
from ..domain.findings import EXPLANATIONS as FINDINGS
from ..domain.measures import (
    BESIDE_RESULT,
    COUNTED,
    KINDS,
    NUMBERS_OF_PUPILS,
    OWN_PUPILS,
    PUBLISHED,
    PUPILS,
    RESIDENTS,
    STATUS_SUFFIX,
    WEIGHT_SUFFIX,
    Measure,
    results_in,
)
from ..domain.messages import message
from ..domain.operators import SCHOOL_TYPE_WORDS
from ..domain.operators import WORDS as OPERATOR_WORDS
from ..domain.placing import EXPLANATIONS as PLACINGS
from ..domain.statuses import WORDS as STATUS_WORDS
from . import words
from .figure_tables import BACKGROUND, GROUP, INTERVAL, RESULTS_AREA_TYPE, SEGREGATION, TYPE
from .records import COUNTIES, MUNICIPALITIES, NO_LABEL, NUMBER, TEXT, WHOLE, Column, Table

VERSION = 2
# Geometries, in EPSG:3006.
POINT, POLYGON, LINE = "Point", "MultiPolygon", "MultiLineString"
_OF_A_YEAR = re.compile(r"omradestyp_(\d{4})", re.ASCII)

_TYPE_STATUS = Column("omradestyp_status", TEXT, message("Area type, status"), technical=True, words=STATUS_WORDS)
_SOURCE = Column("kalla", TEXT, message("Source"), wide=True)

AREAS = Table(
    "areas",
    message("Area types"),
    (
        Column("regsokod", TEXT, message("RegSO code")),
        Column("regsonamn", TEXT, message("RegSO area"), wide=True),
        Column("kommunkod", TEXT, message("Municipality code")),
        Column("kommunnamn", TEXT, message("Municipality"), wide=True),
        Column("lanskod", TEXT, message("County"), codes_of=COUNTIES),
        TYPE,
        Column("socioekonomiskt_index", NUMBER, message("Socioeconomic index"), decimals=1, of_own_year=True),
        Column("index_ar", WHOLE, message("Year of the index"), of_own_year=True),
        Column("matchning", TEXT, message("Matched by"), technical=True),
        Column(
            "grans_andrad", WHOLE, message("Other border than the index's area"), words=words.YES_NO, of_own_year=True
        ),
        _TYPE_STATUS,
        Column(
            "socioekonomiskt_index_status",
            TEXT,
            message("Socioeconomic index, status"),
            technical=True,
            words=STATUS_WORDS,
        ),
        Column(
            "grans_2025", WHOLE, message("Border changed from RegSO 2020 to 2025"), technical=True, words=words.YES_NO
        ),
    ),
    POLYGON,
)
# Of areas in a study with files of the population: that of the latest year of the areas' version.
POPULATION = (
    Column(RESIDENTS, WHOLE, message("Population")),
    Column(f"{RESIDENTS}_ar", WHOLE, message("Year of the population")),
)
# Areas of RegSO 2020, to draw the types of years up to 2023, the study's own too, on the borders of their own time.
AREAS_2020 = Table(
    "areas_2020",
    message("Areas of RegSO 2020"),
    (
        Column("regsokod", TEXT, message("RegSO code")),
        Column("regsonamn", TEXT, message("RegSO area"), wide=True),
        Column("kommunkod", TEXT, message("Municipality code")),
        Column("kommunnamn", TEXT, message("Municipality"), wide=True),
        Column("lanskod", TEXT, message("County"), codes_of=COUNTIES),
    ),
    POLYGON,
    optional=True,
)
SCHOOLS = Table(
    "schools",
    message("Schools"),
    (
        Column("skolenhetskod", TEXT, message("School unit code"), of_places=message("Code")),
        Column("namn", TEXT, message("Name"), wide=True),
        Column("huvudmannatyp", TEXT, message("Operator"), words=OPERATOR_WORDS),
        Column(
            "skolformer",
            TEXT,
            message("School types"),
            words=SCHOOL_TYPE_WORDS,
            several=True,
            others=True,
            of_places=NO_LABEL,
        ),
        Column("kommunkod", TEXT, message("Registered municipality"), codes_of=MUNICIPALITIES),
        Column("regsokod", TEXT, message("RegSO area it lies in, code")),
        # From the areas, for people: not kept in the study.
        Column("regsonamn", TEXT, message("RegSO area it lies in"), if_missing="", wide=True),
        replace(TYPE, label=message("Area type where it lies")),
        Column("placering", TEXT, message("Locating"), technical=True, known=PLACINGS, words=PLACINGS),
        Column(PUPILS, WHOLE, message("Pupils, all grades (about)"), of_places=NO_LABEL),
        Column("arskurser", TEXT, message("Grades"), if_missing="", of_places=NO_LABEL),
        Column(OWN_PUPILS, WHOLE, message("Number of pupils is the user's own"), technical=True, words=words.YES_NO),
        Column("lasar", TEXT, message("School year of the results"), if_missing="", of_places=NO_LABEL),
        Column("kalla", TEXT, message("Source"), technical=True, if_missing=""),
    ),
    POINT,
    optional=True,
)
AREA_VALUES = Table(
    "area_values",
    message("Area types and index by year"),
    (
        Column("vad", TEXT, message("What"), words=words.OF_AREAS),
        Column("kod", TEXT, message("Code")),
        Column("ar", WHOLE, message("Year")),
        Column("varde", NUMBER, message("Value"), decimals=1, whole_where=("vad", words.WHOLE_OF_AREAS)),
        Column("status", TEXT, message("Status"), words=STATUS_WORDS),
        _SOURCE,
    ),
)
SCHOOL_VALUES = Table(
    "school_values",
    message("Results and pupils by school year"),
    (
        Column("vad", TEXT, message("What"), words=words.OF_SCHOOLS, names_results=True, with_units=True),
        Column("kod", TEXT, message("Code")),
        Column("ar", TEXT, message("School year")),
        Column("varde", NUMBER, message("Value"), decimals=1, whole_where=("vad", words.OF_SCHOOLS)),
        Column("status", TEXT, message("Status"), words=STATUS_WORDS),
        _SOURCE,
    ),
    optional=True,
)
# Of the pupils' files of all school years, without those among the schools.
OTHER_UNITS = Table(
    "other_units",
    message("School units of earlier years"),
    (
        Column("skolenhetskod", TEXT, message("School unit code")),
        Column("lasar", TEXT, message("School year")),
        Column("kommunkod", TEXT, message("Registered municipality"), codes_of=MUNICIPALITIES),
        Column("huvudmannatyp", TEXT, message("Operator"), words=OPERATOR_WORDS),
        Column("arskurser", TEXT, message("Grades")),
    ),
    optional=True,
)
SUMMARY = Table(
    "summary",
    message("Summary by area type"),
    (
        Column("plats", TEXT, message("Place"), words=words.PLACES, codes_of=MUNICIPALITIES),
        Column("platsnamn", TEXT, message("Municipality"), technical=True),
        Column("ar", WHOLE, message("Year of the area types")),
        GROUP,
        Column("namn", TEXT, message("Area type, name"), technical=True),
        Column("matt", TEXT, message("Measure"), words=words.COUNTED_WORDS, names_results=True, with_units=True),
        Column("varde", NUMBER, message("Value"), decimals=1, whole_where=("matt", words.WHOLE_COUNTED)),
        *INTERVAL,
        Column("n", WHOLE, message("Places behind it")),
        Column("dolda", WHOLE, message("Places hidden by the source")),
        Column("dolda_andel", NUMBER, message("Hidden, per cent of pupils"), decimals=1),
        Column("avrundade", WHOLE, message("Rounded by the source"), technical=True),
        Column("utan_vikt", WHOLE, message("Left out: weight unknown"), technical=True),
        Column("vikt", TEXT, message("Weighted by"), words=words.WEIGHTS),
        Column("underlag", NUMBER, message("Weight"), technical=True),
        Column("dold", WHOLE, message("Not shown"), words=words.YES_NO),
    ),
)
MEASURES = Table(
    "measures",
    message("Own measures"),
    (
        Column("kolumn", TEXT, message("Column"), technical=True),
        Column("namn", TEXT, message("Name"), wide=True),
        Column("enhet", TEXT, message("Unit")),
        Column("typ", TEXT, message("Kind"), known=KINDS, words=words.KINDS_OF_MEASURE),
        Column("vikt", TEXT, message("Weighted by")),
        _SOURCE,
        Column("ar", TEXT, message("Year")),
        Column("publicerat", TEXT, message("Published"), words=words.YES_NO),
    ),
    optional=True,
)
MATCH_REPORT = Table(
    "match_report",
    message("Match report"),
    (
        Column("slag", TEXT, message("Finding"), known=FINDINGS, words=FINDINGS),
        Column("kod", TEXT, message("Code")),
        Column("namn", TEXT, message("Name"), wide=True),
        Column("beskrivning", TEXT, message("Details"), is_message=True, wide=True),
    ),
)
MESSAGES = Table(
    "messages",
    message("Texts of this file"),
    (Column("text", TEXT, technical=True), Column("mall", TEXT, technical=True)),
    optional=True,
)
PROVENANCE = Table(
    "provenance",
    message("Provenance"),
    (
        Column("key", TEXT, message("What"), words=words.KNOWN_OF_STUDY, others=True),
        Column("value", TEXT, message("Value"), words=words.ANSWERS, others=True, wide=True),
    ),
)

# Those that hold what is known of the places, in the order they are written.
TABLES = (
    AREAS,
    AREAS_2020,
    SCHOOLS,
    AREA_VALUES,
    SCHOOL_VALUES,
    OTHER_UNITS,
    SUMMARY,
    MEASURES,
    RESULTS_AREA_TYPE,
    SEGREGATION,
    BACKGROUND,
    MATCH_REPORT,
    MESSAGES,
    PROVENANCE,
)
# Areas whose borders changed between RegSO 2020 and 2025, in a study with years on the one and areas of the other.
CHANGED_BORDERS = "changed_borders"
# What the map is drawn with beside areas and schools.
DRAWN = tuple(
    Table(name, label, geometry=geometry, drawn=True)
    for name, label, geometry in (
        ("municipality_borders", message("Municipality borders"), LINE),
        ("municipality_labels", message("Municipality names"), POINT),
        ("county_borders", message("County borders"), LINE),
        ("county_labels", message("County names"), POINT),
        ("water", message("Water, detailed"), POLYGON),
        ("water_overview", message("Water, country scale"), POLYGON),
        ("land_context", message("Neighbouring countries"), POLYGON),
        ("sea", message("Sea around"), POLYGON),
        (CHANGED_BORDERS, message("Areas with changed borders"), POLYGON),
    )
)


_KINDS_OF_PLACES = {
    column.name: column.kind
    for column in (*AREAS.columns, *POPULATION, *SCHOOLS.columns, *(Column(name, WHOLE) for name in NUMBERS_OF_PUPILS))
}


def column_of(year: int) -> str:
    """Return the column of areas that has the types of a year, to draw them by: not the study's own in ``areas``."""
    return f"omradestyp_{year}"


def year_of(column: str) -> int | None:
    """Return the year of a column of ``column_of``, None for any other."""
    found = _OF_A_YEAR.fullmatch(column)
    return int(found[1]) if found else None


def geometry_of(name: str) -> str:
    """Return the kind of geometry of the table ``name``, empty for none."""
    return next(one.geometry for one in (*TABLES, *DRAWN) if one.name == name)


def kinds_of(name: str, columns: Iterable[str]) -> dict[str, str]:
    """Return the kind of each of the ``columns`` of the table ``name`` that it knows."""
    present = list(columns)
    table = next((one for one in TABLES if one.name == name), None)
    return {} if table is None else {column.name: column.kind for column in columns_of(table, present)}


def kind_of_column(name: str) -> str | None:
    """Return the kind of a column of areas, schools or a summary of them, in any table; None for all others."""
    if name in COUNTED:
        return WHOLE
    for ending, beside in BESIDE_RESULT.items():
        if name.endswith(ending):
            return SUMMARY.of(beside).kind
    if name.endswith(STATUS_SUFFIX):
        return TEXT
    return _KINDS_OF_PLACES.get(name)


def columns_of(table: Table, present: Collection[str] = (), own: Iterable[Measure] = ()) -> Iterator[Column]:
    """Yield the columns of a table, with those of the results and years that are ``present``; ``own`` ones by name."""
    for column in table.columns:
        yield column
        if table is SCHOOLS and column.name == TYPE.name and OFFICIAL_TYPE in present:
            yield replace(TYPE, name=OFFICIAL_TYPE, label=message("Area type by Skolverket"))
        if table is SCHOOLS and column.name == OWN_PUPILS:
            yield from _of_results(present, own)
    if table is AREAS:
        yield from (column for column in POPULATION if column.name in present)
    if table in (AREAS, AREAS_2020):
        yield from (
            replace(TYPE, name=name, technical=True, of_own_year=False) for name in present if year_of(name) is not None
        )


def columns_of_result(measure: Measure) -> tuple[Column, ...]:
    """Return the columns that a school has of a result: its value, its status, and what an own value rests on."""
    name = measure.column
    return (
        Column(name, NUMBER, NO_LABEL, measure.unit, 1, measure=measure),
        Column(
            name + STATUS_SUFFIX,
            TEXT,
            message("status"),
            words=STATUS_WORDS,
            measure=measure,
        ),
        Column(name + WEIGHT_SUFFIX, NUMBER, message("rests on"), technical=True, measure=measure),
    )


def _of_results(present: Collection[str], own: Iterable[Measure]) -> Iterator[Column]:
    known = {measure.column: measure for measure in (*PUBLISHED, *own)}
    for name in NUMBERS_OF_PUPILS[1:]:
        if name in present:
            yield Column(name, WHOLE, words.OF_SCHOOLS[name])
            status = message("{pupils}, status", pupils=words.OF_SCHOOLS[name])
            yield Column(name + STATUS_SUFFIX, TEXT, status, technical=True, words=STATUS_WORDS)
    for name in results_in(present):
        measure = known.get(name, Measure(name, "", {"sv": name, "en": name}))
        yield from (column for column in columns_of_result(measure) if column.name in present)
