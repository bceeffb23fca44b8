"""What scrolls: pages with a column in the middle, no wider than is good to read, and parts of pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer.tokens import SPACE

_WIDEST = 860


def make_scroll(parent: QWidget) -> QScrollArea:
    """A part of a page that scrolls up and down, without a frame, and takes no focus itself."""
    scroll = QScrollArea(parent)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def make_sheet(page: QScrollArea) -> QVBoxLayout:
    """Gives a page that scrolls its inside, and the column to fill."""
    inside = QWidget()
    inside.setObjectName("page")
    middle = QHBoxLayout(inside)
    middle.setContentsMargins(8 * SPACE, 8 * SPACE, 8 * SPACE, 8 * SPACE)
    sheet = QWidget(inside)
    sheet.setMaximumWidth(_WIDEST)
    middle.addStretch(1)
    middle.addWidget(sheet, 100)
    middle.addStretch(1)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3 * SPACE)
    page.setWidget(inside)
    return column
