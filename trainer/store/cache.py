"""What all caches have in common: a table with one row for a learner and a key, read into a frozen value."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Select, Table, bindparam, delete, insert, select, update

from trainer.store.errors import UnreadableRow
from trainer.store.prepared import Prepared, PreparedSelect

T = TypeVar("T")

Row = Mapping[Any, Any]
"""A row by the names of its columns."""


@dataclass(frozen=True)
class Cache(Generic[T]):
    """How a kind of value lies in its table.

    Attributes:
        key: the column that, with `learner`, tells the rows apart.
        read: makes the value from a row.
        write: the row's columns, `learner` left out.
    """

    table: Table
    key: str
    read: Callable[[Row], T]
    write: Callable[[T], dict[str, Any]]

    @cached_property
    def select_all(self) -> Select[Any]:
        """All rows of `:of_learner`, by key."""
        mine = self.table.c.learner == bindparam("of_learner")
        return select(self.table).where(mine).order_by(self.table.c[self.key])

    @cached_property
    def select_one(self) -> PreparedSelect:
        """The row of `:of_learner` with the key `:of_key`."""
        return PreparedSelect(self.select_all.where(self.table.c[self.key] == bindparam("of_key")))

    @cached_property
    def insert_one(self) -> Prepared:
        """Adds a row with all columns."""
        return Prepared(insert(self.table))

    @cached_property
    def update_one(self) -> Prepared:
        """Writes all columns of the row of `:of_learner` with the key `:of_key`."""
        columns = [column.name for column in self.table.c if column.name not in ("learner", self.key)]
        mine = self.table.c.learner == bindparam("of_learner")
        this = self.table.c[self.key] == bindparam("of_key")
        return Prepared(update(self.table).where(mine, this).values({name: bindparam(name) for name in columns}))

    @cached_property
    def replace_one(self) -> Prepared:
        """Adds a row with all columns, in place of the one with the same key if there is one."""
        return Prepared(insert(self.table).prefix_with("OR REPLACE"))

    @cached_property
    def delete_one(self) -> Prepared:
        """Removes the row of `:of_learner` with the key `:of_key`."""
        mine = self.table.c.learner == bindparam("of_learner")
        return Prepared(delete(self.table).where(mine, self.table.c[self.key] == bindparam("of_key")))

    def value(self, row: Row) -> T:
        """The value that a row stands for.

        Raises:
            UnreadableRow: when the row holds what was never written.
        """
        try:
            return self.read(row)
        except (ValueError, TypeError, AttributeError) as error:
            raise UnreadableRow(f"{self.table.name} {row[self.key]}") from error


class Caches(Protocol):
    """Where projections read and write: the database, or memory for a rebuild."""

    def get(self, cache: Cache[T], key: str) -> T | None:
        """The value under a key, if there is one."""
        ...

    def put(self, cache: Cache[T], key: str, value: T | None) -> None:
        """Sets the value under a key; None removes it."""
        ...


def read_places(text: str) -> Mapping[str, tuple[str, ...]]:
    """A placement from its JSON text."""
    return {piece: tuple(containers) for piece, containers in json.loads(text).items()}
