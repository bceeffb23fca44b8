"""What the learner decided about cards and notes, as queries ask for it and lists show it."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, bindparam, select

from trainer.store.notes import read_notes
from trainer.store.queue import read_marks
from trainer.store.tables import deleted_note, note_edit

_NOTE = "substr(c.uid, 1, instr(c.uid, '#') - 1)"
_MARKS: Mapping[str, str] = MappingProxyType(
    {"suspended": "m.suspended", "buried": "m.buried_on = :today", "flagged": "m.flag > 0"}
)

OUTDATED = """c.uid IN (SELECT i.uid FROM item AS i WHERE i.learner = :learner
    AND i.note IN (SELECT value FROM json_each(:outdated)))"""
"""True of a card over whose text the learner wrote before the course changed it; needs `decision_values`."""

DELETED = f"EXISTS (SELECT 1 FROM deleted_note AS d WHERE d.learner = c.learner AND d.note = {_NOTE})"
"""True of a card whose note the learner deleted; all of them are retired, too."""

REALLY_RETIRED = f"""(c.retired AND NOT {DELETED} AND NOT EXISTS (SELECT 1 FROM note AS n
    WHERE n.learner = c.learner AND n.uid = {_NOTE} AND n.pack = 'own' AND n.retired))"""
"""True of a card that the course has no more: neither deleted, nor of a note whose making was undone."""

DECIDED = (*_MARKS, "deleted", "outdated")
"""What can follow `is:` beside how a card stands: left out for good; put off until tomorrow; flagged; deleted; with
words of the learner's own over which the course has changed its text since."""

_GONE_NOTES = select(deleted_note.c.note).where(
    deleted_note.c.learner == bindparam("of_learner"), deleted_note.c.note.in_(bindparam("of_notes", expanding=True))
)
_EDITED = select(note_edit.c.note).where(note_edit.c.learner == bindparam("of_learner"))
_AT_ONCE = 500


def mark_test(name: str, value: str) -> str | None:
    """What a field of a query asks of `item_mark` as `m`, in SQL; None when it asks for something else."""
    if name == "flag":
        return f"m.flag = {int(value)}"
    return _MARKS.get(value) if name == "is" else None


def decision_values(connection: Connection, learner: str, asked: Collection[str]) -> Mapping[str, str]:
    """The parameters beside `learner` and `today`, for what follows `is:` in a query."""
    if "outdated" not in asked:
        return {}
    edited = list(connection.execute(_EDITED, {"of_learner": learner}).scalars())
    return {"outdated": json.dumps(sorted(read_outdated(connection, learner, edited)))}


def read_outdated(connection: Connection, learner: str, notes: Sequence[str]) -> frozenset[str]:
    """Those of some notes over whose text the learner wrote before the course changed it."""
    found: set[str] = set()
    for start in range(0, len(notes), _AT_ONCE):
        stored = read_notes(connection, learner, notes[start : start + _AT_ONCE])
        found |= {uid for uid, one in stored.items() if one.outdated}
    return frozenset(found)


def read_decisions(
    connection: Connection, learner: str, today: date, edited: Mapping[str, bool]
) -> Mapping[str, Mapping[str, Any]]:
    """What was decided about cards, as fields of `FoundCard`, by uid; those about which something was.

    Args:
        connection: within a transaction.
        learner: whose.
        today: the study day.
        edited: by uid of the card, whether the learner wrote over its note.
    """
    notes = {uid: uid.partition("#")[0] for uid in edited}
    gone = set(
        connection.execute(_GONE_NOTES, {"of_learner": learner, "of_notes": list(set(notes.values()))}).scalars()
    )
    outdated = read_outdated(
        connection, learner, sorted({notes[uid] for uid, is_edited in edited.items() if is_edited})
    )
    found: dict[str, dict[str, Any]] = {
        uid: {"suspended": mark.suspended, "buried": mark.is_buried(today), "flag": mark.flag}
        for uid, mark in read_marks(connection, learner, edited).items()
    }
    for uid, note in notes.items():
        if note in gone:
            found.setdefault(uid, {})["deleted"] = True
        if note in outdated:
            found.setdefault(uid, {})["outdated"] = True
    return found
