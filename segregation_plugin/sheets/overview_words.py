"""Segregation in a sentence each, for the overview: the pages say more."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..analysis.schools.background_segregation import BackgroundRow, sides_of
from ..analysis.schools.background_years import background_measures
from ..analysis.schools.school_segregation import DISSIMILARITY, SCHOOLS, SpreadRow
from ..domain.place_words import plural
from ..domain.wording import Wording
from .headings import result_inside

if TYPE_CHECKING:
    from ..domain.measures import Measure
    from ..study.model import Study

_DECIMALS = 2


def background_sentence(rows: Sequence[BackgroundRow], study: Study, texts: Wording) -> str:
    """Return D by each share of pupils' background, corrected for chance as places are compared by; empty without any.

    Where there is no corrected value the limits of all schools, as observed. ``rows``: of
    ``background_figures.place_by_background``.
    """
    found = {row.grupp: row for row in rows if row.matt == DISSIMILARITY}
    said = []
    for measure in background_measures(study.measures):
        row = found.get(sides_of(measure)[0])
        if row is not None and not math.isnan(row.lagst):
            said.append(_share(row, measure, texts))
    if not said:
        return ""
    template = texts.tr("Segregation between schools by pupils' background, D (0 to 1): {shares}.")
    return template.format(shares="; ".join(said))


def _share(row: BackgroundRow, measure: Measure, texts: Wording) -> str:
    values = {
        "share": result_inside(measure, texts, with_unit=False),
        "value": _between(row.lagst, row.hogst, texts),
        "count": texts.number(row.alla_enheter),
    }
    if math.isnan(row.korrigerat):
        template = texts.tr("{share} {value} observed, not corrected for chance ({count} schools)")
        return template.format(**values)
    template = texts.tr(
        "{share} {corrected} corrected for chance ({value} observed, {random} if random, {count} schools)"
    )
    numbers = {"corrected": row.korrigerat, "random": row.slump}
    return template.format(**values, **{name: texts.number(one, _DECIMALS) for name, one in numbers.items()})


def segregation_sentence(rows: Sequence[SpreadRow], measure: Measure, study: Study, texts: Wording) -> str:
    """Return D of a result between schools, corrected, beside what is expected if random; empty where it is not known.

    ``rows``: of ``Study.spread_over_schools``.
    """
    row = next((one for one in rows if (one.niva, one.matt) == (SCHOOLS, DISSIMILARITY)), None)
    if row is None or math.isnan(row.varde):
        return ""
    values = {
        "places": texts.render(plural(study.units)),
        "result": result_inside(measure, texts, with_unit=False),
        "value": texts.number(row.varde, _DECIMALS),
    }
    values["count"] = texts.number(row.enheter)
    values["random"] = texts.number(row.slump, _DECIMALS)
    if math.isnan(row.korrigerat):
        template = texts.tr(
            "Segregation between {places} by {result}, D (0 to 1): {value} observed, {random} if random "
            "({count} {places} with a known location)."
        )
        return template.format(**values)
    template = texts.tr(
        "Segregation between {places} by {result}, D (0 to 1): {corrected} corrected for chance; {value} observed, "
        "{random} if random ({count} {places} with a known location)."
    )
    return template.format(corrected=texts.number(row.korrigerat, _DECIMALS), **values)


def _between(least: float, most: float, texts: Wording) -> str:
    """Return two limits, as one number where they are written alike."""
    low, high = (texts.number(one, _DECIMALS) for one in (least, most))
    return low if low == high else f"{low}\N{EN DASH}{high}"
