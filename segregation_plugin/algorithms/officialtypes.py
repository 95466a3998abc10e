"""``segregation:officialtypes``: Skolverket's own area types of schools beside those of where the schools lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingOutputNumber, QgsWkbTypes

from ..domain.area_types import OFFICIAL_TYPE
from ..domain.messages import InputError, message
from ..i18n import render, texts, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT, STUDY
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

    from ..study.model import Study

AGREEMENT, COMPARED, DIFFERENT, YEAR = "AGREEMENT", "COMPARED", "DIFFERENT", "YEAR"
_UNEXPLAINED = message("no known explanation: check the address and the map")


class OfficialTypes(SegregationAlgorithm):
    """Lists the schools to which Skolverket gives another area type than that of the area where they lie."""

    NAME = "officialtypes"
    GROUP = STATISTICS
    TITLE = message("Skolverket's area types of schools")
    HELP = message(
        "Skolverket publishes with the pupils of each school unit the area type of where the unit lies. This lists the "
        "schools of a study where that is another than the type of the RegSO area that the school's point lies in: how "
        "many types apart they are (steg), how far the nearest area of Skolverket's type is (avstand, metres), other "
        "years whose type of the area is Skolverket's (samma_ar), and what may explain the difference.\n\n"
        "Of which year Skolverket's types are is not taken from its file, but found: the year whose types agree with "
        "most schools, at least 95 of 100. A second table says how many agree in each year that the study holds.\n\n"
        "Both types may rest on the same address: that they agree does not prove that the address is the school's."
    )

    def _declared(self) -> Declared:
        yield parameters.study()
        yield parameters.sink(
            OUTPUT,
            tr("Schools with another area type"),
            tr("A point for each school whose two types differ, those that differ most first."),
        )
        yield parameters.sink(
            AGREEMENT,
            tr("Agreement by year"),
            tr("A row for each year of area types: schools with both types, those that agree, and their share."),
            optional=True,
        )
        yield QgsProcessingOutputNumber(COMPARED, tr("Schools with both types"))
        yield QgsProcessingOutputNumber(DIFFERENT, tr("Schools whose types differ"))
        yield QgsProcessingOutputNumber(YEAR, tr("Year of Skolverket's types"))

    def _work(self, run: Run) -> Parameters:
        from ..analysis.schools.official_types import agreement, differences, year_of
        from ..layers.qgis_rows import points_of
        from ..layers.study_points import area_polygons, school_points
        from ..layers.study_reading import read_study
        from ..sheets.agreement_sheet import agreement_in_words

        path = run.file(STUDY)
        study = read_study(path)
        run.own_measures = study.own_measures
        if study.schools is None or OFFICIAL_TYPE not in study.schools or study.area_values is None:
            raise InputError(
                "The study has no area types of Skolverket. Make it again with Skolverket's file of pupils by grade "
                "(Antal elever per årskurs) among the results."
            )
        types = study.area_values[study.area_values["vad"] == "omradestyp"]
        agreed = agreement(study.schools, types)
        # Of a part of the country few schools would say which year they are of: the study has it from all of them.
        known = study.official_year
        year = known if known in set(agreed["ar"]) else year_of(agreed)
        run.say(*(message("{text}", text=text) for text in agreement_in_words(agreed, texts())))
        if year is None:
            raise InputError(
                "None of the study's years of area types is the one that Skolverket's types are of: that would agree "
                "in 95 schools of 100 and more, better than any other year. Make the study with index files of further "
                "years."
            )
        run.say(message("Skolverket's area types are compared with those of {year}.", year=year))
        run.share_done(0.3)
        schools = study.schools.merge(school_points(path), on="skolenhetskod", how="left", validate="one_to_one")
        areas = _once(study).merge(area_polygons(path), on="regsokod", how="left", validate="one_to_many")
        found = differences(schools, areas, types, year)
        points = found[["skolenhetskod"]].merge(schools[["skolenhetskod", "x", "y"]], on="skolenhetskod")
        explained = ["; ".join(render(one) for one in why or (_UNEXPLAINED,)) for why in found["forklaringar"]]
        listed = found.assign(forklaringar=explained, avstand=found["avstand"].round())
        outputs = run.write_table(listed, points_of(points), QgsWkbTypes.Type.Point)
        if run.given(AGREEMENT):
            outputs |= run.write_table(agreed, output=AGREEMENT)
        of_year = agreed.set_index("ar").loc[year]
        return {**outputs, COMPARED: int(of_year["skolor"]), DIFFERENT: len(found), YEAR: year}


def _once(study: Study) -> pd.DataFrame:
    return study.areas[["regsokod", "grans_2025"]].drop_duplicates("regsokod")
