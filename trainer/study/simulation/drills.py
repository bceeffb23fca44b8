"""A simulated life with drills: the real session, over a notebook in place of the store."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from trainer.cloud.drill import Drill
from trainer.learning.study_day import Moment
from trainer.store.board_state import BoardState
from trainer.store.events import Event, EventKind, NewEvent, Origin
from trainer.store.history import History
from trainer.store.item_state import ItemState, next_item_state
from trainer.store.review import reviews_of_attempt
from trainer.study.drill_session import DrillSession
from trainer.study.hints import LAST_STEP
from trainer.study.simulation.learner import Learner

_MOST_DROPS = 60
"""A learner who has not solved a drill after so many drops leaves it."""

_PAUSE_S = (3, 16)
"""Between two steps, in seconds."""


class Notebook:
    """Keeps one attempt's events in memory, and what is remembered of skills over all attempts."""

    learner = "simulated"

    def __init__(self, moment: Moment, day: date, states: dict[str, ItemState]) -> None:
        self.written: list[tuple[NewEvent, Moment]] = []
        self.moment = moment
        self._day = day
        self._states = states
        self._events: list[Event] = []

    def today(self) -> date:
        """The study day of the attempt."""
        return self._day

    def wait(self, seconds: int) -> None:
        """Lets time pass."""
        self.moment = Moment(self.moment.at + timedelta(seconds=seconds), self.moment.utc_offset_min)

    def append(self, new: NewEvent) -> Event:
        """Notes an event as simulated."""
        new = NewEvent(new.kind, new.item, new.payload, Origin.SIMULATED)
        self.written.append((new, self.moment))
        at = self.moment
        event = Event(
            uid=f"{self.learner}-{len(self._events) + 1}",
            learner=self.learner,
            device=self.learner,
            seq=len(self._events) + 1,
            prev_hash="",
            hash="",
            at=at.at,
            utc_offset_min=at.utc_offset_min,
            study_day=self._day,
            kind=str(new.kind),
            item=new.item,
            origin=new.origin,
            payload=new.payload,
        )
        self._events.append(event)
        if event.kind == EventKind.ATTEMPT_FINISHED:
            for review in reviews_of_attempt(event):
                self._states[review.item] = next_item_state(self._states.get(review.item), review)
        return event

    def event(self, uid: str) -> Event:
        """The event with a uid."""
        return next(event for event in self._events if event.uid == uid)

    def events(self, *, item: str | None = None) -> Iterator[Event]:
        """The attempt's events; they are all about its drill."""
        return (event for event in self._events if item in (None, event.item))

    def undoable(self, drill: str, attempt: str) -> History:  # noqa: ARG002  # the store's own form
        """Nothing: simulated learners move tiles back by hand."""
        return History()

    def board(self, drill: str) -> BoardState | None:  # noqa: ARG002  # same
        """None: every attempt is a new one."""
        return None

    def item_state(self, uid: str) -> ItemState | None:
        """The record at an item."""
        return self._states.get(uid)


def attempt_drill(drill: Drill, notebook: Notebook, learner: Learner, random: Random) -> None:
    """Works at a drill until it is solved, or the learner leaves it."""
    session = DrillSession(drill, notebook, new_id=lambda: f"{random.getrandbits(64):016x}")
    for _ in range(_MOST_DROPS):
        notebook.wait(random.randint(*_PAUSE_S))
        if session.verdict.correct:
            session.finish()
            return
        if random.random() < learner.asks:
            for _ in range(LAST_STEP):
                session.hint()
                notebook.wait(random.randint(*_PAUSE_S))
        _take_step(drill, session, learner, random)


def _take_step(drill: Drill, session: DrillSession, learner: Learner, random: Random) -> None:
    """Moves one tile: anywhere when the learner errs, else to where the model answer has it."""
    placement = session.placement
    astray = [
        (piece, place)
        for piece, places in placement.items()
        for place in places
        if place not in drill.solution.get(piece, ())
    ]
    missing = [
        (piece, place)
        for piece, places in drill.solution.items()
        for place in places
        if place not in placement.get(piece, ())
    ]
    piece, target = random.choice(missing) if missing else (None, None)
    source = next((place for other, place in astray if other == piece), None)
    if piece is None or (astray and source is None and random.random() < 1 / 2):
        session.take_back(*random.choice(astray))
    elif random.random() < learner.errs and source is None:
        session.place(random.choice(list(drill.pieces)), random.choice(list(drill.topology)))
    else:
        assert target is not None
        session.place(piece, target, source)
