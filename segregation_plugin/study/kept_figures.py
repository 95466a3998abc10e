"""Figures that take long, worked out once: kept by the content that they rest on, and read back where that is the same.

A key names all that a figure depends on: the columns that are handed on to be counted, and no other, the result, how
many draws are made, and from which seed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, Protocol

import pandas as pd

from ..analysis.schools import comparisons, school_segregation
from ..analysis.schools.school_segregation import SpreadRow
from ..analysis.schools.summaries import ways_of
from ..analysis.segregation.repeated import Progress
from ..disclosure import means
from ..disclosure.means import TYPE_COLUMNS, types_compared
from ..disclosure.school_indices import shown_segregation
from ..domain.measures import OWN_PUPILS, PUPILS, STATUS_SUFFIX, Measure
from ..domain.messages import Message, as_json, from_json

_OF_SCHOOLS = ("skolenhetskod", "regsokod", "kommunkod", "omradestyp", "huvudmannatyp", PUPILS, OWN_PUPILS)
_WHOLE = ("n", "dolda", "dold")
_TEXTS = ("resultat", "grupp")
_REASON = "anledning"


class Store(Protocol):
    """Keeps texts by their keys; it may forget any."""

    def get(self, key: str) -> str | None:
        """Return the text of a key, None where it is not kept."""

    def put(self, key: str, text: str) -> None:
        """Keep a text."""


def of_types(store: Store | None, schools: pd.DataFrame, measure: Measure, whole: pd.DataFrame | None) -> pd.DataFrame:
    """Return ``means.types_compared`` of one result."""
    used = _columns(schools, measure)
    about = [means.SEED, comparisons.ITERATIONS, repr(ways_of(used if whole is None else whole, [measure]))]

    def make() -> str:
        part = None if whole is None else _columns(whole, measure)
        found = types_compared(used, [measure], whole=part)
        rows = found.assign(**{_REASON: found[_REASON].map(as_json)}).astype(object)
        return json.dumps(rows.where(rows.notna(), None).to_dict("list"), default=int)

    return _kept(store, lambda: _key("types", used, measure, about), make, _table)


def of_spread(
    store: Store | None, schools: pd.DataFrame, measure: Measure, progress: Progress = None
) -> list[SpreadRow]:
    """Return ``school_indices.shown_segregation`` of one result."""
    used = _columns(schools, measure)
    about = [school_segregation.SEED, school_segregation.ITERATIONS]

    def make() -> str:
        rows = shown_segregation(used, [measure], progress=progress)
        return json.dumps([[_plain(value) for value in row] for row in rows])

    return _kept(store, lambda: _key("spread", used, measure, about), make, _rows)


def of_table(
    store: Store | None,
    kind: str,
    rests_on: Sequence[pd.DataFrame],
    about: Sequence[object],
    make: Callable[[], pd.DataFrame],
) -> pd.DataFrame:
    """Return the table that ``make`` works out: numbers, texts and messages, NaN or NA where a number is unknown.

    ``kind``: what the table is; ``rests_on``, ``about``: everything that it depends on.
    """

    def key() -> str:
        return _digest(kind, about, "\n".join(table.to_csv(index=False) for table in rests_on))

    return _kept(store, key, lambda: _any_as_text(make()), _any_table)


def columns_of(schools: pd.DataFrame, measures: Iterable[Measure], *more: str) -> pd.DataFrame:
    """Return what figures of results may depend on, and ``more`` columns of the schools."""
    wanted = [*_OF_SCHOOLS, *more]
    for measure in measures:
        wanted += [measure.column, measure.column + STATUS_SUFFIX, measure.weight_column]
    return schools[[name for name in dict.fromkeys(wanted) if name in schools]]


def about_measures(measures: Iterable[Measure]) -> list[object]:
    """Return what figures of results depend on beside the schools."""
    return [[one.column, one.kind, one.weight, one.public, one.is_own] for one in measures]


def _columns(schools: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    return columns_of(schools, [measure])


def _key(kind: str, schools: pd.DataFrame, measure: Measure, about: Sequence[object]) -> str:
    return _digest(kind, [*about_measures([measure]), *about], schools.to_csv(index=False))


def _digest(kind: str, about: Sequence[object], content: str) -> str:
    return hashlib.sha256(f"{json.dumps([kind, *about])}\n{content}".encode()).hexdigest()


def _kept(store: Store | None, key_of: Callable[[], str], make: Callable[[], str], read: Callable[[str], Any]) -> Any:
    """Return what is kept by a key, or make and keep it; what cannot be read back is made anew."""
    if store is None:
        return read(make())
    key = key_of()
    kept = store.get(key)
    if kept is not None:
        with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return read(kept)
    made = make()
    store.put(key, made)
    return read(made)


def _table(text: str) -> pd.DataFrame:
    held = json.loads(text)
    rows = pd.DataFrame({name: pd.Series(held[name], dtype=object) for name in TYPE_COLUMNS})
    rows[_REASON] = rows[_REASON].map(from_json)
    numbers = {name: "float64" for name in TYPE_COLUMNS if name not in (*_TEXTS, _REASON)}
    return rows.astype({**numbers, "omradestyp": "Int64", **dict.fromkeys(_WHOLE, "int64")})


def _any_as_text(table: pd.DataFrame) -> str:
    held = {name: [str(table[name].dtype), [_plain(value) for value in table[name]]] for name in table}
    return json.dumps(held, default=int)


def _any_table(text: str) -> pd.DataFrame:
    held = json.loads(text)
    return pd.DataFrame(
        {name: pd.Series([_restored(value) for value in values], dtype=kind) for name, (kind, values) in held.items()}
    )


def _rows(text: str) -> list[SpreadRow]:
    return [SpreadRow(*(_restored(value) for value in row)) for row in json.loads(text)]


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return {"message": as_json(value)}
    if isinstance(value, str):
        return value
    return None if pd.isna(value) else value


def _restored(value: Any) -> Any:
    if isinstance(value, dict):
        return from_json(value["message"])
    return float("nan") if value is None else value
