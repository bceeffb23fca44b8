"""The found cards as a table that reads the pages it is asked for, so that any number of them costs the same."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from typing_extensions import override

from trainer.store.search.finding import FoundCard
from trainer.ui.cards.words import date_words, kind_words, section_words, state_words

PAGE = 50
_KEPT = 40
"""Pages that are kept."""

Fetch = Callable[[int, int], Sequence[FoundCard | None]]
"""Reads cards from an offset, as many as the second number at most; None in the place of one that is gone."""

QUESTION, SECTION, KIND, DUE, STATE, CHANGED = range(6)
_NO_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class CardsModel(QAbstractTableModel):
    """Rows are cards.

    Args:
        sections: titles by id.
        parent: owns the model.
        flag_icon: paints the flag with a number.
    """

    def __init__(
        self,
        sections: Mapping[str, str],
        parent: QObject | None = None,
        *,
        flag_icon: Callable[[int], QIcon] | None = None,
    ) -> None:
        super().__init__(parent)
        self._sections = sections
        self._flag_icon = flag_icon
        self._fetch: Fetch | None = None
        self._today = date.min
        self._count = 0
        self._pages: dict[int, Sequence[FoundCard | None]] = {}
        self._names = (
            self.tr("Question"),
            self.tr("Section"),
            self.tr("Kind"),
            self.tr("Due"),
            self.tr("State"),
            self.tr("Changed"),
        )

    def show_first(self, first: Sequence[FoundCard], today: date) -> None:
        """Shows other cards: the first page of them, until `show_all` tells how to read on.

        Args:
            first: as many as a page holds, where there are so many.
            today: the study day.
        """
        self.beginResetModel()
        self._fetch, self._today, self._count = None, today, len(first)
        self._pages = {0: first}
        self.endResetModel()

    def show_all(self, count: int, fetch: Fetch) -> None:
        """Goes on behind the first page; what is shown stays where it is.

        Args:
            count: of all cards.
            fetch: reads them.
        """
        self._fetch = fetch
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def card(self, row: int) -> FoundCard | None:
        """The card in a row; None when it can no longer be read."""
        number, at = divmod(row, PAGE)
        if number not in self._pages:
            if self._fetch is None:
                return None
            if len(self._pages) >= _KEPT:
                self._pages.pop(next(iter(self._pages)))
            self._pages[number] = self._fetch(number * PAGE, PAGE)
        cards = self._pages[number]
        return cards[at] if at < len(cards) else None

    @override
    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._names)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._names[section] if 0 <= section < len(self._names) else None
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and index.column() == QUESTION:
            return self._flag(index.row())
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if not index.isValid() or role not in wanted or (card := self.card(index.row())) is None:
            return None
        text = self._text(card, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            flag = (
                self.tr(", flag {number}").format(number=card.flag) if index.column() == QUESTION and card.flag else ""
            )
            return f"{self._names[index.column()]}: {text}{flag}"
        return text

    def loaded(self, rows: Sequence[int]) -> tuple[FoundCard, ...]:
        """The cards in some rows, those that can no longer be read left out."""
        return tuple(card for row in rows if (card := self.card(row)))

    def _flag(self, row: int) -> QIcon | None:
        card = self.card(row)
        return self._flag_icon(card.flag) if card and card.flag and self._flag_icon else None

    def _text(self, card: FoundCard, column: int) -> str:
        match column:
            case 0:
                return card.question
            case 1:
                return section_words(self._sections, card.section)
            case 2:
                return kind_words(card.kind)
            case 3:
                return date_words(card.due)
            case 4:
                return state_words(card, self._today)
            case _:
                return date_words(card.changed)
