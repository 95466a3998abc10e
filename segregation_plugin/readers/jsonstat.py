"""json-stat, the format of PxWeb's responses (https://json-stat.org/full/), to its cells."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..domain.messages import InputError, message
from ..domain.written_numbers import number_text
from .cube import AREA_VARIABLES, CONTENTS_VARIABLES, LARGEST, YEAR_VARIABLES, Cell, TableOf, also_by, index_of
from .document import Document
from .json_text import parse
from .population import of_cells as population_of
from .source import INDEX, POPULATION, SourceKind, in_json

# What a dimension is: by its role, else by its name.
_ROLES = {"geo": "area", "metric": "contents", "time": "year"}
_NAMES = (
    dict.fromkeys(AREA_VARIABLES, "area")
    | dict.fromkeys(CONTENTS_VARIABLES, "contents")
    | dict.fromkeys(YEAR_VARIABLES, "year")
)
# Of a dataset in version 1, what stands among its dimensions.
_OF_DIMENSIONS = ("id", "size", "role")
_CLASSES = ("dataset", "collection", "dimension")
_MOST_DIMENSIONS = 20
_KINDS = ("area", "contents", "year")


def is_json_stat(data: Any) -> bool:
    """Return whether parsed JSON is json-stat of any version: a dataset, several, or a part of one."""
    return bool(_datasets(data)) or (isinstance(data, dict) and data.get("class") in _CLASSES)


def read(document: Document, table_of: TableOf = index_of) -> pd.DataFrame:
    """Return what ``table_of`` makes of all datasets of a file: the index, or another of SCB's tables.

    Raises InputError.
    """
    data = parse(document)
    datasets = _datasets(data)
    if not datasets and isinstance(data, dict) and data.get("class") in ("collection", "dimension"):
        raise InputError(
            "The file {file} is a {kind} of json-stat, without figures: it says where tables are, or what is in them. "
            "Download the table itself as json-stat2, CSV or PX.",
            file=document.name,
            kind=data["class"],
        )
    if not datasets:
        raise _wrong(document, "id, dimension, value")
    updated = max(str(dataset.get("updated") or "") for dataset in datasets)
    return table_of((cell for dataset in datasets for cell in _cells(dataset, document)), document, updated)


def _datasets(data: Any) -> list[dict[str, Any]]:
    """Return the datasets of a file, each as one of version 2 is."""
    if not isinstance(data, dict):
        return []
    if data.get("class") == "collection":
        items = data["link"].get("item") if isinstance(data.get("link"), dict) else None
        listed = items if isinstance(items, list) else []
    else:
        listed = [data, *data.values()]
    return [dataset for dataset in map(_dataset, listed) if dataset is not None]


def _dataset(data: Any) -> dict[str, Any] | None:
    """Return a dataset of either version as one of version 2 is; None for anything else."""
    if not (isinstance(data, dict) and isinstance(data.get("dimension"), dict) and "value" in data):
        return None
    if "id" in data:
        return data
    if not isinstance(data["dimension"].get("id"), list):
        return None
    of_dimensions = {name: data["dimension"].get(name) for name in _OF_DIMENSIONS}
    dimensions = {name: part for name, part in data["dimension"].items() if name not in _OF_DIMENSIONS}
    return {**data, **of_dimensions, "dimension": dimensions}


def _cells(data: dict[str, Any], document: Document) -> Iterator[Cell]:
    names = data["id"]
    if not isinstance(names, list) or len(names) > _MOST_DIMENSIONS or not all(isinstance(name, str) for name in names):
        raise _wrong(document, "id")
    if not all(isinstance(data["dimension"].get(name), dict) for name in names):
        raise _wrong(document, "dimension")
    dimensions = [_categories(data["dimension"][name], document, name) for name in names]
    sizes = [len(categories) for categories in dimensions]
    if data.get("size") != sizes or math.prod(sizes) > LARGEST:
        raise _wrong(document, "size")
    kinds = _kinds(data, names, document)
    values, statuses = (
        _by_place(data["value"], sizes, document, "value"),
        _statuses(data.get("status"), math.prod(sizes), document),
    )
    for place, categories in enumerate(itertools.product(*dimensions)):
        known = {kind: category for kind, category in zip(kinds, categories) if kind}
        value = values.get(place)
        yield Cell(
            place + 1,
            known["area"][0],
            f"{known['contents'][0]} {known['contents'][1]}" if "contents" in known else str(data.get("label", "")),
            known["year"][0],
            statuses.get(place, "") if value is None else number_text(value),
        )


def _kinds(data: dict[str, Any], names: list[str], document: Document) -> list[str | None]:
    """Return what each dimension is; one that is none of ours must have a single category."""
    roles = data["role"] if isinstance(data.get("role"), dict) else {}
    given = {role: roles[role] if isinstance(roles.get(role), list) else [] for role in _ROLES}
    kinds = [
        next((kind for role, kind in _ROLES.items() if name in given[role]), _NAMES.get(name.lower())) for name in names
    ]
    for name, size, kind in zip(names, data["size"], kinds):
        if kind is None and size != 1:
            raise also_by(name, document)
    for kind in ("area", "year"):
        if kinds.count(kind) != 1:
            raise _wrong(document, "role")
    return kinds


def _categories(dimension: dict[str, Any], document: Document, name: str) -> list[tuple[str, str]]:
    """Return code and label of each category of a dimension, in order."""
    category = dimension.get("category")
    if not isinstance(category, dict):
        raise _wrong(document, name)
    index, labels = category.get("index"), category.get("label")
    labels = labels if isinstance(labels, dict) else {}
    if isinstance(index, dict):
        if not all(isinstance(place, int) for place in index.values()):
            raise _wrong(document, name)
        codes = sorted(index, key=lambda code: index[code])
    else:
        codes = index if isinstance(index, list) else list(labels)
    if not codes or not all(isinstance(code, str) for code in codes):
        raise _wrong(document, name)
    return [(code, str(labels.get(code, ""))) for code in codes]


def _by_place(values: Any, sizes: list[int], document: Document, name: str) -> dict[int, Any]:
    """Return dense or sparse values by their place."""
    count = math.prod(sizes)
    if isinstance(values, list):
        found = dict(enumerate(values))
        if len(found) != count:
            raise _wrong(document, name)
        return found
    if not isinstance(values, dict) or not all(_is_place(key) and int(key) < count for key in values):
        raise _wrong(document, name)
    return {int(key): value for key, value in values.items()}


def _statuses(statuses: Any, count: int, document: Document) -> dict[int, str]:
    """Return the marker of each place that has one; a single one is of all places."""
    if statuses is None:
        return {}
    if isinstance(statuses, str):
        return dict.fromkeys(range(count), statuses)
    if isinstance(statuses, list):
        return {place: str(status) for place, status in enumerate(statuses) if status is not None}
    if not isinstance(statuses, dict) or not all(map(_is_place, statuses)):
        raise _wrong(document, "status")
    return {int(key): str(status) for key, status in statuses.items()}


def _is_place(key: str) -> bool:
    # Longer numbers are none, and cost much to read.
    return key.isdecimal() and len(key) <= len(str(LARGEST))


def _wrong(document: Document, part: str) -> InputError:
    return InputError(
        "The file {file} is no whole json-stat table: '{part}' is missing, or does not fit the rest. Download it "
        "again.",
        file=document.name,
        part=part,
    )


SOURCE = SourceKind(
    "json_stat",
    message("SCB's table (json-stat)"),
    in_json(is_json_stat),
    {INDEX: read, POPULATION: functools.partial(read, table_of=population_of)},
)
