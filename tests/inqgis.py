"""Running the algorithms in QGIS as a user does, and layers as small as a test needs them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from segregation_plugin.algorithms.provider import SegregationProvider
from segregation_plugin.compat import is_null
from segregation_plugin.domain.measures import YEAR_9_RESULTS

ROOT = Path(__file__).parents[1]
KARLSTAD = "\"kommunkod\" = '1780'"


class Listener(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self) -> None:
        super().__init__(False)
        self.said: list[str] = []
        self.errors: list[str] = []
        self.warned: list[str] = []

    def pushWarning(self, text: str) -> None:
        self.warned.append(text)

    def pushInfo(self, text: str) -> None:
        self.said.append(text)

    def reportError(self, text: str, fatalError: bool = False) -> None:
        self.errors.append(text)


@contextmanager
def provided() -> Iterator[None]:
    """Have the plugin's algorithms in QGIS's registry, where they are not yet."""
    registry = QgsApplication.processingRegistry()
    if registry.providerById("segregation") is not None:
        yield
        return
    provider = SegregationProvider()
    registry.addProvider(provider)
    try:
        yield
    finally:
        registry.removeProvider(provider)


def run(name: str, feedback: QgsProcessingFeedback | None = None, **parameters: object) -> dict[str, object]:
    """Run ``segregation:<name>`` on its own, without the open project, and return its results."""
    # QGIS's start puts it in the path; what only hands tests out to other processes starts none.
    import processing

    feedback = feedback or Listener()
    context = QgsProcessingContext()
    context.setFeedback(feedback)
    context.setProject(QgsProject.instance())
    with provided():
        return processing.run(f"segregation:{name}", parameters, feedback=feedback, context=context)


def refusal(name: str, listener: Listener | None = None, **parameters: object) -> str:
    """Run an algorithm that must fail, and return what it says to the user."""
    listener = listener or Listener()
    with pytest.raises(QgsProcessingException) as caught:
        run(name, listener, **parameters)
    text = "\n".join([str(caught.value), *listener.errors])
    assert "Traceback" not in text
    assert not re.search(r"\{\w*\}", text), "a value was not filled in"
    return text


def rows(layer: QgsVectorLayer | str) -> list[dict[str, object]]:
    """Return the attributes of a layer's features, None for NULL."""
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "rows", "ogr")
        assert layer.isValid()
    names = layer.fields().names()
    return [
        {name: None if is_null(value) else value for name, value in zip(names, feature.attributes())}
        for feature in layer.getFeatures()
    ]


def field_types(layer: QgsVectorLayer) -> dict[str, str]:
    """Return each field's type in words that do not differ between QGIS versions: text, integer or real."""
    texts, integers, reals = ("string",), ("integer64", "int8", "integer"), ("real", "double")
    words = {**dict.fromkeys(texts, "text"), **dict.fromkeys(integers, "integer"), **dict.fromkeys(reals, "real")}
    return {field.name(): words[field.typeName().lower()] for field in layer.fields() if field.name() != "fid"}


def shown(layer: QgsVectorLayer, feature: QgsFeature, name: str) -> str:
    """Return what the attribute table shows in a cell."""
    return _shown(layer, layer.fields().lookupField(name), feature[name])


def _shown(layer: QgsVectorLayer, place: int, value: object) -> str:
    setup = layer.editorWidgetSetup(place)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return str(formatter.representValue(layer, place, setup.config(), None, value))


def columns_in_sight(layer: QgsVectorLayer) -> list[str]:
    """Return the columns of the attribute table."""
    return [column.name for column in layer.attributeTableConfig().columns() if not column.hidden and column.name]


def without_words(layer: QgsVectorLayer) -> list[str]:
    """Return what QGIS shows in brackets in any column of words, since it has no word for it."""
    places = [layer.fields().lookupField(name) for name in columns_in_sight(layer)]
    of_words = [place for place in places if layer.editorWidgetSetup(place).type() == "ValueMap"]
    said = [_shown(layer, place, value) for place in of_words for value in (*layer.uniqueValues(place), None)]
    return [one for one in said if one.startswith("(")]


def memory_layer(
    kind: str,
    crs: str,
    fields: dict[str, str],
    features: list[tuple[str | None, dict[str, object]]],
    name: str = "made",
) -> QgsVectorLayer:
    """Return a layer in memory: ``fields`` by type (string, integer, double), ``features`` as WKT and attributes."""
    columns = "".join(f"&field={column}:{type_name}" for column, type_name in fields.items())
    layer = QgsVectorLayer(f"{kind}?crs={crs}{columns}", name, "memory")
    assert layer.isValid()
    made = []
    for wkt, attributes in features:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([attributes.get(column) for column in fields])
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        made.append(feature)
    assert layer.dataProvider().addFeatures(made)[0]
    layer.updateExtents()
    return layer


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table of a study file that holds a study's content, without the time it was made."""
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT table_name FROM gpkg_contents ORDER BY table_name")]
        found = {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    found["provenance"] = [row for row in found["provenance"] if row[1] != "skapad"]
    found.pop("layer_styles", None)
    return found


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with a file."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def files_in(folder: Path) -> set[str]:
    """Return the names of everything in a folder, hidden files too."""
    return {entry.name for entry in folder.iterdir()}


def held_open(folder: Path) -> set[str]:
    """Return the files in a folder, deleted ones too, that this process holds open."""
    found = set()
    for link in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that lists them
            found.add(str(link.readlink()))
    return {name for name in found if name.startswith(str(folder))}


COMMON_ENDING = "_(dold|lag|hog|status|anledning)$"


def undocumented(layer: QgsVectorLayer) -> list[str]:
    """Return the fields that either of the docs on statistics does not name.

    There ``x`` stands for the column of a result, 1 for any area type, and some endings are explained once for all.
    """
    docs = [(ROOT / "docs" / f"statistics{language}.md").read_text(encoding="utf-8") for language in ("", ".sv")]
    named = set.intersection(*(set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", text)))) for text in docs))
    results = "|".join(sorted((measure.column for measure in YEAR_9_RESULTS), key=len, reverse=True))
    missing = []
    for name in layer.fields().names():
        as_named = re.sub(r"[2-5]\b", "1", re.sub(f"^({results})", "x", re.sub(COMMON_ENDING, "", name)))
        if name != "fid" and named.isdisjoint({name, as_named}):
            missing.append(name)
    return missing


def report_of(study):
    """The match report of a study as a table of texts in English."""
    found = [(one.kind, one.code, one.name, str(one.details)) for one in study.findings]
    return pd.DataFrame(found, columns=["slag", "kod", "namn", "beskrivning"])
