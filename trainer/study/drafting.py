"""Drafts of notes: what a form shows of a note, before it is one or becomes another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from trainer.learning.note import Note, NoteKind

PLAIN: Mapping[NoteKind, tuple[str, ...]] = MappingProxyType(
    {
        NoteKind.BASIC: ("front", "back"),
        NoteKind.CLOZE: ("text",),
        NoteKind.TYPED: ("front", "answer"),
    }
)
"""The fields that are one text; those of other kinds are a question."""

LISTS: Mapping[NoteKind, Mapping[str, int]] = MappingProxyType(
    {
        NoteKind.CHOICE: MappingProxyType({"options": 4}),
        NoteKind.MULTI: MappingProxyType({"options": 4}),
        NoteKind.TYPED: MappingProxyType({"accept": 0, "outdated": 0}),
        NoteKind.ORDERING: MappingProxyType({"steps": 3}),
        NoteKind.MATCHING: MappingProxyType({"pairs": 3, "others": 0}),
    }
)
"""The fields that are lists, and how many rows a new note begins with."""

MOST_ROWS = 8
"""Rows that a card has room for."""

PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"options": ("text", "because"), "pairs": ("left", "right"), "outdated": ("value", "note")}
)
"""The texts of a row, where there are several."""

_MAIN = ("front", "question", "text")
_ANSWERS = ("back", "answer")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form shows; its texts may be anything, also nothing.

    Attributes:
        section: empty for none.
        fields: as those of a `Note`, all texts of the kind and `why` among them.
    """

    kind: NoteKind
    section: str
    tags: tuple[str, ...]
    fields: Mapping[str, Any] = field(hash=False)


def empty_draft(kind: NoteKind, section: str = "", *, reverse: bool = False) -> Draft:
    """A draft with nothing in it; `reverse` makes a basic note ask both ways."""
    fields: dict[str, Any] = dict.fromkeys(PLAIN.get(kind, ("question",)), "")
    for name, count in LISTS.get(kind, {}).items():
        fields[name] = [empty_row(name) for _ in range(count)]
    if reverse:
        fields["reverse"] = True
    return Draft(kind, section, (), {**fields, "why": ""})


def draft_of(note: Note) -> Draft:
    """A draft that holds a note as it is."""
    return Draft(note.kind, note.section, note.tags, {**empty_lists(note.kind), **note.fields, "why": _why(note)})


def empty_lists(kind: NoteKind) -> dict[str, Any]:
    """The lists of a kind without any row."""
    return {name: [] for name in LISTS.get(kind, {})}


def empty_row(name: str) -> Any:
    """A new row of a list."""
    return dict.fromkeys(PARTS[name], "") if name in PARTS else ""


def with_row(draft: Draft, name: str) -> Draft:
    """A draft with one more row at a list's end."""
    return _with_rows(draft, name, [*draft.fields[name], empty_row(name)])


def without_row(draft: Draft, name: str, number: int) -> Draft:
    """A draft without a row."""
    rows: Sequence[Any] = draft.fields[name]
    return _with_rows(draft, name, [*rows[:number], *rows[number + 1 :]])


def as_kind(draft: Draft, kind: NoteKind, *, reverse: bool = False) -> Draft:
    """The draft as one of another kind: whatever has a place there stays."""
    new = empty_draft(kind, draft.section, reverse=reverse)
    fields = dict(new.fields)
    for names in (_MAIN, _ANSWERS):
        text = next((draft.fields[name] for name in names if name in draft.fields), "")
        fields |= {name: text for name in names if name in fields and text}
    fields |= {
        name: draft.fields[name] for name in (*PARTS, "steps", "accept", "others", "why") if _both(draft, new, name)
    }
    return replace(new, tags=draft.tags, fields=fields)


def note_from(draft: Draft, uid: str, like: Note | None = None) -> Note:
    """The note that a draft makes: texts without spaces around them, rows without any text left out.

    Args:
        draft: what the form shows.
        uid: of the note.
        like: what a form does not show comes from here: facts, source and drill.
    """
    fields = dict(_tidy(draft.fields))
    for name in ("why", "accept", "outdated", "others"):
        if not fields.get(name) and (like is None or name not in like.fields):
            fields.pop(name, None)
    made = Note(uid, draft.kind, draft.section, fields, tags=draft.tags)
    if like is None:
        return made
    return replace(like, uid=uid, kind=draft.kind, section=draft.section, tags=draft.tags, fields=fields)


def filled_rows(draft: Draft, name: str) -> list[int]:
    """The numbers of a list's rows in which anything stands: those that a note takes over, in this order."""
    parts = PARTS.get(name)
    rows = enumerate(draft.fields[name])
    return [number for number, row in rows if (any(row[part].strip() for part in parts) if parts else row.strip())]


def _tidy(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in fields.items():
        if isinstance(value, str):
            yield name, value.strip()
        elif name in PARTS:
            rows = [{**row, **{part: row[part].strip() for part in PARTS[name]}} for row in value]
            yield name, [row for row in rows if any(row[part] for part in PARTS[name])]
        elif name in ("steps", "accept", "others"):
            yield name, [text.strip() for text in value if text.strip()]
        else:
            yield name, value


def _with_rows(draft: Draft, name: str, rows: list[Any]) -> Draft:
    return replace(draft, fields={**draft.fields, name: rows})


def _both(one: Draft, other: Draft, name: str) -> bool:
    return name in one.fields and name in other.fields


def _why(note: Note) -> str:
    return note.fields.get("why", "")
