"""Results of schools on the background of their pupils, and what the area type adds to it: nested regressions.

Schools, not pupils: what holds between schools need not hold between pupils (the ecological fallacy), and none of it is
a cause. The background is of all grades in October, the result of those who left grade 9: other pupils.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Numbers
from ...domain.measures import Measure
from ...domain.messages import Message, message
from ..segregation.correction import units_drawn
from ..segregation.repeated import Progress, repeated
from .reach import ITERATIONS, SEED, require_published
from .summaries import Way, has_value, ways_of, weights

# Models by what they hold: the parents' education, foreign background, area types.
PARENTS, FOREIGN, TYPES = "foraldrar", "utlandsk", "omradestyp"
MODELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        PARENTS: (PARENTS,),
        FOREIGN: (FOREIGN,),
        "bakgrund": (PARENTS, FOREIGN),
        TYPES: (TYPES,),
        "bakgrund_omradestyp": (PARENTS, FOREIGN, TYPES),
    }
)
BACKGROUND, WHOLE = "bakgrund", "bakgrund_omradestyp"
# What a model adds to the one that it holds: the area type when background is known, and the other way round.
ADDED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"omradestyp_utover_bakgrund": (WHOLE, BACKGROUND), "bakgrund_utover_omradestyp": (WHOLE, TYPES)}
)

# As of the line on the index of the area.
FEWEST = 30
_INTERVAL = (2.5, 97.5)  # per cent
_NOTHING, _SINGULAR = 1e-12, 1e-10


class Estimate(NamedTuple):
    """A figure and its 95 per cent interval, NaN where unknown."""

    value: float = math.nan
    low: float = math.nan
    high: float = math.nan


class BackgroundModel(NamedTuple):
    """One weighted least squares model of a result.

    ``r2``: share of the weighted variance of the result that it accounts for, 0 to 1; ``adjusted``: the same without
    what as many columns of chance would account for, 1 - (1 - r2) (n - 1) / (n - k - 1), and its interval. ``slopes``:
    units of the result per percentage point of each background that it holds, the rest of the model being equal.
    """

    r2: float
    adjusted: Estimate
    slopes: Mapping[str, Estimate]


class OnBackground(NamedTuple):
    """A result on background and area type, over the same ``n`` schools in every model.

    ``weight``: as ``x_vikt`` of the summaries. ``models``: by the names of ``MODELS``; ``added``: adjusted R squared of
    the greater model less that of the smaller one, by the names of ``ADDED``. ``residuals``: result less what is
    expected of the background alone, by the index of the schools, NaN for those not in it. ``left_out``: schools with a
    result but without a published background, a type or a weight; ``hidden``: schools without a published result.
    ``reason``: why there is nothing.
    """

    n: int
    weight: str
    left_out: int
    hidden: int
    residuals: pd.Series
    models: Mapping[str, BackgroundModel] = MappingProxyType({})
    added: Mapping[str, Estimate] = MappingProxyType({})
    reason: Message = message("")


def on_background(
    schools: pd.DataFrame,
    result: Measure,
    parents: Measure,
    foreign: Measure,
    types: str,
    way: Way | None = None,
    iterations: int = ITERATIONS,
    seed: int | None = SEED,
    progress: Progress = None,
) -> OnBackground:
    """Return the models of a result on the background of the schools' pupils and on their area types.

    ``schools``: as in a study, with ``skolenhetskod``, the result, both shares of background (per cent), all with their
    statuses, and ``types``, the column of area types. Every model is of the same schools, those that have all of these,
    so that the models can be compared. Weighted as the means are: by the pupils behind the result where these of nearly
    all schools are known (``way``: if not decided by these schools alone). Intervals: percentiles of schools drawn
    anew, for other schools like these; those of R squared are put back around the value, since draws have more. Raises
    InputError for what nobody has published by school; fewer than ``FEWEST`` schools, or figures that are the same in
    all, give a reason.
    """
    for measure in (result, parents, foreign):
        require_published(measure)
    way = way or ways_of(schools, [result])[result.column]
    weight = weights(schools, result.column, way)
    complete = has_value(schools, parents.column) & has_value(schools, foreign.column) & schools[types].notna()
    used = schools[complete & (weight > 0)].sort_values("skolenhetskod")
    valued = has_value(schools, result.column)
    found = OnBackground(
        len(used),
        way.label,
        int(valued.sum()) - len(used),
        int((~valued).sum()),
        pd.Series(math.nan, index=schools.index),
    )
    table = _Schools(
        used[result.column].astype("float64").to_numpy(),
        {
            PARENTS: used[parents.column].astype("float64").to_numpy(),
            FOREIGN: used[foreign.column].astype("float64").to_numpy(),
        },
        used[types].to_numpy(dtype=int),
        weight[used.index].to_numpy(dtype=float),
    )
    reason = table.why_not()
    if reason.text:
        return found._replace(reason=reason)
    products = table.products()
    once = _figures(products.sum(axis=0)[None], len(used))[0]
    models, added = _estimates(once, _drawn(products, iterations, seed, progress))
    residuals = found.residuals.copy()
    residuals[used.index] = table.residuals()
    return found._replace(residuals=residuals, models=models, added=added)


class _Schools(NamedTuple):
    result: Numbers
    background: Mapping[str, Numbers]
    types: Numbers
    weights: Numbers

    def why_not(self) -> Message:
        """Return why no model can be made, an empty message where it can."""
        if len(self.result) < FEWEST:
            return message("fewer than {count} schools with a result, background and a type", count=FEWEST)
        if any(np.ptp(values) < _NOTHING for values in (self.result, *self.background.values())):
            return message("the result or the background is the same in all schools")
        if len(set(self.types)) < 2:
            return message("all schools lie in areas of the same type")
        design = self._design()[:, : 1 + len(self.background)]
        if np.linalg.matrix_rank(design) < design.shape[1]:
            return message("both shares of background say the same of all schools")
        return message("")

    def _design(self) -> Numbers:
        """Return schools x (1, the background in its order, types but the most common one), centred.

        Centred at the mean so that no decimals are lost; the types that are there alone.
        """
        found, counts = np.unique(self.types, return_counts=True)
        others = [number for number in found if number != found[counts.argmax()]]
        background = [values - np.average(values, weights=self.weights) for values in self.background.values()]
        return np.column_stack(
            [np.ones(len(self.result)), *background, *[(self.types == number).astype(float) for number in others]]
        )

    def products(self) -> Numbers:
        """Return schools x columns x columns: what each school adds to the products of all columns, the result last."""
        centred = self.result - np.average(self.result, weights=self.weights)
        columns = np.column_stack([self._design(), centred])
        return np.asarray(self.weights[:, None, None] * columns[:, :, None] * columns[:, None, :])

    def residuals(self) -> Numbers:
        """Return what is left of the result when background alone is known."""
        design = self._design()[:, : 1 + len(self.background)]
        root = np.sqrt(self.weights)
        coefficients = np.linalg.lstsq(root[:, None] * design, root * self.result, rcond=None)[0]
        return np.asarray(self.result - design @ coefficients)


# What is known of each draw, in this order: R squared of the models, adjusted, and what is added; then slopes.
_SLOPES = [(name, part) for name, parts in MODELS.items() for part in parts if part != TYPES]


def _figures(products: Numbers, count: int) -> Numbers:
    """Return draws x figures: R squared of ``MODELS``, the same adjusted, ``ADDED``, and ``_SLOPES``.

    ``products``: draws x columns x columns, of ``_Schools.products`` added up; ``count``: schools.
    """
    last = products.shape[1] - 1
    places = {PARENTS: [1], FOREIGN: [2], TYPES: list(range(3, last))}
    total = products[:, last, last] - products[:, 0, last] ** 2 / products[:, 0, 0]
    r2, adjusted, slopes = {}, {}, {}
    for name, parts in MODELS.items():
        columns = [0, *[place for part in parts for place in places[part]]]
        own = products[:, columns]
        # A type that no school of a draw has leaves nothing to invert.
        inverse = np.linalg.pinv(own[:, :, columns], rcond=_SINGULAR, hermitian=True)
        coefficients = (inverse @ own[:, :, last:])[:, :, 0]
        left = products[:, last, last] - (coefficients * own[:, :, last]).sum(axis=1)
        r2[name] = 1 - left / total
        adjusted[name] = 1 - (1 - r2[name]) * (count - 1) / (count - len(columns))
        slopes.update(
            {(name, part): coefficients[:, columns.index(places[part][0])] for part in parts if part != TYPES}
        )
    added = [adjusted[greater] - adjusted[smaller] for greater, smaller in ADDED.values()]
    return np.column_stack([*r2.values(), *adjusted.values(), *added, *[slopes[one] for one in _SLOPES]])


def _drawn(products: Numbers, iterations: int, seed: int | None, progress: Progress) -> Numbers:
    """Return the figures of schools drawn anew, draws x figures."""
    count, width = len(products), products.shape[1]
    flat = products.reshape(count, width * width)

    def work(random: np.random.Generator, draws: int) -> Numbers:
        times = units_drawn(count, random, draws)
        return _figures((times @ flat).reshape(draws, width, width), count)

    return repeated(work, iterations, products.size, None if seed is None else [seed], progress)


def _estimates(once: Numbers, drawn: Numbers) -> tuple[dict[str, BackgroundModel], dict[str, Estimate]]:
    """Return the models and what is added: figures of the schools, with the intervals that the draws give."""
    low, high = np.nanpercentile(drawn, _INTERVAL, axis=0)
    first_slope = len(once) - len(_SLOPES)
    # R squared is higher in draws, some schools of which are the same: its interval is put back around the value.
    off = np.nanmean(drawn, axis=0) - once
    off[first_slope:] = 0.0
    figures = [Estimate(*map(float, figure)) for figure in zip(once, low - off, high - off)]
    count, first_added = len(MODELS), 2 * len(MODELS)
    slopes = dict(zip(_SLOPES, figures[first_slope:]))
    models = {
        name: BackgroundModel(
            figures[place].value,
            figures[count + place],
            {part: slopes[name, part] for part in parts if part != TYPES},
        )
        for place, (name, parts) in enumerate(MODELS.items())
    }
    return models, dict(zip(ADDED, figures[first_added:first_slope]))
