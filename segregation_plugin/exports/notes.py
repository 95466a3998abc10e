"""What has to stand beside every figure and map that leaves the plugin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from ..i18n import Texts


def source(has_schools: bool, provenance: Mapping[str, str], texts: Texts) -> str:
    """Return where the figures come from."""
    template = (
        texts.tr("Source: SCB (area types {year}, RegSO) and Skolverket (schools and results), own processing.")
        if has_schools
        else texts.tr("Source: SCB (area types {year}, RegSO), own processing.")
    )
    return template.format(year=provenance.get("index_ar", ""))


def about_area_types(areas: pd.DataFrame, provenance: Mapping[str, str], texts: Texts) -> list[str]:
    """Return what area types say and do not say, and for how many ``areas`` the index is of other borders."""
    notes = [
        texts.tr("The area type says where a school lies, not where its pupils live."),
        texts.tr(
            "Area types are relative: they are cut anew every year from that year's national mean and spread. They do "
            "not measure the degree of segregation."
        ),
    ]
    if areas["grans_andrad"].isna().any():
        notes.append(
            texts.tr(
                "The index is on RegSO {index}. The layer does not say which RegSO version its areas are: up to "
                "{count} of them may have had other borders."
            ).format(
                index=provenance.get("index_regso_version", ""), count=texts.number(areas["grans_andrad"].isna().sum())
            )
        )
    changed = int(areas["grans_andrad"].sum())
    if changed:
        notes.append(
            texts.tr(
                "The index is on RegSO {index} and the areas are RegSO {areas}: the borders of {count} areas differ."
            ).format(
                index=provenance.get("index_regso_version", ""),
                areas=provenance.get("areas_regso_version", ""),
                count=texts.number(changed),
            )
        )
    return notes
