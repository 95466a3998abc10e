"""``segregation:activitybyareatype``: grants or other amounts by the type of area where the schools lie."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..i18n import render, texts, tr
from .base import OUTPUT, Parameters, SegregationAlgorithm, write_table

STUDY, INPUT, CODE, AMOUNT = "STUDY", "INPUT", "CODE", "AMOUNT"
LEVEL, NAME, PUBLIC = "LEVEL", "NAME", "PUBLIC"
PER_SCHOOL, PER_MUNICIPALITY = 0, 1


class ActivityByAreaType(SegregationAlgorithm):
    """Adds up amounts per school or municipality by area type, in all and per pupil."""

    NAME = "activitybyareatype"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Activity by area type")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Shows where grants or other amounts land: their sum, receivers and amount per pupil by the type of area "
            "where the schools of a study lie. A ratio of 1 means that an area type gets the same share of the amounts "
            "as of the pupils.\n\n"
            "An amount per municipality cannot be told apart by area type: it is spread over the municipality's "
            "schools by their pupils, where a school with unknown pupils counts as the municipality's average one. "
            "That is an assumption, marked in the column fordelat, and differences between area types are then those "
            "between municipalities.\n\n"
            "Codes without a school, hidden amounts and schools without an amount are counted in the log and in the "
            "table. Sums of fewer than three places, and what would give them away, are hidden unless the amounts are "
            "published. Of unpublished amounts make one table, from one study: another, by the area types of another "
            "year, would tell what the first hides. The area type says where a school lies, not where its pupils live."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(QgsProcessingParameterFile(STUDY, tr("Study file"), extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterFeatureSource(INPUT, tr("Table of amounts"), [QgsProcessing.SourceType.TypeVector])
        )
        self.addParameter(
            QgsProcessingParameterField(
                CODE, tr("Field of school unit or municipality codes"), parentLayerParameterName=INPUT
            )
        )
        self.addParameter(QgsProcessingParameterField(AMOUNT, tr("Field of amounts"), parentLayerParameterName=INPUT))
        self.addParameter(
            QgsProcessingParameterEnum(
                LEVEL, tr("Amounts are per"), [tr("School"), tr("Municipality")], defaultValue=PER_SCHOOL
            )
        )
        self.addParameter(
            QgsProcessingParameterString(NAME, tr("What the amounts are (like Grants 2025, SEK)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(PUBLIC, tr("The amounts of single places are published"), defaultValue=False)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Activity by area type"), QgsProcessing.SourceType.TypeVector)
        )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Add up and write what may be shown."""
        from ..analysis.schools import activity
        from ..disclosure.amounts import shown_landing, what_to_know
        from ..domain.area_types import name
        from ..domain.messages import InputError
        from ..layers.number_columns import number_columns
        from ..layers.study_tables import read_study
        from ..resources import reference

        path = self.parameterAsFile(parameters, STUDY, context)
        study = read_study(path)
        schools = study.counted
        if schools is None or schools.empty:
            raise InputError("The study file {file} has no schools. Make a study with schools first.", file=path)
        columns = {
            "kod": self.parameterAsString(parameters, CODE, context),
            "belopp": self.parameterAsString(parameters, AMOUNT, context),
        }
        if columns["kod"] == columns["belopp"]:
            raise InputError(
                "The column '{column}' cannot hold both codes and amounts. Choose the column of amounts.",
                column=columns["kod"],
            )
        amounts = number_columns(self.source(parameters, INPUT, context), columns, feedback)
        per_school = self.parameterAsEnum(parameters, LEVEL, context) == PER_SCHOOL
        landing = activity.by_area_type(
            amounts,
            schools,
            activity.BY_SCHOOL if per_school else activity.BY_MUNICIPALITY,
            reference().municipalities["kommunkod"],
        )
        public = self.parameterAsBool(parameters, PUBLIC, context)
        if not public:
            feedback.pushWarning(render(what_to_know()))
        for told in landing.told:
            feedback.pushInfo(render(told))
        language = texts().language
        names = [
            activity.WITHOUT_SCHOOL_NAMES[language] if row == activity.WITHOUT_SCHOOL else name(row, language)
            for row in landing.table["grupp"]
        ]
        table = shown_landing(landing, public, study.sums_hidden if per_school else ())
        table.insert(2, "namn", names)
        table.insert(0, "aktivitet", self.text(parameters, NAME, context) or "")
        return write_table(self, parameters, context, table)
