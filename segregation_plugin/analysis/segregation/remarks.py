"""Where the interval of a corrected index may hold the true one less often than 95 times of 100.

Both rules are what simulations showed, see ``docs/statistics.md``: elsewhere the intervals held it 90 times or more.
"""

from __future__ import annotations

from ...domain.arrays import Numbers
from ...domain.messages import Message, message
from ...domain.segregation_indices import BY_NAME
from .correction import FEWEST_DRAWN

NO_REMARK = message("")
# Of persons in small units the spread of the units' chances is seen through that of chance. Indices of distances (not
# of squares) depend on its form, and may lie off for that by up to a fifth of what chance gives, however many units
# there are. That matters where an interval is narrow beside chance, and little where units are much more apart than it.
_NARROW, _FAR_APART = 0.9, 4.0
# Of equal units whose chances have a normal or beta distribution it is 3 or less.
_UNLIKE = 4.0

_FORM_UNSEEN = message(
    "the interval may be too narrow: in such small units random variation hides how different they are, and the true "
    "value may differ by up to a fifth of the value expected if random"
)
_FEW_DECIDE = message(
    "the interval may be too narrow: a small part of the units, very unlike the others or much larger, makes up much "
    "of the segregation"
)


def is_decided_by_few(cells: Numbers) -> bool:
    """Return whether a few units add most of how far units (units x groups, persons) are from everybody.

    By the fourth moment: the mean square of what units add, divided by the square of its mean. Not of so few units that
    none are drawn anew for an interval.
    """
    if len(cells) < FEWEST_DRAWN:
        return False
    units, overall = cells.sum(axis=1), cells.sum(axis=0) / cells.sum()
    own, every = units[units > 0], overall > 0
    off = cells[units > 0][:, every] - own[:, None] * overall[every]
    added = (off**2 / overall[every]).sum(axis=1) / own
    return bool(len(own) * (added**2).sum() > _UNLIKE * added.sum() ** 2)


def remark_on(index: str, expected: float, corrected: float, low: float, high: float, few_decide: bool) -> Message:
    """Return what to know of an interval, empty where it holds what it says, or where there is none (NaN).

    ``index``: its name; ``expected``: by chance; ``few_decide``: see ``is_decided_by_few``.
    """
    if not high >= low:
        return NO_REMARK
    if few_decide:
        return _FEW_DECIDE
    is_narrow = high - low < _NARROW * expected and corrected < _FAR_APART * expected
    return _FORM_UNSEEN if is_narrow and BY_NAME[index].is_of_distances else NO_REMARK
