"""The gallery: every drill with a small picture of its topology and how far it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.look import Look

_CARD_WIDTH, _PICTURE = 320, QSize(288, 190)


@dataclass(frozen=True, slots=True)
class GalleryEntry:
    """A drill as the gallery shows it; `state` and `sections` are ready to read."""

    drill: str
    title: str
    sections: str
    state: str
    minutes: int


class DrillCard(QFrame):
    """One drill; the whole card is a button.

    Signals:
        opened: by click, Enter or Space.
    """

    opened = Signal(str)

    def __init__(self, entry: GalleryEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setProperty("role", "card")
        self.setProperty("interactive", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(_CARD_WIDTH)
        self.setAccessibleName(f"{entry.title}. {entry.state}. {entry.sections}")
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        self._picture = QLabel(self)
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._picture)
        column.addSpacing(SPACE)
        column.addWidget(make_label(entry.title, "strong", wrap=True))
        column.addWidget(make_label(entry.sections, "small", wrap=True))
        column.addStretch(1)
        column.addWidget(make_label(entry.state, "muted"))

    def show_picture(self, picture: QPixmap) -> None:
        """Shows the topology."""
        self._picture.setPixmap(picture)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.entry.drill)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.entry.drill)
        else:
            super().keyPressEvent(event)


class DrillsPage(QScrollArea):
    """All drills in a grid as wide as the window allows.

    Signals:
        drill_wanted: a drill's id.
    """

    drill_wanted = Signal(str)

    def __init__(self, look: Look, picture_of: Callable[[str, QSize], QPixmap], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture_of = picture_of
        self._cards: list[DrillCard] = []
        self._columns = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = inside = QWidget(self)
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8 * SPACE, 8 * SPACE, 8 * SPACE, 8 * SPACE)
        column.setSpacing(4 * SPACE)
        column.addWidget(make_label(self.tr("Drills"), "hero"))
        self._grid = QGridLayout()
        self._grid.setSpacing(4 * SPACE)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inside)
        look.changed.connect(self._paint_pictures)

    def show_entries(self, entries: Sequence[GalleryEntry]) -> None:
        """Shows these drills; their pictures are drawn once the page is on screen."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self._cards = [DrillCard(entry, self._inside) for entry in entries]
        for card in self._cards:
            card.opened.connect(self.drill_wanted)
            card.show()
        self._columns = 0
        self._arrange()
        QTimer.singleShot(0, self._paint_pictures)

    def cards(self) -> Mapping[str, DrillCard]:
        """The cards by drill."""
        return {card.entry.drill: card for card in self._cards}

    def _arrange(self) -> None:
        columns = max(1, (self.viewport().width() - 12 * SPACE) // (_CARD_WIDTH + 4 * SPACE))
        if columns != self._columns:
            self._columns = columns
            for number, card in enumerate(self._cards):
                self._grid.addWidget(card, number // columns, number % columns)

    def _paint_pictures(self) -> None:
        for card in self._cards:
            card.show_picture(self._picture_of(card.entry.drill, _PICTURE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
