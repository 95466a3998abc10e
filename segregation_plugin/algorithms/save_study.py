"""``segregation:savestudy``: a study with all its figures in a new file, to hand to a colleague."""

from __future__ import annotations

from pathlib import Path

from ..domain.messages import Message, message
from ..i18n import texts, tr
from . import parameters
from .base import FILES, STUDY_GROUP, Declared
from .input_layers import Parameters
from .parameters import OUTPUT, STUDY
from .run import Run
from .study_output import WritesStudy, target_of


class SaveStudy(WritesStudy):
    """Copies a study and writes the figures into the copy that else are worked out where they are looked at."""

    NAME = "savestudy"
    GROUP = STUDY_GROUP
    DOCS = FILES
    TITLE = message("Save study for a colleague")
    HELP = message(
        "Writes a study with all its figures, differences between types and segregation, into a new file. Whoever "
        "opens it sees them at once, also without the plugin. The project inside is made anew. What you have put into "
        "the file yourself (layers, columns, projects, styles) does not go along. The study itself stays as it is."
    )

    def _declared(self) -> Declared:
        yield parameters.study()
        yield parameters.file_to_write(
            OUTPUT,
            tr("Study file"),
            tr("Another GeoPackage than the study. An older study of that name is replaced as a whole or not at all."),
            tr("GeoPackage files (*.gpkg)"),
        )

    def _work(self, run: Run) -> Parameters:
        from ..layers.study_copy import save_with_figures

        target, progress = target_of(run), run.progress()

        def step(percent: float, what: Message) -> None:
            self._edits.require_none(self._written_by(run))
            progress(percent, what)

        left_out = save_with_figures(Path(run.file(STUDY)), target, texts(), step)
        if left_out:
            run.warn(message("Left out, since the study did not put it there: {names}.", names=", ".join(left_out)))
        self._written = str(target)
        return {OUTPUT: str(target)}
