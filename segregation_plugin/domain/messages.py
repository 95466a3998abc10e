"""Messages for the user, independent of language.

The pure core never translates. It raises and returns a template and its values. ``i18n.Texts.render`` translates the
template and fills in the values.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from types import MappingProxyType

# A cell of a damaged file may contain the rest of the file.
_LONGEST_VALUE = 500  # characters
# What nobody sees: a text that holds it must not look right in a message. A non-breaking blank is one in a code alone,
# and not between thousands, where it belongs.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    r"|(?:(?<=\d)(?!.\d{3}(?!\d))|(?<=[^\W\d_])(?=.\d))[\u00a0\u202f](?=\w)"
)


@dataclass(frozen=True)
class Message:
    """A ``str.format`` template in English and the values to fill in."""

    text: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.text.format(**self.values)


def message(text: str, /, **values: object) -> Message:
    """Return the template ``text`` with its ``values``; of an error among them what it says, without its traceback."""
    said = {name: _visible(_shortened(_words(value))) for name, value in values.items()}
    return Message(text, MappingProxyType(said))


def _words(value: object) -> object:
    """Return what an error says: itself it would hold all that its traceback does, such as files that are open."""
    if isinstance(value, SegregationError):
        return value.message
    return str(value) if isinstance(value, BaseException) else value


def _shortened(value: object) -> object:
    if isinstance(value, str) and len(value) > _LONGEST_VALUE:
        return f"{value[:_LONGEST_VALUE]}…"
    return value


def _visible(value: object) -> object:
    """Return a text with invisible characters replaced by their names; anything else as it is."""
    found = _UNSEEN.search(value) if isinstance(value, str) and not value.isascii() else None
    if found is None:
        return value
    start, end = found.span()
    return message(
        "{before}[invisible character: {name}]{after}",
        before=found.string[:start],
        name=_name_of(found[0]),
        after=found.string[end:],
    )


def _name_of(letter: str) -> Message:
    if letter == "\u00ad":
        return message("soft hyphen")
    return message("non-breaking blank") if letter.isspace() else message("mark of zero width")


def as_json(message: Message) -> str:
    """Return a message as JSON for ``from_json``, so that it can be rendered in another language later.

    Values that are no numbers become texts, except messages among them.
    """
    return json.dumps(_plain(message), ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    if isinstance(value, SegregationError):
        value = value.message
    if isinstance(value, Message):
        return {"text": value.text, "values": {name: _plain(part) for name, part in value.values.items()}}
    return value if isinstance(value, (int, float)) else str(value)


def from_json(text: str) -> Message:
    """Return the message of ``as_json``. Raises ValueError for anything else.

    The text may come from any file: a template that does more than name its values is refused, since ``str.format``
    would reach into them.
    """
    try:
        return _restored(json.loads(text))
    except RecursionError as error:
        raise ValueError(f"no message: {error}") from error


def _restored(found: object) -> Message:
    is_one = isinstance(found, dict) and isinstance(found.get("text"), str) and isinstance(found.get("values"), dict)
    if not (isinstance(found, dict) and is_one and _only_names(found["text"], found["values"])):
        raise ValueError(f"no message: {found}")
    values = {name: _restored(value) if isinstance(value, dict) else value for name, value in found["values"].items()}
    return message(found["text"], **values)


def _only_names(template: str, values: Mapping[str, object]) -> bool:
    return all(
        name is None or (name.isidentifier() and name in values and not how and not conversion)
        for _, name, how, conversion in Formatter().parse(template)
    )


class SegregationError(Exception):
    """An error with what went wrong, where, and what to do; translated only when shown."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.message = message(text, **values)
        super().__init__(text)

    def __str__(self) -> str:
        return str(self.message)


class InputError(SegregationError):
    """A file, layer or option the user chose cannot be used as it is."""


class NotRecognisedError(InputError):
    """A file is of no known kind; where it is a table, its columns can be named."""


class OutputError(SegregationError):
    """A result cannot be written where the user asked for it."""


class OwnError(Exception):
    """A fault of the plugin or of QGIS that was foreseen: nothing that the user chose is to blame.

    It is logged with its traceback like what nobody foresaw, but says itself what to do. No SegregationError: who looks
    for what is wrong with a file must not take it for that.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        self.said = SegregationError(text, **values)
        super().__init__(str(self.said))


class Cancelled(SegregationError):
    """The user stopped the work; nothing was written."""

    def __init__(self) -> None:
        super().__init__("Cancelled. Nothing was changed.")
