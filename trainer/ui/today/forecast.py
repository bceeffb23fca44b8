"""A strip with the cards that come back on the next days."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trainer.tokens import SPACE, TEXT_SMALL
from trainer.ui.look import Look, text_font

_HEIGHT = 88
_BAR, _LINE = 26, 18


class ForecastStrip(QWidget):
    """A bar for each day, its number over it and the weekday under it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: Sequence[tuple[date, int]] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_days(self, days: Sequence[tuple[date, int]]) -> None:
        """Takes the days in order, each with its number of cards."""
        self._days = days
        told = "; ".join(f"{_weekday(day, long=True)}: {count}" for day, count in days)
        self.setAccessibleName(self.tr("Cards that come back: {days}").format(days=told))
        self.setToolTip(told)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(TEXT_SMALL))
        most = max((count for _, count in self._days), default=0)
        step = self.width() / max(1, len(self._days))
        ground = self.height() - _LINE - SPACE
        for number, (day, count) in enumerate(self._days):
            left = number * step
            height = max(2.0, (ground - _LINE - SPACE) * count / most) if count else 2.0
            bar = QRectF(left + (step - _BAR) / 2, ground - height, _BAR, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent" if count else "border"))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(self._look.color("text" if count else "text.muted"))
            over = QRectF(left, bar.top() - _LINE, step, _LINE)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(count) if count else "")
            painter.setPen(self._look.color("text.muted"))
            under = QRectF(left, ground + SPACE, step, _LINE)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, _weekday(day))
        painter.end()


def _weekday(day: date, *, long: bool = False) -> str:
    form = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    return QLocale().dayName(day.isoweekday(), form)
