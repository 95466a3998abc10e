"""Codes as text: their forms, and how damaged ones look."""

from __future__ import annotations

import re

from .messages import InputError

REGSO = re.compile(r"\d{4}R\d{3}", re.ASCII)
DESO = re.compile(r"\d{4}[ABC]\d{4}", re.ASCII)
MUNICIPALITY = re.compile(r"\d{4}", re.ASCII)
# The code of an area begins with that of its municipality.
MUNICIPALITY_DIGITS = 4
COUNTY = re.compile(r"\d{2}", re.ASCII)
SCHOOL_UNIT = re.compile(r"\d{8}", re.ASCII)
# The second year follows the first.
_BOTH_YEARS = "|".join(f"{first:02}/{(first + 1) % 100:02}" for first in range(100))
SCHOOL_YEAR = re.compile(rf"(?:19|20)(?:{_BOTH_YEARS})", re.ASCII)

# The version suffix of SCB's code lists, like vs_RegSO2025.
_VERSION_SUFFIX = re.compile(r"(?:_RegSO|(?<=[ABC]\d{4})_DeSO)(?P<year>\d{4})$")
_WITHOUT_ZERO = re.compile(r"\d{3}(?:R\d{3}|[ABC]\d{4})", re.ASCII)

# Statistics up to and including 2023 use RegSO 2020, later ones RegSO 2025 (SCB).
LAST_YEAR_OF_REGSO_2020 = 2023
REGSO_2020 = "2020"
REGSO_2025 = "2025"
# DeSO are parts of RegSO: those of 2018 of RegSO 2020, those of 2025 of RegSO 2025.
DESO_2018 = "2018"
DESO_2025 = "2025"

# The one code that each version has and the other has not (SCB, changes of 2025-01-01).
ONLY_IN_REGSO_2020 = "2584R001"
ONLY_IN_REGSO_2025 = "2523R011"


def plain_regso(code: str) -> str:
    """Return a RegSO or DeSO code without surrounding blanks and without SCB's version suffix."""
    return _VERSION_SUFFIX.sub("", code.strip())


def version_of_code(code: str) -> str:
    """Return the RegSO version ('2020' or '2025') of a code of SCB's lists: only the later has a suffix.

    A DeSO has the RegSO version that it is a part of.
    """
    suffix = _VERSION_SUFFIX.search(code.strip())
    if suffix is None:
        return REGSO_2025 if code.strip() == ONLY_IN_REGSO_2025 else REGSO_2020
    return suffix["year"]


def lost_leading_zero(code: str) -> bool:
    """Return whether a text is an area code that lost its leading zero (``114R001``, ``114C1010``)."""
    return _WITHOUT_ZERO.fullmatch(code.strip()) is not None


def regso_version_of_year(year: int) -> str:
    """Return the RegSO version ('2020' or '2025') on which SCB publishes the index of a year."""
    return REGSO_2020 if year <= LAST_YEAR_OF_REGSO_2020 else REGSO_2025


def is_other_version(version: str, year: int) -> bool:
    """Return whether the index of a year is on another RegSO version than areas of ``version``, empty for unknown."""
    return bool(version) and regso_version_of_year(year) != version


def place_code(county: str | None, municipality: str | None) -> str:
    """Return the code that the areas of a place begin with; empty for the whole country.

    Raises InputError for a text that is no code of a county or municipality, or where one does not lie in the other.
    """
    if county and not COUNTY.fullmatch(county):
        raise InputError("'{code}' is not a county code. It has two digits, like 01.", code=county)
    if municipality:
        if not MUNICIPALITY.fullmatch(municipality):
            raise InputError("'{code}' is not a municipality code. It has four digits, like 0180.", code=municipality)
        if county and not municipality.startswith(county):
            raise InputError(
                "Municipality {municipality} does not lie in county {county}. Leave one of them out.",
                municipality=municipality,
                county=county,
            )
    return municipality or county or ""
