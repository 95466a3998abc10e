"""``segregation:spatialautocorrelation``: whether neighbouring areas are alike."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsWkbTypes,
)

from ..domain.messages import message
from ..i18n import texts, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import AREAS, OUTPUT, SEED
from .run import Run

if TYPE_CHECKING:
    from ..analysis.spatial.autocorrelation import Moran
    from ..analysis.spatial.contiguity import Contiguity

FIELD, CONTIGUITY = "FIELD", "CONTIGUITY"
PERMUTATIONS = "PERMUTATIONS"
MORAN, EXPECTED, P_VALUE, ISLANDS, UNKNOWN = "I", "EXPECTED", "P_VALUE", "ISLANDS", "UNKNOWN"
ROOK, QUEEN = 0, 1


class SpatialAutocorrelation(SegregationAlgorithm):
    """Measures Moran's I of a field, over all areas and around each."""

    NAME = "spatialautocorrelation"
    GROUP = STATISTICS
    TITLE = message("Spatial autocorrelation (Moran's I)")
    HELP = message(
        "Measures whether areas that touch have similar values: Moran's I is about 1 where neighbours are alike, "
        "about 0 where values lie at random, below 0 where neighbours differ. The p-value says how often chance alone "
        "gives a value as far from what is expected.\n\n"
        "Around each area: the mean of its neighbours, the local Moran and its p-value, and the cluster that it is a "
        "part of: hog-hog (high among high), lag-lag, hog-lag, lag-hog or ej_signifikant (not significant at 5 per "
        "cent). Use the column kvadrant_fdr on maps: kvadrant is not corrected for the number of areas, of which one "
        "in twenty is significant by chance alone.\n\n"
        "Areas without a value are left out with their borders, and so are areas without a neighbour: the column "
        "status says which. Areas of very different size share borders by chance of how they were drawn: RegSO and "
        "DeSO give different answers. High means a high number: of the index that is worse, of the area type better "
        "conditions."
    )

    def _declared(self) -> Declared:
        yield parameters.source(
            AREAS,
            tr("RegSO or DeSO areas"),
            tr("Areas with a field of values, such as those with type and index. Borders must fit each other."),
            parameters.POLYGONS,
        )
        yield parameters.field(
            FIELD,
            tr("Field of values"),
            tr("The number that is compared with that of the neighbours. Empty: the area is left out."),
            AREAS,
            parameters.NUMERIC_FIELD,
        )
        yield parameters.choice(
            CONTIGUITY,
            tr("Neighbours are areas with"),
            tr("Whether areas that meet in a corner alone are neighbours too."),
            [tr("A border in common (rook)"), tr("A border or a corner in common (queen)")],
            ROOK,
        )
        yield parameters.draws(PERMUTATIONS, tr("Number of permutations"), 999, 99, 99_999)
        yield parameters.seed()
        yield parameters.sink(
            OUTPUT,
            tr("Areas beside their neighbours"),
            tr("The areas with the mean of their neighbours, the local Moran, its p-value and the cluster."),
            parameters.POLYGONS,
        )
        for name, description in (
            (MORAN, tr("Moran's I")),
            (EXPECTED, tr("Moran's I expected if random")),
            (P_VALUE, tr("P-value")),
            (ISLANDS, tr("Areas without neighbours")),
            (UNKNOWN, tr("Areas without a value")),
        ):
            yield QgsProcessingOutputNumber(name, description)

    def _work(self, run: Run) -> Parameters:
        from ..analysis.spatial import autocorrelation
        from ..analysis.spatial.contiguity import contiguity, overlapping
        from ..layers.area_numbers import areas_with_numbers

        progress = run.progress()
        field = run.field(FIELD)
        areas, kind = areas_with_numbers(run.source(AREAS), {"varde": field}, run.transforms, run.feedback)
        progress(20, message("Looking for neighbours"))
        queen = run.choice(CONTIGUITY) == QUEEN
        polygons = areas["geometry"].to_numpy()
        links = contiguity(polygons, corners=queen)
        _warn(overlapping(polygons, links), run)
        progress(50, message("Comparing neighbours"))
        values = areas["varde"].to_numpy(dtype=float)
        permutations = run.whole(PERMUTATIONS)
        seed = run.whole(SEED)
        moran = autocorrelation.moran(values, links, permutations, seed)
        progress(65, message("Comparing each area with its neighbours"))
        local = autocorrelation.local_moran(values, links, permutations, seed)
        progress(90, message("Writing the areas"))
        _say(moran, links, run)
        table = local.assign(regsonamn=areas["regsonamn"], **{kind: areas["kod"]})
        written = run.write_table(
            table[[kind, "regsonamn", *autocorrelation.LOCAL_COLUMNS]],
            polygons,
            QgsWkbTypes.Type.MultiPolygon,
        )
        numbers = {MORAN: moran.estimate, EXPECTED: moran.expected, P_VALUE: moran.p_value}
        known = {name: None if math.isnan(value) else value for name, value in numbers.items()}
        return {**written, **known, ISLANDS: moran.islands, UNKNOWN: moran.unknown}


def _warn(overlaps: int, run: Run) -> None:
    if overlaps:
        run.warn(
            message(
                "{count} pairs of areas overlap without a border in common and are not counted as neighbours: the "
                "borders were changed area by area, as where each is simplified alone. Use a layer whose borders fit.",
                count=overlaps,
            )
        )


def _say(moran: Moran, links: Contiguity, run: Run) -> None:
    """Say in the log what the numbers are and rest on."""
    number = texts().number
    said = [
        message(
            "{pairs} pairs of neighbours among {count} areas, which make up {parts} connected parts.",
            pairs=len(links.first),
            count=links.areas,
            parts=len(set(links.components.tolist())),
        )
    ]
    if moran.unknown:
        said.append(message("Areas without a value, left out: {count}.", count=moran.unknown))
    if moran.islands:
        said.append(message("{count} areas without a neighbour that has a value are left out.", count=moran.islands))
    if moran.reason.text:
        said.append(message("Moran's I is not defined: {reason}.", reason=moran.reason))
    else:
        said.append(
            message(
                "Moran's I {value} ({expected} expected if random), p = {p_value}, of {count} areas.",
                value=number(moran.estimate, 4),
                expected=number(moran.expected, 4),
                p_value=number(moran.p_value, 4),
                count=moran.areas,
            )
        )
    run.say(*said)
