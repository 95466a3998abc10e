"""``segregation:areatypereach``: how well area types find pupils by their background, and what they explain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsWkbTypes

from ..domain.counties import COUNTIES
from ..domain.messages import InputError, Message, message
from ..i18n import render, texts, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .loaded_layers import style_when_loaded
from .parameters import OUTPUT, SEED, STUDY
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

    from ..domain.measures import Measure
    from ..study.model import Study

BY, RESULT, ITERATIONS = "BY", "RESULT", "ITERATIONS"
CURVE, BY_TYPE, OVERLAP, VARIATION = "CURVE", "BY_TYPE", "OVERLAP", "VARIATION"
MODELS, RESIDUALS = "MODELS", "RESIDUALS"
BY_COUNTRY, BY_COUNTY, BY_MUNICIPALITY = 0, 1, 2
_OF_SALSA = ("modell", "residual")


class AreaTypeReach(SegregationAlgorithm):
    """Measures how the pupils of the most exposed schools divide into area types, and what types say of background."""

    NAME = "areatypereach"
    GROUP = STATISTICS
    TITLE = message("How well area types find pupils")
    HELP = message(
        "Answers how well the area type of a school finds the pupils it is meant to find. Schools are put in order of "
        "the share of pupils with foreign background (the largest first) or with parents with post-secondary education "
        "(the smallest first). Of the pupils in the first schools, which together have a tenth, a quarter or half of "
        "all pupils, the table says how many go to school in types 1 and 2, in types 3 to 5, and where the type is "
        "unknown, which is counted as neither. Beside it stand the same shares of all pupils, the most that they could "
        "be, and how many pupils in types 1 and 2 go to other schools. The column i_ord says it in a sentence.\n\n"
        "It does so for the type that Skolverket gives each school (in the year that it is of alone), for the type of "
        "the area where the school lies, and for the area's index, as far as the study has them. Further tables: the "
        "curve over all cuts; mean, spread and quartiles by type; how types overlap; the share of the variation "
        "between schools that lies between types (eta squared); and results on background, with what the area type "
        "that the study counts schools by adds.\n\n"
        "Values are of schools with a published share. Hidden shares are unknown, never zero: lagst and hogst are the "
        "least and the most that they allow. Figures are of schools, not of pupils, and say nothing of causes."
    )

    def _declared(self) -> Declared:
        yield parameters.study()
        yield parameters.choice(
            BY,
            tr("Level"),
            tr("The places that are measured: the study as a whole, or each county or municipality with 30 schools."),
            [tr("Country"), tr("County"), tr("Municipality")],
            BY_COUNTRY,
        )
        yield parameters.text(
            RESULT,
            tr("Field of the result (like meritvarde; the study's first where empty)"),
            tr("The column of the result in the study's layer of schools, for results on background."),
            optional=True,
        )
        yield parameters.draws(ITERATIONS, tr("Number of random draws"))
        yield parameters.seed()
        yield parameters.sink(
            OUTPUT,
            tr("Pupils found by area types"),
            tr(
                "A row for each place, share of pupils, source of the types, cut (tenth, quarter, half) and group of "
                "types (1-2, 3-5, unknown)."
            ),
        )
        for name, label, explanation in (
            (CURVE, tr("Curve over all cuts"), tr("The same for every per cent of pupils, from 1 to 100.")),
            (
                BY_TYPE,
                tr("Background by area type"),
                tr("A row for each area type: mean, spread and quartiles of the share, and hidden schools."),
            ),
            (
                OVERLAP,
                tr("Overlap between area types"),
                tr(
                    "A row for each pair of types: of 100 pairs of pupils, one in each type, in how many the school in "
                    "the type with fewer challenges is the more exposed one."
                ),
            ),
            (
                VARIATION,
                tr("Variation between area types (eta squared)"),
                tr("The share of the variation between schools that lies between types, by schools and by pupils."),
            ),
            (
                MODELS,
                tr("Results on background and area type"),
                tr("What parents' education, foreign background and area type account for, alone and together."),
            ),
        ):
            yield parameters.sink(name, label, explanation, optional=True)
        yield parameters.sink(
            RESIDUALS,
            tr("Schools' results compared with those expected from background"),
            tr("A point for each school: its result less what is expected from its pupils' background."),
            optional=True,
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.schools import reach, type_tables
        from ..layers.study_reading import read_study
        from ..sheets.background_notes import why_not_official
        from ..sheets.reach_words import by_whose_types, variations_in_words, whose_types
        from ..study.background_figures import school_years_of, schools_of

        path = run.file(STUDY)
        study = read_study(path)
        run.own_measures = study.own_measures
        schools = schools_of(study)
        if schools is None or schools.empty:
            raise InputError("The study file {file} has no schools. Make a study with schools first.", file=path)
        measures = type_tables.exposures(study.measures)
        if not type_tables.has_background(schools, measures):
            raise InputError(
                "The study file {file} has no background of pupils. Make a study with Skolverket's file of pupils by "
                "grade (Antal elever per årskurs) among the results.",
                file=path,
            )
        sources = type_tables.sources_of(schools)
        if not sources:
            raise InputError("The study file {file} has no area type of any school.", file=path)
        whose = "; ".join(whose_types(source, study, texts()) for source in sources)
        run.say(message("Area types: {whose}.", whose=whose), *_as_messages(why_not_official(study, texts())))
        years, iterations, seed = school_years_of(study), run.whole(ITERATIONS), run.whole(SEED)
        level = (type_tables.COUNTRY, type_tables.COUNTY, type_tables.MUNICIPALITY)[run.choice(BY)]
        places = type_tables.places_of(schools, level)
        if places.too_few:
            run.say(
                message(
                    "{count} places have fewer than {fewest} schools, and are left out.",
                    count=places.too_few,
                    fewest=reach.FEWEST_SCHOOLS,
                )
            )
        found = type_tables.reach_table(
            places.schools, study.areas, measures, years, reach.CUTS, iterations, seed, run.share_done
        )
        tables = {OUTPUT: _in_words(found, measures, study)}
        if run.given(CURVE):
            curve = type_tables.reach_table(
                places.schools, study.areas, measures, years, reach.EVERY_CUT, iterations, seed, run.share_done
            )
            tables[CURVE] = _named(curve)
        if run.given(BY_TYPE):
            tables[BY_TYPE] = _of_types(type_tables.type_table(schools, measures, years))
        if run.given(OVERLAP):
            table = type_tables.overlap_table(schools, measures, iterations, seed, run.share_done)
            tables[OVERLAP] = _rendered(table)
        if run.given(VARIATION):
            table = type_tables.variation_table(schools, measures, years, iterations, seed, run.share_done)
            said = variations_in_words(table, {one.column: one for one in measures}, texts())
            run.say(*_as_messages([*said, by_whose_types(sources[0], study, texts())] if said else []))
            tables[VARIATION] = _rendered(table)
        write_results = _results(run, study)
        return run.write_tables(tables) | write_results()


def _in_words(table: pd.DataFrame, measures: list[Measure], study: Study) -> pd.DataFrame:
    """Return the table with the names of places, and a sentence beside the first part of each cut."""
    from ..analysis.schools.reach import CHALLENGED
    from ..analysis.schools.type_tables import WHOLE_COUNTRY
    from ..sheets.named_place import find_place
    from ..sheets.reach_sheet import by_part, grouped_by_cut
    from ..sheets.reach_words import reach_in_words

    by_column = {measure.column: measure for measure in measures}
    names = {**_names(), WHOLE_COUNTRY: find_place(study, None, None, texts()).name}
    words = dict.fromkeys(table.index, "")
    for (place, column, source, _), rows in grouped_by_cut(table, "plats", "resultat"):
        first = rows.index[rows["grupp"] == CHALLENGED][0]
        words[first] = reach_in_words(by_part(rows), by_column[column], source, names[place], study, texts())
    return _named(table.assign(i_ord=[words[row] for row in table.index]))


def _names() -> dict[str, str]:
    """Return the names of counties and municipalities by code."""
    from ..resources import reference

    municipalities = reference().municipalities.set_index("kommunkod")["kommunnamn"]
    return {**COUNTIES, **municipalities}


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with the name of each place, and its reasons as texts."""
    from ..analysis.schools.type_tables import WHOLE_COUNTRY

    names = {**_names(), WHOLE_COUNTRY: tr("The whole study")}
    table = _rendered(table)
    table.insert(1, "namn", table["plats"].map(names).fillna(""))
    return table


def _rendered(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(anledning=table["anledning"].map(render))


def _of_types(table: pd.DataFrame) -> pd.DataFrame:
    from ..domain.area_types import name

    table = table.copy()
    place = list(table.columns).index("grupp") + 1
    table.insert(place, "namn", [name(group, texts().language) for group in table["grupp"]])
    return table


def _results(run: Run, study: Study) -> Callable[[], Parameters]:
    """Work out what background and the types that the study counts by say of a result; return what writes it."""
    from ..analysis.schools import type_tables
    from ..analysis.schools.background_parts import BY_TYPE as COUNTED_BY
    from ..analysis.schools.background_results import on_background
    from ..layers.qgis_rows import points_of
    from ..layers.residuals import style_residuals
    from ..layers.study_points import school_points
    from ..sheets.notes import about_types_of_schools
    from ..sheets.reach_words import models_in_words

    schools = study.counted
    if schools is None or not (run.given(MODELS) or run.given(RESIDUALS)):
        return dict
    result = _result(run, study)
    run.about = dict.fromkeys((MODELS, RESIDUALS), result.label[texts().language])
    by_column = {measure.column: measure for measure in study.measures}
    parents, foreign = (by_column.get(name) for name in (type_tables.PARENTS_EDUCATION, type_tables.FOREIGN_BACKGROUND))
    if parents is None or foreign is None:
        raise InputError(
            "The study file {file} does not have both parents' education and foreign background of pupils.",
            file=run.file(STUDY),
        )
    found = on_background(
        schools, result, parents, foreign, COUNTED_BY, None, run.whole(ITERATIONS), run.whole(SEED), run.share_done
    )
    models = type_tables.model_table(found)
    said = models_in_words(models, result, texts())
    whose = _as_messages(about_types_of_schools(study, texts()))
    run.say(*(_as_messages(said) if said else [found.reason]), *whose)

    def write() -> Parameters:
        outputs: Parameters = {}
        if run.given(MODELS):
            table = _rendered(models)
            table.insert(0, "resultat", result.column)
            outputs |= run.write_table(table, output=MODELS)
        if run.given(RESIDUALS):
            columns = ["skolenhetskod", "namn", "kommunkod", COUNTED_BY, result.column, parents.column, foreign.column]
            # What Skolverket's SALSA expects of the same result, where the study has it.
            columns += [name for name in (f"salsa_{result.column}_{what}" for what in _OF_SALSA) if name in schools]
            table = schools[columns].assign(avvikelse=found.residuals)
            placed = table.merge(school_points(run.file(STUDY)), on="skolenhetskod", how="left", validate="one_to_one")
            outputs |= run.write_table(table, points_of(placed), QgsWkbTypes.Type.Point, RESIDUALS)
            run.say(*_not_on_map(placed["x"], found.residuals))
            style_when_loaded(run, outputs[RESIDUALS], partial(style_residuals, result=result, texts=texts()))
        return outputs

    return write


def _not_on_map(x: pd.Series, residuals: pd.Series) -> list[Message]:
    """Return how many rows of the layer of residuals have no point, and how many of these have a residual."""
    unlocated = x.isna().to_numpy()
    if not unlocated.any():
        return []
    return [
        message(
            "{count} of the {all} schools have no known location: they are rows of the layer without a point, and not "
            "on the map. {values} of them have a value.",
            count=int(unlocated.sum()),
            all=len(unlocated),
            values=int(residuals.notna().to_numpy()[unlocated].sum()),
        )
    ]


def _as_messages(said: Iterable[str]) -> list[Message]:
    """Return sentences in the user's language as messages."""
    return [message("{text}", text=text) for text in said]


def _result(run: Run, study: Study) -> Measure:
    """Return the result that was chosen, or the study's first. Raises InputError where there is none."""
    from ..study.background_figures import results_of

    found = {measure.column: measure for measure in results_of(study)}
    name = run.text(RESULT) or next(iter(found), "")
    if name not in found:
        raise InputError(
            "The study has no published result '{result}' of grade 9. It has: {names}.",
            result=name,
            names=", ".join(found) or "-",
        )
    return found[name]
