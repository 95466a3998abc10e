"""Rounding of numbers: one way wherever they are shown, written or copied."""

from __future__ import annotations


def rounded(value: float, decimals: int) -> float:
    """Return a number rounded to ``decimals``; there is no negative zero."""
    return float(f"{value:.{decimals}f}") + 0.0


def written(value: float, decimals: int) -> str:
    """Return a number with ``decimals`` and a decimal point, without a sign before what rounds to zero."""
    return f"{rounded(value, decimals):.{decimals}f}"
