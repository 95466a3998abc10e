"""What a table and the columns of a result are called, and with how many decimals they are written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from ..domain.measures import AMOUNT, BACKGROUNDS, COUNT, Measure
from ..domain.unit_words import unit_word
from ..domain.wording import Wording, in_sentence
from ..study.model import Study
from ..study.records import NUMBER
from .choice_words import choice_said
from .sheet import Filled, SheetColumn

DECIMALS = 1


def title_of(study: Study, what: str, texts: Wording, *, is_named: bool = False) -> str:
    """Return a table's title with the year of the index, and the schools and the school year of results chosen.

    ``is_named``: see ``with_choice``.
    """
    title = with_choice(f"{what} {study.provenance.get('index_ar', '')}", study, texts, is_named=is_named)
    if not study.own_school_year:
        return title
    return texts.tr("{title}, results of {year}").format(title=title, year=study.provenance["lasar"])


def title_of_result(study: Study, measure: Measure, what: str, texts: Wording) -> str:
    """Return as ``title_of`` does the title of one result, with the year of it where that is known; for charts."""
    title = with_choice(f"{what} {study.provenance.get('index_ar', '')}", study, texts, is_named=True)
    year = year_of_result(study, measure)
    return texts.tr("{title}, results of {year}").format(title=title, year=year) if year else title


def with_choice(title: str, study: Study, texts: Wording, *, of_areas: bool = False, is_named: bool = False) -> str:
    """Return a title with which schools and areas figures are of; ``of_areas``: which areas alone.

    ``is_named``: the title names places by ``named_as_chosen``: what is chosen on the map is not of all of them.
    """
    return ", ".join([title.strip(), *choice_said(study, texts, of_areas=of_areas, is_named=is_named)])


def rests_on(what: str, rows: int, texts: Wording) -> Filled:
    """Return the column that says of each row on which places it rests: two tables have D of different ones."""
    return SheetColumn("vilar_pa", texts.tr("Rests on")), [what] * rows


def year_of_result(study: Study, measure: Measure) -> str:
    """Return the year that a result is of, empty where that is not known."""
    if measure.is_own:
        return measure.year
    series = next((one.key for one in BACKGROUNDS if measure in one.measures), "lasar")
    return study.provenance.get(series, "")


def result_column(measure: Measure, cells: Iterable[object], texts: Wording) -> SheetColumn:
    """Return the column of a result with these ``cells``."""
    label = measure.label[texts.language]
    return SheetColumn(measure.column, label, NUMBER, unit_word(measure.unit, texts), decimals_of(measure, cells))


def result_header(measure: Measure, texts: Wording) -> str:
    """Return a result's name with its unit."""
    return result_column(measure, (), texts).header


def result_inside(measure: Measure, texts: Wording, *, with_unit: bool = True) -> str:
    """Return a result's name inside a sentence; one of the user's own stays as the user writes it."""
    said = result_header(measure, texts) if with_unit else measure.label[texts.language]
    return said if measure.is_own else in_sentence(said)


def decimals_of(measure: Measure, cells: Iterable[object]) -> int:
    """Return with how many decimals the ``cells`` of a result are written: none where all of an amount are whole."""
    if measure.kind == AMOUNT:
        numbers = (cell for cell in cells if isinstance(cell, (int, float)) and not math.isnan(cell))
        return 0 if all(float(number).is_integer() for number in numbers) else DECIMALS
    return 0 if measure.kind == COUNT else DECIMALS


def listed(items: Sequence[str], texts: Wording) -> str:
    """Return a list in words."""
    if not items[1:]:
        return "".join(items)
    return texts.tr("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])
