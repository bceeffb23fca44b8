"""When a day begins, and on which weekdays the learner wants less to do."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget
from typing_extensions import override

from trainer.learning.balancing import DAYS_A_WEEK, Ease
from trainer.learning.study_day import HOURS_A_DAY
from trainer.tokens import SPACE
from trainer.ui.labels import make_label

_COLUMNS = 4


class CalmBox(QComboBox):
    """A box that lets the wheel scroll the page, instead of changing what is set on the way."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class HourChoice(CalmBox):
    """The local hour at which a new day begins.

    Signals:
        chosen: the hour, 0 to 23.
    """

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        for hour in range(HOURS_A_DAY):
            self.addItem(QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat), hour)
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def show_hour(self, hour: int) -> None:
        """Marks the hour that is set."""
        self.setCurrentIndex(hour)


class WeekChoice(QWidget):
    """What is wanted on each weekday.

    Signals:
        chosen: seven names of `Ease`, Monday first.
    """

    chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {Ease.NORMAL: self.tr("As usual"), Ease.FEWER: self.tr("Half"), Ease.NONE: self.tr("None")}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(SPACE)
        self.days: list[CalmBox] = []
        for number in range(DAYS_A_WEEK):
            weekday = QLocale().dayName(number + 1)
            box = CalmBox(weekday, self)
            for ease, name in names.items():
                box.addItem(name, str(ease))
            box.activated.connect(lambda _: self._choose())
            row, column = divmod(number, _COLUMNS)
            grid.addWidget(make_label(weekday, "small", parent=self), 2 * row, column)
            grid.addWidget(box, 2 * row + 1, column)
            self.days.append(box)
        self._shown: Sequence[Ease] = ()

    def show_week(self, week: Sequence[Ease]) -> None:
        """Marks what is set."""
        self._shown = week
        for box, ease in zip(self.days, week, strict=True):
            box.setCurrentIndex(box.findData(str(ease)))

    def _choose(self) -> None:
        week = [str(box.currentData()) for box in self.days]
        if set(week) == {str(Ease.NONE)}:  # cards have to come back on some day
            self.show_week(self._shown)
            return
        self._shown = tuple(Ease(name) for name in week)
        self.chosen.emit(week)
