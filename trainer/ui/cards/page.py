"""The Cards page: what is searched for, the table of what was found, and the selected card beside it."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.store.search.finding import Order
from trainer.tokens import SPACE, TEXT_BASE
from trainer.ui.cards.model import CHANGED, DUE, KIND, QUESTION, SECTION, STATE, CardsModel
from trainer.ui.cards.side import CardSide
from trainer.ui.cards.words import count_words
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.menu import Menu
from trainer.ui.study.card_sources import CardSources

_TYPING_MS = 60
_ROW_HEIGHT = round(2.2 * TEXT_BASE)
_WIDTHS = {SECTION: 102, KIND: 86, DUE: 104, STATE: 76, CHANGED: 104}
_ALL_FROM, _WIDE_FROM = 1180, 1300
_ORDERS = {SECTION: Order.SECTION, DUE: Order.DUE, CHANGED: Order.CHANGED}


class CardsTable(QTableView):
    """The table; Enter asks for the editor.

    Signals:
        edit_wanted: of the selected card.
    """

    edit_wanted = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)


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
        practise_wanted: the text in the search field, to practise what it finds.
    """

    query_typed = Signal(str)
    order_chosen = Signal(object, bool)
    card_selected = Signal(int)
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
        self.model = CardsModel(sections, self)
        self.side = CardSide(look, sources)
        self._order, self._descending = Order.SECTION, False
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(make_label(self.tr("Cards"), "hero"))
        column.addLayout(self._make_search())
        self.mistake = make_label("", "mistake", wrap=True)
        self.mistake.hide()
        column.addWidget(self.mistake)
        halves = QHBoxLayout()
        halves.setSpacing(4 * SPACE)
        halves.addLayout(self._make_list(), 6)
        halves.addWidget(self.side, 4)
        column.addLayout(halves, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(lambda: self.query_typed.emit(self.search.text()))
        self.search.textChanged.connect(lambda _: self._pause.start())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_search)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.focus_table)

    def _make_search(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr('Words, "phrases", -without, is:due, section:vpc (Ctrl+F)'))
        self.search.setAccessibleName(self.tr("Search cards"))
        self.search.setToolTip(
            self.tr(
                'Words, "phrases", -without; is:new, due, learnt, retired, failed, suspended, buried or flagged;\n'
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

    def _make_list(self) -> QVBoxLayout:
        self.table = CardsTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Found cards"))
        self.table.setAccessibleDescription(self.tr("Enter edits the selected card."))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(QUESTION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        header.sectionClicked.connect(self._sort_by)
        self.table.selectionModel().currentRowChanged.connect(self._select)
        self.table.edit_wanted.connect(self.side.edit_wanted)
        self.table.doubleClicked.connect(lambda _: self.side.edit_wanted.emit())
        self.nothing = make_label("", "muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        column = QVBoxLayout()
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        self._mark_order()
        return column

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not searched for yet."""
        return self._pause.isActive()

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
        self.table.setVisible(count != 0)

    def show_mistake(self, text: str) -> None:
        """Says what is wrong with the query; nothing when the text is empty."""
        self.mistake.setText(text)
        self.mistake.setVisible(bool(text))
        self.search.setAccessibleDescription(text)
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, text))

    def select_row(self, row: int) -> None:
        """Selects a card; the first one where the row is no more."""
        if not self.model.rowCount():
            self.card_selected.emit(-1)
            return
        index = self.model.index(row if row < self.model.rowCount() else 0, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def focus_table(self) -> None:
        """Puts the keyboard on the found cards."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def lock(self, *, locked: bool) -> None:
        """Holds the search still while a card is edited."""
        for part in (self.search, self.orders, self.table, self.practise_button):
            part.setEnabled(not locked)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _select(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.card_selected.emit(current.row() if current.isValid() else -1)

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
        self.table.setColumnHidden(CHANGED, width < _ALL_FROM)
        self.table.setColumnWidth(SECTION, _WIDTHS[SECTION] * (2 if width >= _WIDE_FROM else 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(700, 400)
