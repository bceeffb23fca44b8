"""The diagram as a tree: the same places and pieces in words, for screen readers and for those who prefer it."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView, QWidget
from typing_extensions import override

from trainer.cloud.drill import Drill, Placement
from trainer.cloud.lines import is_line
from trainer.layout.labels import label_lines

_KEY = Qt.ItemDataRole.UserRole


class OutlineTree(QTreeView):
    """Places with what is in them, kept in step with the picture.

    Signals:
        place_chosen: Enter or a click on a place (container).
        tile_clicked: Enter or a click on a piece (piece, container).
        tile_returned: Delete on a piece (piece, container).
        cancelled: Escape.
    """

    place_chosen = Signal(str)
    tile_clicked = Signal(str, str)
    tile_returned = Signal(str, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Outline of the diagram"))
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the verdict stands at the end
        self.setIndentation(10)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.clicked.connect(self._choose)
        self._shown: object = None

    def show_diagram(self, drill: Drill, placement: Placement, words: Mapping[tuple[str, str], str]) -> None:
        """Shows a placement; the row that was current stays current.

        Args:
            drill: what is worked on.
            placement: where everything is.
            words: how a tile at a place is judged.
        """
        shown = (drill, dict(placement), dict(words))
        if shown == self._shown:
            return
        self._shown = shown
        current = self.currentIndex().data(_KEY)
        self._items.clear()
        nodes: dict[str, QStandardItem] = {}
        for container in drill.topology.values():
            lines = label_lines(container)
            node = QStandardItem(lines[0])
            node.setData(", ".join(lines), Qt.ItemDataRole.AccessibleTextRole)
            node.setToolTip("\n".join(lines))
            node.setData((container.id,), _KEY)
            parent = nodes[container.parent] if container.parent else self._items.invisibleRootItem()
            parent.appendRow(node)
            nodes[container.id] = node
        for fixture in drill.fixtures:
            row = QStandardItem(fixture.name)
            row.setEnabled(False)
            nodes[fixture.container].insertRow(0, [row])
        tiles = {piece: places for piece, places in placement.items() if not is_line(piece)}
        for piece, places in tiles.items():
            for place in places:
                name, word = drill.pieces[piece].name, words.get((piece, place), "")
                row = QStandardItem(f"{name}: {word}" if word else name)
                row.setToolTip(row.text())
                row.setData((piece, place), _KEY)
                nodes[place].insertRow(0, [row])
        self.expandAll()
        self._restore(current)

    def _restore(self, key: object) -> None:
        if key is None:
            return
        for index in self._walk(QModelIndex()):
            if index.data(_KEY) == key:
                self.setCurrentIndex(index)
                return

    def _walk(self, parent: QModelIndex) -> list[QModelIndex]:
        found: list[QModelIndex] = []
        for row in range(self._items.rowCount(parent)):
            index = self._items.index(row, 0, parent)
            found += [index, *self._walk(index)]
        return found

    def _choose(self, index: QModelIndex) -> None:
        key = index.data(_KEY)
        if key is None:
            return
        if len(key) == 1:
            self.place_chosen.emit(key[0])
        else:
            self.tile_clicked.emit(*key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = index.data(_KEY) if index.isValid() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key is not None:
            self._choose(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and key is not None and len(key) > 1:
            self.tile_returned.emit(*key)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
