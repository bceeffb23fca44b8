"""A question of the exam: beside it the list of all, over it the clock, under it the way to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from trainer.learning.markup import plain_text
from trainer.study.exam_session import Question
from trainer.tokens import SPACE, TEXT_LARGE
from trainer.ui.exam.answer_list import AnswerList
from trainer.ui.exam.words import question_state
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.sheet import make_scroll
from trainer.ui.study.markup_label import MarkupLabel

_LIST_WIDTH = 190
_WIDEST = 760
_QUIET = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class QuestionView(QWidget):
    """Layout and keys only; the presenter decides.

    Letters from A and numbers pick options, N and P go to the next question and the one before, M marks.

    Signals:
        picked: the numbers of the options that are picked.
        marked: whether the question is to be seen again.
        gone_to: the place of a question, from 0.
        clock_toggled: show the clock or hide it.
        finish_wanted: the end; `close_wanted` after the end, or to go on later.
    """

    picked = Signal(object)
    marked = Signal(bool)
    gone_to = Signal(int)
    clock_toggled = Signal()
    finish_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._place = 0
        self._count = 0
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._make_list())
        halves.addWidget(self._make_sheet(), 1)
        column.addLayout(halves, 1)
        column.addWidget(self._make_footer())

    def _make_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(4 * SPACE, 2 * SPACE + 2, 4 * SPACE, 2 * SPACE + 2)
        row.setSpacing(3 * SPACE)
        self.title = make_label("", "title")
        row.addWidget(self.title, 1)
        self.clock = make_label("", "strong")
        self.clock_button = make_button("", self.clock_toggled.emit, role="link")
        self.close_button = make_button("", self.close_wanted.emit)
        row.addWidget(self.clock)
        row.addWidget(self.clock_button)
        row.addWidget(self.close_button)
        return bar

    def _make_list(self) -> QWidget:
        side = QWidget(self)
        side.setObjectName("outlinePanel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(2 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        self.list = QListWidget(side)
        self.list.setAccessibleName(self.tr("Questions"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(1)
        self.list.currentRowChanged.connect(self._go_to_row)
        column.addWidget(self.list)
        return side

    def _make_sheet(self) -> QScrollArea:
        self._scroll = make_scroll(self)
        inside = QWidget()
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        sheet = QWidget()
        sheet.setMaximumWidth(_WIDEST)
        middle.addStretch(1)
        middle.addWidget(sheet, 100)
        middle.addStretch(1)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        self.question = MarkupLabel(self._look, size=TEXT_LARGE, semibold=True)
        self.wanted = make_label("", "muted")
        self.answers = AnswerList(self._look)
        self.answers.picked.connect(self.picked)
        self.why = MarkupLabel(self._look, tone="text.muted")
        for part in (self.question, self.wanted, self.answers, self.why):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        return self._scroll

    def _make_footer(self) -> QWidget:
        footer = QWidget(self)
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(4 * SPACE, 2 * SPACE + 1, 4 * SPACE, 2 * SPACE + 1)
        row.setSpacing(2 * SPACE)
        self.mark_button = make_button("", self._toggle_mark, role="choice")
        self.mark_button.setCheckable(True)
        self.status = make_label("", "muted")
        self.before_button = make_button(self.tr("Back"), lambda: self.gone_to.emit(self._place - 1))
        self.next_button = make_button(self.tr("Next"), lambda: self.gone_to.emit(self._place + 1))
        self.finish_button = make_button("", self._finish)
        for button, key in ((self.mark_button, "M"), (self.before_button, "P"), (self.next_button, "N")):
            button.setToolTip(self.tr("Key {key}").format(key=key))
        row.addWidget(self.mark_button)
        row.addWidget(self.status, 1)
        for button in (self.before_button, self.next_button, self.finish_button):
            row.addWidget(button)
        return footer

    def show_questions(self, questions: Sequence[Question], *, ended: bool) -> None:
        """Fills or refreshes the list of all questions."""
        texts = [f"{one.number}  {question_state(one, ended=ended)}" for one in questions]
        self._count = len(questions)
        self.list.blockSignals(True)  # noqa: FBT003  # Qt's own form
        if self.list.count() != len(texts):
            self.list.clear()
            self.list.addItems(texts)
        for row, text in enumerate(texts):
            self.list.item(row).setText(text)
        self.list.blockSignals(False)  # noqa: FBT003
        if ended:
            self.status.setText("")
            return
        self.finish_button.setText(self.tr("End the exam"))
        answered = sum(bool(one.chosen) for one in questions)
        marked = sum(one.marked for one in questions)
        told = self.tr("{answered} of {count} answered").format(answered=answered, count=len(questions))
        self.status.setText(f"{told}, {self.tr('{count} marked').format(count=marked)}" if marked else told)

    def show_question(self, question: Question, *, ended: bool, focus: bool) -> None:
        """Shows one question; `focus` puts the keyboard on its options."""
        self._place = question.number - 1
        card = question.card
        text = self.tr("Question {number} of {count}").format(number=question.number, count=self._count)
        self.title.setText(text)
        self.question.show_markup(card.question)
        rights = sum(option.right for option in card.options)
        self.wanted.setText(self.tr("Choose one.") if rights == 1 else self.tr("Choose {count}.").format(count=rights))
        self.answers.setAccessibleName(f"{text}. {plain_text(card.question)} {self.wanted.text()}")
        self.answers.show_options(card.options, question.chosen, ended=ended)
        self.why.show_markup(card.why)
        self.why.setVisible(ended and bool(card.why))
        self.wanted.setVisible(not ended)
        self.show_mark(marked=question.marked)
        self.mark_button.setVisible(not ended)
        self.finish_button.setVisible(not ended)
        self.finish_button.setText(self.tr("End the exam"))
        self.close_button.setText(self.tr("Back to the mark") if ended else self.tr("Go on later"))
        self.before_button.setEnabled(self._place > 0)
        self.next_button.setEnabled(self._place < self._count - 1)
        self._emphasise(self.next_button if self._place < self._count - 1 else self.finish_button)
        self.list.blockSignals(True)  # noqa: FBT003  # Qt's own form
        self.list.setCurrentRow(self._place)
        self.list.blockSignals(False)  # noqa: FBT003
        self._scroll.verticalScrollBar().setValue(0)
        if focus:
            self.answers.focus_first()

    def show_mark(self, *, marked: bool) -> None:
        """Says whether the question is to be seen again."""
        self.mark_button.setChecked(marked)
        self.mark_button.setText(self.tr("Marked for later") if marked else self.tr("Mark for later"))

    def show_clock(self, text: str, *, shown: bool) -> None:
        """Shows the time that is left, or only the way to see it; nothing at all for an empty text."""
        self.clock.setText(text)
        self.clock.setVisible(shown and bool(text))
        self.clock_button.setText(self.tr("Hide the clock") if shown else self.tr("Show the clock"))
        self.clock_button.setVisible(bool(text))

    def _finish(self) -> None:
        """Ends the exam at the second click: it cannot be taken back."""
        sure = self.tr("Yes, end it")
        if self.finish_button.text() == sure:
            self.finish_wanted.emit()
            return
        self.finish_button.setText(sure)
        told = self.tr("End the exam and see the marks?")
        self.status.setText(f"{self.status.text()}. {told}")
        self.finish_button.setAccessibleDescription(self.status.text())

    def _toggle_mark(self) -> None:
        self.marked.emit(self.mark_button.isChecked())

    def _go_to_row(self, row: int) -> None:
        if row >= 0:
            self.gone_to.emit(row)

    @staticmethod
    def _style(button: QPushButton, role: str) -> None:
        if button.property("role") != role:
            button.setProperty("role", role)
            button.style().unpolish(button)
            button.style().polish(button)

    def _emphasise(self, main: QPushButton) -> None:
        for button in (self.next_button, self.finish_button):
            self._style(button, "primary" if button is main else "")

    def _place_of(self, event: QKeyEvent) -> int:
        """The place of the option that a letter or number means; -1 for other keys."""
        if event.isAutoRepeat() or event.modifiers() not in _QUIET:
            return -1
        letter = event.key() - Qt.Key.Key_A.value
        return letter if letter >= 0 else event.key() - Qt.Key.Key_1.value

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        deeds = {
            Qt.Key.Key_N: self.next_button.click,
            Qt.Key.Key_P: self.before_button.click,
            Qt.Key.Key_M: self.mark_button.click,
        }
        is_plain = event.modifiers() in _QUIET and not event.isAutoRepeat()
        deed = deeds.get(Qt.Key(event.key()))
        if deed is not None and is_plain:
            deed()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain and self.answers.is_on_picked:
            self.next_button.click()  # it is chosen already: pressing it once more would take the answer back
        elif not self.answers.pick_at(self._place_of(event)):
            super().keyPressEvent(event)
