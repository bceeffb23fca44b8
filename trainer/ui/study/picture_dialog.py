"""A picture by itself: as large as wanted, to be moved by mouse or arrow keys."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_tool
from trainer.ui.look import Look
from trainer.ui.study.drawing import Drawing

_STEP, _LEAST, _MOST = 1.2, 0.2, 4.0
_SHARE = 0.94
"""Of the window's size."""

_SMALLEST = QSize(480, 360)
_FACTORS = {Qt.Key.Key_Plus.value: _STEP, Qt.Key.Key_Equal.value: _STEP, Qt.Key.Key_Minus.value: 1 / _STEP}


class _Canvas(QWidget):
    """The picture at a scale."""

    def __init__(self, picture: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_at(self, scale: float) -> None:
        """Takes a scale."""
        self.setFixedSize((self._picture.size * scale).toSize())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        self._picture.paint(painter, QRectF(self.rect()))


class PictureDialog(QDialog):
    """A picture with buttons for its size. Plus, minus and 0 do the same, Escape closes.

    Args:
        look: for the colours.
        picture: what is shown.
        told: what it shows, in words.
        parent: the window.
    """

    def __init__(self, look: Look, picture: Drawing, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self._scale = 0.0
        self._held: QPoint | None = None
        self.setWindowTitle(self.tr("Picture"))
        self.setObjectName("page")
        self.canvas = _Canvas(picture)
        self.canvas.setAccessibleName(told)
        self._scroll = QScrollArea()
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setWidget(self.canvas)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addStretch(1)
        for glyph, name, deed in (
            ("zoom-out", self.tr("Smaller (-)"), lambda: self.zoom(1 / _STEP)),
            ("zoom-in", self.tr("Larger (+)"), lambda: self.zoom(_STEP)),
            ("fit", self.tr("Fit into the window (0)"), self.fit),
        ):
            row.addWidget(make_tool(look, glyph, name, deed, self))
        self.close_button = make_button(self.tr("Close"), self.accept)
        self.close_button.setToolTip(self.tr("Esc"))
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.addWidget(self._scroll, 1)
        column.addLayout(row)
        self.setMinimumSize(_SMALLEST)
        self.resize((parent.size() * _SHARE).expandedTo(_SMALLEST))
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    @property
    def scale(self) -> float:
        """The picture's scale now."""
        return self._scale

    def zoom(self, factor: float) -> None:
        """Makes the picture larger or smaller; what is in the middle stays there."""
        before = self._scale
        self._scale = min(max(self._scale * factor, _LEAST), _MOST)
        bars = (self._scroll.horizontalScrollBar(), self._scroll.verticalScrollBar())
        middles = [(bar.value() + bar.pageStep() / 2) * self._scale / before for bar in bars]
        self.canvas.show_at(self._scale)
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle - bar.pageStep() / 2))

    def fit(self) -> None:
        """Makes the picture as large as fits."""
        room, size = self.size() - QSize(8, 18) * SPACE, self._picture.size
        if not size.isEmpty():
            self._scale = min(max(min(room.width() / size.width(), room.height() / size.height()), _LEAST), _MOST)
            self.canvas.show_at(self._scale)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # while it is open, keys are its own and not the page's
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _FACTORS:
            self.zoom(_FACTORS[event.key()])
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Z):
            self.accept()
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.globalPosition().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            at = event.globalPosition().toPoint()
            moved, self._held = at - self._held, at
            for bar, by in (
                (self._scroll.horizontalScrollBar(), moved.x()),
                (self._scroll.verticalScrollBar(), moved.y()),
            ):
                bar.setValue(bar.value() - by)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
