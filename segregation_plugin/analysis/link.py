"""The link between background and results, put together: by area type, school by school, and on the index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from ..disclosure.link import as_hidden, without_hidden_schools
from ..disclosure.summaries import WHOLE, Hidden
from ..domain.measures import STATUS_SUFFIX, SUMS, Measure
from .against_municipality import LIMIT, against_municipality
from .comparisons import ITERATIONS, compare_types
from .regression import INDEX, Regression, on_index
from .summaries import ways_of
from .type_limits import NEAR, near_limits

_OF_SCHOOL = (
    *("skolenhetskod", "namn", "huvudmannatyp", "skolformer", "arskurser", "kommunkod", "regsokod", "omradestyp"),
)
_OF_SITE = ("enheter", "enheter_dolda")
# The same study says the same.
SEED = 1
# Of one result ``x``: columns of ``compare_types``, and what they are called where results stand below each other.
_OF_RESULT = {
    "x": "varde",
    **{f"x_{name}": name for name in ("spridning", "kvartil_1", "median", "kvartil_3")},
    **{f"x_{name}": name for name in ("skillnad", "skillnad_lag", "skillnad_hog")},
    "x_n": "n",
    "x_dolda": "dolda",
    "x_dold": "dold",
}
TYPE_COLUMNS = ("resultat", "grupp", "omradestyp", *_OF_RESULT.values(), "anledning")


_NOTHING_HIDDEN = Hidden()


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
    hidden: Hidden = _NOTHING_HIDDEN,
) -> Link:
    """Return how a result goes with the areas that schools lie in.

    ``schools``, ``areas``: of a study, or sites of ``sites.combine``. ``by``: columns that part the schools by type;
    ``limit``: in the result's unit, of a school against its municipality; ``near``: index points, of an area to the
    limit of the next type. The table of schools has their result ``x`` and its status, the columns of
    ``against_municipality``, the area's index, ``x_residual`` (result less line on the index) and the columns of
    ``type_limits.near_limits`` of the area. ``hidden``: what the study does not show; the table of schools and the line
    rest on the others alone, so that they tell nothing of it. Raises InputError as ``comparisons.compare_types``.
    """
    column = measure.column
    untold = hidden.schools.get(column, frozenset())
    # As in the summaries, whatever is hidden.
    way = ways_of(schools, [measure])[column]
    by_type = compare_types(schools, measure, by, iterations, seed, way, untold)
    schools = without_hidden_schools(schools, measure, hidden)
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


def types_compared(
    schools: pd.DataFrame,
    measures: Sequence[Measure],
    hidden: Hidden,
    place: str = WHOLE,
    whole: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return means and differences between area types of every result that has a mean, without what is ``hidden``.

    A row a result and type (``utan``, ``alla`` too): ``resultat grupp omradestyp varde spridning kvartil_1 median
    kvartil_3 skillnad skillnad_lag skillnad_hog n dolda dold anledning``, in the result's own unit, as
    ``compare_types`` says; ``dold``: whether it is hidden. ``place``: what of a study the schools are, ``whole``: all
    its schools where they are a part, since they are put together as all are. The same schools give the same intervals.
    """
    tables = []
    for measure in measures:
        column = measure.column
        if measure.kind not in SUMS and column in schools:
            way = ways_of(schools if whole is None else whole, [measure])[column]
            compared = compare_types(schools, measure, (), ITERATIONS, SEED, way, hidden.schools.get(column, ()))
            found = as_hidden(compared, measure, hidden, place)
            ours = {theirs.replace("x", column, 1): name for theirs, name in _OF_RESULT.items()}
            told = found.rename(columns=ours).assign(resultat=column).astype({"dold": "int64"})
            tables.append(told[list(TYPE_COLUMNS)])
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=list(TYPE_COLUMNS))


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
