"""Random areas and schools with results, to be summarised."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from segregation_plugin.domain.statuses import STATUSES

KNOWN = ("finns", "avrundad")
MUNICIPALITIES = ("0114", "0180", "1780")
AREA_CODES = [f"{municipality}R{number:03}" for municipality in MUNICIPALITIES for number in range(1, 5)]

TYPES = st.sampled_from([1, 2, 3, 4, 5, None])
SCHOOL = st.fixed_dictionaries(
    {
        "regsokod": st.sampled_from([*AREA_CODES, None]),
        "kommunkod": st.sampled_from([*MUNICIPALITIES, ""]),
        "huvudmannatyp": st.sampled_from(["Kommunal", "Enskild", "Region", "", None]),
        "elever": st.one_of(st.none(), st.integers(0, 900)),
        "elever_ak9": st.one_of(st.none(), st.integers(0, 40)),
        "meritvarde": st.integers(0, 3400).map(lambda tenths: tenths / 10),
        "meritvarde_status": st.sampled_from(STATUSES),
        "elever_egna": st.sampled_from([False, False, False, True]),
    }
)


def tables(types: list[int | None], schools: list[dict]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return areas and schools as a study has them before it summarises."""
    areas = pd.DataFrame({"regsokod": AREA_CODES, "omradestyp": pd.array(types, dtype="Int64")})
    table = pd.DataFrame(schools, columns=["regsokod", "kommunkod", "huvudmannatyp", "elever", "elever_ak9"])
    table["meritvarde"] = [s["meritvarde"] if s["meritvarde_status"] in KNOWN else np.nan for s in schools]
    table["meritvarde_status"] = pd.Series([s["meritvarde_status"] for s in schools], dtype=object)
    table["elever_egna"] = pd.Series([s["elever_egna"] for s in schools], dtype=bool)
    table[["elever", "elever_ak9"]] = table[["elever", "elever_ak9"]].astype("float64")
    of_area = dict(zip(areas["regsokod"], types))
    placed = [of_area.get(code) if code else None for code in table["regsokod"].tolist()]
    table["omradestyp"] = pd.array(placed, dtype="Int64")
    return areas, table


STUDIES = st.builds(
    tables,
    st.lists(TYPES, min_size=len(AREA_CODES), max_size=len(AREA_CODES)),
    st.lists(SCHOOL, max_size=25),
)
