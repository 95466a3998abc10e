"""The layers of a study file: which there are, in drawing order, styled, with what people read of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer, QgsVectorLayerUtils

from ..compat import is_null
from ..domain.codes import LAST_YEAR_OF_REGSO_2020, is_other_version
from ..domain.measures import Measure
from ..domain.messages import InputError
from ..domain.place_words import heading
from ..study import schema
from . import styles
from .layer_in_place import tables_in
from .presentation import present
from .styles import TYPES

if TYPE_CHECKING:
    from ..i18n import Texts

# Custom property of a layer of areas: the year whose types it shows, but for the layer ``areas`` itself.
YEAR_PROPERTY = "segregation/year"
# And of the layer that marks areas whose borders changed: the RegSO version of the study's areas.
VERSION_PROPERTY = "segregation/regso_version"
_NOT_DRAWN = {table.name for table in schema.TABLES if not table.geometry}


@dataclass(frozen=True)
class Entry:
    """A layer of a study in the layer tree.

    ``key``: its name here; ``table``: what it shows; ``group``: empty at the top level; ``year``: of areas that show
    the types of another year than the study's own, or that on areas of RegSO 2020, which the column ``types`` has.
    """

    key: str
    title: str
    group: str = ""
    table: str = ""
    types: str = TYPES
    year: int | None = None

    @property
    def source(self) -> str:
        """The table that the layer shows."""
        return self.table or self.key


def entries(texts: Texts, year: int | None, units: str = "", others: Mapping[int, str] | None = None) -> list[Entry]:
    """Return every layer of a study in drawing order, topmost first.

    ``year``: the study's own. ``units``: what its places are called. ``others``: the table of areas for each year
    that is not drawn by ``areas`` itself.
    """
    others = others or {}
    names, borders = texts.tr("Names"), texts.tr("Borders")
    water, tables = texts.tr("Water"), texts.tr("Tables")
    areas, of_other_years = texts.tr("Area types"), texts.tr("Area types of other years")
    counted = texts.tr("Areas behind the figures") if year in others else areas
    return [
        Entry("schools", texts.render(heading(units))),
        Entry("county_labels", texts.tr("County names"), names),
        Entry("municipality_labels", texts.tr("Municipality names"), names),
        Entry("county_borders", texts.tr("County borders"), borders),
        Entry("municipality_borders", texts.tr("Municipality borders"), borders),
        Entry("water", texts.tr("Water, detailed"), water),
        Entry("water_overview", texts.tr("Water, country scale"), water),
        Entry(schema.CHANGED_BORDERS, texts.tr("Areas with changed borders")),
        Entry("areas", areas if year is None else f"{counted} {year}"),
        *(
            Entry(
                key_of(other),
                f"{areas} {other}",
                "" if other == year else of_other_years,
                table,
                schema.column_of(other),
                other,
            )
            for other, table in sorted(others.items(), reverse=True)
        ),
        Entry("land_context", texts.tr("Neighbouring countries")),
        Entry("sea", texts.tr("Sea around")),
        *(
            Entry(table.name, texts.render(table.label), tables)
            for table in schema.TABLES
            if not table.geometry and table is not schema.MESSAGES
        ),
    ]


def key_of(year: int) -> str:
    """Return the key of the layer that shows the types of a year, where that is not ``areas``."""
    return f"areas {year}"


def load_layers(
    path: str,
    texts: Texts,
    palette: str,
    counts: Mapping[int | None, int] | None = None,
    year: int | None = None,
) -> dict[str, QgsVectorLayer]:
    """Return the layers of the study at ``path`` by key, styled, in drawing order from the top.

    ``counts``: areas of each type (None: without a value) for the legend; they are counted when left out. ``year``:
    only what is drawn of this year, its types as the layer ``areas``. Raises InputError when the file is no study.
    """
    return dict(loaded for loaded in loading_layers(path, texts, palette, counts, year) if loaded is not None)


def loading_layers(
    path: str,
    texts: Texts,
    palette: str,
    counts: Mapping[int | None, int] | None = None,
    year: int | None = None,
) -> Iterator[tuple[str, QgsVectorLayer] | None]:
    """Yield the layers of ``load_layers``, one after the other; before the first None between pieces of work."""
    tables = tables_in(Path(path))
    if "areas" not in tables:
        raise InputError("{path} is no study: it has no layer 'areas'. Choose a GeoPackage made by Study.", path=path)
    yield None
    # Opened once: that takes most of the time.
    opened = {name: _bare(path, name) for name in ("areas", "provenance", "measures") if name in tables}
    yield None
    own_year = index_year(opened["areas"])
    others = _tables_of_other_years(opened["areas"], tables, path)
    known_of = _pairs(opened["provenance"]) if "provenance" in opened else {}
    units, version = known_of.get("enheter") or "", known_of.get("areas_regso_version") or ""
    own = _own_measures(opened["measures"]) if "measures" in opened else []
    yield None
    for entry in entries(texts, own_year, units, others):
        key = entry.key
        of_areas = key == "areas" or entry.year is not None
        if year is not None and of_areas:
            if (entry.year or own_year) != year or (entry.year is None and year in others):
                continue
            key = "areas"
        if entry.source in tables and (year is None or entry.source not in _NOT_DRAWN):
            layer = opened.pop(entry.source) if entry.source in opened else _bare(path, entry.source)
            layer.setName(entry.title)
            if key == schema.CHANGED_BORDERS:
                if not layer.featureCount() or (year is not None and not _is_marked(year, others, version)):
                    continue
                layer.setCustomProperty(VERSION_PROPERTY, version)
            known = (counts if entry.year is None and counts else count_areas(layer, entry.types)) if of_areas else None
            styles.style(layer, "areas" if of_areas else entry.key, texts, palette, known, units, entry.types)
            present(layer, entry.source, texts, own_year, own, entry.types, units)
            if entry.year is not None:
                layer.setCustomProperty(YEAR_PROPERTY, entry.year)
            yield key, layer


def _bare(path: str, table: str) -> QgsVectorLayer:
    """Return the layer of a table without the style that the file has for it."""
    options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
    return QgsVectorLayer(f"{path}|layername={table}", table, "ogr", options)


def _is_marked(year: int, others: Mapping[int, str], version: str) -> bool:
    """Return whether a year is drawn by areas of another RegSO version than its index."""
    return others.get(year, schema.AREAS.name) == schema.AREAS.name and is_other_version(version, year)


def version_of_areas(path: str) -> str:
    """Return the RegSO version of the areas of the study at ``path``, empty where it is not known."""
    return _provenance(path).get("areas_regso_version") or ""


def year_measures_units(path: str) -> tuple[int | None, list[Measure], str]:
    """Return the own year of the study at ``path``, the user's own measures in it, and what its places are called."""
    tables = tables_in(Path(path))
    measures = _own_measures(_bare(path, "measures")) if "measures" in tables else []
    return index_year(_bare(path, "areas")), measures, _provenance(path).get("enheter") or ""


def _tables_of_other_years(areas: QgsVectorLayer, tables: Collection[str], path: str) -> dict[int, str]:
    """Return the table of areas for each year that is not drawn by ``areas`` itself."""
    found = {}
    layers = {"areas": areas}
    if schema.AREAS_2020.name in tables:
        layers[schema.AREAS_2020.name] = _bare(path, schema.AREAS_2020.name)
    for name, layer in layers.items():
        for column in layer.fields().names():
            year = schema.year_of(column)
            if year is not None and (name == "areas" or year <= LAST_YEAR_OF_REGSO_2020):
                found[year] = name
    return found


def count_areas(areas: QgsVectorLayer, column: str = TYPES) -> dict[int | None, int]:
    """Return the number of areas of each type present in a column; None stands for those without a value.

    An area of several features counts once.
    """
    types = {code: None if is_null(kind) else int(kind) for code, kind in _attributes(areas, "regsokod", column)}
    return dict(Counter(types.values()))


def index_year(areas: QgsVectorLayer) -> int | None:
    """Return the year of the types in a layer of areas, None when no area has one."""
    if areas.customProperty(YEAR_PROPERTY) is not None:
        return int(areas.customProperty(YEAR_PROPERTY))
    latest = areas.maximumValue(areas.fields().lookupField("index_ar"))
    return None if is_null(latest) else int(latest)


def _provenance(path: str) -> dict[str, str]:
    return _pairs(_bare(path, "provenance"))


def _pairs(layer: QgsVectorLayer) -> dict[str, str]:
    """Return a table of keys and values."""
    return {str(key): "" if is_null(value) else str(value) for key, value in _attributes(layer, "key", "value")}


def _own_measures(measures: QgsVectorLayer) -> list[Measure]:
    """Return the user's own measures, as far as people read them."""
    known = _attributes(measures, "kolumn", "namn", "enhet", "typ")
    return [Measure(column, unit, {"sv": name, "en": name}, kind=kind) for column, name, unit, kind in known]


def _attributes(layer: QgsVectorLayer, *names: str) -> Iterator[tuple[Any, ...]]:
    # Column by column: a feature a row would cost more than all else that makes the layers.
    return zip(*(QgsVectorLayerUtils.getValues(layer, name)[0] for name in names))
