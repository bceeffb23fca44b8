"""The Cards page: what is searched for, the table of what was found, and the selected card beside it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.store.search.finding import Order
from trainer.tokens import SPACE
from trainer.ui.cards.action_bar import ActionBar
from trainer.ui.cards.editor import NoteEditor
from trainer.ui.cards.flags import flag_icon
from trainer.ui.cards.model import CHANGED, DUE, SECTION, CardsModel
from trainer.ui.cards.search_field import SearchField
from trainer.ui.cards.side import CardSide
from trainer.ui.cards.table import CardsTable, Rows
from trainer.ui.cards.words import count_words
from trainer.ui.labels import make_button, make_label, make_tool
from trainer.ui.look import Look
from trainer.ui.menu import Menu
from trainer.ui.study.card_sources import CardSources

_TYPING_MS = 60
_KIND_FROM, _ALL_FROM, _WIDE_FROM = 1000, 1180, 1300
_ORDERS = {SECTION: Order.SECTION, DUE: Order.DUE, CHANGED: Order.CHANGED}


class CardsPage(QWidget):
    """Layout and keys only; the presenter decides.

    Args:
        look: for the colours.
        sections: titles of the course's sections by id.
        sources: what cards show beside their own words.

    Signals:
        query_typed: the text in the search field, once nothing was typed for a moment.
        order_chosen: an `Order`, and whether it is turned around.
        card_selected: the row of the table, -1 for none.
        selection_changed: other rows are selected.
        new_wanted: a card is to be written.
        undo_wanted: the last thing that was done with cards; `redo_wanted`: again.
        practise_wanted: the text in the search field, to practise what it finds.
    """

    query_typed = Signal(str)
    order_chosen = Signal(object, bool)
    card_selected = Signal(int)
    selection_changed = Signal()
    new_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    practise_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        sections: Mapping[str, str],
        sources: CardSources | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Cards"))
        self.model = CardsModel(sections, self, flag_icon=partial(flag_icon, look))
        self.side = CardSide(look, sections, sources)
        self.editor = NoteEditor(look, sections)
        self._left = QStackedWidget()
        self._list = QWidget()
        self.bar = ActionBar(look, self._list, sections)
        self._order, self._descending = Order.SECTION, False
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(self._make_head(look))
        column.addLayout(self._make_search())
        self.mistake = make_label("", "mistake", wrap=True)
        self.mistake.hide()
        column.addWidget(self.mistake)
        halves = QHBoxLayout()
        halves.setSpacing(4 * SPACE)
        self._fill_list()
        self._left.addWidget(self._list)
        self._left.addWidget(self.editor)
        halves.addWidget(self._left, 6)
        halves.addWidget(self.side, 4)
        column.addLayout(halves, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(lambda: self.query_typed.emit(self.search.text()))
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._add_keys()
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.focus_table)

    def _add_keys(self) -> None:
        standard = QKeySequence.keyBindings
        for deed, keys in {
            self._focus_search: standard(QKeySequence.StandardKey.Find),
            self.new_wanted.emit: [QKeySequence("Ctrl+N")],
            self.undo_wanted.emit: [QKeySequence("Ctrl+Z")],
            self.redo_wanted.emit: [QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")],
        }.items():
            for key in keys:
                shortcut = QShortcut(key, self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(deed)

    def _make_head(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(make_label(self.tr("Cards"), "hero"))
        row.addStretch(1)
        self.undo_button = make_tool(look, "undo", self.tr("Undo (Ctrl+Z)"), self.undo_wanted.emit, self)
        self.redo_button = make_tool(look, "redo", self.tr("Redo (Ctrl+Shift+Z)"), self.redo_wanted.emit, self)
        self.new_button = make_button(self.tr("New card"), self.new_wanted.emit)
        self.new_button.setToolTip(self.tr("Ctrl+N"))
        for button in (self.undo_button, self.redo_button, self.new_button):
            row.addWidget(button)
        return row

    def _make_search(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr('Words, "phrases", -without, is:due, section:vpc (Ctrl+F)'))
        self.search.setAccessibleName(self.tr("Search cards"))
        self.search.setToolTip(
            self.tr(
                'Words, "phrases", -without; is:new, due, learnt, retired or failed;\n'
                "is:suspended, buried, flagged, deleted or outdated; flag:1 to 4;\n"
                "state:new, learning (failed, and not known since), young or mature (from 21 days on);\n"
                "rated:7, answered within 7 days; rated:7:forgot, hard, good or easy;\n"
                "kind:basic, cloze, choice, typed, multi, ordering, matching or occluded;\n"
                "section:, tag:, fact:, drill: and id: with an id."
            )
        )
        self.search.setClearButtonEnabled(True)
        self.orders = Menu()
        self.orders.setAccessibleName(self.tr("Order"))
        for text, order, descending in (
            (self.tr("In the order of the course"), Order.SECTION, False),
            (self.tr("Due first"), Order.DUE, False),
            (self.tr("Due last"), Order.DUE, True),
            (self.tr("Last changed first"), Order.CHANGED, True),
            (self.tr("Course, from its end"), Order.SECTION, True),
            (self.tr("First changed first"), Order.CHANGED, False),
        ):
            self.orders.addItem(text, (order.value, descending))
        self.orders.activated.connect(lambda _: self._choose_order(*self.orders.currentData()))
        self.count = make_label("", "muted")
        row.addWidget(self.search, 1)
        row.addWidget(self.orders)
        row.addWidget(self.count)
        self.practise_button = make_button(
            self.tr("Practise these"), lambda: self.practise_wanted.emit(self.search.text()), role="link"
        )
        row.addWidget(self.practise_button)
        return row

    def _fill_list(self) -> None:
        self.table = CardsTable(self.model)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.selectionModel().currentRowChanged.connect(self._select)
        self.table.selection_changed.connect(self.selection_changed)
        self.table.edit_wanted.connect(self.side.edit_wanted)
        self.table.doubleClicked.connect(lambda _: self.side.edit_wanted.emit())
        self.table.menu_wanted.connect(self._show_menu)
        self.nothing = make_label("", "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        self.bar.left.connect(self.focus_table)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.bar)
        self._mark_order()

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not searched for yet."""
        return self._pause.isActive() or self.editor.is_waiting

    @property
    def is_editing(self) -> bool:
        """Whether a note is edited or written."""
        return self._left.currentWidget() is self.editor

    def section_of_current(self) -> str:
        """The section of the current card, for a new one beside it; empty for none."""
        row = self.table.currentIndex().row()
        card = self.model.card(row) if row >= 0 else None
        return card.section if card else ""

    def show_editor(self) -> None:
        """Shows the editor in the table's place; the card beside it is what the note makes."""
        self._left.setCurrentWidget(self.editor)
        self.lock(locked=True)

    def leave_editor(self) -> None:
        """Shows the table again."""
        self._left.setCurrentWidget(self._list)
        self.lock(locked=False)

    def show_count(self, count: int | None, at_least: int, nothing: str) -> None:
        """Says how many cards were found; `nothing` stands in the table's place when there is none.

        Args:
            count: how many; None while they are being counted.
            at_least: how many there are at least then.
            nothing: a sentence.
        """
        self.count.setText(count_words(at_least, more=True) if count is None else count_words(count))
        self.practise_button.setEnabled(count != 0)
        self.nothing.setText(nothing)
        self.nothing.setVisible(count == 0)
        if count == 0 and self.table.hasFocus():
            self.search.forget_letters()
            self._focus_search()
        self.table.setVisible(count != 0)
        self.bar.show_selection(0 if count == 0 else self.table.row_count)

    def show_mistake(self, text: str) -> None:
        """Says what is wrong with the query; nothing when the text is empty."""
        self.mistake.setText(text)
        self.mistake.setVisible(bool(text))
        self.search.setAccessibleDescription(text)
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, text))

    def select_row(self, row: int) -> None:
        """Selects one card only; the last one where the row is no more."""
        if not self.model.rowCount():
            self.card_selected.emit(-1)
            return
        row = min(row, self.model.rowCount() - 1)
        index = self.model.index(row, 0)
        self.table.setCurrentIndex(index)
        self.table.select_rows((range(row, row + 1),))  # whatever key is held
        self.table.scrollTo(index)

    def focus_table(self) -> None:
        """Puts the keyboard on the found cards."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def lock(self, *, locked: bool) -> None:
        """Holds the search still while a card is edited, or much is under way."""
        buttons = (self.new_button, self.undo_button, self.redo_button, self.practise_button)
        for part in (self.search, self.orders, self.table, *buttons):
            part.setEnabled(not locked)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _select(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.card_selected.emit(current.row() if current.isValid() else -1)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.bar.actions_.make_menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def select_none(self) -> None:
        """Selects no card, and leaves what stands beside the table."""
        self.table.selectionModel().blockSignals(True)  # noqa: FBT003  # Qt's own form
        self.table.selectionModel().clear()
        self.table.selectionModel().blockSignals(False)  # noqa: FBT003  # same
        self.table.viewport().update()
        self.bar.show_selection(0)

    def forget_search(self) -> None:
        """Empties the search field, for somebody who shows all cards by itself."""
        self.search.blockSignals(True)  # noqa: FBT003  # same
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003  # same
        self.show_mistake("")

    def select_rows(self, rows: Rows) -> None:
        """Selects several rows, as far as there are so many; the current one stays."""
        last = self.model.rowCount()
        self.table.select_rows(tuple(part for part in rows if part.stop <= last))

    def _sort_by(self, column: int) -> None:
        if column not in _ORDERS:
            self._mark_order()
            return
        order = _ORDERS[column]
        turned = not self._descending if order is self._order else order is Order.CHANGED
        self._choose_order(order.value, descending=turned)

    def _choose_order(self, order: str, descending: bool) -> None:  # noqa: FBT001  # what the menu keeps
        self._order, self._descending = Order(order), descending
        self._mark_order()
        self.order_chosen.emit(self._order, descending)

    def _mark_order(self) -> None:
        column = next(column for column, order in _ORDERS.items() if order is self._order)
        turn = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, turn)
        for number in range(self.orders.count()):
            if tuple(self.orders.itemData(number)) == (self._order.value, self._descending):
                self.orders.setCurrentIndex(number)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        self.table.show_columns(kind=width >= _KIND_FROM, changed=width >= _ALL_FROM, wide=width >= _WIDE_FROM)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(700, 400)
