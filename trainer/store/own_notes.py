"""Notes that the learner wrote or deleted, and the rows of notes and cards that follow from both.

What comes from packs lies in `note` and `item` and is no cache. The learner's own part in these tables follows from
the log: rows of the learner's own notes, and cards that are retired since their note was deleted.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, select, union, update

from trainer.learning.note import Note, items_of, value_hash
from trainer.store.cache import Cache, Row, T
from trainer.store.events import Event, canonical_json
from trainer.store.notes import note_content, read_content, read_notes
from trainer.store.prepared import Prepared
from trainer.store.tables import deleted_note, item, note, own_note

OWN = "own"
"""The pack of the notes that the learner wrote."""

_LAST = 1_000_000_000
"""Own notes come after those of all packs, in the order in which they were written."""

_MOST_ITEMS = 100
_AT_ONCE = 500


def _mine(of: Table, column: str) -> tuple[ColumnElement[bool], ...]:
    """Of `:of_learner`, those that `column` names among `:of_uids`."""
    chosen = of.c[column].in_(bindparam("of_uids", expanding=True))
    return of.c.learner == bindparam("of_learner"), chosen


_PACKS = select(note.c.uid, note.c.pack).where(*_mine(note, "uid"))
_NOTES = select(note.c.uid).where(*_mine(note, "uid"))
_RETIRED = _NOTES.where(note.c.retired)
_ITEMS = select(item.c.uid, item.c.note, item.c.retired).where(*_mine(item, "note"))
_OWN = select(own_note).where(*_mine(own_note, "note"))
_DELETED = select(deleted_note).where(*_mine(deleted_note, "note"))
_TOUCHED = union(
    select(note.c.uid).where(note.c.learner == bindparam("of_learner"), note.c.pack == OWN),
    select(own_note.c.note).where(own_note.c.learner == bindparam("of_learner")),
    select(deleted_note.c.note).where(deleted_note.c.learner == bindparam("of_learner")),
)
_SET_NOTE = Prepared(
    update(note)
    .where(note.c.learner == bindparam("of_learner"), note.c.uid == bindparam("of_uid"))
    .values(retired=bindparam("retired"))
)
_SET_ITEM = Prepared(
    update(item)
    .where(item.c.learner == bindparam("of_learner"), item.c.uid == bindparam("of_uid"))
    .values(retired=bindparam("retired"))
)
_ADD_NOTE = Prepared(note.insert())
_ADD_ITEM = Prepared(item.insert())


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note as the learner first wrote it; `position` is that of its first card."""

    note: Note
    position: int


@dataclass(frozen=True, slots=True)
class DeletedNote:
    """A note that the learner deleted on a study day."""

    note: str
    day: date


def added_note(uid: str, event: Event) -> OwnNote:
    """The note that an event adds.

    Raises:
        KeyError, TypeError, ValueError: when the event lacks what it must carry.
    """
    payload = event.payload
    added = read_content(uid, payload["kind"], payload["section"], payload["content"])
    items_of(added)  # what cannot be made into cards is refused before it is written
    return OwnNote(added, _LAST + event.seq * _MOST_ITEMS)


def deletion(uid: str, event: Event) -> DeletedNote | None:
    """What a deletion, or a way back from one, leaves of the fact that a note is deleted."""
    return DeletedNote(uid, event.study_day) if event.payload["value"] else None


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a note.

    Attributes:
        own: what the learner wrote, where the note is the learner's own.
        is_gone: what `retired` should say of a note of the learner's own; None for those of packs.
        retired: what `retired` says, by card.
        asked: the cards that should not be retired.
    """

    uid: str
    own: OwnNote | None
    is_gone: bool | None
    retired: Mapping[str, bool]
    asked: frozenset[str]

    @property
    def missing(self) -> tuple[str, ...]:
        """Cards that have no row yet."""
        return tuple(sorted(self.asked - self.retired.keys()))

    @property
    def wrong(self) -> Iterator[str]:
        """Cards whose row says the wrong thing."""
        return (uid for uid, retired in self.retired.items() if retired == (uid in self.asked))


def sync_notes(connection: Connection, learner: str, uids: Collection[str]) -> None:
    """Brings the rows of these notes and their cards in step with what the learner wrote and deleted.

    Within the caller's transaction, after the caches were written.

    Raises:
        UnreadableRow: when a note cannot be read.
    """
    wanted = iter(uids)
    while some := list(islice(wanted, _AT_ONCE)):
        _sync(connection, learner, some)


def _sync(connection: Connection, learner: str, uids: list[str]) -> None:
    mine = {"of_learner": learner, "of_uids": uids}
    stored = set(connection.execute(_NOTES, mine).scalars())
    own = _some(connection, _OWN, OWN_NOTES, mine)
    _ADD_NOTE.run_all(connection, [_note_row(learner, own[uid]) for uid in own if uid not in stored])
    for rows in _read_rows(connection, learner, uids):
        of_note = {"of_learner": learner, "of_uid": rows.uid}
        if rows.is_gone is not None:
            _SET_NOTE.run(connection, {**of_note, "retired": rows.is_gone})
        if rows.own is not None:
            _ADD_ITEM.run_all(connection, list(_item_rows(learner, rows.own, rows.missing)))
        for uid in rows.wrong:
            _SET_ITEM.run(connection, {"of_learner": learner, "of_uid": uid, "retired": uid not in rows.asked})


def sync_all(connection: Connection, learner: str) -> None:
    """The same for every note that the learner wrote or deleted."""
    sync_notes(connection, learner, _touched(connection, learner))


def out_of_step(connection: Connection, learner: str) -> Iterator[str]:
    """The notes whose rows do not say what the learner wrote and deleted."""
    touched = _touched(connection, learner)
    found = {rows.uid: rows for rows in _read_rows(connection, learner, touched)}
    retired = set(connection.execute(_RETIRED, {"of_learner": learner, "of_uids": touched}).scalars())
    for uid in touched:
        rows = found.get(uid)
        if rows is None or any(rows.wrong) or (rows.own and rows.missing) or rows.is_gone not in (None, uid in retired):
            yield uid


def _touched(connection: Connection, learner: str) -> list[str]:
    return sorted(set(connection.execute(_TOUCHED, {"of_learner": learner}).scalars()))


def _read_rows(connection: Connection, learner: str, uids: list[str]) -> Iterator[_Rows]:
    mine = {"of_learner": learner, "of_uids": uids}
    own, deleted = _some(connection, _OWN, OWN_NOTES, mine), _some(connection, _DELETED, DELETED_NOTES, mine)
    packs = {row.uid: row.pack for row in connection.execute(_PACKS, mine)}
    retired: dict[str, dict[str, bool]] = {uid: {} for uid in uids}
    for row in connection.execute(_ITEMS, mine):
        retired[row.note][row.uid] = bool(row.retired)
    for uid, shown in read_notes(connection, learner, uids).items():
        is_own = packs[uid] == OWN
        is_gone = uid not in own if is_own else shown.retired
        asked = () if is_gone or uid in deleted else items_of(shown.note if is_own else shown.base)
        yield _Rows(uid, own.get(uid), is_gone if is_own else None, retired[uid], frozenset(asked))


def _some(connection: Connection, wanted: Select[Any], cache: Cache[T], mine: Mapping[str, Any]) -> dict[str, T]:
    return {row[cache.key]: cache.value(row) for row in connection.execute(wanted, mine).mappings()}


def _note_row(learner: str, own: OwnNote) -> dict[str, Any]:
    content = note_content(own.note)
    return {
        "learner": learner,
        "uid": own.note.uid,
        "pack": OWN,
        "kind": str(own.note.kind),
        "section": own.note.section,
        "position": own.position,
        "content": canonical_json(content),
        "hash": value_hash([own.note.kind, own.note.section, own.position, content]),
        "retired": False,
    }


def _item_rows(learner: str, own: OwnNote, uids: Iterable[str]) -> Iterator[dict[str, Any]]:
    order = {uid: at for at, uid in enumerate(items_of(own.note))}
    for uid in uids:
        at = order.get(uid, _MOST_ITEMS - 1)
        yield {"learner": learner, "uid": uid, "note": own.note.uid, "position": own.position + at, "retired": False}


def _read_own(row: Row) -> OwnNote:
    return OwnNote(read_content(row["note"], row["kind"], row["section"], json.loads(row["content"])), row["position"])


def _write_own(own: OwnNote) -> dict[str, Any]:
    return {
        "note": own.note.uid,
        "kind": str(own.note.kind),
        "section": own.note.section,
        "content": canonical_json(note_content(own.note)),
        "position": own.position,
    }


def _read_deleted(row: Row) -> DeletedNote:
    return DeletedNote(row["note"], date.fromisoformat(row["day"]))


def _write_deleted(deleted: DeletedNote) -> dict[str, Any]:
    return {"note": deleted.note, "day": deleted.day.isoformat()}


OWN_NOTES = Cache(own_note, "note", _read_own, _write_own)
DELETED_NOTES = Cache(deleted_note, "note", _read_deleted, _write_deleted)
