"""What people read of a study's layers, with and without the plugin: names of columns, words, decimals, forms, tips.

All of it is part of a layer's style and of the project inside the file, and comes from ``study.schema``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeTableConfig,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsVectorLayer,
)

from ..compat import form_layout
from ..domain.area_types import AREA_TYPES
from ..domain.area_types import name as area_type_name
from ..domain.measures import OWN_PUPILS, PUPILS, RESIDENTS, STATUS_SUFFIX, Measure
from ..domain.place_words import heading
from ..domain.placing import OPERATORS_ADDRESS
from ..domain.statuses import HIDDEN, HIDDEN_TEXT, ROUNDED
from ..study import schema
from ..study.other_places import for_places
from ..study.records import Column
from .column_words import add_rounded, plain, title, widget
from .styles import TYPES

if TYPE_CHECKING:
    from ..i18n import Texts

_KEY = "fid"
# Columns of the attribute table, in pixels.
_A_LETTER, _AROUND, _NARROWEST, _WIDE, _WIDEST = 7, 24, 90, 280, 520


def present(
    layer: QgsVectorLayer,
    name: str,
    texts: Texts,
    year: int | None = None,
    own: Iterable[Measure] = (),
    types: str = TYPES,
    units: str = "",
) -> None:
    """Give the layer of the study's table ``name`` what people read.

    ``year``: the study's. ``own``: the user's own measures. ``types``: the column of the types that a layer of areas
    shows. ``units``: what the study's places are called if they are no schools. The layer becomes read-only: a study is
    made, not edited.
    """
    layer.setReadOnly(True)
    table = next((one for one in schema.TABLES if one.name == name), None)
    if table is None:
        return
    own = list(own)
    names = layer.fields().names()
    columns = [for_places(column, units) for column in schema.columns_of(table, names, own) if column.name in names]
    technical = {column.name for column in columns if column.technical} | {_KEY}
    if types != TYPES:
        technical = technical - {types} | {column.name for column in columns if column.of_own_year}
    order, widths = [], {}
    for column in columns:
        above = _dated(column, year, texts) if table.geometry else title(column, texts)
        shown = widget(layer, column, texts, own)
        order.append(column.name)
        if any(column.whole_where):
            technical.add(column.name)
            order.append(add_rounded(layer, column, own))
            _name(layer, order[-1], above, plain())
        _name(layer, column.name, above, shown)
        widths[order[-1]] = _width(above, [next(iter(one)) for one in shown.config().get("map", [])], column)
    _hide(layer, technical, order, widths)
    if table.geometry:
        in_sight = [column for column in columns if column.name not in technical]
        of_schools = table is schema.SCHOOLS
        label = texts.render(heading(units) if of_schools else table.label)
        layer.setEditFormConfig(_form(layer, label, in_sight, columns, texts))
        layer.setMapTipTemplate(
            _school_tip(columns, texts, year, units) if of_schools else _area_tip(columns, texts, types, year)
        )


def name_columns(layer: QgsVectorLayer, columns: Sequence[Column], texts: Texts, own: Iterable[Measure] = ()) -> None:
    """Give ``columns`` of a layer that is no study's the names, words, decimals and widths that a study's have.

    ``own``: the user's own measures. Technical ones are hidden.
    """
    widths, own = {}, list(own)
    for column in columns:
        above, shown = title(column, texts), widget(layer, column, texts, own)
        _name(layer, column.name, above, shown)
        widths[column.name] = _width(above, [next(iter(one)) for one in shown.config().get("map", [])], column)
    technical = {column.name for column in columns if column.technical}
    _hide(layer, {_KEY} | technical, [column.name for column in columns], widths)


def _dated(column: Column, year: int | None, texts: Texts) -> str:
    """Return what people read above a column, of area types with their year."""
    dated = schema.year_of(column.name) or (year if column.name == TYPES else None)
    return f"{title(column, texts)} {dated or ''}".strip()


def _name(layer: QgsVectorLayer, column: str, above: str, shown: QgsEditorWidgetSetup) -> None:
    place = layer.fields().lookupField(column)
    layer.setFieldAlias(place, above)
    layer.setEditorWidgetSetup(place, shown)


def _hide(layer: QgsVectorLayer, names: set[str], order: Sequence[str], widths: Mapping[str, int]) -> None:
    """Hide the columns ``names`` of the attribute table, put all in order, and make them as wide as what they hold."""
    config = QgsAttributeTableConfig()
    config.update(layer.fields())
    columns = sorted(config.columns(), key=lambda one: order.index(one.name) if one.name in order else len(order))
    for column in columns:
        column.hidden = column.hidden or column.name in names
        # Names are cut off otherwise: QGIS makes every column as wide as the next.
        column.width = widths.get(column.name, _NARROWEST)
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)


def _width(above: str, words: Iterable[str], column: Column) -> int:
    """Return how wide a column is, in pixels: as its heading and its longest word, names and sentences wider."""
    least = _WIDEST if column.is_message else _WIDE if column.wide else _NARROWEST
    longest = max(map(len, words), default=0)
    return max(least, min(_A_LETTER * longest + _AROUND, _WIDEST), _A_LETTER * len(above) + _AROUND)


def _form(
    layer: QgsVectorLayer, label: str, in_sight: Sequence[Column], columns: Sequence[Column], texts: Texts
) -> QgsEditFormConfig:
    """Return a form of two groups: the place itself, and, of a school, its results with what is hidden of them."""
    config = QgsEditFormConfig()
    config.setLayout(form_layout())
    config.clearTabs()
    for above, held in (
        (label, [one for one in in_sight if one.measure is None]),
        (texts.tr("Results"), [one for one in columns if one.measure is not None]),
    ):
        if held:
            group = QgsAttributeEditorContainer(above, config.invisibleRootContainer())
            for column in held:
                place = layer.fields().lookupField(column.name)
                group.addChildElement(QgsAttributeEditorField(column.name, place, group))
            config.addTab(group)
    return config


def _area_tip(columns: Sequence[Column], texts: Texts, types: str, year: int | None) -> str:
    lines = [
        f'<b>[% {escaped("regsonamn")} %]</b> ([% "regsokod" %]), [% {escaped("kommunnamn")} %]',
        tip_line(f"{texts.tr('Area type')} {schema.year_of(types) or year or ''}".strip(), _type(types, texts)),
    ]
    index = next((one for one in columns if one.name == "socioekonomiskt_index"), None)
    if index is not None and types == TYPES:
        lines.append(tip_line(title(index, texts), tip_number(index.name, index.decimals, texts)))
    residents = next((one for one in columns if one.name == RESIDENTS), None)
    if residents is not None:
        of_year = f"[% coalesce(' ' || \"{RESIDENTS}_ar\", '') %]"
        number = tip_number(residents.name, residents.decimals, texts)
        lines.append(f"{_plain(title(residents, texts))}{of_year}: [% {number} %]")
    return "<br>".join(lines)


def _school_tip(columns: Sequence[Column], texts: Texts, year: int | None, units: str) -> str:
    """Return a tip that says what a person wants to know of a school; hidden results are ``..``."""
    operator = next(one for one in columns if one.name == "huvudmannatyp")
    words = " ".join(
        f"WHEN \"huvudmannatyp\" = '{value}' THEN '{_quoted(texts.render(word))}'"
        for value, word in operator.words.items()
    )
    names = {one.name for one in columns}
    results = [
        tip_line(
            title(column, texts),
            f"CASE WHEN \"{column.name}{STATUS_SUFFIX}\" = '{HIDDEN}' THEN '{HIDDEN_TEXT}' "
            f"WHEN \"{column.name}{STATUS_SUFFIX}\" = '{ROUNDED}' THEN '~' || {tip_number(column.name, 0, texts)} "
            f"ELSE {tip_number(column.name, column.decimals, texts)} END",
        )
        for column in columns
        if column.measure is not None and column.name + STATUS_SUFFIX in names
    ]
    of_school = [
        tip_line(texts.tr("Operator"), f"CASE {words} ELSE '-' END"),
        tip_line(texts.tr("Grades"), f"coalesce(nullif({escaped('arskurser')}, ''), '-')"),
        tip_line(texts.tr("Pupils"), f"if(\"{OWN_PUPILS}\" = 1, '{HIDDEN_TEXT}', {tip_number(PUPILS, 0, texts)})"),
    ]
    school_year, area = (
        [
            tip_line(title(one, texts), f"coalesce(nullif({escaped(one.name)}, ''), '-')")
            for one in columns
            if one.name == name and not one.technical
        ]
        for name in ("lasar", "regsonamn")
    )
    whose = texts.tr("The place of the school, not of the homes of its pupils.")
    if units:
        from ..sheets.notes import where_it_lies

        whose = where_it_lies(units, texts)
    doubt = _quoted(texts.tr("Perhaps at its operator's address"))
    return "<br>".join(
        (
            f"<b>[% {escaped('namn')} %]</b>",
            *([] if units else of_school),
            *results,
            *(school_year if results else ()),
            *area,
            tip_line(f"{texts.tr('Area type where it lies')} {year or ''}".strip(), _type(TYPES, texts)),
            f"[% if(\"placering\" = '{OPERATORS_ADDRESS}', '{doubt}<br>', '') %]<i>{whose}</i>",
        )
    )


def escaped(column: str) -> str:
    """Return an expression for a column's text in HTML: a map tip shows what the data say, and runs none of it."""
    return f"replace(replace(\"{column}\", '&', '&amp;'), '<', '&lt;')"


def tip_line(label: str, expression: str) -> str:
    """Return a line of a map tip: a label and what an expression gives."""
    return f"{_plain(label)}: [% {expression} %]"


def _plain(label: str) -> str:
    """Return a name of the user's in HTML, without what begins an expression."""
    return label.replace("&", "&amp;").replace("<", "&lt;").replace("[%", "[ %")


def _type(types: str, texts: Texts) -> str:
    names = " ".join(
        f"WHEN \"{types}\" = {number} THEN '{number} {_quoted(area_type_name(number, texts.language))}'"
        for number in AREA_TYPES
    )
    return f"CASE {names} ELSE '-' END"


def tip_number(column: str, decimals: int, texts: Texts) -> str:
    """Return an expression for a number as the language writes it, a dash where it is unknown."""
    point = "." if texts.language == "en" else ","
    return f"coalesce(replace(format('%1', round(\"{column}\", {decimals})), '.', '{point}'), '-')"


def _quoted(text: str) -> str:
    return text.replace("'", "''")
