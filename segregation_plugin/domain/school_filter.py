"""Which schools and areas figures are of: by school type, operator, grades, area type, or as they were pointed out."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from .area_types import ALL, AREA_TYPES
from .grades import STAGES
from .operators import INDEPENDENT, MUNICIPAL, SCHOOL_TYPE_WORDS

# An operator that is neither a municipality nor independent.
OTHER_OPERATOR = "ovriga"
OPERATORS_ASKED_FOR = (MUNICIPAL, INDEPENDENT, OTHER_OPERATOR)
# Where schools count: where they lie, there but those that may stand at their operator's address nowhere, and in the
# municipality that they are registered in.
LOCATED, WITHOUT_OFFICES, REGISTERED = "located", "without_offices", "registered"
PLACINGS = (LOCATED, WITHOUT_OFFICES, REGISTERED)


@dataclass(frozen=True)
class PointedOut:
    """Areas and schools pointed out on a map, by their codes; the schools in the areas count as well."""

    areas: frozenset[str] = frozenset()
    schools: frozenset[str] = frozenset()
    # Whether they are those in sight, not those selected.
    in_sight: bool = False

    def __bool__(self) -> bool:
        return bool(self.areas or self.schools)

    def __or__(self, other: PointedOut) -> PointedOut:
        """Return both together."""
        return PointedOut(self.areas | other.areas, self.schools | other.schools)


NOTHING_POINTED_OUT = PointedOut()


@dataclass(frozen=True)
class SchoolFilter:
    """What all of these hold of; what is empty leaves nothing out.

    ``school_type``: a code of ``operators.SCHOOL_TYPE_WORDS``, among those that a school has. ``operator``: Kommunal,
    Enskild or ``OTHER_OPERATOR``. ``stage``: of ``grades.STAGES``. ``types``: area types, 1 to 5. ``placing``: of
    ``PLACINGS``, empty for as the study counts. ``only``: codes pointed out on a map, None for all.
    """

    school_type: str = ""
    operator: str = ""
    stage: str = ""
    types: tuple[int, ...] = ()
    placing: str = ""
    only: PointedOut | None = None

    def __bool__(self) -> bool:
        return self != EVERYTHING

    @property
    def of_areas(self) -> bool:
        """Whether areas are left out too, not schools alone."""
        return bool(self.types) or self.only is not None

    def leaves(self, group: str) -> bool:
        """Return whether anything of a group of ``area_types.GROUPS`` can be left: all of it, where types are left."""
        return not self.types or group == ALL or group in map(str, self.types)


EVERYTHING = SchoolFilter()


def as_text(chosen: SchoolFilter) -> str:
    """Return what a filter says of schools and areas as a text to keep, empty for all; not what is pointed out."""
    known = {
        "school_type": chosen.school_type,
        "operator": chosen.operator,
        "stage": chosen.stage,
        "types": list(chosen.types),
        "placing": chosen.placing,
    }
    said = {name: value for name, value in known.items() if value}
    return json.dumps(said, sort_keys=True) if said else ""


def from_text(text: str) -> SchoolFilter:
    """Return the filter of a text of ``as_text``; what is damaged in it leaves all."""
    try:
        known = json.loads(text or "{}")
    except ValueError:
        return EVERYTHING
    if not isinstance(known, dict):
        return EVERYTHING
    types = known.get("types", [])
    return SchoolFilter(
        _one_of(known.get("school_type"), SCHOOL_TYPE_WORDS),
        _one_of(known.get("operator"), OPERATORS_ASKED_FOR),
        _one_of(known.get("stage"), STAGES),
        tuple(number for number in AREA_TYPES if isinstance(types, list) and number in types),
        _one_of(known.get("placing"), PLACINGS),
    )


def _one_of(value: object, known: Collection[str]) -> str:
    return value if isinstance(value, str) and value in known else ""
