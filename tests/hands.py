"""What a user's hands do: mouse and keyboard events at places on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QScrollArea,
    QTableView,
    QWidget,
)

from segregation_plugin.gui import asking
from segregation_plugin.gui.chart_saving import SavingDialog
from segregation_plugin.gui.columns_dialog import ColumnsDialog
from segregation_plugin.gui.filter_bar import FilterBar
from segregation_plugin.gui.place_bar import PlaceBar
from segregation_plugin.gui.place_field import PlaceField

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def wait_until(is_so: Callable[[], object], seconds: float = 60) -> None:
    """Let QGIS work until something is so."""
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        if is_so():
            return
        QTest.qWait(20)
    raise AssertionError("it did not come to that")


def into_view(widget: QWidget) -> None:
    """Scroll until a widget is in sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QTest.qWait(20)


def click(widget: QWidget, place: QPoint | None = None, key: Qt.KeyboardModifier = NO_KEY) -> None:
    """Click on a widget: the event goes to what is seen at that place of the window, as with a mouse."""
    into_view(widget)
    assert widget.isVisible()
    window = widget.window()
    at = widget.mapTo(window, place or widget.rect().center())
    target = window.childAt(at) or window
    QTest.mouseClick(target, LEFT, key, target.mapFrom(window, at))


def click_row(table: QTableView, row: int, column: int = 0, key: Qt.KeyboardModifier = NO_KEY) -> None:
    """Click on a cell of a table."""
    into_view(table)
    click(table.viewport(), table.visualRect(table.model().index(row, column)).center(), key)


def click_link(label: QLabel) -> None:
    """Click on the beginning of a label that is a link."""
    QTest.qWait(100)  # until the text is laid out
    line = label.fontMetrics().height()
    click(label, QPoint(line, (label.height() - label.heightForWidth(label.width()) + line) // 2))


def shown_cells(table: QTableView, columns: int) -> list[list[str]]:
    """Return what the first columns of a table show."""
    model = table.model()
    return [[model.index(row, column).data() for column in range(columns)] for row in range(model.rowCount())]


def row_names(table: QTableView) -> list[str]:
    """Return what stands beside the rows of a table."""
    model = table.model()
    return [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]


def at_rest() -> None:
    """Wait until what was asked for is worked out and shown."""
    tasks = QgsApplication.taskManager()
    # A task that has ended may not have been heard yet, where the machine has other things to do.
    wait_until(lambda: tasks.countActiveTasks() == 0 and not asking._running)
    QTest.qWait(20)
    if tasks.countActiveTasks() or asking._running:
        at_rest()  # one thing after the other


def choose(combo: QComboBox, text: str, wait: bool = True) -> None:
    """Open a list and click on an item; a click that comes too early for the list is done again.

    Then ``wait`` until what follows is shown.
    """
    open_filters(combo)
    row = combo.findText(text)
    assert row >= 0, f"{text} is not among {[combo.itemText(i) for i in range(combo.count())]}"
    for _ in range(3):
        click(combo)
        view = combo.view()
        wait_until(view.isVisible)
        index = combo.model().index(row, combo.modelColumn(), combo.rootModelIndex())
        view.scrollTo(index)
        QTest.qWait(QApplication.doubleClickInterval() + 50)  # a list ignores the release of the click that opened it
        # A narrow list shows but the beginning of its items.
        place = view.visualRect(index).intersected(view.viewport().rect()).center()
        QTest.mouseMove(view.viewport(), place)
        QTest.qWait(20)
        QTest.mouseClick(view.viewport(), LEFT, NO_KEY, place)
        wait_until(lambda shown=view: not shown.isVisible())
        if combo.currentText() == text:
            if wait:
                at_rest()
            return
    raise AssertionError(f"{text} could not be chosen")


def open_filters(widget: QWidget) -> None:
    """Open the filters that a widget is among, where they are closed."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, FilterBar) and not widget.isVisible():
            click(parent.more)
        parent = parent.parentWidget()


def find_place(bar: PlaceBar, name: str, wait: bool = True) -> None:
    """Type a place's name into its field and press return; an empty name is the whole study."""
    type_place(bar.field, name)
    if wait:
        at_rest()


def type_place(field: PlaceField, name: str) -> None:
    """Replace what is in a field of places and press return; all but the last letter is put in at once, as pasted.

    Each letter that is typed looks all places through (``type_in``).
    """
    type_in(field, name[-1:], name[:-1])
    popup = field.completer().popup()
    QTest.keyClick(popup if popup.isVisible() else field, Qt.Key.Key_Return)
    QTest.qWait(20)


def type_in(field: PlaceField, name: str, pasted: str = "") -> None:
    """Replace what is in a field of places by typing, after what is ``pasted``."""
    click(field)
    field.setFocus()
    QTest.qWait(20)  # a click offers the last places
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if pasted:
        field.insert(pasted)
    for letter in name:
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, NO_KEY, letter))


def write(field: QLineEdit, text: str) -> None:
    """Replace the text of a field by typing."""
    click(field)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def answer_question(
    button: QMessageBox.StandardButton,
    then: Callable[[], None],
    see: Callable[[QMessageBox], None] = lambda _box: None,
) -> str:
    """Do ``then``, which asks a question; click on a button of it and return what was asked."""
    asked = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            timer.stop()
            asked.append(box.text())
            see(box)
            QTest.mouseClick(box.button(button), LEFT)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    then()
    timer.stop()  # where it was never asked, the next question is another's
    assert asked
    return asked[0]


def answer_file_dialog(path: Path, then: Callable[[], None]) -> None:
    """Do ``then``, which asks for a file; in its dialog go to the folder, type the name and click on the button."""
    path = Path(path)
    answered: list[Path] = []
    last = time.monotonic() + 60

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and dialog.isVisible():
            dialog.setDirectory(str(path.parent))
            timer.timeout.disconnect(look)
            timer.timeout.connect(partial(answer, dialog))

    def answer(dialog: QFileDialog) -> None:
        if time.monotonic() > last:
            dialog.reject()
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        box = dialog.findChild(QDialogButtonBox)
        button = next(b for b in box.buttons() if box.buttonRole(b) == QDialogButtonBox.ButtonRole.AcceptRole)
        # The dialog empties its field once it has read the folder, and does not look again at a name that was typed
        # before that: on a busy machine its button would stay as it is until the time is out.
        if field.text() != path.name or not button.isEnabled():
            field.selectAll()
            QTest.keyClicks(field, path.name)
        else:
            field.completer().popup().hide()
            timer.stop()
            answered.append(path)
            QTimer.singleShot(300, partial(replace, dialog))
            QTest.mouseClick(button, LEFT)

    def replace(dialog: QFileDialog) -> None:
        """Say that a file that is there is to be replaced, where the dialog asks."""
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox) and question.parentWidget() == dialog:
            QTest.mouseClick(question.button(QMessageBox.StandardButton.Yes), LEFT)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(150)
    then()
    timer.stop()  # where it was never asked, the next dialog is another's
    assert answered


def drop(screen: Any, data: QMimeData) -> bool:
    """Drop something on the dock, as the window system hands it over; return whether it is taken."""
    target, at = screen.panel.widget(), QPoint(10, 300)
    given = (Qt.DropAction.CopyAction, data, LEFT, NO_KEY)
    enter = QDragEnterEvent(at, *given)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(at, *given))
        at_rest()
    return bool(enter.isAccepted())


def files(*paths: Path) -> QMimeData:
    """Return what a drag of files carries."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def in_dialog(then: Callable[[], None], do: Callable[[ColumnsDialog], Any]) -> Any:
    """Do ``then``, which opens the dialog for naming columns, and in it ``do``; return what ``do`` returns."""
    found = []

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ColumnsDialog) and dialog.isVisible():
            try:
                found.append(do(dialog))
            finally:
                # What went wrong is printed; the dialog must not stay and wait for ever.
                if dialog.isVisible():
                    dialog.reject()
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)
    then()
    assert found, "what was done in the dialog failed"
    return found[0]


def accept(dialog: ColumnsDialog) -> None:
    """Click on OK once it can be clicked."""
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    wait_until(button.isEnabled)
    click(button)


def save_chart(page, path, width=None, wait=True):
    """Click on Save, say how large, and where; then ``wait`` until it is saved."""

    def sized():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SavingDialog) or not dialog.isVisible():
            QTimer.singleShot(50, sized)
            return
        if width is not None:
            dialog.wide.selectAll()
            QTest.keyClicks(dialog.wide, width)
            QTest.keyClick(dialog.wide, Qt.Key.Key_Tab)
        box = dialog.findChild(QDialogButtonBox)
        QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)

    QTimer.singleShot(50, sized)
    answer_file_dialog(path, lambda: click(page.save))
    if wait:
        at_rest()
