"""What the learner does on a card before it is checked: the base of the line to type in and its likes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer.learning.card import Card


class Response(QWidget):
    """Takes an answer under the question, and shows what came of it.

    Signals:
        changed: something was typed, chosen or moved.
        grown: it needs another height.
        entered: the part that keys went to.
    """

    changed = Signal()
    grown = Signal()
    entered = Signal(object)

    is_open = False
    """Whether it still takes an answer."""

    @property
    def given(self) -> object:
        """The answer as it is now."""
        raise NotImplementedError

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to check."""
        return True

    def show_card(self, card: Card) -> None:
        """Takes the answer to a card, from nothing."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forgets the card and what was answered."""
        raise NotImplementedError

    def pick_at(self, place: int) -> bool:
        """Picks what stands at a place, from 0; False where there is nothing to pick."""
        del place
        return False

    def take_focus(self) -> None:
        """Puts the keyboard where the answer begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
