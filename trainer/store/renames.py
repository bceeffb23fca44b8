"""Uids that were given up for others: the log keeps the old ones, and everything read from it goes by the new."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from trainer.store.tables import rename

Renames = Mapping[str, str]
"""New uid by old one, chains resolved: of notes (without `#...`), of drills and skills with their prefix."""


def read_renames(connection: Connection, learner: str) -> Renames:
    """All renames."""
    rows = connection.execute(select(rename.c.old, rename.c.new).where(rename.c.learner == learner))
    return {row.old: row.new for row in rows}


NOTE_PREFIX = "note:"
"""Before the uid of a note where an event is about the note itself."""


def current_uid(uid: str, renames: Renames) -> str:
    """What an item or, with its prefix, a note is called today."""
    prefix, base, rest = _taken_apart(uid)
    return f"{prefix}{renames.get(base, base)}{rest}"


def former_uids(uid: str, renames: Renames) -> tuple[str, ...]:
    """All names that an item or, with its prefix, a note has or had, today's first."""
    prefix, base, rest = _taken_apart(uid)
    return (uid, *(f"{prefix}{old}{rest}" for old, new in renames.items() if new == base))


def _taken_apart(uid: str) -> tuple[str, str, str]:
    """Prefix of a note, what can be renamed, and the part of the note that an item is."""
    prefix = NOTE_PREFIX if uid.startswith(NOTE_PREFIX) else ""
    base, mark, part = uid.removeprefix(prefix).partition("#")
    return prefix, base, mark + part
