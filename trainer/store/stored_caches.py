"""The caches as they lie in the database."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection

from trainer.store.cache import Cache

T = TypeVar("T")


Known = Mapping[tuple[str, str], Any]
"""Values by table and key; None where there is no row."""


class StoredCaches:
    """Reads and writes one learner's caches within a transaction.

    Args:
        known: what need not be read again: the `touched` of the transaction before, when nobody else wrote since.
    """

    def __init__(self, connection: Connection, learner: str, known: Known | None = None) -> None:
        self._connection = connection
        self._learner = learner
        self._known: Known = known or {}
        self.touched: dict[tuple[str, str], Any] = {}

    def get(self, cache: Cache[T], key: str) -> T | None:
        """The value under a key, if there is one."""
        place = (cache.table.name, key)
        if place not in self.touched:
            self.touched[place] = self._known[place] if place in self._known else self._read(cache, key)
        return self.touched[place]

    def put(self, cache: Cache[T], key: str, value: T | None) -> None:
        """Sets the value under a key; None removes it."""
        before = self.get(cache, key)
        if value is None:
            cache.delete_one.run(self._connection, {"of_learner": self._learner, "of_key": key})
        elif before is None:
            cache.insert_one.run(self._connection, {"learner": self._learner, **cache.write(value)})
        else:
            values = {**cache.write(value), "of_learner": self._learner, "of_key": key}
            cache.update_one.run(self._connection, values)
        self.touched[cache.table.name, key] = value

    def _read(self, cache: Cache[T], key: str) -> T | None:
        found = self._connection.execute(cache.select_one, {"of_learner": self._learner, "of_key": key})
        row = found.mappings().first()
        return None if row is None else cache.value(row)


class BufferedCaches:
    """One learner's caches, read whole into memory and written back at `flush`: for many events at once."""

    def __init__(self, connection: Connection, learner: str, caches: Iterable[Cache[Any]]) -> None:
        self._learner = learner
        self._values = {cache.table.name: dict(read_all(connection, cache, learner)) for cache in caches}
        self._changed: dict[str, tuple[Cache[Any], dict[str, None]]] = {}

    def get(self, cache: Cache[T], key: str) -> T | None:
        """The value under a key, if there is one."""
        return self._values[cache.table.name].get(key)

    def put(self, cache: Cache[T], key: str, value: T | None) -> None:
        """Sets the value under a key; None removes it."""
        values = self._values[cache.table.name]
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
        self._changed.setdefault(cache.table.name, (cache, {}))[1][key] = None

    def flush(self, connection: Connection) -> None:
        """Writes what changed since the last time."""
        for name, (cache, keys) in self._changed.items():
            values = self._values[name]
            mine = {"of_learner": self._learner}
            cache.delete_one.run_all(connection, ({**mine, "of_key": key} for key in keys if key not in values))
            kept = (cache.write(values[key]) for key in keys if key in values)
            cache.replace_one.run_all(connection, ({"learner": self._learner, **row} for row in kept))
        self._changed = {}


def read_all(connection: Connection, cache: Cache[T], learner: str) -> Mapping[str, T]:
    """All of a learner's values, by key."""
    rows = connection.execute(cache.select_all, {"of_learner": learner}).mappings()
    return {row[cache.key]: cache.value(row) for row in rows}


def read_rows(connection: Connection, cache: Cache[Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """All rows of all learners, by learner and key."""
    rows = connection.execute(cache.table.select()).mappings()
    return {(row["learner"], row[cache.key]): dict(row) for row in rows}
