"""The figures that ``segregation:linkresults`` gives of schools and their pupils' homes, beside its tables."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..domain.messages import message
from ..i18n import texts, tr

if TYPE_CHECKING:
    import pandas as pd

    from ..disclosure.homes import ShownHomes
    from ..study.model import Study
    from .run import Run

OTHER_TYPE_MIN, OTHER_TYPE_MAX = "OTHER_TYPE_MIN", "OTHER_TYPE_MAX"
DISSIMILARITY, NEAREST_DISSIMILARITY, EXCESS = "DISSIMILARITY", "NEAREST_DISSIMILARITY", "EXCESS"
BY_CHANCE, CORRECTED = "_BY_CHANCE", "_CORRECTED"


def home_figures(homes: pd.DataFrame, shown: ShownHomes, study: Study, path: str, run: Run) -> dict[str, float]:
    """Return how far schools and homes agree, and say it in the log; nothing that rests on too few schools."""
    from ..analysis.schools.home_areas import UNKNOWN, composition, mostly_other
    from ..analysis.schools.home_segregation import HIDDEN_AS, beyond_nearest
    from ..disclosure.home_indices import shown_home_segregation
    from ..disclosure.homes import shown_answers
    from ..disclosure.rules import FEWEST_PLACES
    from ..domain.area_types import ALL
    from ..layers.study_points import area_points, school_points

    table = composition(homes, study.counted, study.areas)
    answers, published = (of.set_index("skolenhetskod")["mest_annan_typ"] for of in (table, shown.schools))
    answers = shown_answers(answers, published)
    schools = int((answers != UNKNOWN).sum())
    if schools < FEWEST_PLACES:
        run.say(message("Too few schools with pupils of known home areas ({count}).", count=schools))
        return {}
    number = texts().number

    def from_to(low: float, high: float) -> str:
        ends = number(low, 1), number(high, 1)
        return ends[0] if ends[0] == ends[1] else tr("{low} to {high}").format(low=ends[0], high=ends[1])

    low, high = (round(share, 1) for share in mostly_other(answers))
    share = from_to(low, high)
    run.say(
        message(
            "At {share} per cent of {count} schools most pupils live in another area type.", share=share, count=schools
        )
    )
    every = shown.crossed.set_index("grupp").loc[ALL]
    least, most = every["andel_annan_typ_lag"], every["andel_annan_typ_hog"]
    if not math.isnan(least):
        run.say(
            message(
                "{share} per cent of the pupils of these tables live in another area type than that of their school.",
                share=from_to(least, most),
            )
        )
    areas = study.areas.drop_duplicates("regsokod").merge(area_points(path).drop_duplicates("regsokod"), on="regsokod")
    places = school_points(path)
    lowest, found, highest = (
        shown_home_segregation(beyond_nearest(homes, places, areas, put_in), shown.hides_anything)
        for put_in in HIDDEN_AS
    )
    for one in (found, lowest, highest):
        if one.reason.text:
            run.say(message("Segregation of schools: {reason}", reason=one.reason))
            return {OTHER_TYPE_MIN: low, OTHER_TYPE_MAX: high}
    figures = {
        DISSIMILARITY: found.actual.estimate,
        DISSIMILARITY + BY_CHANCE: found.actual.expected,
        DISSIMILARITY + CORRECTED: found.actual.corrected,
        NEAREST_DISSIMILARITY: found.nearest.estimate,
        NEAREST_DISSIMILARITY + BY_CHANCE: found.nearest.expected,
        NEAREST_DISSIMILARITY + CORRECTED: found.nearest.corrected,
        EXCESS: found.excess,
        EXCESS + CORRECTED: found.excess_corrected,
    }

    def written(value: float) -> str:
        return number(value, found.decimals)

    run.say(
        message(
            "Segregation of schools (dissimilarity, 0 to 1, between pupils from area types 1 and 2 and all others) "
            "{actual} ({actual_by_chance} expected if random, corrected {actual_corrected}), if all went to the "
            "nearest school {nearest} ({nearest_by_chance} expected if random, corrected {nearest_corrected}), beyond "
            "that {excess} (corrected {excess_corrected}; with 1 or 9 pupils behind each hidden number {lowest} or "
            "{highest}). Below zero says little, as all pupils of an area are given to one school. Pupils whose home "
            "has no known area type or place are not in it.",
            actual=written(found.actual.estimate),
            actual_by_chance=written(found.actual.expected),
            actual_corrected=written(found.actual.corrected),
            nearest=written(found.nearest.estimate),
            nearest_by_chance=written(found.nearest.expected),
            nearest_corrected=written(found.nearest.corrected),
            excess=written(found.excess),
            excess_corrected=written(found.excess_corrected),
            lowest=written(lowest.excess),
            highest=written(highest.excess),
        )
    )
    return {OTHER_TYPE_MIN: low, OTHER_TYPE_MAX: high, **figures}
