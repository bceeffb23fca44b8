"""A thin bar: how much of the day's minutes was used."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trainer.tokens import SPACE
from trainer.ui.look import Look

_HEIGHT = 6


class BudgetBar(QWidget):
    """Fills from the left; the words beside it say the same."""

    def __init__(self, look: Look, spent: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._spent = min(1.0, spent)
        self.setFixedHeight(_HEIGHT + SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), _HEIGHT)
        painter.setBrush(self._look.color("border"))
        painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        if self._spent > 0:
            whole.setWidth(max(_HEIGHT, self.width() * self._spent))
            painter.setBrush(self._look.color("accent"))
            painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        painter.end()
