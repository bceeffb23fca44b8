"""The one way into the log: an event and what it changes in the caches are committed together."""

from collections.abc import Sequence
from threading import Lock

from sqlalchemy import Connection

from trainer.learning.study_day import Clock, study_day
from trainer.store.chain import Head
from trainer.store.events import Event, EventKind, NewEvent, read_event
from trainer.store.history import NotUndoable, demand_undoable, own_events
from trainer.store.log import find_event, insert_row, make_row, read_attempt, read_head
from trainer.store.owner import Owner
from trainer.store.projection import project
from trainer.store.stored_caches import Known, StoredCaches


class Writer:
    """Appends to the log over its own connection, one writer at a time."""

    def __init__(self, connection: Connection, owner: Owner, clock: Clock, rollover_hour: int) -> None:
        self.lock = Lock()
        self.connection = connection
        self._owner = owner
        self._clock = clock
        self._rollover_hour = rollover_hour
        self._head: Head | None = None
        self._known: Known = {}

    def append_all(self, news: Sequence[NewEvent]) -> tuple[Event, ...]:
        """Adds events and updates the caches in one transaction, durable on return; all of them or none."""
        with self.lock:
            known, last = self._known, self._head
            self.forget()  # known again once the transaction has gone through
            events: list[Event] = []
            with self.connection.begin():
                caches = StoredCaches(self.connection, self._owner.learner, known)
                head = last or read_head(self.connection, self._owner)
                for new in news:
                    events.append(self._append(new, head, caches))
                    head = Head(events[-1].seq, events[-1].hash)
            self._known, self._head = caches.touched, head
        return tuple(events)

    def forget(self) -> None:
        """Reads everything from the database at the next event, since something else was written."""
        self._known, self._head = {}, None

    def _append(self, new: NewEvent, head: Head, caches: StoredCaches) -> Event:
        moment = self._clock.now()
        day = study_day(moment.at, moment.utc_offset_min, self._rollover_hour)
        row = make_row(new, self._item_of(new), self._owner, head, moment, day)
        insert_row(self.connection, row)
        event = read_event(row)
        project(event, caches, self._read_attempt)
        return event

    def _item_of(self, new: NewEvent) -> str | None:
        """What an event is about; an undo is about what the undone event is about."""
        if new.kind != EventKind.UNDO:
            return new.item
        uid = new.payload["undoes"]
        target = find_event(self.connection, self._owner.learner, uid)
        if target is None or target.item is None or new.item not in (None, target.item):
            raise NotUndoable(f"{uid} is no move or undo of {new.item}")
        demand_undoable(uid, own_events(self._read_attempt(target.item)))
        return target.item

    def _read_attempt(self, item: str) -> tuple[Event, ...]:
        return read_attempt(self.connection, self._owner.learner, item)
