"""Labels and buttons in the roles that the style sheet knows."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from trainer.ui.look import Look


def make_label(text: str, role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label; `role` is one of the style sheet's: title, hero, heading, strong, large, muted, small, figure."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    if wrap:
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


def make_button(
    text: str, clicked: Callable[[], object], *, role: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button; `role` is one of the style sheet's: primary, link, nav."""
    button = QPushButton(text, parent)
    button.setProperty("role", role)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda: clicked())  # noqa: PLW0108  # keeps Qt's `checked` argument away
    return button


def make_tool(look: Look, glyph: str, name: str, clicked: Callable[[], object], parent: QWidget) -> QToolButton:
    """A button that shows a symbol only; its name is the tooltip and what a screen reader says."""
    tool = QToolButton(parent)
    tool.setIconSize(QSize(20, 20))
    tool.setToolTip(name)
    tool.setAccessibleName(name)
    tool.clicked.connect(lambda: clicked())  # noqa: PLW0108  # same

    def paint() -> None:
        tool.setIcon(look.icon(glyph))

    paint()
    look.changed.connect(paint)
    return tool
