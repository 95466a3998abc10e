"""Fields for files of tables."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QFileDialog

from ..i18n import Texts

# Where QGIS's own file fields start, so that the user's last folder is theirs too.
LAST_FOLDER = "UI/lastFileNameWidgetDir"


def files_field(texts: Texts, title: str, placeholder: str) -> QgsFileWidget:
    """Return a field for several files."""
    field = QgsFileWidget()
    field.setStorageMode(QgsFileWidget.StorageMode.GetMultipleFiles)
    field.setDialogTitle(title)
    field.setFilter(text_files(texts))
    field.lineEdit().setPlaceholderText(placeholder)
    return field


def browse(field: QgsFileWidget) -> None:
    """Ask for the files of a field, and choose them instead of those that are there."""
    chosen = paths(field)
    start = str(Path(chosen[0]).parent) if chosen else QgsSettings().value(LAST_FOLDER, "")
    files, _ = QFileDialog.getOpenFileNames(field, field.dialogTitle(), start, field.filter())
    if files:
        QgsSettings().setValue(LAST_FOLDER, str(Path(files[0]).parent))
        show_paths(field, tuple(files))


def text_files(texts: Texts) -> str:
    """Return what dialogs offer to choose tables by."""
    return texts.tr("Tables and API files (*.csv *.txt *.tsv *.xlsx *.xlsm *.ods *.json *.px);;All files (*)")


def show_paths(field: QgsFileWidget, paths: tuple[str, ...]) -> None:
    """Choose files, or none."""
    # QgsFileWidget.setFilePaths of QGIS 3.22 crashes on an empty list.
    field.setFilePath(" ".join(f'"{path}"' for path in paths))


def paths(field: QgsFileWidget) -> tuple[str, ...]:
    """Return the files chosen."""
    return tuple(path for path in QgsFileWidget.splitFilePaths(field.filePath()) if path)
