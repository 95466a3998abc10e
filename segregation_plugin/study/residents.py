"""The population of a study's areas: every year of SCB's files, by RegSO, and the latest one that fits the areas."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..domain.area_types import NEARLY_ALL
from ..domain.codes import regso_version_of_year
from ..domain.measures import RESIDENTS
from ..domain.messages import InputError
from ..domain.statuses import EXISTS, HIDDEN, MISSING
from .years import VALUES

_READ = ("kod", "ar", "befolkning", "befolkning_status", "fil")
_REGSO, _DESO = "regso", "deso"


def values_of_population(
    population: pd.DataFrame, keys: Sequence[pd.DataFrame | None], codes: set[str]
) -> pd.DataFrame:
    """Return the population of the areas ``codes`` in every year as ``years.VALUES``.

    ``population``: of ``readers.population``, RegSO and DeSO. Where a year has no row of a RegSO, those of its DeSO are
    added up, if ``keys`` (``desokod regsokod regso_version``) name them all for RegSO of that year; of one that is not
    known the sum is not known either. A year in which nobody lives in any area of a file is outside their RegSO
    version: SCB writes 0 there. Raises InputError where no area of the study has a value.
    """
    everywhere = population.groupby(["fil", "ar"])["befolkning"].transform("max")
    table = population[~(everywhere == 0)]
    of_regso = table.loc[table["niva"] == _REGSO, list(_READ)]
    of_deso = _added_up(table[table["niva"] == _DESO], [key for key in keys if key is not None])
    known = pd.concat([one for one in (of_regso, of_deso) if len(one)] or [of_regso], ignore_index=True)
    # What a source says of an area itself stands before the sum of its parts, and that before nothing.
    known = known.iloc[known["befolkning"].isna().to_numpy().argsort(kind="stable")]
    inside = known[known["kod"].isin(codes)].drop_duplicates(["kod", "ar"])
    if inside["befolkning"].isna().all():
        raise InputError(
            "The files of the population have no value for any area of the study. Choose files of its areas by RegSO; "
            "of DeSO they need SCB's key from DeSO to RegSO among the files of the index."
        )
    found = pd.DataFrame(
        {
            "vad": RESIDENTS,
            "kod": inside["kod"],
            "ar": inside["ar"].astype("int64"),
            "varde": inside["befolkning"].astype("float64"),
            "status": inside["befolkning_status"],
            "kalla": inside["fil"],
        }
    )[list(VALUES)]
    said = found[found["varde"].notna() | (found["status"] != MISSING)]
    return said.sort_values(["ar", "kod"], kind="stable").reset_index(drop=True)


def _added_up(parts: pd.DataFrame, keys: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return the sums of DeSO by RegSO and year that no part is missing from, in the columns of ``parts``."""
    rows = []
    for year, of_year in parts.groupby("ar"):
        by_code = of_year.set_index("kod")
        for key in keys:
            fitting = key[key["regso_version"] == regso_version_of_year(int(year))].drop_duplicates("desokod")
            for regso, codes in fitting.groupby("regsokod")["desokod"]:
                own = by_code.reindex(codes)
                if own["befolkning_status"].isna().any():
                    continue  # a part has no row
                value = own["befolkning"].sum(skipna=False)
                is_hidden = own["befolkning_status"].eq(HIDDEN).any()
                status = EXISTS if pd.notna(value) else HIDDEN if is_hidden else MISSING
                rows.append((regso, year, value, status, "; ".join(sorted(set(own["fil"])))))
    return pd.DataFrame(rows, columns=list(_READ)).drop_duplicates(["kod", "ar"])


def latest(values: pd.DataFrame, version: str, areas: int) -> pd.DataFrame:
    """Return ``befolkning`` and ``befolkning_ar`` by the code of the areas, of the latest year that fits them.

    ``values``: of ``values_of_population``; ``version``: of the areas, empty where it is not known; ``areas``: how many
    there are. Of a year of another RegSO version a code may be of another area: such years are left out. The latest
    year is one in which nine of ten areas have a value, if there is any. No rows where no year fits.
    """
    known = values[values["varde"].notna()]
    counts = known.groupby("ar")["kod"].nunique()
    fitting = [int(year) for year in counts.index if version in ("", regso_version_of_year(int(year)))]
    nearly_all = [year for year in fitting if counts[year] >= NEARLY_ALL * areas]
    of_year = known[known["ar"] == max(nearly_all or fitting, default=0)].set_index("kod")
    return pd.DataFrame({RESIDENTS: of_year["varde"], f"{RESIDENTS}_ar": of_year["ar"].astype("Int64")})
