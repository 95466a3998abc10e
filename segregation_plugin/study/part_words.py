"""What the parts of a decomposition are called: the fields of larger units are the user's own."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..domain.messages import Message, message

_BETWEEN, _WITHIN, _INSIDE = "mellan ", "inom ", " inom "


def part_words(values: Iterable[str]) -> dict[str, Message]:
    """Return what each value of ``niva`` is called in an output of ``segregation.figures.part_figures``.

    The larger units' own rows have the names of their fields, which stay.
    """
    held = list(values)
    fields = {one for one in held if not one.startswith((_BETWEEN, _WITHIN)) and one != "hela"}
    fields |= {one.removeprefix(_BETWEEN) for one in held if one.startswith(_BETWEEN) and _INSIDE not in one}
    words = {one: _words(one, fields) for one in held}
    return {one: word for one, word in words.items() if word is not None}


def _words(value: str, fields: Collection[str]) -> Message | None:
    if value == "hela":
        return message("all segregation")
    if value.startswith(_WITHIN):
        return message("within {field}", field=value.removeprefix(_WITHIN))
    if not value.startswith(_BETWEEN):
        return None
    between = value.removeprefix(_BETWEEN)
    for field in sorted(fields, key=len, reverse=True):
        if between.endswith(f"{_INSIDE}{field}"):
            return message(
                "between {field} within {outer}", field=between.removesuffix(f"{_INSIDE}{field}"), outer=field
            )
    return message("between {field}", field=between)
