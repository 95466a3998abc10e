"""Three schools among areas of three types: a table of pupils by school and home area, read as a user's is."""

from __future__ import annotations

import math

import pandas as pd

from segregation_plugin.analysis.schools.home_areas import Homes, read_homes

# Three areas in a row and one without a type; a school in each of the first two, one at the far end, one nowhere.
AREAS = pd.DataFrame(
    {
        "regsokod": ["0114R001", "0114R002", "0114R003", "0114R004"],
        "omradestyp": pd.array([1, 4, 5, None], dtype="Int64"),
        "x": [0.0, 100.0, 200.0, 300.0],
        "y": 0.0,
    }
)
SCHOOLS = pd.DataFrame(
    {
        "skolenhetskod": ["10000001", "10000002", "10000003", "10000004"],
        "omradestyp": pd.array([1, 4, 5, None], dtype="Int64"),
        "x": [0.0, 100.0, 200.0, math.nan],
        "y": [0.0, 0.0, 0.0, math.nan],
    }
)


def homes_of(*rows: tuple[int, int, object]) -> pd.DataFrame:
    """Return pupils by number of the school and of the area."""
    return pd.DataFrame(
        [(f"1000000{school}", f"0114R00{area}", count) for school, area, count in rows],
        columns=["skolenhetskod", "regsokod", "elever"],
    )


def read(*rows: tuple[int, int, object]) -> Homes:
    """Return the same as it is read."""
    return read_homes(homes_of(*rows), SCHOOLS, AREAS)
