"""Who lives around a school: the area types of its k nearest residents.

Where the home areas of a school's pupils are unknown, this stands in for them: a description of the school's
surroundings, not of its pupils.

Only the outlines of areas and their numbers of residents are known, so that all residents of an area are taken to live
in one point of it (``area_points``), and are reached all at once, in the order of distance from the school; of the last
area as many as are missing. A k below the usual size of an area would only give the type of the nearest one: it must be
above the median population.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ...domain.area_types import (
    ALL,
    AREA_TYPES,
    GROUPS,
    WITHOUT_TYPE,
)
from ...domain.arrays import Integers, Numbers
from ...domain.messages import InputError
from ...domain.placing import LOCATED
from .contiguity import outline

# What became of a school's profile; of a school that is not placed in an area its ``placering`` says it.
REACHED, WITHIN_ONE_AREA, TOO_FEW = "klar", "inom_ett_omrade", "farre_an_k"
# Of most of the nearest nothing is known: a profile of the rest would be one of other residents.
MOSTLY_UNKNOWN = "okand"
_MOST = 50.0  # per cent

TYPE_SHARES = tuple(f"andel_typ_{number}" for number in AREA_TYPES)
WITHOUT_TYPE_SHARE, UNKNOWN_SHARE = "andel_utan_typ", "andel_utan_uppgift"
SHARES = (*TYPE_SHARES, WITHOUT_TYPE_SHARE, UNKNOWN_SHARE)
INDEX, INDEX_SHARE = "index_narmaste", "andel_med_index"
PROFILE_COLUMNS = (
    *SHARES,
    *(INDEX, INDEX_SHARE),
    *("k", "k_natt", "radie_m", "omraden", "omraden_utan_uppgift", "profil_status"),
)

BEYOND = "over_lagrets_kant"

_AT_ONCE = 200_000  # distances: as many as a processor keeps at hand
_SPARE = 8  # areas looked at beyond those that k fills on average


class _Residents(NamedTuple):
    """How many live in each point, of which type (0 without one) and index; or their number is but ``assumed``."""

    x: Numbers
    y: Numbers
    number: Numbers
    types: Numbers
    assumed: NDArray[np.bool_]
    values: Numbers


def area_points(polygons: NDArray[np.object_]) -> tuple[Numbers, Numbers]:
    """Return x and y of a point in each polygon (CRS in metres): its centroid, or where that lies outside, one inside.

    Where in an area people live is not known. Areas that reach far out into water have their point there too: areas cut
    at the shore give better ones.
    """
    points = shapely.centroid(polygons)
    outside = ~shapely.intersects(polygons, points)
    points[outside] = shapely.point_on_surface(polygons[outside])
    return shapely.get_x(points), shapely.get_y(points)


def default_k(residents: Numbers) -> int:
    """Return the smallest round number (one digit and zeros) above the median of the areas' known populations.

    Raises InputError where no population is known.
    """
    above = int(_median(residents)) + 1
    step = 10 ** (len(str(above)) - 1)
    return -(-above // step) * step


def profiles(x: Numbers, y: Numbers, areas: pd.DataFrame, k: int) -> pd.DataFrame:
    """Return the profile of the ``k`` nearest residents of each point (``PROFILE_COLUMNS``).

    ``x``, ``y``: of the points, ``areas``: ``x y befolkning omradestyp`` and, where there, ``socioekonomiskt_index``;
    coordinates in metres in the same CRS, persons, NaN where unknown. Of areas at the same distance the first counts
    first.

    Shares are per cent of the residents reached and add up to 100: of each type, of areas without a type, and
    ``andel_utan_uppgift`` of areas whose population is unknown (hidden), which count with the median population, so
    that they are neither left out nor taken for anything. ``index_narmaste`` is the mean index of the residents
    reached whose area has one, ``andel_med_index`` the per cent of them. ``k_natt``: residents reached, fewer than
    ``k`` where there are no more; ``radie_m``: distance to the furthest point used; ``omraden``: the number of areas
    used, ``omraden_utan_uppgift`` those of unknown population.

    Where more than half of those reached live in areas of unknown population there is no profile (``okand``).
    With ``k`` up to the median population no shares are given (``inom_ett_omrade``). The same status above it, with
    shares, means that one area had all k residents. Where x or y is NaN nothing is given, and no status. Raises
    InputError for a k below 1, and where no population is known.
    """
    if k < 1:
        raise InputError("The number of nearest residents must be at least 1, not {k}.", k=k)
    x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    median = _median(areas["befolkning"].to_numpy(dtype=np.float64))
    table = pd.DataFrame(dict.fromkeys(PROFILE_COLUMNS, np.nan), index=np.arange(len(x)))
    table["profil_status"] = ""
    table[["k", "k_natt", "omraden", "omraden_utan_uppgift"]] = [k, 0, 0, 0]
    known = np.isfinite(x) & np.isfinite(y)
    if k <= median:
        table.loc[known, "profil_status"] = WITHIN_ONE_AREA
        return table
    residents = _residents(areas, median)
    rows = np.flatnonzero(known)
    looked_at = min(len(residents.x), math.ceil(k / max(median, 1)) + _SPARE)
    while len(rows):
        near, distance = _nearest(x[rows], y[rows], residents, looked_at)
        until = np.cumsum(residents.number[near], axis=1)
        # Of areas just as far as the furthest looked at, a nearer one in order may not have been.
        done = (until[:, -1] >= k) & (distance[np.arange(len(rows)), _first_at_least(until, k)] < distance[:, -1])
        done |= looked_at == len(residents.x)
        _fill(table, rows[done], residents, near[done], distance[done], k)
        rows = rows[~done]
        looked_at = min(len(residents.x), 2 * looked_at)
    return table


def of_schools(schools: pd.DataFrame, areas: pd.DataFrame, k: int) -> pd.DataFrame:
    """Return placed schools (``analysis.locating.place_schools``) with the profile of each; see ``profiles``.

    ``areas`` have a ``geometry`` too. A school that lies in no area has no profile, and its ``placering`` as status:
    its nearest residents may be in none of the areas. ``over_lagrets_kant``: 1 where the areas end nearer to the school
    than the furthest point used, so that residents beyond may have been left out.
    """
    located = schools["placering"].isin(LOCATED).to_numpy()
    x = schools["x"].to_numpy(dtype=np.float64)
    found = profiles(np.where(located, x, np.nan), schools["y"].to_numpy(dtype=np.float64), areas, k)
    found.index = schools.index
    found["profil_status"] = found["profil_status"].where(located, schools["placering"])
    reached = found["radie_m"].notna().to_numpy()
    places = shapely.points(schools.loc[reached, ["x", "y"]].to_numpy(dtype=np.float64))
    edge = shapely.STRtree(outline(areas["geometry"].to_numpy()))
    _, distance = edge.query_nearest(places, all_matches=False, return_distance=True)
    found[BEYOND] = 0
    found.loc[reached, BEYOND] = (distance <= found.loc[reached, "radie_m"]).astype(np.int64)
    return pd.concat([schools, found], axis=1)


def by_school_type(schools: pd.DataFrame) -> pd.DataFrame:
    """Return the mean profile of the schools in each area type, of those without one, and of all (``GROUPS``).

    ``schools``: of ``of_schools``. Every school counts the same. ``skolor``: all of the group, ``skolor_med_profil``
    those that the means rest on, ``skolor_inom_ett_omrade`` those of these whose k residents are all of one area,
    ``skolor_over_lagrets_kant`` those whose profile may lack residents beyond the areas.
    """
    group = schools["omradestyp"].astype("Int64").astype("string").fillna(WITHOUT_TYPE)
    records = []
    for name in GROUPS:
        members = schools if name == ALL else schools[group == name]
        used = members[members[UNKNOWN_SHARE].notna()]
        records.append(
            {
                "grupp": name,
                "omradestyp": int(name) if name.isdigit() else None,
                "skolor": len(members),
                "skolor_med_profil": len(used),
                "skolor_inom_ett_omrade": int((used["profil_status"] == WITHIN_ONE_AREA).sum()),
                "skolor_over_lagrets_kant": int(used[BEYOND].sum()),
                **{column: used[column].mean() for column in (*SHARES, INDEX, "radie_m")},
            }
        )
    return pd.DataFrame(records).astype({"omradestyp": "Int64"})


def _median(residents: Numbers) -> float:
    known = residents[~np.isnan(residents)]
    if not len(known) or not known.any():
        raise InputError("No population of any area is known. Choose a column or a file with the population.")
    return float(np.median(known))


def _residents(areas: pd.DataFrame, median: float) -> _Residents:
    # Where nobody lives there is nobody to reach.
    areas = areas[areas["befolkning"] != 0]
    number = areas["befolkning"].to_numpy(dtype=np.float64)
    assumed = np.isnan(number)
    value = areas.get("socioekonomiskt_index", pd.Series(np.nan, index=areas.index)).to_numpy(dtype=np.float64)
    return _Residents(
        areas["x"].to_numpy(dtype=np.float64),
        areas["y"].to_numpy(dtype=np.float64),
        np.where(assumed, median, number),
        areas["omradestyp"].astype("Float64").fillna(0).to_numpy(dtype=np.float64),
        assumed,
        np.where(assumed, np.nan, value),
    )


def _nearest(x: Numbers, y: Numbers, residents: _Residents, wanted: int) -> tuple[Integers, Numbers]:
    """Return which points are the nearest, in order, and their distances: rows x ``wanted``."""
    places = np.empty((len(x), wanted), dtype=np.int64)
    distances = np.empty((len(x), wanted))
    at_once = max(1, _AT_ONCE // len(residents.x))
    for start in range(0, len(x), at_once):
        some = slice(start, start + at_once)
        squared = (x[some, None] - residents.x) ** 2 + (y[some, None] - residents.y) ** 2
        # Sorted, so that those at the same distance stay in their order.
        near = np.sort(np.argpartition(squared, wanted - 1, axis=1)[:, :wanted], axis=1)
        distance = np.sqrt(np.take_along_axis(squared, near, axis=1))
        order = np.argsort(distance, axis=1, kind="stable")
        places[some] = np.take_along_axis(near, order, axis=1)
        distances[some] = np.take_along_axis(distance, order, axis=1)
    return places, distances


def _first_at_least(until: Numbers, k: int) -> Integers:
    return np.asarray((until >= k).argmax(axis=1))


def _fill(
    table: pd.DataFrame, rows: Integers, residents: _Residents, near: Integers, distance: Numbers, k: int
) -> None:
    """Write the profiles of ``rows``, which look at the areas ``near`` in order of distance."""
    number = residents.number[near]
    before = np.cumsum(number, axis=1) - number
    taken = np.clip(k - before, 0, number)
    reached = taken.sum(axis=1)
    assumed, types = residents.assumed[near], residents.types[near]
    of_group = [*(~assumed & (types == number) for number in AREA_TYPES), ~assumed & (types == 0), assumed]
    shares = [100 * (taken * which).sum(axis=1) / reached for which in of_group]
    values = residents.values[near]
    with_index = (taken * ~np.isnan(values)).sum(axis=1)
    with np.errstate(invalid="ignore"):
        mean = (taken * np.nan_to_num(values)).sum(axis=1) / with_index
    used = taken > 0
    areas = used.sum(axis=1)
    table.loc[rows, list(SHARES)] = np.stack(shares, axis=1)
    table.loc[rows, INDEX] = mean
    table.loc[rows, INDEX_SHARE] = 100 * with_index / reached
    table.loc[rows, "k_natt"] = np.rint(reached).astype(np.int64)
    table.loc[rows, "radie_m"] = np.where(used, distance, 0).max(axis=1)
    table.loc[rows, "omraden"] = areas
    table.loc[rows, "omraden_utan_uppgift"] = (used & assumed).sum(axis=1)
    status = np.where(areas == 1, WITHIN_ONE_AREA, REACHED).astype(object)
    table.loc[rows, "profil_status"] = np.where(reached < k - 0.5, TOO_FEW, status)
    unknown = rows[(table.loc[rows, UNKNOWN_SHARE] > _MOST).to_numpy()]
    table.loc[unknown, [*SHARES, INDEX, INDEX_SHARE, "radie_m"]] = np.nan
    table.loc[unknown, "profil_status"] = MOSTLY_UNKNOWN
