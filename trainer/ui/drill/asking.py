"""What the drill asks or shows beside the diagram: a reason to choose, a step to watch, a worked step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer.learning.card import Option
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.study.options import OptionList


class AskCard(QFrame):
    """A text with options to choose from, or with buttons.

    Attributes:
        is_shown: whether it has anything to show.
        is_open: whether it shows a question, answered or not.

    Signals:
        answered: the number of the option that was chosen.
        pressed: the number of the button.
        changed: it shows something else, or nothing, and needs another height.
    """

    answered = Signal(int)
    pressed = Signal(int)
    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = make_label("", "strong", wrap=True)
        self.text = make_label("", wrap=True)
        self.options = OptionList(look, narrow=True)
        self.options.chosen.connect(self.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.options)
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * SPACE)
        column.addLayout(self._row)
        self.buttons: list[QWidget] = []
        self.is_shown = False
        self.is_open = False

    def ask(self, title: str, text: str, options: Sequence[Option], buttons: Sequence[str] = ()) -> None:
        """Asks for one of several reasons.

        Args:
            title: what it is about.
            text: the question.
            options: the reasons, in the order to show them.
            buttons: what else can be done, such as to skip it.
        """
        self._say(title, text, buttons)
        self.options.show_options(options)
        self.options.show()
        self.is_open = True
        self._appear()
        self.options.setFocus()

    def tell(self, title: str, text: str, buttons: Sequence[str]) -> None:
        """Shows a text with buttons; the first has the keyboard."""
        self._say(title, text, buttons)
        self.options.hide()
        self.is_open = False
        self._appear()
        if self.buttons:
            self.buttons[0].setFocus()

    def show_answer(self, number: int, buttons: Sequence[str]) -> None:
        """Marks the right option and the one that was chosen, and leaves these buttons."""
        self.options.show_choice(number)
        self._offer(buttons)
        self._appear()
        if self.buttons:
            self.buttons[0].setFocus()

    def put_away(self) -> None:
        """Shows nothing any more."""
        self.is_shown = self.is_open = False
        self.changed.emit()

    @property
    def content(self) -> tuple[object, ...]:
        """What its height depends on."""
        kinds = tuple(button.kind for button in self.options.buttons)
        return self.is_shown, self.is_open, self.title.text(), self.text.text(), kinds, len(self.buttons)

    def height_for(self, width: int) -> int:
        """The height that it needs at a width, in px."""
        layout = self.layout()
        assert layout is not None
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # what is not styled yet is too low
        layout.activate()
        return layout.totalHeightForWidth(width)

    def _appear(self) -> None:
        self.is_shown = True
        self.show()
        self.changed.emit()

    def _say(self, title: str, text: str, buttons: Sequence[str]) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(f"{title}. {text}")
        self._offer(buttons)

    def _offer(self, buttons: Sequence[str]) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        self.buttons = []
        for number, text in enumerate(buttons):
            role = "primary" if number == 0 else ""
            button = make_button(text, lambda number=number: self.pressed.emit(number), role=role, parent=self)
            self._row.addWidget(button)
            button.show()  # what is not shown yet takes no height
            self.buttons.append(button)
        self._row.addStretch(1)
