"""The findings of a study by their kind: how many, how large a share of the pupils, and where they are on the map."""

from __future__ import annotations

from typing import NamedTuple

from ..domain.findings import EXPLANATIONS, NAME_SET, YEAR_FROM_NAME
from ..domain.measures import OWN_PUPILS, PUPILS
from ..domain.placing import ON_MAP
from . import schema
from .model import Study

# The kinds that are about one file: its name stands with it.
OF_FILES = (NAME_SET, YEAR_FROM_NAME)


class KindFound(NamedTuple):
    """The findings of one kind.

    ``number``: how many. ``pupils``: per cent of the pupils, as far as schools' numbers are known, that go to the
    schools that were found, or to schools in the areas that were found; None where nothing is known of them;
    ``unknown``: of how many of these schools the number is not. ``table``: of the study file whose layer shows them,
    empty where none does; ``codes``: theirs in that layer.
    """

    kind: str
    number: int
    pupils: float | None
    unknown: int
    table: str
    codes: frozenset[str]


def by_kind(study: Study) -> list[KindFound]:
    """Return what was found in a study, kind by kind, in the order of the match report, without those not found.

    What is known of single files (``OF_FILES``) is said with these.
    """
    codes_of: dict[str, list[str]] = {}
    for finding in study.findings:
        if finding.kind in OF_FILES:
            continue
        codes_of.setdefault(finding.kind, []).append(finding.code)
    return [_of_kind(study, kind, codes_of[kind]) for kind in EXPLANATIONS if kind in codes_of]


def _of_kind(study: Study, kind: str, codes: list[str]) -> KindFound:
    areas = frozenset(codes) & frozenset(study.areas["regsokod"])
    if areas:
        return KindFound(kind, len(codes), *_share(study, "regsokod", areas), schema.AREAS.name, areas)
    if study.schools is None:
        return KindFound(kind, len(codes), None, 0, "", frozenset())
    on_map = study.schools.loc[study.schools["placering"].isin(ON_MAP), "skolenhetskod"]
    drawn = frozenset(codes) & frozenset(on_map)
    share = _share(study, "skolenhetskod", frozenset(codes))
    return KindFound(kind, len(codes), *share, schema.SCHOOLS.name if drawn else "", drawn)


def _share(study: Study, column: str, codes: frozenset[str]) -> tuple[float | None, int]:
    """Return how many per cent of the pupils go to the schools that have one of ``codes`` in a column.

    Of those whose school's number is known, and not the user's own; and of how many of these schools it is not.
    """
    if study.schools is None or study.units:
        return None, 0
    pupils = study.schools[PUPILS].where(~study.schools[OWN_PUPILS].astype(bool))
    found = pupils[study.schools[column].isin(codes)]
    unknown = int(found.isna().sum())
    if found.isna().all() or not pupils.sum() > 0:
        # None has a school whose number is known; of areas, none has a school.
        return 0.0 if column == "regsokod" and found.empty and pupils.sum() > 0 else None, unknown
    return float(100 * found.sum() / pupils.sum()), unknown
