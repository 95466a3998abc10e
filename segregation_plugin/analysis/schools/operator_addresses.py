"""School units that may stand at their operator's address instead of where they teach.

A register gives the address that it has. Units of several municipalities, or several schools, at one point are hardly
taught there: the point is more likely an office, and its area's type says nothing about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...domain import placing
from ...domain.watched import Watch, watched
from .sites import groups

# Units so near to each other have one point: sources round metres differently.
_SAME_POINT = 1.0  # metres
_BESIDE = 2 * _SAME_POINT  # farther than needed, so that rounding leaves none out
_MUNICIPALITIES = 2
_NAMES = 4
_CHUNK = 2**16  # units that are looked at together

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
    names = _names(schools, _shared(group))
    return pd.Series(_of_several(_registered(schools), names, group), index=schools.index)


def may_share_point(x: NDArray[np.float64], y: NDArray[np.float64], watch: Watch = lambda: None) -> NDArray[np.bool_]:
    """Return of which units others may be at the same point (and of some more); NaN is no point.

    ``watch`` is called now and then, and may raise.
    """
    found = np.zeros(len(x), dtype=bool)
    from_west = watched(lambda: np.argsort(x), watch)[: np.count_nonzero(~np.isnan(x))]
    for start in range(0, len(from_west), _CHUNK):
        end = start + _CHUNK
        some = from_west[start:end]
        some = some[np.argsort(y[some])]
        east, north = x[some], y[some]
        # What lies before and behind in the order is not looked at.
        found[some] = (east <= east.min() + _BESIDE) | (east >= east.max() - _BESIDE)
        near = np.diff(north) <= _BESIDE
        near = np.append(near, False) | np.append(False, near)
        found[some[near]] |= _shared(groups(east[near], north[near], _SAME_POINT))
        watch()
    return found


def operators_from_west(blocks: Iterable[pd.DataFrame]) -> Iterator[NDArray[np.int64]]:
    """Yield the places in the register (``place``) of units for which ``may_be_operators`` holds, of any number.

    ``blocks``: ``place namn kommunkod x y``, known coordinates alone, sorted by ``x`` one after the other; units that
    share their point with none (``may_share_point``) may be left out. Of
    what came before a block, one unit of each name and municipality at each point is held that may have to do with the
    next ones, with the places of all that it stands for.
    """
    before = _Held(pd.DataFrame({"x": [], "y": [], "kommunkod": [], "namn": [], "said": []}), [])
    for block in blocks:
        held, stands_for = before
        count = len(held)
        x, y = (np.concatenate([held[axis], block[axis]]).astype(float) for axis in ("x", "y"))
        group = groups(x, y, _SAME_POINT)
        goes_on = np.isin(group, group[x + _BESIDE >= x[-1]])
        new_names = _names(block, (_shared(group) | goes_on)[count:])
        names = np.concatenate([held["namn"], new_names])
        registered = np.concatenate([held["kommunkod"], _registered(block)])
        said = np.concatenate([held["said"], np.zeros(len(block))]).astype(bool)
        of_several = _of_several(registered, names, group)
        found = of_several | (np.bincount(group, weights=said, minlength=1) > 0)[group]
        place = block["place"].to_numpy(dtype=np.int64)
        waited = [places for number in np.flatnonzero(found[:count]) for places in stands_for[number]]
        yield np.concatenate([*waited, place[found[count:]]])
        rows = pd.DataFrame({"x": x, "y": y, "kommunkod": registered, "namn": names, "said": found})
        before = _held(rows[goes_on], stands_for, place)


class _Held(NamedTuple):
    """Units that stand for others: ``x y kommunkod namn said``, and the places of those not yet said, of each."""

    units: pd.DataFrame
    places: list[list[NDArray[np.int64]]]


def _held(rows: pd.DataFrame, stands_for: list[list[NDArray[np.int64]]], place: NDArray[np.int64]) -> _Held:
    """Return one unit of all that are alike; index of ``rows``: first those held so far, then those of ``place``."""
    # At a point where all are said nothing more is to be found out.
    alike = rows.assign(**{column: rows[column].where(~rows["said"], "") for column in ("kommunkod", "namn")})
    number = alike.groupby(list(alike), sort=False).ngroup().to_numpy()
    _, first = np.unique(number, return_index=True)
    places: list[list[NDArray[np.int64]]] = [[] for _ in first]
    row, unsaid = rows.index.to_numpy(), ~rows["said"].to_numpy()
    old = row < len(stands_for)
    for one, before in zip(number[old & unsaid], row[old & unsaid]):
        places[one] += stands_for[before]
    new = np.flatnonzero(~old & unsaid)
    new = new[np.argsort(number[new], kind="stable")]
    starts = np.flatnonzero(np.diff(number[new], prepend=-1))
    for start, some in zip(starts, np.split(place[row[new] - len(stands_for)], starts[1:])):
        places[number[new[start]]].append(some)
    return _Held(alike.iloc[first].reset_index(drop=True), places)


def _registered(schools: pd.DataFrame) -> NDArray[np.object_]:
    return schools["kommunkod"].fillna("").to_numpy(dtype=object)


def _names(schools: pd.DataFrame, asked: NDArray[np.bool_]) -> NDArray[np.object_]:
    """Return the names of the schools of those units that are asked for, else empty ones."""
    names = np.full(len(schools), "", dtype=object)
    names[asked] = [school_name(name) for name in schools["namn"].fillna("")[asked]]
    return names


def _shared(group: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return whether each unit has others in its group."""
    return np.asarray(np.bincount(group, minlength=1)[group] > 1)


def _of_several(
    registered: NDArray[np.object_], names: NDArray[np.object_], group: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return whether each unit's group has several municipalities, or as many names as no one school has."""
    found, shared = np.zeros(len(group), dtype=bool), _shared(group)
    municipalities, different = (
        pd.Series(known[shared]).where(known[shared] != "").groupby(group[shared]).transform("nunique")
        for known in (registered, names)
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
    if as_located:
        return schools
    doubtful = schools["placering"] == placing.OPERATORS_ADDRESS
    if not doubtful.any():
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
