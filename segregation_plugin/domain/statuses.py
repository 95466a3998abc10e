"""What stands behind a published value: a number, or one of several kinds of not knowing.

Skolverket's markers (planned-educations API v4, ``valueType``; the same signs stand in its files):
``..`` few pupils, ``.`` not applicable or missing, ``~100`` rounded so that few cannot be singled
out, ``*`` not comparable, ``cirka 370`` rounded to tens.
"""

from __future__ import annotations

import functools
import math
import re

EXISTS = "finns"
HIDDEN = "dold"
MISSING = "saknas"
ROUNDED = "avrundad"
NOT_COMPARABLE = "ej_jamforbar"

# An area of which no index file says anything for the year.
NOT_IN_INDEX = "ej_i_index"

# What stands for a hidden value, in what is read and in what is shown.
HIDDEN_TEXT = ".."

STATUSES = (EXISTS, HIDDEN, MISSING, ROUNDED, NOT_COMPARABLE)

_MARKERS = {
    "": MISSING,
    ".": MISSING,
    "-": MISSING,
    HIDDEN_TEXT: HIDDEN,
    "*": NOT_COMPARABLE,
}
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_APPROXIMATE = re.compile(r"^(?:cirka|ca\.?)\s+", re.IGNORECASE)
_GROUPING = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?:\D|$))")


@functools.lru_cache(maxsize=4096)
def parse_value(text: str | None) -> tuple[float, str]:
    """Return the number (NaN when there is none) and the status of one published value.

    Takes a decimal comma or point, blanks between thousands, ``cirka 370`` (a number: the source
    rounded it) and ``~100`` (status ``avrundad``). Raises ValueError when the text is none of these.
    """
    stripped = "" if text is None else text.strip()
    marker = _MARKERS.get(stripped)
    if marker is not None:
        return math.nan, marker
    status = ROUNDED if stripped.startswith("~") else EXISTS
    plain = _APPROXIMATE.sub("", stripped.lstrip("~").strip())
    plain = _GROUPING.sub("", plain).replace(",", ".")
    number = float(plain) if _NUMBER.fullmatch(plain) else math.inf
    if math.isinf(number):
        raise ValueError(text)
    return number, status
