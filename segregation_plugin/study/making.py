"""A study made from its inputs: index matched to areas, schools located in them, and both summed up by area type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

import pandas as pd

from ..analysis import locating
from ..analysis.areas import deso, matching, names
from ..analysis.schools import results, summaries
from ..analysis.schools.official_types import agreement, as_findings, counted_by, differences, year_of
from ..analysis.schools.operator_addresses import in_figures, in_place
from ..analysis.schools.pupil_units import other_units, units_of, with_official, with_others
from ..analysis.schools.school_segregation import SpreadRow
from ..disclosure.means import types_compared
from ..disclosure.own_sums import alike_together, hidden_groups, may_be_measured
from ..disclosure.school_indices import shown_segregation
from ..disclosure.shown_summaries import shown
from ..domain import findings as kinds
from ..domain.area_types import LOCATION_ELSE_SKOLVERKET, OFFICIAL_TYPE
from ..domain.codes import MUNICIPALITY_DIGITS, REGSO_2020, place_code, regso_version_of_year
from ..domain.findings import Finding
from ..domain.measures import (
    BACKGROUNDS,
    OWN_PUPILS,
    PUBLISHED,
    RESULT_COLUMNS,
    STATUS_SUFFIX,
    WEIGHT_SUFFIX,
    Measure,
)
from ..domain.messages import InputError, Message, message
from ..domain.place_words import plural
from . import schema, summary
from .all_figures import with_background
from .index_years import IndexByYear, latest_year, require_year
from .inputs import Inputs, Reference
from .model import OFFICIAL_YEAR, TYPES_FROM, Study
from .parts import AS_LOCATED, NO, YES
from .residents import latest, values_of_population
from .stored import normal
from .years import values_of_areas, values_of_schools

Progress = Callable[[float, Message], None]


def index_with_codes(index: pd.DataFrame, key: pd.DataFrame | None, reference: Reference) -> matching.MatchedIndex:
    """Give a long index table codes, by the names of the right time (a user's own key counts too)."""
    return matching.with_codes(index, _name_sets(key, reference))


def _name_sets(key: pd.DataFrame | None, reference: Reference) -> list[names.NameSet]:
    sets = [*reference.names_of_every_time]
    if key is not None:
        for version, of_version in key.groupby("regso_version"):
            sets.insert(0, names.key_set(of_version, f"DeSO-RegSO {version}"))
    return sets


def make(
    inputs: Inputs,
    reference: Reference,
    year: int | None = None,
    county: str | None = None,
    municipality: str | None = None,
    progress: Progress = lambda _percent, _message: None,
    as_located: bool = True,
    figures: bool = False,
    school_year: str | None = None,
    types_by: str = LOCATION_ELSE_SKOLVERKET,
) -> Study:
    """Make a study.

    ``year``: of the area types; when None the latest in which nine of ten areas have one. ``county`` and
    ``municipality`` (codes) narrow areas and schools. ``progress`` is called with per cent done and what comes next; it
    may raise ``Cancelled``. ``as_located``: count schools that may stand at their operator's address in the area where
    that lies; else figures by area leave them out, as schools of no known place (``operator_addresses``). ``figures``:
    work out differences and segregation of published results too, which else are worked out when they are asked for.
    ``school_year`` (``2024/25``): of the published results, when None the latest (``results.latest_school_year``).
    ``types_by``: which area types schools count by (``TYPES_BY``), where a file of pupils has Skolverket's own.
    Raises InputError for what the user can mend.
    """
    place = place_code(county, municipality)
    watch = partial(progress, 0, message("Matching the index to areas"))
    watch()
    municipality_names = dict(reference.municipalities[["kommunkod", "kommunnamn"]].itertuples(index=False, name=None))
    by_regso = deso.as_regso(inputs.areas, [inputs.key, reference.deso_key], watch)
    require_year(inputs.index, year)
    by_year = IndexByYear(inputs.index, _name_sets(inputs.key, reference))
    chosen = latest_year(by_year, by_regso.table["regsokod"], place) if year is None else year
    index = by_year.of(chosen)
    locating.require_valid(by_regso.table, watch)
    # Everything is matched and located in the whole layer, so that a part of it says the same as the whole.
    changes = matching.border_changes(reference.changes)
    matched = matching.join(by_regso.table, index.table, chosen, changes)
    areas = _in_place(matched.table, matched.table["regsokod"], place)
    if areas.empty:
        raise InputError("No area of the layer lies in {place}. Check the county or municipality code.", place=place)
    areas = _with_place_names(areas, reference.municipalities)
    areas["grans_2025"] = areas["regsokod"].isin(changes).astype("int64")
    others, of_others = by_year.others_than(chosen)
    area_values = values_of_areas(pd.concat([index.table, *others], ignore_index=True), place)
    if inputs.population is not None:
        keys = [inputs.key, reference.deso_key, deso.key_of_layer(inputs.areas)]
        residents = values_of_population(inputs.population, keys, set(areas["regsokod"]))
        area_values = pd.concat([area_values, residents], ignore_index=True)
        fitting = latest(residents, matching.layer_version(by_regso.table) or "", areas["regsokod"].nunique())
        if len(fitting):
            areas = areas.join(fitting, on="regsokod")
    earlier = None
    if inputs.areas_2020 is not None:
        earlier = _of_2020(inputs.areas_2020, place, reference.municipalities, watch)
    # What concerns the whole layer has no code.
    found = index.findings + [
        finding
        for finding in by_regso.findings + matched.findings + of_others
        if not finding.code or finding.code.startswith(place)
    ]

    if inputs.schools is None:
        _school_year(None, school_year)
    schools = merged = official_year = closed = None
    years = {"lasar": "", "elever_lasar": ""}
    own_years: Mapping[str, str] = {}
    if inputs.schools is not None:
        progress(15, message("Locating {places}", places=plural(inputs.units)))
        units = None if inputs.units else units_of(inputs.results)
        known = inputs.schools if units is None else with_official(inputs.schools, units)
        placed, unusual = locating.place_schools(known, matched.table, municipality_names, inputs.units)
        lies_in = placed["regsokod"].where(placed["regsokod"].notna(), placed["kommunkod"])
        nowhere = int((lies_in.fillna("") == "").sum()) if place else 0
        if nowhere:
            found.append(
                Finding(
                    kinds.SCHOOLS_LEFT_OUT,
                    "",
                    "",
                    message("{count} {places}", count=nowhere, places=plural(inputs.units)),
                )
            )
        if units is not None:
            all_areas = matched.table.assign(grans_2025=matched.table["regsokod"].isin(changes).astype("int64"))
            types = pd.concat([index.table, *others], ignore_index=True)
            placed, of_units, official_year = _with_units(placed, units, all_areas, types)
            unusual = unusual + of_units
        everywhere = placed["skolenhetskod"]
        placed = placed[in_place(placed, as_located, (place,) if place else ())].reset_index(drop=True)
        kept = set(placed["skolenhetskod"])
        closed = other_units(() if inputs.units else inputs.results, everywhere, place)
        found += [finding for finding in unusual if finding.code in kept]
        merged = results.merge(inputs.results) if inputs.results else None
        of_results = _school_year(merged, school_year)
        schools, years, own_years, more = _with_results(placed, merged, of_results, inputs.measures, bool(place))
        found += more

    counted = None
    if schools is not None:
        placed = in_figures(schools, as_located, (place,) if place else ())
        counted = counted_by(placed, types_by, official_year == chosen)
    progress(72, message("Summarising by area type"))
    measures = (*PUBLISHED, *inputs.measures)
    public = [one for one in measures if one.public]
    hidden = hidden_groups(counted, measures)
    alike = alike_together(counted, inputs.measures, hidden)
    by_type = shown(summaries.by_area_type(areas, counted, measures=measures), hidden, measures, alike)
    # Of smaller places, what nobody has published could be derived from what is shown of the larger ones.
    by_municipality = shown(summaries.by_municipality_and_type(areas, counted, public))
    by_municipality["kommunnamn"] = by_municipality["kommunkod"].map(municipality_names).fillna("")
    compared = apart = None
    if counted is not None:
        progress(85, message("Comparing area types"))
        # Values of single places that nobody has published end here: what rests on them is worked out now or never.
        asked = measures if figures else [one for one in measures if not one.public]
        compared = types_compared(counted, asked, hidden)
        progress(86, message("Measuring segregation"))
        measured = [one for one in asked if may_be_measured(one, hidden)]
        apart = pd.DataFrame(shown_segregation(counted, measured), columns=list(SpreadRow._fields))
        schools = _as_published(schools, inputs.measures)
    provenance = {
        "schema_version": str(schema.VERSION),
        "index_ar": str(chosen),
        "index_regso_version": regso_version_of_year(chosen),
        "areas_regso_version": matching.layer_version(by_regso.table) or "",
        "omraden_ur_deso": by_regso.origin,
        **years,
        "lanskod": county or "",
        "kommunkod": municipality or "",
        "enheter": inputs.units,
        AS_LOCATED: YES if as_located else NO,
    }
    if schools is not None and OFFICIAL_TYPE in schools:
        provenance |= {TYPES_FROM: types_by, OFFICIAL_YEAR: str(official_year or "")}
    made = Study(
        normal(schema.AREAS, areas),
        None if schools is None else normal(schema.SCHOOLS, schools),
        # As the file says it, so that a study is the same before it is written and when it is read.
        summary.wide(summary.tidy(by_type, chosen)),
        summary.wide(summary.tidy(by_municipality, chosen), by_municipality=True),
        _in_order(found),
        provenance,
        tuple(replace(measure, year=own_years.get(measure.column, "")) for measure in inputs.measures),
        normal(schema.AREA_VALUES, area_values),
        None if schools is None else _school_values(merged, schools, inputs.measures, closed),
        compared,
        apart,
        earlier,
        other_units=closed,
    )
    return with_background(made) if figures else made


def _with_units(
    placed: pd.DataFrame, units: pd.DataFrame, areas: pd.DataFrame, index: pd.DataFrame
) -> tuple[pd.DataFrame, list[Finding], int | None]:
    """Return placed schools with the other units of the pupils' file, what was found, and the year of official types.

    All of the whole country: of a part of it few schools would say which year Skolverket's types are of.
    """
    placed, found = with_others(placed, units)
    values = values_of_areas(index, "")
    types = values[values["vad"] == "omradestyp"]
    year = year_of(agreement(placed, types))
    if year is not None:
        found = found + as_findings(differences(placed, areas, types, year))
    return placed, found, year


def _of_2020(areas: pd.DataFrame, place: str, municipalities: pd.DataFrame, watch: Callable[[], None]) -> pd.DataFrame:
    """Return the areas of RegSO 2020 in a place. Raises InputError where they are of another version."""
    version = matching.layer_version(areas)
    if version != REGSO_2020:
        raise InputError(
            "The areas of RegSO 2020 are of RegSO {version}. Choose a layer of RegSO 2020, or leave it out.",
            version=version or "?",
        )
    locating.require_valid(areas, watch)
    inside = _in_place(areas, areas["regsokod"], place)
    return normal(schema.AREAS_2020, _with_place_names(inside, municipalities))


def _as_published(schools: pd.DataFrame, measures: Iterable[Measure]) -> pd.DataFrame:
    """Return schools without the values, and what they rest on, of measures that nobody has published."""
    own = [one for one in measures if not one.public]
    columns = {name for one in own for name in (one.column, one.column + STATUS_SUFFIX, one.column + WEIGHT_SUFFIX)}
    return schools.drop(columns=columns & set(schools.columns))


def _in_place(table: pd.DataFrame, codes: pd.Series, place: str) -> pd.DataFrame:
    return table[codes.fillna("").str.startswith(place)].reset_index(drop=True) if place else table


def _with_place_names(areas: pd.DataFrame, municipalities: pd.DataFrame) -> pd.DataFrame:
    by_code = municipalities.set_index("kommunkod")
    code = areas["regsokod"].str[:MUNICIPALITY_DIGITS]
    return areas.assign(kommunkod=code, kommunnamn=code.map(by_code["kommunnamn"]).fillna(""), lanskod=code.str[:2])


def _school_year(merged: pd.DataFrame | None, asked_for: str | None) -> str | None:
    """Return the school year of the results. Raises InputError where there are none of the one that is asked for."""
    if not asked_for:
        return None if merged is None else results.latest_school_year(merged)
    known = [] if merged is None else results.school_years(merged)
    if asked_for not in known:
        raise InputError(
            "The results have no values for the school year {year}. They hold {years}.",
            year=asked_for,
            years=", ".join(known) or "-",
        )
    return asked_for


def _with_results(
    schools: pd.DataFrame,
    merged: pd.DataFrame | None,
    school_year: str | None,
    measures: Iterable[Measure],
    narrowed: bool,
) -> tuple[pd.DataFrame, dict[str, str], dict[str, str], list[Finding]]:
    """Return schools with a school year's results, the years used, those of own measures, and what was found.

    A user's own numbers of pupils end here: they are for nobody else to read, and no figure rests on them.
    """
    own = schools[OWN_PUPILS] if OWN_PUPILS in schools else schools["elever"].notna()
    schools = schools.assign(**{OWN_PUPILS: own.astype(bool)}, lasar="")
    found: list[Finding] = []
    years = {"lasar": "", "elever_lasar": ""}
    own_years: dict[str, str] = {}
    if merged is not None:
        schools = results.join(schools, merged, school_year)
        years = {"lasar": school_year or "", "elever_lasar": results.latest_school_year_of_pupils(merged) or ""}
        used = dict.fromkeys(RESULT_COLUMNS, school_year)
        for series in BACKGROUNDS:
            of_series = results.latest_school_year(merged, [one.column for one in series.measures])
            if of_series:
                schools = results.join_figures(schools, merged, series.columns, of_series)
                years[series.key] = of_series
                used |= dict.fromkeys((one.column for one in series.measures), of_series)
        schools, own_years = results.join_own(schools, merged, measures)
        if not narrowed:
            used |= own_years
            has_value = pd.Series(False, index=merged.index)
            for column in [column for column in used if column in merged]:
                has_value |= merged[column].notna() & (merged["lasar"] == used[column])
            missing = merged[has_value & ~merged["skolenhetskod"].isin(schools["skolenhetskod"])]
            found += [Finding(kinds.RESULT_WITHOUT_SCHOOL, code) for code in missing["skolenhetskod"].unique()]
    own_pupils = schools[schools[OWN_PUPILS]]
    found += [Finding(kinds.OWN_PUPILS, row.skolenhetskod, row.namn) for row in own_pupils.itertuples()]
    return schools.assign(elever=schools["elever"].where(~schools[OWN_PUPILS])), years, own_years, found


def _school_values(
    merged: pd.DataFrame | None, schools: pd.DataFrame, measures: Iterable[Measure], others: pd.DataFrame | None
) -> pd.DataFrame:
    return normal(schema.SCHOOL_VALUES, values_of_schools(merged, schools, measures, others))


def _in_order(found: list[Finding]) -> list[Finding]:
    order = {kind: place for place, kind in enumerate(kinds.EXPLANATIONS)}
    return sorted(found, key=lambda finding: order[finding.kind])
