"""Charts of schools and of municipalities by their schools."""

from __future__ import annotations

from ...charts.chart_registry import SCHOOLS
from ...domain.messages import message
from .charts_page import ChartsPage


class SchoolsPage(ChartsPage):
    """Municipalities in the order of a result, and schools by the index of their area and their result."""

    TITLE = message("Schools")
    ICON = "schools"
    CHARTS_OF = SCHOOLS
