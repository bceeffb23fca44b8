"""Packs: importing notes, so that what the learner did survives every change of the content."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from trainer.learning.note import Note, items_of, value_hash
from trainer.store import tables
from trainer.store.events import canonical_json
from trainer.store.notes import note_content
from trainer.store.own_notes import sync_all
from trainer.store.prepared import Prepared
from trainer.store.rebuilding import rebuild
from trainer.store.renames import Renames, read_renames

BUILT_IN = "built-in"
"""The id of the pack that comes with the program."""

BESIDE_CORE = 1_000_000
"""The position from which those cards stand that ask for no core fact; all before it ask for one."""

_PUT_NOTE = Prepared(insert(tables.note).prefix_with("OR REPLACE"))
_PUT_ITEM = Prepared(insert(tables.item).prefix_with("OR REPLACE"))
_RETIRE_ITEM = Prepared(
    update(tables.item)
    .where(tables.item.c.learner == bindparam("of_learner"), tables.item.c.uid == bindparam("of_uid"))
    .values(retired=True)
)
_RETIRE_NOTE = Prepared(
    update(tables.note)
    .where(tables.note.c.learner == bindparam("of_learner"), tables.note.c.uid == bindparam("of_uid"))
    .values(retired=True)
)


@dataclass(frozen=True, slots=True)
class Pack:
    """Notes that are imported together.

    Attributes:
        hash: of everything in it; a pack with the hash of the last import changes nothing.
        notes: in the order in which they are new to a learner.
        renames: new uid by old, chains resolved: of notes, drills (`drill:...`) and skills (`skill:...`).
        kept_sections: sections whose notes could not be read this time, and stay as they are.
    """

    id: str
    hash: str
    notes: Sequence[Note]
    renames: Renames = field(default_factory=dict, hash=False)
    kept_sections: Collection[str] = ()


def read_pack_hash(connection: Connection, learner: str, pack: str) -> str | None:
    """The hash of a pack when it was imported last; None when it never was."""
    found = select(tables.pack.c.hash).where(tables.pack.c.learner == learner, tables.pack.c.id == pack)
    return connection.execute(found).scalar()


def import_pack(connection: Connection, learner: str, pack: Pack) -> None:
    """Brings the notes and items of a pack up to date, and what search knows of them, in the caller's transaction.

    Notes and items that the pack has no more are retired; with their names come back their records.
    """
    from trainer.store.search.index import index_notes  # noqa: PLC0415  # a usual start imports no pack

    if _take_renames(connection, learner, pack.renames):
        rebuild(connection)
    before = _read_hashes(connection, learner)
    positions = _positions(pack.notes)
    changed = [note for note in pack.notes if before.get(note.uid) != _row_hash(note, positions[note.uid])]
    _put_notes(connection, learner, pack.id, changed, positions)
    index_notes(connection, learner, [note.uid for note in changed])
    _retire_missing(connection, learner, pack)
    sync_all(connection, learner)
    connection.execute(delete(tables.pack).where(tables.pack.c.learner == learner, tables.pack.c.id == pack.id))
    connection.execute(insert(tables.pack), {"learner": learner, "id": pack.id, "hash": pack.hash})


def _take_renames(connection: Connection, learner: str, renames: Renames) -> bool:
    """Notes new names; says whether there were any, since then all records are to be filed under them."""
    known = read_renames(connection, learner)
    new = {old: name for old, name in renames.items() if known.get(old) != name}
    for old, name in new.items():
        connection.execute(delete(tables.rename).where(tables.rename.c.learner == learner, tables.rename.c.old == old))
        connection.execute(insert(tables.rename), {"learner": learner, "old": old, "new": name})
    return bool(new)


def _read_hashes(connection: Connection, learner: str) -> Mapping[str, str]:
    """The hash of every note that is not retired."""
    wanted = select(tables.note.c.uid, tables.note.c.hash)
    rows = connection.execute(wanted.where(tables.note.c.learner == learner, tables.note.c.retired.is_(False)))
    return {row.uid: row.hash for row in rows}


def _positions(notes: Iterable[Note]) -> Mapping[str, int]:
    """The number of each note's first item, counted over the whole pack; without a core fact from `BESIDE_CORE` on."""
    positions: dict[str, int] = {}
    core, beside = 0, BESIDE_CORE
    for note in notes:
        count = len(items_of(note))
        positions[note.uid] = core if note.core else beside
        core, beside = (core + count, beside) if note.core else (core, beside + count)
    return positions


def _row_hash(note: Note, position: int) -> str:
    return value_hash([note.kind, note.section, position, note_content(note)])


def _put_notes(
    connection: Connection, learner: str, pack: str, notes: Sequence[Note], positions: Mapping[str, int]
) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # replacing a note deletes it for a moment
    _PUT_NOTE.run_all(
        connection,
        (
            {
                "learner": learner,
                "uid": note.uid,
                "pack": pack,
                "kind": str(note.kind),
                "section": note.section,
                "position": positions[note.uid],
                "content": canonical_json(note_content(note)),
                "hash": _row_hash(note, positions[note.uid]),
                "retired": False,
            }
            for note in notes
        ),
    )
    _PUT_ITEM.run_all(
        connection,
        (
            {"learner": learner, "uid": uid, "note": note.uid, "position": positions[note.uid] + at, "retired": False}
            for note in notes
            for at, uid in enumerate(items_of(note))
        ),
    )


def _retire_missing(connection: Connection, learner: str, pack: Pack) -> None:
    note, item = tables.note, tables.item
    mine = (note.c.learner == learner, note.c.pack == pack.id, note.c.section.not_in(list(pack.kept_sections)))
    still = {one.uid for one in pack.notes}
    notes = connection.execute(select(note.c.uid).where(*mine, note.c.retired.is_(False))).scalars()
    gone = [{"of_learner": learner, "of_uid": uid, "retired": True} for uid in notes if uid not in still]
    _RETIRE_NOTE.run_all(connection, gone)
    still_items = {uid for one in pack.notes for uid in items_of(one)}
    joined = item.join(note, (note.c.learner == item.c.learner) & (note.c.uid == item.c.note))
    items = connection.execute(select(item.c.uid).select_from(joined).where(*mine, item.c.retired.is_(False))).scalars()
    gone = [{"of_learner": learner, "of_uid": uid, "retired": True} for uid in items if uid not in still_items]
    _RETIRE_ITEM.run_all(connection, gone)
