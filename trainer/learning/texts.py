"""The texts of a note, each under a key, so that they can be searched and compared alike whatever the note's kind."""

from collections.abc import Iterator

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
