"""How far FSRS's parameters are fitted to the learner, and the buttons to fit them now or go back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.study.fitting import Status
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.settings.rows import make_block
from trainer.ui.settings.words import fitting_words


class FittingCard(QWidget):
    """What is known of the learner's own forgetting.

    Signals:
        fit_wanted: to fit now.
        undo_wanted: to go back to the parameters that were used before.
    """

    fit_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = make_label(self.tr("Your own memory"), "strong")
        meaning = make_label(
            self.tr(
                "Everyone forgets in their own way. Once there are enough answers, the program learns yours from "
                "them, and goes by it if it foretells your latest answers better."
            ),
            "muted",
            wrap=True,
        )
        self.status = make_label("", wrap=True)
        self.fit_button = make_button(self.tr("Fit now"), self.fit_wanted.emit)
        self.undo_button = make_button(self.tr("Go back to before"), self.undo_wanted.emit)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.fit_button)
        row.addWidget(self.undo_button)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(make_block((name, meaning, self.status), buttons))

    def show_status(self, cards: Status, drills: Status, *, busy: bool = False) -> None:
        """Says how far it is.

        Args:
            cards: of the cards.
            drills: of skills and drills.
            busy: whether it is being fitted just now.
        """
        before = self.status.text()
        self.status.setText(self.tr("Fitting to your answers...") if busy else fitting_words(cards, drills))
        had_keyboard = self.fit_button.hasFocus() or self.undo_button.hasFocus()
        self.fit_button.setEnabled(not busy and not cards.missing)
        self.fit_button.setAccessibleDescription(self.status.text())
        self.undo_button.setVisible(cards.choice is not None or drills.choice is not None)
        self.undo_button.setEnabled(not busy)
        if had_keyboard and self.fit_button.isEnabled():
            self.fit_button.setFocus()
        if before and before != self.status.text() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.status.text()))
