"""One learner at the cards of a study day: asking, answering, undo and redo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from trainer.learning.card import Card, make_card
from trainer.learning.grade import Grade
from trainer.learning.memory import Outlook
from trainer.learning.note import Note, note_of
from trainer.learning.scheduler import ALGORITHM, Scheduler, fsrs_version
from trainer.library.shelf import Library
from trainer.store.day_total import DayTotal
from trainer.store.events import EventKind, NewEvent
from trainer.store.history import read_history
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.study.boards import BoardPrompt, due_boards
from trainer.study.card_queue import CardQueue, Turn, want_more
from trainer.study.day_review import NOTHING_FIRMER, Firmer, MixedUp, firmer_of, mixed_up_of
from trainer.study.pace import minutes_of, seconds_a_card
from trainer.study.planning.forecast import BOARDS_S

__all__ = ["BoardPrompt", "CardSession", "Ending", "Left", "Prompt", "Turn"]

MORE = 10
"""Cards that the learner can add to the plan of a day at once."""

_AHEAD = 40
"""Notes that are read at once."""

_LOOK_AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A card to answer.

    Attributes:
        turn: why it is asked now.
        outlooks: what each grade leads to.
        section_title: of the card's section; empty beside the course.
    """

    card: Card
    turn: Turn
    outlooks: Mapping[Grade, Outlook]
    section_title: str


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of the day: cards by turn, drills for due skills, and about how long all of it takes."""

    new: int
    due: int
    retry: int
    boards: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Ending:
    """How the study day went with cards.

    Attributes:
        answered: answers; `passed` of them known, `new` of them to cards never seen before.
        next_day: when cards come back; None when none does.
        next_count: how many then.
        more_new: new cards beyond what was planned for today.
        waiting: due cards beyond what was planned for today.
        firmer: what holds for longer now.
        mixed_up: what was taken for something else.
    """

    answered: int
    passed: int
    new: int
    minutes: int
    next_day: date | None
    next_count: int
    more_new: int
    waiting: int = 0
    firmer: Firmer = NOTHING_FIRMER
    mixed_up: tuple[MixedUp, ...] = ()


class CardSession:
    """The cards of now, one at a time.

    Every answer is committed to the store before the method returns, so that what is shown is never lost.

    Args:
        library: for the course's sections, and the drills that train due skills.
        store: what the learner did.
        scheduler: decides when a card comes back.
        chance: makes the generator for a seed; intervals and the order of options are drawn from it.
    """

    def __init__(
        self, library: Library, store: Store, scheduler: Scheduler, chance: Callable[[str], Random] = Random
    ) -> None:
        self._library = library
        self._store = store
        self._scheduler = scheduler
        self._chance = chance
        self._put_off = 0
        self._notes: dict[str, Note] = {}
        self._load()

    @property
    def left(self) -> Left:
        """What is left to do."""
        queue = self._queue
        cards = len(queue.new) + len(queue.due) + len(queue.retries)
        boards = self._boards_left(cards)
        minutes = minutes_of(cards * self._pace) + sum(board.minutes for board in boards)
        return Left(len(queue.new), len(queue.due), len(queue.retries), len(boards), minutes)

    @property
    def answered(self) -> int:
        """How many answers were given today."""
        return self._queue.answered

    def answer(
        self,
        grade: Grade,
        *,
        seconds: float,
        how: str,
        chosen: int | Sequence[int] | None = None,
        typed: str | None = None,
    ) -> None:
        """Grades the card that is asked; the next one is the prompt then.

        Args:
            grade: how well it was known.
            seconds: from the question to the answer.
            how: `buttons`; `options` where one was chosen, `typed` where the answer was, `ordering` for steps,
                `matching` for pairs.
            chosen: the number of the option, or of all options where more than one is right, or of the steps as
                they were ordered, or of what was matched with each left side, -1 for nothing.
            typed: what was typed.

        Raises:
            UserError: when it cannot be saved; the prompt stays.
            ValueError: when no card is asked.
        """
        prompt = self.prompt
        if not isinstance(prompt, Prompt):
            raise ValueError("no card is asked")  # noqa: TRY004  # a matter of the moment, not of types
        day = self._store.today()
        if day != self._queue.day:
            prompt = self._ask(prompt.card.item, prompt.turn, None, day)
        outlook = prompt.outlooks[grade]
        payload: dict[str, Any] = {
            "v": 1,
            "grade": grade.word,
            "how": how,
            "interval": outlook.interval,
            "due": outlook.due.isoformat(),
            "algorithm": ALGORITHM,
            "version": fsrs_version(),
            "parameters": self._scheduler.parameter_set,
            "seconds": round(seconds, 3),
            "aids": [],
            "session": prompt.turn,
        }
        if chosen is not None:
            payload["chosen"] = chosen if isinstance(chosen, int) else list(chosen)
        if typed is not None:
            payload["typed"] = typed
        self._store.append(NewEvent(EventKind.REVIEW, prompt.card.item, payload))
        self.can_undo, self.can_redo = True, False
        if day != self._queue.day:
            self._load()
            return
        self._spent_s += seconds
        self._queue.take(prompt.card.item, prompt.turn, passed=grade.passed)
        self.prompt = self._next()

    def undo(self) -> bool:
        """Takes back today's last answer, and asks that card again; False when there is none."""
        history = read_history(self._store.reviews_of_day(self._store.today()))
        if not history.undo:
            return False
        last = history.undo[-1]
        self._append_undo(last.uid)
        self._load(first=last.item)
        return True

    def redo(self) -> bool:
        """Gives again the answer that was taken back last; False when there is none."""
        history = read_history(self._store.reviews_of_day(self._store.today()))
        if not history.redo:
            return False
        self._append_undo(history.redo[-1].uid)
        self._load()
        return True

    def put_off_board(self) -> None:
        """Leaves the drill that is proposed for another time."""
        self._put_off += 1
        self.prompt = self._next()

    def learn_more(self) -> None:
        """Adds ten cards to today's: of what is due and waits for another day, else new ones."""
        if self._queue.waiting:
            want_more(self._store, self._queue.day, due=MORE)
        else:
            want_more(self._store, self._queue.day, new=MORE)
        self._load()

    def ending(self) -> Ending:
        """How the day went so far."""
        day = self._store.today()
        total = next(iter(self._store.day_totals(day, day)), None) or DayTotal(day)
        coming = self._store.due_counts(day + timedelta(days=1), day + _LOOK_AHEAD)
        next_day = min(coming, default=None)
        return Ending(
            answered=total.reviews,
            passed=total.passed,
            new=total.new,
            minutes=minutes_of(total.card_seconds),
            next_day=next_day,
            next_count=coming[next_day] if next_day else 0,
            more_new=self._store.new_count() - len(self._queue.new),
            waiting=self._queue.waiting,
            firmer=firmer_of(self._store, day),
            mixed_up=mixed_up_of(self._store, day),
        )

    def _load(self, first: str | None = None) -> None:
        """Reads what is left of the day; `first` is the card to ask first."""
        day = self._store.today()
        skills = self._store.due_skills(day)
        self._queue = CardQueue(self._store, day, boards=bool(skills))
        self._spent_s = self._queue.plan.spent_s
        self._pace = seconds_a_card(self._store, day)
        self._boards = due_boards(self._library, self._store, skills)
        history = read_history(self._store.reviews_of_day(day))
        self.can_undo, self.can_redo = bool(history.undo), bool(history.redo)
        self.prompt = self._ask_first(first, day) if first else self._next()

    def _ask_first(self, uid: str, day: date) -> Prompt:
        state = self._store.item_state(uid)
        return self._ask(uid, self._queue.bring(uid, state), state, day)

    def _next(self) -> Prompt | BoardPrompt | None:
        found = self._queue.next()
        if found is not None:
            return self._ask(*found, self._queue.day)
        boards = self._boards_left(0)
        return boards[0] if boards else None

    def _boards_left(self, cards: int) -> Sequence[BoardPrompt]:
        """The drills that fit behind so many cards: none without five minutes left, then one at least."""
        room_s = self._queue.plan.wish.minutes * 60 - self._spent_s - cards * self._pace
        if room_s < BOARDS_S:
            return ()
        found: list[BoardPrompt] = []
        for board in self._boards[self._put_off :]:
            room_s -= board.minutes * 60
            if found and room_s < 0:
                break
            found.append(board)
        return found

    def _ask(self, uid: str, turn: Turn, state: ItemState | None, day: date) -> Prompt:
        if state is None and turn is not Turn.NEW:
            state = self._store.item_state(uid)
        seed = f"{self._store.learner}:{uid}:{state.seen if state else 0}"
        card = make_card(self._note(uid), uid, self._chance(f"{seed}:options"))
        section = self._library.curriculum.sections.get(card.section)
        memory = state.memory if state else None
        outlooks = self._scheduler.outlooks(memory, day, self._chance(seed))
        return Prompt(card, turn, outlooks, section.title if section else "")

    def _note(self, uid: str) -> Note:
        if note_of(uid) not in self._notes:
            wanted = {note_of(uid), *(note_of(other) for other in self._queue.upcoming(_AHEAD))}
            self._notes = {found: stored.note for found, stored in self._store.notes(wanted).items()}
        return self._notes[note_of(uid)]

    def _append_undo(self, uid: str) -> None:
        self._store.append(NewEvent(EventKind.UNDO, None, {"v": 1, "undoes": uid}))
