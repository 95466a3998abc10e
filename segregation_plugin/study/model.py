"""One study, made from inputs or read from its file: what it holds, and parts and years of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from ..analysis.areas.matching import WITHOUT_VALUE, once
from ..analysis.schools.official_types import counted_by
from ..analysis.schools.operator_addresses import in_figures
from ..analysis.schools.result_values import NO_VALUES, ResultValues, result_values
from ..analysis.schools.school_segregation import SpreadRow
from ..analysis.schools.summaries import Way, ways_of
from ..analysis.segregation.repeated import Progress
from ..disclosure.means import TYPE_COLUMNS, as_one_result
from ..disclosure.shown_summaries import HiddenGroups
from ..domain.area_types import LOCATION
from ..domain.findings import Finding
from ..domain.measures import MEAN, PUBLISHED, SHARE, SUMS, Measure
from ..domain.placing import LOCATED
from ..domain.school_filter import EVERYTHING, REGISTERED, SchoolFilter
from . import kept_figures
from .kept_figures import Store
from .parts import AS_LOCATED, NO, as_registered, is_of_municipalities, municipality_summary, part_of

# In the provenance: which area types schools count by, and of which year Skolverket's are (empty where not known).
TYPES_FROM, OFFICIAL_YEAR = "omradestyp_enligt", "omradestyp_skolverket_ar"
# And of what the figures by background were worked out (``agreement.background_sum``).
BACKGROUND_SUM = "bakgrund_kontrollsumma"


@dataclass(frozen=True)
class Study:
    """A study, as it may be shown.

    ``areas`` and ``schools``: columns of ``schema``; ``geometry``, and ``x y``, beside them where the study was just
    made. ``schools`` is None in a study without schools. ``area_values`` and ``school_values``: all years, in long
    tables; ``areas`` and ``schools`` are of the year that is looked at. ``summary_area_type``,
    ``summary_municipality_type``: of ``shown_summaries``. ``own_measures``: the user's own results, beside the
    published ones; those that nobody has published are in the summary by area type alone. ``results_area_type`` and
    ``segregation``: figures that were worked out before, of ``types_compared`` and ``shown_segregation``, a row a
    result, and ``background``, of ``background_figures.by_background``; what they lack is worked out when it is asked
    for, once where ``kept`` keeps it. ``areas_2020``: areas of RegSO 2020, to draw their years on. ``not_available``:
    own measures that are of the study's own year alone, where it is looked at in another. ``own_school_year``: that of
    its results, where it is looked at with those of another. ``whole``: the study that this is a part of, in the places
    ``codes`` (empty for all), called ``name``, of the schools and areas that are ``chosen``. ``alike``: by what these
    places are alike, in words, where they were chosen for that.
    ``other_units``: of ``pupil_units.other_units``, whose background is in ``school_values`` too.
    """

    areas: pd.DataFrame
    schools: pd.DataFrame | None
    summary_area_type: pd.DataFrame
    summary_municipality_type: pd.DataFrame
    findings: Sequence[Finding]
    provenance: Mapping[str, str]
    own_measures: tuple[Measure, ...] = ()
    area_values: pd.DataFrame | None = None
    school_values: pd.DataFrame | None = None
    results_area_type: pd.DataFrame | None = None
    segregation: pd.DataFrame | None = None
    areas_2020: pd.DataFrame | None = None
    not_available: tuple[Measure, ...] = ()
    own_school_year: str = ""
    whole: Study | None = None
    background: pd.DataFrame | None = None
    other_units: pd.DataFrame | None = None
    codes: tuple[str, ...] = ()
    name: str = ""
    alike: str = ""
    chosen: SchoolFilter = EVERYTHING
    kept: Store | None = field(default=None, compare=False, repr=False)

    @property
    def year(self) -> int:
        """The year of the area types."""
        return int(self.provenance["index_ar"])

    @property
    def units(self) -> str:
        """What the places of the study are called, in the plural, if they are no schools."""
        return self.provenance.get("enheter", "")

    @property
    def matched(self) -> int:
        """Number of areas with a value; an area of several features counts once."""
        return int((once(self.areas)["matchning"] != WITHOUT_VALUE).sum())

    @property
    def without_value(self) -> int:
        """Number of areas without a value; an area of several features counts once."""
        return len(once(self.areas)) - self.matched

    @property
    def located(self) -> int:
        """Number of schools that lie in an area."""
        return 0 if self.schools is None else int(self.schools["placering"].isin(LOCATED).sum())

    @property
    def measures(self) -> list[Measure]:
        """The results that the study has: of its schools, and unpublished ones that its summary has."""
        columns = () if self.schools is None else self.schools.columns
        return [
            measure
            for measure in (*PUBLISHED, *self.own_measures)
            if measure.column in (columns if measure.public else self.summary_area_type)
        ]

    @property
    def published(self) -> list[Measure]:
        """The results that may be shown of any part of the study."""
        return [measure for measure in self.measures if measure.public]

    @cached_property
    def ways(self) -> dict[str, Way]:
        """How each published result is put together, see ``summaries.ways_of``: in parts of a study as in the whole."""
        return ways_of(self.counted, self.published)

    @cached_property
    def result_values(self) -> ResultValues:
        """The published results of the schools, as ``ways`` puts them together; none in a study without schools."""
        return NO_VALUES if self.schools is None else result_values(self.schools, self.ways)

    @cached_property
    def counted(self) -> pd.DataFrame | None:
        """The schools as figures count them; None in a study without schools.

        See ``operator_addresses.in_figures`` and ``official_types.counted_by``.
        """
        if self.schools is None:
            return None
        placed = in_figures(self.schools, self.as_located, self.places)
        if self.chosen.placing == REGISTERED:
            placed = as_registered(placed)
        return counted_by(placed, self.types_by, self.is_official_year)

    @property
    def place(self) -> str:
        """The code of the municipality or county that the study is of, empty for the whole country."""
        return self.provenance.get("kommunkod") or self.provenance.get("lanskod") or ""

    @property
    def places(self) -> tuple[str, ...]:
        """The codes of the places that the study is of, none for the whole country."""
        return self.codes or ((self.place,) if self.place else ())

    @property
    def as_located(self) -> bool:
        """Return whether schools that may stand at their operator's address count where that lies."""
        return self.provenance.get(AS_LOCATED) != NO

    @property
    def types_by(self) -> str:
        """Which area types the schools count by, one of ``TYPES_BY``."""
        return self.provenance.get(TYPES_FROM) or LOCATION

    @property
    def official_year(self) -> int | None:
        """The year that Skolverket's types of schools are of, None where that is not known."""
        year = self.provenance.get(OFFICIAL_YEAR)
        return int(year) if year else None

    @property
    def is_official_year(self) -> bool:
        """Return whether the area types are of the year that Skolverket's types of schools are of."""
        return self.official_year == self.year

    @property
    def hidden(self) -> HiddenGroups:
        """By the column of each unpublished measure the groups that the summary hides it for."""
        summary = self.summary_area_type
        return {
            measure.column: frozenset(summary.loc[summary[f"{measure.column}_dold"] > 0, "grupp"])
            for measure in self.measures
            if not measure.public
        }

    @property
    def sums_hidden(self) -> list[frozenset[str]]:
        """For each unpublished sum or mean the groups that the summary hides it for.

        A mean of places that count alike is their sum, divided by how many they are.
        """
        hidden = self.hidden
        return [
            hidden[measure.column] for measure in self.measures if not measure.public and measure.kind in (*SUMS, MEAN)
        ]

    def types_compared(self, measure: Measure) -> pd.DataFrame:
        """Return how a result differs between area types: rows of ``means.types_compared``, none where it has no mean.

        What nobody has published by place is for the whole study alone.
        """
        known = _of_result(self.results_area_type, measure)
        if known is not None:
            return known
        if self.counted is None or not measure.public:
            return pd.DataFrame(columns=list(TYPE_COLUMNS))
        return kept_figures.of_types(
            self.kept, self.counted, measure, None if self.whole is None else self.whole.counted
        )

    def by_type(self, measure: Measure) -> pd.DataFrame:
        """Return the table by area type of one result that has a mean, in the columns of ``compare_types``."""
        return as_one_result(self.summary_area_type, self.types_compared(measure), measure)

    def spread_over_schools(self, measure: Measure, progress: Progress = None) -> list[SpreadRow]:
        """Return how unevenly a result's two groups are spread over schools and areas; none where it is no share.

        ``progress``: see ``shown_segregation``.
        """
        known = _of_result(self.segregation, measure)
        if known is not None:
            return [SpreadRow(*row) for row in known[list(SpreadRow._fields)].itertuples(index=False)]
        if self.counted is None or not measure.public or measure.kind != SHARE:
            return []
        return kept_figures.of_spread(self.kept, self.counted, measure, progress)

    def has_spread(self, measure: Measure) -> bool:
        """Return whether ``spread_over_schools`` of a result is known, or quick: it need not be measured."""
        known = _of_result(self.segregation, measure) is not None
        return known or measure.kind != SHARE or not measure.public

    @cached_property
    def by_municipality(self) -> pd.DataFrame:
        """The summary by municipality and area type of the schools and areas that are chosen."""
        return self.summary_municipality_type if is_of_municipalities(self) else municipality_summary(self)

    def within(self, county: str, municipality: str) -> Study:
        """Return the part of the study in a county or municipality (codes, empty for any), see ``part``."""
        place = municipality or county
        return self.part((place,) if place else ())

    def part(self, codes: tuple[str, ...] = (), chosen: SchoolFilter = EVERYTHING, name: str = "") -> Study:
        """Return the part of the study in places, with the schools and areas that are chosen, see ``parts.part_of``."""
        return part_of(self, codes, chosen, name)


def _of_result(rows: pd.DataFrame | None, measure: Measure) -> pd.DataFrame | None:
    """Return the rows of a result, None where there are none."""
    if rows is None:
        return None
    found = rows[rows["resultat"] == measure.column]
    return found if len(found) else None
