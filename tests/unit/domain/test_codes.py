from __future__ import annotations

import pytest

from segregation_plugin.domain import codes


@pytest.mark.parametrize("code", ["0114R001", "2523R011"])
def test_regso_codes(code):
    assert codes.REGSO.fullmatch(code)
    assert not codes.lost_leading_zero(code)


@pytest.mark.parametrize("code", ["114R001", "0114r001", "0114R01", "0114C1010", "", "0114R001x", "\uff10114R001"])
def test_what_is_no_regso_code(code):
    assert not codes.REGSO.fullmatch(code)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        (codes.MUNICIPALITY, "\u0661\u0661\u0661\u0661"),
        (codes.COUNTY, "\u0661\u0661"),
        (codes.SCHOOL_UNIT, "\u0661" * 8),
        (codes.SCHOOL_YEAR, "2024/\u0662\u0665"),
        (codes.DESO, "0114C101\u0660"),
    ],
)
def test_digits_of_other_scripts_are_no_digits_of_a_code(pattern, code):
    assert not pattern.fullmatch(code)


def test_a_lost_zero_is_seen():
    assert codes.lost_leading_zero("114R001")
    assert codes.lost_leading_zero(" 114R001 ")
    assert not codes.lost_leading_zero("14R001")


@pytest.mark.parametrize(
    ("code", "plain"),
    [
        ("0114R001_RegSO2025", "0114R001"),
        (" 0114R001 ", "0114R001"),
        ("0114R001_DeSO2025", "0114R001_DeSO2025"),
        ("0114C1010_DeSO2025", "0114C1010"),
    ],
)
def test_the_version_suffix_is_no_part_of_the_code(code, plain):
    assert codes.plain_regso(code) == plain


@pytest.mark.parametrize(("year", "version"), [(2011, "2020"), (2023, "2020"), (2024, "2025"), (2030, "2025")])
def test_the_version_of_a_year(year, version):
    assert codes.regso_version_of_year(year) == version
