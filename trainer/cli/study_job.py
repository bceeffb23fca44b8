"""`trainer study --plain`: a session with cards in the terminal, the same as the window's."""

import time
from argparse import Namespace
from collections.abc import Callable, Mapping

from trainer.app import import_built_in, open_memory
from trainer.cli.dialogue import COMMANDS, Dialogue, Leave, TakeBack
from trainer.cli.plain_card import PlainCard
from trainer.cli.primer_text import describe_primer
from trainer.errors import UserError
from trainer.learning.grade import Grade
from trainer.learning.memory import Outlook
from trainer.library.primer import Primer
from trainer.library.shelf import Library
from trainer.paths import data_dir
from trainer.store.opening import Store
from trainer.store.search.query import parse_query
from trainer.study.answering import Answer
from trainer.study.card_session import CardSession, Ending, Left, Prompt, Turn
from trainer.study.course_mode import Mode, read_mode
from trainer.study.practice_plan import Order, plan_practice
from trainer.study.practice_session import PracticeSession
from trainer.study.run_ending import PracticeEnding
from trainer.study.scheduling import card_scheduler
from trainer.study.session import AnyEnding, Session

DONE, NOTHING, INTERRUPTED = 0, 1, 130

LONGEST_S = 60.0
"""A longer look at one card counts as this much, as in the window."""

_MANY = 10**9
_PRACTICE = 20
"""Cards to practise unless more are asked for."""


def study(options: Namespace, library: Library, clock: Callable[[], float] = time.monotonic) -> int:
    """Asks cards until none is left, the learner stops, or the limit is reached.

    Args:
        options: `query`, `counts`, `at_most` and `minutes`.
        library: the content.
        clock: seconds that only ever grow.

    Raises:
        UserError: when the options make no sense together, the query cannot be understood, or the data not be used.
    """
    query = None if options.query is None else parse_query(options.query)
    if query is None and options.counts:
        raise UserError("--counts goes with --query; without a query every answer counts anyway")
    with open_memory(data_dir(options.data_dir)) as store:
        import_built_in(library, store)
        four_grades = bool(store.get_setting("four_grades", default=False))
        dialogue = Dialogue()
        if query is None:
            session: Session = CardSession(library, store, card_scheduler(store))
            most = options.at_most or _MANY
        else:
            most = _MANY  # the plan has no more cards than that; what failed is asked again
            plan = plan_practice(
                store,
                card_scheduler(store),
                query,
                at_most=options.at_most or _PRACTICE,
                order=Order.WEAKEST,
                seed=str(store.today()),
                counts=options.counts,
            )
            if not plan.items:
                dialogue.tell("No card fits.")
                return NOTHING
            session = PracticeSession(library, store, card_scheduler(store), plan)
        until = clock() + options.minutes * 60 if options.minutes else float("inf")
        return PlainSession(session, store, dialogue, clock, four_grades=four_grades).run(most, until)


class PlainSession:
    """One session in the terminal.

    Args:
        session: what is asked.
        store: for the day and the mode of the course.
        dialogue: with whom.
        clock: seconds that only ever grow.
        four_grades: offers *hard* and *easy* too.
    """

    def __init__(
        self,
        session: Session,
        store: Store,
        dialogue: Dialogue,
        clock: Callable[[], float],
        *,
        four_grades: bool = False,
    ) -> None:
        self._session = session
        self._store = store
        self._dialogue = dialogue
        self._clock = clock
        self._four_grades = four_grades

    def run(self, most: int, until: float) -> int:
        """Asks until no card is left, the learner stops, or a limit is reached.

        Args:
            most: answers to give.
            until: the reading of the clock after which no card is asked any more.

        Returns:
            The exit code.
        """
        session, dialogue = self._session, self._dialogue
        if session.prompt is None:
            dialogue.tell(self._nothing())
            return DONE
        dialogue.tell(f"{_left_words(session.left)}; about {max(1, session.left.minutes)} min.", COMMANDS)
        try:
            given = 0
            while isinstance(session.prompt, Prompt) and given < most and self._clock() < until:
                given += self._take_turn(session.prompt)
        except Leave:
            dialogue.tell(f"Stopped; {self._rest()}")
            return DONE
        except KeyboardInterrupt:
            dialogue.tell("", f"Stopped; {self._rest()}")
            return INTERRUPTED
        if isinstance(session.prompt, Prompt):
            dialogue.tell(f"Enough for now; {self._rest()}")
            return DONE
        self._tell_boards()
        dialogue.tell(*_ending_lines(session.ending()))
        return DONE

    def _take_turn(self, prompt: Prompt) -> int:
        """Asks one card.

        Returns:
            How many answers there are more than before.
        """
        if prompt.primer is not None:
            self._tell_primer(prompt.primer, prompt.section_title)
        since = self._clock()
        self._dialogue.tell("", self._head(prompt))
        try:
            answer = PlainCard(prompt.card, self._dialogue, four_grades=self._four_grades, owes=prompt.owes).ask()
        except TakeBack:
            return self._take_back()
        self._give(answer, min(self._clock() - since, LONGEST_S))
        self._dialogue.tell(_when(answer.grade, prompt.outlooks))
        return 1

    def _tell_primer(self, primer: Primer, title: str) -> None:
        """Tells what a section is about, before its first card."""
        self._dialogue.tell("", f"New: {title}", "", *describe_primer(primer))
        self._session.pass_primer(read=True)

    def _give(self, answer: Answer, seconds: float) -> None:
        said = {"how": answer.how, "chosen": answer.chosen, "typed": answer.typed, "sure": answer.sure}
        self._session.answer(answer.grade, seconds=seconds, **said)

    def _take_back(self) -> int:
        step = self._session.undo()
        if step is None:
            self._dialogue.tell("There is nothing to take back.")
            return 0
        self._dialogue.tell(f"Taken back: {step.words}.")
        return -1 if step.card else 0

    def _head(self, prompt: Prompt) -> str:
        left = self._session.left
        number = self._session.answered + 1
        words = {Turn.NEW: "New", Turn.RETRY: "Again"}
        total = self._session.answered + left.new + left.due + left.retry + left.practice
        parts = (f"Card {number} of {total}", words.get(prompt.turn, ""), prompt.section_title)
        return ". ".join(part for part in parts if part) + "."

    def _rest(self) -> str:
        left = self._session.left
        return f"everything is saved. Left: {_left_words(left)}."

    def _nothing(self) -> str:
        if read_mode(self._store) is Mode.ARCHIVE:
            return "The course is in the archive, so nothing is asked; the window's Today page takes it out again."
        return "Nothing is due today." + _next_words(self._session.ending())

    def _tell_boards(self) -> None:
        """Names the diagrams that are due, which need the window."""
        while (board := self._session.prompt) is not None and not isinstance(board, Prompt):
            told = f"{board.drill.title}, about {board.minutes} min ({', '.join(board.skills)})"
            self._dialogue.tell("", f"A diagram is due: {told}. `trainer window --drill {board.drill.id}` opens it.")
            self._session.put_off_board()


def _left_words(left: Left) -> str:
    parts = (
        (left.new, "new"),
        (left.due, "due"),
        (left.retry, "again"),
        (left.practice, "to practise"),
    )
    told = [f"{count} {word}" for count, word in parts if count]
    if left.boards:
        told.append(f"{left.boards} diagram" + ("" if left.boards == 1 else "s"))
    return ", ".join(told) or "nothing"


def _when(grade: Grade, outlooks: Mapping[Grade, Outlook]) -> str:
    if not grade.passed:
        return "It is asked again after some others."
    if grade not in outlooks:
        return "Noted."
    days = outlooks[grade].interval
    return "It comes back tomorrow." if days == 1 else f"It comes back in {days} days."


def _ending_lines(ending: AnyEnding) -> list[str]:
    if isinstance(ending, Ending):
        told = f"{ending.answered} answered, {ending.passed} known, about {max(1, ending.minutes)} min"
        return ["", f"Done for today: {told}.{_next_words(ending)}"]
    if isinstance(ending, PracticeEnding):
        schedule = "Your answers count." if ending.counted else "When they come back has not changed."
        return ["", f"Practice done: {ending.at_once} of {ending.cards} cards known at once. {schedule}"]
    return ["", f"Done: {ending.known} of {ending.asked} known already."]


def _next_words(ending: AnyEnding) -> str:
    if not isinstance(ending, Ending) or ending.next_day is None:
        return ""
    cards = "1 card" if ending.next_count == 1 else f"{ending.next_count} cards"
    return f" Next: {cards} on {ending.next_day:%A} {ending.next_day.isoformat()}."
