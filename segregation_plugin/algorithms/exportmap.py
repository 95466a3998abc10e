"""``segregation:exportmap``: a map of a study as picture or PDF."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..i18n import LANGUAGES, texts, tr
from ..layers.palettes import PALETTES, SEQUENTIAL
from .base import OUTPUT, Parameters, SegregationAlgorithm

STUDY, TEMPLATE, LANGUAGE, DPI = "STUDY", "TEMPLATE", "LANGUAGE", "DPI"
PALETTE = "PALETTE"

_LOWEST_DPI, _DEFAULT_DPI, _HIGHEST_DPI = 50, 200, 600


class ExportMap(SegregationAlgorithm):
    """Lays out a study's map on a page."""

    NAME = "exportmap"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Export map")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Writes the map of a study, of the country, a county or a municipality, on a page with title, legend, "
            "scale bar and sources. The format follows the file name: png, pdf or svg."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Run on the main thread: a layout cannot be rendered in another."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        from ..exports.templates import TEMPLATES

        self.addParameter(QgsProcessingParameterFile(STUDY, tr("Study file"), extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterEnum(
                TEMPLATE, tr("Page"), list(TEMPLATES), defaultValue=next(iter(TEMPLATES)), usesStaticStrings=True
            )
        )
        self.add_place_parameters()
        self.addParameter(
            QgsProcessingParameterEnum(
                PALETTE, tr("Map colours"), list(PALETTES), defaultValue=SEQUENTIAL, usesStaticStrings=True
            )
        )
        self.addParameter(language_parameter())
        self.addParameter(
            QgsProcessingParameterNumber(
                DPI, tr("Resolution (dpi)"), defaultValue=_DEFAULT_DPI, minValue=_LOWEST_DPI, maxValue=_HIGHEST_DPI
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(OUTPUT, tr("Map"), "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)")
        )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Lay out and write the map."""
        from ..exports.map import export_map

        output = self.parameterAsFileOutput(parameters, OUTPUT, context)
        county, municipality = self.place(parameters, context)
        export_map(
            self.parameterAsFile(parameters, STUDY, context),
            output,
            template=self.parameterAsEnumString(parameters, TEMPLATE, context),
            county=county,
            municipality=municipality,
            language=self.parameterAsEnumString(parameters, LANGUAGE, context),
            dpi=self.parameterAsInt(parameters, DPI, context),
            palette=self.parameterAsEnumString(parameters, PALETTE, context),
            feedback=feedback,
        )
        return {OUTPUT: output}


def language_parameter() -> QgsProcessingParameterEnum:
    """Return the parameter LANGUAGE: ``sv`` or ``en``, by default that of the window."""
    return QgsProcessingParameterEnum(
        LANGUAGE, tr("Language"), list(LANGUAGES), defaultValue=texts().language, usesStaticStrings=True
    )
