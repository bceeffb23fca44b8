"""Keeping the words of the notes, and their cards, from which the database keeps the index: after edits, and anew."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError

from trainer.learning.note import Note
from trainer.store.events import EventKind
from trainer.store.notes import read_notes
from trainer.store.prepared import Prepared
from trainer.store.renames import NOTE_PREFIX, current_uid, read_renames
from trainer.store.search.cards import make_cards, numbered, read_cards
from trainer.store.search.words import labels_of, parts_of, words_of
from trainer.store.search_tables import PLACE_BITS, search_card, search_text
from trainer.store.tables import event, note

Row = Mapping[str, Any]

_AT_ONCE = 500
_KEPT = ("words", "parts", "labels", "changed")
_PUT = Prepared(insert(search_text))
_DROP = Prepared(
    delete(search_text).where(
        search_text.c.learner == bindparam("of_learner"), search_text.c.note == bindparam("of_note")
    )
)
_PUT_CARD = Prepared(insert(search_card))
_POSITIONS = select(note.c.uid, note.c.position).where(
    note.c.learner == bindparam("of_learner"), note.c.uid.in_(bindparam("of_uids", expanding=True))
)
_TAKEN = f"""SELECT wanted.value AS position, max(t.id) AS last FROM json_each(?) AS wanted CROSS JOIN search_text AS t
    ON t.id BETWEEN wanted.value << {PLACE_BITS} AND (wanted.value + 1 << {PLACE_BITS}) - 1 GROUP BY wanted.value"""
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
    """Writes the words of these notes and their cards down anew, within the caller's transaction.

    Raises:
        UnreadableRow: when a note cannot be read.
    """
    if uids:
        _DROP.run_all(connection, ({"of_learner": learner, "of_note": uid} for uid in uids))
        _put(connection, learner, list(uids))


def make_all(connection: Connection) -> dict[str, dict[tuple[str, str], Row]]:
    """What should be written down for all notes and their cards: by table, then by learner and uid.

    Raises:
        UnreadableRow: when a note cannot be read.
    """
    texts: dict[tuple[str, str], Row] = {}
    cards: dict[tuple[str, str], Row] = {}
    for learner, uids in _read_uids(connection).items():
        for rows, shown in _batches(connection, learner, uids):
            texts.update(((learner, row["note"]), row) for row in rows)
            cards.update(((learner, card["uid"]), card) for card in make_cards(connection, learner, shown))
    return {search_text.name: texts, search_card.name: cards}


def read_all(connection: Connection) -> dict[str, dict[tuple[str, str], Row]]:
    """What is written down, as `make_all` has it."""
    wanted = [search_text.c[name] for name in ("learner", "note", *_KEPT)]
    place = search_text.c.id.op(">>")(PLACE_BITS).label("position")
    rows = connection.execute(select(place, *wanted)).mappings()
    texts: dict[tuple[str, str], Row] = {(row["learner"], row["note"]): dict(row) for row in rows}
    return {search_text.name: texts, search_card.name: dict(read_cards(connection))}


def rebuild_index(connection: Connection) -> None:
    """Writes all words and cards down anew and makes the index from them, within the caller's transaction.

    Raises:
        UnreadableRow: when a note cannot be read.
    """
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('rebuild')")  # else removing may fail
    connection.execute(delete(search_card))
    connection.execute(delete(search_text))
    for learner, uids in _read_uids(connection).items():
        _put(connection, learner, uids)
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('rebuild')")


def index_is_sound(connection: Connection) -> bool:
    """Whether FTS5 finds its index to hold what is written down."""
    try:
        connection.exec_driver_sql("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


def _read_uids(connection: Connection) -> Mapping[str, list[str]]:
    """The uids of all notes, by learner."""
    uids: dict[str, list[str]] = {}
    for row in connection.execute(select(note.c.learner, note.c.uid).order_by(note.c.position)):
        uids.setdefault(row.learner, []).append(row.uid)
    return uids


def _put(connection: Connection, learner: str, uids: list[str]) -> None:
    """Writes down notes that are not written down yet."""
    for rows, shown in _batches(connection, learner, uids):
        numbers = _number(connection, rows)
        _PUT.run_all(connection, ({**row, "id": numbers[row["note"]]} for row in rows))
        _PUT_CARD.run_all(connection, numbered(make_cards(connection, learner, shown), numbers))


def _batches(
    connection: Connection, learner: str, uids: list[str]
) -> Iterator[tuple[Sequence[Row], Mapping[str, tuple[Note, str]]]]:
    """Rows of `search_text` but for their `id`, with the note's position, and the notes as `make_cards` wants them."""
    changed = _read_changes(connection, learner)
    for start in range(0, len(uids), _AT_ONCE):
        some = uids[start : start + _AT_ONCE]
        positions = connection.execute(_POSITIONS, {"of_learner": learner, "of_uids": some}).all()
        places = {row.uid: row.position for row in positions}
        stored = read_notes(connection, learner, some)
        shown = {uid: (one.note, changed.get(uid, "")) for uid, one in stored.items()}
        yield [_row(learner, one, places[uid], at) for uid, (one, at) in shown.items()], shown


def _row(learner: str, shown: Note, position: int, changed: str) -> Row:
    words = words_of(shown)
    return {
        "learner": learner,
        "note": shown.uid,
        "position": position,
        "words": words,
        "parts": parts_of(words),
        "labels": labels_of(shown),
        "changed": changed,
    }


def _number(connection: Connection, rows: Sequence[Row]) -> Mapping[str, int]:
    """Free numbers for notes, in the order of their positions; by uid."""
    positions = json.dumps([row["position"] for row in rows])
    taken = {row.position: row.last for row in connection.exec_driver_sql(_TAKEN, (positions,))}
    numbers: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: row["note"]):
        first = row["position"] << PLACE_BITS
        numbers[row["note"]] = taken[row["position"]] = taken.get(row["position"], first - 1) + 1
    return numbers


def _read_changes(connection: Connection, learner: str) -> Mapping[str, str]:
    """When each note was edited last, by its name of today."""
    renames = read_renames(connection, learner)
    changes: dict[str, str] = {}
    for row in connection.execute(_EDITS, {"of_learner": learner}):
        uid = current_uid(row.item, renames).removeprefix(NOTE_PREFIX)
        changes[uid] = max(row.at, changes.get(uid, ""))
    return changes
