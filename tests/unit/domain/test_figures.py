from __future__ import annotations

import pytest

from segregation_plugin.domain.rounding import rounded, written


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(-0.0, 0, "0"), (-0.04, 1, "0.0"), (-0.4, 0, "0"), (-0.05, 2, "-0.05"), (2.345, 1, "2.3"), (1e6, 0, "1000000")],
)
def test_a_figure_has_no_negative_zero(value, decimals, text):
    assert written(value, decimals) == text
    assert str(rounded(value, decimals)) != "-0.0"
