"""Layout of a table: its dimensions, and which columns count, rest on a count, or add up."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from ...domain.messages import InputError
from ...domain.totals import TOTALS, plain_label, wider_codes


@dataclass(frozen=True)
class Layout:
    """Roles of the columns of a long table with a row for each combination of the dimensions ``by``.

    ``counts``: numbers of people. ``means``: each and the count it rests on. ``shares`` (per cent): each and the count
    it is a share of. ``amounts``: numbers that add up but count nobody, such as grants, or changes between years.
    ``sums``: totals and the columns that they are the sum of. ``attributes``: dimensions whose labels describe the
    people (``grade``), not where they are. ``places``: for a count or an amount, the column with the number of schools
    or other contributors behind it. ``parents``: for each dimension what a label is part of, where neither codes (a
    municipality's begins with its county's) nor the total show it. ``totals``: labels of the total, any case.
    """

    by: Sequence[str]
    counts: Sequence[str]
    means: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[str, str] = field(default_factory=dict)
    amounts: Sequence[str] = ()
    sums: Sequence[tuple[str, Sequence[str]]] = ()
    attributes: Collection[str] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    parents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    totals: Collection[str] = TOTALS

    @property
    def protected(self) -> list[str]:
        """Return the columns whose cells may have to be hidden."""
        return [*self.counts, *self.amounts, *self.means, *self.shares]

    def require(self, tables: Sequence[pd.DataFrame]) -> None:
        """Raise InputError where the layout names a column twice, in two ways, or one that no table has."""
        protected = self.protected
        for column in [*self.by, *protected, *self.places.values()]:
            if not any(column in table for table in tables):
                raise InputError("The table has no column '{column}'. Choose one that it has.", column=column)
        for place, column in enumerate(protected):
            if column in protected[:place] or column in self.by:
                raise InputError("The column '{column}' is chosen twice. Choose it once.", column=column)
        for column, behind in [*self.means.items(), *self.shares.items()]:
            if behind not in self.counts:
                raise InputError(
                    "The column '{column}' rests on '{count}', which is not among the counts. Add it to them.",
                    column=column,
                    count=behind,
                )
        for column in {column for total, parts in self.sums for column in (total, *parts)}:
            if column not in (*self.counts, *self.amounts):
                raise InputError(
                    "The column '{column}' is part of a sum, but not among the counts. Add it to them.",
                    column=column,
                )


def label(value: object, totals: Collection[str]) -> str:
    """Return a label of a dimension as text, the first of ``totals`` for any of them."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    return next(iter(totals)) if plain_label(text) in _plain_labels(tuple(totals)) else text


@functools.lru_cache
def _plain_labels(totals: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain_label(total) for total in totals)


def parents_of(labels: Iterable[str], given: Mapping[str, str], total: str) -> dict[str, str]:
    """Return the label that each label is part of, among ``labels``; top labels are part of none.

    ``given`` comes first, then codes (area, municipality, county, country), then the ``total``.
    """
    known = set(labels)
    found = {}
    for one in known - {total}:
        wider = [given[one]] if one in given else [*wider_codes(one), total]
        parent = next((candidate for candidate in wider if candidate in known and candidate != one), None)
        if parent is not None:
            found[one] = parent
    for one in found:
        seen = {one}
        above = found.get(one)
        while above is not None:
            if above in seen:
                raise InputError("'{label}' is said to be part of itself. Correct what is part of what.", label=one)
            seen.add(above)
            above = found.get(above)
    return found
