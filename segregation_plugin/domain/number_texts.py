"""Texts that may be numbers of people, and so must not stand beside hidden ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Like 12, 1 200, 3,8 %, cirka 130, 130 elever, and what stands for a hidden one.
_NUMBER = re.compile(
    r"(?:(?:ca\.?|cirka|circa|about|under|över|minst|högst|knappt|drygt|[~<>≤≥±=])\s*)?"
    r"[-+]?\d[\d\s]*(?:[.,]\d+)?\s*(?:%|[^\W\d_]{1,12}\.?)?"
    r"|\.\.",
    re.IGNORECASE,
)
# School units have eight digits, municipalities four, of which the first two are the county's.
_CODE = re.compile(r"\d{8}|(?:0[1-9]|1\d|2[0-5])\d\d")


def may_be_numbers(texts: Iterable[str]) -> bool:
    """Return whether any of a column's texts looks like a number or a share, unless all are codes."""
    filled = {one.strip() for one in texts} - {""}
    return not all(_CODE.fullmatch(one) for one in filled) and any(_NUMBER.fullmatch(one) for one in filled)
