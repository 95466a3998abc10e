"""Texts for the user, kept apart from any language.

The pure core never translates. It raises and returns a template and its values; whoever shows
it (``i18n.Texts.render``) translates the template and fills the values in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# A cell of a damaged file may hold all the rest of it.
_LONGEST_VALUE = 500  # characters


@dataclass(frozen=True)
class Message:
    """A ``str.format`` template in English and the values to fill in."""

    text: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.text.format(**self.values)


def message(text: str, /, **values: object) -> Message:
    """Return the template ``text`` with its ``values``."""
    return Message(text, MappingProxyType({name: _shortened(value) for name, value in values.items()}))


def _shortened(value: object) -> object:
    if isinstance(value, str) and len(value) > _LONGEST_VALUE:
        return f"{value[:_LONGEST_VALUE]}…"
    return value


class SegregationError(Exception):
    """What went wrong, where, and what to do about it; translated only when shown."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.message = message(text, **values)
        super().__init__(text)

    def __str__(self) -> str:
        return str(self.message)


class InputError(SegregationError):
    """A file, layer or option the user chose cannot be used as it is."""


class OutputError(SegregationError):
    """A result cannot be written where the user asked for it."""


class Cancelled(SegregationError):
    """The user stopped the work; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Cancelled. Nothing was changed.")
