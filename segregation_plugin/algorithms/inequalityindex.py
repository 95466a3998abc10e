"""``segregation:inequalityindex``: how apart the lowest and the highest income fifth live."""

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
)

from ..domain.messages import InputError, message
from ..domain.totals import called_like_a_total
from ..i18n import render, tr
from .base import OUTPUT, Parameters, SegregationAlgorithm, share_to, write_table

INPUT, CODE, LOWEST, HIGHEST, BY, PUBLIC = "INPUT", "CODE", "LOWEST", "HIGHEST", "BY", "PUBLIC"
BY_COUNTRY, BY_COUNTY, BY_MUNICIPALITY = 0, 1, 2


class InequalityIndex(SegregationAlgorithm):
    """Measures dissimilarity between the lowest and the highest income fifth in each place."""

    NAME = "inequalityindex"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Inequality index")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Measures how apart the lowest and the highest income fifth live in a municipality, a county or the "
            "country, from a table of persons by area and income fifth: 0 where both are spread alike over the areas, "
            "100 where they share no area. The value is the per cent of either group that would have to move to be "
            "spread like the other (100 x D, the dissimilarity index).\n\n"
            "It is another measure than the area types, which say how areas fare and do not measure the degree of "
            "segregation. Smaller areas give a higher value: never compare RegSO with DeSO.\n\n"
            "Beside it stand what chance alone would give, the value without what small areas add, and the 95 per "
            "cent interval of that. Where counts are hidden there is no value, but the least and the greatest that "
            "they allow (lagst, hogst). So too where an area has from 1 to 9 persons of a fifth, unless these are "
            "published: figures are then the same whatever they are, with fewer decimals. Without a value the column "
            "anledning says why; anmarkning says where the interval may hold the true value less often."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                INPUT, tr("Table of persons by area and income fifth"), [QgsProcessing.SourceType.TypeVector]
            )
        )
        for name, label in (
            (CODE, tr("Field of RegSO or DeSO codes")),
            (LOWEST, tr("Field of persons in the lowest income fifth")),
            (HIGHEST, tr("Field of persons in the highest income fifth")),
        ):
            self.addParameter(QgsProcessingParameterField(name, label, parentLayerParameterName=INPUT))
        self.addParameter(
            QgsProcessingParameterEnum(
                BY, tr("By"), [tr("Country"), tr("County"), tr("Municipality")], defaultValue=BY_MUNICIPALITY
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                PUBLIC, tr("The numbers of persons of single areas are published"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Inequality index"), QgsProcessing.SourceType.TypeVector)
        )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Measure and write a row a place."""
        from ..analysis.segregation import inequality
        from ..disclosure.income_fifths import by_place
        from ..layers.number_columns import number_columns
        from ..resources import counties, reference

        columns = {
            column: self.parameterAsString(parameters, name, context)
            for column, name in (("kod", CODE), (inequality.LOWEST, LOWEST), (inequality.HIGHEST, HIGHEST))
        }
        if len(set(columns.values())) < len(columns):
            raise InputError(
                "The codes, the lowest and the highest fifth are three fields. Choose another one for each."
            )
        persons = number_columns(self.source(parameters, INPUT, context), columns, feedback)
        for name in (columns[inequality.LOWEST], columns[inequality.HIGHEST]):
            if called_like_a_total(name):
                feedback.pushWarning(
                    tr(
                        "The field {field} looks like all persons, and not like a group: then the others count twice, "
                        "and the values are wrong."
                    ).format(field=name)
                )
        level = self.parameterAsEnum(parameters, BY, context)
        by = (inequality.COUNTRY, inequality.COUNTY, inequality.MUNICIPALITY)[level]
        table = by_place(persons, by, share_to(feedback), self.parameterAsBool(parameters, PUBLIC, context))
        municipalities = reference().municipalities.set_index("kommunkod")["kommunnamn"]
        names = {inequality.WHOLE_COUNTRY: tr("Sweden"), **counties(), **municipalities}
        table.insert(1, "namn", table["kod"].map(names).fillna(""))
        for name in ("anledning", "anmarkning"):
            table[name] = table[name].map(render)
        table["matt"] = tr("Dissimilarity between the lowest and the highest income fifth, 0-100; not the area types")
        without = int(table["ojamlikhetsindex"].isna().sum())
        feedback.pushInfo(tr("The index is another measure than the area types."))
        feedback.pushInfo(render(message("{count} of {all} places have no value.", count=without, all=len(table))))
        return write_table(self, parameters, context, table)
