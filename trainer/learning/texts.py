"""The texts of a note, each under a key, so that they can be searched and edited alike whatever the note's kind."""

from collections.abc import Iterator, Mapping
from typing import Any

from trainer.learning.note import Note

_PLAIN = ("front", "question", "text", "back", "answer")
_LISTS = ("accept", "steps", "others")
_ROWS = {"options": ("text", "because"), "pairs": ("left", "right"), "outdated": ("value", "note")}


def texts_of(note: Note) -> Iterator[tuple[str, str]]:
    """All texts in the order of the card, by key; the explanation comes last, empty where there is none.

    A key is a field's name, in a list `steps.<number>`, in one of rows `options.<number>.because`.
    """
    fields = note.fields
    for name in _PLAIN:
        if name in fields:
            yield name, fields[name]
    for name in _LISTS:
        for number, text in enumerate(fields.get(name, ())):
            yield f"{name}.{number}", text
    for name, parts in _ROWS.items():
        for number, row in enumerate(fields.get(name, ())):
            for part in parts:
                yield f"{name}.{number}.{part}", row[part]
    yield "why", fields.get("why", "")


def fields_with(note: Note, texts: Mapping[str, str]) -> Mapping[str, Any]:
    """The fields of a note that hold texts, as they are when these stand there; by the keys of `texts_of`."""
    fields: dict[str, Any] = {}
    for name in (*_PLAIN, "why"):
        if name in texts:
            fields[name] = texts[name]
    for name in _LISTS:
        if name in note.fields:
            fields[name] = [texts[f"{name}.{number}"] for number in range(len(note.fields[name]))]
    for name, parts in _ROWS.items():
        if name in note.fields:
            fields[name] = [
                {**row, **{part: texts[f"{name}.{number}.{part}"] for part in parts}}
                for number, row in enumerate(note.fields[name])
            ]
    return fields
