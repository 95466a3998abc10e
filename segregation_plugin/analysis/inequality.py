"""Ojämlikhetsindex: how apart the lowest and the highest income fifth live. Another measure than the area types.

100 x D, the dissimilarity of Duncan and Duncan (1955) between two groups over areas: the per cent of either that would
have to move for both to be spread alike. As in Segregationsbarometern (Boverket), by municipality and county, 0 to 100.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..domain.codes import DESO, REGSO, lost_leading_zero, plain_regso
from ..domain.messages import InputError, Message, message
from .disclosure import SMALLEST_GROUP
from .segregation import density_corrected_dissimilarity, dissimilarity

# Digits of an area's code that say where it lies.
COUNTRY, COUNTY, MUNICIPALITY = 0, 2, 4
WHOLE_COUNTRY = "00"

# Below, one area or a few persons decide the value.
FEWEST_AREAS = 3
FEWEST_PERSONS = 100

LOWEST, HIGHEST = "lagsta", "hogsta"
COLUMNS = (
    *("kod", "ojamlikhetsindex", "korrigerat", "omraden", "omraden_dolda", "indelning"),
    *("personer_lagsta", "personer_hogsta", "personer_lagsta_dold", "personer_hogsta_dold", "anledning"),
)

_KNOWN = message("")


def by_place(persons: pd.DataFrame, by: int = MUNICIPALITY) -> pd.DataFrame:
    """Return the index of every place, in order of its code.

    ``persons``: ``kod`` (RegSO or DeSO, a row an area), ``lagsta`` and ``hogsta``: persons in the lowest and the
    highest income fifth, NaN where hidden. ``by``: ``COUNTRY``, ``COUNTY`` or ``MUNICIPALITY``.

    ``korrigerat``: the index without what small areas add to it by chance (``density_corrected_dissimilarity``).
    ``ojamlikhetsindex`` 0 to 100, NaN where ``anledning`` (a Message) says why: hidden counts, fewer than
    ``FEWEST_AREAS`` areas with anybody or ``FEWEST_PERSONS`` persons in either fifth. ``omraden`` areas in the table,
    ``omraden_dolda`` those of them with a hidden count. Persons are the sums of known counts, hidden
    (``<x>_dold``) below ten. Raises InputError for codes and numbers that are none.
    """
    codes = persons["kod"].map(plain_regso)
    _require_areas(codes)
    _require_persons(persons, codes)
    division = "DeSO" if DESO.fullmatch(codes.iloc[0]) else "RegSO"
    places = codes.str[:by] if by else pd.Series(WHOLE_COUNTRY, index=codes.index)
    counts = persons[[LOWEST, HIGHEST]].to_numpy(dtype=np.float64)
    rows = [{"kod": code, **_of_place(counts[own])} for code, own in sorted(places.groupby(places).indices.items())]
    return pd.DataFrame(rows).assign(indelning=division)[list(COLUMNS)]


def _of_place(counts: NDArray[np.float64]) -> dict[str, object]:
    """Return what a row says of a place; ``counts``: areas x (lowest, highest)."""
    value, reason = _index(counts)
    hidden = np.isnan(counts)
    sums = np.nansum(counts, axis=0)
    small = (sums > 0) & (sums < SMALLEST_GROUP)
    shown = np.where(small | hidden.all(axis=0), math.nan, sums)
    return {
        "ojamlikhetsindex": value,
        "korrigerat": math.nan if math.isnan(value) else 100 * density_corrected_dissimilarity(counts, 0),
        "omraden": len(counts),
        "omraden_dolda": int(hidden.any(axis=1).sum()),
        "personer_lagsta": float(shown[0]),
        "personer_hogsta": float(shown[1]),
        "personer_lagsta_dold": bool(small[0]),
        "personer_hogsta_dold": bool(small[1]),
        "anledning": reason,
    }


def _index(counts: NDArray[np.float64]) -> tuple[float, Message]:
    """Return 100 x D of a place, and why there is none."""
    hidden = int(np.isnan(counts).any(axis=1).sum())
    if hidden:
        return math.nan, message("counts are hidden in {count} areas", count=hidden)
    if (counts.sum(axis=1) > 0).sum() < FEWEST_AREAS:
        return math.nan, message("fewer than {count} areas", count=FEWEST_AREAS)
    if (counts.sum(axis=0) < FEWEST_PERSONS).any():
        return math.nan, message("fewer than {count} persons in an income fifth", count=FEWEST_PERSONS)
    return 100 * dissimilarity(counts, 0), _KNOWN


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
        wrong = numbers.notna() & ((numbers < 0) | (numbers % 1 != 0))
        if wrong.any():
            raise InputError(
                "{code}: '{count}' is no number of persons. Choose columns of persons, not of shares.",
                code=codes[wrong].iloc[0],
                count=f"{numbers[wrong].iloc[0]:g}",
            )
