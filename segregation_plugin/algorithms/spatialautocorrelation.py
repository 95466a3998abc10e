"""``segregation:spatialautocorrelation``: whether neighbouring areas are alike."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..domain.messages import message
from ..i18n import render, texts, tr
from .base import OUTPUT, SEED, Parameters, SegregationAlgorithm, progress_to, seed_parameter, write_table

if TYPE_CHECKING:
    from ..analysis.spatial.autocorrelation import Moran
    from ..analysis.spatial.contiguity import Contiguity

AREAS, FIELD, CONTIGUITY = "AREAS", "FIELD", "CONTIGUITY"
PERMUTATIONS = "PERMUTATIONS"
MORAN, EXPECTED, P_VALUE, ISLANDS, UNKNOWN = "I", "EXPECTED", "P_VALUE", "ISLANDS", "UNKNOWN"
ROOK, QUEEN = 0, 1


class SpatialAutocorrelation(SegregationAlgorithm):
    """Measures Moran's I of a field, over all areas and around each."""

    NAME = "spatialautocorrelation"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Spatial autocorrelation (Moran's I)")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Measures whether areas that touch have similar values: Moran's I is about 1 where neighbours are alike, "
            "about 0 where values lie as by chance, below 0 where neighbours differ. The p-value says how often chance "
            "alone gives a value as far from what is expected.\n\n"
            "Around each area: the mean of its neighbours, the local Moran and its p-value, and the cluster that it "
            "is a part of: hog-hog (high among high), lag-lag, hog-lag, lag-hog or ej_signifikant (not significant at "
            "5 per cent). Use the column kvadrant_fdr on maps: kvadrant is not corrected for the number of areas, of "
            "which one in twenty is significant by chance alone.\n\n"
            "Areas without a value are left out with their borders, and so are areas without a neighbour: the column "
            "status says which. Areas of very different size share borders by chance of how they were drawn: RegSO "
            "and DeSO give different answers. High means a high number: of the index that is worse, of the area type "
            "better conditions."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        number = QgsProcessingParameterNumber
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(AREAS, tr("RegSO or DeSO areas"), polygons))
        numeric = QgsProcessingParameterField.DataType.Numeric
        self.addParameter(
            QgsProcessingParameterField(FIELD, tr("Field of values"), parentLayerParameterName=AREAS, type=numeric)
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                CONTIGUITY,
                tr("Neighbours are areas with"),
                [tr("A border in common (rook)"), tr("A border or a corner in common (queen)")],
                defaultValue=ROOK,
            )
        )
        permutations = number(
            PERMUTATIONS, tr("Number of permutations"), number.Type.Integer, 999, minValue=99, maxValue=99_999
        )
        permutations.setFlags(permutations.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(permutations)
        self.addParameter(seed_parameter())
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Areas beside their neighbours"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        for name, description in (
            (MORAN, tr("Moran's I")),
            (EXPECTED, tr("Moran's I expected by chance")),
            (P_VALUE, tr("P-value")),
            (ISLANDS, tr("Areas without neighbours")),
            (UNKNOWN, tr("Areas without a value")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Measure and write a row an area."""
        from ..analysis.spatial import autocorrelation
        from ..analysis.spatial.contiguity import contiguity, overlapping
        from ..layers.area_numbers import areas_with_numbers

        progress = progress_to(feedback)
        field = self.parameterAsString(parameters, FIELD, context)
        areas, kind = areas_with_numbers(
            self.source(parameters, AREAS, context), {"varde": field}, context.transformContext(), feedback
        )
        progress(20, message("Looking for neighbours"))
        queen = self.parameterAsEnum(parameters, CONTIGUITY, context) == QUEEN
        polygons = areas["geometry"].to_numpy()
        links = contiguity(polygons, corners=queen)
        _warn(overlapping(polygons, links), feedback)
        progress(50, message("Comparing neighbours"))
        values = areas["varde"].to_numpy(dtype=float)
        permutations = self.parameterAsInt(parameters, PERMUTATIONS, context)
        seed = self.parameterAsInt(parameters, SEED, context)
        moran = autocorrelation.moran(values, links, permutations, seed)
        progress(65, message("Comparing each area with its neighbours"))
        local = autocorrelation.local_moran(values, links, permutations, seed)
        progress(90, message("Writing the areas"))
        _tell(moran, links, feedback)
        table = local.assign(regsonamn=areas["regsonamn"], **{kind: areas["kod"]})
        written = write_table(
            self,
            parameters,
            context,
            table[[kind, "regsonamn", *autocorrelation.LOCAL_COLUMNS]],
            polygons,
            QgsWkbTypes.Type.MultiPolygon,
        )
        numbers = {MORAN: moran.estimate, EXPECTED: moran.expected, P_VALUE: moran.p_value}
        known = {name: None if math.isnan(value) else value for name, value in numbers.items()}
        return {**written, **known, ISLANDS: moran.islands, UNKNOWN: moran.unknown}


def _warn(overlaps: int, feedback: QgsProcessingFeedback) -> None:
    if overlaps:
        told = message(
            "{count} pairs of areas overlap without a border in common and are not counted as neighbours: the borders "
            "were changed area by area, as where each is simplified alone. Use a layer whose borders fit.",
            count=overlaps,
        )
        feedback.pushWarning(render(told))


def _tell(moran: Moran, links: Contiguity, feedback: QgsProcessingFeedback) -> None:
    """Say in the log what the numbers are and rest on."""
    number = texts().number
    told = [
        message(
            "{pairs} pairs of neighbours among {count} areas, which make up {parts} connected parts.",
            pairs=len(links.first),
            count=links.areas,
            parts=len(set(links.components.tolist())),
        )
    ]
    if moran.unknown:
        told.append(message("Areas without a value, left out: {count}.", count=moran.unknown))
    if moran.islands:
        told.append(message("{count} areas without a neighbour that has a value are left out.", count=moran.islands))
    if moran.reason.text:
        told.append(message("Moran's I is not defined: {reason}.", reason=moran.reason))
    else:
        told.append(
            message(
                "Moran's I {value} ({expected} expected by chance), p = {p_value}, of {count} areas.",
                value=number(moran.estimate, 4),
                expected=number(moran.expected, 4),
                p_value=number(moran.p_value, 4),
                count=moran.areas,
            )
        )
    for each in told:
        feedback.pushInfo(render(each))
