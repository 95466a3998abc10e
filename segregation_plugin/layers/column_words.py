"""What values of a study's columns are called in attribute tables and forms, and how its numbers are drawn there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsEditorWidgetSetup, QgsValueMapFieldFormatter, QgsVectorLayer

from ..compat import field
from ..domain.area_types import AREA_TYPES, GROUPS
from ..domain.area_types import name as area_type_name
from ..domain.counties import COUNTIES as NAMES_OF_COUNTIES
from ..domain.measures import COUNT, PUBLISHED, Measure
from ..domain.unit_words import unit_word, with_unit
from ..resources import municipalities
from ..study.records import ALL_PLACES, COUNTIES, MUNICIPALITIES, NUMBER, TEXT, Column

if TYPE_CHECKING:
    from ..i18n import Texts

# A virtual column beside a number whose decimals depend on its row.
_ROUNDED = "_avrundat"


def title(column: Column, texts: Texts) -> str:
    """Return what people read above a column, with its unit."""
    return _with_unit(column.title(texts.language, texts.render), column.unit, texts)


def widget(layer: QgsVectorLayer, column: Column, texts: Texts, own: Iterable[Measure]) -> QgsEditorWidgetSetup:
    """Return how a column's values are shown: as words, or with so many decimals. ``own``: the user's measures."""
    held = layer.uniqueValues(layer.fields().lookupField(column.name)) if column.others else ()
    words = [{word: value} for value, word in words_of(column, texts, own, held).items()]
    if words:
        # QGIS writes (NULL) for what the map lacks.
        unknown = area_type_name(None, texts.language) if column.known == AREA_TYPES else ""
        words.append({unknown: QgsValueMapFieldFormatter.NULL_VALUE})
        return QgsEditorWidgetSetup("ValueMap", {"map": words})
    if column.kind == NUMBER:
        return QgsEditorWidgetSetup("Range", {"Precision": column.decimals, "AllowNull": True, "Style": "SpinBox"})
    return plain()


def plain() -> QgsEditorWidgetSetup:
    """Return how texts and whole numbers are shown, and numbers with as many decimals as they have."""
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": False})


def words_of(column: Column, texts: Texts, own: Iterable[Measure], held: Iterable[object] = ()) -> dict[str, str]:
    """Return what each value of a column is called, nothing where values are read as they are.

    ``held``: the values in the layer, of a column that may hold others than the schema knows.
    """
    words = {value: texts.render(word) for value, word in column.words.items()}
    if column.names_results:
        words |= {one.column: _name_of(one, column.with_units, texts) for one in (*PUBLISHED, *own)}
    if column.known in (AREA_TYPES, GROUPS):
        words |= {str(group): _with_number(str(group), texts) for group in column.known}
    words |= {code: f"{code} {name}" for code, name in _places(column.codes_of).items()}
    if not words:
        return {}
    for value in held:
        parts = str(value).split(",") if column.several else [str(value)]
        words.setdefault(str(value), ", ".join(words.get(part, part) for part in parts))
    return {"": "", **words} if column.kind == TEXT else words


def add_rounded(layer: QgsVectorLayer, column: Column, own: Iterable[Measure]) -> str:
    """Give a layer a virtual column of a number with the decimals of its row, and return its name.

    A widget has the same decimals in all rows, and no way to have others in some.
    """
    of, values = column.whole_where
    whole = [*values, *(one.column for one in own if one.kind == COUNT)]
    listed = ", ".join(f"'{value}'" for value in whole)
    expression = f'round("{column.name}", CASE WHEN "{of}" IN ({listed}) THEN 0 ELSE {column.decimals} END)'
    name = column.name + _ROUNDED
    place = layer.fields().lookupField(name)
    if place < 0:
        layer.addExpressionField(expression, field(name, float))
    else:
        layer.updateExpressionField(place, expression)
    return name


def _name_of(measure: Measure, with_unit: bool, texts: Texts) -> str:
    label = measure.label[texts.language]
    return _with_unit(label, measure.unit, texts) if with_unit else label


def _with_unit(label: str, unit: str, texts: Texts) -> str:
    return with_unit(label, unit_word(unit, texts))


def _with_number(group: str, texts: Texts) -> str:
    name = area_type_name(group, texts.language)
    return f"{group} {name}" if group.isdigit() else name


def _places(kind: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    if kind in (COUNTIES, ALL_PLACES):
        found |= NAMES_OF_COUNTIES
    if kind in (MUNICIPALITIES, ALL_PLACES):
        found |= dict(municipalities()[["kommunkod", "kommunnamn"]].itertuples(index=False, name=None))
    return found
