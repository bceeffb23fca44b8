"""An SVG or PNG that can be painted at any size."""

from PySide6.QtCore import QByteArray, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Drawing:
    """An SVG or PNG, ready to be painted at any size."""

    def __init__(self, content: QByteArray) -> None:
        self._pixmap = QPixmap()
        self._renderer: QSvgRenderer | None = None
        if content.startsWith(b"\x89PNG"):
            self._pixmap.loadFromData(content)
            self.size = QSizeF(self._pixmap.size())
        else:
            self._renderer = QSvgRenderer(content)
            self.size = QSizeF(self._renderer.defaultSize())

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paints it into a rectangle."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._renderer is not None:
            self._renderer.render(painter, rect)
        else:
            painter.drawPixmap(rect, self._pixmap, QRectF(self._pixmap.rect()))
