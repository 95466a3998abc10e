"""Sources: kinds of file that the plugin reads, how each is recognised by its content and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from ..domain.messages import Message
from .document import Document, TextRow, rows_of, text_of
from .json_text import is_json, parse

# What files are read for. Of some files of schools only the numbers of pupils are used.
INDEX, KEY = "index", "key"
SCHOOLS, PUPILS = "schools", "pupils"
RESULTS = "results"
POPULATION = "population"
COMMUTING = "commuting"

Reader = Callable[[Document], pd.DataFrame]


class FileContent:
    """A file as it is looked at to recognise it: text, JSON and rows are each made once, where a source asks for them.

    Each raises InputError where the file is no whole text, JSON or table.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.text = text_of(document)

    @cached_property
    def json(self) -> Any:
        """The parsed content of JSON; None for any other file."""
        return parse(self._document) if is_json(self._document) else None

    @cached_property
    def rows(self) -> list[TextRow]:
        """The rows of a text table; none of JSON."""
        return [] if is_json(self._document) else rows_of(self._document)


def never(_columns: set[str]) -> bool:
    """Return False: a file is of this source only if it is recognised as such."""
    return False


@dataclass(frozen=True)
class SourceKind:
    """A kind of file. ``label`` says what it is; ``reads`` has a reader for each use it can be put to.

    ``header_rows``: rows of its header, for text tables in which every further row is an area or a school, or a note;
    0 for others. ``resembles``: whether a file with these known columns (``domain.columns``), which no source
    recognises, is most likely an incomplete one of this kind, so that its reader says what is missing.
    """

    name: str
    label: Message
    recognises: Callable[[FileContent], bool]
    reads: Mapping[str, Reader]
    header_rows: int = 0
    resembles: Callable[[set[str]], bool] = never


def in_json(holds: Callable[[Any], bool]) -> Callable[[FileContent], bool]:
    """Return how a source of JSON is recognised: by what the parsed content holds."""
    return lambda content: content.json is not None and holds(content.json)


def in_rows(find_header: Callable[[list[TextRow]], int | None]) -> Callable[[FileContent], bool]:
    """Return how a text table is recognised: by its header."""
    return lambda content: find_header(content.rows) is not None
