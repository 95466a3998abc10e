"""What the user has set for all projects, kept in the user's settings."""

from __future__ import annotations

from qgis.core import QgsSettings

from ..domain import palettes
from ..i18n import Texts

_PALETTE = "segregation/palette"


def first_palette() -> str:
    """Return the map colours that a new study begins with."""
    kept = str(QgsSettings().value(_PALETTE, ""))
    return kept if kept in palettes.PALETTES else palettes.SEQUENTIAL


def begin_with(palette: str) -> None:
    """Let new studies begin with these map colours."""
    QgsSettings().setValue(_PALETTE, palette)


def palette_names(texts: Texts) -> dict[str, str]:
    """Return what the map colours are called."""
    return {
        palettes.SEQUENTIAL: texts.tr("Ordered, dark to light"),
        palettes.DIVERGING: texts.tr("Diverging, mixed lightest"),
    }
