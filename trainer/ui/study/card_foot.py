"""What stands at the foot of an answered card: drills in which it can be done, its source, its primer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.card import Card
from trainer.learning.markup import links_of
from trainer.learning.picture import DRILL
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.words import as_of_words

_MOST_DRILLS = 3


class CardFoot(QWidget):
    """Links to drills, the source with the month in which what changes was gone over, and the primer of its section.

    Args:
        look: for the colours.
        sources: knows the drills; without it they are called by their ids.

    Signals:
        drill_wanted: a drill's id.
        primer_wanted: a section's id.
    """

    drill_wanted = Signal(str)
    primer_wanted = Signal(str)

    def __init__(self, look: Look, sources: CardSources | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._sources = look, sources
        self.drills: tuple[str, ...] = ()
        self.drill_buttons = tuple(self._make_button(place) for place in range(_MOST_DRILLS))
        self.source = make_label("", "small", wrap=True)
        self._section = ""
        self.primer_button = make_button("", lambda: self.primer_wanted.emit(self._section), role="link", parent=self)
        self.primer_button.setMinimumWidth(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        for button in self.drill_buttons:
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        rows.addWidget(self.source)
        rows.addWidget(self.primer_button, 0, Qt.AlignmentFlag.AlignLeft)
        look.changed.connect(self._paint_arrows)
        self._paint_arrows()

    def _make_button(self, place: int) -> QPushButton:
        button = make_button("", lambda: self.follow(f"{DRILL}{self.drills[place]}"), role="link", parent=self)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its arrow stands behind the words
        button.setMinimumWidth(1)  # a long title is shortened rather than the card made wider
        return button

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show of the card."""
        return not self.drills and not self.source.text() and self.primer_button.isHidden()

    def show_card(self, card: Card) -> None:
        """Offers the drills that the card links to, the one it names, and else the one that trains it best."""
        named = [*links_of(card.question), *links_of(card.answer), *links_of(card.why)]
        named += [card.drill] if card.drill else card.drills[:1]
        titles: dict[str, str] = {}
        for drill in dict.fromkeys(named):
            title = self._sources.title_of(drill) if self._sources else drill
            if title is not None:
                titles[drill] = title
        self.drills = tuple(titles)[:_MOST_DRILLS]
        for place, button in enumerate(self.drill_buttons):
            button.setVisible(place < len(self.drills))
            if place < len(self.drills):
                text = self.tr("Show in a drill: {title}").format(title=titles[self.drills[place]])
                button.setAccessibleName(text)
                button.setToolTip(text)
        source = self.tr("AWS documentation: {title}").format(title=card.source) if card.source else ""
        as_of = as_of_words(card.as_of) if card.as_of else ""
        self.source.setText(" · ".join(part for part in (source, as_of) if part))
        self.source.setVisible(bool(self.source.text()))
        self._section = card.section
        primer = self._sources.primer_title(card.section) if self._sources else None
        self.primer_button.setVisible(primer is not None)
        self.primer_button.setAccessibleName(self.tr("Primer: {title}").format(title=primer or ""))
        self._shorten()

    def _shorten(self) -> None:
        """Writes as much of each title as there is room for."""
        for button in (*self.drill_buttons, self.primer_button):
            room = max(self.width() - button.iconSize().width() - 4 * SPACE, 10 * SPACE)
            text = button.fontMetrics().elidedText(button.accessibleName(), Qt.TextElideMode.ElideRight, room)
            button.setText(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def follow(self, target: str) -> None:
        """Asks for the drill that a link leads to, by the id that it has today."""
        drill = target.removeprefix(DRILL)
        self.drill_wanted.emit(self._sources.current_id(drill) if self._sources else drill)

    def _paint_arrows(self) -> None:
        for button in self.drill_buttons:
            button.setIcon(self._look.icon("arrow-right", "accent"))
