"""A label that shows the light markup of cards: strong and code runs, paragraphs and lists."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from trainer.learning.markup import plain_text
from trainer.tokens import TEXT_BASE
from trainer.ui.look import Look
from trainer.ui.study.markup_document import MarkupDocument, TextStyle

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
    """

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
        if strong_tone is not None:
            self._strong_tone = strong_tone
        self.setText(plain_text(markup))
        self._write()
        self.updateGeometry()

    def _write(self) -> None:
        """Fills the document; called again when the theme changes."""
        self._document.write(self._markup, self._look.color(self._tone), self._look.color(self._strong_tone))
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
        for rect in self._document.code_rects():
            painter.drawRoundedRect(rect, _CORNER, _CORNER)
        painter.setBrush(self._look.color(self._tone))
        for spot in self._document.dots():
            painter.drawEllipse(spot, _DOT, _DOT)
        layout.draw(painter, QAbstractTextDocumentLayout.PaintContext())
