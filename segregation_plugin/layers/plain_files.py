"""Points of a whole GeoPackage read by GDAL, many at a time, where that gives what QGIS gives one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, NamedTuple

from osgeo import gdal, ogr
from qgis.core import QgsProviderRegistry, QgsVectorLayer, QgsWkbTypes

_KINDS = (ogr.OFTString, ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
# What GDAL raises where another plugin, or its next version, lets it raise anything.
_GDALS = (RuntimeError,)
_NO_FID = "OGC_FID"


class PlainFile(NamedTuple):
    """A file, the layer in it, and its fields, whose order is that in QGIS."""

    path: str
    layer: str
    fields: tuple[str, ...]


class Rows(NamedTuple):
    """Some rows: their feature ids, values by field, and geometries as WKB, empty where there is none."""

    ids: list[int]
    values: dict[str, list[Any]]
    wkb: list[bytes]


def plain_file(layer: QgsVectorLayer | None, fields: Sequence[str]) -> PlainFile | None:
    """Return the file of a layer of points, None where QGIS may give other rows or values, or GDAL is too old.

    So it is of a layer with a filter, with joined or calculated fields, that is edited, and of any other format than
    GeoPackage. ``fields``: those that are asked for.
    """
    if (
        layer is None
        or not _gives_columns()
        or layer.providerType() != "ogr"
        or layer.dataProvider().storageType() != "GPKG"
        or layer.isEditable()
        or layer.subsetString()
        or layer.vectorJoins()
        or layer.fields().names() != layer.dataProvider().fields().names()
        or QgsWkbTypes.geometryType(layer.wkbType()) != QgsWkbTypes.GeometryType.PointGeometry
    ):
        return None
    address = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if address.get("openOptions") or address.get("vsiPrefix"):
        return None
    with suppress(*_GDALS):
        found = PlainFile(address["path"], address.get("layerName") or "", tuple(layer.fields().names()))
        opened = _opened(found)
        if opened is not None and _all_plain(opened[1], fields):
            return found
    return None


def rows_of(file: PlainFile, fields: Sequence[str], size: int) -> Iterator[Rows]:
    """Yield all rows of a plain file, so many at a time, in the order of their ids."""
    opened = _opened(file)
    if opened is None:
        raise OSError(file.path)
    _dataset, layer = opened  # the layer is gone where its dataset is
    of_ids, of_geometry = layer.GetFIDColumn() or _NO_FID, layer.GetGeometryColumn()
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(place).GetName() for place in range(definition.GetFieldCount())]
    layer.SetIgnoredFields([name for name in names if name not in fields])
    for batch in layer.GetArrowStreamAsNumPy([f"MAX_FEATURES_IN_BATCH={size}"]):
        values = {name: _values(batch[name].tolist()) for name in fields}
        yield Rows(batch[of_ids].tolist(), values, [wkb or b"" for wkb in batch[of_geometry].tolist()])


def _gives_columns() -> bool:
    """Return whether GDAL gives columns, from 3.6, as arrays of the numpy that is there, which it was built for."""
    try:
        import_module("osgeo.gdal_array")
    except (ImportError, AttributeError):
        return False
    return hasattr(ogr.Layer, "GetArrowStreamAsNumPy")


def _opened(file: PlainFile) -> tuple[gdal.Dataset, ogr.Layer] | None:
    dataset = gdal.OpenEx(file.path, gdal.OF_VECTOR | gdal.OF_READONLY)
    if dataset is None or not (file.layer or dataset.GetLayerCount() == 1):
        return None
    layer = dataset.GetLayerByName(file.layer) if file.layer else dataset.GetLayer(0)
    return None if layer is None else (dataset, layer)


def _all_plain(layer: ogr.Layer, fields: Sequence[str]) -> bool:
    """Return whether QGIS has fields as GDAL gives them: texts and numbers."""
    definition = layer.GetLayerDefn()
    kinds = {
        one.GetName(): one.GetType() in _KINDS and one.GetSubType() == ogr.OFSTNone
        for one in (definition.GetFieldDefn(place) for place in range(definition.GetFieldCount()))
    }
    kinds[layer.GetFIDColumn()] = True
    return bool(layer.GetGeometryColumn()) and all(kinds.get(name, False) for name in fields)


def _values(given: list[Any]) -> list[Any]:
    if set(map(type, given)) == {bytes}:
        with suppress(UnicodeDecodeError):
            return list(map(bytes.decode, given))
    return [one.decode("utf-8", "replace") if isinstance(one, bytes) else one for one in given]
