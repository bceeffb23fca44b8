"""The options of a choice card: picked by click, letter, number, or arrows and Enter; then each says its reason."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.card import Option
from trainer.learning.markup import plain_text
from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.study.markup_label import MarkupLabel

LETTERS = "ABCDEFGH"
_BADGE, _GLYPH = 26, 16
STEPS: dict[int, int] = {
    Qt.Key.Key_Down.value: 1,
    Qt.Key.Key_Right.value: 1,
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_Left.value: -1,
}
_QUIET = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_GLYPHS = {"right": ("check", "success"), "wrong": ("cross", "error")}


class OptionButton(QPushButton):
    """One option with its letter; once one was chosen, with its reason, and marked where it is right or was chosen."""

    def __init__(self, look: Look, letter: str, option: Option, parent: QWidget, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self.option = option
        self._narrow = narrow
        self._look = look
        self._letter = letter
        self._kind = ""
        self.setProperty("role", "option")
        self.setAccessibleName(f"{letter}: {plain_text(option.text)}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._badge = QLabel(letter, self)
        self._badge.setProperty("role", "badge")
        self._badge.setFixedSize(_BADGE, _BADGE)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._verdict = make_label("", "verdict", parent=self)
        text = MarkupLabel(look, parent=self)
        text.show_markup(option.text)
        self._because = MarkupLabel(look, tone="text.muted", parent=self)
        self._because.show_markup(option.because)
        self._verdict.setContentsMargins(0, 2, 0, 0)  # on the line of the text beside it
        for part in (self._badge, self._verdict, text, self._because):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._arrange(text)
        look.changed.connect(self._paint_badge)
        self.toggled.connect(self._show_pick)

    def _arrange(self, text: MarkupLabel) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        row.setSpacing(3 * SPACE)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 2, 0, 2)
        texts.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(3 * SPACE)
        first.addWidget(text, 1)
        first.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignTop)
        texts.addLayout(first)
        texts.addWidget(self._because)
        row.addLayout(texts, 1)
        self._verdict.hide()
        self._because.hide()

    @property
    def kind(self) -> str:
        """`right`, `wrong` where it was chosen and is not, else nothing; empty before the choice."""
        return self._kind

    def explain(self, *, chosen: bool, of_several: bool = False) -> None:
        """Shows the reason, and what the option was; `of_several` says that right ones may have been missed."""
        self._kind = "right" if self.option.right else "wrong" if chosen else ""
        word = {"right": self.tr("Right"), "wrong": self.tr("Wrong")}.get(self._kind, "")
        if of_several and self._kind == "right" and not chosen:
            word = self.tr("Right, but not chosen")
        self._verdict.setText(word)
        self._verdict.setVisible(bool(word) and not self._narrow)
        if self._narrow:
            self._because.show_markup(word)
        self._because.setVisible(bool(word if self._narrow else self.option.because))
        self._badge.setText(self._letter)
        for part in (self, self._verdict, self._badge):
            part.setProperty("kind", self._kind or "other")
            part.style().unpolish(part)
            part.style().polish(part)
        self._paint_badge()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        told = (f"{self._letter}: {plain_text(self.option.text)}", word, plain_text(self.option.because))
        self.setAccessibleName(". ".join(part.rstrip(".") for part in told if part))

    def _show_pick(self, picked: bool) -> None:  # noqa: FBT001  # Qt's own form
        """Marks an option of several as picked by more than its colour."""
        if picked:
            self._badge.setPixmap(self._look.glyph("check", "accent", _GLYPH))
        else:
            self._badge.setText(self._letter)

    def _paint_badge(self) -> None:
        if self.isChecked():
            self._show_pick(picked=True)
        if self._kind:
            glyph, tone = _GLYPHS[self._kind]
            self._badge.setPixmap(self._look.glyph(glyph, tone, _GLYPH))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS:
            event.ignore()  # the list moves on; a button by itself would leave it
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()


class OptionList(QWidget):
    """The options below each other. At first none of them has the focus, so that Space alone chooses nothing.

    Args:
        look: for the colours.
        narrow: options have no reasons of their own, and say below their text whether they were right.

    Signals:
        chosen: the number of an option.
        entered: the button that arrows went to.
    """

    chosen = Signal(int)
    entered = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._narrow = narrow
        self._buttons: list[OptionButton] = []
        self._open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE + 2)

    @property
    def buttons(self) -> tuple[OptionButton, ...]:
        """The options as they stand."""
        return tuple(self._buttons)

    @property
    def is_open(self) -> bool:
        """Whether one can be chosen."""
        return self._open

    def show_options(self, options: Sequence[Option]) -> None:
        """Offers these, in this order."""
        self.clear()
        for letter, option in zip(LETTERS, options, strict=False):
            button = OptionButton(self._look, letter, option, self, narrow=self._narrow)
            button.clicked.connect(lambda _=False, number=option.number: self._choose(number))
            self._buttons.append(button)
            self._column.addWidget(button)
        for before, after in pairwise((self, *self._buttons)):
            self.setTabOrder(before, after)  # what is made later would come after everything else
        self._open = True
        self.setAccessibleName(self.tr("{count} options").format(count=len(options)))

    def clear(self) -> None:
        """Takes all options away."""
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._open = False

    def show_choice(self, number: int) -> None:
        """Explains all of them after one was chosen."""
        self._open = False
        for button in self._buttons:
            button.explain(chosen=button.option.number == number)

    def choose_at(self, place: int) -> bool:
        """Chooses the option at a place, from 0; False when there is none or the choice is made."""
        if not self._open or not 0 <= place < len(self._buttons):
            return False
        self._choose(self._buttons[place].option.number)
        return True

    def _choose(self, number: int) -> None:
        if self._open:
            self.chosen.emit(number)

    def _place_of(self, event: QKeyEvent) -> int:
        """The place of the option that a letter or number means; -1 for other keys."""
        if event.isAutoRepeat() or event.modifiers() not in _QUIET:
            return -1
        letter = event.key() - Qt.Key.Key_A.value
        return letter if letter >= 0 else event.key() - Qt.Key.Key_1.value

    @override
    def event(self, event: QEvent) -> bool:
        """Keeps its letters, where the page around it has shortcuts of the same."""
        is_asked = self._open and event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and 0 <= self._place_of(event) < len(self._buttons):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is None or not self._open or not self._buttons:
            if not self.choose_at(self._place_of(event)):
                super().keyPressEvent(event)
            return
        at = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)
        start = -1 if step > 0 else 0
        place = (start if at is None else at) + step
        button = self._buttons[place % len(self._buttons)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.entered.emit(button)
