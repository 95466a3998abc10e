"""A school's coordinates as the sources write them, to SWEREF 99 TM or to the reason why not."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from ..domain.placing import MISSING_COORDINATE, SWAPPED_COORDINATE, looks_swapped

if TYPE_CHECKING:
    from pyproj import Transformer

# "0" and nothing both mean that Skolverket has no coordinate.
_ABSENT = {"", "0", "0.0", "null", "none"}


def to_sweref(north: str | None, east: str | None, lat: str | None, lon: str | None) -> tuple[float, float, str]:
    """Return x (E) and y (N) in metres, EPSG:3006, and a status (empty when they are usable).

    SWEREF 99 TM counts before WGS 84 (degrees). Decimal comma and point are both read. Raises
    ValueError with the text that is no number.
    """
    planar = _pair(east, north)
    if planar is not None:
        if looks_swapped(*planar, geographic=False):
            return math.nan, math.nan, SWAPPED_COORDINATE
        return (*planar, "")
    degrees = _pair(lon, lat)
    if degrees is None:
        return math.nan, math.nan, MISSING_COORDINATE
    if looks_swapped(*degrees, geographic=True):
        return math.nan, math.nan, SWAPPED_COORDINATE
    x, y = _transformer().transform(*degrees)
    return x, y, ""


def _pair(first: str | None, second: str | None) -> tuple[float, float] | None:
    texts = [(text or "").strip() for text in (first, second)]
    if any(text.lower() in _ABSENT for text in texts):
        return None
    return _number(texts[0]), _number(texts[1])


def _number(text: str) -> float:
    number = float(text.replace(",", ".").replace("\u00a0", "").replace(" ", ""))
    if not math.isfinite(number):
        raise ValueError(text)
    return number


@lru_cache(maxsize=1)
def _transformer() -> Transformer:
    # pyproj only where a file has degrees alone: not every QGIS ships it.
    from pyproj import Transformer

    return Transformer.from_crs("EPSG:4326", "EPSG:3006", always_xy=True)
