"""Totals among columns of numbers by their position: the sum of all others, or of those since the last total."""

from __future__ import annotations

import numpy as np

from .arrays import Numbers

# One that equals another is no sum. That two add up to a third may be chance. Many nearly do.
_FEWEST_PARTS = 2
_FEWEST_NEAR = 3
_EXACT = 1e-6
_GLANCE = 100


def sums_among(cells: Numbers, tolerance: float) -> list[int]:
    """Return which columns of ``cells`` are sums of the others: one of all of them, or several that divide them."""
    for place in range(cells.shape[1]):
        if _is_sum(cells[:, place], np.delete(cells, place, axis=1), tolerance):
            return [place]
    after = _subtotals(cells, tolerance)
    return after or sorted(cells.shape[1] - 1 - place for place in _subtotals(cells[:, ::-1], tolerance))


def _subtotals(cells: Numbers, tolerance: float) -> list[int]:
    """Return which columns are the sums of those since the last such sum, none unless all belong to one."""
    found, first = [], 0
    for place in range(cells.shape[1]):
        if place - first >= _FEWEST_PARTS and _is_sum(cells[:, place], cells[:, first:place], tolerance):
            found.append(place)
            first = place + 1
    last = cells.shape[1] - 1
    if len(found) > 1 and first == last and _is_sum(cells[:, last], cells[:, found], tolerance):
        return [*found, last]
    return found if first > last else []


def _is_sum(own: Numbers, parts: Numbers, tolerance: float) -> bool:
    # The first rows exclude most columns.
    glance = np.abs(parts[:_GLANCE].sum(axis=1) - own[:_GLANCE])
    if (glance > tolerance + _EXACT).any():
        return False
    known = ~(np.isnan(own) | np.isnan(parts).any(axis=1))
    own, parts = own[known], parts[known]
    evidence = int(((parts > tolerance).sum(axis=1) >= _FEWEST_PARTS).sum())
    return bool(
        evidence >= (_FEWEST_NEAR if tolerance else 1)
        and np.allclose(parts.sum(axis=1), own, rtol=0, atol=tolerance + _EXACT)
    )
