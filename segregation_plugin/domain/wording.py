"""Texts, messages and numbers in one language: what a table for people needs of it."""

from __future__ import annotations

import math
from numbers import Integral
from typing import Protocol

from .messages import Message, SegregationError
from .rounding import rounded

# The values of messages that count something, unlike years, rows and codes.
_COUNTED = frozenset(
    (
        *("all", "areas", "count", "few", "lies", "located", "none", "official", "others", "partly", "rows", "sites"),
        *("unlocated", "units", "values"),
    )
)
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# What a heading may begin with and a sentence does not write in small letters; without the s of the genitive.
_PROPER = frozenset(("English", "Riket", "Sami", "Skolverket", "Sverige", "Sweden", "Swedish", "Theil"))


def in_sentence(name: str) -> str:
    """Return a name or heading as it stands inside a sentence: in small letters, but for abbreviations and names."""
    first = name.partition(" ")[0]
    bare = first.partition("'")[0]
    is_name = not _PROPER.isdisjoint((bare, bare[:-1]))
    return name if is_name or first[1:] != first[1:].lower() or first.isupper() else name[:1].lower() + name[1:]


class Wording(Protocol):
    """Texts in one ``language``, ``sv`` or ``en``. ``i18n.Texts`` takes them from the plugin's translations."""

    language: str

    def tr(self, text: str) -> str:
        """Return ``text`` in this language, or as it is where it has no translation."""

    def render(self, message: Message | SegregationError) -> str:
        """Return a message in this language with its values filled in, messages among them rendered too."""
        if isinstance(message, SegregationError):
            message = message.message
        values = {name: self._said(name, value) for name, value in message.values.items()}
        return self.tr(message.text).format(**values)

    def _said(self, name: str, value: object) -> object:
        if isinstance(value, (Message, SegregationError)):
            return self.render(value)
        return self.number(float(value)) if name in _COUNTED and isinstance(value, Integral) else value

    def number(self, value: float | None, decimals: int = 0) -> str:
        """Return ``value`` as this language writes it, with ``decimals``; what is missing is empty."""
        if value is None:
            return ""
        try:
            number = float(value)
        except TypeError:
            return ""  # pandas.NA
        if math.isnan(number):
            return ""
        text = f"{rounded(number, decimals):,.{decimals}f}"
        if self.language == "sv":
            return text.replace(",", NO_BREAK_SPACE).replace(".", ",")
        return text

    def without_grouping(self, text: str) -> str:
        """Return a number's text without what stands between thousands, which no spreadsheet reads back."""
        return text.replace(NO_BREAK_SPACE if self.language == "sv" else ",", "")
