"""Sums that may be shown together without revealing what fewer than three places have."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..domain.arrays import Flags, Numbers
from .rules import FEWEST_PLACES

_CLOSE = 1e-6


def may_be_shown(figures: Numbers, beside: Sequence[Numbers] = ()) -> Flags:
    """Return which figures may be shown together, as flags.

    ``figures``: figures x places; each figure is the sum over places of weight x amount, and the weights are known to
    everybody. Among figures of as many places, the first are preferred. Hidden are figures of one or two places, and as
    few others as it takes (those of few places first) until no sum or difference of the figures shown is about one or
    two places alone. A figure of no place may be shown.

    ``beside``: figures x places of other tables, each of which may be of the same amounts and shown already. One that
    reveals few by itself is of other amounts: it would not have been shown.
    """
    places = (figures != 0).sum(axis=1)
    open_to_all = (places == 0) | (places >= FEWEST_PLACES)
    shown = open_to_all.copy()
    read = [np.empty((0, figures.shape[1])), *(other for other in beside if not _reveals_few(other))]

    def reveals(flags: Flags) -> bool:
        return any(_reveals_few(np.vstack([other, figures[flags]])) for other in read)

    smallest_first = sorted(np.flatnonzero(open_to_all).tolist(), key=lambda figure: (places[figure], -figure))
    for figure in smallest_first:
        if not reveals(shown):
            break
        shown[figure] = False
    # Show again what need not have been hidden.
    for figure in reversed(smallest_first):
        if not shown[figure]:
            shown[figure] = True
            shown[figure] = not reveals(shown)
    return shown


def _reveals_few(figures: Numbers) -> bool:
    """Return whether a linear combination of figures is about one or two places alone.

    Such a combination exists where the projection on the row space of the figures leaves a vector of these places as it
    is: where it has the eigenvalue 1 on the plane of the two. Places with the same weights in all figures cannot be
    separated, so they are one, with their number.
    """
    kinds, numbers = np.unique(figures[:, (figures != 0).any(axis=0)], axis=1, return_counts=True)
    if not kinds.size:
        return False
    _, sizes, directions = np.linalg.svd(kinds, full_matrices=False)
    basis = directions[sizes > sizes[0] * _CLOSE**2]
    projection = basis.T @ basis
    own = projection.diagonal()
    if (own[numbers < FEWEST_PLACES] > 1 - _CLOSE).any():
        return True
    alone = numbers == 1
    one, other = own[alone][:, None], own[alone][None, :]
    across = projection[np.ix_(alone, alone)]
    largest = (one + other) / 2 + np.hypot((one - other) / 2, across)
    return bool((largest[~np.eye(len(largest), dtype=bool)] > 1 - _CLOSE).any())
