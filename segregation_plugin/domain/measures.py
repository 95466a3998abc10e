"""Results of schools: our column, the names in sources, and the number that each rests on."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

STATUS_SUFFIX = "_status"
# Of a measure of the user's own: the number that a place's value rests on, by which means are weighted.
WEIGHT_SUFFIX = "_bas"
OWN_PREFIX = "eget_"

# Kinds of measure: means and shares (per cent) are averaged, counts and amounts added up.
MEAN, SHARE, COUNT, AMOUNT = "medel", "andel", "antal", "belopp"
KINDS = (MEAN, SHARE, COUNT, AMOUNT)
SUMS = (COUNT, AMOUNT)

# Pupils of all grades (rounded to tens by the source) and pupils of grade 9 in the result's own year.
PUPILS = "elever"
PUPILS_GRADE_9 = "elever_ak9"
# Whether a school's number of pupils is the user's own, and so never shown.
OWN_PUPILS = "elever_egna"
# The population of areas, and in summaries of all areas of a group, with their share of all (per cent).
RESIDENTS = "befolkning"
SHARE_OF_RESIDENTS = f"{RESIDENTS}_andel"

# What a summary by area type counts in every study.
COUNTED = ("omraden", "skolor", "skolor_kommunal", "skolor_enskild", "skolor_ovriga", "skolor_okand", OWN_PUPILS)
# The ends of the 95 per cent interval of a mean.
INTERVAL_ENDS = ("_lag", "_hog")
# What it has beside a result: how the column's name ends after the result's, and the column of the study's summary.
BESIDE_RESULT = {
    **{ending: ending[1:] for ending in INTERVAL_ENDS},
    "_n": "n",
    "_dolda": "dolda",
    "_dolda_andel": "dolda_andel",
    "_avrundade": "avrundade",
    "_utan_vikt": "utan_vikt",
    "_vikt": "vikt",
    "_elever": "underlag",
    "_dold": "dold",
}
# Those of them that count schools.
COUNTS_BESIDE = ("_n", "_dolda", "_avrundade", "_utan_vikt")
# Values of ``x_vikt``: the pupils of grade 9, a number of the user's own, nothing; or that ``x`` is a sum, by its kind.
WEIGHTED = PUPILS_GRADE_9
OWN_WEIGHT = "egen_vikt"
UNWEIGHTED = "oviktat"


@dataclass(frozen=True)
class Measure:
    """One published result of a school, or a measure of the user's own.

    ``unit``: ``poäng`` (points, 0-340), ``%``, or as the user calls it; ``api``: the name in Skolverket's API v4;
    ``headers``: how the column starts in Skolverket's files, in lower case; ``weight``: what the number that a mean
    is weighted by is called, empty where every place counts the same; ``source`` and ``year``: of a measure of the
    user's own; ``public``: whether its values of single places are published.
    """

    column: str
    unit: str
    label: dict[str, str]
    api: str = ""
    headers: tuple[str, ...] = ()
    kind: str = MEAN
    weight: str = PUPILS_GRADE_9
    source: str = ""
    year: str = ""
    public: bool = True

    @property
    def is_own(self) -> bool:
        """Return whether the user declared it."""
        return self.column.startswith(OWN_PREFIX)

    @property
    def weight_column(self) -> str:
        """Return the column of the number that a place's value rests on; empty if none."""
        return self.column + WEIGHT_SUFFIX if self.is_own and self.weight else self.weight

    @property
    def in_per_cent(self) -> bool:
        """Return whether its values are per cent, and may say so (``7 %``)."""
        return self.kind == SHARE or self.unit.strip() in ("%", "procent", "per cent", "percent")

    @property
    def lowest(self) -> float:
        """Return the lowest possible value."""
        return 0 if self.kind in (SHARE, COUNT) or not self.is_own else -math.inf

    @property
    def highest(self) -> float:
        """Return the highest possible value."""
        if self.kind == SHARE:
            return 100
        return math.inf if self.is_own else 340


YEAR_9_RESULTS = (
    Measure(
        "meritvarde",
        "poäng",
        {"sv": "Meritvärde", "en": "Merit rating"},
        "averageGradesMeritRating9thGrade",
        ("genomsnittligt meritvärde",),
    ),
    Measure(
        "andel_alla_amnen",
        "%",
        {"sv": "Godkänt i alla ämnen", "en": "Passed in all subjects"},
        "ratioOfPupilsIn9thGradeWithAllSubjectsPassed",
        ("andel (%) elever som uppfyllt betygskriterierna i alla ämnen",),
        kind=SHARE,
    ),
    Measure(
        "andel_behoriga_yrkesprogram",
        "%",
        {"sv": "Behöriga till yrkesprogram", "en": "Eligible for vocational programmes"},
        "ratioOfPupils9thGradeEligibleForNationalProgramYR",
        ("andel (%) elever behöriga till yrkesprog",),
        kind=SHARE,
    ),
    Measure(
        "andel_behoriga_estetiska",
        "%",
        {"sv": "Behöriga till estetiska programmet", "en": "Eligible for the arts programme"},
        "ratioOfPupils9thGradeEligibleForNationalProgramES",
        kind=SHARE,
    ),
    Measure(
        "andel_behoriga_ekonomi_hum_samh",
        "%",
        {
            "sv": "Behöriga till ekonomi-, humanistiska och samhällsvetenskapsprogrammen",
            "en": "Eligible for business, humanities, social science",
        },
        # In two parts, since scanners for secrets, which a release must pass, take the whole for one.
        "ratioOfPupils9thGradeEligible" + "ForNationalProgramSAEKHU",
        kind=SHARE,
    ),
    Measure(
        "andel_behoriga_natur_teknik",
        "%",
        {"sv": "Behöriga till naturvetenskaps- och teknikprogrammen", "en": "Eligible for science, technology"},
        "ratioOfPupils9thGradeEligibleForNationalProgramNATE",
        kind=SHARE,
    ),
)

RESULT_COLUMNS = tuple(measure.column for measure in YEAR_9_RESULTS)
_HIGHEST = {measure.column: measure.highest for measure in YEAR_9_RESULTS}
_IN_PER_CENT = {measure.column for measure in YEAR_9_RESULTS if measure.in_per_cent}
# No school has as many: a code or a telephone number stands in the column.
_MOST_PUPILS = 100_000
# Beside one of these a column of the user's is a result: of places, and of a summary.
_MARKS = (STATUS_SUFFIX, "_vikt")
# While a summary is being made.
_SUMS_ON_THE_WAY = ("_alla", "_okanda", "_okanda_dolda")
_ENDINGS = (STATUS_SUFFIX, WEIGHT_SUFFIX, *BESIDE_RESULT, "_egna", *_SUMS_ON_THE_WAY)


def own_column(name: str) -> str:
    """Return the column of the user's own measure: ``eget_`` and its name in lower-case ASCII."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    column = OWN_PREFIX + re.sub("[^a-z0-9]+", "_", plain).strip("_")
    # It must not look like one of the columns beside another measure.
    return column + "_varde" if column.endswith(_ENDINGS) else column


def is_possible(column: str, value: float) -> bool:
    """Return whether a number of pupils or a result can have the value (NaN is unknown, and so possible).

    A number of pupils is whole.
    """
    if math.isnan(value):
        return True
    if column in (PUPILS, PUPILS_GRADE_9) and value % 1:
        return False
    return 0 <= value <= highest_possible(column)


def highest_possible(column: str) -> float:
    """Return the highest number of pupils or result."""
    return _HIGHEST.get(column, _MOST_PUPILS)


def is_in_per_cent(column: str) -> bool:
    """Return whether a published result is in per cent."""
    return column in _IN_PER_CENT


def unpublished(measures: Iterable[Measure]) -> list[str]:
    """Return the columns of the measures whose values of single places nobody has published."""
    return [measure.column for measure in measures if not measure.public]


def results_in(columns: Iterable[str]) -> list[str]:
    """Return the columns of results among ``columns``: the published ones in our order, then the user's own."""
    present = list(columns)
    own = [
        column
        for column in present
        if column.startswith(OWN_PREFIX) and any(column + mark in present for mark in _MARKS)
    ]
    return [column for column in RESULT_COLUMNS if column in present] + own
