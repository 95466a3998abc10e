"""Locating points in areas: exact, and the same every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ..domain import findings as kinds
from ..domain import placing
from ..domain.codes import MUNICIPALITY_DIGITS
from ..domain.findings import Finding
from ..domain.messages import InputError, Message, message
from ..domain.place_words import plural
from ..domain.watched import Watch, watched
from . import points_in_areas
from .points_in_areas import NOBODY, PointsPlaced
from .schools.operator_addresses import may_be_operators

NO_NAMES: Mapping[str, str] = MappingProxyType({})

_KIND_OF_PLACING = {
    placing.OTHER_MUNICIPALITY: kinds.SCHOOL_OTHER_MUNICIPALITY,
    placing.OPERATORS_ADDRESS: kinds.SCHOOL_AT_OPERATORS,
    placing.ON_BORDER: kinds.SCHOOL_ON_BORDER,
    placing.OUTSIDE: kinds.SCHOOL_OUTSIDE,
    placing.MISSING_COORDINATE: kinds.SCHOOL_WITHOUT_COORDINATE,
    placing.SWAPPED_COORDINATE: kinds.SCHOOL_SWAPPED,
}

_BLOCK = 2**18  # points that are placed between two looks at whether the user has cancelled
_MANY = 5  # places; if most of so many are exchanged, the columns are


class AreaIndex:
    """Valid polygons, ready to be asked which of them points lie in; several threads may ask at once."""

    def __init__(self, polygons: NDArray[np.object_]) -> None:
        # Parts are copies: nobody else prepares them. Each has a smaller box to search than the whole.
        # The list itself is copied as well: shapely 2.0 takes none that pandas gives out to be read only.
        parts, owners = shapely.get_parts(np.array(polygons, dtype=object), return_index=True)
        there = ~shapely.is_empty(parts)
        self._parts, self._owners = parts[there], owners[there]
        self._bounds = shapely.bounds(self._parts)

    def locate(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.int64]:
        """Return for each point the position of its polygon, -1 outside or where x or y is NaN.

        On a shared border the first polygon in the given order wins. ``x`` and ``y`` are arrays of
        the same length in the polygons' CRS.
        """
        return self._place(x, y, borders=False).polygon

    def on_border(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return for each point whether it lies exactly on the border of a polygon."""
        return self.place(x, y).border

    def place(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> PointsPlaced:
        """Return both, what ``locate`` and ``on_border`` say, in little more time than one of them takes."""
        return self._place(x, y, borders=True)

    def _place(self, x: NDArray[np.float64], y: NDArray[np.float64], borders: bool) -> PointsPlaced:
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        usable = np.isfinite(x) & np.isfinite(y)
        part, border = points_in_areas.place(self._parts, self._bounds, x[usable], y[usable], borders)
        places = PointsPlaced(np.full(len(x), NOBODY, dtype=np.int64), np.zeros(len(x), dtype=bool))
        places.polygon[usable] = np.append(self._owners, NOBODY)[part]
        places.border[usable] = border
        return places


def build_index(polygons: NDArray[np.object_]) -> AreaIndex:
    """Return a spatial index over an array of shapely polygons."""
    return AreaIndex(polygons)


def locate(polygons: NDArray[np.object_], x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return for each point the position of its polygon, -1 outside (see ``AreaIndex.locate``)."""
    return build_index(polygons).locate(x, y)


def require_valid(areas: pd.DataFrame, watch: Watch = lambda: None) -> None:
    """Raise InputError that names the areas whose ``geometry`` is missing or invalid.

    A polygon of millions of points takes a minute: ``watch`` is called meanwhile, and ends it by raising.
    """
    geometry = areas["geometry"].to_numpy()
    empty = shapely.is_missing(geometry) | shapely.is_empty(geometry)
    wrong = np.flatnonzero(empty | ~watched(lambda: shapely.is_valid(geometry), watch))
    if len(wrong):
        first = wrong[0]
        raise InputError(
            "{count} areas have an empty or invalid geometry: {codes}. {reason}. "
            "Run 'Fix geometries' from the Processing toolbox on the layer and use its result.",
            count=len(wrong),
            codes=", ".join(areas["regsokod"].iloc[wrong[:5]]),
            reason="Empty geometry" if empty[first] else shapely.is_valid_reason(geometry[first]),
        )


def require_not_exchanged(koordinat: Mapping[str, int]) -> None:
    """Raise InputError where most of many places have north for east: the columns are exchanged.

    ``koordinat``: how many places have each reason for having no coordinate, empty where they have one.
    """
    known = sum(koordinat.values()) - koordinat.get(placing.MISSING_COORDINATE, 0)
    exchanged = koordinat.get(placing.SWAPPED_COORDINATE, 0)
    if known >= _MANY and exchanged / known > 0.5:
        raise InputError(
            "{count} of {all} places have north where east should be. Exchange the two columns of the file; of a "
            "layer, run 'Swap X and Y coordinates' from the Processing toolbox and use its result.",
            count=exchanged,
            all=known,
        )


class Placer:
    """Places schools in areas, any number at a time; none is dropped.

    ``areas``: ``regsokod geometry`` and, where there, ``omradestyp``.
    """

    def __init__(self, areas: pd.DataFrame) -> None:
        self._areas = areas.sort_values("regsokod", kind="stable").reset_index(drop=True)
        self._index = build_index(self._areas["geometry"].to_numpy())
        codes = self._areas["regsokod"]
        # The last is that of NOBODY.
        nobody = np.array([None], dtype=object)
        self._codes = np.append(codes.to_numpy(dtype=object), nobody)
        self._municipalities = np.append(codes.str[:MUNICIPALITY_DIGITS].to_numpy(dtype=object), nobody)

    def locate(
        self, x: NDArray[np.float64], y: NDArray[np.float64], show: Callable[[float], None] = lambda _: None
    ) -> PointsPlaced:
        """Return the places of points among the areas, for ``place``. ``show`` takes the share done, and may raise."""
        places = PointsPlaced(np.full(len(x), NOBODY, dtype=np.int64), np.zeros(len(x), dtype=bool))
        # Those that are together lie near each other: few areas are indexed for them.
        order = watched(lambda: np.argsort(y), lambda: show(0))
        for start in range(0, len(order), _BLOCK):
            end = start + _BLOCK
            some = order[start:end]
            places.polygon[some], places.border[some] = self._index.place(x[some], y[some])
            show((start + len(some)) / len(order))
        return places

    def place(self, schools: pd.DataFrame, places: PointsPlaced, at_operators: NDArray[np.bool_]) -> pd.DataFrame:
        """Return schools with ``regsokod omradestyp placering``, a status of ``domain.placing``.

        ``schools``: as of ``place_schools``; ``places``: theirs; ``at_operators``: of each, whether it may stand at
        its operator's address.
        """
        x, y = schools["x"].to_numpy(dtype=float), schools["y"].to_numpy(dtype=float)
        position, border = places
        inside = position != NOBODY
        placed = schools.copy()
        placed["regsokod"] = self._codes[position]
        if "omradestyp" in self._areas:
            # By the polygon, not by its code: a layer may hold two of one code.
            types = self._areas["omradestyp"].astype("Int64").array.take(position, allow_fill=True)
            placed["omradestyp"] = pd.Series(types, index=placed.index)
        status = np.where(inside, placing.INSIDE, placing.OUTSIDE).astype(object)
        registered = placed["kommunkod"].fillna("").to_numpy(dtype=object)
        elsewhere = inside & (registered != "") & (registered != self._municipalities[position])
        status[elsewhere] = placing.OTHER_MUNICIPALITY
        # On a border the code is a convention, so that the registered municipality may be as right.
        status[inside & border] = placing.ON_BORDER
        status[inside & at_operators] = placing.OPERATORS_ADDRESS
        known_reason = placed["koordinat"].fillna("").to_numpy(dtype=object)
        status = np.where(known_reason != "", known_reason, status)
        status[(known_reason == "") & (np.isnan(x) | np.isnan(y))] = placing.MISSING_COORDINATE
        placed["placering"] = status
        return placed


def place_schools(
    schools: pd.DataFrame, areas: pd.DataFrame, municipalities: Mapping[str, str] = NO_NAMES, units: str = ""
) -> tuple[pd.DataFrame, list[Finding]]:
    """Place schools in areas; none is dropped.

    ``schools``: ``skolenhetskod namn kommunkod x y koordinat`` (x, y in EPSG:3006 metres, NaN where unknown;
    ``koordinat`` says why). ``areas``: ``regsokod geometry`` and, where there, ``omradestyp``. Adds
    ``regsokod``, ``omradestyp`` and ``placering``, a status of ``domain.placing``. ``municipalities``: names by
    code, for the findings. ``units``: what the places are called; empty for schools, which alone may be registered at
    their operator's address. Raises InputError where most places have north for east.
    """
    require_not_exchanged(schools["koordinat"].fillna("").value_counts().to_dict())
    at_operators = np.zeros(len(schools), dtype=bool) if units else may_be_operators(schools).to_numpy()
    placer = Placer(areas)
    places = placer.locate(schools["x"].to_numpy(dtype=float), schools["y"].to_numpy(dtype=float))
    placed = placer.place(schools, places, at_operators)
    return placed, _findings(placed, municipalities)


def warnings(placed: pd.DataFrame, units: str = "") -> list[Message]:
    """Return the warnings about placed schools (``placering``); see ``warnings_of``."""
    return warnings_of(placed["placering"].value_counts().to_dict(), units)


def warnings_of(numbers: Mapping[str, int], units: str = "") -> list[Message]:
    """Return the warnings about schools, by the ``numbers`` of each status: coordinates exchanged, or none in any area.

    ``units``: the name of the places, empty for schools.
    """
    number = sum(numbers.values())
    if not number:
        return []
    found = []
    exchanged = numbers.get(placing.SWAPPED_COORDINATE, 0)
    if exchanged:
        found.append(
            message(
                "{count} of {all} {places} have north where east should be, and are not placed. Exchange the two.",
                count=exchanged,
                all=number,
                places=plural(units),
            )
        )
    doubtful = numbers.get(placing.OPERATORS_ADDRESS, 0)
    if doubtful:
        found.append(
            message(
                "{count} of {all} schools may stand at their operator's address: one point is that of units of several "
                "municipalities, or of four or more different names. Skolverket's own area type may rest on the same "
                "address, so that agreement with it proves nothing.",
                count=doubtful,
                all=number,
            )
        )
    if not any(numbers.get(status) for status in placing.LOCATED):
        found.append(
            message(
                "None of {all} {places} lies in an area of the layer. Check that areas and {places} are of the same "
                "part of the country, and the coordinate reference systems.",
                all=number,
                places=plural(units),
            )
        )
    return found


def _findings(placed: pd.DataFrame, municipalities: Mapping[str, str]) -> list[Finding]:
    def elsewhere(registered: str, area: str) -> Message:
        lies_in = area[:MUNICIPALITY_DIGITS]
        return message(
            "registered in {registered}, lies in {area}",
            registered=f"{registered} {municipalities.get(registered, '')}".strip(),
            area=f"{area} ({municipalities[lies_in]})" if lies_in in municipalities else area,
        )

    unusual = placed[placed["placering"] != placing.INSIDE].sort_values("skolenhetskod")
    return [
        Finding(
            _KIND_OF_PLACING[school.placering],
            school.skolenhetskod,
            school.namn,
            elsewhere(school.kommunkod, school.regsokod)
            if school.placering == placing.OTHER_MUNICIPALITY
            or (
                school.placering == placing.OPERATORS_ADDRESS
                and school.kommunkod not in ("", school.regsokod[:MUNICIPALITY_DIGITS])
            )
            else message(""),
        )
        for school in unusual.itertuples()
    ]
