"""Which of several sums may be shown so that nobody can work out what fewer than three places have."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..domain.arrays import Flags, Numbers
from .rules import FEWEST_PLACES

_CLOSE = 1e-6


def may_be_shown(figures: Numbers, beside: Sequence[Numbers] = ()) -> Flags:
    """Return which figures may be shown together.

    ``figures``: figures x places; each figure is the sum over places of weight x amount, and everybody knows the
    weights. Of figures of as many places, those that stand first are rather shown. Hidden are figures of one or two
    places, and as few others as it takes (those of few places first) until no sum or difference of the figures shown
    speaks of one or two places alone. A figure of no place is nothing, and may be shown.

    ``beside``: figures x places of other tables, each of which may be of the same amounts and shown already. One that
    tells of few by itself is of other amounts: nobody would have shown it.
    """
    places = (figures != 0).sum(axis=1)
    open_to_all = (places == 0) | (places >= FEWEST_PLACES)
    shown = open_to_all.copy()
    read = [np.empty((0, figures.shape[1])), *(other for other in beside if not _tells_of_few(other))]

    def tells(flags: Flags) -> bool:
        return any(_tells_of_few(np.vstack([other, figures[flags]])) for other in read)

    smallest_first = sorted(np.flatnonzero(open_to_all).tolist(), key=lambda figure: (places[figure], -figure))
    for figure in smallest_first:
        if not tells(shown):
            break
        shown[figure] = False
    # What was hidden on the way without need.
    for figure in reversed(smallest_first):
        if not shown[figure]:
            shown[figure] = True
            shown[figure] = not tells(shown)
    return shown


def _tells_of_few(figures: Numbers) -> bool:
    """Whether a linear combination of figures is about one or two places alone.

    Such a combination exists where the projection on the figures' row space leaves a vector of these places as it is:
    where it has the eigenvalue 1 on the plane of the two. Places with the same weights in all figures can only be told
    of together, so they are one, with their number.
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
