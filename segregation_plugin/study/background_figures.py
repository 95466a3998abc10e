"""Figures of the background of a study's pupils: each worked out when it is asked for, once where the study keeps it.

A study or a part of it (``Study.within``) says of which place. What takes long has a ``progress``, which is called with
a share, 0 to 1, and stops the work by raising.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import pandas as pd

from ..analysis.schools import school_segregation
from ..analysis.schools.background_parts import BY_TYPE, PartRow
from ..analysis.schools.background_results import on_background
from ..analysis.schools.background_segregation import (
    COUNTIES,
    COUNTRY,
    INDICES,
    LEVELS,
    MUNICIPALITIES,
    BackgroundRow,
)
from ..analysis.schools.background_years import background_measures, background_years
from ..analysis.schools.operator_addresses import in_figures
from ..analysis.schools.reach import CUTS, ITERATIONS, SEED
from ..analysis.schools.regression import INDEX
from ..analysis.schools.school_segregation import DISSIMILARITY
from ..analysis.schools.summaries import ways_of
from ..analysis.schools.type_tables import (
    EXPOSURES,
    FOREIGN_BACKGROUND,
    PARENTS_EDUCATION,
    WHOLE_COUNTRY,
    exposures,
    has_background,
    model_table,
    reach_table,
    sources_of,
    type_table,
    variation_table,
)
from ..analysis.segregation.repeated import Progress, stage
from ..disclosure.background_indices import shown_background, shown_background_parts
from ..domain.area_types import OFFICIAL_TYPE
from ..domain.codes import REGSO
from ..domain.measures import BACKGROUNDS, YEAR_9_RESULTS, Measure
from ..domain.school_filter import REGISTERED
from .kept_figures import about_measures, columns_of, of_table
from .model import Study
from .parts import as_registered, belonging

# A place of these levels has the same schools in the whole study and in a part of it.
_OF_PLACES = (COUNTRY, COUNTIES, MUNICIPALITIES)
# The column of the grades that a school has.
_GRADES = "arskurser"
_DRAWS = [school_segregation.SEED, school_segregation.ITERATIONS]


class Background(NamedTuple):
    """The schools of a place with their pupils' background of a school year; ``measures``: the shares."""

    school_year: str
    schools: pd.DataFrame
    measures: list[Measure]


def backgrounds_of(study: Study) -> list[Background]:
    """Return the background of pupils that a study has of its place, compulsory school's first; none where it has none.

    Each share is of the school year that it is of at the schools: those of upper secondary school may be of another. A
    school belongs to the municipality where it lies, one without a place to that where it is registered: in the whole
    study and in a part of it.
    """
    whole = study.whole or study
    measures = background_measures(study.measures)
    years = background_by_year(study) if measures else {}
    found: dict[str, list[Measure]] = {}
    for series in BACKGROUNDS:
        of_series = [one for one in measures if one in series.measures]
        held = [year for year in years if any(one.column in years[year] for one in of_series)]
        if held:
            own = whole.provenance.get(series.key)
            found.setdefault(own if own in held else max(held), []).extend(of_series)
    return [Background(year, years[year], of_year) for year, of_year in found.items()]


def background_by_year(study: Study) -> dict[str, pd.DataFrame]:
    """Return by school year the units of a study's place with their background, see ``background_years``."""
    whole = study.whole or study
    if whole.schools is None:
        return {}
    schools, others = _counted_everywhere(study, whole), whole.other_units
    schools = schools[belonging(study, schools)]
    if others is not None:
        others = others[belonging(study, others.reindex(columns=schools.columns))]
    if study.chosen.placing == REGISTERED:
        schools = as_registered(schools)
    known = whole.provenance.get("bakgrund_lasar", "")
    return background_years(schools, whole.school_values, background_measures(study.measures), known, others)


def _counted_everywhere(study: Study, whole: Study) -> pd.DataFrame:
    """Return the schools of a whole study as a part of it counts those at their operator's address."""
    if study.as_located == whole.as_located and whole.counted is not None:
        return whole.counted
    return in_figures(whole.schools, study.as_located)


def own_level(study: Study) -> str:
    """Return the level of ``by_background`` that the place of a study or a part of it is.

    Places together, an area, and schools that are chosen are on the level of the country: all there are as one.
    """
    return {0: COUNTRY, 2: COUNTIES}.get(len(study.place), MUNICIPALITIES)


def levels_of(study: Study) -> list[str]:
    """Return the levels whose places are whole in a study or a part of it.

    Municipalities that are one place together need not be a whole county, and an area is no whole municipality.
    """
    if not study.codes or study.place:
        return list(LEVELS)
    left_out = {COUNTIES}
    if any(REGSO.fullmatch(code) for code in study.codes):
        left_out.add(MUNICIPALITIES)
    return [level for level in LEVELS if level not in left_out]


def by_background(study: Study, levels: Collection[str] = LEVELS, progress: Progress = None) -> list[BackgroundRow]:
    """Return the dissimilarity of schools by background: a row a share and place, level by level.

    ``levels``: which of them; that of the study's place alone (``own_level``) is quick. None has rows where the study
    has no background. The rows are those of ``shown_background``, of the school year that each share is of.
    """
    rows: list[BackgroundRow] = []
    backgrounds = backgrounds_of(study)
    asked = [(level, found) for level in levels_of(study) if level in levels for found in backgrounds]
    for number, (level, found) in enumerate(asked):
        part = stage(progress, number / len(asked), (number + 1) / len(asked))
        known = _of_file(study, found.school_year, level)
        rows += _rows(_measured(study, found, level, part) if known is None else known)
        if part is not None:
            part(1.0)
    return rows


def place_by_background(study: Study, progress: Progress = None) -> list[BackgroundRow]:
    """Return every index of the place of a study, of ``shown_background``; none where it has no background of pupils.

    D, H, isolation and exposure of each share, of the school year that it is of.
    """
    rows: list[BackgroundRow] = []
    backgrounds = backgrounds_of(study)
    for number, found in enumerate(backgrounds):
        part = stage(progress, number / len(backgrounds), (number + 1) / len(backgrounds))
        rows += _rows(_measured(study, found, own_level(study), part, INDICES))
    return rows


def parts_by_background(study: Study, progress: Progress = None) -> list[PartRow]:
    """Return how much of the segregation lies between and within larger units, of ``shown_background_parts``."""
    rows: list[PartRow] = []
    backgrounds = backgrounds_of(study)
    for number, found in enumerate(backgrounds):
        part = stage(progress, number / len(backgrounds), (number + 1) / len(backgrounds))
        rows += [PartRow(*row) for row in _parts(study, found, part).itertuples(index=False)]
    return rows


def _parts(study: Study, found: Background, progress: Progress) -> pd.DataFrame:
    year, schools, measures = found

    def make() -> pd.DataFrame:
        rows = shown_background_parts({year: schools}, measures, progress=progress)
        return pd.DataFrame(rows, columns=list(PartRow._fields))

    about = [*about_measures(measures), year, *_DRAWS]
    return of_table(study.kept, "background_parts", [columns_of(schools, measures, _GRADES)], about, make)


def _of_file(study: Study, school_year: str, level: str) -> pd.DataFrame | None:
    """Return the rows of a level that the study's file has, None where it has them not."""
    whole = study.whole or study
    rows = whole.background
    is_part = study.whole is not None
    if rows is None or not len(rows) or (is_part and level not in _OF_PLACES):
        return None
    if study.chosen or (is_part and not study.place):
        return None
    rows = rows[(rows["niva"] == level) & (rows["lasar"] == school_year)]
    if is_part:
        rows = rows[rows["plats"].str.startswith(study.place)]
    return rows if len(rows) else None


def _measured(
    study: Study, found: Background, level: str, progress: Progress, indices: Sequence[str] = (DISSIMILARITY,)
) -> pd.DataFrame:
    year, schools, measures = found

    def make() -> pd.DataFrame:
        rows = shown_background(
            {year: schools}, measures, place=study.place, progress=progress, indices=indices, levels=[level]
        )
        return pd.DataFrame(rows, columns=list(BackgroundRow._fields))

    about = [*about_measures(measures), year, study.place, level, *indices, *_DRAWS]
    # By which area types schools count makes no difference.
    rests_on = columns_of(schools, measures, _GRADES).drop(columns="omradestyp", errors="ignore")
    return of_table(study.kept, "background", [rests_on], about, make)


def _rows(table: pd.DataFrame) -> list[BackgroundRow]:
    return [BackgroundRow(*row) for row in table[list(BackgroundRow._fields)].itertuples(index=False)]


def schools_of(study: Study) -> pd.DataFrame | None:
    """Return the schools with the types of where they lie in ``omradestyp``, whichever types the study counts by.

    Beside them stand Skolverket's in ``omradestyp_skolverket`` in the year that these are of, and in no other.
    """
    if study.schools is None:
        return None
    schools = in_figures(study.schools, study.as_located, study.places)
    return schools if study.is_official_year else schools.drop(columns=OFFICIAL_TYPE, errors="ignore")


def school_years_of(study: Study) -> dict[str, str]:
    """Return the school year of each share, empty where it is unknown: hidden shares may then be anything."""
    known = {one.column: study.provenance.get(series.key, "") for series in BACKGROUNDS for one in series.measures}
    return {column: known[column] for column in EXPOSURES}


def exposed_schools(study: Study) -> pd.DataFrame | None:
    """Return ``schools_of`` of a study with the background of pupils, None of any other."""
    schools = schools_of(study)
    return schools if schools is not None and has_background(schools, study.measures) else None


def _exposures(study: Study) -> list[Measure]:
    return list({measure.column: measure for measure in exposures(study.measures)}.values())


def reach_of(study: Study, progress: Progress = None) -> pd.DataFrame | None:
    """Return ``type_tables.reach_table`` of all schools of the study, None without the background of pupils."""

    def make(schools: pd.DataFrame, measures: list[Measure], years: Mapping[str, str]) -> pd.DataFrame:
        return reach_table({WHOLE_COUNTRY: schools}, study.areas, measures, years, progress=progress)

    return _of_exposed(study, "reach", make, list(CUTS))


def types_of(study: Study) -> pd.DataFrame | None:
    """Return ``type_tables.type_table`` of the study, None without the background of pupils."""
    return _of_exposed(study, "types_by_background", type_table)


def variation_of(study: Study, progress: Progress = None) -> pd.DataFrame | None:
    """Return ``type_tables.variation_table`` of the study, None without the background of pupils."""
    return _of_exposed(study, "variation", partial(variation_table, progress=progress))


def _of_exposed(
    study: Study,
    name: str,
    make: Callable[[pd.DataFrame, list[Measure], Mapping[str, str]], pd.DataFrame],
    *about: object,
) -> pd.DataFrame | None:
    """Return the table that ``make`` makes of exposed schools, measures and school years, kept under ``name``."""
    schools = exposed_schools(study)
    if schools is None:
        return None
    measures, years = _exposures(study), school_years_of(study)
    return _kept(study, name, schools, measures, list(about), lambda: make(schools, measures, years))


def results_of(study: Study) -> list[Measure]:
    """Return the published results of those who left grade 9 that the study has."""
    return [measure for measure in study.measures if measure in YEAR_9_RESULTS]


def models_of(study: Study, result: Measure, progress: Progress = None) -> pd.DataFrame | None:
    """Return ``type_tables.model_table`` of a result; None where the study lacks a share of background or types.

    Schools have the types that the study counts them by, as in its means (``Study.counted``).
    """
    schools = study.counted
    known = {measure.column: measure for measure in study.measures}
    if schools is None or not {FOREIGN_BACKGROUND, PARENTS_EDUCATION} <= set(known):
        return None
    if not sources_of(schools):
        return None
    parents, foreign = known[PARENTS_EDUCATION], known[FOREIGN_BACKGROUND]
    # Of a part as of the whole, so that the models are weighted as the means beside them.
    way = ways_of((study.whole or study).counted, [result])[result.column]
    return _kept(
        study,
        "models",
        schools,
        [result, parents, foreign],
        [repr(way)],
        lambda: model_table(on_background(schools, result, parents, foreign, BY_TYPE, way, progress=progress)),
    )


def _kept(
    study: Study,
    kind: str,
    schools: pd.DataFrame,
    measures: list[Measure],
    about: list[object],
    make: Callable[[], pd.DataFrame],
) -> pd.DataFrame:
    rests_on = [columns_of(schools, measures, OFFICIAL_TYPE), study.areas[["regsokod", INDEX]]]
    said = [*about_measures(measures), school_years_of(study), ITERATIONS, SEED, *about]
    return of_table(study.kept, kind, rests_on, said, make)
