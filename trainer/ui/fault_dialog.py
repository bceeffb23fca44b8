"""The dialog in which a fault is reported: what is wrong goes to the log, and all reports into one file."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.errors import UserError
from trainer.store.opening import Store
from trainer.study.fault_reports import fault_reports, report_fault, save_reports
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.reports.asking import documents_folder

_LINES_SHOWN = 6
_FILE = "reported-faults.md"


class FaultDialog(QDialog):
    """Takes the learner's words on what is wrong.

    Args:
        store: keeps them.
        about: as in `FaultReport`.
        shown: what the learner sees of it, as plain text.

    Signals:
        told: what was done.
    """

    told = Signal(str)

    def __init__(self, store: Store, about: str, shown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._about, self._shown = store, about, shown
        self.setWindowTitle(self.tr("Report a fault"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = shown.splitlines()
        excerpt = "\n".join([*lines[:_LINES_SHOWN], *(["…"] if len(lines) > _LINES_SHOWN else [])])
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What is wrong?"))
        self.mistake = make_label("", "mistake", wrap=True)
        self.mistake.hide()
        where = make_label(
            self.tr("It is kept on this computer, and nothing is sent. Export all reports as one file, and give that "
                    "to whoever looks after the content."), "small", wrap=True
        )  # fmt: skip
        self.save_button = make_button(self.tr("Keep the report"), self._save, role="primary")
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.export_button = make_button("", self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addWidget(make_label(self.tr("What is wrong?"), "title"))
        column.addWidget(make_label(excerpt, "muted", wrap=True))
        column.addWidget(self.text, 1)
        column.addWidget(self.mistake)
        column.addWidget(where)
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self.export_button)
        row.addStretch(1)
        row.addWidget(make_button(self.tr("Cancel"), self.reject))
        row.addWidget(self.save_button)
        column.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._save)
        self._count()
        self.text.setFocus()

    def _count(self) -> None:
        count = len(fault_reports(self._store))
        self.export_button.setText(self.tr("Export all ({count})…").format(count=count))
        self.export_button.setEnabled(bool(count))

    def _save(self) -> None:
        try:
            report_fault(self._store, self._about, self._shown, self.text.toPlainText())
        except UserError as error:
            self._tell(str(error))
            return
        self.told.emit(self.tr("The report is kept. “Report a fault” also exports all of them as one file."))
        self.accept()

    def _export(self) -> None:
        suggestion = documents_folder() / _FILE
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export all reports"), str(suggestion), "*.md")
        if not chosen:
            return
        file = Path(chosen)
        try:
            save_reports(fault_reports(self._store), file)
        except UserError as error:
            self._tell(str(error))
            return
        self.told.emit(self.tr("Saved as {file}").format(file=file))

    def _tell(self, text: str) -> None:
        self.mistake.setText(text)
        self.mistake.show()

    @override
    def sizeHint(self) -> QSize:
        return QSize(520, 420)
