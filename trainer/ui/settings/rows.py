"""The rows of the settings page: what a setting is called, what it does, and what it is set with."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_label


def make_card(parent: QWidget | None = None) -> tuple[QFrame, QBoxLayout]:
    """A card that settings stand on, and the layout to put them in."""
    card = QFrame(parent)
    card.setProperty("role", "card")
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
    row.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
    row.setSpacing(6 * SPACE)
    return card, row


def make_row(name: str, meaning: str, control: QWidget) -> QFrame:
    """A setting with its control on the right."""
    card, row = make_card()
    row.addLayout(make_texts((make_label(name, "strong"), make_label(meaning, "muted", wrap=True))), 1)
    row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return card


def make_block(labels: Iterable[QLabel], *controls: QWidget) -> QFrame:
    """A setting that needs the whole width: its controls stand under the words."""
    card, block = make_card()
    block.setDirection(QBoxLayout.Direction.TopToBottom)
    block.setSpacing(3 * SPACE)
    block.addLayout(make_texts(labels))
    for control in controls:
        block.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
    return card


def make_texts(labels: Iterable[QLabel]) -> QVBoxLayout:
    """Lines of text under each other."""
    texts = QVBoxLayout()
    texts.setSpacing(0)
    for label in labels:
        texts.addWidget(label)
    return texts
