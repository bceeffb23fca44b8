"""One learner at the cards of a study day: asking, answering, undo and redo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from trainer.learning.card import Card, make_card
from trainer.learning.grade import Grade
from trainer.learning.memory import Outlook
from trainer.learning.note import Note, items_of, note_of
from trainer.learning.scheduler import Scheduler
from trainer.library.shelf import Library
from trainer.store.day_total import DayTotal
from trainer.store.events import EventKind, NewEvent
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.study.answering import Answer, scheduled
from trainer.study.boards import BoardPrompt, due_boards
from trainer.study.card_queue import CardQueue, Turn, raise_new_limit
from trainer.study.course_mode import asked_in
from trainer.study.pace import minutes_of, seconds_a_card
from trainer.study.scheduling import coming_load, memory_under
from trainer.study.undoing import Step, Undoing

__all__ = ["BoardPrompt", "CardSession", "Ending", "Left", "Prompt", "Turn"]

MORE_NEW = 10
LEECH_FROM = 8
"""A card that was forgotten so often is a leech: Anki's own number."""

_AHEAD = 40
"""Notes that are read at once."""

_LOOK_AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A card to answer.

    Attributes:
        turn: why it is asked now.
        outlooks: what each grade leads to; nothing where the answer leaves the schedule alone.
        section_title: of the card's section; empty beside the course.
        flag: 1 to 4; 0 for none.
        forgotten: how often it was not known.
    """

    card: Card
    turn: Turn
    outlooks: Mapping[Grade, Outlook]
    section_title: str
    flag: int = 0
    forgotten: int = 0

    @property
    def is_leech(self) -> bool:
        """Whether it was forgotten so often that other words, or doing it, would help more than asking again."""
        return self.forgotten >= LEECH_FROM


@dataclass(frozen=True, slots=True)
class Left:
    """What is left: cards by turn, drills for due skills, about how long all of it takes, and cards to practise."""

    new: int
    due: int
    retry: int
    boards: int
    minutes: int
    practice: int = 0


@dataclass(frozen=True, slots=True)
class Ending:
    """How the study day went with cards.

    Attributes:
        answered: answers; `passed` of them known, `new` of them to cards never seen before.
        next_day: when cards come back; None when none does.
        next_count: how many then.
        more_new: new cards beyond what was wanted for today.
    """

    answered: int
    passed: int
    new: int
    minutes: int
    next_day: date | None
    next_count: int
    more_new: int


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
        self._undoing = Undoing(store)
        self._put_off = 0
        self._notes: dict[str, Note] = {}
        self._states: Mapping[str, ItemState] = {}
        self._flags: dict[str, int] = {}
        self._load()

    @property
    def left(self) -> Left:
        """What is left to do."""
        queue = self._queue
        cards = len(queue.new) + len(queue.due) + len(queue.retries)
        boards = self._boards[self._put_off :]
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
        sure: bool | None = None,
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
            sure: whether the learner was sure of it; None where nobody asked.

        Raises:
            UserError: when it cannot be saved; the prompt stays.
            ValueError: when no card is asked.
        """
        prompt = self._asked()
        day = self._store.today()
        if day != self._queue.day:
            prompt = self._ask(prompt.card.item, prompt.turn, None, day)
        outlook = prompt.outlooks[grade]
        answer = Answer(grade, seconds, how, chosen, typed, sure)
        payload = scheduled(answer, prompt.card, outlook, self._scheduler, prompt.turn)
        self._store.append(NewEvent(EventKind.REVIEW, prompt.card.item, payload))
        self.can_undo, self.can_redo = True, False
        if day != self._queue.day:
            self._load()
            return
        self._coming.add(outlook.due)
        self._queue.take(prompt.card.item, prompt.turn, passed=grade.passed, sure=bool(sure))
        self.prompt = self._next()

    def undo(self) -> Step | None:
        """Takes back the last of what was done with cards, on whatever day; None when there is nothing.

        A card whose answer was taken back is asked again, unless that was beside the usual sessions.
        """
        step = self._undoing.undo()
        if step is not None:
            self._load(first=None if step.run else step.card)
        return step

    def redo(self) -> Step | None:
        """Does again what was taken back last; None when there is nothing."""
        step = self._undoing.redo()
        if step is not None:
            self._load()
        return step

    def suspend(self) -> None:
        """Leaves the card that is asked out from now on.

        Raises:
            UserError: when it cannot be saved; the prompt stays, as for `bury` and `flag`.
            ValueError: when no card is asked, as for these.
        """
        self._mark(EventKind.SUSPENDED, (self._asked().card.item,), value=True)
        self._load()

    def bury(self) -> None:
        """Puts the card that is asked, and the others of its note, off until tomorrow."""
        item = self._asked().card.item
        self._mark(EventKind.BURIED, items_of(self._note(item)), value=True)
        self._load()

    def flag(self, flag: int) -> None:
        """Flags the card that is asked: 1 to 4; 0 takes the flag away."""
        prompt = self._asked()
        self._mark(EventKind.FLAGGED, (prompt.card.item,), value=flag)
        self._flags[prompt.card.item] = flag
        self.prompt = replace(prompt, flag=flag)
        self._look_back()

    def put_off_board(self) -> None:
        """Leaves the drill that is proposed for another time."""
        self._put_off += 1
        self.prompt = self._next()

    def look_again(self) -> None:
        """Reads anew which drills are due: one may have been built since. What is asked stays as it is.

        Raises:
            UserError: when it cannot be read.
        """
        self._boards = self._due_boards(self._queue.day)

    def learn_more(self) -> None:
        """Adds ten new cards to today's."""
        raise_new_limit(self._store, self._queue.day, MORE_NEW)
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
            more_new=self._store.new_count() - len(self._queue.new) if asked_in(self._store).new else 0,
        )

    def _load(self, first: str | None = None) -> None:
        """Reads what is left of the day; `first` is the card to ask first."""
        self._notes, self._states = {}, {}
        day = self._store.today()
        self._queue = CardQueue(self._store, day)
        self._pace = seconds_a_card(self._store, day)
        self._coming = coming_load(self._store, day)
        self._boards = self._due_boards(day)
        self._look_back()
        self.prompt = self._ask_first(first, day) if first else self._next()

    def _ask_first(self, uid: str, day: date) -> Prompt:
        state = self._store.item_state(uid)
        return self._ask(uid, self._queue.bring(uid, state), state, day)

    def _next(self) -> Prompt | BoardPrompt | None:
        found = self._queue.next()
        if found is not None:
            return self._ask(*found, self._queue.day)
        boards = self._boards[self._put_off :]
        return boards[0] if boards else None

    def _ask(self, uid: str, turn: Turn, state: ItemState | None, day: date) -> Prompt:
        note = self._note(uid)
        if state is None and turn is not Turn.NEW:
            state = (self._states.get(uid) if turn is Turn.DUE else None) or self._store.item_state(uid)
        seed = f"{self._store.learner}:{uid}:{state.seen if state else 0}"
        card = make_card(note, uid, self._chance(f"{seed}:options"))
        section = self._library.curriculum.sections.get(card.section)
        memory = memory_under(self._store, state, self._scheduler.parameters)
        outlooks = self._scheduler.outlooks(memory, day, self._chance(seed), self._coming)
        title, forgotten = section.title if section else "", state.wrong if state else 0
        return Prompt(card, turn, outlooks, title, self._flags.get(uid, 0), forgotten)

    def _note(self, uid: str) -> Note:
        if note_of(uid) not in self._notes:
            wanted = {note_of(uid), *(note_of(other) for other in self._queue.upcoming(_AHEAD))}
            self._notes = {found: stored.note for found, stored in self._store.notes(wanted).items()}
            self._states = self._store.cards([card.uid for card in self._queue.due[:_AHEAD]])
            items = [item for note in self._notes.values() for item in items_of(note)]
            self._flags = {item: mark.flag for item, mark in self._store.marks(items).items()}
        return self._notes[note_of(uid)]

    def _due_boards(self, day: date) -> tuple[BoardPrompt, ...]:
        skills = asked_in(self._store).keep_again(self._store.due_skills(day))
        return tuple(due_boards(self._library, self._store, skills))

    def _asked(self) -> Prompt:
        if not isinstance(self.prompt, Prompt):
            raise ValueError("no card is asked")  # noqa: TRY004  # a matter of the moment, not of types
        return self.prompt

    def _mark(self, kind: EventKind, uids: Sequence[str], *, value: bool | int) -> None:
        self._store.mark_cards(kind, uids, value)

    def _look_back(self) -> None:
        undo, redo = self._undoing.peek()
        self.can_undo, self.can_redo = undo is not None, redo is not None
