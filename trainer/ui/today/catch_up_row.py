"""The offer to catch up after a break, and the word that it is under way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.today.plan_words import short_date

if TYPE_CHECKING:
    from trainer.study.planning.prospect import Prospect


class CatchUpRow(QFrame):
    """Hidden unless far more is due than fits.

    Signals:
        days_chosen: over how many days to clear what is due; 0 to stop doing so.
    """

    days_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        self.title = make_label("", "strong", wrap=True)
        self.meaning = make_label("", "muted", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.meaning)
        self._buttons = QWidget(self)
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(0, SPACE, 0, 0)
        self._row.setSpacing(2 * SPACE)
        column.addWidget(self._buttons)
        self.hide()

    @property
    def buttons(self) -> list[QPushButton]:
        """What can be chosen."""
        return self._buttons.findChildren(QPushButton)

    def show_prospect(self, prospect: "Prospect") -> None:
        """Offers to catch up, says until when that goes on, or hides."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        offer, until = prospect.catch_up, prospect.catching_up_until
        self.setVisible(offer is not None or until is not None)
        if offer is not None:
            self.title.setText(self.tr("{count} cards have been waiting").format(count=offer.overdue))
            text = self.tr(
                "You can clear them in some days, or just go on: each day then asks what you remember least, as far "
                "as your {minutes} minutes go, and nothing new until all is cleared."
            )
            self.meaning.setText(text.format(minutes=prospect.wish.minutes))
            for days, minutes in offer.minutes.items():
                name = self.tr("In {days} days: {minutes} min a day").format(days=days, minutes=minutes)
                self._row.addWidget(make_button(name, lambda days=days: self.days_chosen.emit(days)))
        elif until is not None:
            self.title.setText(self.tr("Catching up until {day}").format(day=short_date(until, prospect.day)))
            self.meaning.setText(self.tr("What has been waiting is spread over these days; new cards come after them."))
            self._row.addWidget(make_button(self.tr("Stop catching up"), lambda: self.days_chosen.emit(0)))
        self._row.addStretch(1)
