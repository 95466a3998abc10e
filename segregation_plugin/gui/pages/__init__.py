"""The pages of the dock. A new one is a file here and a line in ``PAGES``."""

from __future__ import annotations

from typing import Protocol

from qgis.PyQt.QtWidgets import QWidget

from ...domain.messages import Message
from ...i18n import Texts
from ..dock_model import Model
from .area_types_page import AreaTypesPage
from .background_page import BackgroundPage
from .change_page import ChangePage
from .data_page import DataPage
from .overview import OverviewPage
from .schools_page import SchoolsPage
from .segregation_page import SegregationPage


class DockPage(Protocol):
    """Shows the part of a study that the model's view is of, in one widget. ``ICON``: of ``resources/icons/page_*``."""

    TITLE: Message
    ICON: str
    widget: QWidget

    @property
    def is_shown(self) -> bool:
        """Whether what the model looks at is there: nobody is to go on before it has been seen."""

    def __init__(self, model: Model, texts: Texts) -> None:
        """Make the widget; nothing is shown yet."""

    def update(self, changed: frozenset[str]) -> None:
        """Show the model as it is now; ``changed``: the names of what is not as it was, of ``dock_model``.

        A page that is not shown hears of it when it is.
        """

    def forget(self) -> None:
        """Hear no more of what is being worked out: the dock is closed."""


PAGES: tuple[type[DockPage], ...] = (
    OverviewPage,
    AreaTypesPage,
    SchoolsPage,
    BackgroundPage,
    SegregationPage,
    ChangePage,
    DataPage,
)
