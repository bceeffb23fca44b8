"""One learner at the cards of a study day: asking, answering, undo and redo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from trainer.learning.card import Card, make_card
from trainer.learning.grade import Grade
from trainer.learning.memory import Outlook
from trainer.learning.note import Note, items_of, note_of
from trainer.learning.scheduler import Scheduler
from trainer.library.primer import Primer
from trainer.library.shelf import Library
from trainer.progress.mix_ups import MixUp
from trainer.store.day_total import DayTotal
from trainer.store.events import EventKind, NewEvent
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.study.answering import Answer, scheduled
from trainer.study.boards import BoardPrompt, due_boards
from trainer.study.card_queue import CardQueue, Turn, want_more
from trainer.study.course_mode import asked_in
from trainer.study.day_review import NOTHING_FIRMER, Firmer, firmer_of, mixed_up_of
from trainer.study.pace import minutes_of, seconds_a_card
from trainer.study.planning.day import renew_ladder
from trainer.study.planning.forecast import BOARDS_S
from trainer.study.primers import PrimerOffers
from trainer.study.scheduling import coming_load, memory_under
from trainer.study.todays_value import check_known, owes_todays_value
from trainer.study.undoing import Step, Undoing
from trainer.study.why import why_this_date

__all__ = ["BoardPrompt", "CardSession", "Ending", "Left", "Prompt", "Turn"]

MORE = 10
"""Cards that the learner can add to the plan of a day at once."""

LEECH_FROM = 8
"""A card that was forgotten so often is a leech: Anki's own number."""

_AHEAD = 40
"""Notes that are read at once."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A card to answer.

    Attributes:
        turn: why it is asked now.
        outlooks: what each grade leads to; nothing where the answer leaves the schedule alone.
        section_title: of the card's section; empty beside the course.
        flag: 1 to 4; 0 for none.
        forgotten: how often it was not known.
        primer: of its section, to be offered before it; None where there is nothing to offer.
        owes: what was right once was typed before, and the card is known only when today's value is.
    """

    card: Card
    turn: Turn
    outlooks: Mapping[Grade, Outlook]
    section_title: str
    flag: int = 0
    forgotten: int = 0
    primer: Primer | None = None
    owes: bool = False

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
    mixed_up: tuple[MixUp, ...] = ()


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
        self._primers = PrimerOffers(library, store)
        renew_ladder(store, scheduler)
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
            ValueError: when no card is asked, or it cannot be known yet.
        """
        prompt = self._asked()
        check_known(grade, prompt.card, typed, owes=prompt.owes)
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
        self._spent_s += seconds
        self._queue.take(prompt.card.item, prompt.turn, passed=grade.passed, sure=bool(sure))
        self.prompt = self._next()

    def pass_primer(self, *, read: bool) -> None:
        """Notes that the primer before the card was offered; it is not offered again.

        Args:
            read: rather than skipped.

        Raises:
            UserError: when it cannot be saved; the prompt stays.
            ValueError: when no primer is offered.
        """
        prompt = self._asked()
        if prompt.primer is None:
            raise ValueError("no primer is offered")
        self._primers.note(prompt.primer.section, read=read)
        self.prompt = replace(prompt, primer=None)

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

    def why_this_date(self) -> str:
        """Why the card that is asked comes now, in a sentence."""
        return why_this_date(self._store, self._store.item_state(self._asked().card.item), self._store.today())

    def put_off_board(self) -> None:
        """Leaves the drill that is proposed for another time."""
        self._put_off += 1
        self.prompt = self._next()

    def look_again(self) -> None:
        """Reads anew which drills are due: one may have been built since. What is asked stays as it is.

        Raises:
            UserError: when it cannot be read.
        """
        self._boards = self._due_boards(self._due_skills(self._queue.day))

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
        next_day, next_count = self._store.next_due(day) or (None, 0)
        return Ending(
            answered=total.reviews,
            passed=total.passed,
            new=total.new,
            minutes=minutes_of(total.card_seconds),
            next_day=next_day,
            next_count=next_count,
            more_new=self._store.new_count() - len(self._queue.new) if asked_in(self._store).new else 0,
            waiting=self._queue.waiting,
            firmer=firmer_of(self._store, day),
            mixed_up=mixed_up_of(self._store, day),
        )

    def _load(self, first: str | None = None) -> None:
        """Reads what is left of the day; `first` is the card to ask first."""
        self._notes, self._states = {}, {}
        day = self._store.today()
        skills = self._due_skills(day)
        self._queue = CardQueue(self._store, day, boards=bool(skills))
        self._spent_s = self._queue.plan.spent_s
        self._pace = seconds_a_card(self._store, day)
        self._coming = coming_load(self._store, day)
        self._boards = self._due_boards(skills)
        self._look_back()
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
        note = self._note(uid)
        if state is None and turn is not Turn.NEW:
            state = (self._states.get(uid) if turn is Turn.DUE else None) or self._store.item_state(uid)
        seed = f"{self._store.learner}:{uid}:{state.seen if state else 0}"
        card = make_card(note, uid, self._chance(f"{seed}:options"))
        section = self._library.curriculum.sections.get(card.section)
        memory = memory_under(self._store, state, self._scheduler.parameters)
        outlooks = self._scheduler.outlooks(memory, day, self._chance(seed), self._coming)
        title, forgotten = section.title if section else "", state.wrong if state else 0
        primer = self._primers.before(card.section) if turn is Turn.NEW else None
        owes = owes_todays_value(self._store, card)
        return Prompt(card, turn, outlooks, title, self._flags.get(uid, 0), forgotten, primer, owes)

    def _note(self, uid: str) -> Note:
        if note_of(uid) not in self._notes:
            wanted = {note_of(uid), *(note_of(other) for other in self._queue.upcoming(_AHEAD))}
            self._notes = {found: stored.note for found, stored in self._store.notes(wanted).items()}
            self._states = self._store.cards([card.uid for card in self._queue.due[:_AHEAD]])
            items = [item for note in self._notes.values() for item in items_of(note)]
            self._flags = {item: mark.flag for item, mark in self._store.marks(items).items()}
        return self._notes[note_of(uid)]

    def _due_skills(self, day: date) -> list[ItemState]:
        return asked_in(self._store).keep_again(self._store.due_skills(day))

    def _due_boards(self, skills: Sequence[ItemState]) -> tuple[BoardPrompt, ...]:
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
