"""What is shown when no card is left: how the day went, and what to do next."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from trainer.study.card_session import MORE_NEW, Ending
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.study.run_words import EndingTexts
from trainer.ui.study.words import deeds_of, next_of

_DISC, _GLYPH = 52, 26


class EndingView(QFrame):
    """A calm end.

    Signals:
        more_wanted: ten more new cards.
        drills_wanted: the gallery of drills.
        back_wanted: the page of the day.
    """

    more_wanted = Signal()
    drills_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._glyph = ("check", "success")
        self.setProperty("role", "card")
        self._disc = QLabel(self)
        self._disc.setFixedSize(_DISC, _DISC)
        self._disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._disc.setProperty("role", "disc")
        self.title = make_label("", "hero", parent=self)
        self.deeds = make_label("", wrap=True, parent=self)
        self.next = make_label("", "muted", wrap=True, parent=self)
        self.back_button = make_button(self.tr("Back to Today"), self.back_wanted.emit, parent=self)
        self.more_button = make_button("", self.more_wanted.emit, parent=self)
        self.drills_button = make_button(self.tr("Practise a diagram"), self.drills_wanted.emit, parent=self)
        self._arrange()
        look.changed.connect(self._paint)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10 * SPACE, 12 * SPACE, 10 * SPACE, 12 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(3 * SPACE)
        for label in (self.title, self.deeds, self.next):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.insertSpacing(column.indexOf(self.deeds), SPACE)
        column.addSpacing(6 * SPACE)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addStretch(1)
        for button in (self.back_button, self.more_button, self.drills_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def primary(self) -> QPushButton:
        """The button that Space and Enter press at first."""
        return next(button for button in self._buttons if button.property("role") == "primary")

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.back_button, self.more_button, self.drills_button

    @property
    def told(self) -> str:
        """What is shown, as one text."""
        texts = (label.text().rstrip(".") for label in (self.title, self.deeds, self.next))
        return ". ".join(text for text in texts if text)

    def show_ending(self, ending: Ending, today: date) -> None:
        """Tells how the day went; where nothing was done, what can be."""
        done = bool(ending.answered)
        self._glyph = ("check", "success") if done else ("study", "accent")
        self.title.setText(self.tr("Done for today") if done else self.tr("Nothing is due today"))
        self.deeds.setText(deeds_of(ending) if done else self._advise(ending))
        self.next.setText(next_of(ending, today))
        self.next.setVisible(bool(self.next.text()))
        more = min(MORE_NEW, ending.more_new)
        self.more_button.setText(self.tr("Learn {count} more").format(count=more))
        self.more_button.setVisible(more > 0)
        main = self.back_button if done else self.more_button if more > 0 else self.drills_button
        self._make_primary(main)

    def show_texts(self, texts: EndingTexts) -> None:
        """Tells how a practice session or the diagnostic went."""
        self._glyph = ("check", "success")
        self.title.setText(texts.title)
        self.deeds.setText(texts.deeds)
        self.next.setText(texts.next)
        self.next.setVisible(bool(texts.next))
        self.more_button.hide()
        self._make_primary(self.back_button)

    def _advise(self, ending: Ending) -> str:
        if ending.more_new > 0:
            return self.tr("No card needs you now. New ones are waiting, if you like, and diagrams are always open.")
        return self.tr("No card needs you now. Build a diagram meanwhile: every drop is explained.")

    def _make_primary(self, main: QPushButton) -> None:
        for button in self._buttons:
            button.setProperty("role", "primary" if button is main else "")
            button.style().unpolish(button)
            button.style().polish(button)
        self._paint()

    def _paint(self) -> None:
        glyph, tone = self._glyph
        self._disc.setProperty("kind", tone)
        self._disc.style().unpolish(self._disc)
        self._disc.style().polish(self._disc)
        self._disc.setPixmap(self._look.glyph(glyph, tone, _GLYPH))
