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
    """Tags, facts and drills, a line each, with a line's end before and after: `tag:scope`, `drill:first-vpc`."""
    labels = [f"tag:{tag}" for tag in note.tags] + [f"fact:{fact}" for fact in note.facts]
    labels += [f"drill:{drill}" for drill in dict.fromkeys([*([note.drill] if note.drill else []), *note.drills])]
    return "".join(f"\n{label.lower()}" for label in labels) + "\n"
