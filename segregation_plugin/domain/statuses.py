"""Statuses of published values: a number, or one of several kinds of unknown.

Skolverket's markers (planned-educations API v4, ``valueType``; the same signs are in its files): ``..`` few pupils,
``.`` not applicable or missing, ``~100`` rounded so that few cannot be singled out, ``*`` not comparable, ``cirka 370``
rounded to tens.
"""

from __future__ import annotations

import functools
import math

from .messages import Message, message
from .written_numbers import NO_MARKS, Marks, read_number

EXISTS = "finns"
HIDDEN = "dold"
MISSING = "saknas"
ROUNDED = "avrundad"
NOT_COMPARABLE = "ej_jamforbar"

# An area that no index file has for the year.
NOT_IN_INDEX = "ej_i_index"

# The sign of a hidden value, in files and on screen.
HIDDEN_TEXT = ".."
# Groups of fewer people are hidden: as Sweden's school statistics do.
HIDDEN_UNDER = 10

STATUSES = (EXISTS, HIDDEN, MISSING, ROUNDED, NOT_COMPARABLE)

WORDS: dict[str, Message] = {
    EXISTS: message("published"),
    HIDDEN: message("hidden by the source"),
    MISSING: message("missing"),
    ROUNDED: message("rounded by the source"),
    NOT_COMPARABLE: message("not comparable"),
    NOT_IN_INDEX: message("not in the index files"),
}

_MARKERS = {
    "": MISSING,
    ".": MISSING,
    "-": MISSING,
    HIDDEN_TEXT: HIDDEN,
    "*": NOT_COMPARABLE,
}


# The one share that is published rounded (``~100``).
_ROUNDED_SHARE = 100


def is_rough_share(text: str, value: float, status: str) -> bool:
    """Return whether a share is said to be near another number than 100, as ``~99`` or ``cirka 50``: nobody says so.

    Of which side few pupils are hidden would be unknown.
    """
    return (status == ROUNDED and value != _ROUNDED_SHARE) or text.strip().lower().startswith("c")


@functools.lru_cache(maxsize=4096)
def parse_value(
    text: str | None, marks: Marks = NO_MARKS, highest: float = math.inf, per_cent: bool = False
) -> tuple[float, str]:
    """Return the number (NaN when there is none) and the status of one published value.

    Takes a decimal comma or point, blanks between thousands, ``cirka 370`` (a number: the source
    rounded it) and ``~100`` (status ``avrundad``). Raises ValueError when the text is none of these, as
    ``written_numbers.read_number``, which has the other arguments.
    """
    stripped = "" if text is None else text.strip()
    marker = _MARKERS.get(stripped)
    if marker is not None:
        return math.nan, marker
    number = read_number(stripped, marks, highest, per_cent)
    return number, ROUNDED if stripped.startswith("~") else EXISTS
