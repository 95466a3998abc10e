"""Small tables of schools with a share of pupils by background, in a study's columns."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from segregation_plugin.domain.measures import SHARE, Measure

PUPILS = "elever_ak1_9"
FOREIGN = Measure(
    "andel_utlandsk_bakgrund",
    "%",
    {"sv": "Elever med utländsk bakgrund", "en": "Pupils with foreign background"},
    kind=SHARE,
    weight=PUPILS,
)
PARENTS = Measure(
    "andel_foraldrar_eftergymnasial",
    "%",
    {
        "sv": "Elever med föräldrar med eftergymnasial utbildning",
        "en": "Pupils with parents with post-secondary education",
    },
    kind=SHARE,
    weight=PUPILS,
)
TYPES = "omradestyp_skolverket"


def schools_of(shares, pupils, types, measure=FOREIGN):
    """Return schools; a share of ``..`` is hidden, of ``~100`` rounded; a type of 0 is unknown."""
    statuses = {"..": "dold", "~100": "avrundad"}
    values = {"..": math.nan, "~100": 100.0}
    return pd.DataFrame(
        {
            "skolenhetskod": [f"{10_000_000 + number}" for number in range(len(shares))],
            PUPILS: np.broadcast_to(np.asarray(pupils, dtype=float), len(shares)).copy(),
            TYPES: pd.array([number or None for number in types], dtype="Int64"),
            measure.column: [float(values.get(share, share)) for share in shares],
            f"{measure.column}_status": [statuses.get(share, "finns") for share in shares],
        }
    )


def drawn(count, seed, kinds=1000):
    """Return ``count`` schools whose shares are one of ``kinds`` per mille, and larger where the type is lower."""
    random = np.random.default_rng(seed)
    types = random.integers(0, 6, count)
    level = np.array([0.3, 0.7, 0.5, 0.3, 0.2, 0.1])[types]
    shares = np.clip(np.rint(kinds * random.beta(8 * level, 8 * (1 - level))) / kinds * 100, 0, 100).round(1)
    return schools_of(list(shares), random.integers(5, 700, count), list(types))
