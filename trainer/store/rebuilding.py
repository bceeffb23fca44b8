"""Replaying the log from its first event: what the caches should hold, and writing that into them."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert

from trainer.store.cache import Cache
from trainer.store.errors import UnreadableRow
from trainer.store.events import Event, EventKind, read_event
from trainer.store.log import read_chains
from trainer.store.projection import ALL_CACHES, project

T = TypeVar("T")

Rows = Mapping[str, Mapping[tuple[str, str], Mapping[str, Any]]]
"""By table, then by learner and key: the columns of a row."""


class MemoryCaches:
    """One learner's caches in memory."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, Any]] = {cache.table.name: {} for cache in ALL_CACHES}
        self._attempts: dict[str | None, list[Event]] = {}

    def get(self, cache: Cache[T], key: str) -> T | None:
        """The value under a key, if there is one."""
        return self.values[cache.table.name].get(key)

    def put(self, cache: Cache[T], key: str, value: T) -> None:
        """Sets the value under a key."""
        self.values[cache.table.name][key] = value

    def replay(self, event: Event) -> None:
        """Takes in the next event.

        Raises:
            UnreadableRow: when the event lacks what its kind must carry.
        """
        if event.kind == EventKind.ATTEMPT_STARTED:
            self._attempts[event.item] = []
        if event.item in self._attempts:
            self._attempts[event.item].append(event)
        try:
            project(event, self, lambda item: self._attempts.get(item, ()))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UnreadableRow(f"event {event.uid}") from error


def replay_order(events: Iterable[Event]) -> Sequence[Event]:
    """Events of several chains in the order to replay them.

    That is by (`at`, `device`, `seq`), where a clock that was set back does not turn a chain around: an event
    counts as no earlier than those before it in its chain.

    Args:
        events: each chain in its own order.
    """
    latest: dict[str, Event] = {}
    keyed = [((_later(event, latest).at, event.device, event.seq), event) for event in events]
    return [event for _, event in sorted(keyed, key=itemgetter(0))]


def _later(event: Event, latest: dict[str, Event]) -> Event:
    """The latest event of a chain so far, this one included, which is noted."""
    latest[event.device] = max(event, latest.get(event.device, event), key=attrgetter("at"))
    return latest[event.device]


def replay(rows: Iterable[Mapping[Any, Any]]) -> Rows:
    """What the caches should hold after the events with these rows.

    Raises:
        UnreadableRow: naming the event that cannot be replayed.
    """
    caches: dict[str, MemoryCaches] = {}
    for event in replay_order(read_event(row) for row in rows):
        caches.setdefault(event.learner, MemoryCaches()).replay(event)
    return {
        cache.table.name: {
            (learner, key): {"learner": learner, **cache.write(value)}
            for learner, memory in caches.items()
            for key, value in memory.values[cache.table.name].items()
        }
        for cache in ALL_CACHES
    }


def rebuild(connection: Connection) -> None:
    """Throws all caches away and fills them from the log, within the caller's transaction.

    Raises:
        UnreadableRow: naming the event that cannot be replayed.
    """
    replayed = replay(read_chains(connection))
    for cache in reversed(ALL_CACHES):
        connection.execute(delete(cache.table))
    for cache in ALL_CACHES:
        if rows := list(replayed[cache.table.name].values()):
            connection.execute(insert(cache.table), rows)
