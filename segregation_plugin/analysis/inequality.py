"""Ojämlikhetsindex: how apart the lowest and the highest income fifth live. Another measure than the area types.

100 x D, the dissimilarity of Duncan and Duncan (1955) between two groups over areas: the per cent of either that would
have to move for both to be spread alike. As in Segregationsbarometern (Boverket), by municipality and county, 0 to 100.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..disclosure.rules import FEWEST_PERSONS, FEWEST_UNITS, FEWEST_UNITS_WITH_FEW, INDEX_DECIMALS, SMALLEST_GROUP
from ..domain.codes import DESO, REGSO, lost_leading_zero, plain_regso
from ..domain.messages import InputError, Message, message
from .segregation import bounds, dissimilarity, infer
from .segregation.counts import MOST_PERSONS
from .segregation.repeated import Progress

# Digits of an area's code that say where it lies.
COUNTRY, COUNTY, MUNICIPALITY = 0, 2, 4
WHOLE_COUNTRY = "00"

# So many draws tell the expected value to well under one per cent; the same table says the same.
ITERATIONS = 200
SEED = 1
# Of per cent.
_DECIMALS = INDEX_DECIMALS - 2

LOWEST, HIGHEST = "lagsta", "hogsta"
COLUMNS = (
    *("kod", "ojamlikhetsindex", "slump", "korrigerat", "lag", "hog", "p", "lagst", "hogst"),
    *("omraden", "omraden_dolda", "indelning"),
    *("personer_lagsta", "personer_hogsta", "personer_lagsta_dold", "personer_hogsta_dold", "anledning"),
)


def by_place(persons: pd.DataFrame, by: int = MUNICIPALITY, progress: Progress = None) -> pd.DataFrame:
    """Return the index of every place, in order of its code.

    ``persons``: ``kod`` (RegSO or DeSO, a row an area), ``lagsta`` and ``hogsta``: persons in the lowest and the
    highest income fifth, NaN where hidden. ``by``: ``COUNTRY``, ``COUNTY`` or ``MUNICIPALITY``.

    ``ojamlikhetsindex`` 0 to 100, two decimals; NaN where ``anledning`` (a Message) says why: hidden counts, fewer than
    ``FEWEST_UNITS`` areas with anybody, ``FEWEST_PERSONS`` persons in either fifth, or ``FEWEST_UNITS_WITH_FEW`` areas
    where one has under ten persons of a fifth. ``slump``: what chance alone would give areas of this size;
    ``korrigerat``: without what small areas add to it; ``lag``, ``hog``: 95 per cent interval of that; ``p``, 0 to 1:
    how often chance gives as much (see ``Inference``). ``lagst``, ``hogst``: what hidden counts allow the index to be
    (see ``Bounds``), the index itself where none is hidden. ``omraden`` areas in the table, ``omraden_dolda`` those of
    them with a hidden count. Persons are the sums of known counts in tens, so that no difference between places tells
    of a few, and hidden (``<x>_dold``) below ten. ``progress``: called with the share that is done, 0 to 1; what it
    raises ends the work. Raises InputError for codes and numbers that are none.
    """
    codes = persons["kod"].map(plain_regso)
    _require_areas(codes)
    _require_persons(persons, codes)
    division = "DeSO" if DESO.fullmatch(codes.iloc[0]) else "RegSO"
    places = codes.str[:by] if by else pd.Series(WHOLE_COUNTRY, index=codes.index)
    counts = persons[[LOWEST, HIGHEST]].to_numpy(dtype=np.float64)
    rows = []
    for number, (code, own) in enumerate(sorted(places.groupby(places).indices.items())):
        if progress is not None:
            progress(number / places.nunique())
        rows.append({"kod": code, **_of_place(counts[own])})
    return pd.DataFrame(rows).assign(indelning=division)[list(COLUMNS)]


def _of_place(counts: NDArray[np.float64]) -> dict[str, object]:
    """Return what a row says of a place; ``counts``: areas x (lowest, highest)."""
    hidden = np.isnan(counts)
    sums = np.nansum(counts, axis=0)
    small = (sums > 0) & (sums < SMALLEST_GROUP)
    shown = np.where(small | hidden.all(axis=0), math.nan, sums)
    return {
        **_index(counts),
        "omraden": len(counts),
        "omraden_dolda": int(hidden.any(axis=1).sum()),
        "personer_lagsta": round(float(shown[0]), -1),
        "personer_hogsta": round(float(shown[1]), -1),
        "personer_lagsta_dold": bool(small[0]),
        "personer_hogsta_dold": bool(small[1]),
    }


def _index(counts: NDArray[np.float64]) -> dict[str, object]:
    """Return 100 x D of a place beside what chance would give, or why there is none."""
    unknown = dict.fromkeys(("ojamlikhetsindex", "slump", "korrigerat", "lag", "hog", "p", "lagst", "hogst"), math.nan)
    reason = _too_little(counts)
    hidden = int(np.isnan(counts).any(axis=1).sum())
    if hidden:
        ends = {} if reason else _ends(counts)
        return {**unknown, **ends, "anledning": message("areas with hidden counts: {count}", count=hidden)}
    if reason:
        return {**unknown, "anledning": reason}
    found = infer(dissimilarity, counts, 0, iterations=ITERATIONS, seed=SEED)
    value, by_chance, corrected, low, high = (round(100 * figure, _DECIMALS) for figure in found[:5])
    return {
        "ojamlikhetsindex": value,
        "slump": by_chance,
        "korrigerat": corrected,
        "lag": low,
        "hog": high,
        "p": round(found.p_value, 4),
        "lagst": value,
        "hogst": value,
        "anledning": found.reason,
    }


def _too_little(counts: NDArray[np.float64]) -> Message | None:
    """Return why the index would say too little of a place, or too much of few persons in it."""
    known = np.nan_to_num(counts)
    areas = ((known.sum(axis=1) > 0) | np.isnan(counts).any(axis=1)).sum()
    if (known.sum(axis=1) > 0).sum() < FEWEST_UNITS:
        return message("fewer than {count} areas", count=FEWEST_UNITS)
    if (known.sum(axis=0) < FEWEST_PERSONS).any():
        return message("fewer than {count} persons in an income fifth", count=FEWEST_PERSONS)
    if areas < FEWEST_UNITS_WITH_FEW and (np.isnan(counts) | ((known > 0) & (known < SMALLEST_GROUP))).any():
        return message(
            "fewer than {count} areas, and fewer than {threshold} persons of an income fifth in one of them",
            count=FEWEST_UNITS_WITH_FEW,
            threshold=SMALLEST_GROUP,
        )
    return None


def _ends(counts: NDArray[np.float64]) -> dict[str, float]:
    """Return what hidden counts allow the index to be, rounded outwards."""
    least, most = bounds(dissimilarity, counts, 0)[:2]
    unit = 10.0**-_DECIMALS
    return {"lagst": math.floor(100 * least / unit) * unit, "hogst": math.ceil(100 * most / unit) * unit}


def _require_areas(codes: pd.Series) -> None:
    kinds = set()
    for code in codes:
        if not (REGSO.fullmatch(code) or DESO.fullmatch(code)):
            if lost_leading_zero(code):
                raise InputError(
                    "The code '{code}' has lost its leading zero (0{code}). Import codes as text.", code=code
                )
            raise InputError(
                "'{code}' is the code of no RegSO or DeSO (like 0114R001 or 0114C1010). Keep one row an area, without "
                "totals.",
                code=code,
            )
        kinds.add("R" in code)
    if len(kinds) > 1:
        raise InputError("The table holds both RegSO and DeSO, which would count everybody twice. Keep one of them.")
    for code in codes[codes.duplicated()]:
        raise InputError("The table holds {code} twice. Keep one row an area, of one year.", code=code)


def _require_persons(persons: pd.DataFrame, codes: pd.Series) -> None:
    for group in (LOWEST, HIGHEST):
        numbers = persons[group]
        wrong = numbers.notna() & ((numbers < 0) | (numbers % 1 != 0) | (numbers > MOST_PERSONS))
        if wrong.any():
            raise InputError(
                "{code}: '{count}' is no number of persons. Choose columns of persons, not of shares.",
                code=codes[wrong].iloc[0],
                count=f"{numbers[wrong].iloc[0]:g}",
            )
