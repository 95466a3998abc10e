"""DeSO areas merged to the RegSO areas that they are parts of: the index is published by RegSO."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from ...domain import findings as kinds
from ...domain.codes import (
    DESO_2018,
    DESO_2025,
    REGSO_2020,
    REGSO_2025,
)
from ...domain.findings import Finding
from ...domain.measures import RESIDENTS
from ...domain.messages import InputError, message
from ...domain.watched import Watch
from ..locating import require_valid

_REGSO_OF_DESO = {DESO_2018: REGSO_2020, DESO_2025: REGSO_2025}
# Metres: pieces that lie nearer to each other than this have one border in common.
_NO_GAP = 0.05
_GRID = 0.01
_SAME_AREA = 1.0  # square metres


@dataclass(frozen=True)
class RegsoAreas:
    """Areas by RegSO; ``origin`` says what they were merged from and how, empty where they were RegSO before."""

    table: pd.DataFrame
    findings: list[Finding] = field(default_factory=list)
    origin: str = ""


def as_regso(areas: pd.DataFrame, keys: Sequence[pd.DataFrame | None], watch: Watch = lambda: None) -> RegsoAreas:
    """Return areas by RegSO: those with a ``desokod`` are merged by their own ``regsokod``, else by a key.

    ``keys``: tables of ``readers.regso_key``; the first that is of the layer's version and holds every code counts.
    ``befolkning``, where the areas have it, is added up; of a part that is not known the sum is not known either.
    ``watch``: see ``require_valid``. Raises InputError for codes that no key holds, for invalid geometry and for parts
    with different ``omradestyp``.
    """
    if not holds_deso(areas):
        return RegsoAreas(areas.drop(columns="desokod", errors="ignore"))
    parts, how = _with_regso(areas, keys)
    require_valid(areas.assign(regsokod=areas["desokod"]), watch)
    merged, found = _merged_parts(parts)
    return RegsoAreas(merged, found, f"{len(parts)} DeSO, {len(merged)} RegSO ({how})")


def regso_codes(areas: pd.DataFrame, keys: Sequence[pd.DataFrame | None]) -> pd.DataFrame:
    """Return ``regsokod version``, one row a RegSO, of areas without their geometry (see ``as_regso``)."""
    parts = _with_regso(areas, keys)[0] if holds_deso(areas) else areas
    return parts.drop_duplicates("regsokod")[["regsokod", "version"]]


def key_of_layer(areas: pd.DataFrame) -> pd.DataFrame | None:
    """Return ``desokod regsokod regso_version`` of DeSO areas that name their RegSO, None where they do not."""
    if not holds_deso(areas) or areas["regsokod"].isna().any():
        return None
    parts, _ = _with_regso(areas, [])
    return parts[["desokod", "regsokod", "version"]].rename(columns={"version": "regso_version"})


def holds_deso(areas: pd.DataFrame) -> bool:
    """Return whether areas are DeSO, and not RegSO."""
    # A RegSO layer may name one DeSO of each area.
    return "desokod" in areas and (areas["regsokod"].isna().any() or areas["regsokod"].duplicated().any())


def _with_regso(areas: pd.DataFrame, keys: Sequence[pd.DataFrame | None]) -> tuple[pd.DataFrame, str]:
    """Return DeSO areas with the code and version of their RegSO, and by what they have it."""
    if areas["regsokod"].notna().all():
        versions = [_REGSO_OF_DESO.get(str(version)[:4], version) for version in areas["version"]]
        return areas.assign(version=versions), "regsokod"
    key = _key_of(areas, [key for key in keys if key is not None])
    of_deso = key.set_index("desokod")
    parts = areas.assign(
        regsokod=areas["desokod"].map(of_deso["regsokod"]),
        regsonamn=areas["desokod"].map(of_deso["regsonamn"]),
        version=key["regso_version"].iloc[0],
    )
    return parts, f"DeSO {key['deso_version'].iloc[0]} - RegSO {key['regso_version'].iloc[0]}"


def merged_polygons(pieces: NDArray[np.object_]) -> shapely.Geometry:
    """Return one valid polygon (or several parts) of adjoining ones, without slivers where their borders differ."""
    try:
        together = shapely.coverage_union_all(pieces)
    except shapely.GEOSException:
        together = None
    if together is not None and _is_clean(together, pieces):
        return together
    return _without_slivers(shapely.union_all(pieces, grid_size=_GRID))


def _is_clean(together: BaseGeometry, pieces: NDArray[np.object_]) -> bool:
    if together.geom_type not in ("Polygon", "MultiPolygon") or not shapely.is_valid(together):
        return False
    if abs(together.area - shapely.area(pieces).sum()) > _SAME_AREA:
        return False
    parts = shapely.get_parts(together)
    if any(_is_sliver(hole) for part in parts for hole in part.interiors):
        return False
    near = shapely.STRtree(parts).query(parts, predicate="dwithin", distance=_NO_GAP)
    return near.shape[1] == len(parts)  # each is near itself alone


def _is_sliver(ring: shapely.LinearRing) -> bool:
    return 2 * shapely.Polygon(ring).area < _NO_GAP * ring.length


def _without_slivers(together: BaseGeometry) -> BaseGeometry:
    parts = [
        shapely.Polygon(part.exterior, [hole for hole in part.interiors if not _is_sliver(hole)])
        for part in shapely.get_parts(together)
        if part.geom_type == "Polygon" and not _is_sliver(part.exterior)
    ]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def _merged_parts(parts: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    records, found = [], []
    polygons = parts["geometry"].to_numpy()
    for code, positions in parts.groupby("regsokod", sort=True).indices.items():
        rows = parts.iloc[positions]
        record = rows.iloc[0].drop("desokod").to_dict()
        if "omradestyp" in parts and rows["omradestyp"].nunique(dropna=False) > 1:
            raise InputError(
                "The DeSO areas of {code} have different area types. The index is published by RegSO: join it with "
                "'Join index to areas'.",
                code=code,
            )
        if RESIDENTS in parts:
            record[RESIDENTS] = rows[RESIDENTS].sum(skipna=False)
        record["geometry"] = merged_polygons(polygons[positions]) if len(positions) > 1 else polygons[positions[0]]
        records.append(record)
        count = message("{count} DeSO areas", count=len(positions))
        found.append(Finding(kinds.MERGED_FROM_DESO, str(code), str(record["regsonamn"]), count))
    table = pd.DataFrame(records)
    return (table.astype({"omradestyp": "Int64"}) if "omradestyp" in table else table), found


def _key_of(areas: pd.DataFrame, keys: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the first key that is of the areas' version and holds every code. Raises InputError where none does."""
    versions = set(areas["version"].dropna().astype(str).str[:4]) & set(_REGSO_OF_DESO)
    by_version = [part for key in keys for part in _by_version(key)]
    fitting = [key for key in by_version if not versions or versions == {key["deso_version"].iloc[0]}]
    missing = [areas["desokod"][~areas["desokod"].isin(key["desokod"])] for key in fitting]
    for key, without in zip(fitting, missing):
        if without.empty:
            return key
    fewest = min(missing, key=len) if missing else areas["desokod"]
    raise InputError(
        "{count} of {all} DeSO codes of the layer are in no key from DeSO to RegSO; the first is {code}. DeSO 2018 "
        "need SCB's key DeSO 2018 - RegSO 2020, DeSO 2025 the key DeSO 2025 - RegSO 2025. Both are among SCB's open "
        "geodata for DeSO and RegSO: choose the right one among the files of the index.",
        count=len(fewest),
        all=len(areas),
        code=fewest.iloc[0],
    )


def _by_version(key: pd.DataFrame) -> list[pd.DataFrame]:
    return [part.drop_duplicates("desokod") for _, part in key.groupby(["deso_version", "regso_version"])]
