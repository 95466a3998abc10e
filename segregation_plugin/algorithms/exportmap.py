"""``segregation:exportmap``: a map of a study as picture or PDF."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingAlgorithm,
)

from ..domain.messages import message
from ..domain.palettes import PALETTES, SEQUENTIAL
from ..i18n import tr
from . import parameters
from .base import EXPORTS, FILES, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import LANGUAGE, OUTPUT, STUDY, TYPES, YEAR
from .run import Run

TEMPLATE, PALETTE, DPI = "TEMPLATE", "PALETTE", "DPI"

_LOWEST_DPI, _DEFAULT_DPI, _HIGHEST_DPI = 50, 200, 600


class ExportMap(SegregationAlgorithm):
    """Lays out a study's map on a page."""

    NAME = "exportmap"
    GROUP = EXPORTS
    DOCS = FILES
    TITLE = message("Export map")
    HELP = message(
        "Writes the map of a study, of the country, a county or a municipality, on a page with title, legend, "
        "scale bar and sources. The format follows the file name: png, pdf or svg."
    )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Run on the main thread: a layout cannot be rendered in another."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def _declared(self) -> Declared:
        from ..exports.templates import TEMPLATES

        yield parameters.study()
        yield parameters.choice(
            TEMPLATE,
            tr("Page"),
            tr("Size and direction of the page that the map is laid out on."),
            list(TEMPLATES),
            next(iter(TEMPLATES)),
            words=True,
        )
        yield parameters.study_year()
        yield parameters.types_by(optional=True)
        yield from parameters.place()
        yield parameters.choice(
            PALETTE,
            tr("Map colours"),
            tr(
                "sequential: from dark (type 1) to light (type 5), also for print in greyscale. diverging: two colours "
                "with a light one between them, for screens and colour print."
            ),
            list(PALETTES),
            SEQUENTIAL,
            words=True,
        )
        yield parameters.language()
        yield parameters.number(
            DPI,
            tr("Resolution (dpi)"),
            tr("Dots per inch of pictures: 150 is enough for a screen, 300 for print."),
            _DEFAULT_DPI,
            _LOWEST_DPI,
            _HIGHEST_DPI,
        )
        yield parameters.file_to_write(
            OUTPUT,
            tr("Map"),
            tr("The file's ending decides the format: pdf, png or svg."),
            "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)",
        )

    def _work(self, run: Run) -> Parameters:
        from ..exports.map import export_map

        output = run.output()
        county, municipality = run.place()
        export_map(
            run.file(STUDY),
            output,
            template=run.word(TEMPLATE),
            year=run.year(YEAR),
            types_by=run.word_or_none(TYPES),
            county=county,
            municipality=municipality,
            language=run.word(LANGUAGE),
            dpi=run.whole(DPI),
            palette=run.word(PALETTE),
            feedback=run.feedback,
        )
        return {OUTPUT: output}
