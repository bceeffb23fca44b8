"""The sheet in the middle of the study page: what is asked now, and what can be answered."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from trainer.learning.card import Card
from trainer.learning.grade import Grade
from trainer.library.primer import Primer
from trainer.study.card_session import BoardPrompt, Ending
from trainer.study.session import AnyEnding
from trainer.tokens import SPACE
from trainer.ui.labels import make_label
from trainer.ui.look import Look
from trainer.ui.primer.view import PrimerView
from trainer.ui.study.board_view import BoardView
from trainer.ui.study.card_sources import CardSources
from trainer.ui.study.card_view import CardView
from trainer.ui.study.ending import EndingView
from trainer.ui.study.grading import GO_ON, GradeRow, KeyButton, Offer
from trainer.ui.study.leech_row import LeechRow
from trainer.ui.study.primer_offer import PrimerOffer
from trainer.ui.study.run_words import texts_of

WIDEST, WIDEST_PICTURE = 760, 1040
_CARD_LEAST = 320
_LOW_BELOW = 650
_TOP_SHARE, _TOP_MOST = 0.07, 120


class StudySheet(QWidget):
    """A card with its grades, a primer, a diagram that is due, or the end of the day: always one of the four.

    Each step puts the keyboard where the next key goes.

    Args:
        look: for the colours.
        picture_of: draws the topology of a drill, as large as fits into a size in px.
        sources: what cards show beside their own words.
    """

    def __init__(
        self,
        look: Look,
        picture_of: Callable[[str, QSize], QPixmap],
        sources: CardSources | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMaximumWidth(WIDEST)
        self.card = CardView(look, sources)
        self.grades = GradeRow()
        self.board = BoardView(look, picture_of)
        self.ending = EndingView(look)
        self.leech = LeechRow()
        self.primer = PrimerOffer(look, sources) if sources else None
        self._head = self._make_head()
        self._deeds = self._make_deeds()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for part in (self._head, self.card, self.leech, self._deeds, self.board, self.ending):
            self._column.addWidget(part)
        if self.primer:
            self._column.addWidget(self.primer, 100)
        self._column.addStretch(1)
        self.card.grown.connect(self.arrange)
        self.card.changed.connect(self._name_reveal)
        self._show_only()

    def _make_head(self) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE // 2, 0, SPACE // 2, 2 * SPACE)
        row.setSpacing(4 * SPACE)
        self.section = make_label("", "small")
        self.section.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.split = make_label("", "small")
        self.flag = make_label("", "small")
        self.flag.hide()
        row.addWidget(self.section, 1)
        row.addWidget(self.flag)
        row.addWidget(self.split)
        return head

    def _make_deeds(self) -> QWidget:
        """Where the button that reveals stands, and after it the grades, at the same height."""
        deeds = QWidget(self)
        row = QHBoxLayout(deeds)
        row.setContentsMargins(0, 4 * SPACE, 0, 0)
        self.reveal_button = KeyButton(GO_ON, deeds)
        row.addWidget(self.reveal_button)
        row.addWidget(self.grades)
        return deeds

    def show_front(self, card: Card, section: str, flag: int = 0) -> None:
        """Shows a card's question; `section` is ready to read and stands over it, as does the flag's number."""
        self.section.setText(section)
        self.show_flag(flag)
        self.grades.show_offers(())
        self._show_only(self._head, self.card, self._deeds, self.reveal_button)
        self._widen(WIDEST_PICTURE if card.picture else WIDEST)
        self.card.show_front(card)
        self._name_reveal()
        self.focus_next()

    def show_flag(self, flag: int) -> None:
        """Shows the number of the card's flag; none for 0."""
        self.flag.setVisible(bool(flag))
        self.flag.setText(self.tr("⚑ Flag {number}").format(number=flag) if flag else "")

    def show_options(self) -> None:
        """Shows what can be chosen."""
        self._deeds.hide()
        self.card.show_options()
        self.focus_next()

    def show_answer(self, offers: Sequence[Offer], proposed: Grade = Grade.GOOD) -> None:
        """Shows the answer, and the grades to give."""
        self._offer(offers, proposed)
        self.card.reveal()
        self.focus_next()

    def show_explained(self, offers: Sequence[Offer], proposed: Grade) -> None:
        """Shows the grades to give, and what comes with an answer that is explained where it was given."""
        self._offer(offers, proposed)
        self.card.show_explained()
        self.focus_next()

    def show_choice(self, number: int, offers: Sequence[Offer]) -> None:
        """Shows which option was right after one was chosen, and the grades to give."""
        self._offer(offers)
        self.card.show_choice(number)
        self.focus_next()

    def show_primer(self, primer: Primer, title: str) -> str:
        """Offers a primer before the first card of its section.

        Returns:
            All of it in words; nothing where it cannot be drawn here.
        """
        if self.primer is None:
            return ""
        self._show_only(self.primer)
        self._widen(WIDEST)
        self.primer.show_primer(primer, title)
        self.arrange()
        self.focus_next()
        return self.primer.view.told

    def skip_primer(self) -> bool:
        """Goes on to the cards without the primer that is offered; False where none can be."""
        if self.primer is None:
            return False
        self.primer.skip_button.click()
        return True

    def show_board(self, board: BoardPrompt) -> None:
        """Shows a drill for skills that are due."""
        self.section.setText(self.tr("A diagram for what is due"))
        self._show_only(self._head, self.board)
        self.board.show_board(board)
        self.arrange()
        self.focus_next()

    def show_ending(self, ending: AnyEnding, today: date) -> None:
        """Shows how the day went, or the session beside it."""
        self._show_only(self.ending)
        if isinstance(ending, Ending):
            self.ending.show_ending(ending, today)
        else:
            self.ending.show_texts(texts_of(ending))
        self.arrange()
        self.focus_next()

    @property
    def is_choosing(self) -> bool:
        """Whether one of the options has to be chosen now."""
        return not self.card.isHidden() and self.card.options.is_open

    @property
    def is_responding(self) -> bool:
        """Whether the card takes an answer now that will be checked."""
        return not self.card.isHidden() and self.card.response is not None and self.card.response.is_open

    @property
    def is_priming(self) -> bool:
        """Whether a primer is offered now."""
        return self.primer is not None and not self.primer.isHidden()

    @property
    def read(self) -> CardView | PrimerView:
        """What keys scroll and enlarge."""
        return self.primer.view if self.primer and self.is_priming else self.card

    @property
    def primary(self) -> QPushButton | None:
        """What Space and Enter press at this step; None where a choice has to be made."""
        if not self.ending.isHidden():
            return self.ending.primary
        if not self.board.isHidden():
            return self.board.build_button
        if self.primer and self.is_priming:
            return self.primer.go_button
        if self.is_choosing:
            return None
        return self.grades.usual if self.card.is_revealed else self.reveal_button

    def focus_next(self) -> None:
        """Puts the keyboard where the next key goes."""
        if self.is_responding and self.card.response:
            self.card.response.take_focus()
            return
        place = self.primary or self.card.options
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """Gives the card the height that it needs, as far as the window has it; what is longer scrolls."""
        low = self.height() < _LOW_BELOW or self.card.has_picture or self.is_priming
        self.card.make_low(low=low)
        top = 4 * SPACE if low else min(round(self.height() * _TOP_SHARE), _TOP_MOST)
        self._column.setContentsMargins(0, top, 0, 4 * SPACE)
        if not self.card.isHidden():
            left = self.height() - top - 8 * SPACE - self._head.sizeHint().height() - self._deeds.sizeHint().height()
            self.card.limit_picture(left)
            self.card.want_height(max(self.card.height_for(self.width()), _CARD_LEAST))
            self._column.activate()
            self.card.fit()

    def _widen(self, widest: int) -> None:
        """Takes another width, where the page has it; the heights of what stands here depend on it."""
        page = self.parentWidget()
        layout = page.layout() if page else None
        if widest != self.maximumWidth() and layout is not None:
            self.setMaximumWidth(widest)
            layout.activate()

    def _name_reveal(self) -> None:
        """Says what the button under the card does now, and by which key."""
        response = self.card.response
        if response is not None:
            name = self.tr("Check") if response.is_begun else self.tr("Show answer")
            self.reveal_button.show_deed(name, self.tr("Enter"))
        else:
            name = self.tr("Show the options") if self.card.has_options else self.tr("Show answer")
            self.reveal_button.show_deed(name, self.tr("Space"))

    def _offer(self, offers: Sequence[Offer], proposed: Grade = Grade.GOOD) -> None:
        self.grades.show_offers(offers, proposed)
        self.leech.setVisible(bool(self.leech.count))
        self.grades.show()
        self._deeds.show()
        self.reveal_button.hide()

    def _show_only(self, *parts: QWidget) -> None:
        whole = (
            self._head,
            self.card,
            self.leech,
            self._deeds,
            self.reveal_button,
            self.grades,
            self.board,
            self.ending,
            *((self.primer,) if self.primer else ()),
        )
        for part in whole:
            part.setVisible(part in parts)
