"""A field for a date."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDateEdit, QWidget
from typing_extensions import override


class DateEdit(QDateEdit):
    """A date to type: a click selects the day, month or year under it, so that digits replace it.

    Qt puts the cursor there only, and then takes no digit, as the section is full.

    Args:
        name: for a screen reader.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("d MMM yyyy")
        self.setAccessibleName(name)
        self.lineEdit().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and not self.lineEdit().hasSelectedText():
            self.setSelectedSection(self.currentSection())
        return super().eventFilter(watched, event)
