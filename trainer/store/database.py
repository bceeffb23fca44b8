"""SQLite as this program uses it: durable at every commit, several readers, one writer."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine
from sqlalchemy import event as listening

BUSY_TIMEOUT_MS = 2_000
"""How long to wait for a program that looks into the file at the same time."""

FOR_WRITING = {"begin_with": "BEGIN IMMEDIATE"}
"""Execution options of a connection that writes: it takes the write lock at once or not at all."""


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
        driver_connection.execute("PRAGMA synchronous=FULL")
        driver_connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin_with", "BEGIN"))

    listening.listen(engine, "connect", on_connect)
    listening.listen(engine, "begin", on_begin)
    return engine
