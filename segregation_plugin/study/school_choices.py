"""What the schools of a study can be chosen by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.grades import STAGES, grades_taught
from ..domain.operators import INDEPENDENT, MUNICIPAL, SCHOOL_TYPE_WORDS
from ..domain.placing import OPERATORS_ADDRESS
from ..domain.school_filter import LOCATED, OPERATORS_ASKED_FOR, REGISTERED, WITHOUT_OFFICES

if TYPE_CHECKING:
    import pandas as pd

    from .model import Study


@dataclass(frozen=True)
class SchoolChoices:
    """The values of a ``SchoolFilter`` that leave some of a study's schools, in the order of lists."""

    school_types: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    placings: tuple[str, ...] = ()


def school_choices(study: Study) -> SchoolChoices:
    """Return what the schools of ``study`` can be chosen by; of other units there are no school types or stages."""
    schools = study.schools
    if schools is None:
        return SchoolChoices()
    operators = _operators(_values(schools["huvudmannatyp"]))
    placings = tuple(
        placing
        for placing in (LOCATED, WITHOUT_OFFICES, REGISTERED)
        if placing != WITHOUT_OFFICES or (schools["placering"] == OPERATORS_ADDRESS).any()
    )
    if study.units:
        return SchoolChoices((), operators, (), placings)
    codes = {code for text in _values(schools["skolformer"]) for code in text.split(",")}
    stages = {grades_taught(text) for text in _values(schools["arskurser"])} if "arskurser" in schools else set()
    return SchoolChoices(
        tuple(code for code in SCHOOL_TYPE_WORDS if code in codes),
        operators,
        tuple(stage for stage in STAGES if stage in stages),
        placings,
    )


def _values(column: pd.Series) -> set[str]:
    return set(column.dropna().unique())


def _operators(found: set[str]) -> tuple[str, ...]:
    known = {MUNICIPAL, INDEPENDENT}
    others = bool(found - known - {""})
    return tuple(one for one in OPERATORS_ASKED_FOR if one in found or (others and one not in known))
