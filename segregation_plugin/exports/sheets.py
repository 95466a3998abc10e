"""What stands in each exported table: headings, cells and notes, in one language."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Union

import pandas as pd

from ..analysis.schools.summaries import OWN_WEIGHT, WEIGHTED
from ..domain.area_types import name as area_type_name
from ..domain.findings import explanation
from ..domain.measures import (
    AMOUNT,
    COUNT,
    OWN_PUPILS,
    PUPILS,
    PUPILS_GRADE_9,
    STATUS_SUFFIX,
    SUMS,
    Measure,
    unpublished,
)
from ..domain.place_words import heading, plural
from ..domain.placing import EXPLANATIONS as PLACINGS
from ..domain.rounding import written
from ..domain.statuses import EXISTS, HIDDEN, HIDDEN_TEXT, NOT_COMPARABLE, ROUNDED
from .map_places import find_place
from .notes import about_area_types, about_own_measures, about_schools, none_located, source

if TYPE_CHECKING:
    from ..i18n import Texts
    from ..study.model import Study

Cell = Union[str, int, float, None]

_MARKERS = {HIDDEN: HIDDEN_TEXT, NOT_COMPARABLE: "*"}
_DECIMALS = 1


@dataclass
class Sheet:
    """A table to write. ``decimals`` of each column: None for text."""

    title: str
    headers: list[str] = field(default_factory=list)
    decimals: list[int | None] = field(default_factory=list)
    columns: list[list[Cell]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, header: str, cells: list[Cell], decimals: int | None = None) -> None:
        """Add a column."""
        self.headers.append(header)
        self.columns.append(cells)
        self.decimals.append(decimals)

    @property
    def rows(self) -> list[tuple[Cell, ...]]:
        """The cells row by row."""
        return list(zip(*self.columns))


def area_types(study: Study, texts: Texts) -> Sheet:
    """Return the summary by area type."""
    sheet = Sheet(title_of(study, texts.tr("Summary by area type")))
    _add_summary(sheet, study.summary_area_type, study, texts)
    sheet.notes = common_notes(study, texts)
    return sheet


def municipality_types(study: Study, texts: Texts) -> Sheet:
    """Return the summary by municipality and area type."""
    sheet = Sheet(title_of(study, texts.tr("Summary by municipality and area type")))
    summary = study.summary_municipality_type
    sheet.add(texts.tr("Municipality code"), list(summary["kommunkod"]))
    sheet.add(texts.tr("Municipality"), list(summary["kommunnamn"]))
    _add_summary(sheet, summary, study, texts)
    sheet.notes = common_notes(study, texts)
    return sheet


def schools(study: Study, texts: Texts) -> Sheet | None:
    """Return the schools with area type and published results; None in a study without schools."""
    if study.schools is None:
        return None
    table = study.schools
    sheet = Sheet(title_of(study, texts.render(heading(study.units))))
    for column, header in (
        ("skolenhetskod", texts.tr("Code") if study.units else texts.tr("School unit code")),
        ("namn", texts.tr("Name") if study.units else texts.tr("School")),
        ("huvudmannatyp", texts.tr("Operator")),
        ("skolformer", texts.tr("Kind") if study.units else texts.tr("School types")),
        ("kommunkod", texts.tr("Registered municipality")),
        ("regsokod", texts.tr("RegSO")),
    ):
        sheet.add(header, _text_cells(table[column]))
    sheet.add(texts.tr("Area type"), whole_numbers(table["omradestyp"]), 0)
    sheet.add(texts.tr("Locating"), [texts.render(PLACINGS[code]) for code in table["placering"]])
    if not study.units:
        own = table[OWN_PUPILS].fillna(0).astype(bool)
        pupils = [HIDDEN_TEXT if mine else cell for mine, cell in zip(own, whole_numbers(table[PUPILS]))]
        sheet.add(texts.tr("Pupils"), pupils, 0)
    if PUPILS_GRADE_9 in table:
        in_grade_9 = [int(n) if isinstance(n, float) else n for n in _with_markers(table, PUPILS_GRADE_9)]
        sheet.add(texts.tr("Pupils in grade 9"), list(in_grade_9), 0)
    for measure in study.measures:
        if measure.public:
            cells = _with_markers(table, measure.column)
            sheet.add(result_header(measure, texts), cells, decimals_of(measure, cells))
    sheet.notes = common_notes(study, texts)
    return sheet


def match_report(study: Study, texts: Texts) -> Sheet:
    """Return the match report."""
    sheet = Sheet(title_of(study, texts.tr("Match report")))
    found = study.findings
    sheet.add(texts.tr("Finding"), [texts.render(explanation(one.kind, study.units)) for one in found])
    sheet.add(texts.tr("Code"), [one.code for one in found])
    sheet.add(texts.tr("Name"), [one.name for one in found])
    sheet.add(texts.tr("Details"), [texts.render(one.details) for one in found])
    sheet.notes = common_notes(study, texts)
    return sheet


def _add_summary(sheet: Sheet, summary: pd.DataFrame, study: Study, texts: Texts) -> None:
    tr = texts.tr
    places = texts.render(heading(study.units))
    sheet.add(tr("Area type"), whole_numbers(summary["omradestyp"]), 0)
    sheet.add(tr("Name"), [area_type_name(group, texts.language) for group in summary["grupp"]])
    hidden = [("omraden_dolda", tr("Areas whose type is hidden by SCB"))] if summary["omraden_dolda"].any() else []
    for column, header in (
        ("omraden", tr("Areas")),
        *hidden,
        ("skolor", places),
        ("skolor_kommunal", tr("{places}, municipal").format(places=places)),
        ("skolor_enskild", tr("{places}, independent").format(places=places)),
        ("skolor_ovriga", tr("{places}, other operators").format(places=places)),
        ("skolor_okand", tr("{places}, operator unknown").format(places=places)),
    ):
        if not study.units or column in ("omraden", "skolor") or has_operators(study):
            sheet.add(header, whole_numbers(summary[column]), 0)
    if not study.units:
        sheet.add(tr("Pupils, all grades"), _hidden(summary, PUPILS, whole_numbers(summary[PUPILS])), 0)
        sheet.add(tr("Schools with known number of pupils"), whole_numbers(summary["elever_n"]), 0)
    for measure in study.measures:
        if measure.column in summary:
            _add_result(sheet, summary, measure, study, texts)


def has_operators(study: Study) -> bool:
    """Whether anything is known of who runs the places of a study."""
    return study.schools is not None and bool((study.schools["huvudmannatyp"] != "").any())


def _add_result(sheet: Sheet, summary: pd.DataFrame, measure: Measure, study: Study, texts: Texts) -> None:
    tr = texts.tr
    column = measure.column
    places = texts.render(plural(study.units))
    header = result_header(measure, texts)
    cells = _hidden(summary, column, decimal_numbers(summary[column]))
    sheet.add(header, cells, decimals_of(measure, cells))
    is_sum = measure.kind in SUMS
    counts = [
        ("_n", tr("{places} behind it")),
        ("_dolda", tr("{places} whose value the source hides")),
        ("_avrundade", tr("of the {places} behind it, rounded by the source")),
    ]
    if not is_sum:
        counts.append(("_utan_vikt", tr("{places} left out: weight unknown")))
    for ending, what in counts:
        sheet.add(f"{header}: {what.format(places=places)}", whole_numbers(summary[column + ending]), 0)
    if not study.units:
        share = tr("suppressed, per cent of pupils")
        sheet.add(f"{header}: {share}", decimal_numbers(summary[f"{column}_dolda_andel"]), _DECIMALS)
    if not is_sum:
        weight = {WEIGHTED: tr("pupils in grade 9"), OWN_WEIGHT: measure.weight}
        weights = [
            weight.get(kind, tr("unweighted")) if behind else ""
            for kind, behind in zip(summary[f"{column}_vikt"], summary[f"{column}_n"])
        ]
        sheet.add(f"{header}: {tr('weight')}", list(weights))


def common_notes(study: Study, texts: Texts) -> list[str]:
    """Return what stands below every table: the place, how to read the figures, and where they come from."""
    tr, known = texts.tr, study.provenance
    notes = [
        tr("Place: {name}.").format(name=find_place(study, None, None, texts).name),
        source(study, texts),
        *none_located(study, texts),
        *about_area_types(study.areas, known, texts),
        *about_schools(study, texts),
        *about_own_measures(study, texts),
    ]
    if known.get("elever_lasar"):
        notes.append(
            tr(
                "Pupils of all grades: the latest number known, of school year {year} at the latest, rounded by "
                "Skolverket."
            ).format(year=known["elever_lasar"])
        )
    if known.get("lasar"):
        notes += [
            tr("Results: school year {year}, grade 9.").format(year=known["lasar"]),
            tr(
                "Means are weighted by the number of pupils in grade 9 of the same year where it is known of at "
                "least nine schools of ten with a value, else unweighted; the column says which. Each mean rests on "
                "the schools with a published value alone; suppressed values are unknown, not zero. Their share is of "
                "the pupils of all grades."
            ),
            tr("A value that the source rounds to protect few pupils (~100) counts as 100."),
        ]
    if study.own_measures:
        notes.append(tr("Own measures: counts and amounts are added up, means and shares weighted as the column says."))
    if unpublished(study.own_measures):
        notes.append(
            tr(
                "Own figures that nobody has published are shown only by area type and for the whole study, without "
                "types that rest on fewer than ten people or three {places}, or would reveal such types. For single "
                "{places}, counties and municipalities: not available for own figures."
            ).format(places=texts.render(plural(study.units)))
        )
    notes.append(
        tr(
            ".. = suppressed by the source; or not shown, since it rests on few or a hidden number could be derived "
            "from it."
        )
        if study.units
        else tr(".. = suppressed by the source, or own numbers that nobody has published.")
    )
    return notes


def title_of(study: Study, what: str) -> str:
    """Return a table's title with the year of the index."""
    return f"{what} {study.provenance.get('index_ar', '')}".strip()


def result_header(measure: Measure, texts: Texts) -> str:
    """Return a result's name with its unit."""
    unit = texts.tr("points") if measure.unit == "poäng" else measure.unit
    label = measure.label[texts.language]
    return f"{label} ({unit})" if unit else label


def decimals_of(measure: Measure, cells: Iterable[object]) -> int:
    """Return with how many decimals the ``cells`` of a result are written: none where all of an amount are whole."""
    if measure.kind == AMOUNT:
        numbers = (cell for cell in cells if isinstance(cell, (int, float)) and not math.isnan(cell))
        return 0 if all(float(number).is_integer() for number in numbers) else _DECIMALS
    return 0 if measure.kind == COUNT else _DECIMALS


def _hidden(table: pd.DataFrame, column: str, cells: list[Cell]) -> list[Cell]:
    return [HIDDEN_TEXT if hidden else cell for hidden, cell in zip(table[f"{column}_dold"], cells)]


def _with_markers(table: pd.DataFrame, column: str) -> list[Cell]:
    cells: list[Cell] = []
    for value, status in zip(table[column], table[column + STATUS_SUFFIX]):
        if status == ROUNDED:
            cells.append(f"~{written(value, 0)}")
        else:
            cells.append(float(value) if status == EXISTS else _MARKERS.get(status))
    return cells


def _text_cells(values: pd.Series) -> list[Cell]:
    return ["" if pd.isna(value) else str(value) for value in values]


def whole_numbers(values: pd.Series) -> list[Cell]:
    """Return cells of whole numbers; what is missing is empty."""
    return [None if pd.isna(value) else int(value) for value in values]


def decimal_numbers(values: pd.Series) -> list[Cell]:
    """Return cells of numbers; what is missing is empty."""
    return [None if pd.isna(value) else float(value) for value in values]
