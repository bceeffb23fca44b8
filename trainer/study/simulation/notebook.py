"""A notebook in place of the store: it keeps events in memory, and the same records over them as the store."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from trainer.learning.memory import MemoryState
from trainer.learning.study_day import Moment
from trainer.store.board_state import BOARDS, BoardState
from trainer.store.drill_state import DRILL_STATES, DrillState
from trainer.store.events import Event, NewEvent, Origin
from trainer.store.evidence import EVIDENCE, Evidence
from trainer.store.history import own_events
from trainer.store.item_state import ITEM_STATES, ItemState
from trainer.store.parameter_sets import NO_SETS, ParameterSets
from trainer.store.projection import drill_item
from trainer.store.rebuilding import MemoryCaches

_NOON = 12


class Notebook:
    """What a simulated learner did with drills.

    Attributes:
        moment: now; whoever simulates sets it.
        written: the events since `take` was called last, with their times.
    """

    learner = "simulated"

    def __init__(self) -> None:
        self.moment = Moment(datetime(2026, 1, 1, _NOON, tzinfo=UTC), 0)
        self.written: list[tuple[NewEvent, Moment]] = []
        self._caches = MemoryCaches({}, frozenset())
        self._count = 0

    def today(self) -> date:
        """The study day of now; simulated learners live in UTC and sleep at night."""
        return self.moment.at.date()

    def wait(self, seconds: int) -> None:
        """Lets time pass."""
        self.moment = Moment(self.moment.at + timedelta(seconds=seconds), self.moment.utc_offset_min)

    def take(self) -> Iterator[tuple[NewEvent, Moment]]:
        """Hands out what was written."""
        written, self.written = self.written, []
        return iter(written)

    def append(self, new: NewEvent) -> Event:
        """Notes an event as simulated."""
        new = NewEvent(new.kind, new.item, new.payload, Origin.SIMULATED)
        self.written.append((new, self.moment))
        self._count += 1
        event = Event(
            uid=f"{self.learner}-{self._count}",
            learner=self.learner,
            device=self.learner,
            seq=self._count,
            prev_hash="",
            hash="",
            at=self.moment.at,
            utc_offset_min=self.moment.utc_offset_min,
            study_day=self.today(),
            kind=str(new.kind),
            item=new.item,
            origin=new.origin,
            payload=new.payload,
        )
        self._caches.replay(event)
        return event

    def append_all(self, news: Sequence[NewEvent]) -> tuple[Event, ...]:
        """Notes events."""
        return tuple(self.append(new) for new in news)

    def attempt_events(self, drill: str) -> tuple[Event, ...]:
        """The events of a drill's latest attempt."""
        return own_events(self._caches.attempt(drill_item(drill)))

    def board(self, drill: str) -> BoardState | None:
        """The drill as it was left."""
        return self._caches.get(BOARDS, drill)

    def drill_state(self, drill: str) -> DrillState | None:
        """The record at a drill."""
        return self._caches.get(DRILL_STATES, drill)

    def item_state(self, uid: str) -> ItemState | None:
        """The record at an item."""
        return self._caches.get(ITEM_STATES, uid)

    def parameter_sets(self) -> ParameterSets:
        """None but FSRS's own."""
        return NO_SETS

    def memories_under(self, set_id: str, uids: Sequence[str]) -> Mapping[str, MemoryState]:
        """Never asked for, since there is but one set of parameters."""
        raise NotImplementedError(set_id, uids)

    def evidence(self) -> dict[str, Evidence]:
        """What speaks for the mastery of skills and chips, by uid."""
        return dict(self._caches.values[EVIDENCE.table.name])
