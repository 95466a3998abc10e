"""Totals that nobody has said are any: taken for a part, one tells the part that is hidden."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...domain.messages import InputError
from .layout import Layout, label, parents_of
from .reading import numbers

# One that equals another is no sum. That two add up to a third may be chance, but who could tell?
_FEWEST_PARTS = 2
_EXACT = 1e-6


def require_known_totals(table: pd.DataFrame, layout: Layout, tolerance: float = 0.0) -> None:
    """Raise InputError where a label's counts are everywhere the sum of those beside it, and no total is called so.

    ``table``, ``tolerance``: as ``protect`` takes them. Sums with a hidden part are not compared.
    """
    if not layout.counts:
        return
    total = next(iter(layout.totals))
    labels = pd.DataFrame({name: [label(value, layout.totals) for value in table[name]] for name in layout.by})
    counts = numbers(table, layout.counts[0])
    for name in layout.by:
        parents = parents_of(labels[name], layout.parents.get(name, {}), total)
        known = {total, *parents.values()}
        others = [other for other in layout.by if other != name]
        beside = pd.MultiIndex.from_frame(labels[others]) if others else pd.Index([0] * len(labels))
        wide = pd.Series(counts).groupby([beside, labels[name].to_numpy()]).first().unstack()
        parts = wide[[one for one in wide if one not in known]]
        for one in parts:
            _require_no_sum(parts, one, name, tolerance)


def _require_no_sum(parts: pd.DataFrame, one: str, column: str, tolerance: float) -> None:
    beside = parts.drop(columns=one)
    known = parts.notna().all(axis=1)
    of_parts, own = beside[known].sum(axis=1), parts.loc[known, one]
    compared = int((beside[known] > 0).to_numpy().sum())
    if compared >= _FEWEST_PARTS and (own > 0).any() and np.allclose(of_parts, own, rtol=0, atol=tolerance + _EXACT):
        raise InputError(
            "'{label}' in the column '{column}' looks like the total of all others, and would tell what is hidden of "
            "them. Name it among the labels of totals, or leave its rows out.",
            label=one,
            column=column,
        )
