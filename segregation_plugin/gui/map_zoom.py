"""How near the map goes to what it shows: one point or a small area fills it with one colour."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas

CLOSEST = 5_000  # 1 to so many


def no_closer(canvas: QgsMapCanvas) -> None:
    """Let a map that has gone to a place stay so far away that it is seen where that lies."""
    if canvas.scale() < CLOSEST:
        canvas.zoomScale(CLOSEST)
