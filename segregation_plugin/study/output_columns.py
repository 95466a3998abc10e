"""What people read above the columns of the toolbox's outputs: the schema's words where a study has them too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..domain.area_types import OFFICIAL_TYPE
from ..domain.measures import NUMBERS_OF_PUPILS, PUBLISHED, RESIDENTS, Measure, results_in
from ..domain.messages import Message, message
from ..domain.statuses import WORDS as STATUS_WORDS
from ..domain.unit_words import unit_of_difference
from . import schema, words
from .figure_tables import TYPE
from .output_words import OF_OUTPUT, SHARED
from .records import COUNTIES, MUNICIPALITIES, NO_LABEL, NUMBER, TEXT, WHOLE, Column

_SHARED = {column.name: column for column in SHARED}
_OF_PLACES = {
    column.name: column
    for table in (schema.SCHOOLS, schema.AREAS)
    for column in schema.columns_of(table, (OFFICIAL_TYPE, *NUMBERS_OF_PUPILS, RESIDENTS))
    if column.measure is None
}
_CODES = {
    "kommunkod": Column("kommunkod", TEXT, message("Municipality"), codes_of=MUNICIPALITIES),
    "lanskod": Column("lanskod", TEXT, message("County"), codes_of=COUNTIES),
}
# Outputs with columns of the user's own, which are called as the user does.
WITH_OWN_COLUMNS = (("protecttable", "OUTPUT"), ("segregationindices", "UNITS"))
_HIDDEN = "_dold"
_IS_RESULT, _IS_DIFFERENCE, _IS_COUNT = "result", "difference", "count"
# What outputs have beside a result, by the ending of its column.
_BESIDE_RESULT: dict[str, tuple[str, Message]] = {
    "_lag": (_IS_RESULT, message("lower limit")),
    "_hog": (_IS_RESULT, message("upper limit")),
    "_spridning": (_IS_RESULT, message("spread (standard deviation)")),
    "_kvartil_1": (_IS_RESULT, message("lower quartile")),
    "_median": (_IS_RESULT, message("median")),
    "_kvartil_3": (_IS_RESULT, message("upper quartile")),
    "_kommun": (_IS_RESULT, message("mean of the municipality")),
    "_skillnad": (_IS_DIFFERENCE, message("difference to type 5")),
    "_skillnad_lag": (_IS_DIFFERENCE, message("difference to type 5, lower limit")),
    "_skillnad_hog": (_IS_DIFFERENCE, message("difference to type 5, upper limit")),
    "_avvikelse": (_IS_DIFFERENCE, message("beside its municipality")),
    "_residual": (_IS_DIFFERENCE, message("beside the line on the index")),
    "_n": (_IS_COUNT, message("schools behind it")),
    "_dolda": (_IS_COUNT, message("schools hidden by the source")),
    "_avrundade": (_IS_COUNT, message("schools rounded by the source")),
    "_utan_vikt": (_IS_COUNT, message("schools without a weight")),
    "_kommun_n": (_IS_COUNT, message("schools behind the mean of the municipality")),
    "_kommun_dolda": (_IS_COUNT, message("schools hidden in the municipality")),
    "_elever": (_IS_COUNT, message("weight")),
    "_bas": (_IS_COUNT, message("rests on")),
}
# And beside any column: what it is called after that, and what it holds, if not the like.
_BESIDE: tuple[tuple[str, Callable[[Message], Message], Column | None], ...] = (
    (
        "_anledning",
        lambda of: message("{column}: why there is no value", column=of),
        Column("", TEXT, is_message=True, wide=True),
    ),
    ("_status", lambda of: message("{column}, status", column=of), Column("", TEXT, words=STATUS_WORDS)),
    ("_fil", lambda of: message("{column}, file", column=of), Column("", TEXT, wide=True)),
    ("_dold", lambda of: message("{column}: not shown", column=of), Column("", WHOLE, words=words.YES_NO)),
    ("_dolda", lambda of: message("{column}: hidden numbers", column=of), Column("", WHOLE)),
    ("_egna", lambda of: message("{column}: the user's own", column=of), Column("", WHOLE)),
    ("_n", lambda of: message("{column}: schools behind it", column=of), Column("", WHOLE)),
    ("_lag", lambda of: message("{column}, lower limit", column=of), None),
    ("_hog", lambda of: message("{column}, upper limit", column=of), None),
    ("_forsta", lambda of: message("{column}, first table", column=of), None),
    ("_andra", lambda of: message("{column}, second table", column=of), None),
)
# Columns of a number or a group in their name.
_NUMBERED: tuple[tuple[re.Pattern[str], Callable[[str], Message], str, int], ...] = (
    (re.compile(r"till_([1-5])", re.ASCII), lambda name: message("To type {name}", name=name), WHOLE, 0),
    (
        re.compile(r"hem_([1-5])", re.ASCII),
        lambda name: message("Pupils with homes in type {name}", name=name),
        WHOLE,
        0,
    ),
    (
        re.compile(r"andel_typ_([1-5])", re.ASCII),
        lambda name: message("Residents in type {name}, per cent", name=name),
        NUMBER,
        1,
    ),
    (re.compile(r"omradestyp_(\d{4})", re.ASCII), lambda name: message("Area type {name}", name=name), WHOLE, 0),
    (re.compile(r"lokaliseringskvot_(.+)"), lambda name: message("Location quotient: {name}", name=name), NUMBER, 2),
    (re.compile(r"bidrag_(.+)"), lambda name: message("Contribution to D: {name}", name=name), NUMBER, 3),
)


def columns_of_output(
    algorithm: str, output: str, names: Sequence[str], own: Iterable[Measure] = ()
) -> dict[str, Column]:
    """Return the columns of ``names`` that are known in an output of an algorithm, by name, in the order of ``names``.

    ``own``: the user's own measures. What is not among them is the user's own, and called as the user does.
    """
    special = {column.name: column for column in OF_OUTPUT.get((algorithm, output), ())}
    if (algorithm, output) in WITH_OWN_COLUMNS:
        marks = [name for name in names if name.endswith(_HIDDEN) and name.removesuffix(_HIDDEN) in names]
        special |= {name: Column(name, WHOLE, _mark(name), words=words.YES_NO) for name in marks}
        found = ((name, special.get(name) or _numbered(name)) for name in names)
        return {name: column for name, column in found if column is not None}
    measures = {measure.column: measure for measure in (*PUBLISHED, *own)}
    for name in results_in(names):
        measures.setdefault(name, Measure(name, "", {"sv": name, "en": name}))
    if "skolenhetskod" in names:
        places = {**_OF_PLACES, **{one.name: one for one in schema.SCHOOLS.columns}, "lasar": _SHARED["lasar"]}
    elif "kommunnamn" in names:
        places = _OF_PLACES
    else:
        places = {**_OF_PLACES, **_CODES}
    if "skolenhetskod" not in names:
        shared = ("namn", "elever", "elever_egna", *(("omradestyp",) if "grupp" in names else ()))
        places = {**places, "omradestyp": TYPE, **{name: _SHARED[name] for name in shared}}
    known = {**_SHARED, **places, **special}
    # Of a summary the group says both number and name.
    twice = ("omradestyp", "namn") if "grupp" in names and "plats" not in names else ()
    found = ((name, _column(name, known, measures)) for name in names)
    hidden = {*twice, *(name for name, column in special.items() if column.technical)}
    return {name: replace(column, technical=name in hidden) for name, column in found if column is not None}


def _column(name: str, known: dict[str, Column], measures: dict[str, Measure]) -> Column | None:
    if name in known:
        return known[name]
    of_result = _of_result(name, measures)
    if of_result is not None:
        return of_result
    numbered = _numbered(name)
    if numbered is not None:
        return numbered
    for ending, label_of, beside in _BESIDE:
        of = _column(name[: -len(ending)], known, measures) if name.endswith(ending) else None
        if of is not None and of.measure is None:
            return replace(beside or of, name=name, label=label_of(of.label))
    return None


def _numbered(name: str) -> Column | None:
    for pattern, label_of, kind, decimals in _NUMBERED:
        found = pattern.fullmatch(name)
        if found:
            return Column(name, kind, label_of(found[1]), decimals=decimals)
    return None


def _mark(name: str) -> Message:
    return message("{column}: not shown", column=name.removesuffix(_HIDDEN))


def _of_result(name: str, measures: dict[str, Measure]) -> Column | None:
    """Return a result, or what stands beside one."""
    if name in measures:
        measure = measures[name]
        return Column(name, NUMBER, NO_LABEL, measure.unit, 1, measure=measure)
    for column in sorted((one for one in measures if name.startswith(f"{one}_")), key=len, reverse=True):
        measure, ending = measures[column], name.removeprefix(column)
        if ending in _BESIDE_RESULT:
            kind, label = _BESIDE_RESULT[ending]
            if kind == _IS_COUNT:
                return Column(name, WHOLE, label, measure=measure)
            unit = measure.unit if kind == _IS_RESULT else unit_of_difference(measure.unit)
            return Column(name, NUMBER, label, unit, 1, measure=measure)
        beside = _words_beside(ending)
        if beside is not None:
            return replace(beside, name=name, measure=measure)
    return None


def _words_beside(ending: str) -> Column | None:
    """Return what stands beside a result in words, or as a share of pupils."""
    return {
        "_status": Column("", TEXT, message("status"), words=STATUS_WORDS),
        "_fil": Column("", TEXT, message("file"), wide=True),
        "_vikt": Column("", TEXT, message("weighted by"), words=words.WEIGHTS, others=True),
        "_dold": Column("", WHOLE, message("not shown"), words=words.YES_NO),
        "_dolda_andel": Column("", NUMBER, message("hidden, per cent of pupils"), decimals=1),
    }.get(ending)
