"""Under the table: the selected pair in a sentence, and the ways to the cards and diagrams that tell it apart."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trainer.study.confusions import Material, MixUp
from trainer.tokens import SPACE
from trainer.ui.confusions.words import cards_words, sure_words, told
from trainer.ui.labels import make_button, make_label

_MOST_DRILLS = 3


class PairSide(QFrame):
    """What helps against one mix-up.

    Signals:
        cards_wanted: a query that finds exactly the cards.
        drill_wanted: id of a drill.
    """

    cards_wanted = Signal(str)
    drill_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("The selected mix-up"))
        self.told = make_label("", "large", wrap=True, parent=self)
        self.sure = make_label("", "muted", wrap=True, parent=self)
        self._apart = make_label(self.tr("What tells them apart"), "heading", parent=self)
        self.cards_button = make_button("", self._want_cards, role="primary", parent=self)
        self.drill_buttons = [self._make_drill_button(place) for place in range(_MOST_DRILLS)]
        self.nothing = make_label(
            self.tr("There is no card or diagram about just these two yet. It will come up again by itself."),
            "muted",
            wrap=True,
            parent=self,
        )
        self._material = Material()
        halves = QHBoxLayout(self)
        halves.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        halves.setSpacing(8 * SPACE)
        for parts in ((self.told, self.sure), (self._apart, self.cards_button, *self.drill_buttons, self.nothing)):
            column = QVBoxLayout()
            column.setSpacing(2 * SPACE)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            halves.addLayout(column, 1)

    def show_pair(self, pair: MixUp, material: Material) -> None:
        """Shows a pair, with what there is about it."""
        self._material = material
        self.told.setText(told(pair))
        self.sure.setText(sure_words(pair))
        self.sure.setVisible(bool(self.sure.text()))
        self.cards_button.setText(cards_words(len(material.cards)))
        self.cards_button.setVisible(bool(material.notes))
        for place, button in enumerate(self.drill_buttons):
            there = place < len(material.drills)
            button.setVisible(there)
            button.setText(self.tr("Diagram: {title}").format(title=material.drills[place].title) if there else "")
        is_anything = bool(material.notes or material.drills)
        self._apart.setVisible(is_anything)
        self.nothing.setVisible(not is_anything)

    def _make_drill_button(self, place: int) -> QPushButton:
        button = make_button("", lambda: self.drill_wanted.emit(self._material.drills[place].id), parent=self)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the table keeps its height from pair to pair
        button.setSizePolicy(policy)
        return button

    def _want_cards(self) -> None:
        self.cards_wanted.emit(f"id:{','.join(self._material.notes)}")
