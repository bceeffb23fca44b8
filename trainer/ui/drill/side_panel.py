"""The side of the drill page: the palette, what the drill asks, and the feedback share its height."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.tokens import SPACE
from trainer.ui.drill.asking import AskCard
from trainer.ui.drill.feedback import FeedbackPanel
from trainer.ui.drill.palette import PaletteList
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look

WIDE, NARROW = 316, 268
_PALETTE_SHARE = 0.56
_LEAST = 120
_HEADINGS = 110
"""Height of both headings, of the link below them and of the gaps, in px."""


class SidePanel(QWidget):
    """Palette on top, below it a question or a worked step where there is one, then the feedback.

    Signals:
        slip_wanted: the last drop was a slip of the hand.
        cards_wanted: the cards on what the drill trains.
    """

    slip_wanted = Signal()
    cards_wanted = Signal()

    has_cards = False
    """Whether there are cards on what the drill trains."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDE)
        self.palette_list = PaletteList(look)
        self.palette_list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.palette_heading = make_label(self.tr("Services to place"), "heading")
        self.feedback_heading = make_label(self.tr("Feedback"), "heading")
        self.asking = AskCard(look)
        self.feedback = FeedbackPanel(look)
        self.slip_button = make_button(self.tr("I slipped"), self.slip_wanted.emit, role="link")
        self.slip_button.setToolTip(self.tr("The tile goes back, and this drop does not count"))
        self.slip_button.hide()
        self.cards_button = make_button(self.tr("Cards on this"), self.cards_wanted.emit, role="link")
        self.cards_button.setToolTip(self.tr("The cards on what this drill trains"))
        self.cards_button.hide()
        self._frame = QScrollArea()
        self._frame.setFrameShape(QFrame.Shape.NoFrame)
        self._frame.setWidgetResizable(True)
        self._frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frame.setWidget(self.asking)
        self._frame.hide()
        self._filled = True
        self._may_slip = False
        self._shared: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.palette_heading)
        column.addWidget(self.palette_list)
        column.addWidget(self.feedback_heading)
        column.addWidget(self._frame)
        column.addWidget(self.slip_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.cards_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.feedback, 1)
        column.addStretch(0)
        self.asking.changed.connect(self.share)

    def show_palette(self, *, filled: bool) -> None:
        """Hides the palette where nothing is left in it."""
        self._filled = filled
        self.share()

    def share(self) -> None:
        """Gives each part the height that it needs, the palette less than the others in a low window.

        A question has the place of the feedback, which would answer it.
        """
        asking = self.asking
        wanted = self.palette_list.sizeHint().height()
        shared = (asking.content, self._filled, self._may_slip, wanted, self.size())
        if shared == self._shared:
            return  # as at most drops
        self._shared = shared
        self._frame.setVisible(asking.is_shown)
        self.feedback.setVisible(not asking.is_open)
        self.slip_button.setVisible(self._may_slip and not asking.is_open)
        self.palette_heading.setVisible(self._filled)
        self.palette_list.setVisible(self._filled)
        room = int(self.height() * _PALETTE_SHARE)
        if asking.is_shown:
            others = _HEADINGS + (0 if asking.is_open else _LEAST)
            least = _LEAST // 2 if self._filled else 0
            height = min(asking.height_for(self.width() - 5 * SPACE), self.height() - others - least)
            self._frame.setFixedHeight(max(height, _LEAST))
            self._frame.verticalScrollBar().setValue(0)
            room = self.height() - others - height
        self.palette_list.setFixedHeight(max(min(wanted, room), _LEAST // 2))

    def offer_cards(self, *, offered: bool) -> None:
        """Whether to lead to the cards on the drill, where there are any."""
        self.cards_button.setVisible(offered and self.has_cards)

    def offer_slip(self, *, offered: bool) -> None:
        """Whether the last drop may be called a slip."""
        self._may_slip = offered
        self.share()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()
