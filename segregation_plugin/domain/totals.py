"""Words for everything in a table, not for a part of it: labels of rows, and names of columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .codes import COUNTY, DESO, MUNICIPALITY, MUNICIPALITY_DIGITS, REGSO

# Labels, in lower case.
TOTALS = (
    *("alla", "samtliga", "totalt", "total", "totala", "totalsumma", "summa", "sum", "all", "everybody", "everyone"),
    *("riket", "hela riket", "hela landet", "hela sverige", "hela länet", "hela kommunen", "hela regionen"),
    *("alla kommuner", "samtliga kommuner", "alla län", "alla områden", "alla skolor", "alla elever"),
    *("summa totalt", "summa total", "total summa", "grand total", "whole country", "in total", "totalt riket"),
)
# Labels that contain others where rows are of places; elsewhere 'kommunen' may be one of several that run schools.
_PLACES = ("sverige", "länet", "kommunen", "regionen", "sweden", "country", "county", "se")
_EVERYTHING = re.compile(
    r"(?:hela|samtliga|totalt|total|summa)\b.+"
    r"|.+ (?:totalt|total|summa|samtliga)"
    r"|all[ae]? (?:kommuner|län|områden|skolor|enheter|regso|deso|elever|personer|areas|places|schools|municipalities)"
)
# Its words, in names of columns such as folkmängd_2024 or antal elever.
_EVERYBODY = frozenset(
    (
        *TOTALS,
        *("tot", "folkmängd", "folkmangd", "befolkning", "befolkningen", "invånare", "invanare", "personer", "person"),
        *("individer", "boende", "elever", "barn", "population", "inhabitants", "people", "persons", "pupils"),
        *("students", "residents", "antal", "number", "count", "n"),
    )
)
_COUNTRY = "00"
_COUNTIES = frozenset(f"{number:02}" for number in (1, *range(3, 11), *range(12, 15), *range(17, 26)))


def plain_label(text: str) -> str:
    """Return a label in lower case, with single blanks and no colon or full stop behind it."""
    return " ".join(text.split()).strip(" :.*").lower()


def is_total(text: str) -> bool:
    """Return whether a label is a total, whatever the rows are of."""
    return plain_label(text) in TOTALS


def called_like_a_total(name: str) -> bool:
    """Return whether a column's name is that of a total: folkmangd, antal_elever, Totalt 2024."""
    words = [word for word in re.split(r"[\W\d_]+", plain_label(name)) if word]
    return bool(words) and all(word in _EVERYBODY for word in words)


def wider_codes(code: str) -> list[str]:
    """Return the codes of what an area, a municipality or a county lies in, the nearest first."""
    if REGSO.fullmatch(code) or DESO.fullmatch(code):
        return [code[:MUNICIPALITY_DIGITS], code[:2], _COUNTRY]
    if MUNICIPALITY.fullmatch(code):
        return [code[:2], _COUNTRY]
    return [_COUNTRY] if COUNTY.fullmatch(code) and code != _COUNTRY else []


def totals_among_places(labels: Iterable[str]) -> set[str]:
    """Return which labels of places contain others: words for everything, a county's code among municipalities.

    *Stockholms län* is a place where all are counties, and a total among municipalities; so are codes.
    """
    known = {label for label in labels if label.strip()}
    codes = {label.strip() for label in known}
    wider = {wide for code in codes if not COUNTY.fullmatch(code) for wide in wider_codes(code)}
    # Other numbers of two digits, as 00 to 59, are no counties.
    if codes - {_COUNTRY} <= _COUNTIES:
        wider.add(_COUNTRY)
    counties = {label for label in known if plain_label(label).endswith((" län", " county"))}
    if counties == known:
        counties = set()
    return {
        label
        for label in known
        if label in counties
        or label.strip() in wider
        or is_total(label)
        or plain_label(label) in _PLACES
        or _EVERYTHING.fullmatch(plain_label(label))
    }


def row_of_a_total(columns: Mapping[str, Sequence[str]]) -> tuple[int, str] | None:
    """Return the first row (from 0) whose label is a total, and the name of its column; None if none.

    ``columns``: labels of rows, one of which may contain all others. A label that all rows have is no total, as where
    each is of both sexes. Codes and names of places are compared where no two rows have the same.
    """
    for name, labels in columns.items():
        filled = [label for label in labels if label]
        is_key = len(set(filled)) == len(labels)
        found = totals_among_places(filled) if is_key else {label for label in filled if is_total(label)}
        rows = [row for row, label in enumerate(labels) if label in found]
        if rows and len(rows) < len(labels):
            return rows[0], name
    return None
