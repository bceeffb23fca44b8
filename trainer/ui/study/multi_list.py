"""The options of a multi card: several are picked by click, letter, number, or arrows and Space, then checked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.card import Card
from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.study.options import LETTERS, STEPS, OptionButton
from trainer.ui.study.response import Response


class MultiList(Response):
    """How many to choose, and the options below each other.

    Args:
        look: for the colours.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[OptionButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.wanted = make_label("", "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE + 2)
        self._column.addWidget(self.wanted)

    @property
    def buttons(self) -> tuple[OptionButton, ...]:
        """The options as they stand."""
        return tuple(self._buttons)

    @property
    @override
    def given(self) -> tuple[int, ...]:
        """The numbers of the options that are picked, ascending."""
        return tuple(sorted(button.option.number for button in self._buttons if button.isChecked()))

    @property
    @override
    def is_begun(self) -> bool:
        return bool(self.given)

    @property
    def told(self) -> str:
        """For a screen reader: every option with its verdict and its reason."""
        return " ".join(f"{button.accessibleName().rstrip('.')}." for button in self._buttons)

    @override
    def show_card(self, card: Card) -> None:
        self.clear()
        count = sum(option.right for option in card.options)
        wanted = self.tr("Choose {count} answers.").format(count=count)
        self.wanted.setText(wanted)
        self.setAccessibleName(wanted)
        for letter, option in zip(LETTERS, card.options, strict=False):
            button = OptionButton(self._look, letter, option, self)
            button.setCheckable(True)
            button.toggled.connect(lambda _: self.changed.emit())
            self._buttons.append(button)
            self._column.addWidget(button)
        self.is_open = True

    @override
    def clear(self) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self.is_open = False

    def explain(self) -> None:
        """Says of each option what it was and why; nothing can be picked any more."""
        picked = self.given
        self.is_open = False
        for button in self._buttons:
            button.blockSignals(True)  # noqa: FBT003  # Qt's own form
            button.setCheckable(False)
            button.explain(chosen=button.option.number in picked, of_several=True)

    @override
    def pick_at(self, place: int) -> bool:
        if not self.is_open or not 0 <= place < len(self._buttons):
            return False
        self._buttons[place].toggle()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is None or not self.is_open:
            super().keyPressEvent(event)
            return
        at = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)
        start = -1 if step > 0 else 0
        button = self._buttons[((start if at is None else at) + step) % len(self._buttons)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.entered.emit(button)
