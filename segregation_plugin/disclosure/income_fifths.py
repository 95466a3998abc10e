"""The inequality index as it may be shown: that of two groups, by the rule of ``indices``, 0 to 100."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..analysis.segregation.inequality import (
    HIGHEST,
    ITERATIONS,
    LOWEST,
    MUNICIPALITY,
    SEED,
    places_of,
)
from ..analysis.segregation.remarks import NO_REMARK
from ..analysis.segregation.repeated import Progress, stage
from ..domain.messages import Message, message
from .few_units import few
from .indices import index_table
from .rules import FEWEST_PERSONS, FEWEST_UNITS, INDEX_DECIMALS, SMALLEST_GROUP

_INDEX = "ojamlikhetsindex"
_FIGURES = ("slump", "korrigerat", "lag", "hog", "lagst", "hogst")
_PER_CENT = 100
COLUMNS = (
    *("kod", _INDEX, "slump", "korrigerat", "lag", "hog", "p", "lagst", "hogst"),
    *("omraden", "omraden_dolda", "indelning"),
    *("personer_lagsta", "personer_hogsta", "personer_lagsta_dold", "personer_hogsta_dold", "anledning", "anmarkning"),
)


def by_place(
    persons: pd.DataFrame, by: int = MUNICIPALITY, progress: Progress = None, public: bool = False
) -> pd.DataFrame:
    """Return the index of every place, in order of its code.

    ``persons``, ``by``: as ``inequality.places_of`` takes them, with what it raises; ``public``: whether the persons
    are published by area. ``ojamlikhetsindex`` 0 to 100; NaN where ``anledning`` (a Message) says why: hidden counts,
    fewer than ``FEWEST_UNITS`` areas with anybody, ``FEWEST_PERSONS`` persons in either fifth, or counts under ten that
    decide it. ``slump``: expected if random; ``korrigerat``: without the bias of small areas; ``lag``, ``hog``: 95 per
    cent interval of that, ``anmarkning`` a Message on it; ``p``, 0 to 1: how often random tables give as much.
    ``lagst``, ``hogst``: what hidden counts, and those under ten, allow the index to be. Two decimals, fewer where an
    area has from 1 to 9 persons of a fifth (and no ``p``): see ``index_table``. ``omraden`` areas in the table,
    ``omraden_dolda`` those of them with a hidden count. Persons are in tens, so that no difference between places
    reveals a few; they are hidden (``<x>_dold``) where an area has few of them. ``progress``: called with the share
    that is done, 0 to 1; what it raises ends the work.
    """
    places = places_of(persons, by)
    rows = []
    for number, (code, counts) in enumerate(places.tables.items()):
        part = stage(progress, number / len(places.tables), (number + 1) / len(places.tables))
        rows.append({"kod": code, **_index(counts, part, public), **_persons(counts, public)})
    return pd.DataFrame(rows).assign(indelning=places.division)[list(COLUMNS)]


def _persons(counts: pd.DataFrame, public: bool) -> dict[str, object]:
    """Return how many areas and persons an index rests on."""
    hidden = counts.isna()
    shown: dict[str, object] = {"omraden": len(counts), "omraden_dolda": int(hidden.any(axis=1).sum())}
    for group in (LOWEST, HIGHEST):
        is_few = not public and bool(few(counts[group].to_numpy(), SMALLEST_GROUP).any())
        persons = math.nan if is_few or hidden[group].all() else round(float(counts[group].sum()), 0 if public else -1)
        shown |= {f"personer_{group}": persons, f"personer_{group}_dold": is_few}
    return shown


def _index(counts: pd.DataFrame, progress: Progress, public: bool) -> dict[str, object]:
    """Return 100 x D of a place beside the value expected if random, or why there is none."""
    reason = _too_little(counts, public)
    if reason is not None:
        if progress is not None:
            progress(1.0)
        nothing = dict.fromkeys((_INDEX, *_FIGURES, "p"), math.nan)
        return {**nothing, "anledning": _of_hidden(counts) or reason, "anmarkning": NO_REMARK}
    [found] = index_table(
        counts, ["dissimilarity"], LOWEST, ITERATIONS, SEED, SMALLEST_GROUP, progress, public
    ).to_dict("records")
    per_cent = {name: round(_PER_CENT * found[name], INDEX_DECIMALS) for name in _FIGURES}
    return {
        _INDEX: round(_PER_CENT * found["varde"], INDEX_DECIMALS),
        **per_cent,
        "p": found["p"],
        "anledning": _of_hidden(counts) or found["anledning"],
        "anmarkning": found["anmarkning"],
    }


def _of_hidden(counts: pd.DataFrame) -> Message | None:
    hidden = int(counts.isna().any(axis=1).sum())
    return message("areas with hidden counts: {count}", count=hidden) if hidden else None


def _too_little(counts: pd.DataFrame, public: bool) -> Message | None:
    """Return the reason why a place has too few areas or persons for an index."""
    cells = counts.to_numpy(dtype=np.float64)
    # Whether there are enough must not depend on how many the few are.
    surely = cells if public else np.where(few(cells, SMALLEST_GROUP), 0.0, cells)
    if (np.nansum(cells, axis=1) > 0).sum() < FEWEST_UNITS:
        return message("fewer than {count} areas", count=FEWEST_UNITS)
    if (np.nansum(surely, axis=0) < FEWEST_PERSONS).any():
        return message("fewer than {count} persons in an income fifth", count=FEWEST_PERSONS)
    return None
