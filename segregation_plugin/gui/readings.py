"""What the files or the layer of a field are taken for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..domain import descriptions
from ..domain.columns import positions_in_layer
from ..domain.descriptions import Description
from ..domain.messages import InputError, Message, message
from ..layers.named_columns import fields_as_header
from .recognised import Reading

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from ..readers.document import Document
    from ..readers.own_tables import OwnTables


def of_index(documents: list[Document], own: OwnTables) -> Reading:
    """Return what files of the index hold. Raises InputError."""
    from ..readers import recognise
    from ..readers.described import described
    from ..study.index_years import years_with_values

    parts = recognise.index_parts(documents, own)
    index, _ = recognise.index_of(parts)
    return Reading(described(parts), years_with_values(index)[::-1], recognise.named(parts))


def of_schools(documents: list[Document], own: OwnTables) -> Reading:
    """Return what files of schools or other places hold. Raises InputError."""
    from ..readers import recognise
    from ..readers.described import described

    parts = recognise.school_parts(documents, own)
    return Reading(described(parts), [], recognise.named(parts))


def of_results(documents: list[Document], own: OwnTables) -> Reading:
    """Return what files of results hold. Raises InputError."""
    from ..readers import recognise
    from ..readers.described import described

    parts = recognise.result_parts(documents, own)
    return Reading(described(parts), [], recognise.named(parts))


def of_population(documents: list[Document], _own: OwnTables) -> Reading:
    """Return what files of the population hold. Raises InputError."""
    from ..readers import recognise
    from ..readers.described import described
    from ..readers.population import merge

    parts = recognise.population_parts(documents)
    # Files that contradict each other are said here, and not first by the run.
    merge([part.table for part in parts])
    return Reading(described(parts), [], [])


def of_layer(layer: QgsVectorLayer, known: Iterable[Description]) -> tuple[Message | InputError, list[Description]]:
    """Return what a layer of schools or other places is taken for, by its fields alone, and the columns named."""
    names = layer.fields().names()
    header = descriptions.normal(fields_as_header(names))
    wanted = [one for one in known if one.table == descriptions.UNITS and one.header == header]
    if wanted:
        return message("{layer}: places in columns that you named", layer=layer.name()), wanted[:1]
    if "skolenhetskod" in positions_in_layer(names):
        return message("{layer}: a layer of schools", layer=layer.name()), []
    problem = InputError(
        "The layer {layer} has no column 'skolenhetskod'. Name its columns, or choose a layer of schools.",
        layer=layer.name(),
    )
    return problem, []
