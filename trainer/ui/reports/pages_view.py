"""The pages of a report under each other, as wide as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from trainer.tokens import SPACE
from trainer.ui.look import Look

WIDEST = 820
"""Px of a page at scale 1, on the widest screens."""

_GAP, _RIM = 4 * SPACE, 2 * SPACE
_AFTER_RESIZE_MS = 150


class PagesView(QScrollArea):
    """Shows pages, which are pictures; what they say stands in the accessible description.

    Signals:
        resized: pages have another width now; whoever made them makes them anew.
    """

    resized = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._sheets = _Sheets(look, self)
        self.setWidget(self._sheets)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_AFTER_RESIZE_MS)
        self._rest.timeout.connect(self._tell_width)
        self.setAccessibleName(self.tr("Preview"))

    @property
    def page_width(self) -> int:
        """How wide a page is, in px at scale 1."""
        return self._sheets.page_width

    @property
    def wanted_width(self) -> int:
        """How many pixels wide a picture of a page is to be, so that none is stretched on this screen."""
        return round(self.page_width * self.devicePixelRatioF())

    def show_pages(self, pages: Sequence[QImage], told: str) -> None:
        """Takes the pages, and what they say in words."""
        self._rest.start()
        self._sheets.show_pages(pages)
        name = self.tr("Preview, {count} page") if len(pages) == 1 else self.tr("Preview, {count} pages")
        self.setAccessibleName(name.format(count=len(pages)))
        self.setAccessibleDescription(told)

    @property
    def pages(self) -> Sequence[QImage]:
        """What is shown."""
        return self._sheets.pages

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def _tell_width(self) -> None:
        if self.pages and abs(self.pages[0].width() - self.wanted_width) > 1:
            self.resized.emit()


class _Sheets(QWidget):
    """Paints the pages on the ground of the window."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.pages: Sequence[QImage] = ()
        look.changed.connect(self.update)

    @property
    def page_width(self) -> int:
        return max(1, min(self.width() - 2 * _RIM, WIDEST))

    def show_pages(self, pages: Sequence[QImage]) -> None:
        self.pages = pages
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        places = self._places()
        self.setMinimumHeight(places[-1].bottom() + _RIM if places else 0)

    def _places(self) -> list[QRect]:
        """Where each page is."""
        places: list[QRect] = []
        y, width = _RIM, self.page_width
        for page in self.pages:
            height = round(page.height() * width / page.width())
            places.append(QRect((self.width() - width) // 2, y, width, height))
            y += height + _GAP
        return places

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDEST, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(self._look.color("border"), 1))
        for page, place in zip(self.pages, self._places(), strict=True):
            if place.intersects(event.rect()):
                painter.drawImage(QRectF(place), page)
                painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()
