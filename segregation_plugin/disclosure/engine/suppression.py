"""Which cells to hide: those that must not be shown, and as few others as protect them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...domain.arrays import Flags, Integers
from ...domain.messages import OutputError
from ..rules import FEWEST_PLACES
from .checked_cells import ITSELF, SUM
from .intervals import Intervals, intervals
from .knowledge import lowest, room
from .linked_cells import Cells
from .system import System, blocks, derived


def sensitive(cells: Cells, threshold: int) -> tuple[Flags, Flags]:
    """Return the shown cells that must not be: small ones, and parts that reveal that all are in one of them.

    Small are counts from 1 to ``threshold`` - 1, also those that shares give, and amounts of fewer than three places.
    Zero is no small count: it says nothing about anybody. But where all parts of a total but one are zero, and the
    parts describe people, it is known of each of them, however many they are: then every part is hidden, the zeros too.
    """
    system, count = cells.system, len(cells.keys)
    shown = cells.seen & ~cells.missing
    of_people = np.repeat([name not in cells.layout.amounts and part != SUM for name, part in cells.columns], count)
    amounts = np.repeat([name in cells.layout.amounts and part == ITSELF for name, part in cells.columns], count)
    with np.errstate(invalid="ignore"):
        small = of_people & (system.values > 0) & (system.values < threshold)
        small |= amounts & (cells.places > 0) & (cells.places < FEWEST_PLACES)
    is_part = system.sign > 0
    zero = shown & (system.values == 0)
    parts = np.bincount(system.equation[is_part], minlength=system.equations)
    zeros = np.bincount(system.equation[is_part & zero[system.cell]], minlength=system.equations)
    one_alone = cells.attribute & (zeros == parts - 1)
    together = np.zeros(len(shown), dtype=bool)
    together[system.cell[is_part & one_alone[system.equation]]] = True
    return small & shown, _but_where_nobody_is(system, together & shown, zero)


def _but_where_nobody_is(system: System, together: Flags, zero: Flags) -> Flags:
    """Return cells to hide, without the zeros that follow from a shown total of zero."""
    is_total = system.sign < 0
    while True:
        shown_zero = np.zeros(system.equations, dtype=bool)
        shown_zero[system.equation[is_total & (zero & ~together)[system.cell]]] = True
        kept = together.copy()
        kept[zero & _in(system, ~is_total & shown_zero[system.equation])] = False
        if (kept == together).all():
            return kept
        together = kept


def _in(system: System, entries: Flags) -> Flags:
    """Return the cells of some entries, as flags."""
    found = np.zeros(len(system.values), dtype=bool)
    found[system.cell[entries]] = True
    return found


def exposed(cells: Cells, hidden: Flags) -> tuple[Flags, Flags]:
    """Return the hidden cells that can be derived too closely: by anybody, or by the only contributor of a cell.

    The only contributor of a cell knows it, and so has one unknown fewer.
    """
    if not hidden.any():
        return hidden, hidden
    system = replace(cells.system, lowest=lowest(cells, hidden))
    unknown = hidden | ~system.published
    bounds = intervals(system, unknown, exact=False)
    by_anybody = bounds.narrow(system) & hidden
    by_one = np.zeros(len(hidden), dtype=bool)
    alone = np.flatnonzero(hidden & (cells.places == 1))
    if len(alone):
        # Where the contributor's number is not known here, any possible one stands for it: then a cell that follows
        # from it is revealed, and how near it comes to others is unknown.
        if np.isnan(system.values[alone]).any():
            bounds = intervals(system, unknown, exact=True)
        possible = np.where(np.isfinite(bounds.high), np.floor((bounds.low + bounds.high) / 2), bounds.low + 1.0)
        values = np.where(np.isnan(system.values), possible, system.values)
        for block, _ in blocks(system, unknown):
            mine = np.intersect1d(block, alone)
            others = np.zeros(len(hidden), dtype=bool)
            others[block] = hidden[block]
            for cell in mine:
                others[cell], unknown[cell] = False, False
                seen = replace(system, values=np.where(unknown, system.values, values))
                found = intervals(seen, unknown, exact=False, only=others)
                known_here = not np.isnan(system.values[cell])
                by_one |= (found.narrow(system) if known_here else found.single(system)) & others
                others[cell], unknown[cell] = True, True
    return by_anybody, by_one & ~by_anybody


def exact_intervals(cells: Cells, hidden: Flags) -> Intervals:
    """Return the least and the largest value of each hidden cell."""
    system = replace(cells.system, lowest=lowest(cells, hidden))
    return intervals(system, hidden | ~system.published, exact=True)


def suppressed(cells: Cells, threshold: int) -> tuple[Flags, Flags]:
    """Return the primary cells to hide (small, or hidden before), and the complementary ones that protect them.

    In each sum that would reveal a cell the smallest part that suffices is hidden, preferably one that no other sum
    reveals, and the total only where no part is left. It goes on until no hidden cell can be derived. The same table
    gives the same cells. Raises OutputError where hiding cannot help: what is shown contradicts itself.
    """
    small, all_in_one = sensitive(cells, threshold)
    primary = _with_those_together(cells, cells.missing | small | all_in_one)
    hidden = primary.copy()
    while True:
        _hide_beside_single_unknowns(cells, hidden)
        _give_room(cells, hidden)
        by_anybody, by_one = exposed(cells, hidden)
        leaking = by_anybody | by_one
        if not leaking.any():
            return primary, hidden & ~primary
        before, changed = int(hidden.sum()), set[int]()
        for cell in np.flatnonzero(leaking):
            ways = _by_room(cells.system, hidden, int(cell))
            if not changed.intersection(int(way[0]) for way in ways):
                changed |= _hide_beside(cells, hidden, ways)
        if int(hidden.sum()) == before:
            cell = int(np.flatnonzero(leaking)[0])
            raise OutputError(
                "The table cannot be protected: column '{column}', {combination} can be derived from what is shown, "
                "whatever else is hidden. Check that the table's numbers and hidden cells agree.",
                column=cells.column_of(cell),
                combination=", ".join(cells.combination(cell)),
            )


def _with_those_together(cells: Cells, hidden: Flags) -> Flags:
    """Return the hidden cells with the shares and means that rest on them."""
    by_column = hidden.reshape(len(cells.columns), -1).copy()
    for place, others in cells.system.together.items():
        for other in others:
            by_column[other] |= by_column[place]
    return by_column.ravel() & cells.system.published


def _hide_beside_single_unknowns(cells: Cells, hidden: Flags) -> None:
    """Hide more cells until no hidden cell is the only unknown of a sum."""
    system = cells.system
    while True:
        from_sums, _, by = derived(system, hidden | ~system.published)
        single = np.flatnonzero(hidden & ~np.isnan(from_sums))
        # Cells that one sum reveals come first: hiding beside them may protect those that they lead on to.
        alone = system.counted(hidden | ~system.published) == 1
        changed: set[int] = set()
        for cell in single[alone[by[single]]]:
            if int(by[cell]) not in changed:
                changed |= _hide_beside(cells, hidden, [np.array([by[cell]])])
        for cell in single if not changed else ():
            changed = _hide_beside(cells, hidden, [np.array([by[cell]])])
            if changed:
                break
        if not changed:
            return


def _give_room(cells: Cells, hidden: Flags) -> None:
    """Hide more cells where the hidden parts of a sum are so few people that each is nearly derived."""
    system = cells.system
    while True:
        unknown = hidden | ~system.published
        size = room(system, lowest(cells, hidden))
        entry = unknown[system.cell]
        found = np.bincount(system.equation[entry], size[system.cell[entry]], minlength=system.equations)
        needed = np.zeros(system.equations)
        np.maximum.at(needed, system.equation[entry], system.required[system.cell[entry]])
        of_total = entry & (system.sign < 0)
        total_unknown = np.zeros(system.equations, dtype=bool)
        total_unknown[system.equation[of_total]] = True
        tight = np.flatnonzero((found < needed) & ~total_unknown)
        changed: set[int] = set()
        for equation in tight:
            if int(equation) not in changed:
                changed |= _hide_beside(cells, hidden, [np.array([equation])])
        if not changed:
            return


def _by_room(system: System, hidden: Flags, cell: int) -> list[Integers]:
    """Return the equations of a cell, first the one with the least room: the smallest sum of what it hides."""
    unknown = hidden | ~system.published
    found = []
    for equation in np.unique(system.equation[system.entries_with(np.array([cell]))]):
        entries = system.entries_of([equation])
        entries = entries[unknown[system.cell[entries]]]
        parts = system.cell[entries[system.sign[entries] > 0]]
        open_ended = (system.sign[entries] < 0).any()
        left = np.inf if open_ended else float(np.nan_to_num(abs(system.values[parts])).sum())
        found.append((left, int(equation)))
    return [np.array([equation]) for _, equation in sorted(found)]


def _hide_beside(cells: Cells, hidden: Flags, ways: list[Integers]) -> set[int]:
    """Hide one more cell, and return the equations that it is in; none where no cell is left to hide.

    ``ways``: equations; the first that has a cell to hide decides. Where none has, those that their unknown cells lead
    on to.
    """
    system = cells.system
    tried: set[int] = set()
    while ways:
        unknown = hidden | ~system.published
        # Totals are many people's numbers: they go where no equation has another part to hide.
        for equations, totals_too in [(way, totals_too) for totals_too in (False, True) for way in ways]:
            chosen = _cheapest(system, unknown, equations, totals_too)
            if chosen is not None:
                alone = np.zeros(len(hidden), dtype=bool)
                alone[chosen] = True
                more = _with_those_together(cells, alone)
                hidden |= more
                return {int(equation) for equation in system.equation[more[system.cell]]}
        tried |= {int(equation) for equations in ways for equation in equations}
        reached = system.cell[system.entries_of(np.array(sorted(tried)))]
        around = np.unique(system.equation[system.entries_with(np.unique(reached[unknown[reached]]))])
        further = np.array([equation for equation in around if equation not in tried], dtype=np.int64)
        ways = [further] if len(further) else []
    return set()


def _cheapest(system: System, unknown: Flags, equations: Integers, totals_too: bool) -> int | None:
    """Return the shown cell of some equations that costs least to hide, None where all are hidden or zero."""
    entries = system.entries_of(equations)
    cell = system.cell[entries]
    possible = ~unknown[cell] & system.published[cell] & (np.nan_to_num(system.values[cell]) != 0)
    possible &= totals_too | (system.sign[entries] > 0)
    if not possible.any():
        return None
    entries, cell = entries[possible], cell[possible]
    # Sums without another unknown would reveal the cell.
    new = np.array([_revealing_equations(system, unknown, one) for one in cell])
    order = np.lexsort((cell, abs(system.values[cell]), new, system.sign[entries] < 0))
    return int(cell[order[0]])


def _revealing_equations(system: System, unknown: Flags, cell: int) -> int:
    """Return the number of equations in which a cell would be the only unknown."""
    equations = system.equation[system.entries_with(np.array([cell]))]
    return sum(not unknown[system.cell[system.entries_of([equation])]].any() for equation in equations)
