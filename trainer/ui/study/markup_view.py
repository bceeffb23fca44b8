"""A text of a card with its pictures: labels and pictures below each other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.learning.markup import Block, BlockKind, parse_markup, plain_text
from trainer.learning.picture import parse_target
from trainer.tokens import SPACE, TEXT_BASE
from trainer.ui.look import Look
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.markup_label import MarkupLabel
from trainer.ui.study.picture_view import PictureView


class MarkupView(QWidget):
    """Shows what a `MarkupLabel` shows, and pictures where it would only tell what they are of.

    Args:
        look: for the colours.
        sources: draws the pictures; without it they are told in words.
        tone: colour token of the text.
        size: of the text, in px at scale 1.
        semibold: for all of it; strong runs are bold then.

    Signals:
        link_wanted: where a link leads that was clicked.
        grown: it needs another height, since a picture was drawn.
    """

    link_wanted = Signal(str)
    grown = Signal()

    def __init__(
        self,
        look: Look,
        sources: CardSources | None = None,
        *,
        tone: str = "text",
        size: int = TEXT_BASE,
        semibold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._sources = look, sources
        self._style = {"tone": tone, "size": size, "semibold": semibold}
        self._markup = ""
        self._strong_tone: str | None = None
        self._parts: list[MarkupLabel | PictureView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3 * SPACE)
        self._add(MarkupLabel(look, **self._style))

    @property
    def markup(self) -> str:
        """What is shown, with its marks."""
        return self._markup

    @property
    def written(self) -> str:
        """What stands in the labels, paragraph by paragraph."""
        return "\n".join(part.written for part in self._parts if isinstance(part, MarkupLabel))

    @property
    def pictures(self) -> tuple[PictureView, ...]:
        """The pictures, in their order."""
        return tuple(part for part in self._parts if isinstance(part, PictureView))

    def text(self) -> str:
        """All of it without marks, on one line."""
        return plain_text(self._markup)

    def show_markup(self, markup: str, *, strong_tone: str | None = None) -> None:
        """Takes another text, and another colour for its strong runs where one is given."""
        if strong_tone is not None:
            self._strong_tone = strong_tone
        self._markup = markup
        blocks = parse_markup(markup)
        first = self._parts[0]
        if self._sources is None or all(block.kind is not BlockKind.PICTURE for block in blocks):
            self._keep(1)
            assert isinstance(first, MarkupLabel)
            first.show_markup(markup, strong_tone=self._strong_tone)
            first.show()
        else:
            self._show_parts(blocks, self._sources)

    def _show_parts(self, blocks: tuple[Block, ...], sources: CardSources) -> None:
        """Begins with a label, which is empty where a picture comes first."""
        self._keep(1)
        label, written = self._parts[0], []
        for block in blocks:
            view = parse_target(block.target) if block.kind is BlockKind.PICTURE else None
            if view is None:
                written.append(block)
                continue
            self._fill(label, written)
            picture = PictureView(self._look, sources)
            picture.grown.connect(self.grown)
            picture.show_picture(view, block.text)
            self._add(picture)
            label, written = MarkupLabel(self._look, **self._style), []
            self._add(label)
        self._fill(label, written)

    def _fill(self, label: QWidget, blocks: list[Block]) -> None:
        assert isinstance(label, MarkupLabel)
        label.show_blocks(tuple(blocks), strong_tone=self._strong_tone)
        label.setVisible(bool(blocks))

    def _add(self, part: MarkupLabel | PictureView) -> None:
        if isinstance(part, MarkupLabel):
            part.link_wanted.connect(self.link_wanted)
        self._parts.append(part)
        self._column.addWidget(part)

    def _keep(self, count: int) -> None:
        for part in self._parts[count:]:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        del self._parts[count:]
