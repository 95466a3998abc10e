"""A study to the tables of its file, and such tables, checked column by column, back to the study."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
from pandas.api.types import infer_dtype

from ..domain.area_types import AREA_TYPES
from ..domain.area_types import name as area_type_name
from ..domain.findings import Finding
from ..domain.measures import (
    NUMBERS_OF_PUPILS,
    OWN_PREFIX,
    OWN_PUPILS,
    PUBLISHED,
    PUPILS,
    WEIGHT_SUFFIX,
    Measure,
    results_in,
)
from ..domain.messages import InputError, Message, as_json, from_json, message
from ..domain.statuses import HIDDEN
from . import figure_tables, schema, summary
from .agreement import background_sum, disagreement, lacks_values
from .model import BACKGROUND_SUM, Study
from .records import NUMBER, TEXT, WHOLE, Column, Table
from .words import KNOWN_OF_STUDY, OF_AREAS
from .years import types_of_other_years, types_on_regso_2020

_KINDS = {WHOLE: "Int64", NUMBER: "float64"}
# What is not said to be shown is hidden.
_MARKS = ("dold", OWN_PUPILS)


def normal(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the columns of a table as a study holds them; what the schema does not know stays as it is.

    Unknown text is empty, but for an area's code: a place outside every area has none (None).
    """
    found = rows.copy()
    for column in schema.columns_of(table, rows.columns):
        if column.name in found:
            found[column.name] = _normal(column, found[column.name])
    return found


def _normal(column: Column, values: pd.Series) -> pd.Series:
    if column.kind == TEXT:
        if column.is_message:
            return values
        text = values.astype(object)
        if infer_dtype(text, skipna=False) != "string":
            text = text.where(values.notna(), "").astype(str).astype(object)
        return text.where(text != "", None) if column.name == "regsokod" else text
    return values.astype(_KINDS[column.kind])


def tables_of(
    study: Study, language: str, render: Callable[[Message], str], provenance: Mapping[str, str]
) -> dict[str, pd.DataFrame]:
    """Return the tables of a study's file by name, in the order of the schema, but for geometries.

    Columns and their order are the schema's. Messages become texts of ``language`` by ``render``; what these were made
    of is the table ``messages``. ``provenance``: what the study itself does not know.
    """
    said: dict[str, Message] = {}

    def text(found: Message) -> str:
        rendered = render(found)
        said[rendered] = found
        return rendered

    summaries = [summary.tidy(one, study.year) for one in (study.summary_area_type, study.summary_municipality_type)]
    everything = pd.concat(summaries, ignore_index=True)
    own = [
        (one.column, one.label[language], one.unit, one.kind, one.weight, one.source, one.year, str(int(one.public)))
        for one in study.own_measures
    ]
    earlier = study.areas_2020
    held: list[tuple[Table, pd.DataFrame | None]] = [
        (schema.AREAS, study.areas.join(types_of_other_years(study, study.areas["regsokod"]))),
        (schema.AREAS_2020, None if earlier is None else earlier.join(types_on_regso_2020(study, earlier["regsokod"]))),
        (schema.SCHOOLS, _with_area_names(study)),
        (schema.AREA_VALUES, study.area_values),
        (schema.SCHOOL_VALUES, study.school_values),
        (schema.OTHER_UNITS, study.other_units),
        (schema.SUMMARY, everything.assign(namn=[area_type_name(group, language) for group in everything["grupp"]])),
        (schema.MEASURES, _table(schema.MEASURES, own)),
        (figure_tables.RESULTS_AREA_TYPE, study.results_area_type),
        (figure_tables.SEGREGATION, study.segregation),
        (figure_tables.BACKGROUND, study.background),
        (
            schema.MATCH_REPORT,
            _table(schema.MATCH_REPORT, [(one.kind, one.code, one.name, one.details) for one in study.findings]),
        ),
    ]
    found = {}
    for table, rows in held:
        if rows is not None and (len(rows) or not table.optional):
            columns = list(schema.columns_of(table, rows.columns))
            texts = {one.name: rows[one.name].map(text) for one in columns if one.is_message}
            found[table.name] = rows.assign(**texts)[[one.name for one in columns]]
    # What the texts were made of: an export may be in another language.
    made_of = [(one, as_json(of)) for one, of in sorted(said.items()) if one]
    found[schema.MESSAGES.name] = _table(schema.MESSAGES, made_of)
    known = {**study.provenance, **provenance}
    if study.background is not None:
        known[BACKGROUND_SUM] = background_sum(study)
    in_order = [*(key for key in KNOWN_OF_STUDY if key in known), *sorted(known.keys() - KNOWN_OF_STUDY.keys())]
    found[schema.PROVENANCE.name] = _table(schema.PROVENANCE, [(key, known[key]) for key in in_order])
    return found


def study_of(tables: Mapping[str, pd.DataFrame], file: object) -> Study:
    """Return the study that ``tables`` are of, by the names of the schema.

    Raises InputError, which names ``file``, table and column, for what no study writes.
    """
    for table in schema.TABLES:
        if table.name not in tables and not table.optional:
            raise _without(file, table.name)
    read = {table.name: _checked(table, tables[table.name], file) for table in schema.TABLES if table.name in tables}
    if read["areas"].empty:
        raise InputError(
            "The study file {file} was changed by hand: table {table} has no rows. Make the study again.",
            file=file,
            table="areas",
        )
    own = _own_measures(read, file)
    said = _messages(read.get("messages"), file)
    for table in schema.TABLES:
        for column in table.columns:
            if column.is_message and table.name in read:
                rows = read[table.name]
                read[table.name] = rows.assign(**{column.name: rows[column.name].map(lambda one: _said(one, said))})
    provenance = dict(read["provenance"][["key", "value"]].itertuples(index=False, name=None))
    year = provenance.get("index_ar", "")
    if not (year.isascii() and year.isdigit()):
        raise _changed(file, "provenance", "index_ar")
    if not (read["summary"]["ar"] == int(year)).all():
        raise _changed(file, "summary", "ar")
    _require_once(read, own, file)
    rows = read["summary"]
    _require_summary(rows, file)
    whole = rows["plats"] == summary.WHOLE
    try:
        by_type, by_municipality = summary.wide(rows[whole]), summary.wide(rows[~whole], by_municipality=True)
    except (TypeError, ValueError) as error:
        raise _changed(file, "summary", "n") from error
    schools = read.get("schools")
    found = Study(
        _without_years(read["areas"]),
        None if schools is None else _without_own_pupils(schools.drop(columns="regsonamn")),
        by_type,
        by_municipality,
        [Finding(*row) for row in read["match_report"][["slag", "kod", "namn", "beskrivning"]].itertuples(index=False)],
        provenance,
        own,
        read["area_values"],
        read.get("school_values"),
        read.get("results_area_type"),
        read.get("segregation"),
        areas_2020=_without_years(read["areas_2020"]) if "areas_2020" in read else None,
        # Without a check sum nobody knows what it rests on: it is worked out anew.
        background=read.get("background") if BACKGROUND_SUM in provenance else None,
        other_units=read.get("other_units"),
    )
    if lacks_values(found):
        raise _without(file, "school_values")
    _require_drawn_as_tabled(found, read, file)
    wrong = disagreement(found)
    if wrong is not None:
        raise _changed(file, *wrong)
    return found


def _with_area_names(study: Study) -> pd.DataFrame | None:
    if study.schools is None:
        return None
    names = study.areas.drop_duplicates("regsokod").set_index("regsokod")["regsonamn"]
    return study.schools.assign(regsonamn=study.schools["regsokod"].map(names).fillna(""))


def _without_own_pupils(schools: pd.DataFrame) -> pd.DataFrame:
    """Return schools without the user's own numbers of pupils: no study writes them, and nothing shows them."""
    return schools.assign(**{PUPILS: schools[PUPILS].where(~schools[OWN_PUPILS].astype(bool))})


def _without_years(areas: pd.DataFrame) -> pd.DataFrame:
    return areas.drop(columns=[name for name in areas if schema.year_of(name) is not None])


def _require_summary(rows: pd.DataFrame, file: object) -> None:
    """Raise InputError where a tidy summary lacks something, does not add up, or has a mean outside its interval."""
    for holds, column in (
        (summary.is_whole, "matt"),
        (summary.adds_up, "varde"),
        (summary.is_within_intervals, "lag"),
    ):
        if not holds(rows):
            raise _changed(file, "summary", column)


def _require_once(read: Mapping[str, pd.DataFrame], own: Sequence[Measure], file: object) -> None:
    """Raise InputError where a long table has a value twice, of no year or nothing known, hidden or of an unknown type.

    A measure of the user's own that nobody has published by place stands in none.
    """
    of_schools = {*NUMBERS_OF_PUPILS, *(one.column for one in PUBLISHED)}
    of_schools |= {name for one in own if one.public for name in (one.column, one.column + WEIGHT_SUFFIX)}
    for name, known in (("area_values", set(OF_AREAS)), ("school_values", of_schools)):
        rows = read.get(name)
        if rows is None:
            continue
        if not set(rows["vad"]) <= known:
            raise _changed(file, name, "vad")
        if rows["ar"].isna().any() or rows.duplicated(["vad", "kod", "ar"]).any():
            raise _changed(file, name, "ar")
        if rows.loc[rows["status"] == HIDDEN, "varde"].notna().any():
            raise _changed(file, name, "varde")
        types = rows.loc[(rows["vad"] == "omradestyp") & rows["varde"].notna(), "varde"]
        if not types.isin(AREA_TYPES).all():
            raise _changed(file, name, "varde")


def _require_drawn_as_tabled(study: Study, read: Mapping[str, pd.DataFrame], file: object) -> None:
    """Raise InputError where the map of any year would show other types than the tables say."""
    areas, values = read["areas"], study.area_values
    if values is not None:
        own = values[(values["vad"] == "omradestyp") & (values["ar"] == study.year)].set_index("kod")["varde"]
        if not areas["regsokod"].map(own).astype("Int64").equals(areas["omradestyp"]):
            raise _changed(file, "areas", "omradestyp")
    of_years = {"areas": types_of_other_years(study, areas["regsokod"])}
    if "areas_2020" in read:
        of_years["areas_2020"] = types_on_regso_2020(study, read["areas_2020"]["regsokod"])
    for table, expected in of_years.items():
        drawn = read[table]
        for name in {*expected, *(column for column in drawn if schema.year_of(column) is not None)}:
            if name not in expected or name not in drawn or not expected[name].equals(drawn[name]):
                raise _changed(file, table, name)


def _table(table: Table, rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[column.name for column in table.columns], dtype=object)


def _checked(table: Table, rows: pd.DataFrame, file: object) -> pd.DataFrame:
    found = rows.copy()
    for column in schema.columns_of(table, rows.columns):
        if column.name not in found:
            if column.if_missing is None:
                raise _changed(file, table.name, column.name)
            found[column.name] = column.if_missing
        try:
            found[column.name] = _normal(column, found[column.name])
        except (TypeError, ValueError, OverflowError) as error:
            raise _changed(file, table.name, column.name) from error
        if column.name in _MARKS:
            found[column.name] = found[column.name].fillna(1)
        if column.known is not None and not found[column.name].dropna().isin(column.known).all():
            raise _changed(file, table.name, column.name)
    return found


def _messages(rows: pd.DataFrame | None, file: object) -> dict[str, Message]:
    try:
        return {} if rows is None else {text: from_json(made_of) for text, made_of in zip(rows["text"], rows["mall"])}
    except ValueError as error:
        raise _changed(file, "messages", "mall") from error


def _said(text: str, said: Mapping[str, Message]) -> Message:
    """Return a text of the file as a message, which can be said in any language that its maker had words for."""
    return said.get(text) or (message("{text}", text=text) if text else message(""))


def _own_measures(read: Mapping[str, pd.DataFrame], file: object) -> tuple[Measure, ...]:
    """Return the user's own measures. Raises InputError where the schools have others than the study says."""
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
            public=row.publicerat == "1",
        )
        for row in rows
    )
    held = {column for column in results_in(read.get("schools", pd.DataFrame())) if column.startswith(OWN_PREFIX)}
    summed = {column for column in read["summary"]["matt"] if column.startswith(OWN_PREFIX)}
    public = {measure.column for measure in found if measure.public}
    if public != held or {measure.column for measure in found} != held | summed:
        raise _changed(file, "measures", "kolumn")
    return found


def _without(file: object, table: str) -> InputError:
    return InputError(
        "The study file {file} was changed by hand: table {table} is missing. Make the study again.",
        file=file,
        table=table,
    )


def _changed(file: object, table: str, column: str) -> InputError:
    return InputError(
        "The study file {file} was changed by hand: table {table}, column '{column}' is missing or holds what no study "
        "writes. Make the study again.",
        file=file,
        table=table,
        column=column,
    )
