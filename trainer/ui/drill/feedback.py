"""The feedback panel: what the last drop did, what is still wrong, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from trainer.tokens import RADIUS_LARGE, SPACE, TEXT_BASE, TEXT_SMALL
from trainer.ui.look import Look, text_font

_GLYPH = 18
_PAD = 3 * SPACE


class NoteKind(StrEnum):
    """What a note says: told by its symbol and words as well as by its colour."""

    RIGHT = "right"
    WRONG = "wrong"
    PENDING = "pending"
    HINT = "hint"
    PLAIN = "plain"


_LOOKS = {
    NoteKind.RIGHT: ("check", "success", "success.tint"),
    NoteKind.WRONG: ("exclamation", "error", "error.tint"),
    NoteKind.PENDING: ("pending", "pending", "pending.tint"),
    NoteKind.HINT: ("hint", "warning", "warning.tint"),
    NoteKind.PLAIN: ("info", "border", "raised"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One message.

    Attributes:
        title: what it comes to, in a few words.
        text: the message about this placement.
        why: the reason.
        sources: the facts and the page behind it, a line each; shown on demand.
        section: whose primer explains it, by its id; empty where there is none.
    """

    kind: NoteKind
    title: str
    text: str
    why: str = ""
    sources: tuple[str, ...] = ()
    section: str = ""

    @property
    def has_more(self) -> bool:
        """Whether there is something to show on demand."""
        return bool(self.sources or self.section)


@dataclass(frozen=True, slots=True)
class _Block:
    """A wrapped text with its place in the card."""

    rect: QRect
    text: str
    font: QFont
    token: str


_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class NoteCard(QWidget):
    """A note as a card; a click or Enter shows and hides its facts and source, and with them the way to report a fault.

    Signals:
        fault_wanted: something in the note is wrong.
        primer_wanted: what the section behind it is about.

    It paints its texts itself: labels in a layout with a style sheet took more than half of a drop's frame.
    """

    fault_wanted = Signal()
    primer_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._note: Note | None = None
        self._open = False
        self._fault_at = self._primer_at = QRect()
        self._blocks: list[_Block] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    @property
    def note(self) -> Note | None:
        """What the card shows."""
        return self._note

    def show_note(self, note: Note) -> None:
        """Takes another note, closed."""
        if note != self._note:
            self._note, self._open = note, False
            self.setAccessibleName(f"{note.title}. {note.text} {note.why}".strip())
            keys = self.tr("Enter shows facts and source, R reports a fault")
            if note.section:
                keys = self.tr("Enter shows facts and source, P opens the primer, R reports a fault")
            self.setAccessibleDescription(keys if note.has_more else "")
            self.setCursor(Qt.CursorShape.PointingHandCursor if note.has_more else Qt.CursorShape.ArrowCursor)

    def arrange(self, width: int) -> int:
        """Breaks the texts for a width; returns the height that they take."""
        note = self._note
        assert note is not None
        self._blocks = []
        bottom = 2 * SPACE + 2
        indent = _GLYPH + 2 * SPACE
        bottom = self._add(note.title, text_font(semibold=True), "text", bottom, width, indent=indent)
        bottom = self._add(note.text, text_font(), "text", bottom, width)
        bottom = self._add(note.why, text_font(), "text.muted", bottom, width)
        if note.has_more:
            text = self.tr("Hide facts and source") if self._open else self.tr("Facts and source")
            if not note.sources:
                text = self.tr("Less") if self._open else self.tr("More")
            bottom = self._add(text, text_font(semibold=True), "accent", bottom, width)
        if self._open:
            for line in note.sources:
                bottom = self._add(line, text_font(TEXT_SMALL), "text.muted", bottom, width)
            self._primer_at = QRect()
            if note.section:
                bottom = self._add(self.tr("Read the primer (P)"), text_font(TEXT_SMALL), "accent", bottom, width)
                self._primer_at = self._blocks[-1].rect
            bottom = self._add(self.tr("Report a fault (R)"), text_font(TEXT_SMALL), "accent", bottom, width)
            self._fault_at = self._blocks[-1].rect
        return bottom + SPACE + 2

    def _add(self, text: str, font: QFont, token: str, top: int, width: int, *, indent: int = 0) -> int:
        if not text:
            return top
        left = _PAD + indent
        room = QRect(left, top, width - left - _PAD, 10_000)
        rect = QFontMetrics(font).boundingRect(room, _FLAGS, text)
        self._blocks.append(_Block(QRect(left, top, room.width(), rect.height()), text, font, token))
        return top + rect.height() + SPACE

    def toggle(self) -> None:
        """Shows or hides the facts and the source."""
        if self._note is not None and self._note.has_more:
            self._open = not self._open
            panel = self.parentWidget()
            assert isinstance(panel, _Stack)
            panel.arrange()
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        if self._open and self._fault_at.contains(at):
            self.fault_wanted.emit()
        elif self._open and self._primer_at.contains(at):
            self.primer_wanted.emit()
        else:
            self.toggle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle()
        elif event.key() == Qt.Key.Key_R and self._note is not None and self._note.has_more:
            self.fault_wanted.emit()
        elif event.key() == Qt.Key.Key_P and self._note is not None and self._note.section:
            self.primer_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._note is None:
            return
        glyph, stroke, fill = _LOOKS[self._note.kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(self._look.color("focus" if self.hasFocus() else stroke), width))
        painter.setBrush(self._look.color(fill))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS_LARGE, RADIUS_LARGE)
        tone = "text.muted" if self._note.kind is NoteKind.PLAIN else stroke
        painter.drawPixmap(QPointF(_PAD, 2 * SPACE + 3), self._look.glyph(glyph, tone, _GLYPH))
        for block in self._blocks:
            painter.setFont(block.font)
            painter.setPen(self._look.color(block.token))
            painter.drawText(block.rect, _FLAGS, block.text)


class _Stack(QWidget):
    """The cards, one below the other.

    Signals:
        fault_wanted: the `Note` in which something is wrong.
        primer_wanted: a section's id.
    """

    fault_wanted = Signal(object)
    primer_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[NoteCard] = []
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Shows these notes; cards are kept and filled again."""
        while len(self._cards) < len(notes):
            card = NoteCard(self._look, self)
            card.fault_wanted.connect(lambda card=card: self.fault_wanted.emit(card.note))
            card.primer_wanted.connect(lambda card=card: card.note and self.primer_wanted.emit(card.note.section))
            self._cards.append(card)
        for card, note in zip(self._cards, notes, strict=False):
            card.show_note(note)
        for card in self._cards[len(notes) :]:
            card.hide()
        self._shown = len(notes)
        self.arrange()

    def notes(self) -> tuple[Note, ...]:
        """What is shown now."""
        return tuple(card.note for card in self._cards[: self._shown] if card.note is not None)

    def cards(self) -> tuple[NoteCard, ...]:
        """The cards in use."""
        return tuple(self._cards[: self._shown])

    def arrange(self) -> None:
        """Puts every card in its place."""
        top = 0
        for card in self.cards():
            height = card.arrange(self.width())
            card.setGeometry(0, top, self.width(), height)
            card.update()
            card.show()
            top += height + 2 * SPACE
        self.setFixedHeight(top)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()


class FeedbackPanel(QScrollArea):
    """The notes, the newest on top.

    Signals:
        fault_wanted: the `Note` in which something is wrong.
        primer_wanted: a section's id.
    """

    fault_wanted = Signal(object)
    primer_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Feedback"))
        self._stack = _Stack(look, self)
        self._stack.fault_wanted.connect(self.fault_wanted)
        self._stack.primer_wanted.connect(self.primer_wanted)
        self.setWidget(self._stack)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Shows these notes and no others."""
        self._stack.show_notes(notes)
        self.verticalScrollBar().setValue(0)

    def notes(self) -> tuple[Note, ...]:
        """What is shown now."""
        return self._stack.notes()

    def cards(self) -> tuple[NoteCard, ...]:
        """The cards in use, the newest first."""
        return self._stack.cards()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, 10 * TEXT_BASE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar().sizeHint().width()
        self._stack.resize(self.width() - bar - SPACE // 2, self._stack.height())
