"""What a column and a table of the study file are: records that ``schema`` fills in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from ..domain.measures import Measure
from ..domain.messages import Message, message

# What a column holds: text, a whole number or a number with decimals; a number may be unknown.
TEXT, WHOLE, NUMBER = "text", "whole", "number"
# Places whose names stand behind their codes.
MUNICIPALITIES, COUNTIES, ALL_PLACES = "municipalities", "counties", "counties and municipalities"

NO_LABEL = message("")


@dataclass(frozen=True)
class Column:
    """A column of a table.

    ``kind``: TEXT, WHOLE or NUMBER. ``label``: what people read above it. ``decimals``: of a number, as people see it;
    ``whole_where``: another column, and its values in whose rows the number is a whole one.
    ``technical``: hidden from people, kept for programs. ``wide``: it holds names or sentences.
    ``known``: what it may hold, if that is a list; a number may be unknown beside.
    ``if_missing``: what a file without the column is read as; without that a file must have the column.
    ``is_message``: its texts are messages in the study's language, and can be said in another.
    ``words``: what its values are called, where they are no words themselves; ``several``: its values are lists of
    such, between commas; ``others``: it holds other values too, which are read as they are.
    ``codes_of``: MUNICIPALITIES, COUNTIES or ALL_PLACES, whose names stand behind its codes.
    ``names_results``: its values may be the columns of results; ``with_units``: called by name and unit.
    ``measure``: the result that it is of, whose name stands before the label.
    ``of_places``: its label where a study's places are no schools, if that is another; without a text it is hidden.
    ``of_own_year``: it says nothing of areas in another year than the study's own.
    """

    name: str
    kind: str
    label: Message = NO_LABEL
    unit: str = ""
    decimals: int = 0
    technical: bool = False
    known: Collection[object] | None = None
    is_message: bool = False
    if_missing: object = None
    words: Mapping[str, Message] = field(default_factory=dict)
    measure: Measure | None = None
    names_results: bool = False
    with_units: bool = False
    several: bool = False
    others: bool = False
    codes_of: str = ""
    whole_where: tuple[str, Collection[str]] = ("", ())
    wide: bool = False
    of_places: Message | None = None
    of_own_year: bool = False

    def title(self, language: str, render: Callable[[Message], str]) -> str:
        """Return what people read above it, without its unit, in ``language``, into which ``render`` translates."""
        label = render(self.label)
        if self.measure is None:
            return label
        return ", ".join(part for part in (self.measure.label[language], label) if part)


@dataclass(frozen=True)
class Table:
    """A table: its columns, its geometry (empty for none), and whether a study may be without it.

    ``drawn``: it is a layer of the map for its looks alone, without columns that people read.
    """

    name: str
    label: Message
    columns: tuple[Column, ...] = ()
    geometry: str = ""
    optional: bool = False
    drawn: bool = False

    def of(self, name: str) -> Column:
        """Return the column ``name``."""
        return next(column for column in self.columns if column.name == name)
