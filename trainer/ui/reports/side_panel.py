"""What a report is about and how it is saved: the left of the reports page."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from trainer.progress.formats import Format
from trainer.progress.report import LONGEST_NAME
from trainer.progress.span import EVERYTHING, MONTH
from trainer.tokens import SPACE
from trainer.ui.choice import Choice
from trainer.ui.labels import make_button, make_label

WEEK = 7
_WIDTH = 344
_AFTER_TYPING_MS = 400


class SidePanel(QScrollArea):
    """The choices, and the button that saves; it scrolls where the window is low.

    Signals:
        span_chosen: days up to today, or `EVERYTHING`.
        name_typed: the name that stands on reports, once the learner stops typing.
        format_chosen: a `Format`.
        save_wanted: the button.
        folder_wanted: to see the file that was saved.
    """

    span_chosen = Signal(object)
    name_typed = Signal(str)
    format_chosen = Signal(object)
    save_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_WIDTH)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_AFTER_TYPING_MS)
        self._typed.timeout.connect(lambda: self.name_typed.emit(self.name.text()))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(8 * SPACE, 8 * SPACE, 5 * SPACE, 6 * SPACE)
        self._column.setSpacing(SPACE)
        self._fill()
        self.setWidget(inside)

    def _fill(self) -> None:
        column = self._column
        column.addWidget(make_label(self.tr("Reports"), "hero"))
        what = self.tr("What you did, what you remember and what to do next: to keep, or to hand in.")
        column.addWidget(make_label(what, "muted", wrap=True))
        spans = {self.tr("7 days"): WEEK, self.tr("30 days"): MONTH, self.tr("Everything"): EVERYTHING}
        self.span = self._add_choice(self.tr("Days"), spans)
        self.span.chosen.connect(self.span_chosen)
        self._add_name()
        forms = {"PDF": Format.PDF, "HTML": Format.HTML, "CSV": Format.CSV}
        self.form = self._add_choice(self.tr("Format"), forms)
        self.form.chosen.connect(self.format_chosen)
        self.about_form = make_label("", "small", wrap=True)
        column.addWidget(self.about_form)
        column.addSpacing(4 * SPACE)
        self.save_button = make_button(self.tr("Save the report..."), self.save_wanted.emit, role="primary")
        column.addWidget(self.save_button)
        self._add_saved()
        column.addStretch(1)

    def _add_choice(self, name: str, options: Mapping[str, Any]) -> Choice:
        self._column.addSpacing(5 * SPACE)
        self._column.addWidget(make_label(name, "strong"))
        choice = Choice(name, options)
        self._column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        return choice

    def _add_name(self) -> None:
        label = make_label(self.tr("Name on the report"), "strong")
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(label.text())
        self.name.setPlaceholderText(self.tr("No name"))
        self.name.textEdited.connect(lambda _: self._typed.start())
        self._column.addSpacing(5 * SPACE)
        self._column.addWidget(label)
        self._column.addWidget(self.name)

    def _add_saved(self) -> None:
        self.saved = QFrame()
        column = QVBoxLayout(self.saved)
        column.setContentsMargins(0, 2 * SPACE, 0, 0)
        column.setSpacing(2 * SPACE)
        self.saved_label = make_label("", wrap=True)
        self.folder_button = make_button(self.tr("Open the folder"), self.folder_wanted.emit)
        column.addWidget(self.saved_label)
        column.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.saved)
        self.saved.hide()

    def show_values(self, *, days: int, name: str, form: Format) -> None:
        """Marks what is chosen; a name that is being typed is left alone."""
        self.span.show_value(days)
        if self.name.text() != name and not self._typed.isActive():
            self.name.setText(name)
        self.show_format(form)

    def show_format(self, form: Format) -> None:
        """Marks a format, and says what it is for."""
        self.form.show_value(form)
        texts = {
            Format.PDF: self.tr("To print or to hand in. The preview shows its pages."),
            Format.HTML: self.tr("One file for every browser, on small screens too. The preview shows the PDF."),
            Format.CSV: self.tr("All figures as a table for a spreadsheet. The preview shows the PDF."),
        }
        self.about_form.setText(texts[form])

    def show_saving(self) -> None:
        """Lets nobody save twice."""
        self.saved.hide()
        self.save_button.setEnabled(False)

    def show_saved(self, file: str | None) -> None:
        """Says where the report is; None when it could not be saved.

        Args:
            file: its name with its folder.
        """
        self.save_button.setEnabled(True)
        self.saved.setVisible(file is not None)
        if file is None:
            self.save_button.setFocus()
            return
        text = self.tr("Saved as {file}").format(file=file)
        self.saved_label.setText(text)
        self.folder_button.setAccessibleDescription(text)
        self.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
