"""The pages of the dock as a small list of icons: their names stand beside them where there is room."""

from __future__ import annotations

from qgis.PyQt.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QPainter, QPalette, QPixmap, QResizeEvent
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ..resources import page_icon

_SHARPER = 3  # times the size that is shown: for screens of up to 300 per cent
_BESIDE, _ALONE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class PageBar(QWidget):
    """Shows one of several pages at a time; emits the number of the one that is chosen."""

    page_chosen = pyqtSignal(int)
    help_requested = pyqtSignal()

    def __init__(self, help_said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(1)
        self._row.addStretch()
        self.help = QToolButton()
        self.help.setAutoRaise(True)
        self.help.setText("?")
        self.help.setToolTip(help_said)
        self.help.setAccessibleName(help_said)
        self.help.clicked.connect(lambda _checked: self.help_requested.emit())
        self._row.addWidget(self.help)
        self._icons: list[str] = []
        self.stack = _Stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addWidget(self.stack)

    @property
    def buttons(self) -> list[QToolButton]:
        """The buttons of the pages, in their order."""
        return [button for button in self._group.buttons() if isinstance(button, QToolButton)]

    @property
    def current(self) -> int:
        """The number of the page that is shown."""
        return self.stack.current

    def add(self, page: QWidget, title: str, icon: str) -> None:
        """Add a page with its title and the name of its icon."""
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setText(title)
        button.setToolTip(title)
        button.setAccessibleName(title)
        number = self.stack.add(page)
        self._icons.append(icon)
        self._group.addButton(button, number)
        self._row.insertWidget(number, button)
        button.clicked.connect(lambda _checked: self.show_page(number))
        button.setChecked(number == 0)
        button.setIcon(self._icon(icon))

    def show_page(self, number: int) -> None:
        """Show a page."""
        self._group.button(number).setChecked(True)
        self.stack.show_page(number)
        self.page_chosen.emit(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the names beside the icons where all of them have room."""
        super().resizeEvent(event)
        self._name(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button, icon in zip(self.buttons, self._icons):
                button.setIcon(self._icon(icon))

    def _name(self, width: int) -> None:
        for button in self.buttons:
            button.setToolButtonStyle(_BESIDE)
        fits = sum(button.sizeHint().width() + 1 for button in (*self.buttons, self.help)) <= width
        if not fits:
            for button in self.buttons:
                button.setToolButtonStyle(_ALONE)

    def _icon(self, name: str) -> QIcon:
        colour = self.palette().color(QPalette.ColorRole.ButtonText).name()
        drawing = QSvgRenderer(QByteArray(page_icon(name).replace("currentColor", colour).encode()))
        size = QSize(16, 16) * _SHARPER
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return QIcon(pixmap)

    def minimumSizeHint(self) -> QSize:
        """Return a size in which the icons have room, without their names."""
        icons = (len(self.buttons) + 1) * (self.fontMetrics().height() + 14)
        least = super().minimumSizeHint()
        return QSize(max(icons, self.stack.minimumSizeHint().width()), least.height())


class _Stack(QWidget):
    """Shows one of several pages, and is as high as that one: Qt's own stack is as high as the highest."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self._current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self, page: QWidget) -> int:
        """Add a page and return its number; the first is shown."""
        self._pages.append(page)
        self._column.addWidget(page)
        page.setVisible(len(self._pages) == 1)
        return len(self._pages) - 1

    @property
    def current(self) -> int:
        """The number of the page that is shown."""
        return self._current

    def show_page(self, number: int) -> None:
        """Show a page instead of the one before."""
        self._current = number
        for other, page in enumerate(self._pages):
            if other != number:
                page.hide()
        self._pages[number].show()

    def minimumSizeHint(self) -> QSize:
        """Return the height that the shown page needs, and a width that every page has room in."""
        width = max((page.minimumSizeHint().width() for page in self._pages), default=0)
        return QSize(width, super().minimumSizeHint().height())
