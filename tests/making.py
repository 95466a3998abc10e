"""Files and layers as small as a test needs them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import shapely

from segregation_plugin.readers.document import Document


def document(text: str, name: str = "file.csv", encoding: str = "utf-8") -> Document:
    """Return a file with this text."""
    return Document(name, text.encode(encoding))


def geopackage_geometries(blobs: list[bytes]) -> np.ndarray:
    """Return the geometries of GeoPackage blobs: a header, by its flags with an envelope, and WKB."""
    envelope_bytes = (0, 32, 48, 48, 64)
    return shapely.from_wkb([blob[8 + envelope_bytes[blob[3] >> 1 & 7] :] for blob in blobs])


def squares(codes: list[str], size: float = 100.0) -> pd.DataFrame:
    """Return areas that lie side by side from x = 0 on, each a square that shares a border with the next."""
    lefts = np.arange(len(codes)) * size
    geometry = shapely.box(lefts, 0.0, lefts + size, size)
    return pd.DataFrame({"regsokod": codes, "regsonamn": [f"Area {code}" for code in codes], "geometry": geometry})


def strips(polygon: shapely.Geometry, count: int) -> list[shapely.Geometry]:
    """Return a polygon cut into strips from west to east, as DeSO areas are parts of a RegSO area."""
    west, south, east, north = polygon.bounds
    cuts = np.linspace(west, east, count + 1)
    return [polygon.intersection(shapely.box(left, south, right, north)) for left, right in zip(cuts, cuts[1:])]


def deso_areas(areas: pd.DataFrame, key: pd.DataFrame) -> pd.DataFrame:
    """Return RegSO areas cut into as many parts as a key has DeSO codes of each."""
    records = []
    for area in areas.itertuples():
        codes = sorted(key.loc[key["regsokod"] == area.regsokod, "desokod"])
        for code, part in zip(codes, strips(area.geometry, len(codes))):
            records.append({"desokod": code, "regsokod": None, "regsonamn": "", "version": None, "geometry": part})
    return pd.DataFrame(records)


def schools_at(points: list[tuple[float, float]], **columns: object) -> pd.DataFrame:
    """Return schools at points; ``columns`` replace what a school has by default."""
    codes = [f"{10_000_000 + number}" for number in range(len(points))]
    table = pd.DataFrame(
        {
            "skolenhetskod": codes,
            "namn": [f"School {code}" for code in codes],
            "huvudmannatyp": "Kommunal",
            "skolformer": "GR",
            "kommunkod": "",
            "elever": np.nan,
            "x": [float(x) for x, _ in points],
            "y": [float(y) for _, y in points],
            "koordinat": "",
            "kalla": "",
            "fil": "schools.csv",
            "elever_egna": False,
        }
    )
    return table.assign(**columns)


class Kept(dict):
    """Keeps figures that take long, as the user's cache does: by what they rest on."""

    put = dict.__setitem__


def of_the_year_before(results: Path, folder: Path) -> Path:
    """Write a file of results of 2024/25 as one of 2023/24, in which each school has what another had; return it."""
    lines = results.read_text(encoding="utf-8-sig").splitlines()
    cells = [line.split(";") for line in lines]
    rows = [number for number, parts in enumerate(cells) if len(parts) > 1 and parts[1].isdigit()]
    for number, other in zip(rows, rows[1:] + rows[:1]):
        lines[number] = ";".join(cells[number][:7] + cells[other][7:])
    target = folder / "slutbetyg_ak9_2024.csv"
    target.write_text("\n".join(lines).replace("2024/25", "2023/24"), encoding="utf-8-sig")
    return target
