"""The page on which a primer is read, from wherever it was asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.library.primer import Primer
from trainer.tokens import SPACE
from trainer.ui.labels import make_label, make_tool
from trainer.ui.look import Look
from trainer.ui.primer.view import PrimerView
from trainer.ui.study.card_sources import CardSources

PAGE_KEYS: dict[int, float] = {
    Qt.Key.Key_PageDown.value: 0.9,
    Qt.Key.Key_PageUp.value: -0.9,
    Qt.Key.Key_Space.value: 0.9,
    Qt.Key.Key_Down.value: 0.2,
    Qt.Key.Key_Up.value: -0.2,
}
"""How far keys scroll, in heights of the sheet."""

_WIDEST = 860


class PrimerPage(QWidget):
    """A primer, and the way back.

    Args:
        look: for the colours.
        sources: draws diagrams, and knows the drills.

    Signals:
        back_wanted: to where it was opened from.
    """

    back_wanted = Signal()

    def __init__(self, look: Look, sources: CardSources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view = PrimerView(look, sources)
        self.view.setMaximumWidth(_WIDEST)
        bar = QWidget(self)
        bar.setObjectName("bar")
        head = QHBoxLayout(bar)
        head.setContentsMargins(4 * SPACE, 2 * SPACE + 2, 4 * SPACE, 2 * SPACE + 2)
        head.setSpacing(2 * SPACE)
        self.back_button = make_tool(look, "back", self.tr("Back (Esc)"), self.back_wanted.emit, bar)
        head.addWidget(self.back_button)
        head.addWidget(make_label(self.tr("Primer"), "title"), 1)
        sides = QHBoxLayout()
        sides.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        sides.addStretch(1)
        sides.addWidget(self.view, 100)
        sides.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(sides, 1)
        back = QShortcut(QKeySequence("Escape"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_wanted)

    def show_primer(self, primer: Primer, title: str) -> None:
        """Shows a primer; `title` is its section's."""
        self.setAccessibleName(self.tr("Primer: {title}").format(title=title))
        self.view.show_primer(primer, title)
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # no button, which would take the keys that scroll

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in PAGE_KEYS:
            self.view.scroll_by_page(PAGE_KEYS[event.key()])
        elif not (event.key() == Qt.Key.Key_Z and not event.modifiers() and self.view.enlarge_picture()):
            super().keyPressEvent(event)
