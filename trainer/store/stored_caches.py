"""The caches as they lie in the database."""

from collections.abc import Mapping, Sequence
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
        row = cache.select_one.first(self._connection, {"of_learner": self._learner, "of_key": key})
        return None if row is None else cache.value(row)


class BufferedCaches:
    """One learner's caches, read whole into memory and written back at `flush`: for many events at once."""

    def __init__(self, connection: Connection, learner: str, caches: Sequence[Cache[Any]]) -> None:
        self._learner = learner
        self._values = {cache.table.name: dict(read_all(connection, cache, learner)) for cache in caches}
        self._changed: dict[str, set[str]] = {cache.table.name: set() for cache in caches}
        self._caches = caches

    def get(self, cache: Cache[T], key: str) -> T | None:
        """The value under a key, if there is one."""
        return self._values[cache.table.name].get(key)

    def put(self, cache: Cache[T], key: str, value: T | None) -> None:
        """Sets the value under a key; None removes it."""
        name = cache.table.name
        self._changed[name].add(key)
        if value is None:
            self._values[name].pop(key, None)
        else:
            self._values[name][key] = value

    def flush(self, connection: Connection) -> None:
        """Writes what changed since the last time."""
        mine = {"of_learner": self._learner}
        for cache in self._caches:
            values, keys = self._values[cache.table.name], self._changed[cache.table.name]
            cache.delete_one.run_all(connection, ({**mine, "of_key": key} for key in keys if key not in values))
            kept = [cache.write(values[key]) for key in keys if key in values]
            for row in kept:
                row["learner"] = self._learner
            cache.replace_one.run_all(connection, kept)
            keys.clear()


def read_all(connection: Connection, cache: Cache[T], learner: str) -> Mapping[str, T]:
    """All of a learner's values, by key."""
    rows = connection.execute(cache.select_all, {"of_learner": learner}).mappings()
    return {row[cache.key]: cache.value(row) for row in rows}


def read_rows(connection: Connection, cache: Cache[Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """All rows of all learners, by learner and key."""
    rows = connection.execute(cache.table.select()).mappings()
    return {(row["learner"], row[cache.key]): dict(row) for row in rows}
