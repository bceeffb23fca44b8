"""The card: its question on top, and what is revealed under it, so that the question never moves."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from trainer.learning.card import Card
from trainer.learning.markup import plain_text
from trainer.learning.note import NoteKind
from trainer.learning.picture import Stage
from trainer.tokens import SPACE, TEXT_CARD, TEXT_LARGE
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.study.card_foot import CardFoot
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.markup_view import MarkupView
from trainer.ui.study.multi_list import MultiList
from trainer.ui.study.options import OptionList
from trainer.ui.study.pair_list import PairList
from trainer.ui.study.picture_view import PictureView
from trainer.ui.study.response import Response
from trainer.ui.study.step_list import StepList
from trainer.ui.study.typed_line import TypedLine

_PAD, _PAD_LOW = 10 * SPACE, 6 * SPACE
_SCROLL_BAR = 10
_BORDER = 1
_LEAST = 120
_BESIDE_PICTURE = _PAD_LOW + _PAD_LOW - 2 * SPACE + 4 * SPACE + 2 * SPACE
"""What stands above and below a picture beside the question, in px."""


class CardView(QFrame):
    """One card. It scrolls inside its frame where it is longer than the room it gets.

    Args:
        look: for the colours.
        sources: draws pictures, and knows the drills; without it pictures are told in words.

    Signals:
        drill_wanted: id of the drill in which the card can be done.
        primer_wanted: id of its section, whose primer is to be read.
        grown: it needs another height.
        changed: something was typed, chosen or moved on it.
    """

    drill_wanted = Signal(str)
    primer_wanted = Signal(str)
    grown = Signal()
    changed = Signal()

    def __init__(self, look: Look, sources: CardSources | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._revealed = False
        self._wanted = _LEAST
        self.setProperty("role", "card")
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._scroll)
        self._inside = QWidget()
        self.question = MarkupView(look, sources, size=TEXT_CARD, semibold=True)
        self.picture = PictureView(look, sources) if sources else None
        self.invitation = make_label(self.tr("Answer in your head, then look at the options."), "muted")
        self.options = OptionList(look)
        self.options.entered.connect(self._bring)
        self.typed = TypedLine(look)
        self.multi = MultiList(look)
        self.steps = StepList(look)
        self.pairs = PairList(look)
        self._responses: dict[NoteKind, Response] = {
            NoteKind.TYPED: self.typed,
            NoteKind.MULTI: self.multi,
            NoteKind.ORDERING: self.steps,
            NoteKind.MATCHING: self.pairs,
        }
        for response in self._responses.values():
            response.grown.connect(self.grown)
            response.changed.connect(self.changed)
            response.entered.connect(self._bring)
        self._line = QFrame()
        self._line.setProperty("role", "line")
        self._line.setFixedHeight(1)
        self.answer = MarkupView(look, sources, size=TEXT_LARGE)
        self.why = MarkupView(look, sources, tone="text.muted")
        self.foot = CardFoot(look, sources)
        self.foot.drill_wanted.connect(self.drill_wanted)
        self.foot.primer_wanted.connect(self.primer_wanted)
        self.drill_button, self.source = self.foot.drill_buttons[0], self.foot.source
        self._arrange()
        for text in (self.question, self.answer, self.why):
            text.link_wanted.connect(self.foot.follow)
            text.grown.connect(self.grown)
        if self.picture:
            self.picture.grown.connect(self.grown)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(0)
        self._column.addWidget(self.question)
        for part, gap in (
            *(((self.picture, 4 * SPACE),) if self.picture else ()),
            (self.invitation, 3 * SPACE),
            (self.options, 4 * SPACE),
            *((response, 5 * SPACE) for response in self._responses.values()),
            (self._line, 6 * SPACE),
            (self.answer, 6 * SPACE),
            (self.why, 4 * SPACE),
            (self.foot, 4 * SPACE),
        ):
            self._column.addWidget(_below(part, gap))
        self._scroll.setWidget(self._inside)

    @property
    def is_revealed(self) -> bool:
        """Whether the answer is shown."""
        return self._revealed

    @property
    def has_options(self) -> bool:
        """Whether there are options to show."""
        return self._card is not None and bool(self._card.options)

    @property
    def has_picture(self) -> bool:
        """Whether the question is about a picture."""
        return self._card is not None and self._card.picture is not None

    @property
    def response(self) -> Response | None:
        """What takes the answer to this card; None where it is given in the head or chosen."""
        return self._responses.get(self._card.kind) if self._card else None

    def show_front(self, card: Card) -> None:
        """Shows the question only."""
        self._card, self._revealed = card, False
        question = card.question if self.picture else card.question_in_words
        self.question.show_markup(question, strong_tone="accent" if card.kind is NoteKind.CLOZE else "text")
        if self.picture:
            self.picture.show_picture(card.picture, plain_text(card.outline))
            self._show(self.picture, shown=card.picture is not None)
        self.options.clear()
        self._show(self.invitation, shown=card.kind is NoteKind.CHOICE)
        for response in self._responses.values():
            response.clear()
            self._show(response, shown=False)
        if self.response:
            self.response.show_card(card)
            self._show(self.response, shown=True)  # at once with what it was filled with, whose height counts now
        for part in (self.options, self._line, self.answer, self.why, self.foot):
            self._show(part, shown=False)
        self._scroll.verticalScrollBar().setValue(0)
        self.grown.emit()

    def show_whole(self, card: Card) -> None:
        """Shows both sides, to be read and not to be answered."""
        self.show_front(card)
        if self.response:
            self.response.clear()
            self._show(self.response, shown=False)
        if card.options:
            self.show_options()
            self.show_choice(next((option.number for option in card.options if option.right), 0))
        else:
            self.reveal()

    def show_options(self) -> None:
        """Shows what can be chosen, under the question."""
        assert self._card is not None
        self.options.show_options(self._card.options)
        self._show(self.invitation, shown=False)
        self._show(self.options, shown=True)
        self.grown.emit()

    def show_choice(self, number: int) -> None:
        """Shows the reasons of all options, and marks the right one and the one that was chosen."""
        self.options.show_choice(number)
        self._reveal()
        marked = [button for button in self.options.buttons if button.kind]
        for button in sorted(marked, key=lambda button: button.option.right):  # the right one stays in view
            self._bring(button)

    def show_explained(self) -> None:
        """Shows what comes with an answer that stands in the response itself."""
        self._reveal()

    def reveal(self) -> None:
        """Shows the answer: under the question, or in the place of a cloze question, with its gap filled."""
        assert self._card is not None
        if self._card.kind is NoteKind.CLOZE:
            self.question.show_markup(self._card.answer)
        else:
            answer = self._card.answer
            is_bare = self._card.kind in (NoteKind.TYPED, NoteKind.OCCLUDED) and "**" not in answer
            self.answer.show_markup(f"**{answer}**" if is_bare else answer)
            self._show(self._line, shown=True)
            self._show(self.answer, shown=True)
            self._uncover(self._card)
        self._reveal()

    def _uncover(self, card: Card) -> None:
        """Shows the hidden piece in its place."""
        if self.picture and card.picture:
            told = plain_text(card.outline).replace("?", card.answer)
            self.picture.show_picture(replace(card.picture, stage=Stage.SHOWN), told)

    def _reveal(self) -> None:
        card = self._card
        assert card is not None
        self._revealed = True
        self.why.show_markup(card.why)
        self._show(self.why, shown=bool(card.why))
        self.foot.show_card(card)
        if card.kind is NoteKind.CLOZE:
            self._show(self._line, shown=bool(card.why) or not self.foot.is_empty)
        self._show(self.foot, shown=not self.foot.is_empty)
        self.grown.emit()

    def height_for(self, width: int) -> int:
        """The height at which nothing has to be scrolled, in px, for a width."""
        self._forget_heights()
        return self._column.totalHeightForWidth(width - 2 * _BORDER - _SCROLL_BAR) + 2 * _BORDER

    def limit_picture(self, room: int) -> None:
        """Keeps the picture so low that the question is seen with it in a card of that height, in px."""
        if self.picture and self.has_picture:
            asked = self.question.heightForWidth(max(self.width() - 2 * _PAD, 1))
            self.picture.limit_height(room - asked - _BESIDE_PICTURE)

    def enlarge_picture(self) -> bool:
        """Shows the first picture that is on the card large; False where there is none."""
        texts = (self.question, self.answer, self.why)
        pictures = [*([self.picture] if self.picture else ()), *(one for text in texts for one in text.pictures)]
        seen = next((picture for picture in pictures if picture.isVisible()), None)
        if seen is not None:
            seen.enlarge()
        return seen is not None

    def _forget_heights(self) -> None:
        """Has the layouts ask all parts anew: they hear of changes within a part only when events are handled."""
        for part in self._inside.findChildren(QWidget):
            part.updateGeometry()
        self._column.activate()

    def want_height(self, height: int) -> None:
        """Takes that height, in px, where there is room, and never more."""
        self._wanted = height
        self.setMaximumHeight(height)
        self.updateGeometry()

    def fit(self) -> None:
        """Lays out what is inside for the size that the card has; the bar's room is kept free, so nothing rewraps."""
        frame = self.layout()
        assert frame is not None
        frame.activate()
        width = self._scroll.width() - _SCROLL_BAR
        self._forget_heights()
        self._inside.resize(width, self._column.totalHeightForWidth(width))
        self._column.activate()

    def scroll_by_page(self, pages: float) -> None:
        """Scrolls by so many heights of the card; negative is up."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def make_low(self, *, low: bool) -> None:
        """Narrows the rims in a low window."""
        top, bottom = (_PAD_LOW, _PAD_LOW - 2 * SPACE) if low else (_PAD, _PAD - SPACE)
        self._column.setContentsMargins(_PAD, top, _PAD - _SCROLL_BAR, bottom)

    def _show(self, part: QWidget, *, shown: bool) -> None:
        holder = part.parentWidget()
        assert holder is not None
        holder.setVisible(shown)

    def _bring(self, part: QWidget) -> None:
        self._scroll.ensureWidgetVisible(part, 0, 2 * SPACE)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LEAST)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _below(part: QWidget, gap: int) -> QWidget:
    """A part with a gap over it, which goes when the part is hidden."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, gap, 0, 0)
    column.addWidget(part)
    return holder
