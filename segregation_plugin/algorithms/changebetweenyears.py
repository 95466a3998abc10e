"""``segregation:changebetweenyears``: how types and index of areas changed between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsWkbTypes,
)

from ..domain.messages import message
from ..i18n import texts, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import AREAS, INDEX, OUTPUT
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

    from ..analysis.areas.two_years import Change

FROM_YEAR, TO_YEAR, TRANSITIONS = "FROM_YEAR", "TO_YEAR", "TRANSITIONS"


class ChangeBetweenYears(SegregationAlgorithm):
    """Compares the area types and the index of two years, area by area and in a table of transitions."""

    NAME = "changebetweenyears"
    GROUP = STATISTICS
    TITLE = message("Change between years")
    HELP = message(
        "Compares area types and socioeconomic index of two years: a row per area, and a table of how many areas "
        "went from which type to which, with the share that kept their type. A higher type has better conditions; "
        "an index that rises means worse ones.\n\n"
        "Area types are relative to each year: they are cut from that year's national mean and standard "
        "deviation. A change of type need not be a change of the area, and areas near a limit change most. "
        "Prefer long trends to two years.\n\n"
        "Between years up to 2023 and later ones the borders of some areas differ (the column grans_andrad): the "
        "shares leave these out. With a layer of areas the result has their outlines."
    )

    def _declared(self) -> Declared:
        yield parameters.index()
        yield parameters.number(
            FROM_YEAR,
            tr("From year (the one before when empty)"),
            tr("Four digits, like 2022. Empty: the year with values before the later one."),
            optional=True,
        )
        yield parameters.number(
            TO_YEAR,
            tr("To year (latest when empty)"),
            tr("Four digits, like 2023. Empty: the latest year with values."),
            optional=True,
        )
        yield parameters.areas(optional=True)
        yield parameters.columns()
        yield parameters.sink(
            OUTPUT,
            tr("Areas in both years"),
            tr("A row for each area: type and index in both years, and whether its border changed between them."),
        )
        yield parameters.sink(
            TRANSITIONS,
            tr("From type to type"),
            tr("A row for each type in the earlier year: how many areas have which type in the later one."),
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.areas import matching, two_years
        from ..domain.area_types import name
        from ..readers.recognise import read_index
        from ..resources import reference
        from ..study.index_years import years_with_values
        from ..study.making import index_with_codes

        index, key = read_index(run.documents(INDEX), run.own_tables())
        chosen = two_years.chosen_years(
            years_with_values(index),
            run.year(FROM_YEAR),
            run.year(TO_YEAR),
        )
        run.about = dict.fromkeys((OUTPUT, TRANSITIONS), f"{chosen[0]}\N{EN DASH}{chosen[1]}")
        matched = index_with_codes(index[index["index_ar"].isin(chosen)], key, reference()).table
        areas = _areas(run)
        change = two_years.between(matched, *chosen, matching.border_changes(reference().changes), areas)
        _say(change, matched, run)
        compared = change.areas.drop(columns=["geometry", "version"], errors="ignore")
        other = tr("Not the same area: its border changed between the years.")
        compared["anmarkning"] = [other if changed else "" for changed in compared["grans_andrad"]]
        outlines = None if areas is None else change.areas["geometry"].to_numpy()
        transitions = change.transitions.copy()
        transitions.insert(2, "namn", [name(row, texts().language) for row in transitions["grupp"]])
        kind = QgsWkbTypes.Type.NoGeometry if areas is None else QgsWkbTypes.Type.MultiPolygon
        return {
            **run.write_table(compared, outlines, kind),
            **run.write_table(transitions, output=TRANSITIONS),
        }


def _areas(run: Run) -> pd.DataFrame | None:
    """Return the areas of the layer, those of DeSO merged; None where no layer was chosen."""
    from ..analysis.areas.deso import as_regso
    from ..analysis.locating import require_valid
    from ..layers.source_tables import areas_table
    from ..resources import reference

    if not run.given(AREAS):
        return None
    source = run.source(AREAS)
    table = areas_table(source, run.transforms, run.feedback)
    areas = as_regso(table, [reference().deso_key]).table
    require_valid(areas)
    return areas


def _say(change: Change, index: pd.DataFrame, run: Run) -> None:
    """Say in the log what the tables rest on, and how not to read them."""
    from ..analysis.areas.two_years import RELATIVE

    everything, areas = change.transitions.iloc[-1], change.areas
    run.warn(RELATIVE)
    said = [
        message(
            "{count} of {all} areas have a type in both years and the same border.",
            count=everything["jamforbara"],
            all=areas["regsokod"].nunique(),
        )
    ]
    if everything["grans_andrad"]:
        said.append(
            message(
                "{count} areas have another border in the later year: their change is not one of the same area.",
                count=everything["grans_andrad"],
            )
        )
    elsewhere = index.loc[~index["regsokod"].isin(areas["regsokod"]), "regsokod"].nunique()
    if elsewhere:
        said.append(message("{count} areas of the index are not in the layer, and left out.", count=elsewhere))
    run.say(*said)
