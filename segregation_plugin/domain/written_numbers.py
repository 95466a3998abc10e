"""Numbers as people write them, by one rule for every reader and every column.

A point or a comma with exactly three digits after it (``12.500``, ``1,234``) may separate thousands or decimals. The
other cells of the column may show which; so may the column, if it cannot hold thousands. Otherwise the number has two
meanings, and is refused.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterable
from typing import NamedTuple

_BLANKS = re.compile(r"(?<=\d)\s(?=\d{3}(?:\D|$))")
_AROUND = re.compile(r"^(?:~|cirka\s|ca\.?\s)*\s*|\s*%$", re.IGNORECASE)
_PLAIN = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_TWO_MEANINGS = re.compile(r"[-+]?[1-9]\d{0,2}([.,])\d{3}")
_DECIMALS = re.compile(r"[-+]?\d+([.,])\d+")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:([.,])\d{3}){2,}")
_BOTH = re.compile(r"[-+]?\d{1,3}(?:([.,])\d{3})+(?!\1)([.,])\d+")


class Marks(NamedTuple):
    """Marks in a column's numbers: which of point and comma separates decimals, and which thousands."""

    decimals: frozenset[str] = frozenset()
    thousands: frozenset[str] = frozenset()


NO_MARKS = Marks()


class TwoMeanings(ValueError):
    """A text that may be ``one`` number, with thousands, or the ``other``, with decimals."""

    def __init__(self, text: str, one: float, other: float) -> None:
        super().__init__(text)
        self.one, self.other = one, other


class PerCent(ValueError):
    """A text that says per cent, in a column that does not."""


def marks_of(texts: Iterable[str]) -> Marks:
    """Return the marks of those of a column's texts that have one meaning; texts that are no numbers have none."""
    decimals, thousands = set(), set()
    for plain in map(_plain, set(texts)):
        if _TWO_MEANINGS.fullmatch(plain):
            continue
        both, groups, one = (form.fullmatch(plain) for form in (_BOTH, _THOUSANDS, _DECIMALS))
        if both:
            thousands.add(both[1])
            decimals.add(both[2])
        elif groups:
            thousands.add(groups[1])
        elif one:
            decimals.add(one[1])
    return Marks(frozenset(decimals), frozenset(thousands))


def read_number(text: str, marks: Marks = NO_MARKS, highest: float = math.inf, per_cent: bool = False) -> float:
    """Return the number that a text is.

    ``marks``: what its column shows, without which points and commas are never between thousands; ``highest``: the
    largest number that the column can hold; ``per_cent``: whether its numbers are in per cent, and may say ``%``.
    Raises TwoMeanings, PerCent, and ValueError for what is no number.
    """
    if text.rstrip().endswith("%") and not per_cent:
        raise PerCent(text)
    plain = _plain(text)
    two, both, groups = (form.fullmatch(plain) for form in (_TWO_MEANINGS, _BOTH, _THOUSANDS))
    if two:
        return _of_two(text, plain, two[1], marks, highest)
    if both:
        return _in_one_way(text, plain, both[1], both[2], marks)
    if groups:
        return _in_one_way(text, plain, groups[1], "", marks)
    number = float(plain.replace(",", ".")) if _PLAIN.fullmatch(plain) else math.inf
    if math.isinf(number):
        raise ValueError(text)
    return number


@functools.lru_cache(maxsize=4096)  # a number stands in many cells
def has_two_meanings(text: str) -> bool:
    """Return whether a text alone may have thousands or decimals."""
    return _TWO_MEANINGS.fullmatch(_plain(text)) is not None


def number_text(value: object) -> str:
    """Return the text of a number that has one meaning, by its type or by the decimal point of its format.

    A zero after it gives it one meaning for ``read_number`` too.
    """
    text = str(value)
    return text + "0" if "." in text and has_two_meanings(text) else text


def per_cent_text(share: float) -> str:
    """Return a share (1 is everything) as a spreadsheet shows it in a cell formatted as per cent."""
    return f"{number_text(f'{share * 100:.12g}')} %"


def _plain(text: str) -> str:
    return _BLANKS.sub("", _AROUND.sub("", text.strip()))


def _of_two(text: str, plain: str, mark: str, marks: Marks, highest: float) -> float:
    thousands, decimals = float(plain.replace(mark, "")), float(plain.replace(mark, "."))
    if (mark in marks.thousands) != (mark in marks.decimals):
        return thousands if mark in marks.thousands else decimals
    if abs(thousands) > highest:
        return decimals
    raise TwoMeanings(text, thousands, decimals)


def _in_one_way(text: str, plain: str, thousands: str, decimals: str, marks: Marks) -> float:
    """Return a number with marks between thousands, if its column has such and writes none another way."""
    if thousands not in marks.thousands or thousands in marks.decimals or decimals in marks.thousands:
        raise ValueError(text)
    return float(plain.replace(thousands, "").replace(decimals or ",", "."))
