"""Ojämlikhetsindex: how apart the lowest and the highest income fifth live. Another measure than the area types.

100 x D, the dissimilarity of Duncan and Duncan (1955) between two groups over areas: the per cent of either that would
have to move for both to be spread alike. As in Segregationsbarometern (Boverket), by municipality and county, 0 to 100.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from ...domain.codes import (
    DESO,
    REGSO,
    lost_leading_zero,
    plain_regso,
)
from ...domain.messages import InputError
from .counts import MOST_PERSONS

# Digits of an area's code that say where it lies.
COUNTRY, COUNTY, MUNICIPALITY = 0, 2, 4
WHOLE_COUNTRY = "00"

# So many draws give the expected value to well under one per cent; the same table gives the same figures.
ITERATIONS = 200
SEED = 1
LOWEST, HIGHEST = "lagsta", "hogsta"


class Places(NamedTuple):
    """Persons of each place, by its code: areas x (``lagsta``, ``hogsta``); ``division``: RegSO or DeSO."""

    tables: dict[str, pd.DataFrame]
    division: str


def places_of(persons: pd.DataFrame, by: int = MUNICIPALITY) -> Places:
    """Return the table of every place, in order of its code.

    ``persons``: ``kod`` (RegSO or DeSO, a row an area), ``lagsta`` and ``hogsta``: persons in the lowest and the
    highest income fifth, NaN where hidden. ``by``: ``COUNTRY``, ``COUNTY`` or ``MUNICIPALITY``. Raises InputError for
    codes and numbers that are none.
    """
    codes = persons["kod"].map(plain_regso)
    _require_areas(codes)
    _require_persons(persons, codes)
    division = "DeSO" if DESO.fullmatch(codes.iloc[0]) else "RegSO"
    places = codes.str[:by] if by else pd.Series(WHOLE_COUNTRY, index=codes.index)
    counts = persons[[LOWEST, HIGHEST]].astype("float64").reset_index(drop=True)
    return Places({code: counts.iloc[own] for code, own in sorted(places.groupby(places).indices.items())}, division)


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
