"""Totals that nobody has said are any: taken for a part, one tells the part that is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from ...domain.arrays import Numbers
from ...domain.messages import InputError
from .layout import Layout, label, parents_of
from .reading import numbers

# One that equals another is no sum. That two add up to a third may be chance, but who could tell? Nearly, many do.
_FEWEST_PARTS = 2
_FEWEST_NEAR = 3
_EXACT = 1e-6
_GLANCE = 100


def require_known_totals(table: pd.DataFrame, layout: Layout, tolerance: float = 0.0) -> None:
    """Raise InputError where labels or counts are everywhere the sum of those beside them, and nobody says so.

    ``table``, ``tolerance``: as ``protect`` takes them. A total is the sum of all others, or totals part all others
    among themselves, each after or before its parts. Sums with a hidden part are not compared.
    """
    layout.require([table])
    if not layout.counts:
        return
    _require_known_columns(table, layout, tolerance)
    total = next(iter(layout.totals))
    labels = pd.DataFrame({name: [label(value, layout.totals) for value in table[name]] for name in layout.by})
    counts = numbers(table, layout.counts[0])
    for name in layout.by:
        parents = parents_of(labels[name], layout.parents.get(name, {}), total)
        known = {total, *parents.values()}
        others = [other for other in layout.by if other != name]
        beside = pd.MultiIndex.from_frame(labels[others]) if others else pd.Index([0] * len(labels))
        wide = pd.Series(counts).groupby([beside, labels[name].to_numpy()]).first().unstack()
        parts = wide[[one for one in dict.fromkeys(labels[name]) if one not in known]]
        for place in sums_among(parts.to_numpy(dtype=np.float64), tolerance):
            raise InputError(
                "'{label}' in the column '{column}' looks like the total of others, and would tell what is hidden of "
                "them. Name it among the labels of totals, or leave its rows out.",
                label=parts.columns[place],
                column=name,
            )


def _require_known_columns(table: pd.DataFrame, layout: Layout, tolerance: float) -> None:
    known = {total for total, _ in layout.sums}
    columns = [column for column in layout.counts if column not in known]
    counts = np.column_stack([numbers(table, column) for column in columns])
    for place in sums_among(counts, tolerance):
        raise InputError(
            "The column '{column}' looks like the sum of others, and would tell what is hidden of them. Say of which "
            "it is the sum, or remove it from the table.",
            column=columns[place],
        )


def require_no_sums_beside(table: pd.DataFrame, layout: Layout, beside: Sequence[str], tolerance: float = 0.0) -> None:
    """Raise InputError where a column that is not protected would tell one that is, by a sum of three or of all.

    ``table``: as ``protect`` takes it, with the columns ``beside`` too, as numbers.
    """
    counts = {column: numbers(table, column) for column in layout.counts}
    for column in beside:
        own = numbers(table, column)
        groups = {tuple(counts), *combinations(counts, _FEWEST_PARTS)}
        if any(sums_among(np.column_stack([*(counts[one] for one in group), own]), tolerance) for group in groups):
            raise InputError(
                "The column '{column}' is not protected, and would tell what is hidden of {columns}: one is the sum of "
                "others. Choose it too and say of which it is the sum, or remove it from the table.",
                column=column,
                columns=", ".join(counts),
            )


def sums_among(cells: Numbers, tolerance: float) -> list[int]:
    """Return which columns of ``cells`` are sums of the others: one of all of them, or several that part them."""
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
    # The first rows tell of most that they are none.
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
