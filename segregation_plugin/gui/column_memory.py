"""The columns that the user has named, remembered by the header of their table, for this and later studies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from qgis.core import QgsSettings

from ..domain.descriptions import Description, dump, load
from ..domain.messages import InputError

_GROUP = "segregation/columns"


def remember(description: Description) -> None:
    """Keep a description; one of the same header and kind of table is replaced."""
    QgsSettings().setValue(f"{_GROUP}/{_key(description)}", dump([description]))


def known(first: Iterable[Description] = ()) -> tuple[Description, ...]:
    """Return what is remembered; what ``first``, the project's own, says of a table counts before it."""
    settings = QgsSettings()
    settings.beginGroup(_GROUP)
    texts = [str(settings.value(key)) for key in sorted(settings.childKeys())]
    settings.endGroup()
    found = {_key(description): description for text in texts for description in _load(text)}
    return tuple((found | {_key(description): description for description in first}).values())


def forget() -> None:
    """Remember no columns any more; those of a project stay with it."""
    QgsSettings().remove(_GROUP)


def _key(description: Description) -> str:
    """Return a name for the header and kind of a table, which settings take."""
    return hashlib.sha256("\n".join((description.table, *description.header)).encode()).hexdigest()


def _load(text: str) -> tuple[Description, ...]:
    try:
        return load(text)
    except InputError:
        # Written by another version of the plugin, or by hand: the user names the columns anew.
        return ()
