"""Names of RegSO at every time, for files that give areas by name only.

Names move while codes stay, and some were swapped. SCB's key holds the names after the changes of 2023-01-11; undoing
and applying SCB's dated list of renames gives the names of every other time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from ...domain.codes import (
    MUNICIPALITY_DIGITS,
    ONLY_IN_REGSO_2020,
    ONLY_IN_REGSO_2025,
    REGSO_2020,
    regso_version_of_year,
)
from ...domain.messages import InputError

KEY_DATE = "2023-01-11"
FIRST_DATE = "2020-01-01"
DATE_OF_REGSO_2025 = "2025-01-01"
# As in SCB's layer RegSO 2025: the list of changes gives names on renames only.
_NAME_OF_NEW_AREA = "Repisvaara-Dundret"


@dataclass(frozen=True)
class NameSet:
    """The names in force from ``date`` on: ``Kommun (Område)`` -> code. ``date`` may say where else from."""

    date: str
    codes: dict[str, str]


@dataclass(frozen=True)
class Resolved:
    """Codes for names, from the set that fits best; ``ambiguous``: names other sets read differently."""

    codes: dict[str, str]
    date: str
    unknown: tuple[str, ...]
    ambiguous: tuple[str, ...]


def normal(name: str) -> str:
    """Return a name in one Unicode form with single blanks, so that equal names compare equal."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def full_name(municipality: str, area: str) -> str:
    """Return a name as SCB's web export writes it: ``Upplands Väsby (Bollstanäs)``."""
    return normal(f"{municipality} ({area})")


def name_sets(key: pd.DataFrame, changes: pd.DataFrame) -> list[NameSet]:
    """Return the name sets of RegSO, oldest first.

    ``key``: ``regsokod kommunnamn regsonamn`` as of 2023-01-11. ``changes``: SCB's list with
    ``old_code new_code date old_name new_name`` (text; names on renames only).
    """
    municipality = dict(zip(key["regsokod"].str[:MUNICIPALITY_DIGITS], key["kommunnamn"]))
    names = dict(zip(key["regsokod"], key["regsonamn"]))
    renames = changes[changes["new_name"].fillna("") != ""]
    dates = sorted(set(renames["date"]))
    sets = [_name_set(KEY_DATE, names, municipality)]
    current = dict(names)
    for date in [date for date in dates if date > KEY_DATE]:
        current |= _names(renames, date, "new_code", "new_name")
        if date >= DATE_OF_REGSO_2025 and ONLY_IN_REGSO_2020 in current:
            del current[ONLY_IN_REGSO_2020]
            current[ONLY_IN_REGSO_2025] = _NAME_OF_NEW_AREA
        sets.append(_name_set(date, current, municipality))
    current = dict(names)
    earlier = [FIRST_DATE, *[date for date in dates if date < KEY_DATE]]
    for date, until in zip(reversed(earlier), reversed([*earlier[1:], KEY_DATE])):
        current |= _names(renames, until, "old_code", "old_name")
        sets.insert(0, _name_set(date, current, municipality))
    return sets


def key_set(key: pd.DataFrame, label: str) -> NameSet:
    """Return a key table (``regsokod kommunnamn regsonamn``) as a name set under ``label``."""
    municipality = dict(zip(key["regsokod"].str[:MUNICIPALITY_DIGITS], key["kommunnamn"]))
    return _name_set(label, dict(zip(key["regsokod"], key["regsonamn"])), municipality)


def resolve(names: Iterable[str], year: int, sets: list[NameSet]) -> Resolved:
    """Resolve the names of one file and year by the set of names that holds most of them.

    Where several hold equally many, the set of the year's RegSO version counts (the key of 2023-01-11
    up to 2023, the latest after), and names that the others read differently are ``ambiguous``.
    Raises InputError when no set holds any of the names.
    """
    wanted = sorted({normal(name) for name in names})
    hits = [sum(name in candidate.codes for name in wanted) for candidate in sets]
    most = max(hits, default=0)
    if most == 0:
        raise InputError(
            "None of the {count} area names in the index (such as '{name}') is a RegSO name. "
            "The table must be by RegSO, with names like 'Kommun (Område)'.",
            count=len(wanted),
            name=wanted[0] if wanted else "",
        )
    best = [candidate for candidate, hit in zip(sets, hits) if hit == most]
    chosen = _in_force(best, year)
    ambiguous = tuple(name for name in wanted if len({candidate.codes.get(name) for candidate in best}) > 1)
    return Resolved(
        {name: chosen.codes[name] for name in wanted if name in chosen.codes},
        chosen.date,
        tuple(name for name in wanted if name not in chosen.codes),
        ambiguous,
    )


def _in_force(sets: list[NameSet], year: int) -> NameSet:
    if regso_version_of_year(year) == REGSO_2020:
        return min(sets, key=lambda candidate: (candidate.date != KEY_DATE, candidate.date))
    return sets[-1]


def _names(renames: pd.DataFrame, date: str, code: str, name: str) -> dict[str, str]:
    of_date = renames[renames["date"] == date]
    return dict(zip(of_date[code], of_date[name]))


def _name_set(date: str, names: dict[str, str], municipality: dict[str, str]) -> NameSet:
    codes: dict[str, str] = {}
    twice = set()
    for code, name in names.items():
        written = full_name(municipality[code[:MUNICIPALITY_DIGITS]], name)
        if codes.setdefault(written, code) != code:
            twice.add(written)
    # A name that two areas share at one time says nothing about which is meant.
    return NameSet(date, {name: code for name, code in codes.items() if name not in twice})
