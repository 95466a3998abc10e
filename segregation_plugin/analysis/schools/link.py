"""The link between background and results: by area type, by school, and on the index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from ...domain.measures import STATUS_SUFFIX, Measure
from ..areas.type_limits import NEAR, near_limits
from .against_municipality import LIMIT, against_municipality
from .comparisons import ITERATIONS, compare_types
from .regression import INDEX, Regression, on_index
from .summaries import ways_of

_OF_SCHOOL = (
    *("skolenhetskod", "namn", "huvudmannatyp", "skolformer", "arskurser", "kommunkod", "regsokod", "omradestyp"),
)
_OF_SITE = ("enheter", "enheter_dolda")


class Link(NamedTuple):
    """``by_type``: of ``comparisons``; ``schools``: a row each, see ``link``; ``regression``: of ``regression``."""

    by_type: pd.DataFrame
    schools: pd.DataFrame
    regression: Regression


def link(
    schools: pd.DataFrame,
    areas: pd.DataFrame,
    measure: Measure,
    by: Sequence[str] = (),
    limit: float = LIMIT,
    near: float = NEAR,
    iterations: int = ITERATIONS,
    seed: int | None = None,
) -> Link:
    """Return how a result goes with the areas that schools lie in.

    ``schools``, ``areas``: of a study, or sites of ``sites.combine``. ``by``: columns that part the schools by type;
    ``limit``: in the result's unit, of a school against its municipality; ``near``: index points, of an area to the
    limit of the next type. The table of schools has their result ``x`` and its status, the columns of
    ``against_municipality``, the area's index, ``x_residual`` (result less line on the index) and the columns of
    ``type_limits.near_limits`` of the area. Raises InputError as ``comparisons.compare_types``.
    """
    column = measure.column
    way = ways_of(schools, [measure])[column]
    by_type = compare_types(schools, measure, by, iterations, seed, way)
    regression = on_index(schools, areas, measure, way)
    of_areas = pd.concat([areas[["regsokod", INDEX]], near_limits(areas, near)], axis=1)
    of_areas = of_areas.drop_duplicates("regsokod").set_index("regsokod")
    beside = {name: schools["regsokod"].map(of_areas[name]) for name in of_areas}
    beside["nasta_typ"] = beside["nasta_typ"].astype("Int64")
    beside["nara_grans"] = beside["nara_grans"].fillna("").astype(object)
    columns = [name for name in (*_OF_SCHOOL, column, column + STATUS_SUFFIX, *_OF_SITE) if name in schools]
    table = pd.concat([schools[columns], against_municipality(schools, measure, limit, way)], axis=1)
    table = table.assign(**{INDEX: beside.pop(INDEX), f"{column}_residual": regression.residuals}, **beside)
    return Link(by_type, table, regression)


def regression_row(regression: Regression, measure: Measure) -> pd.DataFrame:
    """Return a regression as a table of one row; ``andel_index_mellan`` in per cent, ``r2`` 0 to 1.

    ``lutning_anledning`` and so on (Message): why the slope or its interval is NaN.
    """
    found = regression
    row: dict[str, object] = {
        "resultat": measure.column,
        "resultat_vikt": found.weight,
        "skolor": found.n,
        "omraden": found.areas,
        "kommuner": found.municipalities,
        "resultat_dolda": found.hidden,
        "skolor_utan_index": found.without_index,
        "skarning": found.intercept,
        "r2": found.r2,
    }
    for name, slope in (
        ("lutning", found.slope),
        ("lutning_inom_kommun", found.within),
        ("lutning_mellan_kommuner", found.between),
    ):
        row |= {name: slope.value, f"{name}_lag": slope.low, f"{name}_hog": slope.high}
        row[f"{name}_anledning"] = slope.reason
    row["andel_index_mellan"] = 100 * found.between_share
    return pd.DataFrame([row])
