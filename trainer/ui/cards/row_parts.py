"""The parts of the form of a note: boxes for texts, each with a place under it for what is wrong there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_label

_LOW, _MIDDLE, _HIGH = 38, 62, 104
_MIDDLE_FROM, _HIGH_FROM = 45, 180
"""Characters of a text."""


def make_box(text: str, name: str, *, is_low: bool) -> QPlainTextEdit:
    """A box for a text; Tab leaves it.

    Args:
        text: what stands in it.
        name: what it is called.
        is_low: one line does, unless the text is long.
    """
    box = QPlainTextEdit(text)
    box.setTabChangesFocus(True)
    box.setAccessibleName(name)
    height = _LOW if is_low and len(text) < _MIDDLE_FROM else _MIDDLE
    box.setFixedHeight(_HIGH if len(text) >= _HIGH_FROM else height)
    return box


class Place(QWidget):
    """Something to fill in, under its name, with what is wrong with it at its foot.

    Args:
        name: what stands over it.
        filled: the widgets beside each other; the first takes the room.
    """

    def __init__(self, name: QLabel | None, *filled: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = filled[0] if filled else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        if name is not None:
            column.addWidget(name)
            if self.first is not None:
                name.setBuddy(self.first)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for number, part in enumerate(filled):
            row.addWidget(part, int(not number))
        column.addLayout(row)
        self.mistake = make_label("", "mistake", wrap=True)
        self.mistake.hide()
        column.addWidget(self.mistake)

    def tell(self, text: str) -> None:
        """Says what is wrong here; nothing when the text is empty."""
        self.mistake.setText(text)
        self.mistake.setVisible(bool(text))
        if self.first is not None:
            self.first.setAccessibleDescription(text)
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def take_focus(self) -> None:
        """Puts the keyboard here."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
