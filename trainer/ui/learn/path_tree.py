"""The path as a tree: parts of the course with their sections, each with its state in words and as a bar."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget
from typing_extensions import override

from trainer.study.path import PathSection
from trainer.tokens import RADIUS, SPACE, TEXT_BASE, TEXT_SMALL
from trainer.ui.learn.words import part_of, state_of, told
from trainer.ui.look import Look, text_font

_SECTION = Qt.ItemDataRole.UserRole
_ROW, _HEAD = 50, 40
_BAR = QSize(96, 6)
_PAD = 3 * SPACE

_Index = QModelIndex | QPersistentModelIndex


class _Painter(QStyledItemDelegate):
    """Paints rows; a section's title stands over its state, with a bar beside them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW if index.data(_SECTION) else _HEAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        section: PathSection | None = index.data(_SECTION)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # Qt's own field
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if section is None:
            self._write(painter, rect.adjusted(_PAD, 10, -_PAD, 0), index.data(), "text.muted", semibold=True)
        else:
            is_current = bool(state & QStyle.StateFlag.State_Selected)
            if is_current and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(self._look.color("focus"), 2))
                painter.setBrush(self._look.color("accent.tint"))
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -3, -2), RADIUS, RADIUS)
            elif is_current or state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._look.color("accent.tint" if is_current else "hover"))
                painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, -2, -1), RADIUS, RADIUS)
            self._paint_section(painter, rect.adjusted(_PAD, 5, -_PAD, -5), section)
        painter.restore()

    def _paint_section(self, painter: QPainter, rect: QRect, section: PathSection) -> None:
        words = rect.adjusted(0, 0, -_BAR.width() - 4 * SPACE, 0)
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2 + 1)
        lower = QRect(words.left(), upper.bottom() + 1, words.width(), words.height() // 2)
        self._write(painter, upper, section.title, "text", semibold=True)
        self._write(painter, lower, state_of(section), "text.muted", size=TEXT_SMALL)
        bar = QRectF(rect.right() - _BAR.width(), rect.center().y() - _BAR.height() / 2, _BAR.width(), _BAR.height())
        paint_bar(painter, bar, section, self._look)

    def _write(
        self, painter: QPainter, rect: QRect, text: str, token: str, *, size: int = TEXT_BASE, semibold: bool = False
    ) -> None:
        font = text_font(size, semibold=semibold)
        painter.setFont(font)
        painter.setPen(self._look.color(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


def paint_bar(painter: QPainter, rect: QRectF, section: PathSection, look: Look) -> None:
    """Paints how far a section is: an outline for its cards, filled as far as begun, in colour as far as known."""
    cards = section.cards
    if not cards.cards:
        return
    radius = rect.height() / 2
    painter.setPen(QPen(look.color("border.strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    for count, token in ((cards.begun, "border.strong"), (cards.known, "success")):
        if count:
            part = QRectF(rect)
            part.setWidth(max(rect.width() * count / cards.cards, rect.height()))
            painter.setBrush(look.color(token))
            painter.drawRoundedRect(part, radius, radius)


class PathTree(QTreeView):
    """The sections by course and week.

    Args:
        look: for the colours.

    Signals:
        section_selected: a section's id.
        section_opened: Enter on it, or a double click.
    """

    section_selected = Signal(str)
    section_opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("path")  # the row that has the keyboard has a frame, and not the whole
        self.setAccessibleName(self.tr("The path through the course"))
        self.setAccessibleDescription(self.tr("Up and Down choose a section, Enter begins it, Tab leads to the rest"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Painter(look, self))
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self._rows: dict[str, QStandardItem] = {}
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    @property
    def current(self) -> str:
        """Id of the section that is selected; empty where none is."""
        section = self.currentIndex().data(_SECTION)
        return section.id if section else ""

    def show_path(self, path: Sequence[PathSection], current: str) -> None:
        """Shows these sections, in their order, and selects one of them."""
        self._items.clear()
        self._rows = {}
        above, part = "", self._items.invisibleRootItem()
        for section in path:
            if part_of(section) != above:
                above = part_of(section)
                part = QStandardItem(above)
                part.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._items.appendRow([part])
            row = QStandardItem(section.title)
            row.setData(section, _SECTION)
            row.setData(told(section), Qt.ItemDataRole.AccessibleTextRole)
            part.appendRow([row])
            self._rows[section.id] = row
        self.expandAll()
        if current in self._rows:
            self.select(current)

    def select(self, section: str) -> None:
        """Selects a section, and brings it into view."""
        index = self._rows[section].index()
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _tell(self, index: QModelIndex) -> None:
        section: PathSection | None = index.data(_SECTION)
        if section is not None:
            self.section_selected.emit(section.id)

    def _open(self, index: QModelIndex) -> None:
        section: PathSection | None = index.data(_SECTION)
        if section is not None:
            self.section_opened.emit(section.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
