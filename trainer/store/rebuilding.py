"""Replaying the log from its first event: what the caches should hold, and writing that into them."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import merge
from operator import itemgetter
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, delete, insert, select

from trainer.learning.grade import Grade
from trainer.store.cache import Cache
from trainer.store.errors import UnreadableRow
from trainer.store.events import Event, EventKind, read_event
from trainer.store.history import undone_uids
from trainer.store.item_state import ITEM_STATES, ItemState, Rated
from trainer.store.log import read_chains, read_undos
from trainer.store.own_notes import sync_all
from trainer.store.parameter_sets import NO_SETS, ParameterSets, read_parameter_sets
from trainer.store.projection import ALL_CACHES, is_drill, project
from trainer.store.renames import Renames, current_uid, read_renames
from trainer.store.tables import owner

_GRADES = 8
"""More than there are grades."""

T = TypeVar("T")

Rows = Mapping[str, Mapping[tuple[str, str], Mapping[str, Any]]]
"""By table, then by learner and key: the columns of a row."""


class MemoryCaches:
    """One learner's caches in memory, and what a replay must know of the log.

    Args:
        renames: the learner's.
        undone: uids of all events that are undone in the end. One among them that is not of a drill counts as never
            made, so that neither it nor its undo has to be replayed.
        parameters: the sets of parameters.
    """

    def __init__(self, renames: Renames, undone: frozenset[str], parameters: ParameterSets = NO_SETS) -> None:
        self.values: dict[str, dict[str, Any]] = {cache.table.name: {} for cache in ALL_CACHES}
        self.renames = renames
        self.parameters = parameters
        self._undone = undone
        self._attempts: dict[str, list[Event]] = {}
        self._rated: dict[str, array[int]] = {}

    def get(self, cache: Cache[T], key: str) -> T | None:
        """The value under a key, if there is one."""
        return self.values[cache.table.name].get(key)

    def put(self, cache: Cache[T], key: str, value: T | None) -> None:
        """Sets the value under a key; None removes it."""
        if cache is ITEM_STATES and self.parameters.sets:
            self._note_rated(key, self.values[cache.table.name].get(key), cast("ItemState | None", value))
        if value is None:
            self.values[cache.table.name].pop(key, None)
        else:
            self.values[cache.table.name][key] = value

    def attempt(self, item: str) -> Sequence[Event]:
        """The events of a drill's item from its latest start on, as far as they were replayed."""
        return self._attempts.get(item, ())

    def item(self, uid: str) -> Sequence[Event]:
        """Never asked for: what is undone in the end is left out from the start."""
        raise NotImplementedError(uid)

    def history(self, uid: str, until: Event) -> Iterator[Rated]:
        """What changed the memory of an item so far; kept only where there is more than one set of parameters."""
        del until  # it was not noted yet
        return (_unpack(number) for number in self._rated.get(uid, ()))

    def replay(self, event: Event) -> None:
        """Takes in the next event.

        Raises:
            UnreadableRow: when the event lacks what its kind must carry.
        """
        if is_drill(event.item):
            self._note_attempt(event)
        elif event.kind == EventKind.UNDO or event.uid in self._undone:
            return
        try:
            project(event, self, self)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UnreadableRow(f"event {event.uid}") from error

    def _note_rated(self, uid: str, before: ItemState | None, after: ItemState | None) -> None:
        if after is None:
            self._rated.pop(uid, None)
        elif before is None or after.memory is not before.memory:
            self._rated.setdefault(uid, array("l")).append(_pack(after.last_grade, after.last_day))

    def _note_attempt(self, event: Event) -> None:
        assert event.item is not None
        item = current_uid(event.item, self.renames)
        if event.kind == EventKind.ATTEMPT_STARTED:
            self._attempts[item] = []
        if item in self._attempts:
            self._attempts[item].append(event)


def _pack(grade: Grade, day: date) -> int:
    """A number for a rating: a hundred bytes less than the two of them, a million times."""
    return day.toordinal() * _GRADES + int(grade)


def _unpack(number: int) -> Rated:
    return Grade(number % _GRADES), date.fromordinal(number // _GRADES)


def replay_order(chains: Iterable[Iterable[Event]]) -> Iterator[Event]:
    """Events of several chains in the order to replay them.

    That is by (`at`, `device`, `seq`), where a clock that was set back does not turn a chain around: an event
    counts as no earlier than those before it in its chain.

    Args:
        chains: each in its own order; read as the result is consumed.
    """
    return (event for _, event in merge(*(_keyed(chain) for chain in chains), key=itemgetter(0)))


def _keyed(chain: Iterable[Event]) -> Iterator[tuple[Any, Event]]:
    latest = None
    for event in chain:
        latest = event.at if latest is None else max(event.at, latest)
        yield (latest, event.device, event.seq), event


def replay(connection: Connection) -> Rows:
    """What the caches should hold after all events.

    Raises:
        UnreadableRow: naming the event that cannot be replayed.
    """
    undone = undone_uids(read_undos(connection))
    caches: dict[str, MemoryCaches] = {}
    for event in replay_order(map(read_event, rows) for rows in read_chains(connection)):
        if event.learner not in caches:
            sets = read_parameter_sets(connection, event.learner)
            caches[event.learner] = MemoryCaches(read_renames(connection, event.learner), undone, sets)
        caches[event.learner].replay(event)
    return {
        cache.table.name: {
            (learner, key): {"learner": learner, **cache.write(value)}
            for learner, memory in caches.items()
            for key, value in memory.values[cache.table.name].items()
        }
        for cache in ALL_CACHES
    }


def rebuild(connection: Connection) -> None:
    """Throws all caches away and fills them from the log, then the search index, in the caller's transaction.

    Raises:
        UnreadableRow: naming the event that cannot be replayed, or the note that cannot be read.
    """
    from trainer.store.search.index import rebuild_index  # noqa: PLC0415  # a usual start rebuilds nothing

    replayed = replay(connection)
    for cache in reversed(ALL_CACHES):
        connection.execute(delete(cache.table))
    for cache in ALL_CACHES:
        if rows := list(replayed[cache.table.name].values()):
            connection.execute(insert(cache.table), rows)
    for learner in connection.execute(select(owner.c.learner)).scalars():
        sync_all(connection, learner)
    rebuild_index(connection)
