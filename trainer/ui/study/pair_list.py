"""The pairs of a matching card: each left side with a menu of what may belong to it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.card import Card, Pair
from trainer.learning.markup import plain_text
from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.menu import Menu
from trainer.ui.study.markup_label import MarkupLabel
from trainer.ui.study.response import Response

NONE = -1
"""What is chosen for a left side while nothing is."""


class PairMenu(Menu):
    """A menu that leaves Enter to the page, which checks; arrows and Space open it."""

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            e.ignore()
        else:
            super().keyPressEvent(e)


class PairList(Response):
    """What to do, and the left sides below each other, each with its menu.

    Args:
        look: for the colours.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[tuple[Pair, PairMenu, QLabel]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self._column.addWidget(make_label(self.tr("Choose what belongs to each."), "muted"))
        self._table = QWidget(self)
        self._column.addWidget(self._table)

    @property
    def menus(self) -> tuple[PairMenu, ...]:
        """The menus as they stand."""
        return tuple(menu for _, menu, _ in self._rows)

    @property
    @override
    def given(self) -> tuple[int, ...]:
        """For each left side, in the order of the note, the number of what was chosen, or `NONE`."""
        rows = sorted(self._rows, key=lambda row: row[0].number)
        return tuple(menu.currentData() for _, menu, _ in rows)

    @property
    @override
    def is_begun(self) -> bool:
        return any(chosen != NONE for chosen in self.given)

    @property
    def told(self) -> str:
        """For a screen reader: every left side with what was chosen and whether that is right."""
        return " ".join(f"{menu.accessibleName()}." for menu in self.menus)

    @override
    def show_card(self, card: Card) -> None:
        self.clear()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(0, 1)
        for number, pair in enumerate(card.pairs):
            left = MarkupLabel(self._look)
            left.show_markup(pair.left)
            menu = PairMenu()
            menu.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            menu.setAccessibleName(plain_text(pair.left))
            menu.addItem(self.tr("Choose…"), NONE)
            for right in card.rights:
                menu.addItem(plain_text(right.text), right.number)
            menu.currentIndexChanged.connect(lambda _: self.changed.emit())
            verdict = make_label("", "verdict")
            grid.addWidget(left, number, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(menu, number, 1)
            grid.addWidget(verdict, number, 2)
            verdict.hide()
            self._rows.append((pair, menu, verdict))
        self.is_open = True

    @override
    def clear(self) -> None:
        self._rows.clear()
        self.is_open = False
        self._column.removeWidget(self._table)
        self._table.hide()
        self._table.deleteLater()
        self._table = QWidget(self)
        self._column.addWidget(self._table)

    def judge(self) -> None:
        """Says of each left side whether what was chosen belongs to it; nothing can be chosen any more."""
        self.is_open = False
        for pair, menu, verdict in self._rows:
            is_right = menu.currentData() == pair.right
            word = self.tr("Right") if is_right else self.tr("Wrong")
            verdict.setText(word)
            verdict.show()
            verdict.setProperty("kind", "right" if is_right else "wrong")
            verdict.style().unpolish(verdict)
            verdict.style().polish(verdict)
            menu.setAccessibleName(f"{plain_text(pair.left)}: {menu.currentText()}. {word}")
            menu.setEnabled(False)

    @override
    def take_focus(self) -> None:
        if self._rows:
            self._rows[0][1].setFocus(Qt.FocusReason.OtherFocusReason)
