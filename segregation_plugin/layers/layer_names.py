"""The names in a layer that QGIS may have read in a wrong encoding, as of a Shapefile without a ``.cpg``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsFeedback

from ..domain.letters import LOST, encodings_of, garbled, mostly_garbled_in, read_again
from ..domain.messages import InputError, message
from ..i18n import render
from ..resources import reference

if TYPE_CHECKING:
    import pandas as pd

# What no name holds.
_BETWEEN = "\x1f"


def right_names(names: pd.Series, layer: str, feedback: QgsFeedback) -> pd.Series:
    """Return names with letters that were decoded wrongly set right; for warnings and errors see ``mending``."""
    mend = mending(lambda: [names], layer, feedback)
    return names if mend is None else names.__class__(mend(names), index=names.index, dtype=object)


def mending(
    names: Callable[[], Iterable[Iterable[str]]], layer: str, feedback: QgsFeedback
) -> Callable[[Iterable[str]], list[str]] | None:
    """Return what sets letters of names right that were decoded wrongly; None where nothing does, or need do so.

    ``names`` gives all of them anew each time, some at a time: the right encoding shows in all of them together.
    Where letters are lost in some, ``feedback`` warns; raises InputError where most are.
    """
    found = encodings_of(lambda: map(_BETWEEN.join, names()))
    if found is not None:
        read, right = found
        return lambda some: read_again(_BETWEEN.join(some), read, right).split(_BETWEEN)
    example = next(filter(None, (garbled(_BETWEEN.join(some)) for some in names())), "")
    if not example:
        return None
    if mostly_garbled_in(map(_BETWEEN.join, names())):
        raise InputError(
            "The layer {layer}: letters such as å, ä and ö are lost in its names, as in '{example}', since it is read "
            "in another encoding than its own. Set the right one in the layer's properties (Source: data source "
            "encoding, often ISO-8859-1, windows-1252 or UTF-8), or save it as a GeoPackage.",
            layer=layer,
            example=example,
        )
    if hasattr(feedback, "pushWarning"):
        feedback.pushWarning(
            render(
                message(
                    "The layer {layer}: letters are lost in some of its names, as in '{example}'. Set the right "
                    "encoding in the layer's properties, or save it as a GeoPackage.",
                    layer=layer,
                    example=example,
                )
            )
        )
    return None


def right_area_names(areas: pd.DataFrame, layer: str, feedback: QgsFeedback) -> pd.Series:
    """Return the names of areas as ``right_names`` does; a letter that is lost is known by the official name.

    ``areas``: ``regsokod regsonamn``.
    """
    names = areas["regsonamn"]
    if names.str.contains(LOST, regex=False).any():
        known = reference().regso_names.drop_duplicates("regsokod").set_index("regsokod")["regsonamn"]
        official = areas["regsokod"].map(known).fillna("")
        lost = [re.fullmatch(_any_letter(name), other) is not None for name, other in zip(names, official)]
        names = official.where(lost, names)
    return right_names(names, layer, feedback)


def _any_letter(name: str) -> str:
    return ".".join(map(re.escape, name.split(LOST)))
