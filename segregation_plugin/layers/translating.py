"""The layers of studies in a project in the language of QGIS, as far as nobody has changed what the plugin wrote.

A study file keeps its own language. What a layer says is compared with what the plugin would have written in the
other one: where it is the same, it becomes what the plugin writes in this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from qgis.core import (
    QgsAttributeTableConfig,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsLayerTree,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..compat import is_null
from ..domain import palettes
from ..domain.messages import InputError
from ..i18n import LANGUAGES
from ..i18n import texts as texts_of
from ..study import schema
from .column_words import title
from .open_layers import rename_themes
from .project import PART_PROPERTY
from .study_layers import YEAR_PROPERTY, entries, loading_layers
from .year_layers import table_of

if TYPE_CHECKING:
    from ..i18n import Texts

_TABLES = {table.name: table for table in schema.TABLES}


def translating(project: QgsProject, texts: Texts) -> Iterator[None]:
    """Give the layers of every study in a project what the plugin writes in another language, in small steps.

    Names, aliases, words, forms, tips, legends, groups and map themes that the user has changed stay. The project is
    no more to be saved than before. Needs the main thread.
    """
    other = texts_of(next(one for one in LANGUAGES if one != texts.language))
    for path in _studies_in(project, other, texts):
        with suppress(InputError):  # a file that is gone, or is no study any more: its layers stay as they are
            yield from _translating(project, path, other, texts)


def _studies_in(project: QgsProject, before: Texts, now: Texts) -> list[str]:
    """Return the files whose layers have a column that is called as the plugin does in the language ``before``."""
    found = []
    for layer in _vector_layers(project):
        table = _TABLES.get(table_of(layer))
        path = _path_of(layer)
        if table is not None and path not in found and _speaks(layer, table.name, before, now):
            found.append(path)
    return found


def _speaks(layer: QgsVectorLayer, table: str, before: Texts, now: Texts) -> bool:
    fields = layer.fields()
    for column in _TABLES[table].columns:
        place = fields.lookupField(column.name)
        if place >= 0 and layer.attributeAlias(place):
            was, is_now = title(column, before), title(column, now)
            if was != is_now and layer.attributeAlias(place) == was:
                return True
    return False


def _translating(project: QgsProject, path: str, before: Texts, now: Texts) -> Iterator[None]:
    all_now = loading_layers(path, now, palettes.SEQUENTIAL)
    years: set[int | None] = set()
    for loaded_before in loading_layers(path, before, palettes.SEQUENTIAL):
        yield
        loaded_now = next(all_now)
        yield
        if loaded_before is None or loaded_now is None:
            continue
        (_, was), (_, is_now) = loaded_before, loaded_now
        key = _key_of(was)
        # Not over all steps: what the user changes between two of them is to be saved.
        with QgsProject.blockDirtying(project):
            for layer in _vector_layers(project):
                if _path_of(layer) == path and _key_of(layer) == key:
                    _translate(layer, was, is_now)
        years.update(schema.year_of(name) for name in is_now.fields().names())
        years.update(_years_in(was.name()))
    areas = "Area types"
    themes = {f"{before.tr(areas)} {year}": f"{now.tr(areas)} {year}" for year in years - {None}}
    with QgsProject.blockDirtying(project):
        _translate_groups(project, path, before, now)
        rename_themes(project, themes)


def _years_in(name: str) -> set[int]:
    """Return the year at the end of a layer's name."""
    last = name.rpartition(" ")[2]
    return {int(last)} if last.isascii() and last.isdigit() else set()


def _translate(layer: QgsVectorLayer, was: QgsVectorLayer, is_now: QgsVectorLayer) -> None:
    """Give a layer what ``is_now`` says wherever it says what ``was`` does."""
    if layer.name() == was.name():
        layer.setName(is_now.name())
    if layer.mapTipTemplate() == was.mapTipTemplate():
        layer.setMapTipTemplate(is_now.mapTipTemplate())
    if _tabs(layer) == _tabs(was) and _tabs(was) != _tabs(is_now):
        layer.setEditFormConfig(is_now.editFormConfig())
    _translate_columns(layer, was, is_now)
    _translate_legend(layer, was, is_now)


def _translate_columns(layer: QgsVectorLayer, was: QgsVectorLayer, is_now: QgsVectorLayer) -> None:
    is_as_wide = _widths(layer) == _widths(was)
    for place, name in enumerate(layer.fields().names()):
        known, place_now = was.fields().lookupField(name), is_now.fields().lookupField(name)
        if min(known, place_now) < 0:
            continue
        shown, words = layer.editorWidgetSetup(place), was.editorWidgetSetup(known)
        if _words(shown) == _words(words):
            shown = is_now.editorWidgetSetup(place_now)
        if layer.attributeAlias(place) == was.attributeAlias(known):
            layer.setFieldAlias(place, is_now.attributeAlias(place_now))
        # After the alias: QGIS forgets it with that.
        layer.setEditorWidgetSetup(place, shown)
    if is_as_wide:
        _take_widths(layer, is_now)


def _words(shown: QgsEditorWidgetSetup) -> tuple[str, dict[str, object]]:
    """Return how a column's values are shown, to be compared: newer QGIS reads an empty text back as nothing."""
    config = dict(shown.config())
    if isinstance(config.get("map"), list):
        config["map"] = [{word: value or "" for word, value in one.items()} for one in config["map"]]
    return shown.type(), config


def _widths(layer: QgsVectorLayer) -> dict[str, int]:
    return {column.name: column.width for column in layer.attributeTableConfig().columns() if column.name}


def _take_widths(layer: QgsVectorLayer, is_now: QgsVectorLayer) -> None:
    """Make the columns of a layer's table as wide as another's; order and what is hidden stay."""
    widths, config = _widths(is_now), QgsAttributeTableConfig(layer.attributeTableConfig())
    columns = config.columns()
    for column in columns:
        column.width = widths.get(column.name, column.width)
    config.setColumns(columns)
    layer.setAttributeTableConfig(config)


def _translate_legend(layer: QgsVectorLayer, was: QgsVectorLayer, is_now: QgsVectorLayer) -> None:
    drawn, words, words_now = layer.renderer(), _legend(was), _legend(is_now)
    if not isinstance(drawn, QgsCategorizedSymbolRenderer) or words == words_now:
        return
    changed = drawn.clone()
    for place, category in enumerate(drawn.categories()):
        key = _text(category.value())
        if key in words and words[key] == category.label():
            changed.updateCategoryLabel(place, words_now[key])
    layer.setRenderer(changed)
    layer.emitStyleChanged()


def _legend(layer: QgsVectorLayer) -> dict[str, str]:
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return {}
    return {_text(category.value()): category.label() for category in renderer.categories()}


def _text(value: object) -> str:
    """Return the value of a category as a project keeps it: nothing becomes an empty text there."""
    return "" if is_null(value) else str(value)


def _tabs(layer: QgsVectorLayer) -> list[str]:
    return [tab.name() for tab in layer.editFormConfig().tabs()]


def _translate_groups(project: QgsProject, path: str, before: Texts, now: Texts) -> None:
    words = _groups(before, now)
    for layer in _vector_layers(project):
        node = project.layerTreeRoot().findLayer(layer.id()) if _path_of(layer) == path else None
        group = None if node is None else node.parent()
        if QgsLayerTree.isGroup(group) and group.customProperty(PART_PROPERTY) and group.name() in words:
            group.setName(words[group.name()])


def _groups(before: Texts, now: Texts) -> Mapping[str, str]:
    """Return what the groups of a study are called now, by what they are called in another language."""
    # Any year but the study's own has a group.
    both = (entries(language, 0, others={1: schema.AREAS.name}) for language in (before, now))
    return {was.group: is_now.group for was, is_now in zip(*both) if was.group}


def _key_of(layer: QgsVectorLayer) -> tuple[str, str]:
    year = layer.customProperty(YEAR_PROPERTY)
    return table_of(layer), "" if year is None else str(int(year))


def _vector_layers(project: QgsProject) -> list[QgsVectorLayer]:
    layers = project.mapLayers().values()
    return [one for one in layers if isinstance(one, QgsVectorLayer) and one.providerType() == "ogr" and one.isValid()]


def _path_of(layer: QgsVectorLayer) -> str:
    return str(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or "")
