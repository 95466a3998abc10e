"""What a name says with its unit."""

from __future__ import annotations

import pytest

from segregation_plugin.domain.unit_words import with_unit


@pytest.mark.parametrize(
    ("name", "unit", "said"),
    [
        ("Nöjda patienter", "%", "Nöjda patienter (%)"),
        ("Nöjda patienter (%)", "%", "Nöjda patienter (%)"),
        ("Nöjda patienter, %", "%", "Nöjda patienter, %"),
        ("Väntetid [Dagar] ", "dagar", "Väntetid [Dagar] "),
        ("Vardagar", "dagar", "Vardagar (dagar)"),
        ("Besök per 1000 (alla)", "per 1000", "Besök per 1000 (alla) (per 1000)"),
        ("Besök", "besök", "Besök (besök)"),
        ("Besök", "", "Besök"),
    ],
)
def test_a_unit_is_said_once(name, unit, said):
    assert with_unit(name, unit) == said
