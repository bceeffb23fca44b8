"""What can go wrong with a data folder, and the one place that tells it in a sentence."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from trainer.errors import UserError

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}
_ROOM_NEEDED = 64 * 1024
"""Bytes; with less than this SQLite cannot set up the files it works with, and does not say why."""


class StoreInUse(UserError):  # noqa: N818  # the name says what is the case
    """Another window or program works with the data folder."""


class StoreTooNew(UserError):  # noqa: N818
    """The database was written by a newer version of the program."""


class StoreReadOnly(UserError):  # noqa: N818
    """The data folder or the database may not be written to."""


class StoreFull(UserError):  # noqa: N818
    """The disk has no room left."""


class StoreDamaged(UserError):  # noqa: N818
    """The file is no database, or not one of ours, or its contents are broken."""


class StoreUnreachable(UserError):  # noqa: N818
    """The data folder cannot be made or read at all."""


class UnreadableRow(Exception):  # noqa: N818
    """A row holds what this program never writes; `where` names it."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Turns what SQLite, the system and broken rows raise into a `UserError` about a data folder.

    Raises:
        UserError: one of the classes above. What is not foreseen passes through unchanged.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError, UnreadableRow) as error:
        explained = explain(error, folder)
        if explained is None:
            raise
        raise explained from error


def explain(error: BaseException, folder: Path) -> UserError | None:
    """The sentence for an error; None when it was not foreseen."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _explain_sqlite(cause, folder)
    if isinstance(cause, UnreadableRow):
        return damaged(folder)
    if isinstance(cause, OSError):
        return _explain_system(cause, folder)
    return None


def _explain_sqlite(error: sqlite3.Error, folder: Path) -> UserError | None:
    # An extended result code carries the primary one in its lowest byte (SQLite, "Result and Error Codes").
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _TELLING:
        return _TELLING[code](folder)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return _explain_failed_access(folder, str(error))
    if code == sqlite3.SQLITE_ERROR and str(error).startswith(_FOREIGN_CONTENT):
        return damaged(folder)
    return None


def _explain_failed_access(folder: Path, reason: str) -> UserError:
    if not folder.is_dir():
        return unreachable(folder, "it is gone")
    if shutil.disk_usage(folder).free < _ROOM_NEEDED:
        return full(folder)
    if not os.access(folder, os.W_OK):
        return read_only(folder)
    return unreachable(folder, reason)


def _explain_system(error: OSError, folder: Path) -> UserError:
    if error.errno in _FULL:
        return full(folder)
    if error.errno in _FORBIDDEN:
        return read_only(folder)
    return unreachable(folder, error.strerror or str(error))


def in_use(folder: Path) -> StoreInUse:
    """The sentence for a folder that has an owner."""
    return StoreInUse(
        f"The data folder {folder} is in use by another window or run of this program: "
        "close that one first, or choose another folder with --data-dir."
    )


def too_new(folder: Path, stored: str, known: str) -> StoreTooNew:
    """The sentence for a database from the future."""
    return StoreTooNew(
        f"The database in {folder} was written by a newer version of this program (format {stored}, this one knows "
        f"{known}): update the program, or choose another folder with --data-dir; nothing was changed."
    )


def read_only(folder: Path) -> StoreReadOnly:
    """The sentence for a folder without the right to write."""
    return StoreReadOnly(
        f"The data folder {folder} cannot be written to: allow writing there, or choose another with --data-dir."
    )


def full(folder: Path) -> StoreFull:
    """The sentence for a full disk."""
    return StoreFull(
        f"The disk with the data folder {folder} is full, so this was not saved: make room and try again; "
        "all that was saved before is still there."
    )


def damaged(folder: Path) -> StoreDamaged:
    """The sentence for a file that is no database of ours."""
    return StoreDamaged(
        f"The database trainer.db in {folder} is damaged or is not one of this program: put a backup in its place, "
        "or move it away to begin anew."
    )


def unreachable(folder: Path, reason: str) -> StoreUnreachable:
    """The sentence for a folder that cannot be made or read."""
    return StoreUnreachable(
        f"The data folder {folder} cannot be used ({reason}): check the path, or choose another with --data-dir."
    )


_TELLING = {
    sqlite3.SQLITE_FULL: full,
    sqlite3.SQLITE_BUSY: in_use,
    sqlite3.SQLITE_LOCKED: in_use,
    sqlite3.SQLITE_PROTOCOL: in_use,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_AUTH: read_only,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
    sqlite3.SQLITE_FORMAT: damaged,
}
_FOREIGN_CONTENT = ("no such table", "no such column", "Could not decode")
