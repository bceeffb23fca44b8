"""What a drill session needs of the store: what a simulated learner's notebook offers, too."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from trainer.store.board_state import BoardState
from trainer.store.events import Event, NewEvent
from trainer.store.history import History
from trainer.store.item_state import ItemState


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

    def event(self, uid: str) -> Event:
        """The event with a uid."""
        ...

    def events(self, *, item: str | None = None) -> Iterator[Event]:
        """The events, oldest first."""
        ...

    def undoable(self, drill: str, attempt: str) -> History:
        """What can be undone and redone in an attempt."""
        ...

    def board(self, drill: str) -> BoardState | None:
        """The drill as it was left."""
        ...

    def item_state(self, uid: str) -> ItemState | None:
        """The record at an item."""
        ...
