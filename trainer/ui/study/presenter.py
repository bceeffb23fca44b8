"""The presenter of a study session: what the learner does goes to the session, what comes next to the page."""

import time
from collections.abc import Callable
from datetime import date
from typing import NotRequired, TypedDict

from PySide6.QtCore import QCoreApplication, QObject, Signal

from trainer.errors import UserError
from trainer.learning.card import Card, Option, is_right
from trainer.learning.grade import Grade
from trainer.learning.markup import plain_text
from trainer.learning.note import NoteKind
from trainer.learning.typed_answer import Judgement, Verdict, judge_typed
from trainer.study.card_session import BoardPrompt, Prompt, Turn
from trainer.study.session import Session
from trainer.study.todays_value import can_be_known
from trainer.ui.study.grading import Offer, offers_after_answer, offers_after_check, offers_after_choice
from trainer.ui.study.options import LETTERS
from trainer.ui.study.page import StudyPage
from trainer.ui.study.words import next_due, owed_words


class Said(TypedDict):
    """How the card was answered before it was graded, as the session takes it."""

    how: str
    chosen: NotRequired[int | tuple[int, ...]]
    typed: NotRequired[str]


LONGEST_S = 60.0
"""A longer look at one card counts as this much: the learner was away."""


class StudyPresenter(QObject):
    """Drives one session on the page.

    Args:
        page: taken over by this presenter until it is closed.
        session: what is asked.
        today: tells the study day.
        four_grades: offers *Hard* and *Easy* too.
        clock: seconds that only ever grow.

    Signals:
        failed: something foreseen went wrong; the text tells the learner what to do. The page is as it was.
        told: what was done, where the page itself does not show it.
        moved_on: something else is asked now; what was told of the last card is over.
        fault_wanted: what a fault is to be reported of, and what of it is shown.

    Raises:
        UserError: when the session cannot be read.
    """

    failed = Signal(str)
    told = Signal(str)
    moved_on = Signal()
    fault_wanted = Signal(str, str)

    def __init__(
        self,
        page: StudyPage,
        session: Session,
        *,
        today: Callable[[], date],
        four_grades: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._today = today
        self._four_grades = four_grades
        self._clock = clock
        self._since = clock()
        self._asked: Prompt | BoardPrompt | None = None
        self._said: Said = {"how": "buttons"}
        self._show()
        self._connections = self._connect()

    @property
    def session(self) -> Session:
        """The session that is shown."""
        return self._session

    def _connect(self) -> list[tuple[object, object]]:
        page = self._page
        pairs = [
            (page.reveal_wanted, self._reveal),
            (page.option_chosen, self._choose),
            (page.graded, lambda offer: self._guarded(lambda: self._grade(offer))),
            (page.undo_wanted, lambda: self._guarded(self._undo)),
            (page.redo_wanted, lambda: self._guarded(self._redo)),
            (page.primer_read, lambda: self._guarded(lambda: self._pass_primer(read=True))),
            (page.primer_skipped, lambda: self._guarded(lambda: self._pass_primer(read=False))),
            (page.later_wanted, lambda: self._guarded(self._put_off)),
            (page.more_wanted, lambda: self._guarded(self._learn_more)),
            (page.came_up, self._begin_time),
            (page.menu.put_off_wanted, lambda: self._guarded(self._bury)),
            (page.menu.suspend_wanted, lambda: self._guarded(self._suspend)),
            (page.menu.flag_chosen, lambda flag: self._guarded(lambda: self._flag(flag))),
            (page.menu.edit_wanted, self._want_edit),
            (page.menu.date_wanted, lambda: self._guarded(self._tell_date)),
            (page.menu.fault_wanted, self._want_fault_report),
            (page.menu.primer_wanted, self._want_primer),
            (page.sheet.leech.rewrite_wanted, self._want_edit),
            (page.sheet.leech.topic_wanted, self._want_topic),
        ]
        for signal, slot in pairs:
            signal.connect(slot)
        return pairs

    def close(self) -> None:
        """Lets go of the page, which another session takes over."""
        for signal, slot in self._connections:
            signal.disconnect(slot)  # type: ignore[attr-defined]  # a bound signal
        self._connections.clear()

    def come_back(self) -> None:
        """Goes on with what is on the page, after the learner was at a drill."""
        self._guarded(self._session.look_again)
        self._page.show_left(self._session.left, self._session.answered)

    # What the learner does

    def _reveal(self) -> None:
        prompt = self._session.prompt
        if not isinstance(prompt, Prompt):
            return
        if prompt.card.kind is NoteKind.CHOICE:
            self._page.sheet.show_options()
            options = zip(LETTERS, prompt.card.options, strict=False)
            self._page.announce(" ".join(f"{letter}: {plain_text(option.text)}." for letter, option in options))
            return
        if prompt.card.kind is NoteKind.TYPED:
            self._check_typed(prompt)
            return
        if prompt.card.kind is NoteKind.MULTI:
            self._check_multi(prompt)
            return
        if prompt.card.kind is NoteKind.ORDERING:
            self._check_steps(prompt)
            return
        if prompt.card.kind is NoteKind.MATCHING:
            self._check_pairs(prompt)
            return
        self._page.sheet.show_answer(offers_after_answer(prompt.outlooks, four_grades=self._four_grades))
        told = (plain_text(prompt.card.answer), plain_text(prompt.card.why))
        self._page.announce(" ".join(part for part in told if part))

    def _check_typed(self, prompt: Prompt) -> None:
        card, line = prompt.card, self._page.sheet.card.typed
        if not line.is_open:
            return
        judgement = judge_typed(line.given, card.answer, card.accept, card.outdated)
        self._said = {"how": "typed", "typed": line.given}
        line.show_judgement(judgement, owes=prompt.owes)
        can = can_be_known(card, line.given, owes=prompt.owes)
        offers = offers_after_check(prompt.outlooks, four_grades=self._four_grades, can_be_known=can)
        self._page.sheet.show_answer(offers, Grade.GOOD if judgement.passed else Grade.AGAIN)
        self._page.announce(self._tell_typed(judgement, card, owes=prompt.owes))

    def _check_multi(self, prompt: Prompt) -> None:
        options = self._page.sheet.card.multi
        if not options.is_open:
            return
        chosen = options.given
        passed = is_right(prompt.card, chosen)
        self._said = {"how": "options", "chosen": chosen}
        options.explain()
        offers = offers_after_check(prompt.outlooks, four_grades=self._four_grades)
        self._page.sheet.show_explained(offers, Grade.GOOD if passed else Grade.AGAIN)
        verdict = self._tr("Right.") if passed else self._tr("Wrong.")
        self._page.announce(f"{verdict} {options.told}")

    def _check_steps(self, prompt: Prompt) -> None:
        steps = self._page.sheet.card.steps
        if not steps.is_open:
            return
        given = steps.given
        passed = list(given) == sorted(given)
        self._said = {"how": "ordering", "chosen": given}
        steps.judge()
        offers = offers_after_check(prompt.outlooks, four_grades=self._four_grades)
        show = self._page.sheet.show_explained if passed else self._page.sheet.show_answer
        show(offers, Grade.GOOD if passed else Grade.AGAIN)
        verdict = self._tr("Right.") if passed else self._tr("Wrong.")
        self._page.announce(f"{verdict} {steps.told}")

    def _check_pairs(self, prompt: Prompt) -> None:
        pairs = self._page.sheet.card.pairs
        if not pairs.is_open:
            return
        given = pairs.given
        passed = all(given[pair.number] == pair.right for pair in prompt.card.pairs)
        self._said = {"how": "matching", "chosen": given}
        pairs.judge()
        offers = offers_after_check(prompt.outlooks, four_grades=self._four_grades)
        show = self._page.sheet.show_explained if passed else self._page.sheet.show_answer
        show(offers, Grade.GOOD if passed else Grade.AGAIN)
        verdict = self._tr("Right.") if passed else self._tr("Wrong.")
        self._page.announce(f"{verdict} {pairs.told}")

    def _choose(self, number: int) -> None:
        prompt = self._session.prompt
        if not isinstance(prompt, Prompt):
            return
        self._said = {"how": "options", "chosen": number}
        chosen = next(option for option in prompt.card.options if option.number == number)
        self._page.sheet.show_choice(number, offers_after_choice(prompt.outlooks, right=chosen.right))
        self._page.announce(self._tell_choice(chosen, prompt.card))

    def _grade(self, offer: Offer) -> None:
        grade = offer.grade
        prompt = self._session.prompt
        if not isinstance(prompt, Prompt) or prompt is not self._asked:
            self._show()  # it was answered, but what comes next could not be read then
            return
        seconds = min(self._clock() - self._since, LONGEST_S)
        self._session.answer(grade, seconds=seconds, sure=offer.sure, **self._said)
        self._show(self._tell_next(grade, prompt))

    def _tell_next(self, grade: Grade, prompt: Prompt) -> str:
        """For a screen reader: when the card is asked again; nothing where the schedule is left alone."""
        if grade not in prompt.outlooks:
            return ""
        return next_due(prompt.outlooks[grade].interval) if grade.passed else self._tr("Asked again today.")

    def _undo(self) -> None:
        if (step := self._session.undo()) is not None:
            self._show(self._tr("Undone: {step}.").format(step=step.words))

    def _redo(self) -> None:
        if (step := self._session.redo()) is not None:
            self._show(self._tr("Done again: {step}.").format(step=step.words))

    def _bury(self) -> None:
        self._session.bury()
        self._tell_done(self._tr("Put off until tomorrow."))

    def _suspend(self) -> None:
        self._session.suspend()
        self._tell_done(self._tr("Suspended: it is not asked any more."))

    def _tell_done(self, text: str) -> None:
        self._show(text)
        self.told.emit(self._tr("{done} Ctrl+Z takes it back.").format(done=text))

    def _flag(self, flag: int) -> None:
        self._session.flag(flag)
        page = self._page
        page.sheet.show_flag(flag)
        page.show_menu(flag, self._asked.card.section if isinstance(self._asked, Prompt) else "")
        page.allow(undo=self._session.can_undo, redo=self._session.can_redo)
        self._asked = self._session.prompt
        page.announce(self._tr("Flag {number}.").format(number=flag) if flag else self._tr("No flag."))

    def _tell_date(self) -> None:
        if isinstance(self._asked, Prompt):
            self.told.emit(self._session.why_this_date())

    def _want_edit(self) -> None:
        if isinstance(self._asked, Prompt):
            self._page.edit_wanted.emit(self._asked.card.item)

    def _want_topic(self) -> None:
        if isinstance(self._asked, Prompt):
            self._page.topic_wanted.emit(self._asked.card.section)

    def _want_primer(self) -> None:
        if isinstance(self._asked, Prompt):
            self._page.primer_wanted.emit(self._asked.card.section)

    def _pass_primer(self, *, read: bool) -> None:
        self._session.pass_primer(read=read)
        self._show()

    def _want_fault_report(self) -> None:
        if isinstance(self._asked, Prompt):
            card = self._asked.card
            sides = (card.question, card.answer, card.why) if self._page.sheet.card.is_revealed else (card.question,)
            self.fault_wanted.emit(f"card:{card.item}", "\n".join(plain_text(side) for side in sides if side))

    def _put_off(self) -> None:
        self._session.put_off_board()
        self._show()

    def _learn_more(self) -> None:
        self._session.learn_more()
        self._show()

    def _guarded(self, deed: Callable[[], None]) -> None:
        """Does something that reads or writes; where that fails, the page stays and the learner is told why."""
        try:
            deed()
        except UserError as error:
            self.failed.emit(str(error))

    # What is shown

    def _show(self, told: str = "") -> None:
        """Shows what the session asks now.

        Args:
            told: what a screen reader says first.
        """
        self.moved_on.emit()
        session, page = self._session, self._page
        prompt, left, answered = session.prompt, session.left, session.answered
        ending = session.ending() if prompt is None else None
        self._asked, self._said = prompt, {"how": "buttons"}
        card = prompt if isinstance(prompt, Prompt) else None
        if card and card.primer and (told_primer := page.sheet.show_primer(card.primer, card.section_title)):
            self._asked = card = None
            text = told_primer
        elif isinstance(prompt, Prompt):
            page.sheet.show_front(prompt.card, self._head_of(prompt), prompt.flag)
            page.sheet.leech.show_count(prompt.forgotten if prompt.is_leech else 0)
            text = plain_text(prompt.card.question_in_words)
        elif isinstance(prompt, BoardPrompt):
            page.sheet.show_board(prompt)
            text = f"{prompt.drill.title}. {', '.join(prompt.skills)}"
        else:
            assert ending is not None
            page.sheet.show_ending(ending, self._today())
            text = page.sheet.ending.told
        page.show_menu(card.flag if card else None, card.card.section if card else "")
        page.show_left(left, answered)
        page.allow(undo=session.can_undo, redo=session.can_redo)
        page.announce(f"{told} {text}".strip())
        self._begin_time()

    def _begin_time(self) -> None:
        self._since = self._clock()

    def _head_of(self, prompt: Prompt) -> str:
        words = {Turn.NEW: self._tr("New"), Turn.RETRY: self._tr("Again")}
        return " · ".join(part for part in (prompt.section_title, words.get(prompt.turn, "")) if part)

    def _tell_choice(self, chosen: Option, card: Card) -> str:
        """For a screen reader: whether it was right, what is, and why."""
        because = plain_text(chosen.because)
        if chosen.right:
            return self._tr("Right. {because}").format(because=because)
        right = next(option for option in card.options if option.right)
        answer, reason = plain_text(right.text).rstrip("."), plain_text(right.because)
        text = self._tr("Wrong. {because} Right is: {answer}. {reason}")
        return text.format(because=because, answer=answer, reason=reason)

    def _tell_typed(self, judgement: Judgement, card: Card, *, owes: bool) -> str:
        """For a screen reader: how near it was, what is right, and why."""
        verdicts = {
            Verdict.RIGHT: self._tr("Right."),
            Verdict.NEARLY: self._tr("Right, but for the spelling."),
            Verdict.OUTDATED: self._tr("Outdated. {note}").format(note=plain_text(judgement.note)),
            Verdict.WRONG: " ".join([self._tr("Wrong."), *([owed_words()] if owes else [])]),
        }
        answer = self._tr("The answer is: {answer}.").format(answer=plain_text(card.answer).rstrip("."))
        return " ".join(part for part in (verdicts[judgement.verdict], answer, plain_text(card.why)) if part)

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("StudyPresenter", text)
