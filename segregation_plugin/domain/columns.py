"""Columns: the names that sources use for ours, and the columns of each table."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from .letters import normal_text

# Our name -> the names that sources use for it, in lower case (SCB, Skolverket, this plugin).
SOURCE_NAMES = {
    "regsokod": ("regsokod", "regso_kod", "regsokod_2020", "regsokod_2025"),
    "desokod": ("desokod", "deso_kod", "deso_2018", "deso_2025", "desokod_2018", "desokod_2025"),
    "regsonamn": ("regsonamn", "regso_namn", "regso_2020", "regso_2025"),
    "kommunnamn": ("kommunnamn",),
    "index_ar": ("index_ar", "ar", "år", "year", "tid"),
    "omradestyp": ("omradestyp", "områdestyp"),
    "socioekonomiskt_index": ("socioekonomiskt_index", "socioekonomiskt index", "index"),
    "andel_lag_ekonomisk_standard": ("andel_lag_ekonomisk_standard", "andel_lag_ek_standard"),
    "andel_forgymnasial": ("andel_forgymnasial",),
    "andel_bistand_arbetsloshet": ("andel_bistand_arbetsloshet",),
    "skolenhetskod": ("skolenhetskod", "skol-enhetskod", "skol- enhetskod", "schoolunitcode", "code"),
    "namn": ("namn", "skola", "skolenhetsnamn", "schoolunitname", "name"),
    "huvudmannatyp": ("huvudmannatyp", "typ av huvudman", "principalorganizertype"),
    "skolformer": ("skolformer", "skolform"),
    "arskurser": ("arskurser", "årskurser"),
    "kommunkod": ("kommunkod", "kommun-kod", "geographicalareacode"),
    "elever": ("elever",),
    "elever_ak9": ("elever_ak9", "antal elever"),
    "sweref99_n": ("sweref99_n", "sweref_n", "sweref99latitude"),
    "sweref99_e": ("sweref99_e", "sweref_e", "sweref99longitude"),
    "wgs84_lat": ("wgs84_lat", "wgs84latitude", "latitud", "latitude"),
    "wgs84_lon": ("wgs84_lon", "wgs84_long", "wgs84longitude", "longitud", "longitude"),
    "befolkning": ("befolkning", "folkmängd", "folkmangd"),
    "kalla": ("kalla",),
}

INDEX_SHARES = (
    "andel_lag_ekonomisk_standard",
    "andel_forgymnasial",
    "andel_bistand_arbetsloshet",
)
INDEX_VALUES = ("socioekonomiskt_index", *INDEX_SHARES)
INDEX_COLUMNS = ("regsokod", "regsonamn", "index_ar", "omradestyp", *INDEX_VALUES)
# Status of a type and an index of an area (``statuses``).
INDEX_STATUSES = ("omradestyp_status", "socioekonomiskt_index_status")
SCHOOL_COLUMNS = ("skolenhetskod", "namn", "huvudmannatyp", "skolformer", "kommunkod", "elever", "arskurser")

# Bytes that Shapefile, or rather dBASE, leaves of a field's name.
_LONGEST_IN_SHAPEFILE = 10

_OURS = {theirs: ours for ours, names in SOURCE_NAMES.items() for theirs in names}


def _cut_names() -> dict[str, str]:
    cut: dict[str, str] = {}
    for theirs, ours in _OURS.items():
        for encoding in ("cp1252", "utf-8"):
            left = theirs.encode(encoding)[:_LONGEST_IN_SHAPEFILE].decode(encoding, errors="ignore")
            if left not in _OURS:
                # If two names are the same when cut, the first counts: that of the code.
                cut.setdefault(left, ours)
    return cut


# Our names as Shapefile cuts them, and older names of an area's name and code.
_IN_LAYERS = _cut_names() | {"regso": "regsonamn", "deso": "desokod"}


@functools.lru_cache(maxsize=4096)  # many sources look at the same cells
def our_name(header: str) -> str | None:
    """Return our column for a source's header (any case, any blanks, composed letters or not), or None."""
    return _OURS.get(_plain(header))


def _plain(header: str) -> str:
    return " ".join(normal_text(header).split()).lower()


def positions(header: Iterable[str]) -> dict[str, int]:
    """Return the position of each known column in a header row; the first of two counts (see ``doubled``)."""
    found: dict[str, int] = {}
    for position, cell in enumerate(header):
        ours = our_name(cell)
        if ours is not None:
            found.setdefault(ours, position)
    return found


def positions_in_layer(fields: Iterable[str]) -> dict[str, int]:
    """Return the position of each known column in a layer, by its name, an older one, or a name cut by Shapefile."""
    fields = list(fields)
    found = positions(fields)
    for position, field in enumerate(fields):
        ours = _IN_LAYERS.get(_plain(field))
        if ours is not None:
            found.setdefault(ours, position)
    return found


def doubled(header: Iterable[str]) -> tuple[str, str] | None:
    """Return the headers of the first two columns that mean the same column of ours, None where no two do."""
    seen: dict[str, str] = {}
    for cell in header:
        ours = our_name(cell)
        if ours in seen:
            return seen[ours], cell
        if ours is not None:
            seen[ours] = cell
    return None
