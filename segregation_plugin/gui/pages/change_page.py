"""How areas went from type to type."""

from __future__ import annotations

from ...charts.chart_registry import CHANGE
from ...domain.messages import message
from .charts_page import ChartsPage


class ChangePage(ChartsPage):
    """Areas from each type of one year to each of another, as bands and as a table."""

    TITLE = message("Change")
    ICON = "change"
    CHARTS_OF = CHANGE
