"""School units that may stand at their operator's address instead of where they teach.

A register gives the address that it has. Units of several municipalities, or several schools, at one point are hardly
taught there: the point is more likely an office, and its area's type says nothing about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...domain import placing
from .sites import groups

# Units so near to each other have one point: sources round metres differently.
_SAME_POINT = 1.0  # metres
_MUNICIPALITIES = 2
_NAMES = 4

# What distinguishes parts of one school: a number (1, II, enhet A), and the grades (F-3, 4-6, åk 7, högstadiet).
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PART_OF_SCHOOL = re.compile(
    r"\d+(?:-\d+)?|(?:åk|årskurs)?\d+|f(?:-?\d+)?|i{1,3}|iv|vi{0,3}|ix|x"
    r"|åk|årskurs|årskurserna|årskurser|enhet|enheten|nr|och"
    r"|förskoleklass|f-klass|fklass|lågstadiet|mellanstadiet|högstadiet"
)
_UNIT = re.compile(r"\benhet(?:en)?\s+[^\W\d_]\b")
_DASHES = re.compile(r"\s*[-\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}]\s*")


def may_be_operators(schools: pd.DataFrame) -> pd.Series:
    """Return which school units may stand at their operator's address (bool; the index of ``schools``).

    ``schools``: ``skolenhetskod namn kommunkod x y`` (EPSG:3006, metres, NaN where unknown). So does every unit at a
    point shared by units that are registered in two or more municipalities, or by units of four or more names that
    differ beyond number and grade: *Vadsbogymnasiet 1* to *4* are one school. Units without a known municipality count.
    """
    group = groups(schools["x"].to_numpy(dtype=float), schools["y"].to_numpy(dtype=float), _SAME_POINT)
    return pd.Series(_of_several(schools, group), index=schools.index)


def operators_from_west(blocks: Iterable[pd.DataFrame]) -> Iterator[NDArray[np.int64]]:
    """Yield the places in the register (``place``) of units for which ``may_be_operators`` holds, of any number.

    ``blocks``: ``place namn kommunkod x y``, known coordinates alone; one after the other they are sorted by ``x``. Of
    what came before a block, only units are held that may have to do with the next ones.
    """
    waiting = None
    for block in blocks:
        rows = block.assign(said=False)
        if waiting is not None:
            rows = pd.concat([waiting, rows], ignore_index=True)
        x, y = rows["x"].to_numpy(dtype=float), rows["y"].to_numpy(dtype=float)
        group, said = groups(x, y, _SAME_POINT), rows["said"].to_numpy(dtype=bool)
        before = np.bincount(group, weights=said, minlength=1) > 0
        found = _of_several(rows, group) | before[group]
        yield rows["place"].to_numpy(dtype=np.int64)[found & ~said]
        goes_on = np.isin(group, group[x + _SAME_POINT >= x[-1]])
        waiting = rows.assign(said=found)[goes_on]
        # One unit stands for all at a point of which nothing more is to be found out.
        waiting = waiting[~(waiting["said"] & waiting.duplicated(["x", "y"]))]


def _of_several(schools: pd.DataFrame, group: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return whether each unit's group has several municipalities, or as many names as no one school has."""
    found = np.zeros(len(schools), dtype=bool)
    shared = np.flatnonzero(np.bincount(group, minlength=1)[group] > 1)
    some, of = schools.iloc[shared], group[shared]
    registered = some["kommunkod"].fillna("").astype(object)
    names = some["namn"].fillna("").map(school_name)
    municipalities, different = (
        known.where(known != "").groupby(of).transform("nunique") for known in (registered, names)
    )
    found[shared] = (municipalities >= _MUNICIPALITIES) | (different >= _NAMES)
    return found


def school_name(name: str) -> str:
    """Return a unit's name without numbers, letters of units and grades, which distinguish parts of one school."""
    plain = _UNIT.sub(" ", _DASHES.sub("-", name.casefold()))
    return " ".join(word for word in _WORD.findall(plain) if not _PART_OF_SCHOOL.fullmatch(word))


def in_figures(schools: pd.DataFrame, as_located: bool, codes: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return the placed schools of a study as its figures count them.

    ``as_located``: each in the area where its point lies. Else those that may stand at their operator's address have no
    area, and no type, as if their location were unknown: they count where they are registered, and with ``codes`` (of
    the places that the study is of) only those that are registered there.
    """
    doubtful = schools["placering"] == placing.OPERATORS_ADDRESS
    if as_located or not doubtful.any():
        return schools
    counted = schools.assign(
        regsokod=schools["regsokod"].astype(object).where(~doubtful, None),
        omradestyp=schools["omradestyp"].astype("Int64").mask(doubtful),
    )
    registered_elsewhere = doubtful & ~registered_in(schools, codes)
    return counted[~registered_elsewhere] if codes else counted


def registered_in(schools: pd.DataFrame, codes: tuple[str, ...]) -> pd.Series:
    """Return which schools are registered in places: codes of counties or municipalities, none for all."""
    return schools["kommunkod"].fillna("").astype(object).str.startswith(codes or "")


def lies_in(schools: pd.DataFrame, codes: tuple[str, ...]) -> pd.Series:
    """Return which schools lie in places, one without an area is registered there: codes, none for all."""
    registered = schools["kommunkod"].fillna("").astype(object)
    area = schools["regsokod"].astype(object)
    return area.where(schools["regsokod"].notna(), registered).fillna("").str.startswith(codes or "")


def in_place(schools: pd.DataFrame, as_located: bool, codes: tuple[str, ...]) -> pd.Series:
    """Return which schools of a study belong to places: codes of counties, municipalities or areas, none for all.

    A school is where it lies, an unlocated one where it is registered, and unless schools count ``as_located`` one that
    may stand at its operator's address in both: there it is on the map, and here it counts.
    """
    belongs = lies_in(schools, codes)
    if as_located:
        return belongs
    return belongs | ((schools["placering"] == placing.OPERATORS_ADDRESS) & registered_in(schools, codes))
