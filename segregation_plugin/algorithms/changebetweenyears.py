"""``segregation:changebetweenyears``: how types and index of areas changed between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..i18n import render, texts, tr
from .base import OUTPUT, Parameters, SegregationAlgorithm, files_parameter, is_given, write_table
from .index_of_areas import AREAS, INDEX, whole_year

if TYPE_CHECKING:
    import pandas as pd

    from ..analysis.areas.two_years import Change

FROM_YEAR, TO_YEAR, TRANSITIONS = "FROM_YEAR", "TO_YEAR", "TRANSITIONS"


class ChangeBetweenYears(SegregationAlgorithm):
    """Compares the area types and the index of two years, area by area and in a table of transitions."""

    NAME = "changebetweenyears"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Change between years")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Compares area types and socioeconomic index of two years: a row per area, and a table of how many areas "
            "went from which type to which, with the share that kept their type. A higher type has better conditions; "
            "an index that rises means worse ones.\n\n"
            "Area types are relative to each year: they are cut from that year's national mean and standard "
            "deviation. A change of type need not be a change of the area, and areas near a limit change most. "
            "Prefer long trends to two years.\n\n"
            "Between years up to 2023 and later ones the borders of some areas differ (the column grans_andrad): the "
            "shares leave these out. With a layer of areas the result has their outlines."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(files_parameter(INDEX, tr("Area types and index (files)")))
        self.addParameter(
            QgsProcessingParameterNumber(FROM_YEAR, tr("From year (the one before when empty)"), optional=True)
        )
        self.addParameter(QgsProcessingParameterNumber(TO_YEAR, tr("To year (latest when empty)"), optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                AREAS, tr("RegSO areas"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )
        self.add_columns_parameter()
        self.addParameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Areas in both years"), QgsProcessing.SourceType.TypeVector)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(TRANSITIONS, tr("From type to type"), QgsProcessing.SourceType.TypeVector)
        )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Compare and write both tables."""
        from .. import study
        from ..analysis.areas import matching, two_years
        from ..domain.area_types import name
        from ..layers.files import read_documents
        from ..readers.recognise import read_index
        from ..resources import reference

        index, key = read_index(
            read_documents(self.files(parameters, INDEX, context)), self.own_tables(parameters, context)
        )
        chosen = two_years.chosen_years(
            study.years_with_values(index),
            whole_year(self, parameters, FROM_YEAR, context),
            whole_year(self, parameters, TO_YEAR, context),
        )
        matched = study.index_with_codes(index[index["index_ar"].isin(chosen)], key, reference()).table
        areas = self._areas(parameters, context, feedback)
        change = two_years.between(matched, *chosen, matching.border_changes(reference().changes), areas)
        self._tell(change, matched, feedback)
        compared = change.areas.drop(columns=["geometry", "version"], errors="ignore")
        compared["anmarkning"] = [_note(*row) for row in zip(compared["andring"], compared["grans_andrad"])]
        outlines = None if areas is None else change.areas["geometry"].to_numpy()
        transitions = change.transitions.copy()
        transitions.insert(2, "namn", [name(row, texts().language) for row in transitions["grupp"]])
        transitions["anmarkning"] = _relative()
        kind = QgsWkbTypes.Type.NoGeometry if areas is None else QgsWkbTypes.Type.MultiPolygon
        return {
            **write_table(self, parameters, context, compared, outlines, kind),
            **write_table(self, parameters, context, transitions, output=TRANSITIONS),
        }

    def _areas(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> pd.DataFrame | None:
        """Return the areas of the layer, those of DeSO merged; None where no layer was chosen."""
        from ..analysis.areas.deso import as_regso
        from ..analysis.locating import require_valid
        from ..layers.source_tables import areas_table
        from ..resources import reference

        if not is_given(parameters, AREAS):
            return None
        source = self.source(parameters, AREAS, context)
        table = areas_table(source, context.transformContext(), feedback)
        areas = as_regso(table, [reference().deso_key]).table
        require_valid(areas)
        return areas

    def _tell(self, change: Change, index: pd.DataFrame, feedback: QgsProcessingFeedback) -> None:
        """Say in the log what the tables rest on, and how not to read them."""
        from ..domain.messages import message

        everything, areas = change.transitions.iloc[-1], change.areas
        feedback.pushWarning(_relative())
        told = [
            message(
                "{count} of {all} areas have a type in both years and the same border.",
                count=everything["jamforbara"],
                all=areas["regsokod"].nunique(),
            )
        ]
        if everything["grans_andrad"]:
            told.append(
                message(
                    "{count} areas have another border in the later year: their change is not one of the same area.",
                    count=everything["grans_andrad"],
                )
            )
        elsewhere = index.loc[~index["regsokod"].isin(areas["regsokod"]), "regsokod"].nunique()
        if elsewhere:
            told.append(message("{count} areas of the index are not in the layer, and left out.", count=elsewhere))
        for each in told:
            feedback.pushInfo(render(each))


def _relative() -> str:
    return tr("Area types are relative to each year: a change of type need not be a change of the area.")


def _note(became: str, border_changed: int) -> str:
    """Return what must be known of an area's change to read it."""
    from ..analysis.areas.two_years import HIGHER, LOWER

    if border_changed:
        return tr("Not the same area: its border changed between the years.")
    return _relative() if became in (HIGHER, LOWER) else ""
