"""``segregation:backgroundsegregation``: how segregated schools are by their pupils' background."""

from __future__ import annotations

from ..domain import operators
from ..domain.counties import COUNTIES
from ..domain.messages import InputError, message
from ..i18n import render, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .group_tables import ITERATIONS, in_words
from .input_layers import Parameters
from .parameters import OUTPUT, STUDY
from .run import Run

PARTS, SCHOOLS = "PARTS", "SCHOOLS"
_DRAWS = 200


class BackgroundSegregation(SegregationAlgorithm):
    """Measures the segregation of schools by foreign background and by parents' education."""

    NAME = "backgroundsegregation"
    GROUP = STATISTICS
    TITLE = message("Segregation of schools by pupils' background")
    HELP = message(
        "Measures how unevenly pupils with foreign and Swedish background, and with and without parents with "
        "post-secondary education, are spread over the schools of a study: in the country, each county and "
        "municipality, and among schools of the same operator or grades. It needs a study with Skolverket's file of "
        "pupils by grade.\n\n"
        "First look at lagst and hogst: whatever the hidden shares are, the index of all schools lies between them. "
        "varde is that of the published shares alone; slump is expected if random, korrigerat is without the bias of "
        "small schools, lag and hog are its 95 per cent interval. Where the published shares alone mislead, "
        "anmarkning says so.\n\n"
        "From ten schools with a published share on a place has a corrected value. It has an interval where that "
        "holds the true value as often as it says. Places whose intervals overlap cannot be said to differ: do not "
        "rank them. The index says how pupils are spread, not why, and nothing of how schools fare."
    )

    def _declared(self) -> Declared:
        yield parameters.study()
        yield parameters.draws(ITERATIONS, tr("Random draws"), _DRAWS)
        yield parameters.sink(
            OUTPUT,
            tr("Segregation by background"),
            tr("A row for each place, index and group, the country first: limits, value, corrected value, interval."),
        )
        yield parameters.sink(
            PARTS,
            tr("Between and within municipalities, operators and area types"),
            tr(
                "How much of Theil's H lies between the larger units, and how much between schools within them: first "
                "the limits over all schools, then the value of published shares."
            ),
            optional=True,
        )
        yield parameters.sink(
            SCHOOLS,
            tr("What each school adds"),
            tr(
                "A row for each school and group: what it adds to dissimilarity in all schools and in its municipality."
            ),
            optional=True,
        )

    def _work(self, run: Run) -> Parameters:
        import pandas as pd

        from ..analysis.schools.background_segregation import BackgroundRow
        from ..analysis.schools.background_years import background_measures
        from ..analysis.segregation.inequality import WHOLE_COUNTRY
        from ..analysis.segregation.repeated import stage
        from ..disclosure.background_indices import shown_background, shown_background_parts, shown_contributions
        from ..layers.study_reading import read_study
        from ..resources import reference
        from ..study.background_figures import background_by_year

        path = run.file(STUDY)
        study = read_study(path)
        run.own_measures = study.own_measures
        measures = background_measures(study.measures)
        years = background_by_year(study) if measures else {}
        if not years:
            raise InputError(
                "The study file {file} has no background of pupils by school. Make a study with Skolverket's file of "
                "pupils by grade (Antal elever per årskurs) among the results.",
                file=path,
            )
        wants_parts = run.given(PARTS)
        draws = run.whole(ITERATIONS)
        progress = stage(run.share_done, 0, 0.8 if wants_parts else 1)
        rows = shown_background(years, measures, draws, study.place, progress)
        table = pd.DataFrame(rows, columns=list(BackgroundRow._fields))
        municipalities = reference().municipalities
        names = {**dict(zip(municipalities["kommunkod"], municipalities["kommunnamn"])), **COUNTIES}
        names |= {WHOLE_COUNTRY: tr("Sweden"), **{name: render(word) for name, word in operators.WORDS.items()}}
        table.insert(1, "platsnamn", [names.get(place, "") for place in table["plats"]])
        tables = {OUTPUT: in_words(table)}
        if wants_parts:
            parts = shown_background_parts(years, measures, iterations=draws, progress=stage(run.share_done, 0.8, 1))
            tables[PARTS] = in_words(pd.DataFrame(parts))
        if run.given(SCHOOLS):
            added = [shown_contributions(schools, measures, year) for year, schools in sorted(years.items())]
            tables[SCHOOLS] = pd.concat(added, ignore_index=True)
        return run.write_tables(tables)
