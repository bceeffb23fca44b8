"""Notes as the learner sees them: the pack's fields, with the learner's own words over them."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select, text

from trainer.learning.note import Note, NoteKind, value_hash
from trainer.store.errors import UnreadableRow
from trainer.store.note_edit import NOTE_EDITS, NoteEdit
from trainer.store.tables import item, note, note_edit

_BY_UIDS = select(note).where(
    note.c.learner == bindparam("of_learner"), note.c.uid.in_(bindparam("of_uids", expanding=True))
)
_EDITS = select(note_edit).where(
    note_edit.c.learner == bindparam("of_learner"), note_edit.c.note.in_(bindparam("of_uids", expanding=True))
)
_SECTIONS = (
    select(item.c.uid, note.c.section)
    .select_from(item.join(note, (note.c.learner == item.c.learner) & (note.c.uid == item.c.note)))
    .where(item.c.learner == bindparam("of_learner"), item.c.retired.is_(False))
)
_TAGS = text(
    """SELECT DISTINCT tag.value FROM note, json_each(note.content, '$.tags') AS tag
    WHERE note.learner = :of_learner AND NOT note.retired
    UNION SELECT tag.value FROM note_edit, json_each(note_edit.overrides, '$.tags.value') AS tag
    WHERE note_edit.learner = :of_learner ORDER BY 1"""
)

SECTION, TAGS = "section", "tags"
"""What a learner can write over beside the fields of a note; no field has such a name."""


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A note as it is shown, and where it comes from.

    Attributes:
        note: with the learner's overrides.
        base: with the pack's own fields.
        outdated: fields whose pack version changed since the learner wrote over them.
        retired: the pack has it no more.
    """

    note: Note
    base: Note
    outdated: Sequence[str]
    retired: bool


def read_notes(connection: Connection, learner: str, uids: Collection[str]) -> Mapping[str, StoredNote]:
    """The notes with these uids, as far as there are any, by uid.

    Raises:
        UnreadableRow: when a row cannot be read.
    """
    values = {"of_learner": learner, "of_uids": list(uids)}
    edits = {row["note"]: NOTE_EDITS.value(row) for row in connection.execute(_EDITS, values).mappings()}
    rows = connection.execute(_BY_UIDS, values).mappings()
    return {row["uid"]: _as_shown(_read(row), edits.get(row["uid"]), retired=row["retired"]) for row in rows}


def _as_shown(base: Note, edit: NoteEdit | None, *, retired: bool) -> StoredNote:
    overrides = edit.overrides if edit else {}
    own = {name: override.value for name, override in overrides.items()}
    section, tags = own.pop(SECTION, base.section), own.pop(TAGS, base.tags)
    return StoredNote(
        note=replace(base, fields={**base.fields, **own}, section=section, tags=tuple(tags)),
        base=base,
        outdated=tuple(name for name, own in overrides.items() if own.base != field_hash(base, name)),
        retired=retired,
    )


def field_hash(base: Note, name: str) -> str:
    """The hash of a field as the pack has it, which an override remembers; of its section and its tags likewise."""
    return value_hash(_base_value(base, name))


def _base_value(base: Note, name: str) -> Any:
    if name == SECTION:
        return base.section
    return list(base.tags) if name == TAGS else base.fields.get(name)


def read_sections(connection: Connection, learner: str) -> Mapping[str, str]:
    """The section of every card that is not retired, by the card's uid."""
    rows = connection.execute(_SECTIONS, {"of_learner": learner})
    return {row.uid: row.section for row in rows}


def read_tags(connection: Connection, learner: str) -> tuple[str, ...]:
    """All tags that notes have, of the course's and the learner's, in order."""
    return tuple(connection.execute(_TAGS, {"of_learner": learner}).scalars())


def note_content(of: Note) -> dict[str, Any]:
    """A note's fields and what belongs to it, as JSON values; uid, kind and section left out."""
    return {
        "fields": dict(of.fields),
        "facts": list(of.facts),
        "tags": list(of.tags),
        "source": of.source,
        "drill": of.drill,
        "difficulty": of.difficulty,
        "drills": list(of.drills),
        **({"core": list(of.core)} if of.core else {}),
        **({"as_of": of.as_of} if of.as_of else {}),
    }


def read_content(uid: str, kind: str, section: str, content: Mapping[str, Any]) -> Note:
    """The note with such a content.

    Raises:
        KeyError, TypeError, ValueError: when the content lacks what a note has.
    """
    return Note(
        uid=uid,
        kind=NoteKind(kind),
        section=section,
        fields=content["fields"],
        facts=tuple(content["facts"]),
        tags=tuple(content["tags"]),
        source=content["source"],
        drill=content["drill"],
        difficulty=content["difficulty"],
        drills=tuple(content.get("drills", ())),
        core=tuple(content.get("core", ())),
        as_of=content.get("as_of"),
    )


def _read(row: RowMapping) -> Note:
    try:
        return read_content(row["uid"], row["kind"], row["section"], json.loads(row["content"]))
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableRow(f"note {row['uid']}") from error
