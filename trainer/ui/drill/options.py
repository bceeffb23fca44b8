"""The menu of a drill: its level, when it judges, and pictures of it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from trainer.cloud.drill import Feedback
from trainer.ui.look import Look

ENDINGS = ("svg", "png", "pdf", "dot")


class DrillOptions(QToolButton):
    """A button that says the level, with the menu below it.

    Signals:
        level_wanted: a new attempt at this level.
        feedback_wanted: a `Feedback`.
        export_wanted: the ending of a picture's file name.
    """

    level_wanted = Signal(int)
    feedback_wanted = Signal(object)
    export_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Level, feedback, pictures"))
        self.setAccessibleName(self.toolTip())
        self.levels = (
            self.tr("Watch: solved step by step"),
            self.tr("Complete: half is in place"),
            self.tr("Build: from nothing"),
            self.tr("Transfer: in other words, judged on Check"),
        )
        self._short = (self.tr("Watch"), self.tr("Complete"), self.tr("Build"), self.tr("Transfer"))
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Level, feedback, pictures"))
        menu.addSection(self.tr("New attempt"))
        self._levels = self._group(menu, enumerate(self.levels), self.level_wanted)
        menu.addSection(self.tr("New attempt, judged"))
        moments = ((Feedback.DROP, self.tr("At each drop")), (Feedback.CHECK, self.tr("On Check, as a whole")))
        self._moments = self._group(menu, moments, self.feedback_wanted)
        menu.addSection(self.tr("Save the picture"))
        for ending in ENDINGS:
            action = menu.addAction(ending.upper())
            action.triggered.connect(lambda _=False, ending=ending: self.export_wanted.emit(ending))
        self.setMenu(menu)

    def _group(self, menu: QMenu, rows, signal) -> dict[object, QAction]:  # noqa: ANN001  # pairs, and a bound signal
        group = QActionGroup(menu)
        found: dict[object, QAction] = {}
        for value, text in rows:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, value=value: signal.emit(value))
            group.addAction(action)
            found[value] = action
        return found

    def show_state(self, level: int, feedback: Feedback) -> None:
        """Marks what holds for this attempt."""
        self._levels[level].setChecked(True)
        self._moments[feedback].setChecked(True)
        text = self.tr("Level: {level}").format(level=self._short[level])
        self.setText(text)
        self.setAccessibleName(text)
