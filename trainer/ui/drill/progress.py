"""How much of a drill is placed, as a line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from trainer.ui.look import Look

_WIDTH, _THICKNESS = 180, 6


class ProgressLine(QWidget):
    """A line that fills.

    `QProgressBar` would paint the whole window at once whenever its value changes, and so every drop twice.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_part(self, done: int, total: int) -> None:
        """Shows how many of a number are done."""
        self._part = done / total if total else 0.0
        self.setAccessibleName(f"{self._name}: {done}/{total}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _THICKNESS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for token, part in (("border", 1.0), ("success", self._part)):
            painter.setBrush(self._look.color(token))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * part, _THICKNESS), _THICKNESS / 2, _THICKNESS / 2)
