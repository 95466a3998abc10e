"""``segregation:linkresults``: how results go with the areas that schools lie in."""

from __future__ import annotations

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
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..domain.messages import InputError
from ..i18n import render, texts, tr
from .base import OUTPUT, SEED, Parameters, SegregationAlgorithm, is_given, seed_parameter, write_table
from .exportmap import STUDY

if TYPE_CHECKING:
    import pandas as pd

    from ..domain.measures import Measure
    from ..layers.study_tables import StudyTables

RESULT, GROUP_BY, LIMIT, NEAR, SITES = "RESULT", "GROUP_BY", "LIMIT", "NEAR", "SITES"
HOME_AREAS, SCHOOL_FIELD, AREA_FIELD, PUPILS_FIELD = "HOME_AREAS", "SCHOOL_FIELD", "AREA_FIELD", "PUPILS_FIELD"
ITERATIONS = "ITERATIONS"
SCHOOLS, REGRESSION, HOME = "SCHOOLS", "REGRESSION", "HOME"
OTHER_TYPE_MIN, OTHER_TYPE_MAX = "OTHER_TYPE_MIN", "OTHER_TYPE_MAX"
DISSIMILARITY, NEAREST_DISSIMILARITY, EXCESS = "DISSIMILARITY", "NEAREST_DISSIMILARITY", "EXCESS"
BY_CHANCE, CORRECTED = "_BY_CHANCE", "_CORRECTED"

# The columns of schools that GROUP_BY stands for, in its order.
_GROUPS = ("huvudmannatyp", "skolformer", "arskurser")
_DECIMALS = 2  # of D
_FARTHEST = 1000  # metres: units further apart are at no one site


class LinkResults(SegregationAlgorithm):
    """Compares results between area types and within municipalities, and sets them against the index."""

    NAME = "linkresults"

    def title(self) -> str:
        """Return the translated name."""
        return tr("Link between background and results")

    def help(self) -> str:
        """Return the translated help."""
        return tr(
            "Shows how a result of the schools in a study file goes with the areas that they lie in.\n\n"
            "By area type: mean (weighted by the pupils of grade 9 where known), spread between schools, difference to "
            "type 5 with a 95 per cent interval, schools with a value and with a hidden one. Schools: each beside its "
            "municipality's mean (the school itself included) and beside the line of results on the index; how near "
            "its area lies to the limit of the next area type, as far as the index of the year tells. Line on the "
            "index: only where at least 30 schools have both.\n\n"
            "Home areas: a table of your own with a row for each school and RegSO area that its pupils live in. It is "
            "shown by area type; how far the schools' segregation goes beyond that of the nearest schools (as the crow "
            "flies, without regard to room and grades) is measured. Groups under ten pupils are left out, and the "
            "totals they could be reckoned from.\n\n"
            "These are figures of areas and schools, not of pupils: the area type says where a school lies, not where "
            "its pupils live, and a link is no effect. The index is that of the area (RegSO). Skolverket's own index "
            "of a school already holds the status of the area where its pupils live: comparing the two is circular."
        )

    def initAlgorithm(self, _configuration: Parameters | None = None) -> None:
        """Declare parameters and outputs."""
        number = QgsProcessingParameterNumber
        self.addParameter(QgsProcessingParameterFile(STUDY, tr("Study file"), extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterString(
                RESULT, tr("Field of the result (like meritvarde; the study's first where empty)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                GROUP_BY,
                tr("Also by"),
                [tr("Operator"), tr("School type"), tr("Grades")],
                allowMultiple=True,
                optional=True,
            )
        )
        self.addParameter(
            number(
                LIMIT,
                tr("How far from its municipality's mean a school stands out (in the result's unit)"),
                number.Type.Double,
                20.0,
                minValue=0.0,
            )
        )
        self.addParameter(
            number(
                SITES,
                tr("Count school units so near each other as one (metres, 0 for not)"),
                number.Type.Double,
                0.0,
                minValue=0.0,
                maxValue=_FARTHEST,
            )
        )
        self._add_home_parameters()
        for name, description, kind, default, least in (
            (NEAR, tr("Near the limit of the next area type (index points)"), number.Type.Double, 1.0, 0.0),
            (ITERATIONS, tr("Number of random draws"), number.Type.Integer, 500, 1),
        ):
            parameter = number(name, description, kind, default, minValue=least)
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)
        self.addParameter(seed_parameter())
        self.addParameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("By area type"), QgsProcessing.SourceType.TypeVector)
        )
        for name, description in (
            (SCHOOLS, tr("Schools beside their municipality and the index")),
            (REGRESSION, tr("Line on the index")),
            (HOME, tr("Area types of schools and homes")),
        ):
            self.addParameter(
                QgsProcessingParameterFeatureSink(
                    name, description, QgsProcessing.SourceType.TypeVector, createByDefault=False, optional=True
                )
            )
        for name, description in (
            (OTHER_TYPE_MIN, tr("Schools whose pupils mostly live in another area type (at least, per cent)")),
            (OTHER_TYPE_MAX, tr("Schools whose pupils mostly live in another area type (at most, per cent)")),
            (DISSIMILARITY, tr("Segregation of schools (dissimilarity, 0-1)")),
            (DISSIMILARITY + BY_CHANCE, tr("Segregation of schools that chance alone would give")),
            (DISSIMILARITY + CORRECTED, tr("Segregation of schools, corrected for bias")),
            (NEAREST_DISSIMILARITY, tr("Segregation had all gone to the nearest school")),
            (NEAREST_DISSIMILARITY + BY_CHANCE, tr("The same that chance alone would give")),
            (NEAREST_DISSIMILARITY + CORRECTED, tr("The same, corrected for bias")),
            (EXCESS, tr("Segregation beyond the nearest school")),
            (EXCESS + CORRECTED, tr("Segregation beyond the nearest school, corrected for bias")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def _add_home_parameters(self) -> None:
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                HOME_AREAS, tr("Pupils by school and home area"), [QgsProcessing.SourceType.TypeVector], optional=True
            )
        )
        for name, description in (
            (SCHOOL_FIELD, tr("Field with the school unit code")),
            (AREA_FIELD, tr("Field with the RegSO code of the home area")),
            (PUPILS_FIELD, tr("Field with the number of pupils")),
        ):
            self.addParameter(
                QgsProcessingParameterField(name, description, parentLayerParameterName=HOME_AREAS, optional=True)
            )

    def work(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Parameters:
        """Read the study, compare, and write what may be shown."""
        from ..analysis.link import link, regression_row
        from ..analysis.link_disclosure import hides, protected
        from ..domain.measures import PUPILS
        from ..layers.study_tables import read_study

        path = self.parameterAsFile(parameters, STUDY, context)
        study = read_study(path)
        measure = self._measure(study, parameters, context)
        by = self._groups(parameters, context)
        if not measure.public and (by or is_given(parameters, SCHOOLS)):
            raise InputError(
                "The values of '{result}' of single places are not published: they are shown by area type alone. Leave "
                "'{group}' and '{schools}' empty.",
                result=measure.column,
                group=self.parameterDefinition(GROUP_BY).description(),
                schools=self.parameterDefinition(SCHOOLS).description(),
            )
        sites = self.parameterAsDouble(parameters, SITES, context) > 0
        if sites and not measure.public:
            raise InputError(
                "The values of '{result}' of single places are not published, and could be reckoned from means with "
                "and without sites. Leave '{sites}' 0.",
                result=measure.column,
                sites=self.parameterDefinition(SITES).description(),
            )
        if (by and hides(study.hidden, measure.column)) or (
            sites and (hides(study.hidden, measure.column) or hides(study.hidden, PUPILS))
        ):
            raise InputError(
                "Small numbers behind '{result}' are hidden in this study, and could be reckoned from other groups of "
                "schools. Leave '{group}' empty, and '{sites}' 0.",
                result=measure.column,
                group=self.parameterDefinition(GROUP_BY).description(),
                sites=self.parameterDefinition(SITES).description(),
            )
        homes = self._homes(study, path, parameters, context, feedback)
        schools = self._schools(study, path, measure, parameters, context, feedback)
        feedback.setProgress(30)
        found = link(
            schools,
            study.areas,
            measure,
            by,
            self.parameterAsDouble(parameters, LIMIT, context),
            self.parameterAsDouble(parameters, NEAR, context),
            self.parameterAsInt(parameters, ITERATIONS, context),
            self.parameterAsInt(parameters, SEED, context),
            study.hidden,
        )
        if found.regression.slope.reason.text:
            feedback.pushInfo(tr("Line on the index: {reason}").format(reason=render(found.regression.slope.reason)))
        feedback.setProgress(70)
        outputs = write_table(self, parameters, context, _told(protected(found.by_type, measure, by, study.hidden)))
        if is_given(parameters, SCHOOLS):
            from ..layers.qgis_rows import points_of

            points = points_of(schools)
            outputs |= write_table(
                self, parameters, context, _told(found.schools), points, QgsWkbTypes.Type.Point, SCHOOLS
            )
        if is_given(parameters, REGRESSION):
            row = _told(regression_row(found.regression, measure))
            outputs |= write_table(self, parameters, context, row, output=REGRESSION)
        return {**outputs, **homes}

    def _groups(self, parameters: Parameters, context: QgsProcessingContext) -> list[str]:
        # Where nothing is chosen, QGIS takes a parameter of several choices for the first of them.
        if not is_given(parameters, GROUP_BY):
            return []
        return [_GROUPS[place] for place in self.parameterAsEnums(parameters, GROUP_BY, context)]

    def _measure(self, study: StudyTables, parameters: Parameters, context: QgsProcessingContext) -> Measure:
        measures = study.measures
        if not measures:
            raise InputError("The study has no results. Make it again with schools and their results.")
        column = self.text(parameters, RESULT, context) or measures[0].column
        for measure in measures:
            if measure.column == column:
                return measure
        raise InputError(
            "The study has no result '{result}'. It has {results}.",
            result=column,
            results=", ".join(measure.column for measure in measures),
        )

    def _schools(
        self,
        study: StudyTables,
        path: str,
        measure: Measure,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> pd.DataFrame:
        """Return the schools of the study with their places, as sites where the user asks for it."""
        from ..analysis.sites import combine, sites
        from ..layers.study_points import school_points

        schools = study.schools.merge(school_points(path), on="skolenhetskod", how="left", validate="one_to_one")
        within = self.parameterAsDouble(parameters, SITES, context)
        if not within:
            return schools
        combined = combine(schools, sites(schools, within), measure)
        partly = combined[measure.column].notna() & (combined["enheter_dolda"] > 0)
        feedback.pushInfo(
            tr("{units} units at {sites} sites; at {partly} sites with a value that of another unit is hidden.").format(
                units=len(schools), sites=len(combined), partly=int(partly.sum())
            )
        )
        return combined

    def _homes(
        self,
        study: StudyTables,
        path: str,
        parameters: Parameters,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Parameters:
        """Set the pupils' home areas against their schools', write the cross table and return the figures."""
        from ..analysis.home_areas import cross_table, read_homes
        from ..analysis.link_disclosure import protected_homes
        from ..layers.own_tables import fields_as_table

        source = self.parameterAsSource(parameters, HOME_AREAS, context)
        if source is None:
            if is_given(parameters, HOME_AREAS) or is_given(parameters, HOME):
                self.opened(None, HOME_AREAS)
            return {}
        fields = [self.text(parameters, name, context) for name in (SCHOOL_FIELD, AREA_FIELD, PUPILS_FIELD)]
        rows = fields_as_table(source, dict(zip(("skolenhetskod", "regsokod", "elever"), fields)), feedback)
        homes = read_homes(rows, study.schools, study.areas)
        for finding in homes.findings:
            feedback.pushInfo(render(finding))
        outputs = _home_figures(homes.table, study, path, feedback)
        if is_given(parameters, HOME):
            table = protected_homes(cross_table(homes.table, study.schools, study.areas))
            outputs |= write_table(self, parameters, context, _named(table), output=HOME)
        return outputs


def _home_figures(
    homes: pd.DataFrame, study: StudyTables, path: str, feedback: QgsProcessingFeedback
) -> dict[str, float]:
    """Return, and tell, how far schools and homes agree; what is unknown or rests on too few schools is left out."""
    from ..analysis.disclosure import FEWEST_PLACES, SMALLEST_GROUP
    from ..analysis.home_areas import HIDDEN_AS, UNKNOWN, beyond_nearest, composition, mostly_other
    from ..layers.study_points import area_points, school_points

    table = composition(homes, study.schools, study.areas)
    schools = int((table["mest_annan_typ"] != UNKNOWN).sum())
    if schools < FEWEST_PLACES:
        feedback.pushInfo(tr("Too few schools with pupils of known home areas ({count}).").format(count=schools))
        return {}
    number = texts().number
    low, high = mostly_other(table)
    share = number(low, 1) if low == high else tr("{low} to {high}").format(low=number(low, 1), high=number(high, 1))
    feedback.pushInfo(
        tr("At {share} per cent of {count} schools most pupils live in another area type.").format(
            share=share, count=schools
        )
    )
    areas = study.areas.drop_duplicates("regsokod").merge(area_points(path).drop_duplicates("regsokod"), on="regsokod")
    places = school_points(path)
    if table["skolenhetskod"].nunique() < SMALLEST_GROUP:
        feedback.pushInfo(tr("Segregation of schools is told of at least {count}.").format(count=SMALLEST_GROUP))
        return {OTHER_TYPE_MIN: low, OTHER_TYPE_MAX: high}
    lowest, middle, highest = (beyond_nearest(homes, places, areas, put_in) for put_in in HIDDEN_AS)
    if middle.reason.text:
        feedback.pushInfo(tr("Segregation of schools: {reason}").format(reason=render(middle.reason)))
        return {OTHER_TYPE_MIN: low, OTHER_TYPE_MAX: high}
    # More decimals would tell of single pupils.
    figures = {
        DISSIMILARITY: middle.actual.estimate,
        DISSIMILARITY + BY_CHANCE: middle.actual.expected,
        DISSIMILARITY + CORRECTED: middle.actual.corrected,
        NEAREST_DISSIMILARITY: middle.nearest.estimate,
        NEAREST_DISSIMILARITY + BY_CHANCE: middle.nearest.expected,
        NEAREST_DISSIMILARITY + CORRECTED: middle.nearest.corrected,
        EXCESS: middle.excess,
        EXCESS + CORRECTED: middle.excess_corrected,
    }
    told = {name: number(value, _DECIMALS) for name, value in figures.items()}
    feedback.pushInfo(
        tr(
            "Segregation of schools {DISSIMILARITY} (by chance {DISSIMILARITY_BY_CHANCE}, corrected "
            "{DISSIMILARITY_CORRECTED}), had all gone to the nearest school {NEAREST_DISSIMILARITY} (by chance "
            "{NEAREST_DISSIMILARITY_BY_CHANCE}, corrected {NEAREST_DISSIMILARITY_CORRECTED}), beyond that {EXCESS} "
            "(corrected {EXCESS_CORRECTED}; with 1 or 9 pupils behind each hidden number {lowest} or {highest}). "
            "Pupils whose home has no known area type or place are not in it."
        ).format(**told, lowest=number(lowest.excess, _DECIMALS), highest=number(highest.excess, _DECIMALS))
    )
    return {
        OTHER_TYPE_MIN: low,
        OTHER_TYPE_MAX: high,
        **{name: round(value, _DECIMALS) for name, value in figures.items()},
    }


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Add the area type of each row and its official name."""
    from ..domain.area_types import name

    language = texts().language
    place = list(table.columns).index("grupp") + 1
    table = table.copy()
    table.insert(place, "namn", [name(group, language) for group in table["grupp"]])
    return table


def _told(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with its reasons in the user's language, and area types by name."""
    reasons = [name for name in table if name.endswith("anledning")]
    table = table.assign(**{name: [render(reason) for reason in table[name]] for name in reasons})
    return _named(table) if "grupp" in table else table
