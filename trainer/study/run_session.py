"""A sitting beside the usual sessions: a run, whose answers carry its id, so that it follows from the log.

Whoever leaves and comes back finds the same card, and undo stays within the run.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from trainer.learning.card import make_card
from trainer.learning.grade import Grade, read_grade
from trainer.learning.memory import Outlook
from trainer.learning.note import Note, note_of
from trainer.learning.scheduler import Scheduler
from trainer.library.shelf import Library
from trainer.store.events import EventKind, NewEvent
from trainer.store.history import read_history
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.store.review import standing
from trainer.study.answering import Answer
from trainer.study.card_queue import Turn
from trainer.study.card_session import Left, Prompt


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
        items: uids of all cards that may be asked; those that are gone meanwhile are passed over.
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
        self._notes = _notes_of(store, items)
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
        return note_of(item) in self._notes

    def answer(
        self,
        grade: Grade,
        *,
        seconds: float,
        how: str,
        chosen: int | Sequence[int] | None = None,
        typed: str | None = None,
    ) -> None:
        """Grades the card that is asked, as `Session.answer` says."""
        prompt = self.prompt
        if prompt is None:
            raise ValueError("no card is asked")
        if self._store.today() != self._day:
            prompt = self._ask(prompt.card.item, prompt.turn)
        payload = self._payload(Answer(grade, seconds, how, chosen, typed), prompt)
        self._store.append(NewEvent(EventKind.REVIEW, prompt.card.item, {**payload, "run": self._run}))
        self._load()

    def undo(self) -> bool:
        """Takes back the run's last answer, and asks that card again; False when there is none."""
        history = read_history(self._events())
        if not history.undo:
            return False
        last = history.undo[-1]
        self._append_undo(last.uid)
        self._load()
        if self.prompt is None or self.prompt.card.item != last.item:
            before = any(answer.item == last.item for answer in self._answers)
            self.prompt = self._ask(str(last.item), Turn.RETRY if before else Turn.DUE)
        return True

    def redo(self) -> bool:
        """Gives again the answer that was taken back last; False when there is none."""
        history = read_history(self._events())
        if not history.redo:
            return False
        self._append_undo(history.redo[-1].uid)
        self._load()
        return True

    def put_off_board(self) -> None:
        """Changes nothing: no drill is proposed here."""
        return

    def learn_more(self) -> None:
        """Changes nothing: the cards are chosen."""
        return

    def _load(self) -> None:
        """Reads the answers, and chooses what is asked next."""
        self._day = self._store.today()
        events = self._events()
        history = read_history(events)
        self.can_undo, self.can_redo = bool(history.undo), bool(history.redo)
        self._answers = tuple(
            RunAnswer(str(event.item), read_grade(event.payload["grade"]).passed, float(event.payload["seconds"]))
            for event in standing(events)
        )
        found = self._choose()
        self.prompt: Prompt | None = None if found is None else self._ask(*found)

    def _events(self) -> Sequence[Any]:
        return self._store.reviews_of_run(self._run, self._began, self._store.today())

    def _ask(self, uid: str, turn: Turn) -> Prompt:
        self._day = self._store.today()
        state = self._store.item_state(uid)
        times = sum(answer.item == uid for answer in self._answers)
        seed = f"{self._store.learner}:{self._run}:{uid}:{times}"
        card = make_card(self._notes[note_of(uid)], uid, self._chance(f"{seed}:options"))
        section = self._library.curriculum.sections.get(card.section)
        outlooks = self._outlooks(state, self._day, self._chance(seed))
        return Prompt(card, turn, outlooks, section.title if section else "")

    def _append_undo(self, uid: str) -> None:
        self._store.append(NewEvent(EventKind.UNDO, None, {"v": 1, "undoes": uid}))


def _notes_of(store: Store, items: Iterable[str]) -> Mapping[str, Note]:
    return {uid: stored.note for uid, stored in store.notes({note_of(item) for item in items}).items()}
