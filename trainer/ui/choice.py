"""A row of buttons of which one is chosen."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label


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
        self._name = name
        self._options = dict(options)
        self._notes = {text: make_label("", "small", parent=self) for text in self._options}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE)
        for column, (text, value) in enumerate(self._options.items()):
            button = make_button(text, lambda value=value: self.chosen.emit(value), role="choice", parent=self)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button)
            grid.addWidget(button, 0, column)
            grid.addWidget(self._notes[text], 1, column, Qt.AlignmentFlag.AlignHCenter)
            self._notes[text].hide()
        self._group.buttonToggled.connect(lambda *_: self._share_focus())

    def show_value(self, value: object) -> None:
        """Marks the button of a value; none when no button has it."""
        self._group.setExclusive(False)
        for button, own in zip(self._group.buttons(), self._options.values(), strict=True):
            button.setChecked(own == value)
        self._group.setExclusive(True)
        self._share_focus()

    def show_notes(self, notes: Mapping[Any, str]) -> None:
        """Writes a few words under the buttons of these values; screen readers say them with the button."""
        for button, (text, value) in zip(self._group.buttons(), self._options.items(), strict=True):
            note = notes.get(value, "")
            self._notes[text].setText(note)
            self._notes[text].setVisible(bool(note))
            button.setAccessibleName(f"{self._name}: {text}, {note}" if note else f"{self._name}: {text}")

    def _share_focus(self) -> None:
        """Tab comes to the chosen button, as to one thing; arrows go on from there."""
        chosen = self._group.checkedButton()
        for button in self._group.buttons():
            is_stop = chosen in (None, button)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
