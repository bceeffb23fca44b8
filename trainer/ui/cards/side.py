"""Beside the table: the selected card with both its sides, how it stands, whose words they are, and what to do."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.learning.card import Card
from trainer.study.course_changes import CourseChange
from trainer.tokens import SPACE
from trainer.ui.cards.difference import DifferenceView
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.card_view import CardView


class CardSide(QStackedWidget):
    """A preview, or what to do when no card can be shown.

    Args:
        look: for the colours.
        sections: titles by id.
        sources: what cards show beside their own words.

    Signals:
        edit_wanted: the selected card's note.
        give_back_wanted: the learner's words are to go, so that the course's stand again.
        drill_wanted: id of the drill in which the card can be done.
        primer_wanted: id of the card's section, whose primer is to be read.
        next_wanted: the next of the cards that the edited note makes.
        date_wanted: why the card comes back when it does.
        fault_wanted: something about the card is wrong.
    """

    edit_wanted = Signal()
    give_back_wanted = Signal()
    drill_wanted = Signal(str)
    primer_wanted = Signal(str)
    next_wanted = Signal()
    date_wanted = Signal()
    fault_wanted = Signal()

    def __init__(
        self,
        look: Look,
        sections: Mapping[str, str],
        sources: CardSources | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The selected card"))
        self.card = CardView(look, sources)
        self.card.make_low(low=True)
        self.card.drill_wanted.connect(self.drill_wanted)
        self.card.primer_wanted.connect(self.primer_wanted)
        self.card.grown.connect(self.card.fit)
        self.standing = make_label("", "strong", wrap=True)
        self.difference = DifferenceView(look, sections)
        self.own = make_label("", "small", wrap=True)
        self.give_back_button = make_button(
            self.tr("Give it back to the course"), self.give_back_wanted.emit, role="link"
        )
        self.edit_button = make_button(self.tr("Edit"), self.edit_wanted.emit)
        self.edit_button.setToolTip(self.tr("F2, or Enter in the table"))
        self.edit_button.setAccessibleName(self.tr("Edit this card"))
        self.next_button = make_button("", self.next_wanted.emit, role="link")
        self.why = make_label("", "small", wrap=True)
        self.date_button = make_button(self.tr("Why this date?"), self.date_wanted.emit, role="link")
        self.fault_button = make_button(self.tr("Report a fault"), self.fault_wanted.emit, role="link")
        self._preview = self._make_preview()
        self._empty = self._make_empty()
        for part in (self._empty, self._preview):
            self.addWidget(part)

    def _make_preview(self) -> QWidget:
        preview = QWidget()
        column = QVBoxLayout(preview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.standing)
        column.addWidget(self.card, 1)
        column.addWidget(self.difference)
        column.addWidget(self.own)
        column.addWidget(self.why)
        row = QHBoxLayout()
        row.setSpacing(4 * SPACE)
        row.addWidget(self.edit_button)
        row.addWidget(self.date_button)
        row.addWidget(self.fault_button)
        row.addWidget(self.next_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.give_back_button, 0, Qt.AlignmentFlag.AlignLeft)
        return preview

    def _make_empty(self) -> QWidget:
        empty = QFrame()
        empty.setProperty("role", "card")
        column = QVBoxLayout(empty)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        column.addStretch(1)
        self._nothing = make_label("", "muted", wrap=True)
        column.addWidget(self._nothing)
        column.addStretch(1)
        return empty

    def show_card(
        self, card: Card, own: str, *, standing: str = "", changes: Sequence[CourseChange] | None = None
    ) -> None:
        """Shows both sides of a card.

        Args:
            card: which.
            own: says which of its fields are the learner's; empty when none is.
            standing: what was decided about it, in sentences.
            changes: what the course has changed under the learner's words; None where it changed nothing.
        """
        self.own.setText(own)
        self.own.setVisible(bool(own))
        self.standing.setText(standing)
        self.standing.setVisible(bool(standing))
        self.difference.setVisible(changes is not None)
        self.difference.show_changes(changes or ())
        self.give_back_button.setVisible(bool(own) and changes is None)
        for button in (self.edit_button, self.date_button, self.fault_button):
            button.show()
        self.show_why("")
        self.next_button.hide()
        self._show(card)

    def show_draft(self, card: Card | None, at: int, count: int) -> None:
        """Shows a card that a note would make, while the note is written.

        Args:
            card: None where it would make none yet.
            at: which of its cards that is, from 0.
            count: how many it makes.
        """
        buttons = (self.give_back_button, self.edit_button, self.date_button, self.fault_button)
        for part in (self.own, self.standing, self.difference, self.why, *buttons):
            part.hide()
        self.next_button.setVisible(count > 1)
        self.next_button.setText(self.tr("Card {at} of {count}: show the next").format(at=at + 1, count=count))
        if card is None:
            self._nothing.setText(self.tr("The card is shown here once it has a question and an answer."))
            self.setCurrentWidget(self._empty)
        else:
            self._show(card)

    def show_why(self, text: str) -> None:
        """Says why the card comes back when it does; nothing where the text is empty."""
        self.why.setText(text)
        self.why.setVisible(bool(text))
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_none(self) -> None:
        """Shows that no card is selected."""
        self._nothing.setText(self.tr("Select a card to see both its sides."))
        self.setCurrentWidget(self._empty)

    def _show(self, card: Card) -> None:
        self.card.show_whole(card)
        self.setCurrentWidget(self._preview)
        QTimer.singleShot(0, self.card, self.card.fit)  # once the texts have taken the width that they get
