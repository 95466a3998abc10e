"""Colours of the map as pure data, and why each was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SEQUENTIAL = "sequential"
DIVERGING = "diverging"

# Type 1 to type 5 in order.
# sequential: lightness climbs from type 1 to type 5 in steps of at least 13, also as seen with deuteranopia,
#   protanopia and tritanopia, so the order survives any colour vision and a greyscale print. Warm, because all
#   water on the map is cold; type 5 is clearly darker than the water and the paper.
# diverging: two directions from the mixed areas, like Boverket's Segregationsbarometern. The five are distinguished
#   by every colour vision, but types 1 and 5 share one grey: not for greyscale print.
PALETTES: Mapping[str, tuple[str, str, str, str, str]] = MappingProxyType(
    {
        SEQUENTIAL: ("#3b1147", "#86265f", "#c9565a", "#e99a62", "#efd191"),
        DIVERGING: ("#a8322d", "#e58a5c", "#e6d9b8", "#7fb5b5", "#2a6f86"),
    }
)

# An area without a value is grey and hatched, so that no shade of a palette can be taken for it.
NO_VALUE_FILL = "#ececec"
NO_VALUE_HATCH = "#8c8c8c"

# Water is the lightest thing on the map, lighter than type 5.
WATER_FILL = "#e9f2f7"
# Neighbouring land: a neutral grey, without the hatching of "no value", lighter than type 5 in a greyscale print.
LAND_FILL = "#e6e6e4"
LAND_SHORE = "#b4b4b0"

BORDER = "#2b2b2b"
AREA_OUTLINE = "#ffffff"
TEXT = "#1e1e1e"
TEXT_MUTED = "#595959"
TEXT_BUFFER = "#ffffff"

# Below to above what is expected: two directions that say neither good nor bad, apart in every colour vision, and from
# the warm colours of area types beneath.
FAR_BELOW, BELOW, AS_EXPECTED, ABOVE, FAR_ABOVE = "#8c510a", "#d8b365", "#f5f5f5", "#5ab4ac", "#01665e"

# Of areas: what is as usual, and the lines between.
USUAL_FILL, USUAL_OUTLINE = "#f5f5f2", "#b4b4b0"
# Clusters of high and low values, apart in every colour vision; those among their opposite are lighter.
HIGH_AMONG_HIGH, LOW_AMONG_LOW, HIGH_AMONG_LOW, LOW_AMONG_HIGH = "#b2182b", "#2166ac", "#f4a582", "#92c5de"

# One colour for every school; operators differ by shape, which colour vision and print leave alone.
SCHOOL = "#0d3350"
SCHOOL_RING = "#ffffff"
SCHOOL_IN_DOUBT = "#ffb000"
