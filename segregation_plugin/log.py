"""The plugin's own tab in QGIS's log."""

from __future__ import annotations

from qgis.core import Qgis, QgsMessageLog

TAG = "RegSO Segregation"


def warn(text: str) -> None:
    """Write a warning to the plugin's tab of the message log."""
    QgsMessageLog.logMessage(text, TAG, Qgis.MessageLevel.Warning)
