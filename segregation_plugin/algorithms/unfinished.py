"""The outputs of a run that become files: written aside, and put in place together when all are whole."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from ..domain.messages import OutputError, SegregationError
from ..layers.build_folder import output_folder
from ..layers.layer_in_place import is_filled, put_layer, require_takes_tables


class Unfinished(ExitStack):
    """What a run has written aside; when the run is left, what was not put in place is gone."""

    def __init__(self) -> None:
        super().__init__()
        self._whole: list[tuple[Path, Path, str]] = []

    def path_beside(self, target: Path, table: str) -> Path:
        """Return where to write ``target``, or ``table`` that is to go into it: a file of its name in a hidden folder.

        Raises OutputError where the folder cannot be written, or where ``target`` is a file that takes no table.
        """
        if table:
            require_takes_tables(target)
        return self.enter_context(output_folder(target)) / target.name

    def is_whole(self, written: Path, target: Path, table: str) -> None:
        """Note that the file ``written``, which is closed, is all of ``target``, or of ``table`` that goes into it."""
        self._whole.append((written, target, table))

    def put_in_place(self) -> None:
        """Put all in place. Raises OutputError where that fails, and says what is in place nevertheless."""
        done: list[str] = []
        # First what replaces something: another program may hold it.
        for written, target, table in sorted(self._whole, key=lambda one: not is_filled(one[1])):
            try:
                put_layer(written, target, table)
            except SegregationError as error:
                if not done:
                    raise
                raise OutputError(
                    "{error} Other outputs of the run are in place: {files}.", error=error, files=", ".join(done)
                ) from error
            done.append(str(target))
