"""Keeping the words of the notes, from which the database itself keeps the index: after edits, imports, and anew."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError

from trainer.store.events import EventKind
from trainer.store.notes import StoredNote, read_notes
from trainer.store.prepared import Prepared
from trainer.store.renames import NOTE_PREFIX, current_uid, read_renames
from trainer.store.search.words import labels_of, parts_of, words_of
from trainer.store.tables import event, note, search_text

Row = Mapping[str, str]

_AT_ONCE = 500
_KEPT = ("words", "parts", "labels", "changed")
_ADD = insert(search_text).values({name: bindparam(name) for name in ("learner", "note", *_KEPT)})
_PUT = Prepared(
    _ADD.on_conflict_do_update(index_elements=["learner", "note"], set_={name: _ADD.excluded[name] for name in _KEPT})
)
_EDITS = (
    select(event.c.item, func.max(event.c.at).label("at"))
    .where(
        event.c.learner == bindparam("of_learner"),
        event.c.item >= NOTE_PREFIX,
        event.c.item < "note;",
        event.c.kind.in_([str(EventKind.NOTE_ADDED), str(EventKind.NOTE_EDITED)]),
    )
    .group_by(event.c.item)
)


def index_notes(connection: Connection, learner: str, uids: Collection[str]) -> None:
    """Writes the words of these notes down anew, within the caller's transaction.

    Raises:
        UnreadableRow: when a note cannot be read.
    """
    if uids:
        _PUT.run_all(connection, _rows(connection, learner, list(uids)))


def make_rows(connection: Connection) -> dict[tuple[str, str], Row]:
    """What should be written down for all notes, by learner and note.

    Raises:
        UnreadableRow: when a note cannot be read.
    """
    uids: dict[str, list[str]] = {}
    for row in connection.execute(select(note.c.learner, note.c.uid)):
        uids.setdefault(row.learner, []).append(row.uid)
    return {(learner, row["note"]): row for learner, notes in uids.items() for row in _rows(connection, learner, notes)}


def read_rows(connection: Connection) -> dict[tuple[str, str], Row]:
    """What is written down, by learner and note."""
    wanted = select(search_text.c.learner, search_text.c.note, *(search_text.c[name] for name in _KEPT))
    return {(row["learner"], row["note"]): dict(row) for row in connection.execute(wanted).mappings()}


def rebuild_index(connection: Connection) -> None:
    """Writes all words down anew and makes the index from them, within the caller's transaction.

    Raises:
        UnreadableRow: when a note cannot be read.
    """
    rows = make_rows(connection)
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('rebuild')")  # else removing may fail
    connection.execute(delete(search_text))
    _PUT.run_all(connection, rows.values())
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('rebuild')")


def index_is_sound(connection: Connection) -> bool:
    """Whether FTS5 finds its index to hold what is written down."""
    try:
        connection.exec_driver_sql("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


def _rows(connection: Connection, learner: str, uids: list[str]) -> Iterator[dict[str, str]]:
    changed = _read_changes(connection, learner)
    for start in range(0, len(uids), _AT_ONCE):
        for uid, stored in read_notes(connection, learner, uids[start : start + _AT_ONCE]).items():
            yield {"learner": learner, "note": uid, **_kept(stored), "changed": changed.get(uid, "")}


def _kept(stored: StoredNote) -> dict[str, Any]:
    words = words_of(stored.note)
    return {"words": words, "parts": parts_of(words), "labels": labels_of(stored.note)}


def _read_changes(connection: Connection, learner: str) -> Mapping[str, str]:
    """When each note was edited last, by its name of today."""
    renames = read_renames(connection, learner)
    changes: dict[str, str] = {}
    for row in connection.execute(_EDITS, {"of_learner": learner}):
        uid = current_uid(row.item, renames).removeprefix(NOTE_PREFIX)
        changes[uid] = max(row.at, changes.get(uid, ""))
    return changes
