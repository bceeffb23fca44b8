"""A row of buttons of which one is chosen."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_button


class Choice(QWidget):
    """Buttons side by side; arrows move between them, Space takes one.

    Args:
        name: what is chosen, for screen readers.
        options: values by the text of their button.

    Signals:
        chosen: the value of the button that was taken.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._options = dict(options)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for text, value in self._options.items():
            button = make_button(text, lambda value=value: self.chosen.emit(value), role="choice", parent=self)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonToggled.connect(lambda *_: self._share_focus())

    def show_value(self, value: object) -> None:
        """Marks the button of a value; none when no button has it."""
        self._group.setExclusive(False)
        for button, own in zip(self._group.buttons(), self._options.values(), strict=True):
            button.setChecked(own == value)
        self._group.setExclusive(True)
        self._share_focus()

    def _share_focus(self) -> None:
        """Tab comes to the chosen button, as to one thing; arrows go on from there."""
        chosen = self._group.checkedButton()
        for button in self._group.buttons():
            is_stop = chosen in (None, button)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
