"""JSON files, parsed; their texts with composed letters (NFC), whether escaped or not."""

from __future__ import annotations

import json
import re
from typing import Any

from ..domain.letters import normal_text
from ..domain.messages import InputError
from .document import Document, text_of

# An escaped character that is not ASCII, whose form may matter, or that stands before one that may belong to it.
_UNLIKE_ASCII = re.compile(r"\\u(?!00[0-7][0-9a-fA-F](?![^\x00-\x7f]))")


def is_json(document: Document) -> bool:
    """Return whether a file is an answer of an API, which has no columns. Raises InputError for what is no text."""
    return text_of(document).lstrip()[:1] in ("{", "[")


def parse(document: Document) -> Any:
    """Return the JSON of a document; InputError names the line where it breaks off."""
    text = text_of(document)
    try:
        data = json.loads(text)
        # What is escaped has not been normalised with the rest.
        return _composed(data) if _UNLIKE_ASCII.search(text) else data
    except json.JSONDecodeError as error:
        raise InputError(
            "The file {file} is not complete JSON: it breaks off at row {row}. Download it again.",
            file=document.name,
            row=error.lineno,
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputError(
            "The file {file} is nested too deeply, or holds an endless number. Download it again.",
            file=document.name,
        ) from error


def _composed(data: Any) -> Any:
    if isinstance(data, str):
        return normal_text(data)
    if isinstance(data, list):
        return [_composed(item) for item in data]
    return {normal_text(name): _composed(item) for name, item in data.items()} if isinstance(data, dict) else data
