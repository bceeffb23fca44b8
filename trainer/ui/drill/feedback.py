"""The feedback panel: what the last drop did, what is still wrong, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look


class NoteKind(StrEnum):
    """What a note says: told by its symbol and words as well as by its colour."""

    RIGHT = "right"
    WRONG = "wrong"
    PENDING = "pending"
    HINT = "hint"
    PLAIN = "plain"


_GLYPHS = {
    NoteKind.RIGHT: ("check", "success"),
    NoteKind.WRONG: ("exclamation", "error"),
    NoteKind.PENDING: ("pending", "pending"),
    NoteKind.HINT: ("hint", "warning"),
    NoteKind.PLAIN: ("info", "text.muted"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One message.

    Attributes:
        title: what it comes to, in a few words.
        text: the message about this placement.
        why: the reason.
        sources: the facts and the page behind it, a line each; shown on demand.
    """

    kind: NoteKind
    title: str
    text: str
    why: str = ""
    sources: tuple[str, ...] = ()


class NoteCard(QFrame):
    """A note as a card. Cards are kept and filled again, since making widgets costs more than a drop may."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._note: Note | None = None
        self.setProperty("role", "card")
        self._glyph = QLabel(self)
        self._title = make_label("", "strong", wrap=True)
        self._text = make_label("", wrap=True)
        self._why = make_label("", "muted", wrap=True)
        self._toggle = make_button(self.tr("Facts and source"), self._toggle_sources, role="link")
        self._sources = make_label("", "small", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE + 2, 3 * SPACE, 2 * SPACE + 2)
        column.setSpacing(SPACE)
        column.addLayout(head)
        for widget in (self._text, self._why, self._toggle, self._sources):
            column.addWidget(widget)
        look.changed.connect(self._paint_glyph)

    def show_note(self, note: Note) -> None:
        """Fills the card."""
        if note == self._note:
            return
        changed_kind = self._note is None or note.kind is not self._note.kind
        self._note = note
        self._title.setText(note.title)
        self._fill(self._text, note.text)
        self._fill(self._why, note.why)
        self._sources.setText("\n".join(note.sources))
        self._sources.hide()
        self._toggle.setVisible(bool(note.sources))
        self.setAccessibleName(f"{note.title}. {note.text} {note.why}")
        if changed_kind:
            self.setProperty("kind", str(note.kind))
            self.style().unpolish(self)
            self.style().polish(self)
            self._paint_glyph()

    @property
    def sources_button(self) -> QPushButton:
        """The button that shows the facts and the source."""
        return self._toggle

    @staticmethod
    def _fill(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _paint_glyph(self) -> None:
        if self._note is not None:
            glyph, token = _GLYPHS[self._note.kind]
            self._glyph.setPixmap(self._look.glyph(glyph, token, 18))
            self._glyph.setFixedSize(QSize(18, 20))

    def _toggle_sources(self) -> None:
        self._sources.setVisible(self._sources.isHidden())


class FeedbackPanel(QScrollArea):
    """The notes, the newest on top."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[NoteCard] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Feedback"))
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 2 * SPACE, 0)
        self._column.setSpacing(2 * SPACE)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Shows these notes and no others."""
        while len(self._cards) < len(notes):
            card = NoteCard(self._look, self._inside)
            self._column.insertWidget(len(self._cards), card)
            self._cards.append(card)
        for card, note in zip(self._cards, notes, strict=False):
            card.show_note(note)
            card.show()
        for card in self._cards[len(notes) :]:
            card.hide()
        self.verticalScrollBar().setValue(0)

    def notes(self) -> tuple[Note, ...]:
        """What is shown now."""
        return tuple(card._note for card in self._cards if not card.isHidden() and card._note)  # noqa: SLF001
