"""The options of an exam question: picked and changed at will, and after the end explained."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.card import Option
from trainer.tokens import SPACE
from trainer.ui.look import Look
from trainer.ui.study.options import LETTERS, STEPS, OptionButton


class AnswerList(QWidget):
    """One option is picked where one is right, else several; a click on a picked one takes it back.

    Signals:
        picked: the numbers of all options that are picked now.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[OptionButton] = []
        self._single = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE + 2)

    @property
    def buttons(self) -> tuple[OptionButton, ...]:
        """The options as they stand."""
        return tuple(self._buttons)

    def show_options(self, options: Sequence[Option], chosen: Sequence[int], *, ended: bool) -> None:
        """Shows options in this order, some of them picked; once the exam has ended, each with its reason."""
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._single = sum(option.right for option in options) == 1
        for letter, option in zip(LETTERS, options, strict=False):
            button = OptionButton(self._look, letter, option, self)
            if ended:
                button.explain(chosen=option.number in chosen, of_several=True)
            else:
                button.setCheckable(True)
                button.setChecked(option.number in chosen)
                button.clicked.connect(lambda _=False, button=button: self._pick(button))
            self._buttons.append(button)
            self._column.addWidget(button)

    def pick_at(self, place: int) -> bool:
        """Picks the option at a place, from 0; False where there is none to pick."""
        if not 0 <= place < len(self._buttons) or not self._buttons[place].isCheckable():
            return False
        self._buttons[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._buttons[place].click()
        return True

    @property
    def is_on_picked(self) -> bool:
        """Whether the keyboard is on an option that is picked."""
        return any(button.hasFocus() and button.isChecked() for button in self._buttons)

    def focus_first(self) -> None:
        """Puts the keyboard on what is picked, else on the first option."""
        picked = [button for button in self._buttons if button.isChecked()]
        for button in (picked or self._buttons)[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, button: OptionButton) -> None:
        if self._single and button.isChecked():
            for other in self._buttons:
                other.setChecked(other is button)
        self.picked.emit(tuple(one.option.number for one in self._buttons if one.isChecked()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is None or not self._buttons:
            super().keyPressEvent(event)
            return
        at = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)
        start = -1 if step > 0 else 0
        button = self._buttons[((start if at is None else at) + step) % len(self._buttons)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
