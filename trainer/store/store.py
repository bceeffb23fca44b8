"""The store: the learner's log and caches in one data folder, for the floors above."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from trainer.learning.study_day import Clock
from trainer.store.board_state import BOARDS, BoardState
from trainer.store.cache import Cache, T
from trainer.store.database import FOR_WRITING
from trainer.store.day_total import DAY_TOTALS, DayTotal
from trainer.store.drill_state import DRILL_STATES, DrillState
from trainer.store.errors import told_plainly
from trainer.store.events import Event, NewEvent
from trainer.store.history import History, own_events, read_history
from trainer.store.item_state import ITEM_STATES, ItemState
from trainer.store.log import find_event, read_attempt, read_slice
from trainer.store.owner import read_owner
from trainer.store.projection import drill_item
from trainer.store.settings import read_setting, write_setting
from trainer.store.stored_caches import StoredCaches, read_all
from trainer.store.writing import Writer

_SLICE = 500


class Store:
    """What the learner did, and where everything stands.

    Made by `open_store`. May be used from several threads; writes wait for each other. Every method raises the
    `UserError`s of `trainer.store.errors` when disk or database fail; nothing is ever half written.
    """

    def __init__(
        self, folder: Path, engine: Engine, clock: Clock, rollover_hour: int, release: Callable[[], None]
    ) -> None:
        self.folder = folder
        self._engine = engine
        self._release = release
        self._is_closed = False
        with self.reading() as connection:
            self._owner = read_owner(connection)
        connection = engine.connect().execution_options(**FOR_WRITING)
        self._writer = Writer(connection, self._owner, clock, rollover_hour)

    @property
    def learner(self) -> str:
        """Uid of the learner."""
        return self._owner.learner

    @property
    def device(self) -> str:
        """The id in the uids of the events that are written here."""
        return self._owner.device

    def append(self, new: NewEvent) -> Event:
        """Adds an event to the log and brings the caches up to date; durable on return.

        Raises:
            NotUndoable: when an undo names what cannot be undone.
            KeyError, TypeError, ValueError: when the payload lacks what its kind must carry; nothing is written.
        """
        return self.append_all((new,))[0]

    def append_all(self, news: Sequence[NewEvent]) -> tuple[Event, ...]:
        """Adds events like `append`, in one transaction: all of them or none."""
        with told_plainly(self.folder):
            return self._writer.append_all(news)

    def event(self, uid: str) -> Event:
        """The event with a uid.

        Raises:
            KeyError: when there is none.
        """
        with self.reading() as connection:
            found = find_event(connection, self.learner, uid)
        if found is None:
            raise KeyError(uid)
        return found

    def events(self, *, item: str | None = None, after: int = 0) -> Iterator[Event]:
        """The log, oldest first, read in slices as it is consumed.

        Args:
            item: only events about this item.
            after: only events with a greater `seq`.
        """
        last_id = 0
        while True:
            with self.reading() as connection:
                events, last_id = read_slice(connection, self.learner, item, last_id, _SLICE)
            yield from (event for event in events if event.seq > after)
            if len(events) < _SLICE:
                return

    def undoable(self, drill: str, attempt: str) -> History:
        """What can be undone and redone in an attempt; nothing when it is not the drill's latest."""
        with self.reading() as connection:
            events = read_attempt(connection, self.learner, drill_item(drill))
        is_latest = bool(events) and events[0].payload["attempt"] == attempt
        return read_history(own_events(events)) if is_latest else History()

    def board(self, drill: str) -> BoardState | None:
        """The drill as it was left; None when it was never begun."""
        with self.reading() as connection:
            return StoredCaches(connection, self.learner).get(BOARDS, drill)

    def boards(self) -> Mapping[str, BoardState]:
        """Every drill that was begun, by id, as it was left."""
        return self._all(BOARDS)

    def drill_states(self) -> Mapping[str, DrillState]:
        """The record at every drill that was begun, by id."""
        return self._all(DRILL_STATES)

    def item_states(self) -> Mapping[str, ItemState]:
        """The record at every item that was graded, by uid."""
        return self._all(ITEM_STATES)

    def day_totals(self, first: date, last: date) -> tuple[DayTotal, ...]:
        """The sums of the study days from `first` to `last`, days without any left out, in order."""
        return tuple(total for total in self._all(DAY_TOTALS).values() if first <= total.study_day <= last)

    def get_setting(self, key: str, default: Any = None) -> Any:
        """What the learner chose under a key, else the default."""
        with self.reading() as connection:
            value = read_setting(connection, self.learner, key)
        return default if value is None else value

    def set_setting(self, key: str, value: Any) -> None:
        """Keeps a JSON value under a key."""
        with self.writing() as connection:
            write_setting(connection, self.learner, key, value)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection within a transaction that sees one state throughout; for this floor only."""
        if self._is_closed:
            raise RuntimeError("the store is closed")
        with told_plainly(self.folder), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The write connection within a transaction, committed at the end; for this floor only."""
        with told_plainly(self.folder), self._writer.lock:
            self._writer.forget()
            with self._writer.connection.begin():
                yield self._writer.connection

    def close(self) -> None:
        """Lets go of the folder; may be called twice."""
        self._is_closed = True
        self._writer.connection.close()
        self._engine.dispose()
        self._release()

    def _all(self, cache: Cache[T]) -> Mapping[str, T]:
        with self.reading() as connection:
            return read_all(connection, cache, self.learner)
