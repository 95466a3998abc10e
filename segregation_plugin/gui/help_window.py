"""The docs that come with the plugin, in a window of QGIS: no network, no other program."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, Qt, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices, QImage, QTextCharFormat, QTextCursor, QTextDocument
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ..domain.messages import SegregationError
from ..i18n import render, tr
from ..resources import DOCS, HELP_SCHEME, anchor_of, doc

_CHARACTERS_WIDE, _LINES_HIGH = 100, 40


class Help(QObject):
    """Shows pages of the docs for addresses of ``HELP_SCHEME``, whoever opens one, until it is to ``stop``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.window: HelpWindow | None = None
        QDesktopServices.setUrlHandler(HELP_SCHEME, self, "open")

    @pyqtSlot(QUrl)
    def open(self, address: QUrl) -> None:
        """Show the page and section of an address."""
        if self.window is None:
            self.window = HelpWindow(self._parent)
        self.window.show()
        # What is not shown yet has no width for pictures, and no place to scroll to.
        self.window.pages.show_page(address.path(), address.fragment())
        self.window.raise_()
        self.window.activateWindow()

    def stop(self) -> None:
        """Show no more."""
        QDesktopServices.unsetUrlHandler(HELP_SCHEME)
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None


class HelpWindow(QDialog):
    """The docs, and a way back to what was read before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help of RegSO Segregation"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.pages = HelpPages(self)
        self.back = QPushButton(tr("Back"))
        self.back.setEnabled(False)
        self.back.setAutoDefault(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.addWidget(self.pages)
        column.addWidget(buttons)
        buttons.rejected.connect(self.reject)
        self.back.clicked.connect(self.pages.backward)
        self.pages.backwardAvailable.connect(self.back.setEnabled)
        metrics = self.fontMetrics()
        self.resize(_CHARACTERS_WIDE * metrics.averageCharWidth(), _LINES_HIGH * metrics.lineSpacing())


class HelpPages(QTextBrowser):
    """Shows pages of the docs; links between them and to sections lead there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Help"))
        self.setOpenLinks(False)
        # Pictures fit beside it from the first.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._follow)

    def show_page(self, name: str, section: str) -> None:
        """Show a page of the docs from a section on, empty for its beginning."""
        try:
            address = QUrl.fromLocalFile(str(doc(name)))
        except SegregationError as error:
            self.setPlainText(render(error.message))
            return
        address.setFragment(section)
        self.setSource(address, QTextDocument.ResourceType.HtmlResource)
        self.scrollToAnchor(section)

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Return a file of the docs, pictures no wider than the window."""
        picture = QImage()
        # Qt 6's kinds are no numbers.
        of_kind = QTextDocument.ResourceType(kind)
        if of_kind == QTextDocument.ResourceType.HtmlResource:
            return _page(name.toLocalFile())
        if of_kind == QTextDocument.ResourceType.ImageResource:
            picture = QImage(self.source().resolved(name).toLocalFile())
        if picture.isNull():
            return super().loadResource(kind, name)
        width = self.viewport().width() - 2 * int(self.document().documentMargin())
        if picture.width() <= width:
            return picture
        return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def _follow(self, link: QUrl) -> None:
        there = self.source().resolved(link)
        if Path(there.toLocalFile()).parent == DOCS:
            self.show_page(there.fileName(), there.fragment())
        else:
            QDesktopServices.openUrl(there)


def _page(path: str) -> str:
    """Return a page of the docs as HTML. Raises OSError.

    Made apart: Markdown in a window is laid out anew for each of its pieces, a second for a long page.
    """
    page = QTextDocument()
    page.setMarkdown(Path(path).read_text(encoding="utf-8"))
    _name_sections(page)
    return page.toHtml()


def _name_sections(page: QTextDocument) -> None:
    """Give each heading the name that links have for it: Markdown gives it none."""
    block = page.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            named = QTextCharFormat()
            named.setAnchor(True)
            named.setAnchorNames([anchor_of(block.text())])
            cursor.mergeCharFormat(named)
        block = block.next()
