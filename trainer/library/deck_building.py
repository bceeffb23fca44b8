"""From a checked deck document to compact notes for the compiled content, and from those to the program's notes."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from trainer.cloud.drill import Drill
from trainer.learning.note import Note, NoteKind

_FIELDS = {
    NoteKind.BASIC: ("front", "back", "reverse", "why"),
    NoteKind.CLOZE: ("text", "why"),
    NoteKind.CHOICE: ("question", "options", "why"),
    NoteKind.TYPED: ("front", "answer", "accept", "outdated", "why"),
    NoteKind.MULTI: ("question", "options", "why"),
    NoteKind.ORDERING: ("question", "steps", "why"),
    NoteKind.MATCHING: ("question", "pairs", "others", "why"),
    NoteKind.OCCLUDED: ("question", "hidden", "why"),
}
"""What the cards of a kind are made of."""


_NO_DRILLS: Mapping[str, Drill] = MappingProxyType({})
_NO_MONTHS: Mapping[str, str] = MappingProxyType({})


def compact_notes(
    document: Mapping[str, Any],
    drills: Mapping[str, Drill] = _NO_DRILLS,
    core: Collection[str] = (),
    changing: Mapping[str, str] = _NO_MONTHS,
) -> Iterator[dict[str, Any]]:
    """The notes of a document that passed its checks, as JSON values without what is not set.

    Args:
        document: a deck.
        drills: those without faults, by id: what occluded notes hide, in words, is taken from them.
        core: ids of the facts that the rest of the course hangs on.
        changing: by id, the month in which a fact that AWS changes was last gone over.
    """
    for note in document["notes"]:
        row = {**note, "hidden": _hidden(drills[note["drill"]], note["hidden"])} if "hidden" in note else note
        yield {
            "uid": row["id"],
            "kind": row["kind"],
            "section": document["section"],
            "fields": {name: row[name] for name in _FIELDS[NoteKind(row["kind"])] if name in row},
            **{name: row[name] for name in ("facts", "tags", "source", "drill", "difficulty") if name in row},
            **({"core": named} if (named := [fact for fact in row.get("facts", ()) if fact in core]) else {}),
            **({"as_of": max(months)} if (months := _months(row, changing)) else {}),
        }


def _months(row: Mapping[str, Any], changing: Mapping[str, str]) -> list[str]:
    return [changing[fact] for fact in row.get("facts", ()) if fact in changing]


def _hidden(drill: Drill, nodes: list[str]) -> list[dict[str, str]]:
    from trainer.cloud.covering import answer_name, cover, outline  # noqa: PLC0415  # all rules; notes are built without

    return [
        {
            "piece": node,
            "name": answer_name(drill, node),
            "outline": "\n".join(f"- {line}" for line in outline(cover(drill, node))),
        }
        for node in nodes
    ]


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
        drills=tuple(row.get("drills", ())),
        core=tuple(row.get("core", ())),
        as_of=row.get("as_of"),
    )
