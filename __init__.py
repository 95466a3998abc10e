"""RegSO Segregation, a QGIS plugin: schools and socioeconomic area types, from published data to map and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .segregation_plugin.plugin import SegregationPlugin


def classFactory(iface: QgisInterface | None) -> SegregationPlugin:
    """Make the plugin; QGIS calls this by name. ``iface`` is None under ``qgis_process``."""
    from .segregation_plugin.plugin import SegregationPlugin

    return SegregationPlugin(iface)
