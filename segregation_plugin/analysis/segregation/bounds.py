"""What hidden counts leave open: the interval of an index, and what guesses at them would give."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from ...domain.arrays import Numbers
from ...domain.messages import InputError, Message
from ...domain.segregation_indices import INDICES
from ...domain.statuses import HIDDEN_UNDER
from . import dissimilarity_limits, two_groups
from .counts import Counts, place_of, table_of
from .extremes import by_search, by_trying_all
from .hidden import of_group, ranges_of
from .inference import KNOWN, Index, group_of, why_undefined
from .many_tables import values_of
from .repeated import Progress

# How sure an interval is: its ends are those of some counts and no counts pass them; no counts pass its ends, which may
# be a little too far out; some counts give its ends, and others may pass them by a little.
EXACT, OUTER, FOUND = "exact", "outer", "found"
# The least and the most of each index whose record says that they are proven.
_PROVEN = {
    getattr(two_groups, index.name): tuple(
        getattr(dissimilarity_limits, f"{end}_{index.name}") for end in ("least", "most")
    )
    for index in INDICES
    if index.has_proven_limits
}


class Scenarios(NamedTuple):
    """An index with guesses for the hidden counts; none of them is an estimate.

    ``none``: all hidden counts are 0; ``most``: one less than the threshold; ``middle``: half of that;
    ``in_proportion``: as many as the unit's known persons and the groups' shares in units without hidden counts let
    expect, within what is possible. ``dropped``: units with hidden counts left out, as is often done and must not be:
    it takes away small groups, and moved D from 0.360 to 0.317 in a trial.
    """

    none: float
    most: float
    middle: float
    in_proportion: float
    dropped: float


class Bounds(NamedTuple):
    """Where an index lies, whatever the hidden counts are. ``hidden``: how many there are in the table.

    ``certainty``: EXACT, OUTER or FOUND. Low and high are NaN where the index is undefined whatever they are:
    ``reason`` says why. Counts for which it is undefined are no part of the interval.
    """

    low: float
    high: float
    scenarios: Scenarios
    hidden: int
    reason: Message
    certainty: str

    @property
    def is_exact(self) -> bool:
        """Return whether low and high are the very least and most."""
        return self.certainty == EXACT


def bounds(
    function: Index,
    counts: Counts,
    *args: object,
    threshold: int = HIDDEN_UNDER,
    totals: ArrayLike | None = None,
    progress: Progress = None,
) -> Bounds:
    """Return the interval of an index of this package that the hidden cells (NaN) of ``counts`` allow.

    A hidden count is a whole number under ``threshold``; it may be 0, as a source that hides few may hide none as well
    (where it shows zeros the interval is only wider than need be). ``totals``: persons by unit, NaN where unknown, if
    a unit's cells are known to add up to them; totals published with noise are not. The scenarios keep to what a total
    leaves each cell, not to the total itself.

    No index only rises, or only falls, with a cell, so the ends of the cells do not give those of the index. Where
    these allow 20,000 tables at most all of them are tried (EXACT). D has proven limits (OUTER, see
    ``dissimilarity_limits``), as its record says. For other indices the ends are searched from several starts (FOUND):
    take them as nearly, not wholly, sure. Raises InputError for a threshold under 1 and for totals that cannot be.
    """
    if threshold < 1:
        raise InputError("The threshold must be at least 1, not {threshold}.", threshold=threshold)
    cells = np.asarray(counts, dtype=np.float64)
    everything = ranges_of(cells, threshold, totals)
    ranges, of_ranges, of_cells = everything, args, args
    if args:
        group = place_of(counts, group_of(args))
        ranges = of_group(everything, group)
        of_ranges, of_cells = (0, *args[1:]), (group, *args[1:])

    def values(tables: Numbers) -> Numbers:
        return values_of(function, tables, of_ranges)

    low_high, certainty = by_trying_all(values, ranges), EXACT
    proven = _PROVEN.get(function)
    if low_high is None and proven is not None and ranges.high.any(axis=0).all():
        least, most = proven
        low_high, certainty = (least(*ranges[:2]), most(*ranges[:2])), OUTER
    elif low_high is None:
        low_high, certainty = by_search(values, ranges, progress), FOUND
    reason = why_undefined(table_of(ranges.high)) if math.isnan(low_high[0]) else KNOWN
    hidden = np.isnan(cells)
    guesses = [everything.low, everything.high, (everything.low + everything.high) / 2]
    guesses += [np.clip(_in_proportion(cells, totals), everything.low, everything.high), cells[~hidden.any(axis=1)]]
    scenarios = Scenarios(*(float(function(guess, *of_cells)) for guess in guesses))
    return Bounds(*low_high, scenarios, int(hidden.sum()), reason, certainty)


def _in_proportion(cells: Numbers, totals: ArrayLike | None) -> Numbers:
    """Return how many persons the groups' shares elsewhere let expect in each cell, given the unit's known persons."""
    hidden = np.isnan(cells)
    known = np.where(hidden, 0.0, cells)
    whole = known[~hidden.any(axis=1)]
    groups = whole.sum(axis=0) if whole.sum() else known.sum(axis=0)
    shares = groups / max(1.0, groups.sum())
    of_known = np.where(hidden, 0.0, shares).sum(axis=1)
    units = np.divide(known.sum(axis=1), of_known, out=np.zeros_like(of_known), where=of_known > 0)
    if totals is not None:
        given = np.asarray(totals, dtype=np.float64)
        units = np.where(np.isnan(given), units, given)
    return units[:, None] * shares
