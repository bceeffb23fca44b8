"""A notice in the window for what went wrong and can be mended; never a dialog in the learning flow."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_label, make_tool
from trainer.ui.look import Look


class NoticeBar(QFrame):
    """A line over the page that stays until it is closed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = make_label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        row.addWidget(self._label, 1)
        row.addWidget(make_tool(look, "cross", self.tr("Close this notice"), self.hide, self))
        self.hide()

    def tell(self, text: str, *, error: bool = True) -> None:
        """Shows a sentence, and lets a screen reader say it."""
        self.setProperty("kind", "error" if error else "warning")
        self.style().unpolish(self)
        self.style().polish(self)
        self._label.setText(text)
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def text(self) -> str:
        """What is shown, or nothing."""
        return "" if self.isHidden() else self._label.text()
