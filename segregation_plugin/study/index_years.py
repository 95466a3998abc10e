"""The years of an index: matched one by one, and which of them a study shows first."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from ..analysis.areas import matching
from ..analysis.areas.names import NameSet
from ..domain import findings as kinds
from ..domain.area_types import NEARLY_ALL
from ..domain.findings import Finding
from ..domain.messages import InputError


def years_with_values(index: pd.DataFrame) -> list[int]:
    """Return the years of an index for which any area has a value, earliest first.

    SCB's tables give nothing but ``..`` for years outside the life of a RegSO version.
    """
    has_value = index[["omradestyp", "socioekonomiskt_index"]].notna().any(axis=1)
    return sorted(int(year) for year in index.loc[has_value, "index_ar"].unique())


def require_year(index: pd.DataFrame, year: int | None) -> None:
    """Raise InputError where the index has no values for the year that is asked for."""
    years = years_with_values(index)
    if year is not None and year not in years:
        raise InputError(
            "The index has no values for {year}. It holds {years}.",
            year=year,
            years=", ".join(str(known) for known in years),
        )


class IndexByYear:
    """The index with codes, year by year: a file of another year stops no study, and is none of its year's findings."""

    def __init__(self, index: pd.DataFrame, sets: list[NameSet]) -> None:
        self._index, self._sets = index, sets
        self._known: dict[int, matching.MatchedIndex] = {}
        self.years = years_with_values(index)

    def of(self, year: int) -> matching.MatchedIndex:
        """Return the index of a year with codes. Raises InputError as ``matching.with_codes``."""
        if year not in self._known:
            self._known[year] = matching.with_codes(self._index[self._index["index_ar"] == year], self._sets)
        return self._known[year]

    def others_than(self, chosen: int) -> tuple[list[pd.DataFrame], list[Finding]]:
        """Return the tables of the other years, and what was found of years that are left out or not whole."""
        tables, found = [], []
        for year in self.years:
            if year != chosen:
                try:
                    of_year = self.of(year)
                except InputError as error:
                    found.append(Finding(kinds.YEAR_LEFT_OUT, "", str(year), error.message))
                    continue
                tables.append(of_year.table)
                found += [replace(one, code="") for one in of_year.findings if one.kind == kinds.NAME_UNKNOWN]
        return tables, found


def latest_year(index: IndexByYear, codes: pd.Series, place: str) -> int:
    """Return the latest year in which nine of ten areas of the study have a type.

    Where no year has, the latest in which nine of ten have an index; where none has either, the latest with values.
    """
    inside = {code for code in codes if code.startswith(place)}
    for column in ("omradestyp", "socioekonomiskt_index"):
        for year in reversed(index.years):
            table = index.of(year).table
            with_value = table.loc[table[column].notna() & table["regsokod"].isin(inside), "regsokod"]
            if with_value.nunique() >= NEARLY_ALL * len(inside):
                return year
    return index.years[-1]
