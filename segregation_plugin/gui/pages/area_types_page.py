"""Charts by area type."""

from __future__ import annotations

from ...charts.chart_registry import AREA_TYPES
from ...domain.messages import message
from .charts_page import ChartsPage


class AreaTypesPage(ChartsPage):
    """Results, residents, pupils and schools by area type, and area types over the years."""

    TITLE = message("Area types")
    ICON = "area_types"
    CHARTS_OF = AREA_TYPES
