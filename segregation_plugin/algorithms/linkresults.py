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

from ..domain.measures import SUMS
from ..domain.messages import InputError, message
from ..i18n import render, texts, tr
from .base import (
    OUTPUT,
    SEED,
    Parameters,
    SegregationAlgorithm,
    is_given,
    seed_parameter,
    write_table,
)
from .exportmap import STUDY
from .home_figures import (
    BY_CHANCE,
    CORRECTED,
    DISSIMILARITY,
    EXCESS,
    NEAREST_DISSIMILARITY,
    OTHER_TYPE_MAX,
    OTHER_TYPE_MIN,
    home_figures,
)

if TYPE_CHECKING:
    import pandas as pd

    from ..domain.measures import Measure
    from ..layers.study_tables import StudyTables

RESULT, GROUP_BY, LIMIT, NEAR, SITES = "RESULT", "GROUP_BY", "LIMIT", "NEAR", "SITES"
HOME_AREAS, SCHOOL_FIELD, AREA_FIELD, PUPILS_FIELD = "HOME_AREAS", "SCHOOL_FIELD", "AREA_FIELD", "PUPILS_FIELD"
ITERATIONS = "ITERATIONS"
SCHOOLS, REGRESSION, HOME, HOMES_BY_SCHOOL = "SCHOOLS", "REGRESSION", "HOME", "HOMES_BY_SCHOOL"

# The columns of schools that GROUP_BY stands for, in its order.
_GROUPS = ("huvudmannatyp", "skolformer", "arskurser")
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
            "shown by school and by area type; how far the schools' segregation goes beyond that of the nearest "
            "schools (as the crow flies, without regard to room and grades) is measured. Groups under ten pupils are "
            "hidden, and what they could be reckoned from.\n\n"
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
            (HOMES_BY_SCHOOL, tr("Schools and the area types of their pupils' homes")),
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
        from ..analysis.schools.link import link, regression_row
        from ..disclosure.means import shown_types
        from ..layers.study_tables import read_study

        path = self.parameterAsFile(parameters, STUDY, context)
        study = read_study(path)
        measure = self._measure(study, parameters, context)
        by = self._groups(parameters, context)
        if not measure.public:
            self._require_by_type_alone(measure, by, parameters, context)
            homes = self._homes(study, path, parameters, context, feedback)
            return {**write_table(self, parameters, context, _told(study.by_type(measure))), **homes}
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
        )
        if found.regression.slope.reason.text:
            feedback.pushInfo(
                tr("Line on the index, of schools with a result and an index: {reason}").format(
                    reason=render(found.regression.slope.reason)
                )
            )
        feedback.setProgress(70)
        outputs = write_table(self, parameters, context, _told(shown_types(found.by_type, measure)))
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

    def _require_by_type_alone(
        self, measure: Measure, by: list[str], parameters: Parameters, context: QgsProcessingContext
    ) -> None:
        """Raise InputError where anything but the table by type is asked for of an unpublished measure."""
        asked = {
            GROUP_BY: bool(by),
            SITES: self.parameterAsDouble(parameters, SITES, context) > 0,
            SCHOOLS: is_given(parameters, SCHOOLS),
            REGRESSION: is_given(parameters, REGRESSION),
        }
        wanted = [self.parameterDefinition(name).description() for name, given in asked.items() if given]
        if wanted:
            raise InputError(
                "Not available for own figures: nobody has published '{result}' of single places, so it is shown by "
                "area type alone, as the study has it. Leave {parameters} empty or 0.",
                result=measure.column,
                parameters=", ".join(f"'{name}'" for name in wanted),
            )
        if measure.kind in SUMS:
            raise InputError(
                "'{result}' is a number or an amount: it has a sum, and no mean to compare.", result=measure.column
            )

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
        from ..analysis.schools.sites import combine, sites
        from ..layers.study_points import school_points

        schools = study.counted.merge(school_points(path), on="skolenhetskod", how="left", validate="one_to_one")
        within = self.parameterAsDouble(parameters, SITES, context)
        if not within:
            return schools
        combined = combine(schools, sites(schools, within), measure)
        partly = combined[measure.column].notna() & (combined["enheter_dolda"] > 0)
        feedback.pushInfo(
            render(
                message(
                    "{units} units at {sites} sites; at {partly} sites with a value that of another unit is hidden.",
                    units=len(schools),
                    sites=len(combined),
                    partly=int(partly.sum()),
                )
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
        """Set the pupils' home areas against their schools', write what may be shown and return the figures."""
        from ..analysis.schools.home_areas import read_homes
        from ..disclosure.homes import protected_homes, what_to_know
        from ..layers.named_columns import fields_as_table
        from ..layers.study_points import school_points

        source = self.parameterAsSource(parameters, HOME_AREAS, context)
        if source is None:
            if any(is_given(parameters, name) for name in (HOME_AREAS, HOME, HOMES_BY_SCHOOL)):
                self.opened(None, HOME_AREAS)
            return {}
        fields = [self.text(parameters, name, context) for name in (SCHOOL_FIELD, AREA_FIELD, PUPILS_FIELD)]
        if len(set(fields)) < len(fields) and all(fields):
            raise InputError(
                "One field of '{parameter}' is chosen twice. Choose one of codes, one of home areas and one of pupils.",
                parameter=self.parameterDefinition(HOME_AREAS).description(),
            )
        rows = fields_as_table(source, dict(zip(("skolenhetskod", "regsokod", "elever"), fields)), feedback)
        homes = read_homes(rows, study.counted, study.areas)
        for finding in homes.findings:
            feedback.pushInfo(render(finding))
        feedback.pushWarning(render(what_to_know()))
        shown = protected_homes(homes.table, study.counted, study.areas)
        for count, said in (
            (
                len(shown.small),
                tr("{count} schools are left out of the tables of homes: they have under ten pupils."),
            ),
            (
                len(shown.alone),
                tr(
                    "{count} schools with hidden numbers are left out of the tables of homes: of one area type there "
                    "must be three, with ten hidden numbers and ten known pupils. Fill numbers in, or take more "
                    "schools in."
                ),
            ),
            (
                len(shown.telling),
                tr(
                    "{count} schools are left out of the tables of homes, since their numbers would tell of hidden "
                    "ones."
                ),
            ),
            (
                len(shown.together),
                tr("{count} schools with hidden numbers stand in the table by area type alone."),
            ),
        ):
            if count:
                feedback.pushInfo(said.format(count=texts().number(count)))
        outputs = home_figures(homes.table, shown, study, path, feedback)
        if is_given(parameters, HOME):
            outputs |= write_table(self, parameters, context, _named(shown.crossed), output=HOME)
        if is_given(parameters, HOMES_BY_SCHOOL):
            from ..layers.qgis_rows import points_of

            of_school = study.counted[["skolenhetskod", "namn", "kommunkod"]].merge(shown.schools, on="skolenhetskod")
            placed = of_school.merge(school_points(path), on="skolenhetskod", how="left", validate="one_to_one")
            outputs |= write_table(
                self, parameters, context, of_school, points_of(placed), QgsWkbTypes.Type.Point, HOMES_BY_SCHOOL
            )
        return outputs


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
