"""What is offered for a card that is forgotten again and again: other words, or the other cards of its topic."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label


class LeechRow(QWidget):
    """A line under a card that was answered.

    Signals:
        rewrite_wanted: in words that stay.
        topic_wanted: the cards of its section.
    """

    rewrite_wanted = Signal()
    topic_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self.text = make_label("", "small", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE // 2, 3 * SPACE, SPACE // 2, 0)
        row.setSpacing(4 * SPACE)
        row.addWidget(self.text, 1)
        row.addWidget(make_button(self.tr("Rewrite it"), self.rewrite_wanted.emit, role="link"))
        row.addWidget(make_button(self.tr("Cards on its topic"), self.topic_wanted.emit, role="link"))

    def show_count(self, count: int) -> None:
        """Takes how often the card was forgotten; 0 where there is nothing to offer."""
        self.count = count
        self.text.setText(
            self.tr("Forgotten {count} times. Words of your own, or its neighbours, may help.").format(count=count)
        )
