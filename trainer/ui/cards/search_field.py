"""The search field of the Cards page."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


class SearchField(QLineEdit):
    """A line in which Ctrl+Z takes back letters, and where there are none to take back is left to the page."""

    def forget_letters(self) -> None:
        """Keeps the text, and lets Ctrl+Z pass over what was typed so far: something else was done since."""
        self.blockSignals(True)  # noqa: FBT003  # Qt's own form
        self.setText(self.text())
        self.blockSignals(False)  # noqa: FBT003  # same

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)
