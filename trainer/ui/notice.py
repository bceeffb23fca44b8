"""A notice in the window for what went wrong and can be mended; never a dialog in the learning flow."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label, make_tool
from trainer.ui.look import Look


class NoticeBar(QFrame):
    """A line over the page that stays until it is closed; what only confirms something goes with the page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._passes = False
        self._label = make_label("", wrap=True)
        self._deed: Callable[[], object] | None = None
        self.button = make_button("", self._do, role="link")
        self.button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        row.setSpacing(4 * SPACE)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        row.addWidget(make_tool(look, "cross", self.tr("Close this notice"), self.hide, self))
        self.hide()

    def tell(self, text: str, *, error: bool = True) -> None:
        """Shows a sentence, and lets a screen reader say it."""
        self._show(text, "error" if error else "warning")

    def confirm(self, text: str, *, offer: str = "", deed: Callable[[], object] | None = None) -> None:
        """Says that something was done.

        Args:
            text: a sentence.
            offer: what a button says that stands beside it; none where empty.
            deed: what the button does.
        """
        self._show(text, "success")
        self._deed = deed
        self.button.setText(offer)
        self.button.setVisible(bool(offer))
        self._passes = True

    def pass_on(self) -> None:
        """The learner goes elsewhere: nobody has to close what only confirmed something."""
        if self._passes:
            self.hide()

    def _show(self, text: str, kind: str) -> None:
        self._passes = False
        self._deed = None
        self.button.hide()
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._label.setText(text)
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _do(self) -> None:
        if self._deed is not None:
            self._deed()

    @property
    def text(self) -> str:
        """What is shown, or nothing."""
        return "" if self.isHidden() else self._label.text()
