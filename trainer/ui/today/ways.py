"""What Today offers beside the day's plan: other kinds of session, and the way back from maintaining or archive."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.study.course_mode import Mode
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label

PRACTICE, EXAM, DIAGNOSTIC = "practice", "exam", "diagnostic"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)


class WaysRow(QWidget):
    """Links to the other kinds of session.

    Signals:
        way_wanted: `practice`, `exam` or `diagnostic`.
    """

    way_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6 * SPACE)
        ways = {
            PRACTICE: _tr("Practise cards of your choice"),
            EXAM: _tr("Mock exam"),
            DIAGNOSTIC: _tr("What I know already"),
        }
        self.buttons = {
            way: make_button(text, lambda way=way: self.way_wanted.emit(way), role="link") for way, text in ways.items()
        }
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)


class DiagnosticOffer(QFrame):
    """Explains the diagnostic to a newcomer.

    Signals:
        wanted: to begin it.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(5 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(make_label(_tr("What I know already"), "strong"))
        told = _tr(
            "Not new to AWS? Twelve minutes of questions, if you like: what you know is not asked for two weeks."
        )
        texts.addWidget(make_label(told, "muted", wrap=True))
        row.addLayout(texts, 1)
        self.button = make_button(_tr("Try"), self.wanted.emit)
        self.button.setAccessibleDescription(_tr("What I know already"))
        row.addWidget(self.button)


class ModeLine(QFrame):
    """Says that the course is maintained or archived, with the way back.

    Signals:
        back_wanted: to learning.
    """

    back_wanted = Signal()

    def __init__(self, mode: Mode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(5 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        told = _tr("You maintain the course: nothing new, only what you learnt comes back.")
        name = _tr("Learn again")
        if mode is Mode.ARCHIVE:
            told = _tr("The course is in the archive: nothing is asked. What you learnt is kept.")
            name = _tr("Take it out")
        row.addWidget(make_label(told, "strong", wrap=True), 1)
        self.back_button = make_button(name, self.back_wanted.emit)
        row.addWidget(self.back_button)
