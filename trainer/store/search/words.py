"""What is written down for search: the words of a note as it is shown, and its labels."""

import re
from collections.abc import Iterator
from typing import Any

from trainer.learning import cloze
from trainer.learning.markup import plain_text
from trainer.learning.note import Note

TOKEN_CHARACTERS = "./:"  # noqa: S105  # no password
"""What belongs to a word beside letters and digits, so that `10.0.0.0/16` and `s3:GetObject` are words."""

_BETWEEN = re.compile(r"[./:]+")
_AT_EDGES = re.compile(r"(?<![^\W_])[./:]+|[./:]+(?![^\W_])")
_TEXTS = ("front", "back", "question", "text", "answer")
_LISTS = ("accept", "steps", "others")
_ROWS = {"options": ("text", "because"), "pairs": ("left", "right"), "outdated": ("value", "note")}


def clean(text: str) -> str:
    """A text whose full stops, slashes and colons all stand within words; empty when no word is in it."""
    cleaned = " ".join(_AT_EDGES.sub(" ", text).split())
    return cleaned if any(letter.isalnum() for letter in cleaned) else ""


def words_of(note: Note) -> str:
    """All that a note's cards show, marks and gaps resolved."""
    return clean(" ".join(plain_text(cloze.answer(text, 0)) for text in (*_texts(note), note.source)))


def parts_of(words: str) -> str:
    """The same words, each taken apart where it holds token characters; empty where none does."""
    return _BETWEEN.sub(" ", words) if _BETWEEN.search(words) else ""


def labels_of(note: Note) -> str:
    """Tags and facts, a line each, with a line's end before and after: `tag:scope`, `fact:vpc-intro.10`."""
    labels = [f"tag:{tag}" for tag in note.tags] + [f"fact:{fact}" for fact in note.facts]
    return "".join(f"\n{label.lower()}" for label in labels) + "\n"


def _texts(note: Note) -> Iterator[str]:
    for name in _TEXTS:
        yield from _text(note.fields.get(name))
    for name in _LISTS:
        for value in note.fields.get(name) or ():
            yield from _text(value)
    for name, parts in _ROWS.items():
        for row in note.fields.get(name) or ():
            for part in parts:
                yield from _text(row.get(part))
    yield from _text(note.fields.get("why"))


def _text(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
