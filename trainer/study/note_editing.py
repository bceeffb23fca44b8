"""Editing a note: its fields as texts, and what of them may be saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer.errors import UserError
from trainer.learning.cloze import cloze_numbers
from trainer.learning.note import Note
from trainer.learning.texts import fields_with, texts_of
from trainer.store.notes import StoredNote

_MAY_BE_EMPTY = "why"


class NotSavable(UserError):  # noqa: N818  # it is the learner's, and easily mended
    """A text that would leave a card without a question or an answer."""


@dataclass(frozen=True, slots=True)
class TextField:
    """A text of a note.

    Attributes:
        key: as in `texts_of`.
        is_own: the learner's words stand there.
    """

    key: str
    text: str
    is_own: bool


def text_fields(stored: StoredNote) -> tuple[TextField, ...]:
    """The texts that can be edited, in the order of the card."""
    own = set(own_fields(stored))
    return tuple(TextField(key, text, key.partition(".")[0] in own) for key, text in texts_of(stored.note))


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
    fields = fields_with(note, texts)
    changed = {name: value for name, value in fields.items() if value != note.fields.get(name, "")}
    if "text" in changed and cloze_numbers(changed["text"]) != cloze_numbers(note.fields["text"]):
        kept = ", ".join(f"{{{{{number}::...}}}}" for number in cloze_numbers(note.fields["text"]))
        raise NotSavable(f"The gaps have to stay, since each is a card: {kept}.")
    return changed
