"""The page of the mock exam: its start, a question, or what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from trainer.ui.exam.question_view import QuestionView
from trainer.ui.exam.result_view import ResultView
from trainer.ui.exam.start_view import StartView
from trainer.ui.look import Look


class ExamPage(QStackedWidget):
    """One of the three views at a time.

    Signals:
        came_up: the page is on screen; `went_away` is not any more.
    """

    came_up = Signal()
    went_away = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = StartView(look)
        self.question = QuestionView(look)
        self.result = ResultView(look)
        for view in (self.start, self.question, self.result):
            self.addWidget(view)

    def announce(self, text: str) -> None:
        """Lets a screen reader say something."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_up.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.went_away.emit()
