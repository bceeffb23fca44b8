"""A label that shows the light markup of cards: strong and code runs, paragraphs and lists."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from trainer.learning.markup import Block, parse_markup, plain_text
from trainer.tokens import TEXT_BASE
from trainer.ui.look import Look
from trainer.ui.study.markup_document import Colors, MarkupDocument, TextStyle

_TINT = 0.07
"""How much of the text's colour lies under code. It is no token, since code stands on tinted panels too."""

_CORNER, _DOT = 4, 2.2
_USUAL_WIDTH = 240


class MarkupLabel(QLabel):
    """Text with marks. The text of the label itself is without them: that is what a screen reader is told.

    Args:
        look: for the colours.
        tone: colour token of the text.
        size: of the text, in px at scale 1.
        semibold: for all of it; strong runs are bold then.

    Signals:
        link_wanted: where a link leads that was clicked. Whoever shows a text offers its links by keyboard, too.
    """

    link_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        *,
        tone: str = "text",
        size: int = TEXT_BASE,
        semibold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = self._strong_tone = tone
        self._style = TextStyle(size, semibold)
        self._markup = ""
        self._blocks: Sequence[Block] = ()
        self._document = MarkupDocument(self._style, self)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # without it the label takes its height for width back
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._write)

    @property
    def markup(self) -> str:
        """What is shown, with its marks."""
        return self._markup

    @property
    def written(self) -> str:
        """What stands in the picture, paragraph by paragraph."""
        return self._document.toPlainText()

    def show_markup(self, markup: str, *, strong_tone: str | None = None) -> None:
        """Takes another text, and another colour for its strong runs where one is given."""
        self._markup = markup
        self.show_blocks(parse_markup(markup), strong_tone=strong_tone)
        self.setText(plain_text(markup))

    def show_blocks(self, blocks: Sequence[Block], *, strong_tone: str | None = None) -> None:
        """The same for a text that was read already."""
        self._blocks = blocks
        if strong_tone is not None:
            self._strong_tone = strong_tone
        self.setText(" ".join(block.text for block in blocks))
        self.setMouseTracking(any(run.target for block in blocks for run in block.runs))
        self._write()
        self.updateGeometry()

    def _write(self) -> None:
        """Fills the document; called again when the theme changes."""
        color = self._look.color
        self._document.write(
            self._blocks, Colors(color(self._tone), color(self._strong_tone), color("accent"), color("border.strong"))
        )
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(width)
        return round(self._document.size().height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(_USUAL_WIDTH, self._style.line_height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_USUAL_WIDTH // 2, self._style.line_height)

    def _link_at(self, point: QPointF) -> str:
        return self._document.documentLayout().anchorAt(point)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = Qt.CursorShape.PointingHandCursor if self._link_at(event.position()) else Qt.CursorShape.ArrowCursor
        self.setCursor(over)
        super().mouseMoveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._link_at(event.position()):
            super().mousePressEvent(event)  # a press on a link is taken, or its release would never come

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if target := self._link_at(event.position()):
            self.link_wanted.emit(target)
        else:
            super().mouseReleaseEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._document.setTextWidth(self.width())
        layout = self._document.documentLayout()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tint = QColor(self._look.color("text"))
        tint.setAlphaF(_TINT)
        painter.setBrush(tint)
        for rect in (*self._document.listing_rects(), *self._document.code_rects()):
            painter.drawRoundedRect(rect, _CORNER, _CORNER)
        painter.setBrush(self._look.color(self._tone))
        for spot in self._document.dots():
            painter.drawEllipse(spot, _DOT, _DOT)
        layout.draw(painter, QAbstractTextDocumentLayout.PaintContext())
