"""The steps of an ordering card: moved by dragging, by Alt with the arrows, or by picking one and then its place."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.card import Card, Step
from trainer.learning.markup import plain_text
from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.study.markup_label import MarkupLabel
from trainer.ui.study.response import Response

_BADGE = 26
_STEPS: dict[int, int] = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}


class StepButton(QPushButton):
    """One step with the place that it has now.

    Signals:
        dragged: over the list at this height, in px of the list.
    """

    dragged = Signal(int)

    def __init__(self, look: Look, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self.place = 0
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setCheckable(True)
        self.setProperty("role", "option")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._badge = QLabel(self)
        self._badge.setProperty("role", "badge")
        self._badge.setFixedSize(_BADGE, _BADGE)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._verdict = make_label("", "verdict", parent=self)
        text = MarkupLabel(look, parent=self)
        text.show_markup(step.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        row.setSpacing(3 * SPACE)
        row.addWidget(self._badge)
        row.addWidget(text, 1)
        row.addWidget(self._verdict)
        self._verdict.hide()
        for part in (self._badge, text, self._verdict):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_place(self, place: int, count: int) -> None:
        """Takes the place that it has now, from 0."""
        self.place = place
        self._badge.setText(str(place + 1))
        where = self.tr("{place} of {count}").format(place=place + 1, count=count)
        self.setAccessibleName(f"{where}: {plain_text(self.step.text)}")
        self.setAccessibleDescription(self.tr("Alt with Up or Down moves it"))

    def judge(self) -> None:
        """Says whether it stands where it belongs; it cannot be moved any more."""
        is_right = self.place == self.step.number
        word = self.tr("Right") if is_right else self.tr("Belongs at {place}").format(place=self.step.number + 1)
        self._pressed = None
        self.setCheckable(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._verdict.setText(word)
        self._verdict.show()
        for part in (self, self._verdict, self._badge):
            part.setProperty("kind", "right" if is_right else "wrong")
            part.style().unpolish(part)
            part.style().polish(part)
        self.setAccessibleName(f"{self.accessibleName().rstrip('.')}. {word}")
        self.setAccessibleDescription("")

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        super().mousePressEvent(e)
        if e.button() == Qt.MouseButton.LeftButton and self.isCheckable():
            self._pressed, self._dragging = e.position().toPoint(), False

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        if self._pressed is None:
            return
        away = (e.position().toPoint() - self._pressed).manhattanLength()
        if not self._dragging and away >= QApplication.startDragDistance():
            self._dragging = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(self.mapToParent(e.position().toPoint()).y())

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            return
        super().mouseReleaseEvent(e)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()  # the list moves it, or moves on
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


class StepList(Response):
    """How to move steps, and the steps below each other in the order that they have now.

    Args:
        look: for the colours.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[StepButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE + 2)
        hint = self.tr("Drag the steps into their order, or move them with Alt and the arrows.")
        self._column.addWidget(make_label(hint, "muted", wrap=True))

    @property
    def buttons(self) -> tuple[StepButton, ...]:
        """The steps as they stand."""
        return tuple(self._buttons)

    @property
    @override
    def given(self) -> tuple[int, ...]:
        """The numbers of the steps as they stand."""
        return tuple(button.step.number for button in self._buttons)

    @property
    def told(self) -> str:
        """For a screen reader: every step with its verdict."""
        return " ".join(f"{button.accessibleName()}." for button in self._buttons)

    @override
    def show_card(self, card: Card) -> None:
        self.clear()
        for step in card.steps:
            button = StepButton(self._look, step, self)
            button.clicked.connect(lambda _=False, button=button: self._pick(button))
            button.dragged.connect(lambda y, button=button: self._drag(button, y))
            self._buttons.append(button)
            self._column.addWidget(button)
        self._number()
        self.is_open = True

    @override
    def clear(self) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self.is_open = False

    def judge(self) -> None:
        """Says of each step whether it stands where it belongs."""
        self.is_open = False
        for button in self._buttons:
            button.judge()

    @override
    def take_focus(self) -> None:
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def pick_at(self, place: int) -> bool:
        if not self.is_open or not 0 <= place < len(self._buttons):
            return False
        self._buttons[place].click()
        return True

    def _pick(self, button: StepButton) -> None:
        """Picks a step, or puts the one that is picked already in the place of this one."""
        other = next((one for one in self._buttons if one.isChecked() and one is not button), None)
        if other is not None and self.is_open:
            button.setChecked(False)
            other.setChecked(False)
            self._move(other, button.place)

    def _drag(self, button: StepButton, y: int) -> None:
        over = next((one.place for one in self._buttons if one.geometry().top() <= y <= one.geometry().bottom()), None)
        if over is not None and over != button.place and self.is_open:
            self._move(button, over)

    def _move(self, button: StepButton, place: int) -> None:
        self._buttons.remove(button)
        self._buttons.insert(place, button)
        self._column.removeWidget(button)
        self._column.insertWidget(place + 1, button)  # below the hint
        for before, after in zip(self._buttons, self._buttons[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._column.activate()
        self._number()
        self.entered.emit(button)
        self.changed.emit()

    def _number(self) -> None:
        for place, button in enumerate(self._buttons):
            button.show_place(place, len(self._buttons))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        at = next((button.place for button in self._buttons if button.hasFocus()), None)
        if step is None or not self.is_open or at is None:
            super().keyPressEvent(event)
            return
        place = at + step
        if not 0 <= place < len(self._buttons):
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(self._buttons[at], place)
        else:
            self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.entered.emit(self._buttons[place])
