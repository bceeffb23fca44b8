"""The piece that follows the pointer while it is dragged."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QStaticText
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from trainer.cloud.drill import CHIP
from trainer.layout.labels import wrap_name, wrap_statement
from trainer.layout.sizes import TILE_HEIGHT, TILE_WIDTH
from trainer.tokens import RADIUS
from trainer.ui.diagram.items import paint_tile_content, static_text
from trainer.ui.look import Look, measure_text


class DragGhost(QWidget):
    """A picture of the dragged tile; the pointer passes through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._page = parent
        self._service = ""
        self._lines: list[QStaticText] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(int(TILE_WIDTH) + 4, int(TILE_HEIGHT) + 4)
        self.hide()

    def lift(self, service: str, name: str, at: QPoint) -> None:
        """Appears under the pointer (global position)."""
        self._service = service
        wrap = wrap_statement if service == CHIP else wrap_name
        self._lines = [static_text(line) for line in wrap(name, TILE_WIDTH - 8, measure_text)]
        self.follow(at)
        self.raise_()
        self.show()

    def follow(self, at: QPoint) -> None:
        """Goes where the pointer is (global position)."""
        self.move(self._page.mapFromGlobal(at) - self.rect().center())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(2, 2, TILE_WIDTH, TILE_HEIGHT)
        painter.setPen(QPen(self._look.color("focus"), 2.5))
        painter.setBrush(self._look.color("tile.fill"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        paint_tile_content(painter, self._look, rect, self._service, self._lines)
