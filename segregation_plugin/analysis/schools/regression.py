"""Regression of results on the socioeconomic index of the area that a school lies in.

Areas, not pupils: what holds between areas need not hold between pupils (the ecological fallacy), and a school's pupils
may live elsewhere. The index here is that of the area (RegSO). Skolverket's own index of a school already holds the
status of the areas that its pupils live in: setting the two against each other is circular.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.arrays import Numbers
from ...domain.measures import STATUS_SUFFIX, Measure
from ...domain.messages import Message, message
from ...domain.statuses import HIDDEN
from ...domain.students_t import t_quantile
from .summaries import Way, municipality_of, ways_of, weights

INDEX = "socioekonomiskt_index"
FEWEST = 30  # schools that a line is drawn through
# Fewer groups say too little of how far a slope may be off; a line between municipalities needs a third one.
FEWEST_CLUSTERS = 10
FEWEST_MUNICIPALITIES = 3
_CONFIDENCE = 0.95
_NOTHING = 1e-12


class Slope(NamedTuple):
    """Units of the result per point of the index, and its 95 per cent interval; ``reason``: why any of it is NaN."""

    value: float = math.nan
    low: float = math.nan
    high: float = math.nan
    reason: Message = message("")


class Regression(NamedTuple):
    """A result on the index of the area, over schools that have both.

    ``n`` schools in ``areas`` areas and ``municipalities`` municipalities; ``hidden``: schools in areas with an
    index whose result is hidden, ``without_index``: those with a result in an area without an index. ``weight``: as
    ``x_vikt`` of the summaries. ``slope`` and ``intercept`` of the line; ``r2``: share of the weighted variance of the
    results that it accounts for, 0 to 1. ``within``: the slope among schools of the same municipality; ``between``:
    that of the municipalities' means; ``between_share``: share of the index's variance that lies between
    municipalities, 0 to 1: slope = share x between + (1 - share) x within. ``residuals``: result less line, by the
    index of the schools, NaN for those not in it.
    """

    n: int
    areas: int
    municipalities: int
    hidden: int
    without_index: int
    weight: str
    residuals: pd.Series
    slope: Slope = Slope()
    intercept: float = math.nan
    r2: float = math.nan
    within: Slope = Slope()
    between: Slope = Slope()
    between_share: float = math.nan


def on_index(schools: pd.DataFrame, areas: pd.DataFrame, measure: Measure, way: Way | None = None) -> Regression:
    """Return the weighted least squares line of a result on the index of the area (``regsokod``) a school lies in.

    ``schools``: as in a study, with the result and its status; ``areas``: ``regsokod
    socioekonomiskt_index``. Weighted where the pupils of nearly all schools with a value are known, as the means are
    (``way``: if not decided by these schools alone). Intervals take schools of one area
    (of one municipality for ``within`` and ``between``) as not independent, and few groups into account: the sandwich
    with what is left over set right (CR2) and Student's t of the degrees that it has, after Bell and McCaffrey (2002),
    "Bias reduction in standard errors for linear regression with multi-stage samples", and Pustejovsky and Tipton
    (2018). Fewer than ``FEWEST`` schools, or an index that is the same everywhere, give NaN and a reason.

    Within and between: Mundlak (1978), "On the pooling of time series and cross section data".
    """
    column = measure.column
    way = way or ways_of(schools, [measure])[column]
    weight = weights(schools, column, way)
    by_code = areas.drop_duplicates("regsokod").set_index("regsokod")[INDEX]
    index = schools["regsokod"].map(by_code).astype("float64")
    used = (weight > 0) & index.notna()
    table = pd.DataFrame(
        {
            "x": index,
            "y": schools[column].astype("float64"),
            "w": weight,
            "area": schools["regsokod"],
            "municipality": municipality_of(schools),
        }
    )[used]
    found = Regression(
        len(table),
        table["area"].nunique(),
        table["municipality"].nunique(),
        int(((schools[column + STATUS_SUFFIX] == HIDDEN) & index.notna()).sum()),
        int(((weight > 0) & index.isna()).sum()),
        way.label,
        pd.Series(math.nan, index=schools.index),
    )
    if len(table) < FEWEST:
        return _without_line(found, message("too few ({count})", count=len(table)))
    x, y, w = (table[name].to_numpy(dtype=float) for name in ("x", "y", "w"))
    centre = np.average(x, weights=w)
    spread = np.average((x - centre) ** 2, weights=w)
    if spread < _NOTHING:
        return _without_line(found, message("the index is the same in all areas"))
    line = _fit(np.column_stack([np.ones_like(x), x - centre]), y, w, table["area"])
    variance = np.average((y - np.average(y, weights=w)) ** 2, weights=w)
    explained = 1 - np.average(line.residuals**2, weights=w) / variance if variance > _NOTHING else math.nan
    residuals = found.residuals.copy()
    residuals[table.index] = line.residuals
    within, between, between_share = _within_and_between(table, x, y, w, spread)
    return found._replace(
        residuals=residuals,
        slope=line.slope(1, message("too few areas ({count}) for an interval", count=found.areas)),
        intercept=float(line.coefficients[0] - line.coefficients[1] * centre),
        r2=float(explained),
        within=within,
        between=between,
        between_share=between_share,
    )


def _without_line(found: Regression, reason: Message) -> Regression:
    unknown = Slope(reason=reason)
    return found._replace(slope=unknown, within=unknown, between=unknown)


class _Fit(NamedTuple):
    coefficients: Numbers
    errors: Numbers
    degrees: Numbers
    residuals: Numbers
    clusters: int

    def slope(self, place: int, too_few: Message) -> Slope:
        """Return a coefficient and its interval, NaN where there are ``too_few`` clusters."""
        value = float(self.coefficients[place])
        if self.clusters < FEWEST_CLUSTERS:
            return Slope(value, reason=too_few)
        degrees = max(1.0, float(self.degrees[place]))
        reach = float(t_quantile(degrees, (1 + _CONFIDENCE) / 2)) * float(self.errors[place])
        return Slope(value, value - reach, value + reach)


def _fit(design: Numbers, y: Numbers, w: Numbers, clusters: pd.Series) -> _Fit:
    """Return weighted least squares coefficients, their standard errors robust to clusters (CR2), and degrees of these.

    With H = X (X'WX)^-1 X'W, what is left of a cluster is set right by the root of the inverse of its block of
    (I - H)(I - H)', which makes its variance right where all schools vary alike and on their own. An error's degrees of
    freedom are those that Satterthwaite's approximation gives it there.
    """
    inverse = np.linalg.inv(design.T @ (w[:, None] * design))
    coefficients = inverse @ design.T @ (w * y)
    residuals = y - design @ coefficients
    number, labels = pd.factorize(clusters)
    squares = design.T @ (w[:, None] ** 2 * design)
    groups, k = len(labels), design.shape[1]
    # Of each cluster and coefficient: what its residuals add, and the products that their covariances are made of.
    added, own = np.zeros((groups, k)), np.zeros((groups, k))
    back, through = np.zeros((groups, k, k)), np.zeros((groups, k, k))
    for cluster in range(groups):
        inside = number == cluster
        x, weighted = design[inside], w[inside, None] * design[inside]
        hat = x @ inverse @ weighted.T
        block = np.eye(len(x)) - hat - hat.T + x @ inverse @ squares @ inverse @ x.T
        right = _inverse_root(block) @ weighted @ inverse  # schools x coefficients
        added[cluster] = right.T @ residuals[inside]
        own[cluster] = (right**2).sum(axis=0)
        back[cluster], through[cluster] = (inverse @ x.T @ right).T, (weighted.T @ right).T
    errors = np.sqrt((added**2).sum(axis=0))
    degrees = np.array([_degrees(own[:, one], back[:, one], through[:, one], squares) for one in range(k)])
    return _Fit(coefficients, errors, degrees, residuals, groups)


def _inverse_root(block: Numbers) -> Numbers:
    """Return the root of the inverse of a symmetric matrix, as far as it has one."""
    values, vectors = np.linalg.eigh(block)
    roots = np.divide(1.0, np.sqrt(np.abs(values)), out=np.zeros_like(values), where=values > _NOTHING**0.5)
    return np.asarray(vectors * roots @ vectors.T)


def _degrees(own: Numbers, back: Numbers, through: Numbers, squares: Numbers) -> float:
    """Return Satterthwaite's degrees of freedom: the squared trace of the clusters' products by that of its square."""
    crossed = through @ back.T
    products = np.diag(own) - crossed - crossed.T + back @ squares @ back.T
    whole = (products**2).sum()
    return float(np.trace(products) ** 2 / whole) if whole > 0 else math.nan


def _within_and_between(
    table: pd.DataFrame, x: Numbers, y: Numbers, w: Numbers, spread: float
) -> tuple[Slope, Slope, float]:
    """Return the slopes within and between municipalities, as far as there is a difference to see, and the share."""
    number, labels = pd.factorize(table["municipality"])
    means = (np.bincount(number, w * x) / np.bincount(number, w))[number]
    deviation = x - means
    centred = means - np.average(means, weights=w)
    share = np.average(centred**2, weights=w) / spread
    has_within = np.average(deviation**2, weights=w) > _NOTHING * spread
    has_between = len(labels) >= FEWEST_MUNICIPALITIES and share > _NOTHING
    parts = [part for part, has in ((deviation, has_within), (centred, has_between)) if has]
    line = _fit(np.column_stack([np.ones_like(x), *parts]), y, w, table["municipality"])
    too_few = message("too few municipalities ({count}) for an interval", count=len(labels))
    between = Slope(reason=message("too few municipalities ({count})", count=len(labels)))
    if has_within:
        within = line.slope(1, too_few)
    else:
        within = Slope(reason=message("the index is the same in all areas of a municipality"))
    if has_between:
        between = line.slope(len(parts), too_few)
    elif len(labels) >= FEWEST_MUNICIPALITIES:
        between = Slope(reason=message("the mean index is the same in all municipalities"))
    return within, between, float(share)
