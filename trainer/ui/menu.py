"""A menu of values with its own arrow: a style sheet takes Qt's away."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QWidget
from typing_extensions import override

_OPENING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_FROM_RIGHT, _HALF_WIDTH, _HALF_HEIGHT = 16, 4, 2
_MOST_LINES = 16


class Menu(QComboBox):
    """Shows what is chosen, and a list to choose from.

    The wheel scrolls the page, and keys open the list: nothing is chosen on the way to something else.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_MOST_LINES)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _OPENING:
            self.showPopup()
        elif e.text().strip():
            e.ignore()
        else:
            super().keyPressEvent(e)

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = option.currentText.strip()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.palette().text().color()
        if not self.isEnabled():
            color.setAlphaF(0.5)
        painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        x, y = self.width() - _FROM_RIGHT, self.height() / 2
        points = (QPointF(x - _HALF_WIDTH, y - _HALF_HEIGHT), QPointF(x, y + _HALF_HEIGHT))
        painter.drawPolyline(QPolygonF([*points, QPointF(x + _HALF_WIDTH, y - _HALF_HEIGHT)]))
