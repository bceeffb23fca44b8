"""Flags as they are painted: each with its number, since a colour alone says nothing."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from trainer.tokens import FLAG_TOKENS
from trainer.ui.look import Look, text_font

FLAG_SIZE = QSize(24, 18)
"""In px at scale 1."""

_SCALE = 2


def flag_icon(look: Look, flag: int) -> QIcon:
    """A small flag in the colour of its number, with the number beside it."""
    pixmap = QPixmap(FLAG_SIZE * _SCALE)
    pixmap.setDevicePixelRatio(_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = look.color(FLAG_TOKENS[flag - 1])
    _paint_flag(painter, color)
    painter.setPen(color)
    painter.setFont(text_font(13, semibold=True))
    painter.drawText(QRectF(13, 0, 10, FLAG_SIZE.height()), Qt.AlignmentFlag.AlignCenter, str(flag))
    painter.end()
    return QIcon(pixmap)


def _paint_flag(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(QRectF(2, 2, 1.6, 14))
    painter.drawPolygon(
        QPolygonF([QPointF(3.6, 3), QPointF(12.5, 3), QPointF(10, 6.25), QPointF(12.5, 9.5), QPointF(3.6, 9.5)])
    )
