"""A drill in the gallery: picture, title, sections, state."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.tokens import SPACE
from trainer.ui.labels import make_label

CARD_WIDTH, PICTURE = 320, QSize(288, 190)


@dataclass(frozen=True, slots=True)
class GalleryEntry:
    """A drill as the gallery shows it; `state` and `sections` are ready to read.

    Attributes:
        standing: `new`, `open`, `learning`, `due`, `mastered` or `fading`; what the filter asks for.
        meaning: what the state means, where that needs saying.
        topic: the folder that it lies in.
        words: everything that a search looks at, in lower case.
    """

    drill: str
    title: str
    sections: str
    state: str
    standing: str
    meaning: str
    topic: str
    words: str


class DrillCard(QFrame):
    """One drill; the whole card is a button.

    Signals:
        opened: by click, Enter or Space.
    """

    opened = Signal(str)

    def __init__(self, entry: GalleryEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.is_painted = False
        self.setProperty("role", "card")
        self.setProperty("interactive", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(CARD_WIDTH)
        self.setAccessibleName(f"{entry.title}. {entry.state}. {entry.sections}")
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        self._picture = QLabel(self)
        self._picture.setFixedSize(PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._picture)
        column.addSpacing(SPACE)
        column.addWidget(make_label(entry.title, "strong", wrap=True))
        column.addWidget(make_label(entry.sections, "small", wrap=True))
        column.addStretch(1)
        column.addWidget(make_label(entry.state, "muted"))
        self.setToolTip(entry.meaning)
        self.setAccessibleDescription(entry.meaning)

    def show_picture(self, picture: QPixmap) -> None:
        """Shows the topology."""
        self.is_painted = True
        self._picture.setPixmap(picture)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.entry.drill)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.entry.drill)
        else:
            super().keyPressEvent(event)
