"""``segregation:neighbourhoodprofile``: the area types of the residents nearest to each school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsWkbTypes,
)

from ..domain.columns import positions_in_layer
from ..domain.messages import InputError, message
from ..i18n import render, texts, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import AREAS, OUTPUT, YEAR
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

SCHOOLS, K, SUMMARY = "SCHOOLS", "K", "SUMMARY"
POPULATION, POPULATION_FILES = "POPULATION", "POPULATION_FILES"
_STAND_IN = message("The residents nearest to the school stand in for its pupils, whose home areas are not known here.")


class NeighbourhoodProfile(SegregationAlgorithm):
    """Gives the area types of the k residents nearest to each school."""

    NAME = "neighbourhoodprofile"
    GROUP = STATISTICS
    TITLE = message("Neighbourhood profile of schools")
    HELP = message(
        "Describes the surroundings of each school by its k nearest residents: the per cent of them that live in "
        "each type of area, and the mean index where the areas have one. It stands in where it is not "
        "known which areas the pupils come from: it is about residents of all ages near the school, not about its "
        "pupils, who may choose other schools.\n\n"
        "All residents of an area are taken to live in one point of it (its centroid, or a point inside it), "
        "because only its outline is known; areas cut at the shore give better points. k must be above the median "
        "population of the areas: below it a profile would only show the type of the nearest area, and the result "
        "says inom_ett_omrade (within one area). Smaller areas (DeSO, which carry the type of their RegSO in the "
        "column omradestyp) allow a smaller k.\n\n"
        "Areas whose population is unknown count with the median one, as andel_utan_uppgift. Where the layer ends "
        "nearer to a school than the residents reached (over_lagrets_kant), those beyond are not seen: choose the "
        "areas of neighbouring municipalities too."
    )

    def _declared(self) -> Declared:
        yield parameters.source(
            AREAS,
            tr("Areas with area types"),
            tr("RegSO or DeSO areas with the column omradestyp, also those around the schools' municipality."),
            parameters.POLYGONS,
        )
        yield parameters.field(
            POPULATION,
            tr("Field with the population"),
            tr("The number of residents of each area. Choose either this field or files."),
            AREAS,
            parameters.NUMERIC_FIELD,
            optional=True,
        )
        yield parameters.files(
            POPULATION_FILES,
            tr("Population (files)"),
            tr("SCB's files with the population of RegSO or DeSO areas. Choose either files or a field."),
            optional=True,
        )
        yield parameters.number(
            YEAR,
            tr("Year of the population (latest when empty)"),
            tr("Four digits, like 2024. Empty: the latest year for which the files have values."),
            optional=True,
        )
        yield parameters.source(SCHOOLS, tr("Schools"), tr("A point for each school."), parameters.POINTS)
        yield parameters.number(
            K,
            tr("Number of nearest residents (above the median population of the areas when empty)"),
            tr("How many residents around each school are described. It must be above the areas' median population."),
            least=1,
            optional=True,
        )
        yield parameters.sink(
            OUTPUT,
            tr("Schools with neighbourhood profile"),
            tr("The schools with the per cent of their nearest residents in each area type, and how far they reach."),
            parameters.POINTS,
        )
        yield parameters.sink(
            SUMMARY,
            tr("Mean profile by area type of the school"),
            tr("A row for each area type: the mean profile of the schools that lie in it."),
            optional=True,
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.locating import place_schools, warnings
        from ..analysis.spatial import neighbourhood
        from ..domain.area_types import name
        from ..domain.columns import SCHOOL_COLUMNS
        from ..layers.qgis_rows import points_of
        from ..layers.school_tables import schools_table

        progress = run.progress()
        areas, kind = _areas(run)
        schools = schools_table(run.source(SCHOOLS), run.transforms, run.feedback)
        progress(40, message("Placing the schools"))
        placed, _ = place_schools(schools, areas.assign(regsokod=areas["kod"]))
        run.warn(*warnings(placed))
        progress(60, message("Looking for the nearest residents"))
        k = _k(run, areas)
        x, y = neighbourhood.area_points(areas["geometry"].to_numpy())
        profiles = neighbourhood.of_schools(placed, areas.assign(x=x, y=y), k)
        _say(profiles, areas, run)
        progress(90, message("Writing the schools"))
        table = profiles.rename(columns={"regsokod": kind}).assign(anmarkning=render(_STAND_IN))
        columns = [*SCHOOL_COLUMNS, kind, "omradestyp", "placering", *neighbourhood.PROFILE_COLUMNS]
        written = run.write_table(
            table[[*columns, neighbourhood.BEYOND, "anmarkning"]],
            points_of(table),
            QgsWkbTypes.Type.Point,
        )
        if not run.given(SUMMARY):
            return written
        summary = neighbourhood.by_school_type(profiles)
        summary.insert(2, "namn", [name(group, texts().language) for group in summary["grupp"]])
        summary = summary.assign(k=k, anmarkning=render(_STAND_IN))
        return {**written, **run.write_table(summary, output=SUMMARY)}


def _areas(run: Run) -> tuple[pd.DataFrame, str]:
    """Return the areas with type, population and, where there, index, and the kind of their codes."""
    from ..layers.area_numbers import areas_with_numbers

    source = run.source(AREAS)
    field = run.text(POPULATION)
    files = run.files(POPULATION_FILES)
    if bool(field) == bool(files):
        raise InputError("Choose the population either as a field of the areas or as files.")
    names = source.fields().names()
    numbers = {} if files else {"befolkning": field}
    if "socioekonomiskt_index" in positions_in_layer(names):
        numbers["socioekonomiskt_index"] = names[positions_in_layer(names)["socioekonomiskt_index"]]
    areas, kind = areas_with_numbers(source, numbers, run.transforms, run.feedback, with_types=True)
    if areas["omradestyp"].isna().all():
        raise InputError(
            "The layer {layer} has no area types (column 'omradestyp'). Run 'Join index to areas' first.",
            layer=source.sourceName(),
        )
    if files:
        areas["befolkning"] = areas["kod"].map(_population(files, run))
    for area in areas[areas["befolkning"] < 0].itertuples():
        raise InputError(
            "The layer {layer}, {code}, column {column}: '{value}' is not possible. Correct it and run again.",
            layer=source.sourceName(),
            code=area.kod,
            column=field,
            value=f"{area.befolkning:g}",
        )
    return areas, kind


def _population(files: list[str], run: Run) -> pd.Series:
    """Return the population of the chosen year in the files by code. Raises InputError for a year they lack."""
    from ..layers.files import read_documents
    from ..readers.recognise import read_population

    table = read_population(read_documents(files))
    years = sorted(set(table.loc[table["befolkning"].notna(), "ar"]))
    year = run.year(YEAR) or years[-1]
    if year not in years:
        raise InputError(
            "The population has no values for {year}. It holds {years}.",
            year=year,
            years=", ".join(str(known) for known in years),
        )
    return table[table["ar"] == year].set_index("kod")["befolkning"]


def _k(
    run: Run,
    areas: pd.DataFrame,
) -> int:
    """Return the number of nearest residents, and say in the log what it is above or below."""
    from ..analysis.spatial.neighbourhood import default_k

    smallest = default_k(areas["befolkning"].to_numpy(dtype=float))
    median = f"{areas['befolkning'].median():g}"
    given = run.given(K)
    k = run.whole(K) if given else smallest
    run.say(message("Nearest residents: {k}. The median population of the areas is {median}.", k=k, median=median))
    if k <= float(median):
        run.warn(
            message(
                "{k} residents are within one area: no profile is given. Choose more than the median "
                "population, like {smallest}.",
                k=k,
                smallest=smallest,
            )
        )
    return k


def _say(profiles: pd.DataFrame, areas: pd.DataFrame, run: Run) -> None:
    """Say in the log what the profiles rest on, and what they are not."""
    from ..analysis.spatial.neighbourhood import (
        BEYOND,
        MOSTLY_UNKNOWN,
        TOO_FEW,
        UNKNOWN_SHARE,
        WITHIN_ONE_AREA,
    )

    used = profiles[profiles[UNKNOWN_SHARE].notna()]
    unknown, without_type = areas["befolkning"].isna().sum(), areas["omradestyp"].isna().sum()
    within_one, too_few = ((used["profil_status"] == status).sum() for status in (WITHIN_ONE_AREA, TOO_FEW))
    mostly_unknown = (profiles["profil_status"] == MOSTLY_UNKNOWN).sum()
    beyond = used[BEYOND].sum()
    run.say(_STAND_IN)
    run.say(message("{count} of {all} schools have a profile.", count=len(used), all=len(profiles)))
    for count, what in (
        (
            unknown,
            message(
                "{count} of {all} areas have no known population, and count as the median one.",
                count=unknown,
                all=len(areas),
            ),
        ),
        (
            mostly_unknown,
            message(
                "{count} schools have no profile, since most of the nearest residents are in areas of unknown "
                "population.",
                count=mostly_unknown,
            ),
        ),
        (without_type, message("{count} of {all} areas have no area type.", count=without_type, all=len(areas))),
        (
            within_one,
            message(
                "{count} schools have all nearest residents in one area, whose type is all that the profile shows.",
                count=within_one,
            ),
        ),
        (too_few, message("{count} schools: the layer has fewer residents than asked for.", count=too_few)),
        (
            beyond,
            message(
                "{count} schools lie nearer to the end of the layer than the residents reached: residents beyond it "
                "are not seen. Choose the areas around, too.",
                count=beyond,
            ),
        ),
    ):
        if count:
            run.say(what)
