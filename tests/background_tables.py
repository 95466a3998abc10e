"""Small tables of schools with shares of pupils by background, in a study's columns."""

from __future__ import annotations

import math

import pandas as pd

from segregation_plugin.domain.measures import SHARE, Measure

FOREIGN = Measure(
    "andel_utlandsk_bakgrund",
    "%",
    {"sv": "Elever med utländsk bakgrund", "en": "Pupils with foreign background"},
    kind=SHARE,
    weight="elever_ak1_9",
)
PARENTS = Measure(
    "andel_foraldrar_eftergymnasial",
    "%",
    {
        "sv": "Elever med föräldrar med eftergymnasial utbildning",
        "en": "Pupils with parents with post-secondary education",
    },
    kind=SHARE,
    weight="elever_ak1_9",
)
YEAR = "2025/26"
_STATUSES = {"..": "dold", "~100": "avrundad", ".": "saknas"}
_VALUES = {"..": math.nan, "~100": 100.0, ".": math.nan}


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
