"""The texts of a note, to be edited in place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from trainer.study.note_editing import TextField
from trainer.tokens import SPACE
from trainer.ui.cards.words import field_words
from trainer.ui.labels import make_button, make_label

_LINES_LOW, _LINES_HIGH = 62, 104
_LONG = 90


class NoteEditor(QFrame):
    """A box for each text. Tab goes from one to the next, Ctrl+Enter saves, Escape leaves everything as it was.

    Signals:
        saved: the texts by key.
        cancelled: nothing is to be changed.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.boxes: dict[str, QPlainTextEdit] = {}
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mistake = make_label("", "small", wrap=True)
        self.mistake.hide()
        self.save_button = make_button(self.tr("Save"), self._save, role="primary")
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel_button = make_button(self.tr("Cancel"), self.cancelled.emit)
        self.cancel_button.setToolTip(self.tr("Esc"))
        hint = make_label(
            self.tr("**strong**, `code`, “- ” before the points of a list, and | between the columns of a table."),
            "small",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(make_label(self.tr("Your own words"), "large"))
        column.addWidget(hint)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.mistake)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        column.addLayout(row)
        for keys, deed in (("Ctrl+Return", self._save), ("Ctrl+Enter", self._save), ("Esc", self.cancelled.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def show_fields(self, fields: Sequence[TextField]) -> None:
        """Shows these texts, with the keyboard in the first."""
        inside = QWidget()
        inside.setObjectName("fields")
        column = QVBoxLayout(inside)
        column.setContentsMargins(1, 0, 2 * SPACE, 0)
        column.setSpacing(SPACE)
        self.boxes = {}
        for field in fields:
            name = field_words(field.key)
            told = self.tr("{name} (yours)").format(name=name) if field.is_own else name
            box = QPlainTextEdit(field.text)
            box.setTabChangesFocus(True)
            box.setAccessibleName(told)
            box.setFixedHeight(_LINES_HIGH if len(field.text) > _LONG else _LINES_LOW)
            label = make_label(told, "heading")
            label.setBuddy(box)
            column.addWidget(label)
            column.addWidget(box)
            self.boxes[field.key] = box
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self.mistake.hide()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> Mapping[str, str]:
        """What stands in the boxes, by key."""
        return {key: box.toPlainText() for key, box in self.boxes.items()}

    def tell_mistake(self, text: str) -> None:
        """Says why nothing was saved."""
        self.mistake.setText(text)
        self.mistake.show()

    def _save(self) -> None:
        self.saved.emit(self.texts())
