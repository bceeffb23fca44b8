"""The events of one attempt: written to the store, and kept at hand to say how things stand."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from trainer.store.events import Event, EventKind, NewEvent
from trainer.store.history import History, read_history
from trainer.study.drill_memory import DrillMemory
from trainer.study.trail import Trail, read_trail

VERSION = 1
FINISHED_VERSION = 3
"""Of the payload of a finished attempt: with level, feedback, variant, and the grade of the whole drill."""


class AttemptLog:
    """Appends to an attempt, and knows its events.

    Args:
        store: where they are written.
        drill: id of the drill.
        attempt: uid of the attempt; None for one that is not begun.
        events: its own events so far.
    """

    def __init__(
        self, store: DrillMemory, drill: str, attempt: str | None = None, events: Sequence[Event] = ()
    ) -> None:
        self._store = store
        self._drill = drill
        self.attempt = attempt
        self.events: tuple[Event, ...] = tuple(events)

    @property
    def item(self) -> str:
        """The uid of the whole drill as something that is scheduled."""
        return f"drill:{self._drill}"

    @cached_property
    def trail(self) -> Trail:
        """What the events say of the way so far."""
        return read_trail(self.events)

    @cached_property
    def history(self) -> History:
        """What can be undone and redone; what was called a slip is not done again."""
        history = read_history(self.events)
        redo = tuple(event for event in history.redo if event.payload["undoes"] not in self.trail.slipped)
        return History(history.undo, redo)

    def number(self, move: Event) -> int:
        """The number of a move in the attempt, from 1: by it other events name it."""
        return 1 + [event.uid for event in self.events if event.kind == EventKind.DRILL_MOVE].index(move.uid)

    def move(self, uid: str) -> Event:
        """The move with a uid."""
        return next(event for event in self.events if event.uid == uid)

    def begin(self, attempt: str, payload: Mapping[str, Any]) -> None:
        """Begins another attempt."""
        event = self._store.append(self._new(EventKind.ATTEMPT_STARTED, {"attempt": attempt, **payload}))
        self.attempt, self.events = attempt, ()
        self._take((event,))

    def append(self, *entries: tuple[EventKind, Mapping[str, Any]]) -> None:
        """Adds events to the attempt in one transaction."""
        news = [self._new(kind, {"attempt": self.attempt, **payload}) for kind, payload in entries]
        self._take(self._store.append_all(news) if len(news) > 1 else (self._store.append(news[0]),))

    def _new(self, kind: EventKind, payload: Mapping[str, Any]) -> NewEvent:
        version = FINISHED_VERSION if kind is EventKind.ATTEMPT_FINISHED else VERSION
        return NewEvent(kind, self.item, {"v": version, "drill": self._drill, **payload})

    def _take(self, events: Sequence[Event]) -> None:
        self.events = (*self.events, *events)
        for derived in ("trail", "history"):
            self.__dict__.pop(derived, None)
