"""Descriptions of tables that no reader recognises: the meaning of each column, as the user gives it.

A description is kept as JSON. Its table is recognised by the header row.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from .letters import normal_text
from .measures import KINDS, MEAN, Measure, own_column
from .messages import InputError

# Kinds of tables.
INDEX, UNITS, RESULTS = "index", "units", "results"

# The columns of each kind of table that can be named; the first ones are needed.
CODE, NAME, MUNICIPALITY, OPERATOR, TYPES = "skolenhetskod", "namn", "kommunkod", "huvudmannatyp", "skolformer"
X, Y = "x", "y"
AREA, YEAR = "regsokod", "ar"
NEEDED = {INDEX: (AREA,), UNITS: (CODE, X, Y), RESULTS: (CODE,)}
COLUMNS = {
    INDEX: (
        *(AREA, YEAR, "omradestyp", "socioekonomiskt_index"),
        *("andel_lag_ekonomisk_standard", "andel_forgymnasial", "andel_bistand_arbetsloshet"),
    ),
    UNITS: (CODE, NAME, X, Y, MUNICIPALITY, OPERATOR, TYPES, YEAR),
    RESULTS: (CODE, YEAR),
}
_CRS = re.compile(r"[A-Za-z]+:\d+")


@dataclass(frozen=True)
class OwnMeasure:
    """A column that the user declares as a result.

    ``weight``: the column that its means are weighted by, or none; ``public``: whether the source publishes the values
    of single places.
    """

    column: str
    name: str
    unit: str = ""
    kind: str = MEAN
    weight: str = ""
    source: str = ""
    public: bool = False

    @property
    def measure(self) -> Measure:
        """Return the measure of the column."""
        label = {"sv": self.name, "en": self.name}
        ours = own_column(self.name)
        return Measure(
            ours, self.unit, label, kind=self.kind, weight=self.weight, source=self.source, public=self.public
        )


@dataclass(frozen=True)
class Description:
    """The meaning of the columns of a table.

    ``header``: the cells of its header row. ``table``: ``INDEX``, ``UNITS`` (schools or other places, with coordinates)
    or ``RESULTS``. ``columns``: our names of ``COLUMNS`` to the table's own. ``crs``: of ``x`` (east or longitude) and
    ``y``, like ``EPSG:3006``. ``year``: where no column has it. ``units``: the name of the places, in the plural; empty
    for schools.
    """

    header: tuple[str, ...]
    table: str
    columns: Mapping[str, str] = field(default_factory=dict)
    crs: str = ""
    year: str = ""
    units: str = ""
    measures: tuple[OwnMeasure, ...] = ()

    def fits(self, cells: Iterable[str]) -> bool:
        """Return whether a row is the header of the described table."""
        return normal(cells) == self.header


def normal(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the cells of a header row, letters composed, without blanks around them or empty ones at its end."""
    stripped = [normal_name(cell) for cell in cells]
    while stripped and not stripped[-1]:
        stripped.pop()
    return tuple(stripped)


def normal_name(cell: str) -> str:
    """Return a header as ``normal`` does."""
    return " ".join(normal_text(cell).split())


def dump(descriptions: Iterable[Description]) -> str:
    """Return descriptions as JSON; an empty text for none."""
    found = [asdict(description) for description in descriptions]
    return json.dumps(found, ensure_ascii=False) if found else ""


def load(text: str) -> tuple[Description, ...]:
    """Return the descriptions in JSON from ``dump`` or from a user. Raises InputError for anything else."""
    if not text.strip():
        return ()
    try:
        given = json.loads(text)
        found = tuple(_description(one) for one in given)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError(
            "The description of columns cannot be read: {reason}. It is a JSON list of objects with header, table and "
            "columns.",
            reason=error,
        ) from error
    for description in found:
        require_sound(description)
    return found


def _description(given: Any) -> Description:
    """Return one description; raises TypeError, ValueError or KeyError for anything else."""
    rest = {name: value for name, value in dict(given).items() if name not in ("header", "columns", "measures")}
    columns = dict(given.get("columns", {}))
    header = list(given["header"])
    _require_kind(str, header, columns, columns.values(), rest.values())
    columns = {ours: normal_name(theirs) for ours, theirs in columns.items()}
    return Description(
        normal(header), columns=columns, measures=tuple(map(_measure, given.get("measures", ()))), **rest
    )


def _measure(given: Any) -> OwnMeasure:
    rest = dict(given)
    _require_kind(bool, [rest.get("public", False)])
    texts = {name: value for name, value in rest.items() if name != "public"}
    _require_kind(str, texts.values())
    return OwnMeasure(**(rest | {name: normal_name(value) for name, value in texts.items()}))


def _require_kind(kind: type, *given: Iterable[object]) -> None:
    for value in itertools.chain(*given):
        if not isinstance(value, kind):
            raise TypeError(f"{value!r}: {kind.__name__}")


def require_sound(description: Description) -> None:
    """Raise InputError where a description is not complete or contradicts itself."""
    if description.table not in COLUMNS:
        raise InputError("'{text}' is no kind of table. Give index, units or results.", text=description.table)
    for column, theirs in description.columns.items():
        if column not in COLUMNS[description.table]:
            raise InputError("'{text}' is no column of such a table.", text=column)
        _require_in(theirs, description)
    for column in NEEDED[description.table]:
        if not description.columns.get(column):
            raise InputError("The column for '{column}' is not named.", column=column)
    _require_rest(description)
    for measure in description.measures:
        _require_measure(measure, description)
    ours = [measure.measure.column for measure in description.measures]
    for measure in description.measures:
        if ours.count(measure.measure.column) > 1:
            raise InputError("Two measures are called '{name}'. Give each a name of its own.", name=measure.name)

    _require_apart(description.measures)


def _require_apart(measures: Iterable[OwnMeasure]) -> None:
    """Raise InputError where a column is of a published measure and of one that nobody has published.

    As that of the one its numbers by place stand in the study, where those of the other must not.
    """
    columns = {
        public: {column for one in measures if one.public == public for column in (one.column, one.weight) if column}
        for public in (True, False)
    }
    for column in sorted(columns[True] & columns[False]):
        raise InputError(
            "The column '{column}' belongs to a published measure and to one that nobody has published, as a value or "
            "as the number that means are weighted by. Say the same of both, or leave one out.",
            column=column,
        )


def _require_rest(description: Description) -> None:
    """Raise InputError where something else that its kind of table needs is missing."""
    if description.table == UNITS and not _CRS.fullmatch(description.crs):
        raise InputError(
            "'{text}' is no coordinate reference system. Give a code like EPSG:3006.", text=description.crs
        )
    if description.table == INDEX and not set(description.columns) & set(COLUMNS[INDEX][2:]):
        raise InputError("Name the column of the area types or of the index.")
    if description.table == INDEX and not (description.year or description.columns.get(YEAR)):
        raise InputError("Name the column of the year, or give the year.")
    if description.table == UNITS and description.columns[X] == description.columns[Y]:
        raise InputError("East and north are the same column. Choose two.")
    if description.table == INDEX and description.measures:
        raise InputError("A table of the index has no results beside it. Choose it among the results too.")
    if description.table == RESULTS and not description.measures:
        raise InputError("Choose at least one column with a result.")


def _require_measure(measure: OwnMeasure, description: Description) -> None:
    _require_in(measure.column, description)
    if measure.weight:
        _require_in(measure.weight, description)
    if not own_column(measure.name).replace(own_column(""), "", 1).strip("_"):
        raise InputError("The measure in column '{column}' has no name. Give it one.", column=measure.column)
    if measure.kind not in KINDS:
        raise InputError(
            "'{text}' is no kind of measure. Give one of {kinds}.", text=measure.kind, kinds=", ".join(KINDS)
        )


def _require_in(column: str, description: Description) -> None:
    if description.header.count(column) != 1:
        raise InputError(
            "The table has no column '{column}', or more than one. Its columns are {columns}.",
            column=column,
            columns=", ".join(description.header),
        )
