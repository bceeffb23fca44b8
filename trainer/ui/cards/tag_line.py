"""A line for tags, separated by commas; each is completed from those that are there."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override


class TagLine(QLineEdit):
    """The line. Down chooses among the completions, Enter takes one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        popup = self._completer.popup()
        assert popup is not None
        popup.setObjectName("completions")
        self._popup = popup
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

    @property
    def tags(self) -> tuple[str, ...]:
        """What stands there: in small letters, a word each, since a query names a tag by one word."""
        return read_tags(self.text())

    def show_tags(self, tags: Sequence[str]) -> None:
        """Shows tags."""
        self.setText(", ".join(tags))
        self.setCursorPosition(0)

    def complete_from(self, known: Sequence[str]) -> None:
        """Offers these tags from now on."""
        self._known.setStringList(list(known))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_end = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if is_end and self._popup.isVisible():
            event.ignore()  # the list takes it
            return
        super().keyPressEvent(event)

    def _offer(self) -> None:
        begun = self.text()[: self.cursorPosition()].rpartition(",")[2].strip()
        self._completer.setCompletionPrefix(begun)
        if begun and self._completer.completionCount() and self._completer.currentCompletion() != begun:
            self._completer.complete()
        else:
            self._popup.hide()

    def _complete(self, tag: str) -> None:
        before, comma, _ = self.text()[: self.cursorPosition()].rpartition(",")
        after = self.text()[self.cursorPosition() :]
        begun = f"{before}{comma}{' ' if comma else ''}{tag}"
        self.setText(begun + after)
        self.setCursorPosition(len(begun))


def read_tags(text: str) -> tuple[str, ...]:
    """The tags in a text, each once: in small letters, with `-` for spaces between words."""
    parts = ("-".join(part.lower().split()) for part in text.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
