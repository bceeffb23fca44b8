"""Notes: what a deck holds. Each yields one or more items, which are what is scheduled."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

from trainer.learning.cloze import cloze_numbers


class NoteKind(StrEnum):
    """The kinds of note."""

    BASIC = "basic"
    CLOZE = "cloze"
    CHOICE = "choice"
    TYPED = "typed"
    MULTI = "multi"
    ORDERING = "ordering"
    MATCHING = "matching"
    OCCLUDED = "occluded"


@dataclass(frozen=True, slots=True)
class Note:
    """One idea to know.

    Attributes:
        uid: stable, never reused.
        section: id of its section of the course; empty for a deck beside the course.
        fields: what the cards are made of, by name, JSON values: `front`, `back` and `reverse` of a basic note,
            `text` of a cloze note, `question` and `options` of a choice or multi note (each option with `text`,
            `because` and `right`), `front`, `answer`, `accept` and `outdated` of a typed note (each of the outdated
            with `value` and `note`), `question` and `steps` of an ordering note, `question`, `pairs` (each
            with `left` and `right`) and `others` of a matching note, `question` and `hidden` of an occluded note (each
            with `piece`, its `name`, and the `outline` of the diagram without it), and for all kinds `why`.
        facts: ids of the facts it asks for.
        core: those of them that the rest of the course hangs on; a note with any comes before all without.
        as_of: the month (`2026-11`) in which those of them that AWS changes were last gone over; None without any.
        source: title of the page that confirms it.
        drill: id of a drill in which it can be done; of an occluded note the drill that is shown.
        drills: ids of the drills that train its facts or its section, the nearest first.
    """

    uid: str
    kind: NoteKind
    section: str
    fields: Mapping[str, Any] = field(hash=False)
    facts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = ""
    drill: str | None = None
    difficulty: int = 1
    drills: tuple[str, ...] = ()
    core: tuple[str, ...] = ()
    as_of: str | None = None


def items_of(note: Note) -> tuple[str, ...]:
    """The uids of a note's items, in their order: `<note>#front`, `#reverse`, `#cloze-2`, `#choice`, `#<piece>`..."""
    match note.kind:
        case NoteKind.BASIC:
            names = ("front", "reverse") if note.fields.get("reverse") else ("front",)
        case NoteKind.CLOZE:
            names = tuple(f"cloze-{number}" for number in cloze_numbers(note.fields["text"]))
        case NoteKind.OCCLUDED:
            names = tuple(row["piece"] for row in note.fields["hidden"])
        case _:
            names = (str(note.kind),)
    return tuple(f"{note.uid}#{name}" for name in names)


def note_of(item: str) -> str:
    """The uid of the note that an item belongs to."""
    return item.partition("#")[0]


def value_hash(value: Any) -> str:
    """A short hash of a JSON value: equal for equal values."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:16]
