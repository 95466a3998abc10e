"""Coordinates of schools as the sources write them, to SWEREF 99 TM or to the reason why not."""

from __future__ import annotations

import math

from ..domain.placing import MISSING_COORDINATE, SWAPPED_COORDINATE, looks_swapped

# Nothing and 0 both mean that Skolverket has no coordinate.
_ABSENT = {"", "null", "none"}

# SWEREF 99 TM: transverse Mercator on GRS 80. WGS 84 is taken as the same, as EPSG:4326 to EPSG:3006 does.
_FLATTENING = 1 / 298.257222101
_N = _FLATTENING / (2 - _FLATTENING)
_ECCENTRICITY = math.sqrt(_FLATTENING * (2 - _FLATTENING))
_RADIUS = 0.9996 * 6378137 / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_KRUEGER = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16,
    13 * _N**2 / 48 - 3 * _N**3 / 5,
    61 * _N**3 / 240,
)
_CENTRAL_MERIDIAN = 15
_FALSE_EASTING = 500_000


def to_sweref(north: str | None, east: str | None, lat: str | None, lon: str | None) -> tuple[float, float, str]:
    """Return x (E) and y (N) in metres, EPSG:3006, and a status (empty when they are usable).

    SWEREF 99 TM counts before WGS 84 (degrees). Decimal comma and point are both read. Raises
    ValueError with the text that is no coordinate.
    """
    planar = read_pair(east, north)
    if planar is not None:
        if looks_swapped(*planar, geographic=False):
            return math.nan, math.nan, SWAPPED_COORDINATE
        return (*planar, "")
    degrees = read_pair(lon, lat)
    if degrees is None:
        return math.nan, math.nan, MISSING_COORDINATE
    if looks_swapped(*degrees, geographic=True):
        return math.nan, math.nan, SWAPPED_COORDINATE
    # Metres in a column of degrees would come out anywhere, and the projection has no place for the poles.
    for text, number, limit in ((lon, degrees[0], 180), (lat, degrees[1], 89)):
        if abs(number) > limit:
            raise ValueError((text or "").strip())
    return (*_project(*degrees), "")


def read_pair(first: str | None, second: str | None) -> tuple[float, float] | None:
    """Return two coordinates as numbers, None where there are none. Raises ValueError with the text that is none."""
    texts = [(text or "").strip() for text in (first, second)]
    if any(text.lower() in _ABSENT for text in texts):
        return None
    one, other = _number(texts[0]), _number(texts[1])
    return (one, other) if one and other else None


def _number(text: str) -> float:
    try:
        number = float(text.replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _project(longitude: float, latitude: float) -> tuple[float, float]:
    """Project degrees to SWEREF 99 TM by Krueger's series, in Sweden exact to a millimetre.

    As Lantmateriet writes it out ("Gauss conformal projection"), so that no library and no PROJ data are
    needed: some QGIS lack pyproj, and pyproj its data. Degrees beyond Sweden end somewhere outside it.
    """
    phi, distance = math.radians(latitude), math.radians(longitude - _CENTRAL_MERIDIAN)
    sine = math.sin(phi)
    conformal = math.atanh(sine) - _ECCENTRICITY * math.atanh(_ECCENTRICITY * sine)
    xi = math.atan2(math.sinh(conformal), math.cos(distance))
    eta = math.asinh(math.sin(distance) / math.hypot(math.sinh(conformal), math.cos(distance)))
    terms = [(2 * place, factor) for place, factor in enumerate(_KRUEGER, start=1)]
    east = eta + sum(factor * math.cos(turn * xi) * math.sinh(turn * eta) for turn, factor in terms)
    north = xi + sum(factor * math.sin(turn * xi) * math.cosh(turn * eta) for turn, factor in terms)
    return _FALSE_EASTING + _RADIUS * east, _RADIUS * north
