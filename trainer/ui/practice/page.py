"""The page on which practice is put together: which cards, how many, in which order, and whether it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from trainer.study.practice_plan import Order
from trainer.tokens import SPACE
from trainer.ui.choice import Choice
from trainer.ui.labels import make_button, make_label
from trainer.ui.menu import Menu
from trainer.ui.sheet import make_sheet

_TYPING_MS = 120
_MENU_WIDTH = 320
_COUNTS = (10, 20, 40, 80)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be practised.

    Attributes:
        query: in the language of the Cards page.
        counts: the answers decide when the cards come back.
    """

    query: str = ""
    at_most: int = 20
    order: Order = Order.WEAKEST
    counts: bool = False


class PracticePage(QScrollArea):
    """Layout only; the presenter decides.

    Signals:
        wished: the `Wish` changed.
        start_wanted: practise what is wished.
        go_on_wanted: the practice that was left.
        back_wanted: the page of the day.
    """

    wished = Signal(object)
    start_wanted = Signal(object)
    go_on_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, sections: Mapping[str, str], tags: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = Wish()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = make_sheet(self)
        self._column.addWidget(make_label(self.tr("Practise"), "hero"))
        told = self.tr(
            "Cards of your choice, as often as you like. When they come back stays as it is, unless you say so."
        )
        self._column.addWidget(make_label(told, "muted", wrap=True))
        self._column.addWidget(self._make_left_open())
        self._add_menus(sections, tags)
        self._add_choices()
        self._column.addLayout(self._make_foot())
        self._column.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self._take)
        self.search.textChanged.connect(lambda _: self._pause.start())

    def _make_left_open(self) -> QFrame:
        self._left_open = QFrame()
        self._left_open.setProperty("role", "card")
        row = QHBoxLayout(self._left_open)
        row.setContentsMargins(5 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        self._left_open_told = make_label("", "strong", wrap=True)
        row.addWidget(self._left_open_told, 1)
        self.go_on_button = make_button(self.tr("Go on"), self.go_on_wanted.emit)
        row.addWidget(self.go_on_button)
        self._left_open.hide()
        return self._left_open

    def _add_menus(self, sections: Mapping[str, str], tags: Sequence[str]) -> None:
        states = {
            "new": self.tr("New"),
            "due": self.tr("Due today"),
            "learnt": self.tr("Learnt"),
            "failed": self.tr("Forgotten the last time"),
        }
        self.section = self._add_menu(self.tr("Section"), self.tr("The whole course"), sections)
        self.state = self._add_menu(self.tr("State"), self.tr("Any"), states)
        self.tag = self._add_menu(self.tr("Tag"), self.tr("Any"), {tag: tag for tag in tags})
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr('Words, "phrases", -without'))
        self.search.setFixedWidth(_MENU_WIDTH)
        self._add_row(self.tr("Search"), self.search)

    def _add_menu(self, name: str, everything: str, options: Mapping[str, str]) -> Menu:
        menu = Menu()
        menu.addItem(everything, "")
        for value, text in options.items():
            menu.addItem(text, value)
        menu.setFixedWidth(_MENU_WIDTH)
        menu.activated.connect(lambda _: self._take())
        self._add_row(name, menu)
        return menu

    def _add_choices(self) -> None:
        self.choices: dict[str, Choice] = {}
        self._add_choice("at_most", self.tr("How many"), {str(count): count for count in _COUNTS})
        orders = {
            self.tr("Weakest first"): Order.WEAKEST,
            self.tr("Mixed"): Order.RANDOM,
            self.tr("As in the course"): Order.COURSE,
        }
        self._add_choice("order", self.tr("Order"), orders)
        counts = {self.tr("Leave the schedule alone"): False, self.tr("Count these answers"): True}
        self._add_choice("counts", self.tr("Schedule"), counts)

    def _add_choice(self, key: str, name: str, options: Mapping[str, Any]) -> None:
        choice = Choice(name, options)
        choice.show_value(getattr(self._wish, key))
        choice.chosen.connect(lambda value, key=key: self._choose(key, value))
        self.choices[key] = choice
        self._add_row(name, choice)

    def _add_row(self, name: str, part: QWidget) -> None:
        part.setAccessibleName(name)
        card = QFrame()
        card.setProperty("role", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(5 * SPACE, 2 * SPACE + 2, 5 * SPACE, 2 * SPACE + 2)
        row.addWidget(make_label(name, "strong"), 1)
        row.addWidget(part)
        self._column.addWidget(card)

    def _make_foot(self) -> QHBoxLayout:
        self.start_button = make_button("", lambda: self.start_wanted.emit(self._wish), role="primary")
        self.found = make_label("", "muted")
        self.mistake = make_label("", "mistake", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self.start_button)
        row.addWidget(self.found)
        row.addWidget(self.mistake, 1)
        row.addStretch()
        row.addWidget(make_button(self.tr("Back to Today"), self.back_wanted.emit, role="link"))
        return row

    @property
    def wish(self) -> Wish:
        """What is wished now."""
        return self._wish

    def show_query(self, query: str) -> None:
        """Starts from a query that was typed elsewhere."""
        for menu in (self.section, self.state, self.tag):
            menu.setCurrentIndex(0)
        self.search.setText(query)
        self._take()

    def show_left_open(self, count: int) -> None:
        """Offers to go on with the practice that was left, of which so many cards are to go; none where it is 0."""
        one, many = (
            self.tr("You left a practice with 1 card to go."),
            self.tr("You left a practice with {count} cards to go."),
        )
        self._left_open_told.setText((one if count == 1 else many).format(count=count))
        self._left_open.setVisible(bool(count))

    def show_found(self, count: int) -> None:
        """Says how many cards fit what is wished."""
        taken = min(count, self._wish.at_most)
        one, many = self.tr("Practise 1 card"), self.tr("Practise {count} cards")
        self.start_button.setText((one if taken == 1 else many).format(count=taken) if taken else self.tr("Practise"))
        self.start_button.setEnabled(bool(taken))
        self.found.setText(self.tr("{count} fit").format(count=count) if count else self.tr("No card fits."))
        self.show_mistake("")

    def show_mistake(self, text: str) -> None:
        """Says what is wrong with the search; nothing when the text is empty."""
        self.mistake.setText(text)
        self.mistake.setVisible(bool(text))
        self.found.setVisible(not text)
        self.search.setAccessibleDescription(text)
        if text:
            self.start_button.setEnabled(False)

    def focus_start(self) -> None:
        """Puts the keyboard on the button that begins."""
        (self.start_button if self._left_open.isHidden() else self.go_on_button).setFocus()

    def _choose(self, key: str, value: object) -> None:
        self.choices[key].show_value(value)
        self._take(**{key: value})

    def _take(self, **changed: Any) -> None:
        """Reads what is wished off the page, and tells it."""
        self._pause.stop()
        parts = (
            f"section:{self.section.currentData()}" if self.section.currentData() else "",
            f"is:{self.state.currentData()}" if self.state.currentData() else "",
            f'tag:"{self.tag.currentData()}"' if self.tag.currentData() else "",
            self.search.text().strip(),
        )
        kept = {key: getattr(self._wish, key) for key in self.choices}
        self._wish = Wish(" ".join(part for part in parts if part), **{**kept, **changed})
        self.wished.emit(self._wish)
