"""Beside the table: the selected card with both its sides, whose words they are, and the way to edit it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.learning.card import Card
from trainer.tokens import SPACE
from trainer.ui.cards.editor import NoteEditor
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.card_view import CardView


class CardSide(QStackedWidget):
    """A preview, the editor in its place, or what to do when no card is selected.

    Args:
        look: for the colours.
        sources: what cards show beside their own words.

    Signals:
        edit_wanted: the selected card's note.
        give_back_wanted: the learner's words are to go, so that the course's stand again.
        drill_wanted: id of the drill in which the card can be done.
    """

    edit_wanted = Signal()
    give_back_wanted = Signal()
    drill_wanted = Signal(str)

    def __init__(self, look: Look, sources: CardSources | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The selected card"))
        self.card = CardView(look, sources)
        self.card.make_low(low=True)
        self.card.drill_wanted.connect(self.drill_wanted)
        self.card.grown.connect(self.card.fit)
        self.editor = NoteEditor()
        self.own = make_label("", "small", wrap=True)
        self.give_back_button = make_button(
            self.tr("Give it back to the course"), self.give_back_wanted.emit, role="link"
        )
        self.edit_button = make_button(self.tr("Edit"), self.edit_wanted.emit)
        self.edit_button.setToolTip(self.tr("F2, or Enter in the table"))
        self.edit_button.setAccessibleName(self.tr("Edit this card"))
        self._preview = self._make_preview()
        self._empty = self._make_empty()
        for part in (self._empty, self._preview, self.editor):
            self.addWidget(part)

    def _make_preview(self) -> QWidget:
        preview = QWidget()
        column = QVBoxLayout(preview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.card, 1)
        column.addWidget(self.own)
        row = QHBoxLayout()
        row.setSpacing(4 * SPACE)
        row.addWidget(self.edit_button)
        row.addWidget(self.give_back_button)
        row.addStretch(1)
        column.addLayout(row)
        return preview

    def _make_empty(self) -> QWidget:
        empty = QFrame()
        empty.setProperty("role", "card")
        column = QVBoxLayout(empty)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        column.addStretch(1)
        column.addWidget(make_label(self.tr("Select a card to see both its sides."), "muted", wrap=True))
        column.addStretch(1)
        return empty

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self.currentWidget() is self.editor

    def show_card(self, card: Card, own: str) -> None:
        """Shows both sides of a card.

        Args:
            card: which.
            own: says which of its fields are the learner's; empty when none is.
        """
        self.card.show_whole(card)
        self.own.setText(own)
        self.own.setVisible(bool(own))
        self.give_back_button.setVisible(bool(own))
        self.setCurrentWidget(self._preview)
        QTimer.singleShot(0, self.card, self.card.fit)  # once the texts have taken the width that they get

    def show_none(self) -> None:
        """Shows that no card is selected."""
        self.setCurrentWidget(self._empty)

    def show_editor(self) -> None:
        """Shows the editor."""
        self.setCurrentWidget(self.editor)
