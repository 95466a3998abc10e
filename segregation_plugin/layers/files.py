"""Files on disk to documents for the readers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from pathlib import Path

from ..domain.messages import InputError
from ..readers.document import Document, too_large
from .workbooks import FIRST_BYTES, sheets

# Larger than any national export by far; a wrong choice is refused before it fills the memory.
LARGEST_BYTES = 200 * 1024 * 1024


def read_documents(paths: Iterable[str]) -> list[Document]:
    """Read files whole, a workbook as its sheets.

    Raises InputError where one is missing, unreadable, a folder or far too large.
    """
    documents: list[Document] = []
    for path in paths:
        whole = Path(path)
        data, modified = _read(whole)
        documents += documents_of(whole.name, data, modified)
    return documents


def documents_of(name: str, data: bytes, modified: str = "") -> list[Document]:
    """Return a file as the document it is, a workbook as its sheets; ``name`` is for messages."""
    return [*sheets(name, data, modified)] if data.startswith(FIRST_BYTES) else [Document(name, data, modified)]


def _read(path: Path) -> tuple[bytes, str]:
    """Return what a file holds, and when it was changed last."""
    try:
        known = path.stat()
        if known.st_size > LARGEST_BYTES:
            raise too_large(path)
        modified = datetime.fromtimestamp(known.st_mtime, tz=timezone.utc)
        return path.read_bytes(), modified.strftime("%Y-%m-%dT%H:%MZ")
    except ValueError as error:
        # A name that no file can have.
        raise InputError("There is no file {file}. Choose another one.", file=path) from error
    except OSError as error:
        raise InputError("The file {file} cannot be read: {reason}.", file=path, reason=error.strerror) from error
