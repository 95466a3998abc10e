"""``segregation:activitybyareatype``: grants or other amounts by the type of area where the schools lie."""

from __future__ import annotations

from ..domain.messages import message
from ..i18n import texts, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT, STUDY
from .run import Run

INPUT, CODE, AMOUNT = "INPUT", "CODE", "AMOUNT"
LEVEL, NAME, PUBLIC = "LEVEL", "NAME", "PUBLIC"
PER_SCHOOL, PER_MUNICIPALITY = 0, 1


class ActivityByAreaType(SegregationAlgorithm):
    """Adds up amounts per school or municipality by area type, in all and per pupil."""

    NAME = "activitybyareatype"
    GROUP = STATISTICS
    TITLE = message("Activity by area type")
    HELP = message(
        "Shows where grants or other amounts land: their sum, receivers and amount per pupil by the type of area "
        "where the schools of a study lie. A ratio of 1 means that an area type gets the same share of the amounts as "
        "of the pupils.\n\n"
        "An amount per municipality cannot be divided by area type: it is spread over the municipality's schools by "
        "their pupils, where a school with unknown pupils counts as the municipality's average one. That is an "
        "assumption, marked in the column fordelat, and differences between area types are then those between "
        "municipalities.\n\n"
        "Codes without a school, hidden amounts and schools without an amount are counted in the log and in the "
        "table. Sums of fewer than three places, and what they could be derived from, are hidden unless the amounts "
        "are published. Of unpublished amounts make one table, from one study: another, by the area types of another "
        "year, would reveal what the first hides. The area type says where a school lies, not where its pupils live."
    )

    def _declared(self) -> Declared:
        yield parameters.study()
        yield parameters.source(
            INPUT, tr("Table of amounts"), tr("A row for each school or municipality, with its code and its amount.")
        )
        yield parameters.field(
            CODE,
            tr("Field of school unit or municipality codes"),
            tr("School unit codes have eight digits, municipality codes four. Keep them as text."),
            INPUT,
        )
        yield parameters.field(
            AMOUNT, tr("Field of amounts"), tr("The amount of each row. Empty: unknown, never zero."), INPUT
        )
        yield parameters.choice(
            LEVEL,
            tr("Amounts are per"),
            tr(
                "Whether each row is of a school or of a municipality. An amount of a municipality is spread over its "
                "schools by their pupils, which is an assumption."
            ),
            [tr("School"), tr("Municipality")],
            PER_SCHOOL,
        )
        yield parameters.text(
            NAME,
            tr("What the amounts are (like Grants 2025, SEK)"),
            tr("Stands in the column aktivitet of the table, so that it is known what it shows."),
            optional=True,
        )
        yield parameters.box(
            PUBLIC,
            tr("The amounts of single places are published"),
            tr(
                "Ticked: nothing is hidden. Otherwise sums of fewer than three places are hidden, and what they could "
                "be derived from."
            ),
        )
        yield parameters.sink(
            OUTPUT,
            tr("Activity by area type"),
            tr("A row for each area type: sum, receivers, pupils, amount per pupil and share of all."),
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.schools import activity
        from ..disclosure.amounts import shown_landing, what_to_know
        from ..domain.area_types import name
        from ..domain.messages import InputError
        from ..layers.number_columns import number_columns
        from ..layers.study_reading import read_study
        from ..resources import reference

        path = run.file(STUDY)
        study = read_study(path)
        run.own_measures = study.own_measures
        schools = study.counted
        if schools is None or schools.empty:
            raise InputError("The study file {file} has no schools. Make a study with schools first.", file=path)
        columns = {
            "kod": run.field(CODE),
            "belopp": run.field(AMOUNT),
        }
        if columns["kod"] == columns["belopp"]:
            raise InputError(
                "The column '{column}' cannot hold both codes and amounts. Choose the column of amounts.",
                column=columns["kod"],
            )
        amounts = number_columns(run.source(INPUT), columns, run.feedback)
        per_school = run.choice(LEVEL) == PER_SCHOOL
        landing = activity.by_area_type(
            amounts,
            schools,
            activity.BY_SCHOOL if per_school else activity.BY_MUNICIPALITY,
            reference().municipalities["kommunkod"],
        )
        public = run.is_on(PUBLIC)
        if not public:
            run.warn(what_to_know())
        run.say(*landing.remarks)
        language = texts().language
        names = [
            activity.WITHOUT_SCHOOL_NAMES[language] if row == activity.WITHOUT_SCHOOL else name(row, language)
            for row in landing.table["grupp"]
        ]
        table = shown_landing(landing, public, study.sums_hidden if per_school else ())
        table.insert(2, "namn", names)
        table.insert(0, "aktivitet", run.text(NAME) or "")
        return run.write_table(table)
