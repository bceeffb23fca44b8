"""The Learn page: the path through the course on the left, the selected section on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.study.path import PathSection
from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.learn.path_tree import PathTree
from trainer.ui.learn.side import SectionSide
from trainer.ui.learn.words import summary
from trainer.ui.look import Look


class LearnPage(QWidget):
    """Layout only; the presenter decides.

    Args:
        look: for the colours.

    Attributes:
        tree: the sections.
        side: the selected one.
    """

    section_selected = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Learn"))
        self.tree = PathTree(look)
        self.side = SectionSide(look)
        self.summary = make_label("", "muted")
        intro = self.tr("The course in its order. Begin where you like: what comes first is advice, never a lock.")
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(2 * SPACE)
        head = QHBoxLayout()
        head.setSpacing(4 * SPACE)
        head.addWidget(make_label(self.tr("Learn"), "hero"))
        head.addStretch(1)
        head.addWidget(self.summary, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(make_label(intro, "muted", wrap=True))
        halves = QHBoxLayout()
        halves.setSpacing(4 * SPACE)
        halves.addWidget(self.tree, 6)
        halves.addWidget(self.side, 4)
        column.addLayout(halves, 1)
        self.tree.section_selected.connect(self.section_selected)
        self.tree.section_opened.connect(lambda _: self.side.primary and self.side.primary.click())
        self.setTabOrder(self.tree, self.side.learn_button)

    def show_path(self, path: Sequence[PathSection], current: str) -> None:
        """Shows all sections, one of them selected."""
        self.summary.setText(summary(path))
        self.tree.show_path(path, current)

    def focus_path(self) -> None:
        """Puts the keyboard into the path."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
