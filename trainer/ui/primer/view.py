"""A primer as a sheet to read: what a section is about, its ideas, what people mix up, and its drill solved."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trainer.learning.markup import plain_text
from trainer.learning.picture import DRILL, DrillView
from trainer.library.primer import Primer
from trainer.tokens import SPACE, TEXT_LARGE
from trainer.ui.labels import make_button, make_label
from trainer.ui.look import Look
from trainer.ui.sheet import make_scroll
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.markup_view import MarkupView
from trainer.ui.study.picture_view import PictureView

_PAD = 8 * SPACE
_MOST_PICTURE = 380
"""Height of the diagram, in px: it is a reminder here, and a click shows it large."""


class PrimerView(QFrame):
    """One primer; it scrolls where it is longer than the room it gets.

    Args:
        look: for the colours.
        sources: draws the diagram, and knows the drills.

    Signals:
        drill_wanted: the primer's drill, by its id.
    """

    drill_wanted = Signal(str)

    def __init__(self, look: Look, sources: CardSources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._drill = ""
        self.setProperty("role", "card")
        self.lead = make_label("", "small")
        self.title = make_label("", "title", wrap=True)
        self.text = MarkupView(look, sources, size=TEXT_LARGE)
        self.ideas = MarkupView(look, sources)
        self.mix_ups = MarkupView(look, sources)
        self.picture = PictureView(look, sources)
        self.picture.limit_height(_MOST_PICTURE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # the height that its width here makes, and not that of its size hint
        self.picture.setSizePolicy(policy)
        self.drill_button = make_button("", lambda: self.drill_wanted.emit(self._drill), role="link")
        self.source = make_label("", "small", wrap=True)
        for text in (self.text, self.ideas, self.mix_ups):
            text.link_wanted.connect(self._follow)
        self._scroll = self._make_sheet()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(self._scroll)

    def _make_sheet(self) -> QScrollArea:
        scroll = make_scroll(self)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_PAD, _PAD - 2 * SPACE, _PAD, _PAD - 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.lead)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(2 * SPACE)
        column.addWidget(make_label(self.tr("What to take along"), "heading"))
        column.addWidget(self.ideas)
        column.addSpacing(2 * SPACE)
        column.addWidget(self._make_panel())
        column.addSpacing(2 * SPACE)
        column.addWidget(self.picture)
        column.addWidget(self.drill_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.source)
        column.addStretch(1)
        scroll.setWidget(inside)
        return scroll

    def _make_panel(self) -> QFrame:
        panel = QFrame(self)
        panel.setProperty("role", "card")
        panel.setProperty("kind", "hint")
        column = QVBoxLayout(panel)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(make_label(self.tr("What people mix up"), "strong"))
        column.addWidget(self.mix_ups)
        return panel

    def show_primer(self, primer: Primer, title: str, lead: str = "") -> None:
        """Shows a primer from its beginning.

        Args:
            primer: which.
            title: of its section.
            lead: what stands over the title.
        """
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.title.setText(title)
        self.text.show_markup(primer.text)
        self.ideas.show_markup(_points(primer.ideas))
        self.mix_ups.show_markup(_points(primer.mix_ups))
        self._show_drill(primer.drill)
        self.source.setText(self.tr("AWS documentation: {title}").format(title=primer.source))
        self.setAccessibleName(title)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_drill(self, drill: str | None) -> None:
        """Shows the diagram of the drill and the way to it, where there is one."""
        title = self._sources.title_of(drill) if drill else None
        self.picture.setVisible(title is not None)
        self.drill_button.setVisible(title is not None)
        if drill is None or title is None:
            return
        self._drill = self._sources.current_id(drill)
        self.picture.show_picture(DrillView(self._drill), self.tr("Solved: {title}").format(title=title))
        text = self.tr("Build it in a drill: {title}").format(title=title)
        self.drill_button.setText(text)
        self.drill_button.setAccessibleName(text)

    @property
    def told(self) -> str:
        """All of it in words, for a screen reader."""
        texts = (self.text, self.ideas, self.mix_ups)
        return " ".join([f"{self.title.text()}.", *(plain_text(text.markup) for text in texts)])

    def scroll_by_page(self, pages: float) -> None:
        """Scrolls by so many heights of the sheet; negative is up."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def enlarge_picture(self) -> bool:
        """Shows the diagram large; False where there is none."""
        if self.picture.isHidden():
            return False
        self.picture.enlarge()
        return True

    def _follow(self, target: str) -> None:
        self.drill_wanted.emit(self._sources.current_id(target.removeprefix(DRILL)))


def _points(texts: Iterable[str]) -> str:
    return "\n".join(f"- {' '.join(text.split())}" for text in texts)
