"""Schools with shares of pupils by background: small tables in a study's columns, and the units of the real file."""

from __future__ import annotations

import csv
import math
import re

import numpy as np
import pandas as pd

from segregation_plugin.domain.measures import BACKGROUND

PUPILS = "elever_ak1_9"
FOREIGN, PARENTS = BACKGROUND[:2]
YEAR = "2025/26"
TYPES = "omradestyp_skolverket"
_STATUSES = {"..": "dold", "~100": "avrundad", ".": "saknas"}
_VALUES = {"..": math.nan, "~100": 100.0, ".": math.nan}
# Headers of the shares in Skolverket's file.
COLUMNS = {
    FOREIGN.column: "Andel (%) elever med utländsk bakgrund, åk 1-9",
    PARENTS.column: "Andel (%) elever med föräldrar med eftergymnasial utb., åk 1-9",
}


def units_of_file(demo):
    """Return the rows of school units in Skolverket's file: dictionaries of its own texts."""
    with (demo / "elever_per_arskurs_2025_26.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file, delimiter=";"))
    header = next(row for row in table if "Skol-enhetskod" in row)
    found = [dict(zip(header, row)) for row in table[table.index(header) + 1 :]]
    return [row for row in found if re.fullmatch(r"\d{8}", row.get("Skol-enhetskod", ""))]


def schools_of(shares, pupils, types, measure=FOREIGN):
    """Return schools; a share of ``..`` is hidden, of ``~100`` rounded; a type of 0 is unknown."""
    return pd.DataFrame(
        {
            "skolenhetskod": [f"{10_000_000 + number}" for number in range(len(shares))],
            PUPILS: np.broadcast_to(np.asarray(pupils, dtype=float), len(shares)).copy(),
            TYPES: pd.array([number or None for number in types], dtype="Int64"),
            measure.column: [float(_VALUES.get(share, share)) for share in shares],
            f"{measure.column}_status": [_STATUSES.get(share, "finns") for share in shares],
        }
    )


def drawn(count, seed, kinds=1000):
    """Return ``count`` schools whose shares are one of ``kinds`` per mille, and larger where the type is lower."""
    random = np.random.default_rng(seed)
    types = random.integers(0, 6, count)
    level = np.array([0.3, 0.7, 0.5, 0.3, 0.2, 0.1])[types]
    shares = np.clip(np.rint(kinds * random.beta(8 * level, 8 * (1 - level))) / kinds * 100, 0, 100).round(1)
    return schools_of(list(shares), random.integers(5, 700, count), list(types))


def school_table(rows, measure=FOREIGN):
    """Return schools of rows ``(share, pupils)``, with municipality, operator and grades behind where these matter."""
    full = [(*row, *("0180", "Kommunal", "1-9")[len(row) - 2 :]) for row in rows]
    return pd.DataFrame(
        {
            "skolenhetskod": [f"{10_000_000 + number}" for number in range(len(full))],
            measure.column: [float(_VALUES.get(row[0], row[0])) for row in full],
            f"{measure.column}_status": [_STATUSES.get(row[0], "finns") for row in full],
            measure.weight: [float(row[1]) for row in full],
            "kommunkod": [row[2] for row in full],
            "huvudmannatyp": [row[3] for row in full],
            "arskurser": [row[4] for row in full],
        }
    )


def plain(rows):
    """Return rows as texts, in which what is unknown is the same as itself."""
    return [tuple(str(value) for value in row) for row in rows]
