"""``segregation:linkresults``: how results go with the areas that schools lie in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsWkbTypes,
)

from ..domain.measures import SUMS
from ..domain.messages import InputError, message
from ..i18n import render, texts, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
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
from .input_layers import Parameters
from .parameters import OUTPUT, SEED, STUDY
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

    from ..domain.measures import Measure
    from ..study.model import Study

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
    GROUP = STATISTICS
    TITLE = message("Link between background and results")
    HELP = message(
        "Shows how a result of the schools in a study file goes with the areas that they lie in.\n\n"
        "By area type: mean (weighted by the pupils of grade 9 where known), spread between schools, difference to "
        "type 5 with a 95 per cent interval, schools with a value and with a hidden one. Schools: each beside its "
        "municipality's mean (the school itself included) and beside the line of results on the index; how near its "
        "area lies to the limit of the next area type, as far as the index of the year says. Line on the index: only "
        "where at least 30 schools have both.\n\n"
        "Home areas: a table of your own with a row for each school and RegSO area that its pupils live in. It is "
        "shown by school and by area type; how far the schools' segregation goes beyond that of the nearest schools "
        "(as the crow flies, without regard to room and grades) is measured. Groups under ten pupils are hidden, and "
        "what they could be computed from.\n\n"
        "These are figures of areas and schools, not of pupils: the area type says where a school lies, not where its "
        "pupils live, and a link is no effect. The index is that of the area (RegSO). Skolverket's own index of a "
        "school already holds the status of the area where its pupils live: comparing the two is circular."
    )

    def _declared(self) -> Declared:
        yield parameters.study()
        yield parameters.text(
            RESULT,
            tr("Field of the result (like meritvarde; the study's first where empty)"),
            tr("The column of the result in the study's layer of schools."),
            optional=True,
        )
        yield parameters.choice(
            GROUP_BY,
            tr("Also by"),
            tr("Divides the table by area type further, so that schools of one kind are compared."),
            [tr("Operator"), tr("School type"), tr("Grades")],
            several=True,
            optional=True,
        )
        yield parameters.number(
            LIMIT,
            tr("How far from its municipality's mean a school stands out (in the result's unit)"),
            tr("Schools further above or below the mean of their municipality are marked in the table of schools."),
            20.0,
            0.0,
            kind=parameters.DECIMAL,
        )
        yield parameters.number(
            SITES,
            tr("Count school units so near each other as one (metres, 0 for not)"),
            tr("School units within this distance become one site, with the mean of their results."),
            0.0,
            0.0,
            _FARTHEST,
            kind=parameters.DECIMAL,
        )
        yield from _home_parameters()
        yield parameters.number(
            NEAR,
            tr("Near the limit of the next area type (index points)"),
            tr("Schools whose area's index lies this near the limit of another area type are marked."),
            1.0,
            0.0,
            kind=parameters.DECIMAL,
            advanced=True,
        )
        yield parameters.draws(ITERATIONS, tr("Number of random draws"))
        yield parameters.seed()
        yield parameters.sink(
            OUTPUT,
            tr("By area type"),
            tr("A row for each area type: mean, spread, difference to type 5 with interval, and hidden schools."),
        )
        for name, description, explanation in (
            (
                SCHOOLS,
                tr("Schools beside their municipality and the index"),
                tr("A point for each school with its distance to the mean of its municipality and to the line."),
            ),
            (REGRESSION, tr("Line on the index"), tr("Slope, interval and fit of results on the index.")),
            (
                HOME,
                tr("Area types of schools and homes"),
                tr("Pupils by the area type of their school and of their home. Needs the table of home areas."),
            ),
            (
                HOMES_BY_SCHOOL,
                tr("Schools and the area types of their pupils' homes"),
                tr("A point for each school with its pupils by area type of home. Needs the table of home areas."),
            ),
        ):
            yield parameters.sink(name, description, explanation, optional=True)
        for name, description in (
            (OTHER_TYPE_MIN, tr("Schools whose pupils mostly live in another area type (at least, per cent)")),
            (OTHER_TYPE_MAX, tr("Schools whose pupils mostly live in another area type (at most, per cent)")),
            (DISSIMILARITY, tr("Segregation of schools (dissimilarity, 0-1)")),
            (DISSIMILARITY + BY_CHANCE, tr("Segregation of schools, expected if random")),
            (DISSIMILARITY + CORRECTED, tr("Segregation of schools, corrected for bias")),
            (NEAREST_DISSIMILARITY, tr("Segregation had all gone to the nearest school")),
            (NEAREST_DISSIMILARITY + BY_CHANCE, tr("The same, expected if random")),
            (NEAREST_DISSIMILARITY + CORRECTED, tr("The same, corrected for bias")),
            (EXCESS, tr("Segregation beyond the nearest school")),
            (EXCESS + CORRECTED, tr("Segregation beyond the nearest school, corrected for bias")),
        ):
            yield QgsProcessingOutputNumber(name, description)

    def _work(self, run: Run) -> Parameters:
        from ..analysis.schools.link import link, regression_row
        from ..disclosure.means import shown_types
        from ..layers.study_reading import read_study

        path = run.file(STUDY)
        study = read_study(path)
        run.own_measures = study.own_measures
        measure = _measure(study, run)
        run.about = dict.fromkeys((OUTPUT, SCHOOLS, REGRESSION), measure.label[texts().language])
        by = _groups(run)
        if not measure.public:
            _require_by_type_alone(measure, by, run)
            homes = _homes(study, path, run)
            return {**run.write_table(_in_words(study.by_type(measure))), **homes}
        homes = _homes(study, path, run)
        schools = _schools(study, path, measure, run)
        run.share_done(0.3)
        found = link(
            schools,
            study.areas,
            measure,
            by,
            run.number(LIMIT),
            run.number(NEAR),
            run.whole(ITERATIONS),
            run.whole(SEED),
        )
        if found.regression.slope.reason.text:
            run.say(
                message(
                    "Line on the index, of schools with a result and an index: {reason}",
                    reason=found.regression.slope.reason,
                )
            )
        run.share_done(0.7)
        outputs = run.write_table(_in_words(shown_types(found.by_type, measure)))
        if run.given(SCHOOLS):
            from ..layers.qgis_rows import points_of

            points = points_of(schools)
            outputs |= run.write_table(_in_words(found.schools), points, QgsWkbTypes.Type.Point, SCHOOLS)
        if run.given(REGRESSION):
            row = _in_words(regression_row(found.regression, measure))
            outputs |= run.write_table(row, output=REGRESSION)
        return {**outputs, **homes}


def _require_by_type_alone(measure: Measure, by: list[str], run: Run) -> None:
    """Raise InputError where anything but the table by type is asked for of an unpublished measure."""
    asked = {
        GROUP_BY: bool(by),
        SITES: run.number(SITES) > 0,
        SCHOOLS: run.given(SCHOOLS),
        REGRESSION: run.given(REGRESSION),
    }
    wanted = [run.label(name) for name, given in asked.items() if given]
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


def _groups(run: Run) -> list[str]:
    return [_GROUPS[place] for place in run.choices(GROUP_BY)]


def _measure(study: Study, run: Run) -> Measure:
    measures = study.measures
    if not measures:
        raise InputError("The study has no results. Make it again with schools and their results.")
    column = run.text(RESULT) or measures[0].column
    for measure in measures:
        if measure.column == column:
            return measure
    raise InputError(
        "The study has no result '{result}'. It has {results}.",
        result=column,
        results=", ".join(measure.column for measure in measures),
    )


def _schools(
    study: Study,
    path: str,
    measure: Measure,
    run: Run,
) -> pd.DataFrame:
    """Return the schools of the study with their places, as sites where the user asks for it."""
    from ..analysis.schools.sites import combine, sites
    from ..layers.study_points import school_points

    schools = study.counted.merge(school_points(path), on="skolenhetskod", how="left", validate="one_to_one")
    within = run.number(SITES)
    if not within:
        return schools
    combined = combine(schools, sites(schools, within), measure)
    partly = combined[measure.column].notna() & (combined["enheter_dolda"] > 0)
    run.say(
        message(
            "{units} units at {sites} sites; at {partly} sites with a value that of another unit is hidden.",
            units=len(schools),
            sites=len(combined),
            partly=int(partly.sum()),
        )
    )
    return combined


def _homes(
    study: Study,
    path: str,
    run: Run,
) -> Parameters:
    """Set the pupils' home areas against their schools', write what may be shown and return the figures."""
    from ..analysis.schools.home_areas import read_homes
    from ..disclosure.homes import protected_homes, what_to_know
    from ..layers.named_columns import fields_as_table
    from ..layers.study_points import school_points

    source = run.source_or_none(HOME_AREAS)
    if source is None:
        if any(run.given(name) for name in (HOME_AREAS, HOME, HOMES_BY_SCHOOL)):
            run.opened(None, HOME_AREAS)
        return {}
    fields = [run.text(name) for name in (SCHOOL_FIELD, AREA_FIELD, PUPILS_FIELD)]
    if len(set(fields)) < len(fields) and all(fields):
        raise InputError(
            "One field of '{parameter}' is chosen twice. Choose one of codes, one of home areas and one of pupils.",
            parameter=run.label(HOME_AREAS),
        )
    rows = fields_as_table(source, dict(zip(("skolenhetskod", "regsokod", "elever"), fields)), run.feedback)
    homes = read_homes(rows, study.counted, study.areas)
    run.say(*homes.findings)
    run.warn(what_to_know())
    shown = protected_homes(homes.table, study.counted, study.areas)
    for count, said in (
        (
            len(shown.small),
            message(
                "{count} schools are left out of the tables of homes: they have under ten pupils.",
                count=len(shown.small),
            ),
        ),
        (
            len(shown.alone),
            message(
                "{count} schools with hidden numbers are left out of the tables of homes: of one area type there "
                "must be three, with ten hidden numbers and ten known pupils. Fill numbers in, or take more "
                "schools in.",
                count=len(shown.alone),
            ),
        ),
        (
            len(shown.revealing),
            message(
                "{count} schools are left out of the tables of homes, since their numbers would reveal hidden ones.",
                count=len(shown.revealing),
            ),
        ),
        (
            len(shown.together),
            message(
                "{count} schools with hidden numbers stand in the table by area type alone.",
                count=len(shown.together),
            ),
        ),
    ):
        if count:
            run.say(said)
    outputs = home_figures(homes.table, shown, study, path, run)
    if run.given(HOME):
        outputs |= run.write_table(_named(shown.crossed), output=HOME)
    if run.given(HOMES_BY_SCHOOL):
        from ..layers.qgis_rows import points_of

        of_school = study.counted[["skolenhetskod", "namn", "kommunkod"]].merge(shown.schools, on="skolenhetskod")
        placed = of_school.merge(school_points(path), on="skolenhetskod", how="left", validate="one_to_one")
        outputs |= run.write_table(of_school, points_of(placed), QgsWkbTypes.Type.Point, HOMES_BY_SCHOOL)
    return outputs


def _home_parameters() -> Declared:
    yield parameters.source(
        HOME_AREAS,
        tr("Pupils by school and home area"),
        tr("A table of your own: a row for each school and RegSO area that its pupils live in."),
        optional=True,
    )
    for name, description, explanation in (
        (SCHOOL_FIELD, tr("Field with the school unit code"), tr("Eight digits, kept as text.")),
        (
            AREA_FIELD,
            tr("Field with the RegSO code of the home area"),
            tr("The area that the pupils live in. Empty: unknown."),
        ),
        (
            PUPILS_FIELD,
            tr("Field with the number of pupils"),
            tr("How many of the school's pupils live in the area. Empty or ..: hidden."),
        ),
    ):
        yield parameters.field(name, description, explanation, HOME_AREAS, optional=True)


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Add the area type of each row and its official name."""
    from ..domain.area_types import name

    language = texts().language
    place = list(table.columns).index("grupp") + 1
    table = table.copy()
    table.insert(place, "namn", [name(group, language) for group in table["grupp"]])
    return table


def _in_words(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with its reasons in the user's language, and area types by name."""
    reasons = [name for name in table if name.endswith("anledning")]
    table = table.assign(**{name: [render(reason) for reason in table[name]] for name in reasons})
    return _named(table) if "grupp" in table else table
