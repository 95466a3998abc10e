"""``segregation:summarise``: areas and schools by area type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeatureSource

from ..domain.measures import RESIDENTS
from ..domain.messages import InputError, Message, message
from ..i18n import texts, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import AREAS, LEAVE_OUT_OFFICES, OUTPUT, TYPES, YEAR
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

SCHOOLS, BY = "SCHOOLS", "BY"
BY_TYPE, BY_MUNICIPALITY_AND_TYPE = 0, 1
BY_SKOLVERKET = "skolor_efter_skolverket"


class Summarise(SegregationAlgorithm):
    """Counts areas, schools and pupils by area type, and averages results."""

    NAME = "summarise"
    GROUP = STATISTICS
    TITLE = message("Summarise by area type")
    HELP = message(
        "Summarises areas (with the column omradestyp) and schools by area type, or by municipality and area type. "
        "Results in the schools layer (as in a study file, with their status columns) are averaged, weighted by "
        "the pupils of grade 9 where known. Numbers of pupils that do not come from Skolverket are left out. Where the "
        "areas have the column befolkning (as in a study with files of the population) residents are added up by area "
        "type, with their share of all.\n\n"
        "Where the schools have the type that Skolverket gives them (column omradestyp_skolverket, as in a study with "
        "its file of pupils), schools without a location count by that. It is used in its own year alone: the one "
        "that agrees with most schools (95 of 100 or more), of those that the areas have types of.\n\n"
        "The area type says where a school lies, not where its pupils live."
    )

    def _declared(self) -> Declared:
        yield parameters.source(
            AREAS,
            tr("Areas with type and index"),
            tr(
                "Areas with the column omradestyp, as 'Join index to areas' or a study has them; residents are counted "
                "where they have the column befolkning."
            ),
            parameters.POLYGONS,
        )
        yield parameters.source(
            SCHOOLS,
            tr("Schools"),
            tr("A point for each school. Results with their status columns, as in a study, are averaged."),
            parameters.POINTS,
        )
        yield parameters.choice(
            BY,
            tr("By"),
            tr("A row for each area type in the whole layer, or for each area type in each municipality."),
            [tr("Area type"), tr("Municipality and area type")],
            BY_TYPE,
        )
        yield parameters.number(
            YEAR,
            tr("Year of the area types (the layer's own when empty)"),
            tr("For areas of a study that has several years: one of them, such as 2022 (column omradestyp_2022)."),
            optional=True,
        )
        yield parameters.offices()
        yield parameters.types_by()
        yield parameters.sink(
            OUTPUT,
            tr("Summary"),
            tr("Numbers of areas, residents, schools and pupils and means of results, with what is hidden counted."),
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.areas.deso import as_regso
        from ..analysis.locating import place_schools, require_valid, warnings
        from ..analysis.schools.official_types import by_official, counted_by, said_of_types
        from ..analysis.schools.operator_addresses import in_figures
        from ..analysis.schools.summaries import by_area_type, by_municipality_and_type
        from ..disclosure.shown_summaries import shown
        from ..domain.area_types import OFFICIAL_TYPE, name
        from ..layers.school_tables import schools_table
        from ..layers.source_tables import areas_table
        from ..resources import reference

        areas_source = run.source(AREAS)
        schools_source = run.source(SCHOOLS)
        types = _column_of_types(run, areas_source)
        areas = areas_table(areas_source, run.transforms, run.feedback, True, types, with_residents=True)
        if areas["omradestyp"].isna().all():
            raise InputError(
                "The layer {layer} has no area types (column 'omradestyp'). Run 'Join index to areas' first.",
                layer=areas_source.sourceName(),
            )
        areas = as_regso(areas, [reference().deso_key]).table
        require_valid(areas)
        run.warn(*_without_residents(areas))
        schools = schools_table(schools_source, run.transforms, run.feedback, with_results=True)
        placed, _ = place_schools(schools, areas)
        run.warn(*warnings(placed))
        counted = in_figures(placed, not run.is_on(LEAVE_OUT_OFFICES))
        official = None
        if OFFICIAL_TYPE in counted:
            year, official_year = _years(run, areas_source, areas, placed)
            run.say(*said_of_types(counted, run.word(TYPES), year, official_year))
            official = by_official(counted, run.word(TYPES), year == official_year)
            counted = counted_by(counted, run.word(TYPES), year == official_year)
        summarised = by_area_type if run.choice(BY) == BY_TYPE else by_municipality_and_type
        summary = shown(summarised(areas, counted))
        if official is not None:
            # Beside all schools of a row, how many of them count by Skolverket's type.
            keys = [name for name in ("kommunkod", "grupp") if name in summary]
            found = summarised(areas, counted[official]).set_index(keys)["skolor"]
            numbers = found.reindex(summary.set_index(keys).index).fillna(0).astype("int64").to_numpy()
            summary.insert(list(summary.columns).index("skolor") + 1, BY_SKOLVERKET, numbers)
        after = list(summary.columns).index("omradestyp") + 1
        summary.insert(after, "namn", [name(group, texts().language) for group in summary["grupp"]])
        return run.write_table(summary)


def _without_residents(areas: pd.DataFrame) -> list[Message]:
    """Return how many areas have an unknown number of residents, in a layer that has any."""
    known = areas.drop_duplicates("regsokod").get(RESIDENTS)
    unknown = 0 if known is None else int(known.isna().sum())
    if not unknown:
        return []
    return [
        message(
            "The residents of {count} areas are hidden or unknown: the sums and shares that they belong to are not "
            "known either.",
            count=unknown,
        )
    ]


def _years(
    run: Run, source: QgsProcessingFeatureSource, areas: pd.DataFrame, placed: pd.DataFrame
) -> tuple[int, int | None]:
    """Return the year of the types of ``areas`` (0 where that is not known), and that of Skolverket's types."""
    import pandas as pd

    from ..analysis.schools.official_types import agreement, year_of
    from ..layers.source_tables import types_of_years, year_of_types

    year = run.year(YEAR) or year_of_types(source) or 0
    own = areas.rename(columns={"regsokod": "kod", "omradestyp": "varde"})[["kod", "varde"]].assign(ar=year)
    others = types_of_years(source, run.feedback)
    types = pd.concat([own, others[others["ar"] != year]], ignore_index=True)
    return year, year_of(agreement(placed, types))


def _column_of_types(run: Run, areas: QgsProcessingFeatureSource) -> str:
    """Return the field that has the area types of the year asked for. Raises InputError where the layer has none."""
    from ..layers.source_tables import year_of_types
    from ..study.schema import column_of

    year = run.year(YEAR)
    names = areas.fields().names()
    if year is None or column_of(year) in names:
        return "omradestyp" if year is None else column_of(year)
    if year_of_types(areas) == year:
        return "omradestyp"
    raise InputError(
        "The layer {layer} has no area types of {year} (column '{column}').",
        layer=areas.sourceName(),
        year=year,
        column=column_of(year),
    )
