"""The gallery: every drill with a small picture of its topology and how far it is; searched and filtered at once."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.study.mastery import DRILL_DEFINITION
from trainer.tokens import SPACE
from trainer.ui.choice import Choice
from trainer.ui.drills.card import CARD_WIDTH, PICTURE, DrillCard, GalleryEntry
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.menu import Menu

_EVERY = ""


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
        self._shown: list[DrillCard] = []
        self._columns = 0
        self._standing = _EVERY
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Drills"))
        self._inside = inside = QWidget(self)
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8 * SPACE, 8 * SPACE, 8 * SPACE, 8 * SPACE)
        column.setSpacing(4 * SPACE)
        column.addWidget(make_label(self.tr("Drills"), "hero"))
        column.addLayout(self._make_filters())
        self._grid = QGridLayout()
        self._grid.setSpacing(4 * SPACE)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._grid)
        self.nothing = make_label(self.tr("No drill is like that. Try another word, or show all."), "muted")
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.setWidget(inside)
        self._next_picture = QTimer(self)
        self._next_picture.setSingleShot(True)
        self._next_picture.timeout.connect(self._paint_one)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._next_picture.start())
        look.changed.connect(self._forget_pictures)

    def _make_filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        self.search = QLineEdit(self._inside)
        self.search.setPlaceholderText(self.tr("Search drills (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search drills"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(300)
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self._take_found)
        row.addWidget(self.search, 1)
        self.topics = Menu(self._inside)
        self.topics.setAccessibleName(self.tr("Topic"))
        self.topics.currentIndexChanged.connect(lambda _: self._filter())
        row.addWidget(self.topics)
        self.standings = Choice(
            self.tr("State"),
            {
                self.tr("All"): _EVERY,
                self.tr("New"): "new",
                self.tr("Open"): "open",
                self.tr("Due"): "due",
                self.tr("Learning"): "learning",
                self.tr("Mastered"): "mastered",
            },
            self._inside,
        )
        self.standings.show_value(_EVERY)
        self.standings.setToolTip(self.tr(DRILL_DEFINITION))
        self.standings.chosen.connect(self._choose_standing)
        row.addWidget(self.standings)
        row.addStretch(1)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._go_to_found)
        return row

    def show_entries(self, entries: Sequence[GalleryEntry], topics: Mapping[str, str]) -> None:
        """Shows these drills; their pictures are drawn once the page is on screen.

        Args:
            entries: the drills, in the order to show them.
            topics: names of the topics by folder.
        """
        for card in self._cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self._cards = [DrillCard(entry, self._inside) for entry in entries]
        for card in self._cards:
            card.opened.connect(self.drill_wanted)
        if self.topics.count() != len(topics) + 1:
            self.topics.clear()
            self.topics.addItem(self.tr("All topics"), _EVERY)
            for topic, name in topics.items():
                self.topics.addItem(name, topic)
        self._filter()

    def cards(self) -> Mapping[str, DrillCard]:
        """The cards that are shown, by drill."""
        return {card.entry.drill: card for card in self._shown}

    def _choose_standing(self, standing: object) -> None:
        self._standing = str(standing)
        self._filter()

    def _filter(self) -> None:
        words, topic = self.search.text().lower().split(), self.topics.currentData() or _EVERY
        self._shown = []
        for card in self._cards:
            entry = card.entry
            fits = all(word in entry.words for word in words) and topic in (_EVERY, entry.topic)
            if fits and self._standing in (_EVERY, entry.standing):
                self._shown.append(card)
            else:
                self._grid.removeWidget(card)
                card.hide()
        self.nothing.setVisible(not self._shown and bool(self._cards))
        self._columns = 0
        self._arrange()

    def _take_found(self) -> None:
        """Opens the one drill that was found; among several the keyboard goes to the first."""
        if len(self._shown) == 1:
            self.drill_wanted.emit(self._shown[0].entry.drill)
        else:
            self._go_to_found()

    def _go_to_found(self) -> None:
        if self._shown:
            self._shown[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        columns = max(1, (self.viewport().width() - 12 * SPACE) // (CARD_WIDTH + 4 * SPACE))
        if columns != self._columns:
            self._columns = columns
            for number, card in enumerate(self._shown):
                self._grid.addWidget(card, number // columns, number % columns)
                card.show()
        self._next_picture.start()

    def _paint_one(self) -> None:
        """Draws the picture of a card that is in view, and comes back for the next one: scrolling never waits."""
        view = self.viewport().rect()
        for card in self._shown:
            top = card.mapTo(self.viewport(), card.rect().topLeft())
            if not card.is_painted and card.isVisible() and view.intersects(card.rect().translated(top)):
                card.show_picture(self._picture_of(card.entry.drill, PICTURE))
                self._next_picture.start()
                return

    def _forget_pictures(self) -> None:
        for card in self._cards:
            card.is_painted = False
        self._next_picture.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
