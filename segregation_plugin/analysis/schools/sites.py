"""Sites of school units: a school is often several units at one address, which on request count as one."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from ...domain.connected import lowest_linked
from ...domain.measures import (
    OWN_PUPILS,
    PUPILS,
    STATUS_SUFFIX,
    Measure,
)
from ...domain.statuses import (
    EXISTS,
    HIDDEN,
    MISSING,
    NOT_COMPARABLE,
    ROUNDED,
)
from .summaries import Way, has_value, ways_of, weights

DISTANCE = 50.0  # metres
_A_LITTLE_MORE = 1 + 1e-9
_FARTHEST = 1e9  # metres: twenty times around the earth, of which squares can still be taken
# Status of a site whose units have no value: the first of these that one of them has.
_WITHOUT_VALUE = (HIDDEN, NOT_COMPARABLE, MISSING)


def sites(schools: pd.DataFrame, within: float = DISTANCE) -> pd.Series:
    """Return the site (``plats``) of each school unit: the smallest ``skolenhetskod`` among the units there.

    ``schools``: ``skolenhetskod x y`` (EPSG:3006, metres, NaN where unknown). Units ``within`` so many metres of each
    other are one site, and so are those that others in between join (single linkage). A unit without coordinates is a
    site of its own.
    """
    codes = schools["skolenhetskod"].to_numpy(dtype=object)
    group = groups(schools["x"].to_numpy(dtype=float), schools["y"].to_numpy(dtype=float), within)
    in_order = np.argsort(codes, kind="stable")
    _, first, of = np.unique(group[in_order], return_index=True, return_inverse=True)
    smallest = np.empty_like(in_order)
    smallest[in_order] = in_order[first][of]
    return pd.Series(codes[smallest], index=schools.index, dtype=object, name="plats")


def groups(x: NDArray[np.float64], y: NDArray[np.float64], within: float) -> NDArray[np.int64]:
    """Return the number of the group of each point: those ``within`` so far of each other, or joined by others.

    ``x``, ``y``: of the points; one that has NaN is a group of its own, and one that is on no map near no other.
    Numbers are at least 0 and less than that of the points. Any number of points at one place is no more work than one.
    """
    order = np.lexsort((y, x))
    east, north = x[order], y[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (east[1:] != east[:-1]) | (north[1:] != north[:-1])
    linked = lowest_linked(int(new.sum()), *_pairs(east[new], north[new], within))
    group = np.empty(len(order), dtype=np.int64)
    group[order] = linked[np.cumsum(new) - 1]
    return group


def _pairs(
    x: NDArray[np.float64], y: NDArray[np.float64], within: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the positions of all pairs of points not further apart, of each pair once."""
    places = np.column_stack([x, y])
    known = np.flatnonzero((np.abs(places) < _FARTHEST).all(axis=1))  # NaN is not
    # A little more is asked for, and then measured, so that a limit is kept to the last bit.
    found = cKDTree(places[known]).query_pairs(within * _A_LITTLE_MORE, output_type="ndarray")
    one, other = known[found[:, 0]], known[found[:, 1]]
    near = (x[one] - x[other]) ** 2 + (y[one] - y[other]) ** 2 <= within**2
    return one[near], other[near]


def combine(schools: pd.DataFrame, plats: pd.Series, measure: Measure) -> pd.DataFrame:
    """Return a row per site, with the columns of ``schools`` that a study's analysis needs.

    ``plats``: from ``sites``. The site is named, placed and given the area of the unit that it is called after;
    ``huvudmannatyp`` and ``skolformer`` list all that are there. The result is the mean of the units with a value,
    weighted as the study's means are (plain where no unit of the site has a weight); pupils are added up, unknown where
    those of a unit are. ``enheter``: units at the site; ``enheter_dolda``: those whose result is hidden, which a site
    with a value from another unit no longer shows as hidden.
    """
    column, status = measure.column, measure.column + STATUS_SUFFIX
    way = ways_of(schools, [measure])[column]
    ordered = schools.assign(plats=plats).sort_values("skolenhetskod")
    grouped = ordered.groupby("plats", sort=True)
    table = grouped.head(1).set_index("plats")
    result = _results(ordered, column, way)
    table = table.assign(
        **{
            "huvudmannatyp": grouped["huvudmannatyp"].agg(_listed),
            "skolformer": grouped["skolformer"].agg(_listed),
            "arskurser": grouped["arskurser"].agg(_listed),
            PUPILS: _sum_if_known(ordered, PUPILS),
            OWN_PUPILS: grouped[OWN_PUPILS].max().astype(bool),
            column: result[column],
            status: result[status],
            "enheter": grouped.size(),
            "enheter_dolda": (ordered[status] == HIDDEN).groupby(ordered["plats"]).sum(),
        }
    )
    if way.weight:
        table[way.weight] = result["weight"]
    return table.reset_index(drop=True)


def _results(ordered: pd.DataFrame, column: str, way: Way) -> pd.DataFrame:
    weight, valued = weights(ordered, column, way), has_value(ordered, column)
    plats = ordered["plats"]
    weighted = (weight > 0).groupby(plats).transform("any")
    counts = weight.where(weighted, valued.astype("float64"))
    value = ordered[column].astype("float64").where(counts > 0, 0.0)
    sums = pd.DataFrame({"value": counts * value, "counts": counts, "weight": weight}).groupby(plats).sum()
    mean = sums["value"] / sums["counts"].where(sums["counts"] > 0)
    status = ordered[column + STATUS_SUFFIX]
    has = {known: (status == known).groupby(plats).any() for known in (ROUNDED, *_WITHOUT_VALUE)}
    kinds = [mean.notna() & has[ROUNDED], mean.notna(), *(has[known] for known in _WITHOUT_VALUE)]
    found = np.select([kind.to_numpy() for kind in kinds], [ROUNDED, EXISTS, *_WITHOUT_VALUE], MISSING)
    return pd.DataFrame(
        {
            column: mean,
            column + STATUS_SUFFIX: pd.Series(found, index=mean.index, dtype=object),
            "weight": sums["weight"].where(sums["weight"] > 0),
        }
    )


def _sum_if_known(ordered: pd.DataFrame, column: str) -> pd.Series:
    known = ordered[column].astype("float64")
    sums = known.groupby(ordered["plats"]).sum()
    return sums.where(known.notna().groupby(ordered["plats"]).all())


def _listed(texts: pd.Series) -> str:
    """Return all that a column of lists holds (``FKLASS,GR``), each once and in order."""
    return ",".join(sorted({part.strip() for text in texts.fillna("") for part in text.split(",")} - {""}))
