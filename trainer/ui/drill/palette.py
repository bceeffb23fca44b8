"""The palette: the pieces that are not in the diagram, as a list that can be dragged, clicked and typed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import CHIP, Drill, Piece, Placement
from trainer.tokens import RADIUS, TEXT_SMALL
from trainer.ui.look import Look, text_font

ROW_HEIGHT = 46
_ICON = 30
_ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """Pieces that look alike, and how many tiles of them are left.

    Attributes:
        piece: id of the piece that is taken next.
        purpose: what the service is for, where the level tells it; it is a hint.
    """

    piece: str
    service: str
    name: str
    left: int
    purpose: str = ""


def palette_rows(drill: Drill, placement: Placement, *, guided: bool = False) -> tuple[PaletteRow, ...]:
    """What is left in the palette, pieces of one look in one row, in the drill's order.

    Args:
        drill: whose pieces.
        placement: what is in place.
        guided: says what each service is for.
    """
    rows: dict[tuple[str, str], list[tuple[Piece, int]]] = {}
    for piece in drill.pieces.values():
        left = piece.spans - len(placement.get(piece.id, ()))
        if left:
            rows.setdefault((piece.service, piece.name), []).append((piece, left))
    return tuple(
        PaletteRow(
            pieces[0][0].id,
            service,
            name,
            sum(left for _, left in pieces),
            CATALOGUE[service].purpose if guided and service != CHIP else "",
        )
        for (service, name), pieces in rows.items()
    )


class PaletteModel(QAbstractListModel):
    """The rows of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PaletteRow, ...] = ()

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Takes other rows."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def row_of(self, piece: str) -> int | None:
        """The number of the row that gives a piece."""
        return next((number for number, row in enumerate(self._rows) if row.piece == piece), None)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = row.name if row.left == 1 else self.tr("{name}, {left} left").format(name=row.name, left=row.left)
            return f"{told}. {row.purpose}" if row.purpose else told
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.purpose or None
        if role == _ROW_ROLE:
            return row
        return None


class _PaletteDelegate(QStyledItemDelegate):
    """Paints a row: symbol, name, how many are left."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look
        self.picked: str | None = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: PaletteRow = index.data(_ROW_ROLE)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # the stubs lack the option's fields
        rect: QRect = option.rect.adjusted(0, 2, -2, -2)  # type: ignore[attr-defined]
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        picked = row.piece == self.picked
        look = self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = "focus" if picked or focused else "border.strong" if hovered else "border"
        painter.setPen(QPen(look.color(outline), 2 if picked or focused else 1))
        painter.setBrush(look.color("accent.tint" if picked else "hover" if hovered else "raised"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        text = rect.adjusted(10, 0, -10, 0)
        if row.service != CHIP:
            icon = look.service_icon(row.service, CATALOGUE[row.service].category, _ICON)
            painter.drawPixmap(rect.left() + 7, rect.center().y() - _ICON // 2 + 1, icon)
            text.setLeft(rect.left() + _ICON + 16)
        painter.setPen(look.color("text"))
        if row.service == CHIP:  # a statement is to be read whole
            painter.setFont(text_font(TEXT_SMALL + 1))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(text.adjusted(0, 2, 0, -2), flags, row.name)
            painter.restore()
            return
        painter.setFont(text_font(semibold=True))
        if row.left > 1:
            count = f"×{row.left}"  # noqa: RUF001  # the sign that it is
            painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
            text.setRight(text.right() - painter.fontMetrics().horizontalAdvance(count) - 8)
        if row.purpose:
            lower = text.adjusted(0, text.height() // 2 - 1, 0, -2)
            text.setBottom(text.top() + text.height() // 2 + 2)
            painter.setFont(text_font(TEXT_SMALL))
            painter.setPen(look.color("text.muted"))
            purpose = painter.fontMetrics().elidedText(row.purpose, Qt.TextElideMode.ElideRight, lower.width())
            painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, purpose)
            painter.setPen(look.color("text"))
            painter.setFont(text_font(semibold=True))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class PaletteList(QListView):
    """The palette as a widget.

    Signals:
        picked: a piece was clicked or chosen with Enter.
        drag_began: a piece is dragged off (piece, global position).
        drag_moved: the drag goes on (global position).
        drag_ended: the mouse button was let go (global position).
        clicked_beside: a click where no row is.
        cancelled: Escape.
    """

    picked = Signal(str)
    drag_began = Signal(str, QPoint)
    drag_moved = Signal(QPoint)
    drag_ended = Signal(QPoint)
    clicked_beside = Signal()
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = PaletteModel(self)
        self.setModel(self._rows)
        self._delegate = _PaletteDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Services to place"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSpacing(1)
        self._pressed: tuple[str | None, QPoint] | None = None
        self._dragging = False
        look.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Shows what is left."""
        current = self.currentIndex().row()
        self._rows.show_rows(rows)
        if rows:
            self.setCurrentIndex(self._rows.index(max(0, min(current, len(rows) - 1))))
        self.updateGeometry()

    def mark_picked(self, piece: str | None) -> None:
        """Shows which piece is picked."""
        self._delegate.picked = piece
        self.viewport().update()

    def row_rect(self, piece: str) -> QRect:
        """Where a piece's row is, in the viewport."""
        number = self._rows.row_of(piece)
        return QRect() if number is None else self.visualRect(self._rows.index(number))

    @override
    def sizeHint(self) -> QSize:
        rows = max(1, self._rows.rowCount())
        return QSize(240, rows * (ROW_HEIGHT + 2 * self.spacing()) + 2 * self.frameWidth() + 2)

    def _piece_at(self, at: QPoint) -> str | None:
        index = self.indexAt(at)
        return index.data(_ROW_ROLE).piece if index.isValid() else None

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            at = event.position().toPoint()
            self.setCurrentIndex(self.indexAt(at))
            self._pressed = (self._piece_at(at), event.globalPosition().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        piece, start = self._pressed
        if self._dragging:
            self.drag_moved.emit(at)
        elif piece is not None and (at - start).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.drag_began.emit(piece, at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        piece, _ = self._pressed
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.drag_ended.emit(event.globalPosition().toPoint())
        elif piece is None:
            self.clicked_beside.emit()
        elif piece == self._piece_at(event.position().toPoint()):
            self.picked.emit(piece)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # a quick second click is a click

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.picked.emit(index.data(_ROW_ROLE).piece)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)
