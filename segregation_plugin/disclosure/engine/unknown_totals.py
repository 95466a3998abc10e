"""Totals that nobody has named: taken for a part, a total reveals the part that is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from ...domain.arrays import Flags, Numbers
from ...domain.classes import nested
from ...domain.messages import InputError
from ...domain.relations import Sum, relations, same_columns, total_of
from ...domain.sums import sums_among
from ...domain.totals import called_like_a_total
from ..rules import SMALLEST_GROUP
from .checked_cells import numbers
from .layout import Layout, label, parents_of

# Teachers are fewer than pupils too: under this share, at the median, a column is not taken for a part of another.
_PART_OF_ALL = 0.2
# Persons by which a sum may be off where nobody has said that the source adds noise, as SCB does since 2025.
_NOISE = 5.0


def require_known_totals(table: pd.DataFrame, layout: Layout, tolerance: float = 0.0) -> None:
    """Raise InputError where labels or counts determine each other in a way that the layout does not name.

    ``table``, ``tolerance``: as ``protect`` takes them. A total is the sum of all others, or totals divide all others
    among themselves, each after or before its parts; or any relation holds that is not chance (``domain.relations``).
    So do classes that contain others by their names (0-15, 0-5). Sums with a hidden part are not compared.
    """
    layout.require([table])
    if not layout.counts:
        return
    _require_known_columns(table, layout, tolerance)
    total = next(iter(layout.totals))
    labels = pd.DataFrame({name: [label(value, layout.totals) for value in table[name]] for name in layout.by})
    for name in layout.by:
        parents = parents_of(labels[name], layout.parents.get(name, {}), total)
        known = {total, *parents.values()}
        parts = [one for one in dict.fromkeys(labels[name]) if one not in known]
        others = labels[[other for other in layout.by if other != name]]
        cells = np.vstack([_by_label(numbers(table, count), labels[name], others, parts) for count in layout.counts])
        _require_known_labels(cells, parts, name, tolerance)


def _by_label(counts: Numbers, own: pd.Series, others: pd.DataFrame, parts: Sequence[str]) -> Numbers:
    """Return the counts by all other labels (rows) and some of a column's own (columns).

    NaN where hidden; a combination without a row is 0.
    """
    beside = pd.MultiIndex.from_frame(others) if len(others.columns) else pd.Index([0] * len(own))
    row, places = beside.factorize()[0], own.map({one: place for place, one in enumerate(parts)}).to_numpy(dtype=float)
    cells = np.zeros((row.max() + 1, len(parts)))
    kept = ~np.isnan(places)
    cells[row[kept], places[kept].astype(np.int64)] = counts[kept]
    return cells


def _require_known_labels(cells: Numbers, parts: Sequence[str], column: str, tolerance: float) -> None:
    for place in sums_among(cells, tolerance):
        raise _label_looks_like_a_total(parts[place], column)
    for factors in _relations(cells, tolerance, (), _called_like_totals(parts)):
        total = total_of(factors)
        if total is not None:
            raise _label_looks_like_a_total(parts[total], column)
        raise InputError(
            "The labels {labels} in the column '{column}' determine each other: each can be derived from the others, "
            "so that a hidden number would be revealed. Leave the rows of one of them out.",
            labels=", ".join(f"'{parts[place]}'" for place in np.flatnonzero(factors)),
            column=column,
        )
    for larger, smaller in nested(parts, cells, tolerance):
        raise InputError(
            "'{larger}' in the column '{column}' contains '{smaller}': the difference between them is revealed, even "
            "if it is one person. Use classes of which none contains another.",
            larger=parts[larger],
            smaller=parts[smaller],
            column=column,
        )


def _relations(cells: Numbers, tolerance: float, said: Sequence[Sum], likely: Sequence[int]) -> Iterator[Numbers]:
    """Yield relations that hold, then those that noise has touched."""
    yield from relations(cells, tolerance, said, likely)
    if tolerance < _NOISE:
        yield from relations(cells, _NOISE, said, likely)


def _label_looks_like_a_total(text: str, column: str) -> InputError:
    return InputError(
        "'{label}' in the column '{column}' looks like the total of others, and would reveal what is hidden in them. "
        "Add it to the labels of totals, or leave its rows out.",
        label=text,
        column=column,
    )


def _require_known_columns(table: pd.DataFrame, layout: Layout, tolerance: float) -> None:
    known = {total for total, _ in layout.sums}
    columns = [column for column in layout.counts if column not in known]
    counts = {column: numbers(table, column) for column in (*layout.counts, *layout.amounts)}
    for place in sums_among(np.column_stack([counts[column] for column in columns]), tolerance):
        raise _column_looks_like_a_sum(columns[place])
    _require_no_relations(counts, layout, (), tolerance)


def _column_looks_like_a_sum(column: str) -> InputError:
    return InputError(
        "The column '{column}' looks like the sum of others, and would reveal what is hidden in them. Say which "
        "columns it is the sum of, or remove it from the table.",
        column=column,
    )


def require_no_sums_beside(table: pd.DataFrame, layout: Layout, beside: Sequence[str], tolerance: float = 0.0) -> None:
    """Raise InputError where an unprotected column would reveal a protected one: by a sum, or as its copy.

    ``table``: as ``protect`` takes it, with the columns ``beside`` too, as numbers.
    """
    if not layout.counts:
        return
    counts = {column: numbers(table, column) for column in (*layout.counts, *layout.amounts)}
    for column in beside:
        own = numbers(table, column)
        every = np.column_stack([*(counts[one] for one in layout.counts), own])
        same = same_columns(every, len(layout.counts), np.arange(every.shape[1]) < len(layout.counts))
        if sums_among(every, tolerance) or len(same):
            raise _not_protected(column, layout.counts)
        counts[column] = own
    _require_no_relations(counts, layout, beside, tolerance)


def _not_protected(column: str, columns: Sequence[str]) -> InputError:
    return InputError(
        "The column '{column}' is not protected, and would reveal what is hidden in {columns}: one is the sum of "
        "others. Choose it too and say which columns it is the sum of, or remove it from the table.",
        column=column,
        columns=", ".join(columns),
    )


def _require_no_relations(
    counts: Mapping[str, Numbers], layout: Layout, beside: Sequence[str], tolerance: float
) -> None:
    names = list(counts)
    place = {name: number for number, name in enumerate(names)}
    said = [(place[total], [place[part] for part in parts]) for total, parts in layout.sums]
    cells = np.column_stack(list(counts.values()))
    is_beside = np.array([name in beside for name in names])
    for factors in _relations(cells, tolerance, said, _called_like_totals(names)):
        used = factors != 0
        if beside and (not (used & is_beside).any() or not (used & ~is_beside).any()):
            continue
        if beside:
            own = next(name for name, is_used in zip(names, used & is_beside) if is_used)
            raise _not_protected(own, [name for name, is_used in zip(names, used) if is_used and name != own])
        total = total_of(factors)
        if total is not None:
            raise _column_looks_like_a_sum(names[total])
        raise InputError(
            "The columns {columns} determine each other: each can be derived from the others in every row, so that a "
            "hidden number would be revealed. Remove one of them from the table.",
            columns=", ".join(name for name, is_used in zip(names, used) if is_used),
        )
    _require_no_rests(names, cells, said, is_beside, tolerance)


def _require_no_rests(
    names: Sequence[str], cells: Numbers, said: Sequence[Sum], is_beside: Flags, tolerance: float
) -> None:
    """Raise InputError where the difference of two columns is a class or a rest that may be small.

    No column holds that class or rest, so it is not protected.
    """
    within = {total: {total, *parts} for total, parts in said}
    for _ in said:
        within = {total: inside.union(*(within.get(one, {one}) for one in inside)) for total, inside in within.items()}
    pairs = [(larger, smaller, True) for larger, smaller in nested(names, cells, tolerance)]
    pairs += [
        (larger, smaller, False)
        for larger in _called_like_totals(names)
        for smaller in range(len(names))
        if smaller != larger and _leaves_few(cells[:, larger], cells[:, smaller])
    ]
    for larger, smaller, by_name in pairs:
        if smaller in within.get(larger, ()) or is_beside[smaller]:
            continue
        if by_name:
            raise InputError(
                "The column '{larger}' contains '{smaller}': the difference between them is revealed, even if it is "
                "one person. Use classes of which none contains another, or add a column of the rest and say that "
                "'{larger}' is the sum.",
                larger=names[larger],
                smaller=names[smaller],
            )
        raise InputError(
            "The column '{smaller}' looks like a part of '{larger}': the rest, which are few, would be revealed. Add "
            "a column of the rest and say that '{larger}' is the sum, or remove one of the two from the table.",
            larger=names[larger],
            smaller=names[smaller],
        )


def _leaves_few(everybody: Numbers, some: Numbers) -> bool:
    """Return whether one column may be a part of the other's people, and leaves few of them somewhere."""
    known = ~np.isnan(everybody) & ~np.isnan(some) & (everybody > 0)
    everybody, some = everybody[known], some[known]
    rest = everybody - some
    if len(rest) == 0 or (rest < 0).any() or np.median(some / everybody) < _PART_OF_ALL:
        return False
    return bool(((rest > 0) & (rest < SMALLEST_GROUP)).any())


def _called_like_totals(names: Sequence[str]) -> list[int]:
    return [place for place, name in enumerate(names) if called_like_a_total(name)]
