"""Hearing that another program, or the toolbox, wrote the study file that the dock shows."""

from __future__ import annotations

from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

_PAUSE = 500  # milliseconds: a file is written in many steps


class StudyWatch(QObject):
    """Emits ``changed`` once the writing of a file has come to rest; another file may take its place."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path = ""
        self._files = QFileSystemWatcher(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._files.fileChanged.connect(lambda _path: self._rest.start())
        self._rest.timeout.connect(self._at_rest)

    def follow(self, path: str) -> None:
        """Hear of the file at ``path``, and of no other; of none where it is empty."""
        self._rest.stop()
        if self._files.files():
            self._files.removePaths(self._files.files())
        self._path = path
        if path:
            self._files.addPath(path)

    def _at_rest(self) -> None:
        # A file that was moved away is not watched any longer, nor is the one in its place.
        self.follow(self._path)
        self.changed.emit()
