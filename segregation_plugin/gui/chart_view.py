"""A chart on screen: drawn when it is seen, as sharp as the screen is, in the colours of its window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import QApplication, QRubberBand, QSizePolicy, QWidget

from ..charts.look import Look
from ..charts.marks import DOT, RING, UNDER, with_note
from ..domain.messages import SegregationError
from ..exports.chart_file import Size, figure_of
from ..i18n import Texts
from ..sheets.sheet import row_in_words
from .asking import Asking, Hear

if TYPE_CHECKING:
    from ..charts.chart_registry import Chart
    from ..charts.chosen import Chosen
    from ..charts.spots import Spot
    from ..sheets.sheet import Sheet

_COPIED_DPI = 200.0
# While a dock is being made wider the picture before is stretched; it is drawn anew when it stays as it is.
_PAUSE = 120  # milliseconds
_MUTED = 0.65


class ChartView(QWidget):
    """Shows a chart of a sheet as wide as there is room, and as high as it needs then; it is drawn in a task.

    Matplotlib draws a picture, not a widget of its own: its Qt canvas takes a Qt that it finds by itself, keeps the
    wheel from the dock, and draws what is not seen.
    """

    # Why it cannot be drawn.
    failed = pyqtSignal(str)
    # What was clicked on or framed (``Spot``; none: beside all), and whether with what was chosen before.
    chosen = pyqtSignal(object, bool)
    copied = pyqtSignal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._chart: Chart | None = None
        self._sheet: Sheet | None = None
        self._palette = ""
        self._image: QImage | None = None
        self._spots: list[Spot] = []
        self._marked: frozenset[Chosen] = frozenset()
        self._frame = QRubberBand(QRubberBand.Shape.Rectangle, self)
        self._from: QPoint | None = None
        self._asked: tuple[Size, Look] | None = None
        self._drawing, self._copying = Asking(), Asking()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.update)
        self.setObjectName("segregation_chart")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> QImage | None:
        """What is drawn, None until it is."""
        return self._image

    @property
    def is_on_its_way(self) -> bool:
        """Whether it is still to be drawn: of what is scrolled out of sight or was forgotten nothing is."""
        if self._sheet is None or self._image is not None:
            return False
        return self._drawing.is_open or (self._asked is None and not self.visibleRegion().isEmpty())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return self._sheet is None

    def show_chart(self, chart: Chart, sheet: Sheet, palette: str) -> None:
        """Show a chart of a sheet in the colours of a palette; what it shows is its description too."""
        self._chart, self._sheet, self._palette = chart, sheet, palette
        said = chart.alternative(sheet, self._texts)
        self.setAccessibleName(self._texts.render(chart.label))
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self._fit()
        self.show()
        self._draw_anew()

    def clear(self) -> None:
        """Show nothing, in no room."""
        self.forget()
        self._chart = self._sheet = self._image = None
        self._spots = []
        self.setAccessibleDescription("")
        self.hide()

    def forget(self) -> None:
        """Hear no more of what is being drawn."""
        self._drawing.forget()
        self._copying.forget()
        self._asked = None

    def size_in_inches(self) -> tuple[float, float]:
        """Return width and height on screen, where text has the size that it has in print."""
        return self.width() / self.logicalDpiX(), self.height() / self.logicalDpiY()

    def copy(self) -> None:
        """Copy the picture as it is in print: dark on white, with the rings that are on screen."""
        if self._chart is not None and self._sheet is not None:
            width, _ = self.size_in_inches()
            height = self._chart.height(with_note(self._sheet, self.marked, self._texts), width)
            look = Look(palette=self._palette)
            self._ask(self._copying, Size(width, height, _COPIED_DPI), look, self._take_copy, self.marked)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the chart, and ask for it where it is not drawn yet: a page that is not seen draws nothing."""
        super().paintEvent(event)
        ratio = self.devicePixelRatioF()
        wanted = Size(*self.size_in_inches(), self.logicalDpiX() * ratio), self._look()
        if not self._pause.isActive() and self._asked != wanted and self._sheet is not None:
            self._asked = wanted
            self._ask(self._drawing, *wanted, self._take_up)
        if self._image is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            # Until it is drawn anew at another width the picture before is stretched.
            painter.drawImage(self.rect(), self._image, QRect(0, 0, self._image.width(), self._image.height()))
            self._draw_marks(painter)
            painter.end()

    def mark(self, marked: frozenset[Chosen]) -> None:
        """Draw a ring around what has one of some rows and keys, and around nothing else."""
        self._marked = marked
        self.update()

    @property
    def marked(self) -> frozenset[Chosen]:
        """The rows and keys that have a ring."""
        return self._marked & {(spot.row, spot.key) for spot in self._spots}

    def marks(self) -> list[QRectF]:
        """Return where rings are drawn."""
        if self._image is None or not self._image.width():
            return []
        across, down, high = self.width() / self._image.width(), self.height() / self._image.height(), self.height()
        return [
            QRectF(
                spot.left * across,
                high - spot.top * down,
                (spot.right - spot.left) * across,
                (spot.top - spot.bottom) * down,
            )
            for spot in self._spots
            if (spot.row, spot.key) in self._marked
        ]

    def _draw_marks(self, painter: QPainter) -> None:
        """Draw rings, dark on light: seen on any colour."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        point = self.logicalDpiX() / 72
        for role, width in ((QPalette.ColorRole.Window, UNDER), (QPalette.ColorRole.WindowText, RING)):
            painter.setPen(QPen(self.palette().color(role), width * point))
            for box in self.marks():
                if max(box.width(), box.height()) <= DOT * self.logicalDpiX():
                    painter.drawEllipse(box)
                else:
                    painter.drawRect(box.adjusted(-1, -1, 1, 1))

    def spot_at(self, place: QPoint) -> Spot | None:
        """Return what stands at a place of the widget, the smallest and nearest where several do, None for nothing."""
        if self._image is None or not self.width() or not self.height():
            return None
        x, y = self._in_picture(place)
        held = [spot for spot in self._spots if spot.holds(x, y)]
        return min(held, key=lambda spot: (round(spot.size), spot.away(x, y)), default=None)

    def spots_in(self, frame: QRect) -> list[Spot]:
        """Return what has its middle in a part of the widget."""
        if self._image is None or not self.width() or not self.height():
            return []
        (left, top), (right, bottom) = (self._in_picture(one) for one in (frame.topLeft(), frame.bottomRight()))
        return [spot for spot in self._spots if spot.is_within(left, bottom, right, top)]

    def _in_picture(self, place: QPoint) -> tuple[float, float]:
        """Return where in the picture, which has its zero below, a place of the widget is."""
        wide, high = (0, 0) if self._image is None else (self._image.width(), self._image.height())
        return place.x() * wide / self.width(), high - place.y() * high / self.height()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._spots:
            self._from = event.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is below the mouse, and that it can be clicked on; with the button down frame what is chosen."""
        super().mouseMoveEvent(event)
        if self._from is not None and _is_drag(self._from, event.pos()):
            self._frame.setGeometry(QRect(self._from, event.pos()).normalized())
            self._frame.show()
            return
        spot = self.spot_at(event.pos())
        if self._sheet is not None:
            said = self.accessibleDescription() if spot is None else row_in_words(self._sheet, spot.row, self._texts)
            self.setToolTip(said)
        if spot is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked on, or framed."""
        super().mouseReleaseEvent(event)
        begun, self._from = self._from, None
        self._frame.hide()
        if begun is None or event.button() != Qt.MouseButton.LeftButton:
            return
        spots = [self.spot_at(event.pos())]
        if _is_drag(begun, event.pos()):
            spots = list(self.spots_in(QRect(begun, event.pos()).normalized()))
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.chosen.emit([spot for spot in spots if spot is not None], shift)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the width asks for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._pause.start()
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_anew()

    def _draw_anew(self) -> None:
        self._pause.stop()
        self._drawing.forget()
        self._image = self._asked = None
        self._spots = []
        self.update()

    def _fit(self) -> None:
        if self._chart is not None and self._sheet is not None and self.width() > 1:
            inches = self._chart.height(self._sheet, self.width() / self.logicalDpiX())
            self.setFixedHeight(round(inches * self.logicalDpiY()))

    def _look(self) -> Look:
        colours = self.palette()
        ink, paper = (colours.color(role) for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window))
        muted = QColor(
            *(round(_MUTED * over + (1 - _MUTED) * under) for over, under in zip(ink.getRgb()[:3], paper.getRgb()[:3]))
        )
        return Look(ink.name(), muted.name(), paper.name(), self._palette)

    def _ask(self, asking: Asking, size: Size, look: Look, hear: Hear, marked: frozenset[Chosen] = frozenset()) -> None:
        work = partial(_drawn, self._chart, self._sheet, size, look, self._texts, marked)
        asking.ask(self.accessibleName(), work, hear)

    def _take_up(self, drawn: _Picture | None, error: SegregationError | None) -> None:
        self._image, self._spots = (None, []) if drawn is None else drawn
        self.update()
        if error is not None:
            self.failed.emit(self._texts.render(error))

    def _take_copy(self, drawn: _Picture | None, error: SegregationError | None) -> None:
        if drawn is not None:
            QApplication.clipboard().setImage(drawn.image)
            self.copied.emit()
        if error is not None:
            self.failed.emit(self._texts.render(error))


def _is_drag(begun: QPoint, place: QPoint) -> bool:
    return (place - begun).manhattanLength() >= QApplication.startDragDistance()


class _Picture(NamedTuple):
    """The picture of a chart, and what stands where in it."""

    image: QImage
    spots: list[Spot]


def _drawn(
    chart: Chart, sheet: Sheet, size: Size, look: Look, texts: Texts, marked: frozenset[Chosen], _task: QgsTask
) -> _Picture:
    figure = figure_of(chart, sheet, size, look, texts, marked)
    canvas = figure.canvas
    canvas.draw()
    points = canvas.buffer_rgba()
    high, wide = points.shape[:2]
    # A copy, since the points go with the figure.
    image = QImage(bytes(points), wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()
    return _Picture(image, chart.spots(sheet, figure))
