"""The Mix-ups page: a table of pairs, the strongest first, and under it what tells the selected one apart."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.store.confusion_ends import end_words
from trainer.study.confusions import MixUp
from trainer.tokens import SPACE, TEXT_BASE
from trainer.ui.cards.words import date_words
from trainer.ui.confusions.side import PairSide
from trainer.ui.confusions.words import told
from trainer.ui.labels import make_button, make_label

_ROW_HEIGHT = round(2.6 * TEXT_BASE)
_TIMES, _SURE, _LAST = 2, 3, 4
_WIDTHS = {_TIMES: 72, _SURE: 72, _LAST: 128}


class ConfusionsPage(QWidget):
    """Layout only; the presenter decides.

    Attributes:
        table: a row for each pair.
        side: the selected pair.
        empty: in their place while nothing was mixed up.

    Signals:
        pair_selected: the row of the table.
        all_wanted: the cards of all that is mixed up, to practise them.
    """

    pair_selected = Signal(int)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Mix-ups"))
        self.table = self._make_table()
        self.side = PairSide()
        self.empty = self._make_empty()
        self._intro = make_label(
            self.tr(
                "What you took for something else in the last 180 days, in cards and diagrams. "
                "What you were sure of counts most, and what is long ago least."
            ),
            "muted",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(3 * SPACE)
        head = QHBoxLayout()
        head.addWidget(make_label(self.tr("Mix-ups"), "hero"), 1)
        self.all_button = make_button(self.tr("Practise all of it"), self.all_wanted.emit)
        self.all_button.setToolTip(self.tr("What you were sure of first, then the cards that tell the strongest apart"))
        head.addWidget(self.all_button)
        column.addLayout(head)
        column.addWidget(self._intro)
        column.addWidget(self.table, 1)
        column.addWidget(self.side)
        column.addWidget(self.empty, 1)

    def show_pairs(self, pairs: Sequence[MixUp]) -> None:
        """Fills the table and selects the strongest pair; says what the page is for where there is none."""
        is_any = bool(pairs)
        for part in (self.table, self.side, self._intro):
            part.setVisible(is_any)
        self.empty.setVisible(not is_any)
        self.table.clearContents()
        self.table.setRowCount(len(pairs))
        for row, pair in enumerate(pairs):
            self._fill(row, pair)
        if is_any:
            self.table.selectRow(0)
            self.table.scrollToTop()

    def _fill(self, row: int, pair: MixUp) -> None:
        numbers = (str(pair.times), str(pair.sure), date_words(pair.last_day))
        for column, text in enumerate((end_words(pair.asked), end_words(pair.took), *numbers)):
            cell = QTableWidgetItem(text)
            cell.setToolTip(told(pair))
            self.table.setItem(row, column, cell)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5)
        names = (self.tr("Asked for"), self.tr("Taken instead"), self.tr("Times"), self.tr("Sure"), self.tr("Last"))
        table.setHorizontalHeaderLabels(names)
        table.setAccessibleName(self.tr("What you mix up"))
        table.setAccessibleDescription(self.tr("The strongest first. Tab leads to the cards and diagrams of a row."))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(column, width)
        table.itemSelectionChanged.connect(lambda: self.pair_selected.emit(table.currentRow()))
        return table

    def _make_empty(self) -> QFrame:
        empty = QFrame()
        empty.setProperty("role", "card")
        column = QVBoxLayout(empty)
        column.setContentsMargins(10 * SPACE, 10 * SPACE, 10 * SPACE, 10 * SPACE)
        column.setSpacing(2 * SPACE)
        title = make_label(self.tr("Nothing is mixed up so far"), "title", wrap=True)
        text = make_label(
            self.tr(
                "When you take one thing for another, such as a NAT gateway for an internet gateway, it is noted here, "
                "with the cards and diagrams that tell the two apart."
            ),
            wrap=True,
        )
        column.addStretch(1)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        return empty
