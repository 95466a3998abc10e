"""Plain files, whole or not at all: written aside in the same folder, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.messages import OutputError


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """Give a path beside ``target`` (same ending) to write to; it becomes ``target`` when all went well.

    Raises OutputError where the folder cannot be written or the disk is full; ``target`` is then as before.
    """
    aside = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".segregation-", suffix=target.suffix, dir=target.parent)
        os.close(handle)
        aside = Path(name)
        yield aside
        aside.chmod(0o666 & ~_umask())
        aside.replace(target)
    except OSError as error:
        raise OutputError(
            "The file {file} cannot be written: {reason}. Choose another folder, or close programs that use the file.",
            file=target,
            reason=error.strerror or error,
        ) from error
    finally:
        if aside is not None:
            aside.unlink(missing_ok=True)


def _umask() -> int:
    """Return the user's mask: a temporary file is private, the finished one is not."""
    current = os.umask(0o077)
    os.umask(current)
    return current
