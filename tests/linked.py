"""Schools with a result, as a study's analysis takes them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from segregation_plugin.domain.measures import YEAR_9_RESULTS

MERIT = YEAR_9_RESULTS[0]
ALL_SUBJECTS = YEAR_9_RESULTS[1]


def schools_of(values: list[float | None], **columns: object) -> pd.DataFrame:
    """Return schools with these merit ratings (None is hidden); ``columns`` replace what a school has by default."""
    codes = [f"{10_000_000 + number}" for number in range(len(values))]
    table = pd.DataFrame(
        {
            "skolenhetskod": codes,
            "namn": [f"School {code}" for code in codes],
            "huvudmannatyp": "Kommunal",
            "skolformer": "GR",
            "arskurser": "7-9",
            "kommunkod": "0114",
            "regsokod": "0114R001",
            "omradestyp": 1,
            "elever": 100.0,
            "elever_egna": False,
            "elever_ak9": 10.0,
            "meritvarde": [np.nan if value is None else float(value) for value in values],
            "meritvarde_status": ["dold" if value is None else "finns" for value in values],
            "x": [1000.0 * number for number in range(len(values))],
            "y": 0.0,
        }
    )
    table = table.assign(**columns)
    table["omradestyp"] = table["omradestyp"].astype("Int64")
    return table
