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


def current_uid(uid: str, renames: Renames) -> str:
    """What an item is called today."""
    base, mark, part = uid.partition("#")
    return f"{renames.get(base, base)}{mark}{part}"


def former_uids(uid: str, renames: Renames) -> tuple[str, ...]:
    """All names that an item has or had, today's first."""
    base, mark, part = uid.partition("#")
    return (uid, *(f"{old}{mark}{part}" for old, new in renames.items() if new == base))
