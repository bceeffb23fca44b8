"""What a drill session needs of the store: what a simulated learner's notebook offers, too."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from trainer.learning.memory import MemoryState
from trainer.store.board_state import BoardState
from trainer.store.drill_state import DrillState
from trainer.store.events import Event, NewEvent
from trainer.store.item_state import ItemState
from trainer.store.parameter_sets import ParameterSets


class DrillMemory(Protocol):
    """Keeps the events of drills; the methods are the store's."""

    @property
    def learner(self) -> str:
        """Uid of the learner."""
        ...

    def today(self) -> date:
        """The study day of now."""
        ...

    def append(self, new: NewEvent) -> Event:
        """Adds an event."""
        ...

    def append_all(self, news: Sequence[NewEvent]) -> tuple[Event, ...]:
        """Adds events, all of them or none."""
        ...

    def attempt_events(self, drill: str) -> tuple[Event, ...]:
        """The events of a drill's latest attempt, in order."""
        ...

    def board(self, drill: str) -> BoardState | None:
        """The drill as it was left."""
        ...

    def drill_state(self, drill: str) -> DrillState | None:
        """The record at a drill."""
        ...

    def item_state(self, uid: str) -> ItemState | None:
        """The record at an item."""
        ...

    def parameter_sets(self) -> ParameterSets:
        """The sets of parameters, and which are in use."""
        ...

    def memories_under(self, set_id: str, uids: Sequence[str]) -> Mapping[str, MemoryState]:
        """What is remembered of items under a set of parameters, by uid."""
        ...
