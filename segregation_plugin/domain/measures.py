"""Results of schools: our column, the names in sources, and the number that each rests on."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

STATUS_SUFFIX = "_status"
# Of a measure of the user's own: the number that a place's value rests on, by which means are weighted.
WEIGHT_SUFFIX = "_bas"
OWN_PREFIX = "eget_"
# Beside a figure that another source publishes at first hand: how far rounding may take it from that (0: not at all).
TOLERANCE_SUFFIX = "_tolerans"

# Kinds of measure: means and shares (per cent) are averaged, counts and amounts added up.
MEAN, SHARE, COUNT, AMOUNT = "medel", "andel", "antal", "belopp"
KINDS = (MEAN, SHARE, COUNT, AMOUNT)
SUMS = (COUNT, AMOUNT)

# Pupils of all grades (rounded to tens by the source) and pupils of grade 9 in the result's own year.
PUPILS = "elever"
PUPILS_GRADE_9 = "elever_ak9"
# Pupils of grades 1-9, and of upper secondary school, in October of the school year: exact.
PUPILS_GRADES_1_TO_9 = "elever_ak1_9"
PUPILS_UPPER_SECONDARY = "elever_gy"
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
# Values of ``x_vikt``: the column of a published number of pupils, a number of the user's own, nothing; or that ``x``
# is a sum, by its kind.
OWN_WEIGHT = "egen_vikt"
UNWEIGHTED = "oviktat"


@dataclass(frozen=True)
class Measure:
    """One published result of a school, or a measure of the user's own.

    ``unit``: ``poäng`` (points, 0-340), ``%``, or as the user calls it; ``api``: the name in Skolverket's API v4;
    ``headers``: its headers in Skolverket's files (see ``readers.export_headers``); ``weight``: what the number that a
    mean is weighted by is called, empty where every place counts the same; ``source`` and ``year``: of a measure of
    the user's own; ``public``: whether its values of single places are published; ``limits``: its lowest and highest
    value, where they are not those of its kind.
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
    limits: tuple[float, float] | None = None

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
        if self.limits is not None:
            return self.limits[0]
        return 0 if self.kind in (SHARE, COUNT) or not self.is_own else -math.inf

    @property
    def highest(self) -> float:
        """Return the highest possible value."""
        if self.limits is not None:
            return self.limits[1]
        if self.kind == SHARE:
            return 100
        return math.inf if self.is_own else 340


YEAR_9_RESULTS = (
    Measure(
        "meritvarde",
        "poäng",
        {"sv": "Meritvärde", "en": "Merit rating"},
        "averageGradesMeritRating9thGrade",
        ("Genomsnittligt meritvärde",),
    ),
    Measure(
        "andel_alla_amnen",
        "%",
        {"sv": "Godkänt i alla ämnen", "en": "Passed in all subjects"},
        "ratioOfPupilsIn9thGradeWithAllSubjectsPassed",
        ("Andel (%) elever som uppfyllt betygskriterierna i alla ämnen",),
        kind=SHARE,
    ),
    Measure(
        "andel_behoriga_yrkesprogram",
        "%",
        {"sv": "Behöriga till yrkesprogram", "en": "Eligible for vocational programmes"},
        "ratioOfPupils9thGradeEligibleForNationalProgramYR",
        ("Andel (%) elever behöriga till yrkesprog.",),
        kind=SHARE,
    ),
    Measure(
        "andel_behoriga_estetiska",
        "%",
        {"sv": "Behöriga till estetiska programmet", "en": "Eligible for the arts programme"},
        "ratioOfPupils9thGradeEligibleForNationalProgramES",
        ("Andel (%) elever behöriga till estetiskt program",),
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
        ("Andel (%) elever behöriga till Ekonomi-, humanistiska och samhällsvetenskapsprogram",),
        kind=SHARE,
    ),
    Measure(
        "andel_behoriga_natur_teknik",
        "%",
        {"sv": "Behöriga till naturvetenskaps- och teknikprogrammen", "en": "Eligible for science, technology"},
        "ratioOfPupils9thGradeEligibleForNationalProgramNATE",
        ("Andel (%) elever behöriga till Naturvetenskapligt och tekniskt program",),
        kind=SHARE,
    ),
)

# The background of pupils in October of the school year: of grades 1-9, and of upper secondary school.
BACKGROUND = (
    Measure(
        "andel_utlandsk_bakgrund",
        "%",
        {"sv": "Elever med utländsk bakgrund", "en": "Pupils with foreign background"},
        headers=("Andel (%) elever med utländsk bakgrund, åk 1-9", "Andel (%) elever med utländsk bakgrund"),
        kind=SHARE,
        weight=PUPILS_GRADES_1_TO_9,
    ),
    Measure(
        "andel_foraldrar_eftergymnasial",
        "%",
        {
            "sv": "Elever med föräldrar med eftergymnasial utbildning",
            "en": "Pupils with parents with post-secondary education",
        },
        headers=(
            "Andel (%) elever med föräldrar med eftergymnasial utb., åk 1-9",
            "Andel (%) elever med föräldrar med eftergymnasial utbildning",
        ),
        kind=SHARE,
        weight=PUPILS_GRADES_1_TO_9,
    ),
    Measure(
        "andel_flickor",
        "%",
        {"sv": "Flickor", "en": "Girls"},
        headers=("Andel (%) flickor, årskurs 1-9", "Andel (%) flickor"),
        kind=SHARE,
        weight=PUPILS_GRADES_1_TO_9,
    ),
    Measure(
        "andel_utlandsk_bakgrund_gy",
        "%",
        {
            "sv": "Gymnasieelever med utländsk bakgrund",
            "en": "Upper secondary pupils with foreign background",
        },
        headers=("Andel (%) elever med utländsk bakgrund",),
        kind=SHARE,
        weight=PUPILS_UPPER_SECONDARY,
    ),
    Measure(
        "andel_foraldrar_eftergymnasial_gy",
        "%",
        {
            "sv": "Gymnasieelever med föräldrar med eftergymnasial utbildning",
            "en": "Upper secondary pupils with parents with post-secondary education",
        },
        headers=("Andel (%) elever med föräldrar med eftergymnasial utb.",),
        kind=SHARE,
        weight=PUPILS_UPPER_SECONDARY,
    ),
    Measure(
        "andel_flickor_gy",
        "%",
        {"sv": "Kvinnor bland gymnasieelever", "en": "Women among upper secondary pupils"},
        headers=("Andel (%) kvinnor", "Andel (%) flickor"),
        kind=SHARE,
        weight=PUPILS_UPPER_SECONDARY,
    ),
)

# Skolverket's SALSA: what a school's results are expected to be by its pupils' background, how far they are from that,
# and that background, of pupils who leave grade 9.
SALSA = (
    Measure(
        "salsa_meritvarde_modell",
        "poäng",
        {"sv": "Meritvärde enligt SALSA:s modell", "en": "Merit rating by SALSA's model"},
        "salsaAverageCalculated",
    ),
    Measure(
        "salsa_meritvarde_residual",
        "poäng",
        {"sv": "Meritvärde, avvikelse från SALSA:s modell", "en": "Merit rating, deviation from SALSA's model"},
        "salsaAverageGradesIn9thGradeDeviation",
        limits=(-340, 340),
    ),
    Measure(
        "salsa_andel_alla_amnen_modell",
        "%",
        {"sv": "Godkänt i alla ämnen enligt SALSA:s modell", "en": "Passed in all subjects by SALSA's model"},
        "salsaRequirementsReachedCalculated",
        # A regression is not bound to 0-100.
        limits=(-20, 120),
    ),
    Measure(
        "salsa_andel_alla_amnen_residual",
        "procentenheter",
        {
            "sv": "Godkänt i alla ämnen, avvikelse från SALSA:s modell",
            "en": "Passed in all subjects, deviation from SALSA's model",
        },
        "salsaRequirementsReachedDeviation",
        limits=(-120, 120),
    ),
    Measure(
        "salsa_foraldrars_utbildning",
        "nivå",
        {
            "sv": "Föräldrarnas genomsnittliga utbildningsnivå (SALSA, 1-3)",
            "en": "Parents' mean level of education (SALSA, 1-3)",
        },
        "salsaParentsEducation",
        ("Föräldrarnas genomsnittliga utb.nivå",),
        limits=(0, 3),
    ),
    Measure(
        "salsa_andel_nyinvandrade",
        "%",
        {"sv": "Nyinvandrade elever i årskurs 9 (SALSA)", "en": "Newly arrived pupils in grade 9 (SALSA)"},
        "salsaNewlyImmigratedQuota",
        ("Andel (%) nyinvandrade",),
        kind=SHARE,
    ),
    Measure(
        "salsa_andel_pojkar",
        "%",
        {"sv": "Pojkar i årskurs 9 (SALSA)", "en": "Boys in grade 9 (SALSA)"},
        "salsaBoysQuota",
        ("Andel (%) pojkar",),
        kind=SHARE,
    ),
)

# Groups of pupils who leave grade 9, as Skolverket publishes their results: the ending of our columns, and the words.
GROUPS_OF_PUPILS = {
    "svensk_bakgrund": {"sv": "svensk bakgrund", "en": "Swedish background"},
    "utlandsk_bakgrund": {"sv": "utländsk bakgrund", "en": "foreign background"},
    "utlandsk_fodda_sverige": {"sv": "utländsk bakgrund, födda i Sverige", "en": "foreign background, born in Sweden"},
    "utlandsk_fodda_utomlands": {"sv": "utländsk bakgrund, födda utomlands", "en": "foreign background, born abroad"},
    "foraldrar_forgymnasial": {"sv": "föräldrar med förgymnasial utbildning", "en": "parents with compulsory school"},
    "foraldrar_gymnasial": {"sv": "föräldrar med gymnasial utbildning", "en": "parents with upper secondary school"},
    "foraldrar_eftergymnasial": {
        "sv": "föräldrar med eftergymnasial utbildning",
        "en": "parents with post-secondary education",
    },
}
RESULTS_BY_GROUP = tuple(
    replace(
        measure,
        column=f"{measure.column}_{group}",
        label={language: f"{measure.label[language]}, {words[language]}" for language in words},
        api="",
        weight=f"{PUPILS_GRADE_9}_{group}",
    )
    for measure in YEAR_9_RESULTS[:3]
    for group, words in GROUPS_OF_PUPILS.items()
)

RESULT_COLUMNS = tuple(measure.column for measure in YEAR_9_RESULTS)


class Series(NamedTuple):
    """Published measures that a study has of one school year. ``key``: where its provenance says of which."""

    key: str
    measures: tuple[Measure, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The measures, and first the numbers of pupils that they rest on."""
        weights = dict.fromkeys(measure.weight for measure in self.measures)
        return (*weights, *(measure.column for measure in self.measures))


# All that is published of schools: the results of pupils who leave grade 9, and the background of pupils in October.
RESULTS = Series("lasar", (*YEAR_9_RESULTS, *SALSA, *RESULTS_BY_GROUP))
BACKGROUNDS = (
    Series("bakgrund_lasar", tuple(one for one in BACKGROUND if one.weight == PUPILS_GRADES_1_TO_9)),
    Series("bakgrund_gy_lasar", tuple(one for one in BACKGROUND if one.weight == PUPILS_UPPER_SECONDARY)),
)
PUBLISHED = (*YEAR_9_RESULTS, *BACKGROUND, *SALSA, *RESULTS_BY_GROUP)
# Numbers of pupils: of all grades, and those that the published measures rest on.
NUMBERS_OF_PUPILS = (PUPILS, *dict.fromkeys(measure.weight for measure in PUBLISHED))
_BY_COLUMN = {measure.column: measure for measure in PUBLISHED}
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
    measure = _BY_COLUMN.get(column)
    if measure is None:
        return value % 1 == 0 and 0 <= value <= _MOST_PUPILS
    return measure.lowest <= value <= measure.highest


def highest_possible(column: str) -> float:
    """Return the highest number of pupils or result."""
    return _BY_COLUMN[column].highest if column in _BY_COLUMN else _MOST_PUPILS


def is_in_per_cent(column: str) -> bool:
    """Return whether a published result is in per cent."""
    return column in _BY_COLUMN and _BY_COLUMN[column].in_per_cent


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
    return [measure.column for measure in PUBLISHED if measure.column in present] + own
