"""What columns are called in a study whose places are no schools."""

from __future__ import annotations

from dataclasses import replace

from ..domain.messages import Message, message
from ..domain.place_words import heading
from .records import NO_LABEL, Column


def for_places(column: Column, units: str) -> Column:
    """Return a column as people read it where the places are called ``units``; empty for schools."""
    if not units:
        return column
    words = {**column.words, **{value: word for value, word in _counted(units).items() if value in column.words}}
    label = column.label if column.of_places is None else column.of_places
    return replace(column, words=words, label=label, technical=column.technical or column.of_places == NO_LABEL)


def _counted(units: str) -> dict[str, Message]:
    places = heading(units)
    return {
        "skolor": places,
        "skolor_kommunal": message("{places}, municipal", places=places),
        "skolor_enskild": message("{places}, independent", places=places),
        "skolor_ovriga": message("{places}, of other operators", places=places),
        "skolor_okand": message("{places}, operator unknown", places=places),
    }
