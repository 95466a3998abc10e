"""The font of maps, which the plugin brings along under a name of its own.

QGIS (3.28 and later) asks a web server for a font that a project names, that the system lacks and that is among the
free fonts it knows, like Noto Sans. A study's project names none of those, first or as a substitute.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qgis.PyQt.QtGui import QFont, QFontDatabase

# Noto Sans under another name, see resources/fonts/README.md.
FONT_FAMILY = "RegSO Sans"
# Without the plugin the first of these that the system has stands in, and QGIS does not complain.
FONT_FALLBACKS = [FONT_FAMILY, "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans", "Liberation Sans"]
_FILES = Path(__file__).parent.parent.parent / "resources" / "fonts"


@cache
def load_fonts() -> None:
    """Make the plugin's own font known to Qt, once. Needs the main thread."""
    for file in sorted(_FILES.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def font(size: float, *, bold: bool = False) -> QFont:
    """Return the plugin's font in ``size`` points."""
    result = QFont(FONT_FAMILY)
    result.setPointSizeF(size)
    result.setBold(bold)
    return result
