"""What people read of the toolbox's outputs when QGIS has loaded them: names, words, decimals, notes, tips, symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from qgis.core import QgsLayerNotesUtils, QgsVectorLayer

from ..analysis.areas.two_years import RELATIVE
from ..compat import is_null
from ..domain.measures import Measure
from ..domain.messages import Message, message
from ..domain.statuses import WORDS as STATUS_WORDS
from ..study.output_columns import columns_of_output
from ..study.part_words import part_words
from ..study.records import NUMBER, TEXT, Column
from .column_words import title
from .output_renderers import draw_output
from .presentation import escaped, name_columns, tip_line, tip_number
from .seen_values import SeenValues

if TYPE_CHECKING:
    from ..i18n import Texts

# What a place is called in its tip, the first that there is, and how many lines follow.
_TITLES, _LINES = ("namn", "regsonamn", "skolenhetskod", "regsokod", "desokod", "kod"), 12
# What a tip leaves out: codes, how places were found, and what stands beside a number.
_BESIDE = re.compile(r"kod$|^(skolformer|placering|matchning)$|_(status|fil|n|dold|dolda|lag|hog)$")
# The column whose values are called by the user's own fields.
_OF_PARTS = ("segregationindices", "DECOMPOSITION", "niva")
# What must be known of an output as a whole.
_NOTES: Mapping[tuple[str, str], Message] = {
    ("changebetweenyears", "OUTPUT"): RELATIVE,
    ("changebetweenyears", "TRANSITIONS"): RELATIVE,
}


def style_output(
    layer: QgsVectorLayer, algorithm: str, output: str, seen: SeenValues, texts: Texts, own: Iterable[Measure] = ()
) -> None:
    """Give the layer of an output the look that is known for it.

    ``seen``: what was written. A number has the decimals of its record, and no more than its column needs. A sentence
    that is the same in every row is a note of the layer, not a column. ``own``: the user's own measures.
    """
    own = list(own)
    known = columns_of_output(algorithm, output, seen.names, own)
    notes = [texts.render(_NOTES[algorithm, output])] if (algorithm, output) in _NOTES else []
    columns = []
    for name, actual in _names(layer, seen).items():
        column = _shown(known.get(name) or _of_user(name, seen), actual, seen.decimals.get(name))
        if (algorithm, output, name) == _OF_PARTS:
            held = layer.uniqueValues(layer.fields().lookupField(actual))
            column = replace(column, words=part_words(str(one) for one in held if not is_null(one)), others=True)
        same = seen.always(name)
        if column.is_message and same and seen.rows > 1:
            notes.append(same)
        is_repeated = seen.rows > 1 and (column.is_message or column.words is STATUS_WORDS) and same is not None
        columns.append(replace(column, technical=column.technical or is_repeated or (column.is_message and same == "")))
    name_columns(layer, columns, texts, own)
    if notes:
        QgsLayerNotesUtils.setLayerNotes(layer, "".join(f"<p>{escape(note, quote=False)}</p>" for note in notes))
    if layer.isSpatial():
        draw_output(layer, algorithm, output, texts)
        _set_tip(layer, [one for one in columns if not one.technical], notes, texts)


def _names(layer: QgsVectorLayer, seen: SeenValues) -> dict[str, str]:
    """Return what each column that was written is called in the layer, behind the key that a format gives it."""
    fields = layer.fields().names()
    first = len(fields) - len(seen.names)
    return dict(zip(seen.names, fields[first:]))


def _of_user(name: str, seen: SeenValues) -> Column:
    """Return a column of the user's own, called as it is."""
    label = message("{column}", column=name)
    return Column(name, NUMBER if name in seen.decimals else TEXT, label, decimals=seen.decimals.get(name, 0))


def _shown(column: Column, actual: str, needed: int | None) -> Column:
    """Return a column by its name in the layer, with no more decimals than its numbers need."""
    shown = replace(column, name=actual)
    if column.kind == TEXT or not needed:
        return replace(shown, decimals=0)
    # What is a whole number elsewhere may have decimals, such as persons behind shares.
    most = column.decimals if column.kind == NUMBER else 1
    return replace(shown, kind=NUMBER, decimals=min(most, needed))


def _set_tip(layer: QgsVectorLayer, columns: Sequence[Column], notes: Iterable[str], texts: Texts) -> None:
    names = [column.name for column in columns]
    above = next((name for name in _TITLES if name in names), names[0] if names else "")
    if above:
        layer.setDisplayExpression(f'"{above}"')
    in_tip = [one for one in columns if one.name != above and not one.is_message and not _BESIDE.search(one.name)]
    lines = [_line(one, texts) for one in in_tip][:_LINES]
    said = [f"<i>{escape(note, quote=False)}</i>" for note in notes]
    layer.setMapTipTemplate("<br>".join([f"<b>[% {escaped(above)} %]</b>", *lines, *said]))


def _line(column: Column, texts: Texts) -> str:
    if column.kind != TEXT and not column.words and column.known is None:
        return tip_line(title(column, texts), tip_number(column.name, column.decimals, texts))
    said = f'represent_value("{column.name}")'
    shown = f"replace(replace({said}, '&', '&amp;'), '<', '&lt;')"
    return tip_line(title(column, texts), f"coalesce(nullif({shown}, ''), '-')")
