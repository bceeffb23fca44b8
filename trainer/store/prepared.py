"""Statements of the hot path, compiled once and run by the driver: half of the time that they would take otherwise.

They run within the transaction of a connection, like all others. What goes wrong is raised as sqlite3's own errors.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects.sqlite import dialect


class Prepared:
    """An insert, update or delete whose every value is a named parameter of a type that SQLite takes as it is."""

    def __init__(self, statement: Insert | Update | Delete) -> None:
        self._statement = statement

    @cached_property
    def _compiled(self) -> tuple[str, tuple[str, ...]]:
        return _compile(self._statement)

    def run(self, connection: Connection, values: Mapping[str, Any]) -> None:
        """Executes the statement with a value for each of its parameters."""
        text, names = self._compiled
        _driver(connection).execute(text, tuple([values[name] for name in names]))

    def run_all(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Executes the statement once for each set of values."""
        text, names = self._compiled
        if values := list(map(itemgetter(*names), rows)):
            _driver(connection).executemany(text, values)


class PreparedSelect:
    """A select whose every parameter has a name, and whose columns are of SQLite's own types or Boolean."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement

    @cached_property
    def _compiled(self) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        columns = self._statement.selected_columns
        names = tuple(column.name for column in columns)
        flags = tuple(column.name for column in columns if isinstance(column.type, Boolean))
        return (*_compile(self._statement), names, flags)

    def first(self, connection: Connection, values: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The first row that is found, by column; None when there is none."""
        text, parameters, names, flags = self._compiled
        found = _driver(connection).execute(text, tuple([values[name] for name in parameters])).fetchone()
        if found is None:
            return None
        row = dict(zip(names, found, strict=True))
        for flag in flags:
            row[flag] = None if row[flag] is None else bool(row[flag])
        return row


def _compile(statement: Insert | Update | Delete | Select[Any]) -> tuple[str, tuple[str, ...]]:
    """The text of a statement, and the names of its parameters in their order."""
    compiled = statement.compile(dialect=dialect(paramstyle="qmark"))
    return str(compiled), tuple(compiled.positiontup or ())


def _driver(connection: Connection) -> Any:
    """The driver's own connection, in a transaction as every other statement would be."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.driver_connection
