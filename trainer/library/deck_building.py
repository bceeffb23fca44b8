"""From a checked deck document to compact notes for the compiled content, and from those to the program's notes."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from trainer.learning.note import Note, NoteKind

_FIELDS = {
    NoteKind.BASIC: ("front", "back", "reverse", "why"),
    NoteKind.CLOZE: ("text", "why"),
    NoteKind.CHOICE: ("question", "options", "why"),
    NoteKind.TYPED: ("front", "answer", "accept", "outdated", "why"),
    NoteKind.MULTI: ("question", "options", "why"),
    NoteKind.ORDERING: ("question", "steps", "why"),
    NoteKind.MATCHING: ("question", "pairs", "others", "why"),
}
"""What the cards of a kind are made of."""


def compact_notes(document: Mapping[str, Any], core: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """The notes of a document that passed its checks, as JSON values without what is not set.

    Args:
        document: a deck.
        core: ids of the facts that the rest of the course hangs on.
    """
    for row in document["notes"]:
        yield {
            "uid": row["id"],
            "kind": row["kind"],
            "section": document["section"],
            "fields": {name: row[name] for name in _FIELDS[NoteKind(row["kind"])] if name in row},
            **{name: row[name] for name in ("facts", "tags", "source", "drill", "difficulty") if name in row},
            **({"core": named} if (named := [fact for fact in row.get("facts", ()) if fact in core]) else {}),
        }


def build_note(row: Mapping[str, Any]) -> Note:
    """The note of a compact one."""
    return Note(
        uid=row["uid"],
        kind=NoteKind(row["kind"]),
        section=row["section"],
        fields=row["fields"],
        facts=tuple(row["facts"]),
        tags=tuple(row.get("tags", ())),
        source=row["source"],
        drill=row.get("drill"),
        difficulty=row["difficulty"],
        core=tuple(row.get("core", ())),
    )
