"""Areas of a layer, RegSO or DeSO, with numbers from fields that the user chose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransformContext, QgsFeedback, QgsProcessingFeatureSource

from ..domain.columns import positions_in_layer
from ..domain.messages import InputError
from .number_columns import CODE, number_columns
from .source_tables import areas_table

if TYPE_CHECKING:
    import pandas as pd


def areas_with_numbers(
    source: QgsProcessingFeatureSource,
    numbers: Mapping[str, str],
    context: QgsCoordinateTransformContext,
    feedback: QgsFeedback,
    with_types: bool = False,
) -> tuple[pd.DataFrame, str]:
    """Return areas as ``areas_table`` does, with their code as ``kod`` and in its order, and what kind of code it is.

    DeSO areas stay what they are: the kind is ``desokod`` or ``regsokod``. ``numbers``: our column -> field; NaN where
    hidden or missing. Raises InputError as ``areas_table`` and ``number_columns``, for a code that stands twice, and
    for invalid geometry.
    """
    from ..analysis.areas.deso import holds_deso
    from ..analysis.locating import require_valid

    table = areas_table(source, context, feedback, with_types)
    kind = "desokod" if holds_deso(table) else "regsokod"
    table[CODE] = table[kind]
    for code in table[CODE][table[CODE].duplicated()]:
        raise InputError(
            "The layer {layer} holds area {code} twice. Dissolve it by the code, so that each area is one feature.",
            layer=source.sourceName(),
            code=code,
        )
    if numbers:
        names = source.fields().names()
        # With the codes, which no row lacks, no row is left out: both tables are in the layer's order.
        read = number_columns(source, {CODE: names[positions_in_layer(names)[kind]], **numbers}, feedback)
        table = table.assign(**{column: read[column] for column in numbers})
    require_valid(table.assign(regsokod=table[CODE]))
    return table.sort_values(CODE, kind="stable").reset_index(drop=True), kind
