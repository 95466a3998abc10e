"""The summary by area type, of the whole study and of each municipality."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..domain.area_types import name as area_type_name
from ..domain.measures import INTERVAL_ENDS, OWN_WEIGHT, PUPILS, PUPILS_GRADE_9, RESIDENTS, SUMS, Measure
from ..domain.place_words import heading, plural
from ..domain.wording import Wording
from ..study.model import Study
from ..study.parts import is_of_municipalities
from ..study.records import NUMBER, WHOLE
from ..study.schema import AREAS
from ..study.words import OF_SCHOOLS
from .headings import DECIMALS, result_column, title_of
from .notes import about_limits, about_residents, common_notes, year_of_residents
from .sheet import Filled, Sheet, SheetColumn, decimal_numbers, from_schema, hidden_where, sheet_of, whole_numbers


def area_types(study: Study, texts: Wording) -> Sheet:
    """Return the summary by area type."""
    summary = rows_left(study, study)
    return sheet_of(
        title_of(study, texts.tr("Summary by area type"), texts),
        [*_of_groups(summary, texts), *counts_of(summary, study, texts), *_of_results(summary, study, texts)],
        _notes(study, texts),
        summary["grupp"],
    )


def municipality_types(study: Study, texts: Wording) -> Sheet:
    """Return the summary by municipality and area type."""
    summary = study.by_municipality
    names = list(summary["kommunnamn"])
    if not is_of_municipalities(study):
        # Such a row is no figure of the municipality, also where it stands alone; schools in none have no name.
        some = texts.tr("{municipality}, only what is chosen there")
        names = [some.format(municipality=name) if name else name for name in names]
    places: list[Filled] = [
        (from_schema(AREAS, "kommunkod", texts), list(summary["kommunkod"])),
        (from_schema(AREAS, "kommunnamn", texts), names),
    ]
    return sheet_of(
        title_of(study, texts.tr("Summary by municipality and area type"), texts),
        [*places, *_of_groups(summary, texts), *counts_of(summary, study, texts), *_of_results(summary, study, texts)],
        _notes(study, texts),
        summary["grupp"],
    )


def _notes(study: Study, texts: Wording) -> list[str]:
    limits = [about_limits(study, texts)] if any(one.kind not in SUMS for one in study.measures) else []
    return [*common_notes(study, texts), *about_residents(study, texts), *limits]


def rows_left(study: Study, other: Study) -> pd.DataFrame:
    """Return the summary of a study or of another part of it, without the types that are left out of that study.

    A type that is left out is no type without areas.
    """
    summary = other.summary_area_type
    left = [study.chosen.leaves(group) for group in summary["grupp"]]
    return summary if all(left) else summary[left].reset_index(drop=True)


def _of_groups(summary: pd.DataFrame, texts: Wording) -> list[Filled]:
    names = [area_type_name(group, texts.language) for group in summary["grupp"]]
    return [
        (from_schema(AREAS, "omradestyp", texts), whole_numbers(summary["omradestyp"])),
        (SheetColumn("namn", texts.tr("Name")), list(names)),
    ]


def counts_of(summary: pd.DataFrame, study: Study, texts: Wording) -> list[Filled]:
    """Return the columns of how many areas, schools and pupils there are."""
    tr = texts.tr
    places = texts.render(heading(study.units))
    filled: list[Filled] = []

    def add(name: str, label: str) -> None:
        filled.append((SheetColumn(name, label, WHOLE), whole_numbers(summary[name])))

    add("omraden", tr("Areas"))
    if summary["omraden_dolda"].any():
        add("omraden_dolda", tr("Areas whose type is hidden by SCB"))
    filled += _of_residents(summary, study, texts)
    add("skolor", places)
    if not study.units or has_operators(study):
        add("skolor_kommunal", tr("{places}, municipal").format(places=places))
        add("skolor_enskild", tr("{places}, independent").format(places=places))
        add("skolor_ovriga", tr("{places}, other operators").format(places=places))
        add("skolor_okand", tr("{places}, operator unknown").format(places=places))
    if not study.units:
        pupils = hidden_where(summary[f"{PUPILS}_dold"], whole_numbers(summary[PUPILS]))
        filled.append((SheetColumn(PUPILS, tr("Pupils, all grades"), WHOLE), pupils))
        add("elever_n", tr("Schools with known number of pupils"))
    return filled


def _of_residents(summary: pd.DataFrame, study: Study, texts: Wording) -> list[Filled]:
    """Return the columns of residents, none in a study without files of the population."""
    if RESIDENTS not in summary:
        return []
    tr, share = texts.tr, f"{RESIDENTS}_andel"
    label = tr("Residents {year}").format(year=year_of_residents(study)).strip()
    filled: list[Filled] = [
        (SheetColumn(RESIDENTS, label, WHOLE), whole_numbers(summary[RESIDENTS])),
        (SheetColumn(share, tr("Residents, per cent"), NUMBER, decimals=DECIMALS), decimal_numbers(summary[share])),
    ]
    if (summary[f"{RESIDENTS}_n"] < summary["omraden"]).any():
        known = SheetColumn(f"{RESIDENTS}_n", tr("Areas with known population"), WHOLE)
        filled.append((known, whole_numbers(summary[known.key])))
    return filled


def has_operators(study: Study) -> bool:
    """Whether anything is known of who runs the places of a study."""
    return study.schools is not None and bool((study.schools["huvudmannatyp"] != "").any())


def _of_results(summary: pd.DataFrame, study: Study, texts: Wording) -> list[Filled]:
    known = [measure for measure in study.measures if measure.column in summary]
    return [column for measure in known for column in result_of(summary, measure, study, texts)]


def result_of(summary: pd.DataFrame, measure: Measure, study: Study, texts: Wording) -> list[Filled]:
    """Return the columns of a result: its value, and how many places are behind it, hidden, rounded and left out."""
    tr, name = texts.tr, measure.column
    cells = hidden_where(summary[f"{name}_dold"], decimal_numbers(summary[name]))
    value = result_column(measure, cells, texts)
    filled: list[Filled] = [(value, cells)]
    is_sum = measure.kind in SUMS
    if not is_sum:
        for ending, end in zip(INTERVAL_ENDS, (tr("lower limit"), tr("upper limit"))):
            ends = hidden_where(summary[f"{name}_dold"], decimal_numbers(summary[name + ending]))
            filled.append((SheetColumn(name + ending, f"{value.header}: {end}", NUMBER, decimals=DECIMALS), ends))
    counts = [
        ("_n", tr("{places} behind it")),
        ("_dolda", tr("{places} whose value the source hides")),
        ("_avrundade", tr("of the {places} behind it, rounded by the source")),
    ]
    if not is_sum:
        counts.append(("_utan_vikt", tr("{places} left out: weight unknown")))
    places = texts.render(plural(study.units))
    for ending, what in counts:
        label = f"{value.header}: {what.format(places=places)}"
        filled.append((SheetColumn(name + ending, label, WHOLE), whole_numbers(summary[name + ending])))
    if not study.units:
        label = f"{value.header}: {tr('suppressed, per cent of pupils')}"
        share = f"{name}_dolda_andel"
        filled.append((SheetColumn(share, label, NUMBER, decimals=DECIMALS), decimal_numbers(summary[share])))
    if not is_sum:
        label = f"{value.header}: {tr('weight')}"
        filled.append((SheetColumn(f"{name}_vikt", label), _weights(summary, measure, texts)))
    return filled


def _weights(summary: pd.DataFrame, measure: Measure, texts: Wording) -> Sequence[str]:
    """Return what each mean is weighted by, in words; nothing where no place is behind it."""
    words = {
        **{name: texts.render(word).lower() for name, word in OF_SCHOOLS.items()},
        PUPILS_GRADE_9: texts.tr("pupils in grade 9"),
        OWN_WEIGHT: measure.weight,
    }
    return [
        words.get(way, texts.tr("unweighted")) if behind else ""
        for way, behind in zip(summary[f"{measure.column}_vikt"], summary[f"{measure.column}_n"])
    ]
