"""A sitting beside the usual sessions: a run, whose answers carry its id, so that it follows from the log.

Whoever leaves and comes back finds the same card.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from trainer.learning.card import make_card
from trainer.learning.grade import Grade, read_grade
from trainer.learning.memory import Outlook
from trainer.learning.note import Note, items_of, note_of
from trainer.learning.scheduler import Scheduler
from trainer.library.shelf import Library
from trainer.store.events import EventKind, NewEvent
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.store.review import standing
from trainer.study.answering import Answer
from trainer.study.card_queue import Turn
from trainer.study.card_session import Left, Prompt
from trainer.study.todays_value import check_known, owes_todays_value
from trainer.study.undoing import Step, Undoing
from trainer.study.why import why_this_date


@dataclass(frozen=True, slots=True)
class RunAnswer:
    """An answer of a run that stands; `passed` says whether the card was known."""

    item: str
    passed: bool
    seconds: float


class RunSession(ABC):
    """The cards of a run, one at a time; what is asked next is up to the kind of run.

    Args:
        library: for the course's sections.
        store: what the learner did.
        scheduler: decides when a card comes back, where the answers count.
        run: id of the run.
        began: the study day on which it did.
        items: uids of all cards that may be asked; those that are gone, suspended or put off are passed over.
        chance: makes the generator for a seed.
    """

    def __init__(
        self,
        library: Library,
        store: Store,
        scheduler: Scheduler,
        run: str,
        began: date,
        items: Iterable[str],
        chance: Callable[[str], Random],
    ) -> None:
        self._library = library
        self._store = store
        self._scheduler = scheduler
        self._run = run
        self._began = began
        self._chance = chance
        self._items = tuple(items)
        self._undoing = Undoing(store)
        self._read_cards()
        self._load()

    @property
    @abstractmethod
    def left(self) -> Left:
        """What is left to do."""

    @abstractmethod
    def _choose(self) -> tuple[str, Turn] | None:
        """The card to ask next, and why; None at the end."""

    @abstractmethod
    def _outlooks(self, state: ItemState | None, day: date, random: Random) -> Mapping[Grade, Outlook]:
        """What each grade leads to, of a card with this record."""

    @abstractmethod
    def _payload(self, answer: Answer, prompt: Prompt) -> dict[str, Any]:
        """What the review carries, the run's id left out."""

    @property
    def answers(self) -> Sequence[RunAnswer]:
        """The answers of the run that stand, in their order."""
        return self._answers

    @property
    def answered(self) -> int:
        """How many answers stand."""
        return len(self._answers)

    def is_there(self, item: str) -> bool:
        """Whether a card can be asked still."""
        return note_of(item) in self._notes and self._is_asked(item)

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
        """Grades the card that is asked, as `Session.answer` says."""
        prompt = self._asked()
        check_known(grade, prompt.card, typed, owes=prompt.owes)
        if self._store.today() != self._day:
            prompt = self._ask(prompt.card.item, prompt.turn)
        payload = self._payload(Answer(grade, seconds, how, chosen, typed, sure), prompt)
        self._store.append(NewEvent(EventKind.REVIEW, prompt.card.item, {**payload, "run": self._run}))
        self._load()

    def pass_primer(self, *, read: bool) -> None:  # noqa: ARG002  # as all sessions take it
        """Fails: no primer is offered beside the usual sessions."""
        raise ValueError("no primer is offered")

    def undo(self) -> Step | None:
        """Takes back the last of what was done with cards, wherever; None when there is nothing.

        A card of this run whose answer was taken back is asked again.
        """
        step = self._undoing.undo()
        if step is not None:
            self._read_cards()
            self._load()
            if step.run == self._run and step.card is not None and self.is_there(step.card):
                before = any(answer.item == step.card for answer in self._answers)
                self.prompt = self._ask(step.card, Turn.RETRY if before else Turn.DUE)
        return step

    def redo(self) -> Step | None:
        """Does again what was taken back last; None when there is nothing."""
        step = self._undoing.redo()
        if step is not None:
            self._read_cards()
            self._load()
        return step

    def suspend(self) -> None:
        """Leaves the card that is asked out from now on, here and everywhere."""
        self._mark(EventKind.SUSPENDED, (self._asked().card.item,), value=True)

    def bury(self) -> None:
        """Puts the card that is asked, and the others of its note, off until tomorrow."""
        self._mark(EventKind.BURIED, items_of(self._notes[note_of(self._asked().card.item)]), value=True)

    def flag(self, flag: int) -> None:
        """Flags the card that is asked: 1 to 4; 0 takes the flag away."""
        asked = self._asked()
        self._store.mark_cards(EventKind.FLAGGED, (asked.card.item,), flag)
        self.prompt = replace(asked, flag=flag)
        self._look_back()

    def why_this_date(self) -> str:
        """Why the card that is asked comes now, in a sentence."""
        return why_this_date(self._store, self._store.item_state(self._asked().card.item), self._store.today())

    def put_off_board(self) -> None:
        """Changes nothing: no drill is proposed here."""
        return

    def look_again(self) -> None:
        """Changes nothing: no drill is proposed here."""
        return

    def learn_more(self) -> None:
        """Changes nothing: the cards are chosen."""
        return

    def _read_cards(self) -> None:
        """Reads what answers never change: the notes, and what was decided about their cards."""
        self._notes = _notes_of(self._store, self._items)
        self._marks = self._store.marks(self._items)

    def _load(self) -> None:
        """Reads the answers, and chooses what is asked next."""
        self._day = self._store.today()
        events = self._store.reviews_of_run(self._run, self._began, self._day)
        self._look_back()
        self._answers = tuple(
            RunAnswer(str(event.item), read_grade(event.payload["grade"]).passed, float(event.payload["seconds"]))
            for event in standing(events)
        )
        found = self._choose()
        self.prompt: Prompt | None = None if found is None else self._ask(*found)

    def _ask(self, uid: str, turn: Turn) -> Prompt:
        self._day = self._store.today()
        state = self._store.item_state(uid)
        times = sum(answer.item == uid for answer in self._answers)
        seed = f"{self._store.learner}:{self._run}:{uid}:{times}"
        card = make_card(self._notes[note_of(uid)], uid, self._chance(f"{seed}:options"))
        section = self._library.curriculum.sections.get(card.section)
        outlooks = self._outlooks(state, self._day, self._chance(seed))
        title, mark = section.title if section else "", self._marks.get(uid)
        flag, forgotten = mark.flag if mark else 0, state.wrong if state else 0
        owes = owes_todays_value(self._store, card)
        return Prompt(card, turn, outlooks, title, flag, forgotten, owes=owes)

    def _asked(self) -> Prompt:
        if self.prompt is None:
            raise ValueError("no card is asked")
        return self.prompt

    def _is_asked(self, item: str) -> bool:
        mark = self._marks.get(item)
        return mark is None or not (mark.suspended or mark.is_buried(self._day))

    def _mark(self, kind: EventKind, items: Sequence[str], *, value: bool) -> None:
        self._store.mark_cards(kind, items, value)
        self._read_cards()
        self._load()

    def _look_back(self) -> None:
        undo, redo = self._undoing.peek()
        self.can_undo, self.can_redo = undo is not None, redo is not None


def _notes_of(store: Store, items: Iterable[str]) -> Mapping[str, Note]:
    found = store.notes({note_of(item) for item in items})
    return {uid: stored.note for uid, stored in found.items() if not stored.retired}
