"""Plain files, whole or not at all: written aside on the same disk, then renamed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.messages import OutputError
from ..layers.build_folder import build_folder, replace


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """Give a path of the same name in a hidden folder to write to; it becomes ``target`` when all went well.

    A file that ``target`` replaces keeps its mode and owner, and a symbolic link what it points to. Raises OutputError
    where nothing can be written there or the disk is full; ``target`` is then as before.
    """
    try:
        with build_folder(target) as folder:
            aside = folder / target.name
            yield aside
            replace(aside, target)
    except OSError as error:
        raise OutputError(
            "The file {file} cannot be written: {reason}. Choose another folder, or close programs that use the file.",
            file=target,
            reason=error.strerror or error,
        ) from error
