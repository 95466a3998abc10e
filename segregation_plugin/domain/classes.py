"""Classes that contain others by their names: 0-15 years contains 0-5, 65+ contains 80+."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

import numpy as np

from .arrays import Numbers

_EXACT = 1e-6
_BETWEEN = re.compile(r"(?<![\d.,])(\d+|f)\s*(?:[-\u2013\u2014_]|till|to)\s*(\d+)(?![\d.,])", re.IGNORECASE)
_FROM = re.compile(
    r"(?:(?:över|over|minst|från|from|[>≥]=?)\s*(\d+)"
    r"|(\d+)\s*(?:\+|[-\u2013_]?\s*w\b|[-\u2013_](?=\s*(?:år|ar)?\s*$)"
    r"|(?:år|ar|years)?\s*(?:och|and)\s*(?:äldre|over|över|older|mer|fler)))",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?:under|yngre\s+än|högst|upp\s+till|up\s+to|max|[<≤]=?|(?<!\d)[-\u2013](?=\d))\s*(\d+)", re.IGNORECASE
)
_FILLERS = re.compile(r"\b(?:år|ar|years?|åringar|aringar|aged?)\b|[\s_.:]+", re.IGNORECASE)


class _Class(NamedTuple):
    """A class of whole numbers, from ``low`` to ``high``, and the rest of its name."""

    low: float
    high: float
    of: str


def _class_of(name: str) -> _Class | None:
    for pattern in (_BETWEEN, _FROM, _TO):
        found = pattern.search(name)
        if found is None:
            continue
        numbers = [0.0 if text.lower() == "f" else float(text) for text in found.groups() if text]
        # A name that ends like the year 2023-24 is no class.
        low, high = {
            _BETWEEN: (numbers[0], numbers[-1]),
            _FROM: (numbers[0], math.inf),
            _TO: (0.0, numbers[0]),
        }[pattern]
        start, end = found.span()
        rest = _FILLERS.sub("", f"{name[:start]}#{name[end:]}").lower()
        return _Class(low, high, rest) if low <= high else None
    return None


def nested(names: Sequence[str], cells: Numbers, tolerance: float = 0.0) -> Iterator[tuple[int, int]]:
    """Yield the places of two columns of which the first contains the second: by name, and nowhere smaller.

    ``cells``: their numbers, NaN where hidden. Their difference is a class of its own that is not protected.
    """
    classes: dict[str, list[tuple[int, _Class]]] = {}
    for place, name in enumerate(names):
        found = _class_of(str(name))
        if found is not None:
            classes.setdefault(found.of, []).append((place, found))
    for of_kind in classes.values():
        for (larger, one), (smaller, other) in permutations(of_kind, 2):
            if one[:2] != other[:2] and one.low <= other.low and other.high <= one.high:
                difference = cells[:, larger] - cells[:, smaller]
                known = difference[~np.isnan(difference)]
                if len(known) and (known >= -tolerance - _EXACT).all():
                    yield larger, smaller
