"""Where a report goes, and how its folder is shown: the two things that leave the window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.progress.formats import Format


def ask_for_file(parent: QWidget, suggestion: Path, form: Format) -> Path | None:
    """Asks by a dialog under which name to save; it confirms before anything is replaced.

    Args:
        parent: over which it opens.
        suggestion: the name and folder to begin with.
        form: what the name ends in unless another ending is typed.
    """
    dialog = QFileDialog(parent, QCoreApplication.translate("ReportsPage", "Save the report"), str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(str(form))
    dialog.setNameFilter(f"{form.upper()} (*.{form})")
    dialog.selectFile(suggestion.name)
    chosen = dialog.selectedFiles()[:1] if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def open_folder(folder: Path) -> bool:
    """Shows a folder in the system's file manager; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def documents_folder() -> Path:
    """Where documents of this user lie."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
