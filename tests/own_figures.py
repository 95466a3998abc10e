"""Schools with figures of a user's own that nobody has published, and what is shown of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from segregation_plugin.analysis.schools.summaries import by_area_type
from segregation_plugin.disclosure.own_sums import hidden_groups
from segregation_plugin.disclosure.shown_summaries import shown
from segregation_plugin.domain.measures import Measure


def own(name: str, kind: str = "antal", weight: str = "", public: bool = False) -> Measure:
    """Return a measure of the user's own."""
    return Measure(f"eget_{name}", "", {"sv": name, "en": name}, kind=kind, weight=weight, public=public)


def schools_with(types: list[int | None], **figures: list[float | None]) -> pd.DataFrame:
    """Return schools in areas of these types; of each figure (``a``, or ``a_bas`` its weight) a value a school."""
    table = pd.DataFrame({"skolenhetskod": [f"{10_000_000 + number}" for number in range(len(types))]})
    table["regsokod"] = ["0114R001" if kind is None else f"0114R{kind:03}" for kind in types]
    table["omradestyp"] = pd.array(types, dtype="Int64")
    table = table.assign(kommunkod="0114", huvudmannatyp="Kommunal", elever=500.0, elever_egna=False)
    for name, values in figures.items():
        known = pd.Series(values, dtype="float64")
        table[f"eget_{name}"] = known
        if not name.endswith("_bas"):
            table[f"eget_{name}_status"] = np.where(known.notna(), "finns", "dold")
    return table


def summary_of(schools: pd.DataFrame, measures: list[Measure]) -> pd.DataFrame:
    """Return the summary of such schools as a study shows it, by group."""
    areas = schools[["regsokod", "omradestyp"]].drop_duplicates("regsokod")
    found = by_area_type(areas, schools, measures=measures)
    return shown(found, hidden_groups(schools, measures), measures).set_index("grupp")
