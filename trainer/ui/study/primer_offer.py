"""A primer that is offered before the first card of its section."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from trainer.library.primer import Primer
from trainer.tokens import SPACE
from trainer.ui.labels import make_button
from trainer.ui.look import Look
from trainer.ui.primer.view import PrimerView
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.grading import GO_ON, KeyButton


class PrimerOffer(QWidget):
    """The primer, and under it the way on to the cards, which both buttons lead.

    Args:
        look: for the colours.
        sources: draws the diagram, and knows the drills.

    Signals:
        read: the learner has read it; `skipped` wants the cards at once.
    """

    read = Signal()
    skipped = Signal()

    def __init__(self, look: Look, sources: CardSources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.view = PrimerView(look, sources)
        self.go_button = KeyButton(GO_ON, self)
        self.go_button.clicked.connect(lambda: self.read.emit())  # noqa: PLW0108  # no `checked`
        self.skip_button: QPushButton = make_button(self.tr("Skip (S)"), self.skipped.emit, role="link")
        self.skip_button.setAccessibleDescription(self.tr("Goes on to the cards; the primer stays on the Learn page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4 * SPACE, 0, 0)
        row.setSpacing(4 * SPACE)
        row.addWidget(self.go_button, 1)
        row.addWidget(self.skip_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)

    def show_primer(self, primer: Primer, title: str) -> None:
        """Shows a primer; `title` is its section's."""
        self.view.show_primer(primer, title, self.tr("New: before its first cards"))
        self.go_button.show_deed(self.tr("On to the cards"), self.tr("Space"))
