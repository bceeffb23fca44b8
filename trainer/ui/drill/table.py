"""The drill as a table: each piece with a menu of places, each arrow with a menu of its ends.

It does the same as the diagram, for the keyboard, for screen readers, and for who prefers words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from trainer.cloud.drill import Drill, Placement
from trainer.cloud.lines import draws_lines, line_key, name_of, nodes
from trainer.layout.labels import label_lines
from trainer.tokens import TEXT_BASE
from trainer.ui.menu import Menu

_ROW_HEIGHT = round(2.6 * TEXT_BASE)
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class TableRow:
    """A tile with its place, or an arrow with its end.

    Attributes:
        piece: whose tile; or the key of the lines away from it.
        name: what the first column says.
        place: where it is; None for the palette, or where no arrow is yet.
        places: what the menu offers, labels by id.
        state: how it is judged, in words; empty where nothing is said.
    """

    piece: str
    name: str
    place: str | None
    places: Mapping[str, str]
    state: str


def table_rows(drill: Drill, placement: Placement, words: Mapping[tuple[str, str], str]) -> Iterator[TableRow]:
    """The rows of a drill: a row for each tile of each piece, then one for each arrow and one for a new one.

    Args:
        drill: what is worked on.
        placement: where everything is.
        words: how a tile or line at a place is judged.
    """
    containers = {
        container.id: _INDENT * (len(drill.topology.lineage(container.id)) - 1) + ", ".join(label_lines(container))
        for container in drill.topology.values()
    }
    for piece in drill.pieces.values():
        where: list[str | None] = [*placement.get(piece.id, ())]
        where += [None] * (piece.spans - len(where))
        for number, place in enumerate(where, start=1):
            name = piece.name if piece.spans == 1 else f"{piece.name} ({number}/{piece.spans})"
            yield TableRow(piece.id, name, place, containers, words.get((piece.id, place or ""), ""))
    if not draws_lines(drill):
        return
    there = nodes(drill, placement)
    for node in there:
        ends = {other: name_of(drill, other) for other in there if other != node}
        key = line_key(node)
        drawn = [end for end in placement.get(key, ()) if end in ends]
        for end in (*drawn, None):
            yield TableRow(key, f"{name_of(drill, node)} →", end, ends, words.get((key, end or ""), ""))


class DrillTable(QTableWidget):
    """The table as a widget.

    Signals:
        moved: a piece or line, where it was (empty for nowhere), where it goes (empty for nowhere).
    """

    moved = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels([self.tr("What"), self.tr("Where"), self.tr("Judged")])
        self.setAccessibleName(self.tr("The drill as a table"))
        self.setAccessibleDescription(self.tr("Tab goes from menu to menu; Alt+Down opens one."))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._rows: tuple[TableRow, ...] = ()

    def show_rows(self, rows: Sequence[TableRow], may_move: Callable[[str, str | None], bool]) -> None:
        """Shows these rows; the menu that had the keyboard keeps it.

        Args:
            rows: what is to be shown.
            may_move: whether a tile or line may leave its place, None for the palette.
        """
        focused = next((row for row in range(self.rowCount()) if self.menu(row).hasFocus()), None)
        rows = tuple(rows)
        if rows != self._rows:
            self._rows = rows
            self.setRowCount(len(rows))
            for number, row in enumerate(rows):
                self._fill(number, row)
        for number, row in enumerate(rows):
            self.menu(number).setEnabled(may_move(row.piece, row.place))
        if focused is not None and self.rowCount():
            self.menu(min(focused, self.rowCount() - 1)).setFocus()

    def menu(self, row: int) -> Menu:
        """The menu of places in a row."""
        menu = self.cellWidget(row, 1)
        assert isinstance(menu, Menu)
        return menu

    def row_of(self, piece: str, place: str | None) -> int:
        """The number of the row of a tile or line."""
        return next(n for n, row in enumerate(self._rows) if (row.piece, row.place) == (piece, place))

    def _fill(self, number: int, row: TableRow) -> None:
        for column, text in ((0, row.name), (2, row.state)):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(number, column, item)
        menu = Menu(self)
        menu.setAccessibleName(f"{row.name}: {row.state}" if row.state else row.name)
        menu.addItem(
            self.tr("no arrow") if row.piece not in row.places and ":" in row.piece else self.tr("not placed"), ""
        )
        for place, label in row.places.items():
            menu.addItem(label, place)
        menu.setCurrentIndex(max(0, menu.findData(row.place or "")))
        menu.activated.connect(lambda _, menu=menu, row=row: self._choose(row, menu))
        self.setCellWidget(number, 1, menu)

    def _choose(self, row: TableRow, menu: Menu) -> None:
        place = menu.currentData()
        menu.setCurrentIndex(menu.findData(row.place or ""))  # until the move is made: it may be refused
        if place != (row.place or ""):
            self.moved.emit(row.piece, row.place or "", place)
