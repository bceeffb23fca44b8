"""The one way into the log: an event and what it changes in the caches are committed together."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from threading import Lock
from typing import Any

from sqlalchemy import Connection

from trainer.learning.study_day import Clock, Moment, study_day
from trainer.store.cache import Caches
from trainer.store.chain import Head
from trainer.store.database import writing_much
from trainer.store.events import Event, EventKind, NewEvent
from trainer.store.history import NotUndoable, demand_undoable, own_events
from trainer.store.item_history import read_rated
from trainer.store.item_state import Rated
from trainer.store.log import find_event, insert_row, insert_rows, make_event, read_attempt, read_head, read_item
from trainer.store.own_notes import sync_notes
from trainer.store.owner import Owner
from trainer.store.parameter_sets import ParameterSets, read_choices, read_parameter_sets
from trainer.store.projection import ALL_CACHES, is_drill, is_note, note_named, project
from trainer.store.renames import Renames, former_uids, read_renames
from trainer.store.stored_caches import BufferedCaches, Known, StoredCaches

BULK_SLICE = 40_000
"""Events that a bulk writer commits at once: many, since the pages of the indexes are written with each slice."""

_BULK_CHUNK = 2000
"""Events that it takes in at once: few, so that what FSRS said of them is still at hand."""


class StoredPast:
    """What a projection may ask of the log, from the database.

    Attributes:
        settle: writes the events that wait to be written, before the log is read.
    """

    def __init__(self, connection: Connection, learner: str, renames: Renames) -> None:
        self._connection = connection
        self._learner = learner
        self.renames = renames
        self.settle: Callable[[], None] = _nothing_waits
        self._parameters: ParameterSets | None = None

    @property
    def parameters(self) -> ParameterSets:
        """The sets of parameters."""
        if self._parameters is None:
            self.settle()
            self._parameters = read_parameter_sets(self._connection, self._learner)
        return self._parameters

    def forget_parameters(self) -> None:
        """Reads the sets of parameters anew when they are next asked for, since one was chosen or taken back."""
        self._parameters = None

    def history(self, uid: str, until: Event) -> Iterable[Rated]:
        """What changed the memory of an item before an event."""
        self.settle()
        return read_rated(self._connection, self._learner, (uid,), self.renames, until)[uid]

    def attempt(self, item: str) -> Sequence[Event]:
        """The events of a drill's item from its latest start on."""
        return read_attempt(self._connection, self._learner, item)

    def item(self, uid: str) -> Sequence[Event]:
        """All events of an item, under all its names."""
        return read_item(self._connection, self._learner, former_uids(uid, self.renames))


class Writer:
    """Appends to the log over its own connection, one writer at a time."""

    def __init__(self, connection: Connection, owner: Owner, clock: Clock, rollover_hour: int) -> None:
        self.lock = Lock()
        self.connection = connection
        self._owner = owner
        self._clock = clock
        self.rollover_hour = rollover_hour
        self._head: Head | None = None
        self._known: Known = {}
        self._past: StoredPast | None = None

    def append_all(self, news: Sequence[NewEvent]) -> tuple[Event, ...]:
        """Adds events and updates the caches in one transaction, durable on return; all of them or none."""
        with self.lock:
            known, last, past = self._known, self._head, self._past
            self.forget()  # known again once the transaction has gone through
            events: list[Event] = []
            with self.connection.begin():
                caches = StoredCaches(self.connection, self._owner.learner, known)
                past = past or self._read_past()
                head = last or read_head(self.connection, self._owner)
                for new in news:
                    event, row = self._make(new, head, self._clock.now())
                    insert_row(self.connection, row)
                    if event.item is None:
                        past.forget_parameters()
                    project(event, caches, past)
                    events.append(event)
                    head = Head(event.seq, event.hash)
                self._index(events, past)
            self._known, self._head, self._past = caches.touched, head, past
        return tuple(events)

    def append_bulk(self, dated: Iterable[tuple[NewEvent, Moment]]) -> int:
        """Adds many events that happened at given moments, a slice of them at a time.

        A slice is committed whole, with what it changes in the caches; what was committed stays when a later one
        fails. All is durable on return. The caches are held in memory meanwhile.

        Returns:
            How many events were added.
        """
        with self.lock:
            self.forget()
            with self.connection.begin():
                past, head = self._read_past(), read_head(self.connection, self._owner)
                caches = BufferedCaches(self.connection, self._owner.learner, ALL_CACHES)
            first, rest, edits = head.seq, iter(dated), list[Event]()
            with writing_much(self.connection):
                while True:
                    before = head.seq
                    with self.connection.begin():
                        head = self._append_slice(islice(rest, BULK_SLICE), head, caches, past, edits)
                        caches.flush(self.connection)
                        self._index(edits, past)
                        edits.clear()
                    if head.seq - before < BULK_SLICE:
                        return head.seq - first

    def today(self) -> date:
        """The study day that an event of now would count for."""
        moment = self._clock.now()
        return study_day(moment.at, moment.utc_offset_min, self.rollover_hour)

    def forget(self) -> None:
        """Reads everything from the database at the next event, since something else was written."""
        self._known, self._head, self._past = {}, None, None

    def _append_slice(
        self,
        dated: Iterator[tuple[NewEvent, Moment]],
        head: Head,
        caches: Caches,
        past: StoredPast,
        edits: list[Event],
    ) -> Head:
        """Adds events, and those about notes themselves to `edits` too.

        The rows are written together, but before and with an undo, which looks into the log.
        """
        rows: list[dict[str, Any]] = []

        def write_rows() -> None:
            insert_rows(self.connection, rows)
            rows.clear()

        past.settle = write_rows
        while news := list(islice(dated, _BULK_CHUNK)):
            for new, moment in news:
                is_undo = new.kind == EventKind.UNDO
                if is_undo:
                    write_rows()
                event, row = self._make(new, head, moment, is_plain=new.kind == EventKind.REVIEW)
                rows.append(row)
                if is_undo:
                    write_rows()
                if event.item is None:
                    past.forget_parameters()
                project(event, caches, past)
                head = Head(event.seq, event.hash)
                if is_note(event.item):
                    edits.append(event)
            write_rows()
        return head

    def _index(self, events: Collection[Event], past: StoredPast) -> None:
        """Puts the rows of the notes that changed in step, and tells search of them."""
        if changed := {note_named(event.item, past.renames) for event in events if event.item and is_note(event.item)}:
            from trainer.store.search.index import index_notes  # noqa: PLC0415  # answers and drops need none of it

            sync_notes(self.connection, self._owner.learner, changed)
            index_notes(self.connection, self._owner.learner, changed)

    def _make(
        self, new: NewEvent, head: Head, moment: Moment, *, is_plain: bool = False
    ) -> tuple[Event, dict[str, Any]]:
        day = study_day(moment.at, moment.utc_offset_min, self.rollover_hour)
        return make_event(new, self._item_of(new), self._owner, head, moment, day, is_plain=is_plain)

    def _read_past(self) -> StoredPast:
        learner = self._owner.learner
        return StoredPast(self.connection, learner, read_renames(self.connection, learner))

    def _item_of(self, new: NewEvent) -> str | None:
        """What an event is about; an undo is about what the undone event is about."""
        if new.kind != EventKind.UNDO:
            return new.item
        uid, learner = new.payload["undoes"], self._owner.learner
        target = find_event(self.connection, learner, uid)
        if target is None or new.item not in (None, target.item):
            raise NotUndoable(f"{uid} is no review, move or undo of {new.item}")
        if target.item is None:
            events = read_choices(self.connection, learner)
        elif is_drill(target.item):
            events = own_events(read_attempt(self.connection, learner, target.item))
        else:
            events = read_item(self.connection, learner, (target.item,))
        demand_undoable(uid, events)
        return target.item


def _nothing_waits() -> None:
    """An event that is written by itself is in the log before it is projected."""
