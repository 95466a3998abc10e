"""Segregation of schools by their pupils' homes, beyond that of the nearest schools."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ...domain.arrays import Numbers
from ...domain.messages import Message, message
from ...domain.statuses import HIDDEN_UNDER
from ..segregation import Inference, dissimilarity, infer
from ..segregation.inference import unknown
from .school_segregation import ITERATIONS, SEED

# The group whose segregation is measured: pupils who live in areas with socioeconomic challenges.
_CHALLENGED = (1, 2)
# Pupils put in for a hidden number: the fewest, the middle, and the most there can be.
HIDDEN_AS = (1.0, HIDDEN_UNDER / 2, HIDDEN_UNDER - 1.0)


class Beyond(NamedTuple):
    """Segregation of schools beyond that of the nearest schools.

    ``actual``: dissimilarity (0-1) between pupils from types 1 and 2 and all others over their schools, with the value
    expected if random; ``nearest``: the same if all went to the nearest school; ``excess``: the first less the second
    (too low, as all pupils of an area go to one school), and ``excess_corrected``, both without the bias of small
    schools. ``pupils`` counted, ``left_out``: those whose home has no known type or place. ``reason``: why all are NaN.
    ``by_school``, ``by_nearest``: the pupils that they are of, schools x (types 1 and 2, others).
    """

    actual: Inference
    nearest: Inference
    excess: float
    excess_corrected: float
    pupils: float
    left_out: float
    by_school: Numbers
    by_nearest: Numbers
    reason: Message = message("")


def beyond_nearest(
    homes: pd.DataFrame, schools: pd.DataFrame, areas: pd.DataFrame, hidden_as: float = math.nan
) -> Beyond:
    """Return how far the schools' segregation goes beyond that of the nearest schools.

    ``homes``: of ``Homes``; ``schools``: ``skolenhetskod x y``; ``areas``: ``regsokod omradestyp x y``, a point inside
    each area (EPSG:3006, metres). All pupils of an area are given to the school nearest to that point, as the crow
    flies, among the schools that have pupils in ``homes``; **neither the room nor the grades of a school are
    considered**. At the same distance the smallest code wins. ``hidden_as``: pupils put in for each hidden number, to
    see what it may do (1 to 9); otherwise one hidden number leaves all unknown.
    """
    counted = homes.assign(elever=homes["elever"].fillna(hidden_as))
    places = areas.drop_duplicates("regsokod").set_index("regsokod")
    home = places.reindex(counted["regsokod"]).reset_index(drop=True)
    usable = (home["omradestyp"].notna() & home["x"].notna() & home["y"].notna()).to_numpy(dtype=bool)
    left_out = float(counted["elever"][~usable].sum())
    counted, home = counted[usable].reset_index(drop=True), home[usable].reset_index(drop=True)
    pupils = float(counted["elever"].sum(skipna=False))
    with_pupils = schools[schools["skolenhetskod"].isin(counted["skolenhetskod"]) & schools["x"].notna()]
    if with_pupils.empty:
        nothing = message("no school with pupils has coordinates")
        nobody = np.empty((0, 2))
        return Beyond(unknown(nothing), unknown(nothing), math.nan, math.nan, pupils, left_out, nobody, nobody, nothing)
    nearest = _nearest(home[["x", "y"]].to_numpy(dtype=float), with_pupils.sort_values("skolenhetskod"))
    challenged = home["omradestyp"].isin(_CHALLENGED).to_numpy(dtype=bool)
    groups = np.column_stack([counted["elever"].where(challenged, 0.0), counted["elever"].where(~challenged, 0.0)])
    by_school, by_nearest = (_added_up(groups, codes) for codes in (counted["skolenhetskod"], nearest))
    return compared(by_school, by_nearest, pupils, left_out)


def compared(by_school: Numbers, by_nearest: Numbers, pupils: float, left_out: float) -> Beyond:
    """Return what of the segregation by school is more than that by the nearest school; arguments as in ``Beyond``."""
    tables = by_school, by_nearest
    actual, by_distance = (infer(dissimilarity, table, 0, iterations=ITERATIONS, seed=SEED) for table in tables)
    excess, corrected = actual.estimate - by_distance.estimate, actual.corrected - by_distance.corrected
    return Beyond(actual, by_distance, excess, corrected, pupils, left_out, by_school, by_nearest, actual.reason)


def _added_up(groups: Numbers, codes: Sequence[str] | pd.Series) -> Numbers:
    number, labels = pd.factorize(np.asarray(codes, dtype=object))
    counts = np.zeros((len(labels), 2))
    np.add.at(counts, number, groups)
    return counts


def _nearest(points: Numbers, schools: pd.DataFrame) -> NDArray[np.object_]:
    """Return the code of the school nearest to each point; of two as near the first."""
    codes = schools["skolenhetskod"].to_numpy(dtype=object)
    places, which = np.unique(points, axis=0, return_inverse=True)
    tree = shapely.STRtree(shapely.points(schools["x"].to_numpy(dtype=float), schools["y"].to_numpy(dtype=float)))
    place, school = tree.query_nearest(shapely.points(places), all_matches=True)
    first = np.full(len(places), len(codes), dtype=np.int64)
    np.minimum.at(first, place, school)
    return np.asarray(codes[first[which.reshape(-1)]], dtype=object)
