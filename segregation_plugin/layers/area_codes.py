"""The codes of areas in a layer: RegSO, or DeSO with or without the RegSO that each is a part of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFields, QgsVectorLayer

from ..compat import is_null
from ..domain.codes import DESO, REGSO, lost_leading_zero, plain_regso
from ..domain.columns import positions_in_layer
from ..domain.letters import normal_text
from ..domain.messages import InputError
from .attribute_text import attribute_text

if TYPE_CHECKING:
    import pandas as pd

_CODES = ("regsokod", "desokod", "version")
_NO_DECIMALS = re.compile(r"(\d+)\.0+", re.ASCII)
_WANTED = ("regsokod", "desokod", "regsonamn", "omradestyp")


def area_columns(fields: QgsFields, layer: str) -> dict[str, int]:
    """Return where the columns of areas stand. Raises InputError without one of codes."""
    found = positions_in_layer(fields.names())
    if not {"regsokod", "desokod"} & set(found):
        raise InputError(
            "The layer {layer} has no column 'regsokod'. Its columns are {columns}. Choose a layer of RegSO areas, or "
            "of DeSO areas with a column 'desokod'.",
            layer=layer,
            columns=", ".join(fields.names()),
        )
    columns = {column: found[column] for column in _WANTED if column in found}
    version = fields.lookupField("version")
    return columns | ({"version": version} if version >= 0 else {})


def codes_in(layer: QgsVectorLayer) -> pd.DataFrame:
    """Return the codes and version of a layer's areas, without geometry: quick enough to be asked for meanwhile.

    Raises InputError as ``area_columns`` and ``coded_areas``.
    """
    columns = {
        column: place for column, place in area_columns(layer.fields(), layer.name()).items() if column in _CODES
    }
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(columns.values()))
    return coded_areas(list(layer.getFeatures(request)), columns, layer.name())


def coded_areas(features: Sequence[QgsFeature], columns: dict[str, int], layer: str) -> pd.DataFrame:
    """Return ``columns`` (see ``area_columns``) of features with a ``regsokod``, or ``desokod``, of each.

    Where each area has a DeSO code and none a RegSO code, ``regsokod`` is empty. Raises InputError for no
    features and for codes that are none.
    """
    import pandas as pd

    if not features:
        raise InputError("The layer {layer} is empty. Choose another one.", layer=layer)
    table = pd.DataFrame([{column: plain(feature, place) for column, place in columns.items()} for feature in features])
    # A table has NaN for None among numbers, and GeoJSON may have a list.
    given = table.get("version", [None] * len(table))
    versions = [None if one is None or one != one else attribute_text(one) for one in given]
    table["version"] = pd.Series(versions, index=table.index, dtype=object)
    regso = [plain_regso(code_text(value)) for value in table.get("regsokod", [None] * len(table))]
    deso = [code_text(value) for value in table.get("desokod", [None] * len(table))]
    is_deso = "desokod" in table and ("regsokod" not in table or all(DESO.fullmatch(code) for code in deso))
    by_regso = "regsokod" in table and not (is_deso and not any(regso))
    for feature, regso_code, deso_code in zip(features, regso, deso):
        if by_regso:
            _require_regso(regso_code, feature, layer)
        if is_deso:
            _require_deso(deso_code, feature, layer)
    codes = {"regsokod": pd.Series(regso if by_regso else None, index=table.index, dtype=object)}
    if is_deso:
        codes["desokod"] = pd.Series(deso, index=table.index, dtype=object)
    return table.drop(columns="desokod", errors="ignore").assign(**codes)


def _require_regso(code: str, feature: QgsFeature, layer: str) -> None:
    if REGSO.fullmatch(code):
        return
    if DESO.fullmatch(code):
        raise InputError(
            "The layer {layer} holds DeSO ({code}) where RegSO codes should stand. Name that column 'desokod', and the "
            "areas are merged to RegSO.",
            layer=layer,
            code=code,
        )
    _require_zero(code, feature, layer)
    raise InputError(
        "The layer {layer}, feature {id}: '{code}' is not a RegSO code (like 0114R001). Choose a layer of RegSO areas.",
        layer=layer,
        id=feature.id(),
        code=code,
    )


def _require_deso(code: str, feature: QgsFeature, layer: str) -> None:
    if DESO.fullmatch(code):
        return
    _require_zero(code, feature, layer)
    raise InputError(
        "The layer {layer}, feature {id}: '{code}' is not a DeSO code (like 0114C1010). Choose a layer of RegSO or "
        "DeSO areas.",
        layer=layer,
        id=feature.id(),
        code=code,
    )


def _require_zero(code: str, feature: QgsFeature, layer: str) -> None:
    if lost_leading_zero(code):
        raise InputError(
            "The layer {layer}, feature {id}: the code '{code}' has lost its leading zero (0{code}). "
            "Use the original layer.",
            layer=layer,
            id=feature.id(),
            code=code,
        )


def text(value: object) -> str:
    """Return an attribute as a text (``attribute_text``) without blanks around it."""
    return attribute_text(value).strip()


def code_text(value: object) -> str:
    """Return a code as text; of one that was read as a number on its way (``12271356.0``), its digits."""
    written = text(value)
    whole = _NO_DECIMALS.fullmatch(written)
    return whole[1] if whole else written


def plain(feature: QgsFeature, column: int) -> object:
    """Return an attribute, None where it is NULL; the letters of a text are composed."""
    value = feature.attribute(column)
    if is_null(value):
        return None
    return normal_text(value) if isinstance(value, str) else value
