"""The light markup of cards as a document of formats: never as HTML, so nothing in a card has to be escaped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from trainer.learning.markup import Block, BlockKind, Run
from trainer.ui.look import text_font

_LINE = 1.45
"""Height of a line, in text sizes."""

_GAP = 0.55
"""Between paragraphs, in text sizes; half of it between the points of a list."""

_CODE_SIZE = 0.88
"""Mono faces are large for their size beside the text face."""

_ASCENT, _DESCENT = 0.88, 0.34
"""How far the ground of code goes over and under the line of writing, in text sizes."""

_RIM = "\N{NO-BREAK SPACE}"
"""Stands at both ends of code, so that its ground reaches over it."""

_KEPT_WHOLE = str.maketrans({"-": "\N{NON-BREAKING HYPHEN}", " ": "\N{NO-BREAK SPACE}", "/": "/\N{WORD JOINER}"})
"""Names such as `eu-west-1` and `/16` are one word; a line that broke inside would read like a hyphenated one."""

_LONGEST_WHOLE = 40
"""Characters; longer code has to break somewhere."""

_INDENT, _HALF_LETTER = 22, 0.25
"""Points: how far they stand in, in px, and how high their dots are above the line of writing, in text sizes."""


_FRAMED = (BlockKind.TABLE, BlockKind.CODE)

_CODE_PAD, _CELL_PAD = 9, 6
"""Around a block of code and in the cells of a table, in px."""


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of a text: its own, of strong runs, of links, and of the lines of tables."""

    text: QColor
    strong: QColor
    link: QColor
    line: QColor


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text looks.

    Attributes:
        size: in px at scale 1.
        semibold: for all of it; strong runs are bold then.
    """

    size: int
    semibold: bool = False

    @property
    def line_height(self) -> int:
        """In px at scale 1."""
        return round(_LINE * self.size)

    def font_of(self, run: Run) -> QFont:
        """The font of a run."""
        font = text_font(self.size, semibold=self.semibold or run.strong)
        if run.strong and self.semibold:
            font.setWeight(QFont.Weight.Bold)
        if run.code:
            font.setFamily(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
            font.setPixelSize(round(self.size * _CODE_SIZE))
            font.setWeight(QFont.Weight.Medium if self.semibold or run.strong else QFont.Weight.Normal)
        return font


class MarkupDocument(QTextDocument):
    """A marked text, laid out for the width that it is given by `setTextWidth`."""

    def __init__(self, style: TextStyle, parent: QObject) -> None:
        super().__init__(parent)
        self._style = style
        self._codes: list[tuple[int, int]] = []
        self._points: list[int] = []
        self._listings: list[QTextFrame] = []
        self.setDocumentMargin(0)
        wrapping = QTextOption()
        wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(wrapping)

    def write(self, blocks: Sequence[Block], colors: Colors) -> None:
        """Takes another text, or the same in other colours."""
        self.clear()
        self._codes.clear()
        self._points.clear()
        self._listings.clear()
        cursor = QTextCursor(self)
        before: Block | None = None
        for block in blocks:
            if block.kind is BlockKind.TABLE:
                self._insert_table(cursor, block, before, colors)
            elif block.kind is BlockKind.CODE:
                self._insert_listing(cursor, block, before, colors)
            else:
                self._insert_text(cursor, block, before, colors)
            before = block

    def _insert_text(self, cursor: QTextCursor, block: Block, before: Block | None, colors: Colors) -> None:
        """Adds a paragraph or a point; a picture, which stands in no running text, by what it shows."""
        if before is not None and before.kind not in _FRAMED:
            cursor.insertBlock()  # behind a frame there is an empty one already
        cursor.setBlockFormat(self._shape(block, before))
        if block.is_point:
            self._points.append(cursor.position())
        for run in block.runs:
            self._insert(cursor, run, colors)

    def _insert_table(self, cursor: QTextCursor, block: Block, before: Block | None, colors: Colors) -> None:
        shape = QTextTableFormat()
        shape.setBorder(1)
        shape.setBorderCollapse(True)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(colors.line)
        shape.setCellPadding(_CELL_PAD)
        shape.setCellSpacing(0)
        shape.setHeaderRowCount(1)
        shape.setTopMargin(_GAP * self._style.size if before is not None else 0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = cursor.insertTable(len(block.rows), len(block.rows[0]), shape)
        for number, row in enumerate(block.rows):
            for column, cell in enumerate(row):
                inside = table.cellAt(number, column).firstCursorPosition()
                inside.setBlockFormat(self._shape(block, None))
                for run in cell:
                    strong = run.strong or number == 0
                    self._insert(inside, Run(run.text, strong, run.code, run.target), colors)
        self._leave(cursor)

    def _insert_listing(self, cursor: QTextCursor, block: Block, before: Block | None, colors: Colors) -> None:
        """Adds code, whose ground `listing_rects` tells."""
        shape = QTextFrameFormat()
        shape.setPadding(_CODE_PAD)
        shape.setTopMargin(_GAP * self._style.size if before is not None else 0)
        frame = cursor.insertFrame(shape)
        self._listings.append(frame)
        inside = frame.firstCursorPosition()
        written = QTextCharFormat()
        written.setFont(self._style.font_of(Run("", code=True)))
        written.setForeground(colors.text)
        for number, line in enumerate(block.text.split("\n")):
            if number:
                inside.insertBlock()
            inside.setBlockFormat(self._shape(block, None))
            inside.insertText(line, written)
        self._leave(cursor)

    def _leave(self, cursor: QTextCursor) -> None:
        """Goes behind a frame, where Qt keeps an empty paragraph; it takes no room until something is written."""
        cursor.movePosition(QTextCursor.MoveOperation.End)
        shape = QTextBlockFormat()
        shape.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(shape)

    def _shape(self, block: Block, before: Block | None) -> QTextBlockFormat:
        shape = QTextBlockFormat()
        shape.setLineHeight(self._style.line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setLeftMargin(_INDENT if block.is_point else 0)
        if before is not None:
            gap = _GAP / 2 if block.is_point and before.is_point else _GAP
            shape.setTopMargin(gap * self._style.size)
        return shape

    def _insert(self, cursor: QTextCursor, run: Run, colors: Colors) -> None:
        shape = QTextCharFormat()
        shape.setFont(self._style.font_of(run))
        shape.setForeground(colors.strong if run.strong else colors.text)
        if run.target:
            shape.setAnchor(True)
            shape.setAnchorHref(run.target)
            shape.setFontUnderline(True)
            shape.setForeground(colors.link)
        if not run.code:
            cursor.insertText(run.text, shape)
            return
        rim = QTextCharFormat()
        rim.setFont(text_font(self._style.size))
        start = cursor.position()
        cursor.insertText(_RIM, rim)
        whole = len(run.text) <= _LONGEST_WHOLE
        cursor.insertText(run.text.translate(_KEPT_WHOLE) if whole else run.text, shape)
        cursor.insertText(_RIM, rim)
        self._codes.append((start, cursor.position()))

    def code_rects(self) -> Iterator[QRectF]:
        """Where code stands, line by line."""
        for start, end in self._codes:
            block = self.findBlock(start)
            layout = block.layout()
            at = self.documentLayout().blockBoundingRect(block).topLeft()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = (_x(line.cursorToX(place)) for place in (first, last))
                    top = at.y() + line.y() + line.ascent() - _ASCENT * self._style.size
                    height = (_ASCENT + _DESCENT) * self._style.size
                    yield QRectF(at.x() + left, top, right - left, height)

    def listing_rects(self) -> Iterator[QRectF]:
        """Where blocks of code stand."""
        for frame in self._listings:
            rect = self.documentLayout().frameBoundingRect(frame)
            yield rect.adjusted(0, frame.frameFormat().topMargin(), 0, 0)

    def dots(self) -> Iterator[QPointF]:
        """The middle of the dot of each point of a list."""
        for start in self._points:
            layout = self.findBlock(start).layout()
            line = layout.lineAt(0)
            base = layout.position().y() + line.y() + line.ascent()
            yield QPointF(_INDENT * 0.4, base - _HALF_LETTER * self._style.size)


def _x(found: object) -> float:
    """The position of a cursor in a line; PySide6 gives the cursor along with it."""
    return found[0] if isinstance(found, tuple) else found  # type: ignore[return-value]  # typed as a float
