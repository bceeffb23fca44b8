"""What the learner decided about cards and notes, as queries ask for it and lists show it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, bindparam, select

from trainer.store.notes import read_notes
from trainer.store.queue import read_marks
from trainer.store.tables import deleted_note, note_edit

_MARK = "EXISTS (SELECT 1 FROM item_mark AS m WHERE m.learner = {card}.learner AND m.uid = {card}.uid AND {what})"
_DELETED = """EXISTS (SELECT 1 FROM deleted_note AS d WHERE d.learner = {card}.learner
    AND d.note = substr({card}.uid, 1, instr({card}.uid, '#') - 1))"""
_TAKEN_BACK = """EXISTS (SELECT 1 FROM note AS n WHERE n.learner = {card}.learner AND n.pack = 'own' AND n.retired
    AND n.uid = substr({card}.uid, 1, instr({card}.uid, '#') - 1))"""
_OUTDATED = """substr({card}.uid, 1, instr({card}.uid, '#') - 1)
    IN (SELECT value FROM json_each(:outdated_notes))"""
_TESTS: Mapping[str, str] = MappingProxyType(
    {
        "suspended": _MARK.replace("{what}", "m.suspended"),
        "buried": _MARK.replace("{what}", "m.buried_on = :decided_on"),
        "flagged": _MARK.replace("{what}", "m.flag > 0"),
        "deleted": _DELETED,
        "outdated": _OUTDATED,
    }
)
DECIDED = tuple(_TESTS)
"""What can follow `is:` beside how a card stands: left out for good; put off until tomorrow; flagged; deleted; with
words of the learner's own over which the course has changed its text since."""

NOT_RETIRED = f"NOT ({_DELETED} OR {_TAKEN_BACK})"
"""True of a card whose row says that it is retired, and which really is; `{card}` is the table that holds it."""

_GONE_NOTES = select(deleted_note.c.note).where(
    deleted_note.c.learner == bindparam("of_learner"), deleted_note.c.note.in_(bindparam("of_notes", expanding=True))
)
_EDITED = select(note_edit.c.note).where(note_edit.c.learner == bindparam("of_learner"))
_AT_ONCE = 500


def decision_test(name: str, value: str, card: str) -> str | None:
    """An SQL condition for what was decided; its parameters are those of `decision_values`.

    Args:
        name: of the field of a query.
        value: what follows it.
        card: the table, or its name in the statement, that holds cards by `learner` and `uid`.

    Returns:
        None when the field asks for something else.
    """
    if name == "flag":
        return _MARK.format(card=card, what=f"m.flag = {int(value)}")
    return _TESTS[value].format(card=card) if name == "is" and value in _TESTS else None


def decision_values(connection: Connection, learner: str, asked: Iterable[str], today: date) -> Mapping[str, str]:
    """The parameters of the conditions that are asked for."""
    values: dict[str, str] = {}
    if "buried" in asked:
        values["decided_on"] = today.isoformat()
    if "outdated" in asked:
        edited = list(connection.execute(_EDITED, {"of_learner": learner}).scalars())
        values["outdated_notes"] = json.dumps(sorted(read_outdated(connection, learner, edited)))
    return values


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
