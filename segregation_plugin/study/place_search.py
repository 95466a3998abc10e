"""Finding a place by what people type: its name or the beginning of it, what else it is called, or its code."""

from __future__ import annotations

import re
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

_MARKS = re.compile("[\u0300-\u036f]")

# How well a text fits.
_CALLED_SO, _BEGINS_SO, _ALSO_BEGINS_SO, _WORD_BEGINS_SO, _HAS_IT, _HAS_ITS_WORDS, _NOT_AT_ALL = range(7)


class _Names(NamedTuple):
    """The name of a place, what else it is called, and all of it as one text."""

    name: str
    others: tuple[str, ...]
    text: str


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
    if not plain:
        return []
    fits: dict[str, tuple[int, bool, int]] = {}
    first = typed.split()[0]
    # Few places have the first word at all, and a list is made for each letter that is typed.
    for place in [place for place in places if first in place.written.text]:
        how_well = _how_well(typed, place.written)
        if how_well < _NOT_AT_ALL:
            fits[place.label] = (how_well, False, place.kind)
    if typed == plain or not fits:
        first = plain.split()[0]
        for place in [place for place in places if first in place.plain.text]:
            if typed == plain and place.plain is place.written:
                continue
            how_well = _how_well(plain, place.plain)
            if how_well < fits.get(place.label, (_NOT_AT_ALL,))[0]:
                fits[place.label] = (how_well, True, place.kind)
    return sorted(fits, key=fits.__getitem__)


def _how_well(typed: str, names: _Names) -> int:
    name, others, text = names
    if typed in text:
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
    others = _also_called(name, key, kind) if kind >= 0 else _COUNTRY if not key and is_country else ()
    text = "\n".join((name, *others))
    written = _Names(name, others, text)
    if text.isascii():
        return Findable(label, written, written, kind)
    text = _without_marks(text)
    name, *plain = text.split("\n")
    return Findable(label, written, _Names(name, tuple(plain), text), kind)


def _also_called(name: str, key: str, kind: int) -> tuple[str, ...]:
    code = key.casefold()
    if _KINDS[kind] is MUNICIPALITY:
        owns = (name, f"{name}s")
        ours = [f"{own} {word}" for own in owns for word in ("kommun", "stad")]
        return (code, *ours, f"{name} municipality")
    if _KINDS[kind] is COUNTY:
        region = name.rpartition(" län")[0].rstrip("s")
        # Some regions are called after the county: Region Jönköpings län.
        return (code, f"region {region}", f"region {name}", f"{region} county")
    # SCB writes this before the names of some areas.
    return (code, name.partition(_REGSO)[2]) if name.startswith(_REGSO) else (code,)


def _without_marks(text: str) -> str:
    return text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", text))
