"""The reports page: what a report is about on the left, its pages on the right. Layout and signals only."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.reports.pages_view import PagesView
from trainer.ui.reports.side_panel import SidePanel


class ReportsPage(QWidget):
    """Everything on the page; each change is asked for at once.

    Attributes:
        side: the choices and the button that saves.
        pages: the preview.

    Signals:
        span_chosen, name_typed, format_chosen, save_wanted, folder_wanted: those of `side`.
        resized: pages have another width now.
    """

    span_chosen = Signal(object)
    name_typed = Signal(str)
    format_chosen = Signal(object)
    save_wanted = Signal()
    folder_wanted = Signal()
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side = SidePanel(self)
        self.pages = PagesView(look, self)
        self.status = make_label("", "small", parent=self)
        self.status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        preview = QVBoxLayout()
        preview.setContentsMargins(2 * SPACE, 6 * SPACE, 2 * SPACE, 2 * SPACE)
        preview.setSpacing(2 * SPACE)
        preview.addWidget(self.status)
        preview.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(preview, 1)
        self._connect()

    def _connect(self) -> None:
        side = self.side
        side.span_chosen.connect(self.span_chosen)
        side.name_typed.connect(self.name_typed)
        side.format_chosen.connect(self.format_chosen)
        side.save_wanted.connect(self.save_wanted)
        side.folder_wanted.connect(self.folder_wanted)
        self.pages.resized.connect(self.resized)

    def show_making(self) -> None:
        """Says that the preview is on its way; older pages stay until it is there."""
        self.status.setText(self.tr("Making the preview..."))

    def show_pages(self, pages: Sequence[QImage], told: str) -> None:
        """Shows the pages; `told` says the same to a screen reader."""
        self.pages.show_pages(pages, told)
        text = self.tr("{count} page") if len(pages) == 1 else self.tr("{count} pages")
        self.status.setText(text.format(count=len(pages)))

    def show_failed(self) -> None:
        """Says that there is no preview; why, is told in the notice bar."""
        self.status.setText(self.tr("There is no preview."))
