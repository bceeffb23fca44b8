"""A picture on a card: as wide as the card allows, crisp at any scale, and large in a window of its own on demand."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from trainer.errors import UserError
from trainer.learning.picture import DrillView, FileView
from trainer.tokens import RADIUS, SPACE
from trainer.ui.look import Look, text_font
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.drawing import Drawing

_WORDS_FIRST_MS = 30
_LEAST_HEIGHT = 64
_UNLIMITED = 100_000
_READABLE = 0.62
"""The scale below which names in a diagram cannot be read; the card scrolls rather than have it smaller."""


class PictureView(QAbstractButton):
    """One picture. A click, Enter or Space shows it large.

    Args:
        look: for the colours.
        sources: draws it.

    Signals:
        grown: it needs another height.
    """

    grown = Signal()

    def __init__(self, look: Look, sources: CardSources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sources = sources
        self._view: DrillView | FileView | None = None
        self._drawing: Drawing | None = None
        self._fault = ""
        self._most_height = _UNLIMITED
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Click to enlarge (Z)"))
        self.setAccessibleDescription(self.tr("Enter shows it large"))
        self.clicked.connect(self.enlarge)
        look.changed.connect(self._draw)

    @property
    def drawing(self) -> Drawing | None:
        """What is shown; None before it is drawn, and where it cannot be."""
        return self._drawing

    @property
    def view(self) -> DrillView | FileView | None:
        """What it is of."""
        return self._view

    def show_picture(self, view: DrillView | FileView | None, told: str) -> None:
        """Shows a picture, or none.

        Args:
            view: what it is of.
            told: what it shows, in words.
        """
        self.setAccessibleName(told)
        if view == self._view:
            return
        self._view = view
        if view is None or self._sources.is_quick(view):
            self._draw()
        else:
            self._drawing, self._fault = None, ""
            QTimer.singleShot(_WORDS_FIRST_MS, self, self._draw)

    def limit_height(self, height: int) -> None:
        """Keeps it as low as that, in px, so that what stands beside is seen too; as far as it stays readable."""
        if height != self._most_height:
            self._most_height = height
            self.updateGeometry()
            self.update()

    def enlarge(self) -> None:
        """Shows the picture in a window of its own."""
        from trainer.ui.study.picture_dialog import PictureDialog  # noqa: PLC0415  # few pictures are enlarged

        if self._drawing is not None:
            dialog = PictureDialog(self._look, self._drawing, self.accessibleName(), self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _draw(self) -> None:
        self._drawing, self._fault = None, ""
        if self._view is not None:
            try:
                self._drawing = Drawing(self._sources.draw(self._view))
            except UserError as error:
                self._fault = str(error)
        self.updateGeometry()
        self.update()
        self.grown.emit()

    def _target(self, width: int) -> QRectF:
        """Where it is painted, for a width."""
        assert self._drawing is not None
        size = self._drawing.size
        if size.isEmpty():
            return QRectF(0, 0, 1, 1)
        scale = min(1.0, (width - 2) / size.width(), max(self._most_height / size.height(), _READABLE))
        shown = size * scale
        return QRectF((width - shown.width()) / 2, 1, shown.width(), shown.height())

    @override
    def heightForWidth(self, width: int) -> int:
        return _LEAST_HEIGHT if self._drawing is None else round(self._target(width).height()) + 2

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawing is None:
            painter.setFont(text_font())
            painter.setPen(self._look.color("text.muted"))
            flags = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(self.rect().adjusted(SPACE, SPACE, -SPACE, -SPACE), flags, self._fault or "…")
            return
        target = self._target(self.width())
        self._drawing.paint(painter, target)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = self.hasFocus()
        painter.setPen(QPen(self._look.color("focus" if focused else "border"), 2 if focused else 1))
        painter.drawRoundedRect(target, RADIUS, RADIUS)
