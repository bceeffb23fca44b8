"""Under the table: how many cards are selected, what can be done with them, and what has to be asked first."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QWidget

from trainer.tokens import SPACE
from trainer.ui.cards.actions import CardActions, Deed
from trainer.ui.cards.tag_line import TagLine
from trainer.ui.cards.words import count_words
from trainer.ui.date_edit import DateEdit
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.menu import Menu

_DAY_SIZE = QSize(136, 32)
_IN_BAR = (Deed.SUSPEND, Deed.PUT_OFF)
_IN_MORE = (Deed.MOVE, Deed.START_ANEW, Deed.DUE, Deed.DUPLICATE)


class ActionBar(QFrame):
    """One line, which never changes its height.

    Args:
        look: for the flags.
        place: where the keys of the actions work.
        sections: titles by id, to move cards to.

    Signals:
        tags_given: tags, and whether they are to be added or taken away.
        section_given: the id of a section, empty for none.
        day_given: a `date`.
        left: nothing was given; the keyboard goes back to the table.
    """

    tags_given = Signal(object, bool)
    section_given = Signal(str)
    day_given = Signal(object)
    left = Signal()

    def __init__(self, look: Look, place: QWidget, sections: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What can be done with the selected cards"))
        self.actions_ = CardActions(look, place)
        self.count = make_label("", "strong")
        self.buttons: dict[Deed, QPushButton] = {}
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.count)
        row.addWidget(self._stack, 1)
        self._deeds = self._make_deeds()
        self._tags = self._make_tags()
        self._sections = self._make_sections(sections)
        self._days = self._make_days()
        self._work = make_label("", "muted")
        for part in (self._deeds, self._tags, self._sections, self._days, self._work):
            self._stack.addWidget(part)

    @property
    def is_working(self) -> bool:
        """Whether it says that something is under way."""
        return self._stack.currentWidget() is self._work

    def show_selection(self, count: int) -> None:
        """Says how many cards are selected; the bar is hidden when there is none."""
        self.count.setText(count_words(count))
        self.setVisible(bool(count))
        if not self.is_working:
            self._stack.setCurrentWidget(self._deeds)

    def ask_tags(self, known: list[str]) -> None:
        """Asks for tags, with completion from those that are there."""
        self.tags.clear()
        self.tags.complete_from(known)
        self._ask(self._tags, self.tags)

    def ask_section(self, section: str) -> None:
        """Asks for a section; the one of the current card is shown first."""
        self.section.setCurrentIndex(max(0, self.section.findData(section)))
        self._ask(self._sections, self.section)

    def ask_day(self, today: date) -> None:
        """Asks for a day from today on."""
        first = QDate(today.year, today.month, today.day)
        self.day.setMinimumDate(first)
        self.day.setDate(first)
        self._ask(self._days, self.day)

    def show_work(self, text: str) -> None:
        """Says what is under way, in the place of all that could be done; nothing is when it is empty."""
        self._work.setText(text)
        self._work.setAccessibleName(text)
        self._stack.setCurrentWidget(self._work if text else self._deeds)

    def leave(self) -> None:
        """Asks nothing any more."""
        self._stack.setCurrentWidget(self._deeds)
        self.left.emit()

    def _make_deeds(self) -> QWidget:
        part, row = _line()
        for deed in _IN_BAR:
            row.addWidget(self._add(deed))
        self.flag_button = self._add_menu(self.tr("Flag"))
        flags = self.flag_button.menu()
        self.actions_.add_flags(flags)
        row.addWidget(self.flag_button)
        row.addWidget(self._add(Deed.TAG))
        self.more_button = self._add_menu(self.tr("More"))
        self.more_button.menu().addActions([self.actions_.by_deed[deed] for deed in _IN_MORE])
        row.addWidget(self.more_button)
        row.addWidget(self._add(Deed.DELETE))
        row.addStretch(1)
        return part

    def _make_tags(self) -> QWidget:
        part, row = _line()
        self.tags = TagLine()
        self.tags.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags.setAccessibleName(self.tr("Tags to add or to take away"))
        self.tags.returnPressed.connect(lambda: self._give_tags(add=True))
        row.addWidget(self.tags, 1)
        self.add_button = make_button(self.tr("Add"), lambda: self._give_tags(add=True), role="choice")
        self.remove_button = make_button(self.tr("Take away"), lambda: self._give_tags(add=False), role="choice")
        self._end(part, row, self.add_button, self.remove_button)
        return part

    def _make_sections(self, sections: Mapping[str, str]) -> QWidget:
        part, row = _line()
        self.section = Menu()
        self.section.setAccessibleName(self.tr("Section to move to"))
        self.section.addItem(self.tr("No section"), "")
        for uid, title in sections.items():
            self.section.addItem(title, uid)
        self.section.setMinimumContentsLength(12)
        row.addWidget(self.section, 1)
        self.move_button = make_button(
            self.tr("Move"), lambda: self.section_given.emit(self.section.currentData()), role="choice"
        )
        self._end(part, row, self.move_button)
        return part

    def _make_days(self) -> QWidget:
        part, row = _line()
        self.day = DateEdit(self.tr("The day on which they come back"))
        self.day.setMinimumSize(_DAY_SIZE)
        row.addWidget(self.day)
        self.day_button = make_button(self.tr("Due on this day"), self._give_day, role="choice")
        self._end(part, row, self.day_button)
        row.addStretch(1)
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.day)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._give_day)
        return part

    def _end(self, part: QWidget, row: QHBoxLayout, *buttons: QPushButton) -> None:
        for button in (*buttons, make_button(self.tr("Cancel"), self.leave, role="choice")):
            row.addWidget(button)
        escape = QShortcut(QKeySequence("Esc"), part)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)

    def _add(self, deed: Deed) -> QPushButton:
        action = self.actions_.by_deed[deed]
        button = make_button("", action.trigger, role="choice")
        self.buttons[deed] = button

        def fit() -> None:
            button.setText(action.iconText())
            button.setEnabled(action.isEnabled())
            button.setAccessibleName(action.text())
            button.setToolTip(f"{action.text()} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")

        fit()
        action.changed.connect(fit)
        return button

    def _add_menu(self, name: str) -> QPushButton:
        button = QPushButton(name)
        button.setProperty("role", "choice")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setMenu(QMenu(button))
        return button

    def _ask(self, part: QWidget, first: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_tags(self, *, add: bool) -> None:
        if tags := self.tags.tags:
            self.tags_given.emit(tags, add)
        self.leave()

    def _give_day(self) -> None:
        day = self.day.date()
        self.day_given.emit(date(day.year(), day.month(), day.day()))
        self.leave()


def _line() -> tuple[QWidget, QHBoxLayout]:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE + 2)
    return part, row
