"""The places that a user has looked at last, and those put together as one: kept in the user's settings."""

from __future__ import annotations

from qgis.core import QgsSettings

from ..study.known_places import name_of_set

_RECENT, _SETS = "segregation/recent_places", "segregation/place_sets"
_MOST = 8


def recent_places() -> list[str]:
    """Return the places looked at, the last one first, as ``known_places`` keeps them."""
    return _texts(_RECENT)


def note_place(key: str) -> None:
    """Keep that a place has been looked at; the whole study needs no keeping."""
    if key:
        QgsSettings().setValue(_RECENT, [key, *(one for one in recent_places() if one != key)][:_MOST])


def place_sets() -> list[str]:
    """Return the places that the user has put together, by name."""
    return sorted(_texts(_SETS), key=lambda key: name_of_set(key).casefold())


def keep_set(key: str) -> None:
    """Keep places put together; those of the same name give way."""
    others = [one for one in place_sets() if name_of_set(one) != name_of_set(key)]
    QgsSettings().setValue(_SETS, [*others, key])


def forget_set(key: str) -> None:
    """Keep places put together no more, nor that they have been looked at."""
    QgsSettings().setValue(_SETS, [one for one in place_sets() if one != key])
    QgsSettings().setValue(_RECENT, [one for one in recent_places() if one != key])


def _texts(name: str) -> list[str]:
    value = QgsSettings().value(name, [])
    # A list of one text comes back as that text.
    listed = [value] if isinstance(value, str) else value
    return [one for one in listed or [] if isinstance(one, str) and one]
