"""The schools, or other places, with area type and published results."""

from __future__ import annotations

import pandas as pd

from ..domain.area_types import OFFICIAL_TYPE
from ..domain.measures import NUMBERS_OF_PUPILS, OWN_PUPILS, PUPILS, STATUS_SUFFIX
from ..domain.place_words import heading
from ..domain.placing import EXPLANATIONS as PLACINGS
from ..domain.rounding import written
from ..domain.statuses import EXISTS, HIDDEN, HIDDEN_TEXT, NOT_COMPARABLE, ROUNDED
from ..domain.wording import Wording
from ..study.model import Study
from ..study.records import WHOLE
from ..study.schema import AREAS, SCHOOLS
from ..study.words import OF_SCHOOLS
from .headings import result_column, title_of
from .notes import common_notes
from .sheet import Cell, Filled, Sheet, SheetColumn, from_schema, hidden_where, sheet_of, text_cells, whole_numbers

_IN_WORDS = ("huvudmannatyp", "skolformer")
_MARKERS = {HIDDEN: HIDDEN_TEXT, NOT_COMPARABLE: "*"}


def schools(study: Study, texts: Wording) -> Sheet | None:
    """Return the schools with area type and published results; None in a study without schools."""
    if study.schools is None:
        return None
    table = study.schools
    placed = [texts.render(PLACINGS[code]) for code in table["placering"]]
    filled: list[Filled] = [
        *[(column, _words(table[column.key], column.key, texts)) for column in _of_texts(study, texts)],
        (from_schema(AREAS, "omradestyp", texts), whole_numbers(table["omradestyp"])),
        (from_schema(SCHOOLS, "placering", texts), list(placed)),
    ]
    if OFFICIAL_TYPE in table:
        label = texts.tr("Area type by Skolverket")
        filled.insert(-1, (SheetColumn(OFFICIAL_TYPE, label, WHOLE), whole_numbers(table[OFFICIAL_TYPE])))
    if not study.units:
        pupils = hidden_where(table[OWN_PUPILS].fillna(0).astype(bool), whole_numbers(table[PUPILS]))
        filled.append((SheetColumn(PUPILS, texts.tr("Pupils"), WHOLE), pupils))
    for name in NUMBERS_OF_PUPILS[1:]:
        if name in table:
            numbers = [int(n) if isinstance(n, float) else n for n in _with_markers(table, name)]
            filled.append((SheetColumn(name, texts.render(OF_SCHOOLS[name]), WHOLE), numbers))
    for measure in study.measures:
        if measure.public:
            cells = _with_markers(table, measure.column)
            filled.append((result_column(measure, cells, texts), cells))
    title = title_of(study, texts.render(heading(study.units)), texts)
    return sheet_of(title, filled, common_notes(study, texts), table["skolenhetskod"])


def _of_texts(study: Study, texts: Wording) -> list[SheetColumn]:
    tr = texts.tr
    names = ("skolenhetskod", "namn", "huvudmannatyp", "skolformer", "kommunkod")
    known = {name: from_schema(SCHOOLS, name, texts) for name in names}
    known["namn"] = SheetColumn("namn", tr("School"))
    if study.units:
        known["skolenhetskod"] = SheetColumn("skolenhetskod", tr("Code"))
        known["namn"] = SheetColumn("namn", tr("Name"))
        known["skolformer"] = SheetColumn("skolformer", tr("Kind"))
    return [*known.values(), SheetColumn("regsokod", tr("RegSO"))]


def _words(values: pd.Series, name: str, texts: Wording) -> list[Cell]:
    """Return texts, and what operators and school types are called for their codes; others as they are."""
    words = {} if name not in _IN_WORDS else SCHOOLS.of(name).words
    return [
        ", ".join(texts.render(words[one]) if one in words else one for one in str(cell).split(",")) if words else cell
        for cell in text_cells(values)
    ]


def _with_markers(table: pd.DataFrame, column: str) -> list[Cell]:
    cells: list[Cell] = []
    for value, status in zip(table[column], table[column + STATUS_SUFFIX]):
        if status == ROUNDED:
            cells.append(f"~{written(value, 0)}")
        else:
            cells.append(float(value) if status == EXISTS else _MARKERS.get(status))
    return cells
