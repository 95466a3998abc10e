"""All years of a study in long tables, and the study as it is of another year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from ..analysis.areas.matching import WITHOUT_VALUE
from ..analysis.schools.summaries import by_area_type, by_municipality_and_type
from ..disclosure.shown_summaries import shown
from ..domain.codes import regso_version_of_year
from ..domain.columns import INDEX_VALUES
from ..domain.measures import (
    PUPILS,
    PUPILS_GRADE_9,
    RESULT_COLUMNS,
    STATUS_SUFFIX,
    WEIGHT_SUFFIX,
    Measure,
)
from ..domain.messages import InputError
from ..domain.statuses import EXISTS, MISSING, NOT_IN_INDEX
from . import schema, summary
from .model import Study

VALUES = ("vad", "kod", "ar", "varde", "status", "kalla")
_OF_TYPES = ("omradestyp", *INDEX_VALUES)


def values_of_areas(index: pd.DataFrame, codes: set[str]) -> pd.DataFrame:
    """Return the types, index and shares of every year as ``VALUES``; ``index``: of ``matching.with_codes``."""
    inside = index[index["regsokod"].isin(codes)]
    tables = []
    for column in _OF_TYPES:
        value = inside[column].astype("float64")
        status = inside[column + STATUS_SUFFIX] if column + STATUS_SUFFIX in inside else pd.Series(None, inside.index)
        tables.append(
            pd.DataFrame(
                {
                    "vad": column,
                    "kod": inside["regsokod"],
                    "ar": inside["index_ar"].astype("int64"),
                    "varde": value,
                    "status": status.where(status.notna(), value.notna().map({True: EXISTS, False: MISSING})),
                    "kalla": inside["fil"],
                }
            )
        )
    table = pd.concat(tables, ignore_index=True)
    # Of a year outside the life of a RegSO version, and of a column that no file has, there is nothing to say.
    said = table[table["varde"].notna() | (table["status"] != MISSING)]
    return said.sort_values(["vad", "ar", "kod"], kind="stable").reset_index(drop=True)


def values_of_schools(merged: pd.DataFrame | None, schools: pd.DataFrame, measures: Iterable[Measure]) -> pd.DataFrame:
    """Return the published results and numbers of pupils of every school year as ``VALUES``.

    ``merged``: of ``results.merge``; ``measures``: the user's own, of which those that are published stay.
    """
    tables = [pd.DataFrame(columns=list(VALUES))]
    if merged is not None:
        inside = merged[merged["skolenhetskod"].isin(schools["skolenhetskod"])]
        own = [name for one in measures if one.public for name in (one.column, one.column + WEIGHT_SUFFIX)]
        for column in (PUPILS, PUPILS_GRADE_9, *RESULT_COLUMNS, *own):
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
                        "kalla": "",
                    }
                )
                tables.append(rows[known.notna()])
    return pd.concat([table for table in tables if len(table)] or tables[:1], ignore_index=True)


def years_of(study: Study) -> list[int]:
    """Return the years that a study has area types or an index of, earliest first."""
    if study.area_values is None:
        return [study.year]
    values = study.area_values
    known = values["vad"].isin(("omradestyp", "socioekonomiskt_index")) & values["varde"].notna()
    return sorted({study.year, *(int(year) for year in values.loc[known, "ar"].unique())})


def school_years_of(study: Study) -> list[str]:
    """Return the school years that a study has published results of, earliest first."""
    if study.school_values is None:
        return []
    values = study.school_values
    return sorted(values.loc[values["vad"].isin(RESULT_COLUMNS), "ar"].unique())


def at(study: Study, year: int | None) -> Study:
    """Return a study with the area types and the index of another of its years; None is its own.

    Results and pupils keep their own. What nobody has published is summed by the types of the year that the study was
    made for alone. Raises InputError where the study does not have the year.
    """
    if year is None or year == study.year:
        return study
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
    changed = replace(
        study,
        areas=areas,
        schools=schools,
        provenance=known,
        own_measures=tuple(one for one in study.own_measures if one.public),
        results_area_type=None,
        segregation=None,
    )
    measures = [one for one in changed.measures if one.public]
    names = dict(areas[["kommunkod", "kommunnamn"]].drop_duplicates().itertuples(index=False))
    by_municipality = shown(by_municipality_and_type(areas, changed.counted, measures))
    by_type = shown(by_area_type(areas, changed.counted, measures=measures))
    return replace(
        changed,
        summary_area_type=summary.wide(summary.tidy(by_type, year)),
        summary_municipality_type=summary.wide(summary.tidy(by_municipality, year), names.items()),
    )


def types_of_other_years(study: Study, codes: pd.Series, until: int | None = None) -> pd.DataFrame:
    """Return the types of every year but the study's own, a column (``schema.column_of``) a year, by ``codes``.

    ``until``: the last year that is wanted, where the areas are those of an earlier version.
    """
    found = pd.DataFrame(index=codes.index)
    if study.area_values is None:
        return found
    types = study.area_values[study.area_values["vad"] == "omradestyp"]
    for year in years_of(study):
        if year != study.year and (until is None or year <= until):
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
    areas["matchning"] = areas["matchning"].where(has_value, WITHOUT_VALUE)
    areas.loc[has_value & (areas["matchning"] == WITHOUT_VALUE), "matchning"] = ""
    areas["index_ar"] = pd.array([year] * len(areas), dtype="Int64")
    changed = areas["grans_2025"].astype("Int64")
    version = study.provenance.get("areas_regso_version", "")
    if version == regso_version_of_year(year):
        changed = changed * 0
    elif not version:
        changed = changed.mask(changed == 1)
    return areas.assign(grans_andrad=changed)
