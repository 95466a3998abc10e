"""All years of a study in long tables, and the study as it is of another year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from ..analysis.areas.matching import WITHOUT_VALUE, once
from ..analysis.schools.results import FILE_SUFFIX, join
from ..analysis.schools.summaries import by_area_type, by_municipality_and_type
from ..disclosure.shown_summaries import shown
from ..domain import findings as kinds
from ..domain.area_types import NEARLY_ALL, OFFICIAL_TYPE
from ..domain.codes import LAST_YEAR_OF_REGSO_2020, is_other_version, regso_version_of_year
from ..domain.columns import INDEX_VALUES
from ..domain.findings import Finding
from ..domain.measures import (
    BACKGROUND,
    NUMBERS_OF_PUPILS,
    PUBLISHED,
    RESULT_COLUMNS,
    RESULTS,
    STATUS_SUFFIX,
    WEIGHT_SUFFIX,
    Measure,
)
from ..domain.messages import InputError, message
from ..domain.statuses import EXISTS, MISSING, NOT_IN_INDEX
from . import schema, summary
from .model import TYPES_FROM, Study

VALUES = ("vad", "kod", "ar", "varde", "status", "kalla")
# What is found of the index in one year alone.
_OF_ONE_YEAR = (
    *(kinds.WITHOUT_VALUE, kinds.WITHOUT_AREA, kinds.BORDER_CHANGED, kinds.VERSION_UNKNOWN, kinds.DUPLICATE_VALUE),
    *(kinds.NAME_SET, kinds.NAME_UNKNOWN, kinds.AMBIGUOUS_NAME, kinds.YEAR_FROM_NAME),
)
_OF_TYPES = ("omradestyp", *INDEX_VALUES)


def values_of_areas(index: pd.DataFrame, place: str) -> pd.DataFrame:
    """Return the types, index and shares of every year as ``VALUES``.

    ``index``: of ``matching.with_codes``; ``place``: what codes begin with. Areas of another RegSO version than the
    layer's stay: they have types of their own years.
    """
    inside = index[index["regsokod"].str.startswith(place)]
    tables = []
    for column in _OF_TYPES:
        value = inside[column].astype("float64")
        status = inside[column + STATUS_SUFFIX] if column + STATUS_SUFFIX in inside else pd.Series(None, inside.index)
        status = status.where(status.notna(), value.notna().map({True: EXISTS, False: None}))
        table = pd.DataFrame(
            {
                "vad": column,
                "kod": inside["regsokod"],
                "ar": inside["index_ar"].astype("int64"),
                "varde": value,
                "status": status,
                "kalla": inside["fil"],
            }
        )
        # Of a year outside the life of a RegSO version, and of a column that no file has, there is nothing to say.
        tables.append(table[status.notna()])
    said = pd.concat([table for table in tables if len(table)] or tables[:1], ignore_index=True)
    return said.sort_values(["vad", "ar", "kod"], kind="stable").reset_index(drop=True)


def values_of_schools(
    merged: pd.DataFrame | None,
    schools: pd.DataFrame,
    measures: Iterable[Measure],
    others: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the published results and numbers of pupils of every school year as ``VALUES``.

    ``merged``: of ``results.merge``; ``measures``: the user's own, of which those that are published stay; ``others``:
    of ``pupil_units.other_units``, of which the background of pupils is held too.
    """
    tables = [pd.DataFrame(columns=list(VALUES))]
    if merged is not None:
        of_schools = merged["skolenhetskod"].isin(schools["skolenhetskod"])
        keys = ["skolenhetskod", "lasar"]
        of_others = np.zeros(len(merged), dtype=bool)
        if others is not None:
            of_others = pd.MultiIndex.from_frame(merged[keys]).isin(pd.MultiIndex.from_frame(others[keys]))
        here = merged[of_schools]
        here_or_elsewhere = merged[of_schools | of_others] if of_others.any() else here
        background = {name for one in BACKGROUND for name in (one.column, one.weight_column)}
        own = [name for one in measures if one.public for name in (one.column, one.column + WEIGHT_SUFFIX)]
        for column in (*NUMBERS_OF_PUPILS, *(one.column for one in PUBLISHED), *own):
            inside = here_or_elsewhere if column in background else here
            if column in inside:
                value = inside[column].astype("float64")
                known = inside.get(column + STATUS_SUFFIX, value.notna().map({True: EXISTS, False: None}))
                rows = pd.DataFrame(
                    {
                        "vad": column,
                        "kod": inside["skolenhetskod"],
                        "ar": inside["lasar"],
                        "varde": value,
                        "status": known,
                        "kalla": inside.get(column + FILE_SUFFIX, ""),
                    }
                )
                tables.append(rows[known.notna()])
    return pd.concat([table for table in tables if len(table)] or tables[:1], ignore_index=True)


def years_of(study: Study) -> list[int]:
    """Return the years that a study has area types of, and its own, earliest first."""
    if study.area_values is None:
        return [study.year]
    values = study.area_values
    known = (values["vad"] == "omradestyp") & values["varde"].notna()
    return sorted({study.year, *(int(year) for year in values.loc[known, "ar"].unique())})


def years_with_types(study: Study, codes: tuple[str, ...] = ()) -> list[int]:
    """Return the years in which nearly as many areas have a type as in any year, earliest first.

    ``codes``: of the places whose areas are meant, none for all.
    """
    if study.area_values is None:
        return years_of(study)
    values = study.area_values
    typed = values[(values["vad"] == "omradestyp") & values["varde"].notna()]
    counts = typed[typed["kod"].str.startswith(codes or "")].groupby("ar")["kod"].nunique()
    return sorted(int(year) for year in counts[counts >= NEARLY_ALL * counts.max()].index)


def school_years_of(study: Study) -> list[str]:
    """Return the school years that a study has published results of, earliest first; its own is one of them."""
    if study.school_values is None:
        return []
    values = study.school_values
    said = values["vad"].isin(RESULT_COLUMNS) & (values["status"] != MISSING)
    return sorted({*values.loc[said, "ar"].unique(), study.provenance.get("lasar", "")} - {""})


def at(study: Study, year: int | None, school_year: str | None = None, types_by: str | None = None) -> Study:
    """Return a study with area types and index, or published results, of another of its years; None is its own.

    ``school_year``: of the results that Skolverket publishes (``2024/25``). Pupils of all grades, and the user's own
    results, keep their own years. ``types_by``: by which area types schools count (``TYPES_BY``), where the study has
    Skolverket's. What nobody has published is shown with the years and types that the study was made for alone.
    Raises InputError where the study does not have a year.
    """
    school_year = school_year or None
    if school_year == study.provenance.get("lasar"):
        school_year = None
    if types_by == study.types_by or study.schools is None or OFFICIAL_TYPE not in study.schools:
        types_by = None
    if year in (None, study.year) and school_year is None and types_by is None:
        return study
    changed = study
    if types_by is not None:
        changed = replace(study, provenance={**study.provenance, TYPES_FROM: types_by})
    if school_year is not None:
        changed = _with_results_of(changed, school_year)
    if year is not None and year != study.year:
        changed = _with_types_of(changed, year)
    changed = replace(
        changed,
        own_measures=tuple(one for one in study.own_measures if one.public),
        not_available=tuple(one for one in study.own_measures if not one.public),
        results_area_type=None,
        segregation=None,
    )
    areas = changed.areas
    measures = [one for one in changed.measures if one.public]
    places = pd.concat([study.summary_municipality_type, areas])[["kommunkod", "kommunnamn"]].drop_duplicates()
    names = dict(places.itertuples(index=False, name=None))
    by_municipality = shown(by_municipality_and_type(areas, changed.counted, measures))
    by_municipality["kommunnamn"] = by_municipality["kommunkod"].map(names).fillna("")
    by_type = shown(by_area_type(areas, changed.counted, measures=measures))
    return replace(
        changed,
        summary_area_type=summary.wide(summary.tidy(by_type, changed.year)),
        summary_municipality_type=summary.wide(summary.tidy(by_municipality, changed.year), by_municipality=True),
    )


def _with_types_of(study: Study, year: int) -> Study:
    """Return a study with the areas, and the types of its schools, of another year; its summaries stay."""
    if study.area_values is None or year not in years_of(study):
        raise InputError(
            "The study has no area types of {year}. It has {years}.",
            year=year,
            years=", ".join(str(known) for known in years_of(study)),
        )
    areas = _areas_at(study, study.area_values, year)
    schools = study.schools
    if schools is not None:
        types = areas.drop_duplicates("regsokod").set_index("regsokod")["omradestyp"]
        schools = schools.assign(omradestyp=schools["regsokod"].map(types).astype("Int64"))
    known = {**study.provenance, "index_ar": str(year), "index_regso_version": regso_version_of_year(year)}
    found = _findings_at(study, study.area_values, areas, year)
    return replace(study, areas=areas, schools=schools, provenance=known, findings=found)


def _with_results_of(study: Study, school_year: str) -> Study:
    """Return a study with the published results of another school year; its summaries stay.

    Which results are of units that are not among its schools is known of its own school year alone.
    """
    known = school_years_of(study)
    if study.schools is None or study.school_values is None or school_year not in known:
        raise InputError(
            "The study has no results of the school year {year}. It has {years}.",
            year=school_year,
            years=", ".join(known) or "-",
        )
    of_year = study.school_values[study.school_values["ar"] == school_year]
    results = pd.DataFrame({"skolenhetskod": of_year["kod"].unique(), "lasar": school_year})
    columns = [name for name in RESULTS.columns if name in study.schools]
    for column in columns:
        rows = of_year[of_year["vad"] == column].set_index("kod")
        results[column] = results["skolenhetskod"].map(rows["varde"])
        results[column + STATUS_SUFFIX] = results["skolenhetskod"].map(rows["status"])
    joined = join(study.schools, results, school_year)
    return replace(
        study,
        schools=joined.astype({name: study.schools[name].dtype for name in columns}),
        provenance={**study.provenance, "lasar": school_year},
        findings=[one for one in study.findings if one.kind != kinds.RESULT_WITHOUT_SCHOOL],
        own_school_year=study.provenance.get("lasar", ""),
    )


def _findings_at(study: Study, values: pd.DataFrame, areas: pd.DataFrame, year: int) -> list[Finding]:
    """Return what was found, of the index as it is in another year."""
    without, other_border = (
        [Finding(kind, row.regsokod, row.regsonamn) for row in once(areas[which]).sort_values("regsokod").itertuples()]
        for kind, which in (
            (kinds.WITHOUT_VALUE, areas["matchning"] == WITHOUT_VALUE),
            (kinds.BORDER_CHANGED, (areas["grans_andrad"] == 1).fillna(False)),
        )
    )
    of_year = values[(values["ar"] == year) & (values["vad"] == "omradestyp") & values["varde"].notna()]
    elsewhere = of_year[~of_year["kod"].isin(areas["regsokod"])]
    outside = [
        Finding(kinds.WITHOUT_AREA, code, "", message("area type {type}", type=int(kind)))
        for code, kind in zip(elsewhere["kod"], elsewhere["varde"])
    ]
    version = message("the index is on RegSO {version}", version=regso_version_of_year(year))
    unknown = [Finding(kinds.VERSION_UNKNOWN, "", "", version)] if areas["grans_andrad"].isna().any() else []
    kept = [one for one in study.findings if one.kind not in _OF_ONE_YEAR]
    found = [*kept, *without, *outside, *other_border, *unknown]
    order = {kind: place for place, kind in enumerate(kinds.EXPLANATIONS)}
    return sorted(found, key=lambda one: order[one.kind])


def years_on_other_borders(study: Study) -> list[int]:
    """Return the years of a study whose index is on another RegSO version than its areas, as far as that is known."""
    version = study.provenance.get("areas_regso_version", "")
    return [year for year in years_of(study) if is_other_version(version, year)]


def types_of_other_years(study: Study, codes: pd.Series) -> pd.DataFrame:
    """Return the types of every year but the study's own, a column (``schema.column_of``) a year, by ``codes``."""
    return _types_of(study, codes, [year for year in years_of(study) if year != study.year])


def types_on_regso_2020(study: Study, codes: pd.Series) -> pd.DataFrame:
    """Return the types of every year on RegSO 2020, the study's own too, as ``types_of_other_years``."""
    return _types_of(study, codes, [year for year in years_of(study) if year <= LAST_YEAR_OF_REGSO_2020])


def types_of_years(study: Study, codes: pd.Series) -> dict[int, pd.Series]:
    """Return the types of areas by ``codes`` in every year of a study, 1-5 (Int64), missing where unknown."""
    years = years_of(study)
    found = _types_of(study, codes, years)
    return {year: found[schema.column_of(year)] for year in years if schema.column_of(year) in found}


def _types_of(study: Study, codes: pd.Series, years: Iterable[int]) -> pd.DataFrame:
    found = pd.DataFrame(index=codes.index)
    if study.area_values is None:
        return found
    types = study.area_values[study.area_values["vad"] == "omradestyp"]
    for year in years:
        of_year = types[types["ar"] == year].set_index("kod")["varde"]
        found[schema.column_of(year)] = codes.map(of_year).astype("Int64")
    return found


def _areas_at(study: Study, values: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the areas with type, index, their statuses and what is known of their borders, of another year."""
    of_year = values[values["ar"] == year]
    areas = study.areas.copy()
    for column, kind in (("omradestyp", "Int64"), ("socioekonomiskt_index", "float64")):
        rows = of_year[of_year["vad"] == column].set_index("kod")
        areas[column] = areas["regsokod"].map(rows["varde"]).astype(kind)
        areas[column + STATUS_SUFFIX] = areas["regsokod"].map(rows["status"]).fillna(NOT_IN_INDEX)
    has_value = areas["omradestyp"].notna() | areas["socioekonomiskt_index"].notna()
    # How an area was matched is known of the study's own year alone.
    areas["matchning"] = has_value.map({True: "", False: WITHOUT_VALUE})
    areas["index_ar"] = pd.array([year] * len(areas), dtype="Int64")
    changed = areas["grans_2025"].astype("Int64")
    version = study.provenance.get("areas_regso_version", "")
    if version == regso_version_of_year(year):
        changed = changed * 0
    elif not version:
        changed = changed.mask(changed == 1)
    return areas.assign(grans_andrad=changed)
