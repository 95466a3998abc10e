"""Expressions of QGIS that say which areas of a study a view is of."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsVectorLayer

from ..domain.area_types import ALL, WITHOUT_TYPE
from ..domain.codes import COUNTY, MUNICIPALITY, REGSO
from ..layers.study_layers import YEAR_PROPERTY
from ..layers.styles import TYPES
from ..study.known_places import codes_of
from ..study.schema import column_of
from .dock_model import View


def in_place(view: View) -> str:
    """Return the expression of the areas that lie in the place of a view; the whole study is everywhere."""
    place = codes_of(view.place)
    columns = ((COUNTY, "lanskod"), (MUNICIPALITY, "kommunkod"), (REGSO, "regsokod"))
    parts = [
        QgsExpression.createFieldEqualityExpression(column, code)
        for code in place
        for form, column in columns
        if form.fullmatch(code)
    ]
    return " OR ".join(parts) if parts else "TRUE"


def of_groups(layer: QgsVectorLayer, view: View) -> str:
    """Return the expression of the areas of a view's groups in its place, by the types that a layer shows."""
    types = QgsExpression.quotedColumnRef(column_of_types(layer))
    parts = [f"{types} = {int(group)}" for group in view.groups if group.isdigit()]
    if WITHOUT_TYPE in view.groups:
        parts.append(f"{types} IS NULL")
    of_type = "TRUE" if ALL in view.groups else " OR ".join(parts)
    return f"({of_type}) AND ({in_place(view)})"


def column_of_types(layer: QgsVectorLayer) -> str:
    """Return the column that has the types that a layer shows."""
    year = layer.customProperty(YEAR_PROPERTY)
    return TYPES if year is None else column_of(int(year))
