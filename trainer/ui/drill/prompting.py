"""What the drill asks back: why something is wrong or right, a worked step, and whether a drop was a slip."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from trainer.learning.card import Option
from trainer.study.drill_session import DrillSession
from trainer.study.questions import Question, QuestionKind
from trainer.ui.drill.page import DrillPage

if TYPE_CHECKING:
    from trainer.study.worked import WorkedStep


class Prompter:
    """Shows the question or the worked step that is open, and takes the answer.

    Args:
        page: where they are shown.
        session: asks them.
        guarded: does something that writes; tells where that fails.
    """

    def __init__(self, page: DrillPage, session: DrillSession, guarded: Callable[[Callable[[], object]], None]) -> None:
        self._page = page
        self._session = session
        self._guarded = guarded
        self._asked: Question | None = None
        self._is_answered = False
        self._seen: WorkedStep | None = None

    def show(self) -> None:
        """Shows what is open now, or nothing."""
        card, session = self._page.asking, self._session
        self._page.panel.offer_slip(offered=session.can_slip)
        question, step = session.question, session.worked_step
        if question is not None:
            self._ask(question)
        elif step is not None and step != self._seen:
            self._asked, self._seen = None, step
            card.tell(self._tr("How it goes"), f"{step.reason} {step.text}".strip(), (self._tr("I see"),))
        else:
            self._asked = None
            card.put_away()

    @property
    def holds(self) -> bool:
        """Whether something wrong waits for its reason: until then nothing else is told about it."""
        question = self._session.question
        return question is not None and question.kind is QuestionKind.WRONG

    def make_way(self) -> None:
        """Puts away a question that need not be answered, or is: it has the place of the feedback."""
        if self._page.asking.is_open and not self.holds:
            self._close()

    def answer(self, number: int) -> None:
        """An option was chosen."""
        if self._asked is not None and not self._is_answered:
            self._is_answered = True
            self._guarded(lambda: self._session.answer_question(number))
            self._page.asking.show_answer(number, (self._tr("Go on"),))

    def press(self) -> None:
        """The button was pressed: a question is skipped, or what was shown is put away."""
        self._close()
        self._page.focus_first()

    def _close(self) -> None:
        question, self._asked = self._asked, None
        if question is not None and not self._is_answered:
            self._guarded(self._session.skip_question)
        self._page.asking.put_away()

    def _ask(self, question: Question) -> None:
        if question == self._asked:
            return
        self._asked, self._is_answered = question, False
        options = [
            Option(number, text, "", right=number == question.right) for number, text in enumerate(question.options)
        ]
        can_skip = question.kind is QuestionKind.RIGHT
        title = self._tr("Why?") if can_skip else self._tr("Which is the reason?")
        self._page.asking.ask(title, question.prompt, options, (self._tr("Skip"),) if can_skip else ())

    @staticmethod
    def _tr(text: str) -> str:
        return QCoreApplication.translate("Prompter", text)
