"""The parameters that say which schools and areas tables are of, and where these lie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterDefinition

from ..domain.area_types import AREA_TYPES
from ..domain.codes import COUNTY, MUNICIPALITY, REGSO
from ..domain.grades import STAGES
from ..domain.messages import InputError
from ..domain.operators import SCHOOL_TYPE_WORDS
from ..domain.school_filter import OPERATORS_ASKED_FOR, PLACINGS, SchoolFilter
from ..i18n import tr
from .parameters import choice, text, with_help

if TYPE_CHECKING:
    from .run import Run

PLACES = "PLACES"
SCHOOL_TYPE, OPERATOR, GRADES = "SCHOOL_TYPE", "OPERATOR", "GRADES"
AREA_TYPE, PLACING = "AREA_TYPE", "PLACING"


def which_schools() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the parameters, all of them advanced and optional."""
    places = text(
        PLACES,
        tr("Several places as one (codes)"),
        tr(
            "Codes of municipalities, counties or RegSO areas, with commas between them: what lies in any of them is "
            "taken together. Empty: the county or municipality above."
        ),
        optional=True,
    )
    yield with_help(places, places.help(), advanced=True)
    for name, label, explanation, words in (
        (
            SCHOOL_TYPE,
            tr("School type"),
            tr("Only schools of this type, in Skolverket's codes: GR compulsory, GY upper secondary. Empty: all."),
            tuple(SCHOOL_TYPE_WORDS),
        ),
        (
            OPERATOR,
            tr("Operator"),
            tr("Only schools of this kind of operator; ovriga: neither a municipality nor independent. Empty: all."),
            OPERATORS_ASKED_FOR,
        ),
        (
            GRADES,
            tr("Grades"),
            tr("Only schools whose grades end before 7 (1-6), begin at 7 or later (7-9), or both (1-9). Empty: all."),
            STAGES,
        ),
        (
            PLACING,
            tr("Place of a school"),
            tr(
                "located: where it lies. without_offices: there, but nowhere where that may be its operator's address. "
                "registered: in the municipality that it is registered in. Empty: as the study counts."
            ),
            PLACINGS,
        ),
    ):
        parameter = choice(name, label, explanation, words, None, optional=True, words=True)
        yield with_help(parameter, explanation, advanced=True)
    explanation = tr("Only areas of these types, and the schools that count in them. Empty: all.")
    types = [str(number) for number in AREA_TYPES]
    parameter = choice(AREA_TYPE, tr("Area types"), explanation, types, None, several=True, optional=True, words=True)
    yield with_help(parameter, explanation, advanced=True)


def chosen(run: Run) -> SchoolFilter:
    """Return which schools and areas are asked for."""
    types = tuple(int(number) for number in run.words(AREA_TYPE)) if run.given(AREA_TYPE) else ()
    return SchoolFilter(
        run.word_or_none(SCHOOL_TYPE) or "",
        run.word_or_none(OPERATOR) or "",
        run.word_or_none(GRADES) or "",
        types,
        run.word_or_none(PLACING) or "",
    )


def codes(run: Run) -> tuple[str, ...]:
    """Return the codes of the places that are asked for as one, none for all. Raises InputError for what is no code."""
    asked = (code.strip() for code in (run.text(PLACES) or "").split(","))
    given = tuple(dict.fromkeys(code for code in asked if code))
    for code in given:
        if not any(form.fullmatch(code) for form in (COUNTY, MUNICIPALITY, REGSO)):
            raise InputError(
                "'{code}' is no code of a county (01), municipality (0180) or RegSO area (0180R001).", code=code
            )
    county, municipality = run.place()
    if given and (county or municipality):
        raise InputError("Give either a county or municipality, or several places as one, not both.")
    return given
