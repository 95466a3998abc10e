"""What an index says once chance is taken into account: small units look segregated where nobody chose anything."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from ...domain.arrays import Numbers
from ...domain.messages import InputError, Message, message
from ...domain.segregation_indices import BY_DRAWS, BY_NAME, from_0_to_1
from .correction import CLOSE, Corrected, Drawing, Measured, Tried, apart_from, around, inverted, tried, units_drawn
from .counts import Counts, CountTable, Group, against_rest, table_of
from .many_tables import values_of
from .remarks import is_decided_by_few
from .repeated import Progress
from .two_groups import dissimilarity

Index = Callable[..., float]

ITERATIONS = 500
_CONFIDENCE = 0.95
KNOWN = message("")
NOT_WHOLE = message("persons must be counted in whole numbers")


class Inference(NamedTuple):
    """An index and what to think of it.

    ``estimate``: uncorrected. ``expected``: the mean if random. ``corrected``: without the
    bias that small units bring, see ``correction``. ``low``, ``high``: a 95 per cent interval of ``corrected``, which
    lies in it; NaN of fewer than ``FEWEST_DRAWN`` units. ``p_value``: how often random tables give as much. All NaN
    where undefined: ``reason`` says why. ``few_decide``: whether the interval may be too narrow for that, see
    ``remarks``.
    """

    estimate: float
    expected: float
    corrected: float
    low: float
    high: float
    p_value: float
    reason: Message = KNOWN
    few_decide: bool = False


def infer(
    function: Index,
    counts: Counts,
    *args: object,
    iterations: int = ITERATIONS,
    seed: int | None = None,
    progress: Progress = None,
) -> Inference:
    """Return what an index of this package says of ``counts`` (persons, whole numbers, NaN where hidden).

    ``args``: what the index itself takes: the group, and for ``atkinson`` its parameter. The same ``seed`` gives the
    same answer. Expected value and p-value rest on ``iterations`` random allocations of all persons to the units (the
    p-value counts the table itself as one of them). ``progress`` is called with the share that is done, 0 to 1, and
    stops the work by raising. Raises InputError for fewer than one iteration.
    """
    return infer_all([function], counts, *args, iterations=iterations, seed=seed, progress=progress)[0]


def infer_all(
    functions: Sequence[Index],
    counts: Counts,
    *args: object,
    iterations: int = ITERATIONS,
    seed: int | None = None,
    progress: Progress = None,
    has_interval: bool = True,
) -> list[Inference]:
    """Return what ``infer`` says for each of several indices that take the same ``args``: all from the same draws.

    ``has_interval``: without, ``low`` and ``high`` are NaN, and it takes half the time.
    """
    require_iterations(iterations)
    table, more = reduced(counts, args)
    estimates = [float(function(table.cells, *more)) for function in functions]
    defined = [function for function, estimate in zip(functions, estimates) if not math.isnan(estimate)]
    if not defined:
        return [unknown(why_undefined(table))] * len(functions)
    if not is_whole(table):
        return [unknown(NOT_WHOLE)._replace(estimate=estimate) for estimate in estimates]
    drawing = Drawing(
        [partial(_values, function, more) for function in defined],
        partial(units_drawn, len(table.units)),
        len(table.units),
        has_interval=has_interval,
    )
    (found,) = tried([drawing], table.cells, iterations, seed, progress)
    concluded = iter(
        conclude(function, table, more, Seen(found, place, drawing.degrees, value_apart(measure, table.cells)))
        for place, (function, measure) in enumerate(zip(defined, drawing.measured))
    )
    return [unknown(why_undefined(table)) if math.isnan(estimate) else next(concluded) for estimate in estimates]


class Seen(NamedTuple):
    """What was drawn of an index: by chance, and in tables that are less and more apart (``tried``).

    ``value_at``: the index of the table that is so many times as far apart; ``place``: its column in ``tried``;
    ``degrees``: of freedom that its errors have, 0 where there is no interval.
    """

    tried: Tried
    place: int
    degrees: int
    value_at: Callable[[float], float]

    @property
    def by_chance(self) -> Numbers:
        """The values of random tables."""
        return self.tried.by_chance[:, self.place]


def conclude(function: Index, table: CountTable, more: tuple[object, ...], seen: Seen) -> Inference:
    """Return what is to be thought of an index of a table, from what was ``seen``."""
    estimate = float(function(table.cells, *more))
    even = float(function(_even(table), *more))
    as_much = np.abs(seen.by_chance - even) >= abs(estimate - even) - CLOSE
    corrected = _corrected(function, estimate, even, table.overall, seen)
    return Inference(
        estimate,
        float(seen.by_chance.mean()),
        *corrected,
        float((1 + as_much.sum()) / (1 + len(seen.by_chance))),
        few_decide=is_decided_by_few(table.cells),
    )


def _corrected(function: Index, estimate: float, even: float, shares: Numbers, seen: Seen) -> Corrected:
    """Return an index without its bias.

    Of an index that says something of an even table too the bias is the difference to that.
    """
    expected = float(seen.by_chance.mean())
    if abs(even) > CLOSE:
        return around(estimate - (expected - even), seen.tried, seen.place, seen.degrees)
    # An index of the user's own is taken to lie between 0 and 1.
    known = BY_NAME.get(getattr(function, "__name__", ""))
    _, most = (known.limits if known else from_0_to_1)(shares.tolist())
    found = inverted(seen.value_at, estimate, most, seen.tried, seen.place, seen.degrees)
    if known is None or known.bias == BY_DRAWS:
        return found
    value = max(0.0, estimate - expected)
    return Corrected(value, float(np.minimum(value, found.low)), float(np.maximum(value, found.high)))


def density_corrected_dissimilarity(counts: Counts, group: Group) -> float:
    """Return D without the bias that small units bring. 0 to 1, NaN as ``dissimilarity``.

    The difference of each unit's shares of the two groups is taken as a normal variable whose sign was lost: its
    likeliest size, in standard errors, solves theta = observed tanh(observed theta). Allen, Burgess, Davidson and
    Windmeijer (2015), "More reliable inference for the dissimilarity index of segregation".
    """
    table = against_rest(counts, group)
    if math.isnan(dissimilarity(counts, group)):
        return math.nan
    shares = table.cells / table.groups
    error = np.sqrt((shares * (1 - shares) / table.groups).sum(axis=1))
    difference = np.abs(shares[:, 0] - shares[:, 1])
    # All of both groups in one unit: nothing is uncertain, nor apart.
    observed = np.divide(difference, error, out=np.zeros_like(error), where=error > 0)
    without_error = np.where(error > 0, 0.0, difference)
    return float((_likeliest(observed) * error + without_error).sum() / 2)


def _likeliest(observed: Numbers) -> Numbers:
    """Return theta = observed tanh(observed theta), the root above 0 where there is one (observed > 1)."""
    above = observed > 1
    theta = np.where(above, observed, 0.0)
    # Newton's method from above, on a function that is convex there, comes down to the root and never passes it.
    for _ in range(60):
        tangent = np.tanh(observed * theta)
        slope = 1 - observed**2 * (1 - tangent**2)
        step = np.divide(theta - observed * tangent, slope, out=np.zeros_like(theta), where=above & (slope > 0))
        theta = theta - step
        if np.abs(step).max(initial=0) < CLOSE:
            break
    return theta


def value_apart(measure: Measured, cells: Numbers) -> Callable[[float], float]:
    """Return what is measured of the table that is so many times as far apart as ``cells``."""
    return lambda apart: float(measure(apart_from(cells, apart)[None])[0])


def _values(function: Index, more: tuple[object, ...], tables: Numbers) -> Numbers:
    return values_of(function, tables, more)


def interval(values: Numbers) -> tuple[float, float]:
    """Return the middle 95 per cent of drawn values; draws that lack a group (NaN) are ignored."""
    known = values[~np.isnan(values)]
    if not len(known):
        return math.nan, math.nan
    low, high = np.quantile(known, [(1 - _CONFIDENCE) / 2, (1 + _CONFIDENCE) / 2])
    return float(low), float(high)


def reduced(counts: Counts, args: tuple[object, ...]) -> tuple[CountTable, tuple[object, ...]]:
    """Return the table that chance fills anew, and what the index takes beside it: only one group counts, if any."""
    if not args:
        return table_of(counts), ()
    return against_rest(counts, group_of(args)), (0, *args[1:])


def group_of(args: tuple[object, ...]) -> Group:
    """Return the group among an index's arguments. Raises InputError for what is neither place nor label."""
    group = args[0]
    if not isinstance(group, (int, np.integer, str)):
        raise InputError("There is no group {group} in the table.", group=group)
    return group if isinstance(group, str) else int(group)


def why_undefined(table: CountTable) -> Message:
    """Return why an index is NaN."""
    if not table.is_known:
        return message("a count is hidden")
    if not len(table.units):
        return message("there is nobody in the table")
    if (table.groups > 0).sum() < 2:
        return message("everybody is in one group")
    return message("the index is not defined for this table")


def is_whole(table: CountTable) -> bool:
    """Return whether all persons are counted in whole numbers, as chance needs them."""
    return not (table.cells % 1).any()


def require_iterations(iterations: int) -> None:
    """Raise InputError for fewer than one iteration."""
    if iterations < 1:
        raise InputError("At least one iteration is needed, not {count}.", count=iterations)


def _even(table: CountTable) -> Numbers:
    """Return the table in which every unit is as everybody."""
    return np.outer(table.units, table.overall)


def unknown(reason: Message) -> Inference:
    """Return an index without a value."""
    return Inference(math.nan, math.nan, math.nan, math.nan, math.nan, math.nan, reason)
