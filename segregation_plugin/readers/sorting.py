"""Which of a study's inputs a file belongs to, by what it is recognised as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from ..domain.messages import InputError, Message
from . import recognise
from .document import Document
from .json_text import is_json
from .own_tables import OwnTables
from .recognise import NAMED_SOURCES, FilePart
from .source import INDEX, KEY, POPULATION, PUPILS, RESULTS, SCHOOLS

# What files of each input are read for, and how. Statistics by school are results first: their numbers of pupils are
# read there too. What answers of an API hold is seen when they are read: the index goes before the population.
_USES: Mapping[str, tuple[str, ...]] = {
    INDEX: (INDEX, KEY),
    RESULTS: (RESULTS,),
    SCHOOLS: (SCHOOLS, PUPILS),
    POPULATION: (POPULATION,),
}
_READ: Mapping[str, Callable[[Iterable[Document], OwnTables], list[FilePart]]] = {
    INDEX: recognise.index_parts,
    RESULTS: recognise.result_parts,
    SCHOOLS: recognise.school_parts,
    POPULATION: lambda documents, _own: recognise.population_parts(documents),
}


class SortedFile(NamedTuple):
    """The input that a file belongs to (INDEX, RESULTS, SCHOOLS or POPULATION), and what was read of it."""

    use: str
    parts: list[FilePart]


def sort_file(documents: list[Document], own: OwnTables) -> SortedFile:
    """Return where a file, or all sheets of a workbook, belong. Raises InputError where it is read for no study."""
    known = [(document, *found) for document, found in recognise.each_known(documents, lambda one: _known(one, own))]
    document, label, _ = known[0]
    possible = [use for use, reads in _USES.items() if all(set(reads) & of_one for _, _, of_one in known)]
    if not possible:
        if len(known) > 1:
            raise InputError(
                "The file {file} has sheets that belong to different fields. Choose it in each of them.",
                file=document.name,
            )
        raise InputError(
            "The file {file} holds {found}, which no study is made from. It may be for a tool of the toolbox.",
            file=document.name,
            found=label,
        )
    first, *others = possible
    try:
        return SortedFile(first, _READ[first](documents, own))
    except InputError:
        for use in others:
            with suppress(InputError):
                return SortedFile(use, _READ[use](documents, own))
        raise


def is_table(document: Document) -> bool:
    """Return whether a file has rows and columns: it is no page, picture or answer of an API."""
    try:
        return not is_json(document) and any(len(row.cells) > 1 for row in document.rows)
    except InputError:
        return False


def _known(document: Document, own: OwnTables) -> tuple[Message, set[str]]:
    """Return what a document is, and what it can be read for. Raises InputError for what is not known."""
    for source in NAMED_SOURCES:
        if own.find(document, {source.table}) is not None:
            return source.label, {source.use}
    found = recognise.recognise(document)
    return found.label, set(found.reads)
