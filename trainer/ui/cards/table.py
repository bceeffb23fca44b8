"""The table of the found cards: rows are selected by Shift, Ctrl and Ctrl+A, and none is read for that."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from trainer.tokens import TEXT_BASE
from trainer.ui.cards.flags import FLAG_SIZE
from trainer.ui.cards.model import CHANGED, DUE, KIND, QUESTION, SECTION, STATE, CardsModel

_ROW_HEIGHT = round(2.2 * TEXT_BASE)
_WIDTHS = {SECTION: 102, KIND: 86, DUE: 104, STATE: 104, CHANGED: 104}

Rows = tuple[range, ...]
"""Rows in order, as ranges: of any number of rows there are few."""


class CardsTable(QTableView):
    """The table; Enter asks for the editor.

    Signals:
        edit_wanted: of the selected card.
        selection_changed: other rows are selected.
        menu_wanted: what can be done with them is to be shown at a place on the screen.
        all_wanted: the model is to hold all rows now, though it goes on with the first of them.
    """

    edit_wanted = Signal()
    selection_changed = Signal()
    menu_wanted = Signal(QPoint)
    all_wanted = Signal()

    def __init__(self, model: CardsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Found cards"))
        self.setAccessibleDescription(
            self.tr(
                "Enter edits the selected card. Shift and Ctrl select several; the menu key shows what can be done."
            )
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setIconSize(FLAG_SIZE)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(QUESTION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    def show_columns(self, *, kind: bool, changed: bool, wide: bool) -> None:
        """Shows the kind, and when a note was changed, where there is room for it; more of it widens the section."""
        self.setColumnHidden(KIND, not kind)
        self.setColumnWidth(SECTION, _WIDTHS[SECTION] * (2 if wide else 1))
        self.setColumnHidden(CHANGED, not changed)

    @property
    def rows(self) -> Rows:
        """The selected rows."""
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.size())]
        spans = sorted((part.top(), part.bottom() + 1) for part in parts)
        return tuple(range(*span) for span in dict.fromkeys(spans))

    @property
    def row_count(self) -> int:
        """How many rows are selected."""
        return sum(map(len, self.rows))

    def select_rows(self, rows: Rows) -> None:
        """Selects rows; the current one stays."""
        model, last = self.model(), self.model().columnCount() - 1
        selection = QItemSelection()
        for part in rows:
            selection.select(model.index(part.start, 0), model.index(part.stop - 1, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def selectAll(self) -> None:
        self.all_wanted.emit()
        super().selectAll()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(row.bottomLeft() + QPoint(FLAG_SIZE.width(), 0))
        self.menu_wanted.emit(at)
