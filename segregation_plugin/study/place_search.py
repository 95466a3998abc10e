"""Finding a place by what people type: its name or the beginning of it, what else it is called, or its code."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..domain.codes import COUNTY, MUNICIPALITY, REGSO
from ..domain.counties import COUNTIES
from ..domain.letters import normal_text

# The country; SCB's tables call it Riket, with the code 00.
_COUNTRY = ("sverige", "sweden", "riket", "hela riket", "hela landet", "00")
_REGSO = "regso-"
# Of places that fit alike the first kind comes first: what is looked at most.
_KINDS = (MUNICIPALITY, COUNTY, REGSO)

# How well a text fits.
_CALLED_SO, _BEGINS_SO, _ALSO_BEGINS_SO, _WORD_BEGINS_SO, _HAS_IT, _HAS_ITS_WORDS, _NOT_AT_ALL = range(7)


class _Names(NamedTuple):
    """The name of a place, and what else it is called."""

    name: str
    others: tuple[str, ...]


class Findable(NamedTuple):
    """A place as it is looked for: how it is shown, its names as they are written and without marks, and its kind."""

    label: str
    written: _Names
    plain: _Names
    kind: int


def findables(labels: Mapping[str, str]) -> list[Findable]:
    """Return what places are looked for by; ``labels``: their keys (``known_places``) by how they are shown."""
    is_country = set(COUNTIES) <= set(labels.values())
    return [_findable(label, key, is_country) for label, key in labels.items()]


def found(text: str, places: Sequence[Findable]) -> list[str]:
    """Return the labels of the places that a text fits, the best first.

    First what is called so, then names that begin so, then what else a place is called, then words in names that
    begin so, then the rest. Of alike ones those with the letters as typed come first, then municipalities before
    counties before areas. What is typed without marks finds names with them (``malmo``), not the other way round
    (``håbo``), unless there is nothing else.
    """
    typed = " ".join(normal_text(text).casefold().split())
    plain = _without_marks(typed)
    fits: dict[str, tuple[int, bool, int]] = {}
    for place in places:
        how_well = _how_well(typed, place.written)
        if how_well < _NOT_AT_ALL:
            fits[place.label] = (how_well, False, place.kind)
    if typed == plain or not fits:
        for place in places:
            how_well = _how_well(plain, place.plain)
            if how_well < fits.get(place.label, (_NOT_AT_ALL,))[0]:
                fits[place.label] = (how_well, True, place.kind)
    return sorted(fits, key=fits.__getitem__) if typed else []


def _how_well(typed: str, names: _Names) -> int:
    name, others = names
    if typed == name or typed in others:
        return _CALLED_SO
    if name.startswith(typed):
        return _BEGINS_SO
    if any(other.startswith(typed) for other in others):
        return _ALSO_BEGINS_SO
    if any(mark + typed in name for mark in " -/("):
        return _WORD_BEGINS_SO
    if typed in name:
        return _HAS_IT
    return _HAS_ITS_WORDS if all(word in name for word in typed.split()) else _NOT_AT_ALL


def _findable(label: str, key: str, is_country: bool) -> Findable:
    name = label.casefold()
    kind = next((number for number, form in enumerate(_KINDS) if form.fullmatch(key)), -1)
    names = _Names(name, _also_called(name, key, is_country))
    plain = _Names(_without_marks(name), tuple(map(_without_marks, names.others)))
    return Findable(label, names, plain, kind)


def _also_called(name: str, key: str, is_country: bool) -> tuple[str, ...]:
    code = key.casefold()
    if MUNICIPALITY.fullmatch(key):
        owns = (name, f"{name}s")
        ours = [f"{own} {word}" for own in owns for word in ("kommun", "stad")]
        return (code, *ours, f"{name} municipality")
    if COUNTY.fullmatch(key):
        region = name.rpartition(" län")[0].rstrip("s")
        return (code, f"region {region}", f"{region} county")
    if REGSO.fullmatch(key):
        # SCB writes this before the names of some areas.
        return (code, name.partition(_REGSO)[2]) if name.startswith(_REGSO) else (code,)
    return _COUNTRY if not key and is_country else ()


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
