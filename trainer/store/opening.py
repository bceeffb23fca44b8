"""Opening a data folder: one owner, a database of the right version, or one clear sentence why not."""

import errno
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, false, insert

from trainer.learning.study_day import ROLLOVER_HOUR, Clock
from trainer.store import search_tables, tables
from trainer.store.database import FOR_WRITING, make_engine
from trainer.store.errors import damaged, full, in_use, told_plainly, too_new, unreachable
from trainer.store.owner import make_owner
from trainer.store.store import Store

__all__ = ["Store", "open_store"]

DATABASE = "trainer.db"
LOCK = "trainer.lock"
_CHANGE_NOTHING = delete(tables.owner).where(false())
"""Shows at once whether the file may be written to, which not even BEGIN IMMEDIATE does."""
_SMALLEST = 512
"""Bytes of SQLite's smallest page; what is shorter SQLite would overwrite, whatever it is."""


def open_store(folder: Path, *, clock: Clock, rollover_hour: int = ROLLOVER_HOUR) -> Store:
    """Opens the data folder, which is made when it is missing; `Store.close` lets go of it.

    Args:
        folder: holds the database and the lock; nobody else can open it meanwhile.
        clock: tells when events happen.
        rollover_hour: the local hour at which a new study day begins.

    Raises:
        StoreInUse, StoreTooNew, StoreReadOnly, StoreFull, StoreDamaged, StoreUnreachable: what is the matter.
    """
    _make_folder(folder)
    with told_plainly(folder), ExitStack() as on_failure:
        lock = _take_lock(folder)
        on_failure.callback(lock.close)
        engine = _open_database(folder)
        on_failure.callback(engine.dispose)
        store = Store(folder, engine, clock, rollover_hour, lock.close)
        on_failure.pop_all()
    return store


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise full(folder) from error
        taken = error.errno in (errno.EEXIST, errno.ENOTDIR)
        reason = "a file is in its place" if taken else error.strerror or str(error)
        raise unreachable(folder, reason) from error


def _take_lock(folder: Path) -> sqlite3.Connection:
    """Takes the folder for this process until the connection is closed or the process ends, however it ends.

    The lock is SQLite's own exclusive lock on an empty file: the same on every system, and nothing to import.
    """
    lock = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise in_use(folder) from None
        raise
    return lock


def _open_database(folder: Path) -> Engine:
    file = folder / DATABASE
    version = _peek_version(folder, file)
    if version is not None and version > tables.SCHEMA_VERSION:
        raise too_new(folder, version, tables.SCHEMA_VERSION)
    if version is not None and version < tables.SCHEMA_VERSION:
        from trainer.store.migrating import migrate_file  # noqa: PLC0415  # Alembic is needed after an update only

        migrate_file(folder, file)
    engine = make_engine(file)
    try:
        with engine.connect().execution_options(**FOR_WRITING) as connection, connection.begin():
            if version is None:
                _create_all(connection)
            else:
                connection.execute(_CHANGE_NOTHING)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _create_all(connection: Connection) -> None:
    search_tables.metadata.create_all(connection)  # with those of search
    tables.alembic_version.create(connection)
    connection.execute(insert(tables.alembic_version), {"version_num": tables.SCHEMA_VERSION})
    make_owner(connection)


def _peek_version(folder: Path, file: Path) -> str | None:
    """The schema's version, read without changing a byte; None when there is nothing in the file yet."""
    size = file.stat().st_size if file.exists() else 0
    if size == 0:
        return None
    if size < _SMALLEST:
        raise damaged(folder)
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not names:
            return None
        found = None
        if "alembic_version" in names:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if found is None or not isinstance(found[0], str):
        raise damaged(folder)
    return found[0]
