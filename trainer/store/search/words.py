"""What is written down for search: the words of a note as it is shown, and its labels."""

import re

from trainer.learning import cloze
from trainer.learning.markup import plain_text
from trainer.learning.note import Note
from trainer.learning.texts import texts_of

TOKEN_CHARACTERS = "./:"  # noqa: S105  # no password
"""What belongs to a word beside letters and digits, so that `10.0.0.0/16` and `s3:GetObject` are words."""

_BETWEEN = re.compile(r"[./:]+")
_AT_EDGES = re.compile(r"(?<![^\W_])[./:]+|[./:]+(?![^\W_])")


def clean(text: str) -> str:
    """A text whose full stops, slashes and colons all stand within words; empty when no word is in it."""
    cleaned = " ".join(_AT_EDGES.sub(" ", text).split())
    return cleaned if any(letter.isalnum() for letter in cleaned) else ""


def words_of(note: Note) -> str:
    """All that a note's cards show, marks and gaps resolved."""
    hidden = (row["name"] for row in note.fields.get("hidden", ()))
    texts = [*(text for _, text in texts_of(note)), *hidden, note.source]
    return clean(" ".join(plain_text(cloze.answer(text, 0)) for text in texts))


def parts_of(words: str) -> str:
    """The same words, each taken apart where it holds token characters; empty where none does."""
    return _BETWEEN.sub(" ", words) if _BETWEEN.search(words) else ""


def labels_of(note: Note) -> str:
    """What is true of a note beside its words, each as a word of the index; facts with those that they are part of."""
    found = {EVERY_NOTE, label("kind", str(note.kind)), label("section", note.section)}
    found |= {label("tag", tag) for tag in note.tags}
    found |= {label("drill", drill) for drill in ([note.drill] if note.drill else []) + list(note.drills)}
    for fact in note.facts:
        parts = fact.split(".")
        found |= {label("fact", ".".join(parts[:count])) for count in range(1, len(parts) + 1)}
    return " ".join(sorted(found))


def label(name: str, value: str) -> str:
    """The one word for a label such as `tag:scope`, in which no text of a note can be mistaken for it."""
    return f"{_LABEL}{name}:{value.lower().translate(_SPELT)}"


class _Spelt(dict[int, str]):
    """Letters and digits as they are, and all else by its number, so that the index keeps it apart."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = letter if letter.isascii() and letter.isalnum() else f"/{code:x}/"
        return self[code]


_SPELT = _Spelt()
_LABEL = ":::"
"""What all labels begin with: no word does, and those who search for beginnings of words need not pass them by."""

EVERY_NOTE = f"{_LABEL}note"
"""The label that every note has."""
