"""Tables of a study: how area types find pupils, by place and by whose types, and what types and background explain.

Types are those of where a school lies and those that Skolverket gives it; beside them the index of the area, whose
schools with the highest index hold as many pupils as types 1 and 2 do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.measures import Measure
from ..segregation.repeated import Progress, stage
from .background_results import ADDED, MODELS, OnBackground
from .reach import (
    CHALLENGED,
    CUTS,
    FEWEST_SCHOOLS,
    ITERATIONS,
    SEED,
    ReachRow,
    parts_by_index,
    parts_of_types,
    reach_of_parts,
)
from .regression import INDEX as INDEX_COLUMN
from .summaries import has_value, municipality_of
from .type_spread import OverlapRow, TypeRow, by_type, overlap
from .type_variation import VariationRow, variation

# The shares by which schools are exposed, the parents' one the more the lower it is.
FOREIGN_BACKGROUND, PARENTS_EDUCATION = "andel_utlandsk_bakgrund", "andel_foraldrar_eftergymnasial"
_UPPER_SECONDARY = "_gy"
EXPOSURES = tuple(
    column + ending for ending in ("", _UPPER_SECONDARY) for column in (FOREIGN_BACKGROUND, PARENTS_EDUCATION)
)

# Whose types, as the parameter TYPES of a study has them, and the index of the area.
SKOLVERKET, LOCATION, INDEX = "skolverket", "location", "index"
TYPE_COLUMNS = {SKOLVERKET: "omradestyp_skolverket", LOCATION: "omradestyp"}

# Digits of a municipality's code that say where it lies.
COUNTRY, COUNTY, MUNICIPALITY = 0, 2, 4
WHOLE_COUNTRY = "00"

_WHAT = ["plats", "resultat", "typer"]


class SchoolsByPlace(NamedTuple):
    """Schools by the code of their place, and how many places have too few for a figure."""

    schools: dict[str, pd.DataFrame]
    too_few: int


def exposures(measures: Iterable[Measure]) -> list[Measure]:
    """Return the published shares by which schools are exposed."""
    return [measure for measure in measures if measure.column in EXPOSURES and measure.public]


def lowest_first(measure: Measure) -> bool:
    """Whether schools with the lowest share are the most exposed ones."""
    return measure.column.startswith(PARENTS_EDUCATION)


def sources_of(schools: pd.DataFrame) -> list[str]:
    """Return whose types are known of any school."""
    return [name for name, column in TYPE_COLUMNS.items() if column in schools and schools[column].notna().any()]


def places_of(schools: pd.DataFrame, level: int) -> SchoolsByPlace:
    """Return the schools of each place that has enough of them; of ``COUNTRY`` all, however few they are.

    A school is where it lies, one without a point where it is registered; those of which neither is known are in none.
    """
    if level == COUNTRY:
        return SchoolsByPlace({WHOLE_COUNTRY: schools}, 0)
    codes = municipality_of(schools).str[:level]
    places = {code: schools.loc[rows] for code, rows in sorted(codes.groupby(codes).groups.items()) if code}
    enough = {code: own for code, own in places.items() if len(own) >= FEWEST_SCHOOLS}
    return SchoolsByPlace(enough, len(places) - len(enough))


def reach_table(
    places: Mapping[str, pd.DataFrame],
    areas: pd.DataFrame,
    measures: Sequence[Measure],
    school_years: Mapping[str, str],
    cuts: Sequence[int] = CUTS,
    iterations: int = ITERATIONS,
    seed: int | None = SEED,
    progress: Progress = None,
) -> pd.DataFrame:
    """Return ``plats resultat typer`` and the fields of ``ReachRow``, a row a place, share, whose types, cut and part.

    ``places``: schools as in a study, by place; ``areas``: ``regsokod socioekonomiskt_index``; ``measures``: of
    ``exposures``; ``school_years``: of each share, by its column. ``typer``: ``SKOLVERKET``, ``LOCATION`` or ``INDEX``.
    """
    index = areas.drop_duplicates("regsokod").set_index("regsokod")[INDEX_COLUMN].astype("float64")
    asked = [
        (place, schools, measure, source, parts)
        for place, schools in places.items()
        for measure in measures
        for source, parts in _parts(schools, index, measure)
    ]
    rows = []
    for number, (place, schools, measure, source, parts) in enumerate(asked):
        own = stage(progress, number / len(asked), (number + 1) / len(asked))
        found = reach_of_parts(
            schools, parts, measure, school_years[measure.column], lowest_first(measure), cuts, iterations, seed, own
        )
        rows += [(place, measure.column, source, *row) for row in found]
    return pd.DataFrame(rows, columns=[*_WHAT, *ReachRow._fields])


def _parts(schools: pd.DataFrame, index: pd.Series, measure: Measure) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield whose types there are with the parts that they put the schools' pupils in, then those of the index."""
    for source in sources_of(schools):
        yield source, parts_of_types(schools[TYPE_COLUMNS[source]])
    of_school = schools["regsokod"].map(index).astype("float64")
    if LOCATION in sources_of(schools) and of_school.notna().any():
        pupils = schools[measure.weight_column].astype("float64").fillna(0.0)
        # As many pupils as in types 1 and 2, of the schools that the index is known of: then both can be compared.
        types = parts_of_types(schools[TYPE_COLUMNS[LOCATION]].where(of_school.notna()))
        yield INDEX, parts_by_index(of_school, pupils, float((types[CHALLENGED] * pupils).sum()))


def type_table(schools: pd.DataFrame, measures: Sequence[Measure], school_years: Mapping[str, str]) -> pd.DataFrame:
    """Return ``resultat typer`` and the fields of ``TypeRow``."""
    rows = [
        (measure.column, source, *row)
        for measure in measures
        for source in sources_of(schools)
        for row in by_type(schools, measure, TYPE_COLUMNS[source], school_years[measure.column])
    ]
    return pd.DataFrame(rows, columns=[*_WHAT[1:], *TypeRow._fields])


def overlap_table(
    schools: pd.DataFrame,
    measures: Sequence[Measure],
    iterations: int = ITERATIONS,
    seed: int | None = SEED,
    progress: Progress = None,
) -> pd.DataFrame:
    """Return ``resultat typer`` and the fields of ``OverlapRow``."""
    rows = []
    for measure, source, own in _asked(schools, measures, progress):
        found = overlap(schools, measure, TYPE_COLUMNS[source], lowest_first(measure), iterations, seed, own)
        rows += [(measure.column, source, *row) for row in found]
    return pd.DataFrame(rows, columns=[*_WHAT[1:], *OverlapRow._fields])


def variation_table(
    schools: pd.DataFrame,
    measures: Sequence[Measure],
    school_years: Mapping[str, str],
    iterations: int = ITERATIONS,
    seed: int | None = SEED,
    progress: Progress = None,
) -> pd.DataFrame:
    """Return ``resultat typer`` and the fields of ``VariationRow``."""
    rows = []
    for measure, source, own in _asked(schools, measures, progress):
        found = variation(schools, measure, TYPE_COLUMNS[source], school_years[measure.column], iterations, seed, own)
        rows += [(measure.column, source, *row) for row in found]
    return pd.DataFrame(rows, columns=[*_WHAT[1:], *VariationRow._fields])


def _asked(
    schools: pd.DataFrame, measures: Sequence[Measure], progress: Progress
) -> Iterator[tuple[Measure, str, Progress]]:
    """Yield each share with whose types it is asked of, and its part of the progress."""
    asked = [(measure, source) for measure in measures for source in sources_of(schools)]
    for number, (measure, source) in enumerate(asked):
        yield measure, source, stage(progress, number / len(asked), (number + 1) / len(asked))


def model_table(found: OnBackground) -> pd.DataFrame:
    """Return a row a model of a result on background and types, then one for what each adds to the other.

    ``modell``: of ``MODELS`` or ``ADDED``; ``r2``: share of the results' variance that it accounts for, 0 to 1;
    ``r2_justerat`` with ``r2_lag`` to ``r2_hog``: without what as many columns of chance would account for, or what is
    added of that; ``foraldrar``, ``utlandsk``: units of the result per percentage point of each share, each with
    ``_lag`` and ``_hog``; ``skolor``: behind all of them; ``utan_bakgrund``: schools with a result that lack
    background, type or weight; ``anledning``: why there is nothing.
    """
    rows = []
    for name in (*MODELS, *ADDED):
        model, added = found.models.get(name), found.added.get(name)
        row: dict[str, object] = {"modell": name, "r2": np.nan if model is None else model.r2}
        adjusted = added if model is None else model.adjusted
        row.update(zip(("r2_justerat", "r2_lag", "r2_hog"), adjusted or [np.nan] * 3))
        for part in ("foraldrar", "utlandsk"):
            slope = None if model is None else model.slopes.get(part)
            row.update(zip((part, f"{part}_lag", f"{part}_hog"), slope or [np.nan] * 3))
        rows.append({**row, "skolor": found.n, "utan_bakgrund": found.left_out, "anledning": found.reason})
    return pd.DataFrame(rows)


def has_background(schools: pd.DataFrame, measures: Iterable[Measure]) -> bool:
    """Whether any school has a published share by which schools are exposed."""
    return any(has_value(schools, measure.column).any() for measure in exposures(measures))
