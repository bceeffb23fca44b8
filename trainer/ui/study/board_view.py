"""A drill that stands between the cards, since skills that it trains are due."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trainer.study.card_session import BoardPrompt
from trainer.tokens import SPACE
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look

_PICTURE = QSize(240, 192)
_PICTURE_AFTER_MS = 60


class BoardView(QFrame):
    """The drill's picture and title, the skills that are due, and whether to build it now.

    Args:
        look: for the colours.
        picture_of: draws the topology of a drill, as large as fits into a size in px.

    Signals:
        drill_due: the drill's id, and the variant to build; None for the drill itself.
        later_wanted: not now.
    """

    drill_due = Signal(str, object)
    later_wanted = Signal()

    def __init__(self, look: Look, picture_of: Callable[[str, QSize], QPixmap], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture_of = picture_of
        self._drill = ""
        self._variant: int | None = None
        self.setProperty("role", "card")
        halves = QHBoxLayout(self)
        halves.setContentsMargins(8 * SPACE, 8 * SPACE, 6 * SPACE, 8 * SPACE)
        halves.setSpacing(6 * SPACE)
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        halves.addLayout(column, 1)
        self._picture = QLabel(self)
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        halves.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self.title = make_label("", "title", wrap=True)
        self.reason = make_label(self.tr("Time to build again what is due from this diagram:"), "muted", wrap=True)
        self.skills = make_label("", wrap=True)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addSpacing(SPACE)
        column.addWidget(self.reason)
        column.addWidget(self.skills)
        column.addSpacing(4 * SPACE)
        column.addLayout(self._make_buttons())
        column.addStretch(1)
        look.changed.connect(self._paint)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        self.build_button = make_button(
            self.tr("Build it"), lambda: self.drill_due.emit(self._drill, self._variant), role="primary", parent=self
        )
        self.later_button = make_button(self.tr("Later"), self.later_wanted.emit, parent=self)
        self.later_button.setAccessibleDescription(self.tr("Leaves the diagram for another time"))
        self._minutes = make_label("", "muted", parent=self)
        row.addWidget(self.build_button)
        row.addWidget(self.later_button)
        row.addSpacing(2 * SPACE)
        row.addWidget(self._minutes)
        row.addStretch(1)
        return row

    def show_board(self, board: BoardPrompt) -> None:
        """Shows a drill; its picture is drawn once everything else is on screen."""
        self._drill, self._variant = board.drill.id, board.variant
        self.title.setText(board.drill.title)
        self.skills.setText("\n".join(f"•  {skill}" for skill in board.skills))
        self.reason.setVisible(bool(board.skills))
        self.skills.setVisible(bool(board.skills))
        self._minutes.setText(self.tr("about {minutes} min").format(minutes=max(1, board.minutes)))
        self.build_button.setAccessibleDescription(f"{board.drill.title}: {', '.join(board.skills)}")
        self._picture.clear()
        QTimer.singleShot(_PICTURE_AFTER_MS, self, self._paint)

    def _paint(self) -> None:
        self.build_button.setIcon(self._look.icon("play", "on.accent"))
        if self._drill and not self.isHidden():
            self._picture.setPixmap(self._picture_of(self._drill, _PICTURE))
