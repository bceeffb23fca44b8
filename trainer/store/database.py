"""SQLite as this program uses it: durable at every commit, several readers, one writer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine
from sqlalchemy import event as listening

BUSY_TIMEOUT_MS = 2_000
"""How long to wait for a program that looks into the file at the same time."""

FOR_WRITING = {"begin_with": "BEGIN IMMEDIATE"}
"""Execution options of a connection that writes: it takes the write lock at once or not at all."""


_DURABLE = "PRAGMA synchronous=FULL"
_CACHE = "PRAGMA cache_size=-16384"
"""KiB, taken only as far as pages are read: room for the upper pages of all indexes of 100,000 cards."""


@contextmanager
def writing_much(connection: Connection) -> Iterator[None]:
    """For many transactions in turn: they are durable at the end instead of each by itself, and pages stay in memory.

    Args:
        connection: outside of a transaction.
    """
    driver: Any = connection.connection.driver_connection
    connection.rollback()  # a pragma has to come outside of the transaction that SQLAlchemy begins by itself
    driver.execute("PRAGMA synchronous=NORMAL")
    driver.execute(f"PRAGMA cache_size=-{_MUCH_KIB}")
    driver.execute(f"PRAGMA wal_autocheckpoint={_MUCH_PAGES}")
    try:
        yield
    finally:
        driver.execute(_DURABLE)
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        driver.execute(_CACHE)
        driver.execute("PRAGMA wal_autocheckpoint=1000")  # SQLite's own default


_MUCH_KIB = 128 * 1024
_MUCH_PAGES = 64 * 1024


def make_engine(file: Path, *, foreign_keys: bool = True) -> Engine:
    """The database in a file.

    Args:
        file: made when it is missing.
        foreign_keys: whether they are enforced; only a migration has a reason not to.
    """
    engine = create_engine(URL.create("sqlite", database=str(file)))

    # SQLAlchemy's recipe for transactions with SQLite ("Enabling Non-Legacy SQLite Transactional Modes"):
    # sqlite3 is kept from beginning transactions by itself, and each is begun in our words.
    def on_connect(driver_connection: Any, _record: Any) -> None:
        driver_connection.isolation_level = None
        driver_connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        driver_connection.execute("PRAGMA journal_mode=WAL")
        driver_connection.execute(_DURABLE)
        driver_connection.execute(_CACHE)
        driver_connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin_with", "BEGIN"))

    listening.listen(engine, "connect", on_connect)
    listening.listen(engine, "begin", on_begin)
    return engine
