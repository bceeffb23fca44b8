"""A strip with the minutes of the next fourteen days, and the line of the budget."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trainer.study.planning.ahead import Ahead
from trainer.tokens import SPACE, TEXT_SMALL
from trainer.ui.look import Look, text_font

_HEIGHT = 116
_BAR, _LINE = 24, 18


class ForecastStrip(QWidget):
    """A bar for each day: what comes back is filled, what is new stands hollow on it; the weekday is under it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: Sequence[tuple[date, Ahead]] = ()
        self._budget = 0
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_days(self, days: Sequence[tuple[date, Ahead]], budget: int) -> None:
        """Takes the days in order, each with its minutes, and the minutes that are wanted a day."""
        self._days, self._budget = days, budget
        told = "; ".join(f"{_weekday(day, long=True)}: {round(one.due + one.new)}" for day, one in days)
        self.setAccessibleName(self.tr("Minutes on the next days: {days}").format(days=told))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(TEXT_SMALL))
        ground = self.height() - _LINE - SPACE
        most = max([self._budget, *(one.due + one.new for _, one in self._days)], default=1)
        scale = (ground - _LINE - SPACE) / max(1, most)
        line = ground - self._budget * scale
        painter.setPen(QPen(self._look.color("text.muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, line), QPointF(self.width(), line))
        step = self.width() / max(1, len(self._days))
        for number, (day, one) in enumerate(self._days):
            self._paint_day(painter, QRectF(number * step, 0, step, ground), one, scale)
            painter.setPen(self._look.color("text.muted"))
            under = QRectF(number * step, ground + SPACE, step, _LINE)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, _weekday(day))
        painter.end()

    def _paint_day(self, painter: QPainter, place: QRectF, one: Ahead, scale: float) -> None:
        left, ground = place.center().x() - _BAR / 2, place.bottom()
        due, new = one.due * scale, one.new * scale
        accent = self._look.color("accent")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent if due > 1 else self._look.color("border"))
        painter.drawRect(QRectF(left, ground - max(2.0, due), _BAR, max(2.0, due)))
        top = ground - max(2.0, due)
        if new > 1:
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(self._look.color("raised"))
            painter.drawRect(QRectF(left + 0.75, top - new, _BAR - 1.5, new))
            top -= new
        minutes = round(one.due + one.new)
        if minutes:
            self._paint_number(painter, QRectF(place.left(), top - _LINE, place.width(), _LINE), str(minutes))

    def _paint_number(self, painter: QPainter, place: QRectF, text: str) -> None:
        """A number on a ground of its own, so that the line of the budget does not run through it."""
        width = painter.fontMetrics().horizontalAdvance(text) + SPACE
        painter.fillRect(QRectF(place.center().x() - width / 2, place.top(), width, place.height() - 1),
                         self._look.color("raised"))  # fmt: skip
        painter.setPen(self._look.color("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _weekday(day: date, *, long: bool = False) -> str:
    form = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    return QLocale().dayName(day.isoweekday(), form)
