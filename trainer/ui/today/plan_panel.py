"""The panel that asks how long a day, and shows at once what comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trainer.study.planning.wish import MINUTES, Scope, Wish
from trainer.study.sections import SectionChoice
from trainer.tokens import SPACE
from trainer.ui.choice import Choice
from trainer.ui.date_edit import DateEdit
from trainer.ui.labels import make_button, make_label
from trainer.ui.menu import Menu
from trainer.ui.today.plan_words import short_date, tell_fit, tell_promise, tell_wish

if TYPE_CHECKING:
    from trainer.study.planning.prospect import Prospect


_USUAL_EXAM_DAYS = 60
_ONE_SECTION = 2
"""Entries of the menu where there is nothing to choose: the order of the course, and the one section left."""


class PlanPanel(QFrame):
    """Minutes a day and perhaps an exam: a question at the first start, a line with *Change* later.

    It asks nobody to answer: until then the usual minutes hold, and the rest of the page is there.

    Args:
        is_open: shows what can be changed from the start.
        can_close: it has the button that opens and closes it; without, it is always open.

    Signals:
        wish_changed: the new wish.
        section_chosen: id of the section to begin next; empty for the order of the course.
    """

    wish_changed = Signal(object)
    section_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, is_open: bool = False, can_close: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._wish = Wish()
        self._today = date.min
        self._is_open = is_open or not can_close
        self._can_close = can_close
        self.title = make_label("", "strong", wrap=True)
        self.change_button = make_button(self.tr("Change"), self._toggle)
        self.minutes = Choice(self.tr("Minutes a day"), {self.tr("{n} min").format(n=n): n for n in MINUTES}, self)
        self.dated = Choice(self.tr("Exam"), {self.tr("No exam date"): False, self.tr("Exam on"): True}, self)
        self.exam = _make_date(self, self.tr("Date of the exam"))
        self.sections = Menu(self)
        self.sections.setAccessibleName(self.tr("New cards come from"))
        self.sections.activated.connect(lambda at: self.section_chosen.emit(self.sections.itemData(at)))
        self.builds_on = make_label("", "small", wrap=True)
        self.promise = make_label("", "muted", wrap=True)
        self.fit = make_label("", wrap=True)
        self.ways_out = QWidget(self)
        self._arrange()
        self.minutes.chosen.connect(lambda minutes: self._want(self._wish.with_minutes(minutes)))
        self.dated.chosen.connect(self._choose_dated)
        self.exam.editingFinished.connect(self._take_date)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        head = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.promise)
        head.addLayout(texts, 1)
        head.addWidget(self.change_button)
        column.addLayout(head)
        self._asked = QWidget(self)
        row = QHBoxLayout(self._asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.minutes)
        row.addSpacing(4 * SPACE)
        row.addWidget(self.dated)
        row.addWidget(self.exam)
        row.addStretch(1)
        column.addWidget(self._asked)
        self._order = QWidget(self)
        order = QHBoxLayout(self._order)
        order.setContentsMargins(0, 0, 0, 0)
        order.setSpacing(2 * SPACE)
        order.addWidget(make_label(self.tr("New cards come from"), "muted"))
        order.addWidget(self.sections)
        order.addStretch(1)
        column.addWidget(self._order)
        column.addWidget(self.builds_on)
        column.addWidget(self.fit)
        column.addWidget(self.ways_out)
        self._ways = QHBoxLayout(self.ways_out)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setSpacing(2 * SPACE)

    def show_wish(self, wish: Wish, today: date) -> None:
        """Shows what holds; what comes of it follows with `show_prospect`."""
        self._wish, self._today = wish, today
        exam = wish.exam_ahead(today)
        self.title.setText(tell_wish(wish, today) if wish.asked else self.tr("How long a day would you like to learn?"))
        self.minutes.show_value(wish.minutes)
        self.dated.show_value(exam is not None)
        self.exam.setMinimumDate(_qdate(today))
        self.exam.setDate(_qdate(exam or today + timedelta(days=_USUAL_EXAM_DAYS)))
        self.exam.setVisible(exam is not None)
        self._open(self._is_open or not wish.asked)

    def show_prospect(self, prospect: "Prospect") -> None:
        """Shows the dates, and where they come too late what can be done."""
        self.promise.setText(tell_promise(prospect))
        self.fit.setText(tell_fit(prospect))
        self.fit.setVisible(bool(self.fit.text()))
        while (item := self._ways.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for button in self._make_ways(prospect):
            self._ways.addWidget(button)
        self._ways.addStretch(1)
        self.ways_out.setVisible(prospect.misfit is not None)

    def show_sections(self, choices: Sequence[SectionChoice], first: str) -> None:
        """Takes the sections to choose from; `first` is the one that is begun before its turn, empty for none."""
        self.sections.clear()
        self.sections.addItem(self.tr("The order of the course"), "")
        for choice in choices:
            self.sections.addItem(choice.title, choice.id)
        self.sections.setCurrentIndex(max(0, self.sections.findData(first)))
        builds_on = next((choice.builds_on for choice in choices if choice.id == first), ())
        text = self.tr("It builds on what you have not begun: {sections}. You can begin it all the same.")
        self.builds_on.setText(text.format(sections=", ".join(builds_on)) if builds_on else "")
        self._open(self._is_open or not self._wish.asked)

    @property
    def held(self) -> str:
        """The part that has the keyboard."""
        parts: dict[str, QWidget] = {
            "minutes": self.minutes,
            "dated": self.dated,
            "exam": self.exam,
            "sections": self.sections,
        }
        return next((name for name, part in parts.items() if _has_focus(part)), "change")

    def hold(self, part: str) -> None:
        """Gives the keyboard to a part, as `held` names it."""
        if part == "exam" and not self.exam.isHidden():
            self.exam.setFocus()
        elif part == "sections":
            self.sections.setFocus()
        elif part in ("minutes", "dated"):
            choice = self.minutes if part == "minutes" else self.dated
            chosen = next((button for button in choice.findChildren(QPushButton) if button.isChecked()), None)
            (chosen or self.change_button).setFocus()
        else:
            self.change_button.setFocus()

    @property
    def way_buttons(self) -> list[QPushButton]:
        """What can be chosen where not all fits."""
        return [widget for widget in self.ways_out.findChildren(QPushButton) if not widget.isHidden()]

    def _make_ways(self, prospect: "Prospect") -> list[QPushButton]:
        misfit, wish = prospect.misfit, prospect.wish
        if misfit is None:
            return []
        ways: list[tuple[str, Wish]] = []
        if misfit.core:
            ways.append((self.tr("The core only"), replace(wish, scope=Scope.CORE, asked=True)))
        if misfit.minutes is not None:
            text = self.tr("{minutes} minutes a day").format(minutes=misfit.minutes)
            ways.append((text, wish.with_minutes(misfit.minutes)))
        if misfit.exam is not None:
            text = self.tr("For an exam on {day}").format(day=short_date(misfit.exam, prospect.day))
            ways.append((text, replace(wish, exam=misfit.exam, asked=True)))
        return [make_button(text, _emitter(self._want, way), parent=self.ways_out) for text, way in ways]

    def _want(self, wish: Wish) -> None:
        self._is_open = True
        self.wish_changed.emit(wish)

    def _choose_dated(self, dated: object) -> None:
        exam = self._today + timedelta(days=_USUAL_EXAM_DAYS) if dated else None
        if exam is None or self._wish.exam_ahead(self._today) is None:
            self._want(replace(self._wish, exam=exam, scope=Scope.ALL, asked=True))

    def _take_date(self) -> None:
        day = self.exam.date()
        exam = date(day.year(), day.month(), day.day())
        if exam != self._wish.exam_ahead(self._today):
            self._want(replace(self._wish, exam=exam, scope=Scope.ALL, asked=True))

    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self._open(self._is_open)

    def _open(self, is_open: bool) -> None:  # noqa: FBT001  # what the name says
        self._asked.setVisible(is_open)
        self._order.setVisible(is_open and self._wish.asked and self.sections.count() > _ONE_SECTION)
        self.builds_on.setVisible(is_open and bool(self.builds_on.text()))
        self.change_button.setText(self.tr("Done") if is_open else self.tr("Change"))
        self.change_button.setAccessibleDescription(self.tr("Minutes a day and exam date"))
        self.change_button.setVisible(self._can_close and self._wish.asked)


def _has_focus(part: QWidget) -> bool:
    holder = part.window().focusWidget()
    return holder is part or (holder is not None and part.isAncestorOf(holder))


def _make_date(parent: QWidget, name: str) -> DateEdit:
    edit = DateEdit(name, parent)
    edit.lineEdit().setTextMargins(2 * SPACE, 0, 2 * SPACE, 0)
    return edit


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _emitter(deed: Callable[[Wish], None], wish: Wish) -> Callable[[], None]:
    return lambda: deed(wish)
