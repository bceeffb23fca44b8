"""Editing a note: its fields as texts, and what of them may be saved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.errors import UserError
from trainer.learning.cloze import cloze_numbers
from trainer.learning.note import Note, NoteKind
from trainer.store.notes import StoredNote

_FIELDS = {
    NoteKind.BASIC: ("front", "back"),
    NoteKind.CLOZE: ("text",),
    NoteKind.CHOICE: ("question",),
    NoteKind.MULTI: ("question",),
    NoteKind.TYPED: ("front", "answer"),
    NoteKind.ORDERING: ("question",),
    NoteKind.MATCHING: ("question",),
}
_LISTS = ("accept", "steps", "others")
_ROWS = {"options": ("text", "because"), "pairs": ("left", "right"), "outdated": ("value", "note")}
_MAY_BE_EMPTY = "why"


class NotSavable(UserError):  # noqa: N818  # it is the learner's, and easily mended
    """A text that would leave a card without a question or an answer."""


@dataclass(frozen=True, slots=True)
class TextField:
    """A text of a note.

    Attributes:
        key: a field's name; in a list `steps.<number>`, in one of rows `options.<number>.because`.
        is_own: the learner's words stand there.
    """

    key: str
    text: str
    is_own: bool


def text_fields(stored: StoredNote) -> tuple[TextField, ...]:
    """The texts that can be edited, in the order of the card."""
    own = set(own_fields(stored))
    return tuple(TextField(key, text, key.partition(".")[0] in own) for key, text in _texts(stored.note))


def own_fields(stored: StoredNote) -> tuple[str, ...]:
    """The fields over which the learner wrote."""
    shown, base = stored.note.fields, stored.base.fields
    return tuple(name for name in shown if shown[name] != base.get(name))


def changed_fields(note: Note, texts: Mapping[str, str]) -> Mapping[str, Any]:
    """The fields of a note that differ once its texts are these, with their new values.

    Raises:
        NotSavable: in one sentence.
    """
    texts = {key: text.strip() for key, text in texts.items()}
    for key, text in texts.items():
        if not text and key != _MAY_BE_EMPTY:
            raise NotSavable("Only the explanation can be empty: a card needs its question and every answer.")
    changed: dict[str, Any] = {}
    for name in (*_FIELDS[note.kind], "why"):
        if texts[name] != note.fields.get(name, ""):
            changed[name] = texts[name]
    if "text" in changed and cloze_numbers(changed["text"]) != cloze_numbers(note.fields["text"]):
        kept = ", ".join(f"{{{{{number}::...}}}}" for number in cloze_numbers(note.fields["text"]))
        raise NotSavable(f"The gaps have to stay, since each is a card: {kept}.")
    for name, values in _lists(note):
        now = [texts[f"{name}.{number}"] for number in range(len(values))]
        if now != values:
            changed[name] = now
    for name, parts, rows in _rows(note):
        edited = [
            {**row, **{part: texts[f"{name}.{number}.{part}"] for part in parts}} for number, row in enumerate(rows)
        ]
        if edited != rows:
            changed[name] = edited
    return changed


def _texts(note: Note) -> Iterator[tuple[str, str]]:
    for name in _FIELDS[note.kind]:
        yield name, note.fields[name]
    for name, values in _lists(note):
        for number, value in enumerate(values):
            yield f"{name}.{number}", value
    for name, parts, rows in _rows(note):
        for number, row in enumerate(rows):
            for part in parts:
                yield f"{name}.{number}.{part}", row[part]
    yield "why", note.fields.get("why", "")


def _lists(note: Note) -> Iterator[tuple[str, list[str]]]:
    for name in _LISTS:
        yield name, list(note.fields.get(name, ()))


def _rows(note: Note) -> Iterator[tuple[str, tuple[str, ...], list[dict[str, Any]]]]:
    for name, parts in _ROWS.items():
        yield name, parts, [dict(row) for row in note.fields.get(name, ())]
