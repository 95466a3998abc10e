"""The look of schools to which Skolverket gives another area type: names of columns, whole metres, a map tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer

from ..domain.messages import message
from ..study import schema
from ..study.records import NUMBER, TEXT, WHOLE, Column
from .presentation import name_columns

if TYPE_CHECKING:
    from ..i18n import Texts

_OF_DIFFERENCE = {
    "steg": Column("steg", WHOLE, message("Types apart")),
    "avstand": Column("avstand", NUMBER, message("Nearest area of Skolverket's type, metres")),
    "samma_ar": Column("samma_ar", TEXT, message("Other years with Skolverket's type")),
    "forklaringar": Column("forklaringar", TEXT, message("What may explain it"), is_message=True),
}


def name_other_types(layer: QgsVectorLayer, texts: Texts) -> None:
    """Give the output of ``officialtypes`` the names of columns, words and decimals that a study's schools have."""
    names = layer.fields().names()
    known = {one.name: one for one in schema.columns_of(schema.SCHOOLS, names)} | _OF_DIFFERENCE
    name_columns(layer, [known[name] for name in names if name in known], texts)
    layer.setDisplayExpression('"namn"')
