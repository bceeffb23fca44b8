"""Writing notes of one's own, and one's own words over those of the course."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from trainer.learning.card import question_of
from trainer.learning.cloze import cloze_numbers
from trainer.learning.markup import plain_text
from trainer.learning.note import Note, NoteKind, items_of
from trainer.store.notes import SECTION, TAGS, StoredNote
from trainer.store.opening import Store
from trainer.store.search.finding import FoundCard, Page
from trainer.store.search.query import Query, Term
from trainer.store.search.words import clean
from trainer.study.drafting import Draft, filled_rows, note_from
from trainer.study.note_checks import Problem, problems_of

OWN_UID = "own-"
"""What the uids of the learner's own notes begin with."""

_ALIKE = 20


def is_own(uid: str) -> bool:
    """Whether a note is the learner's own."""
    return uid.startswith(OWN_UID)


def own_fields(stored: StoredNote) -> tuple[str, ...]:
    """The fields over which the learner wrote; `section` and `tags` last."""
    shown, base = stored.note, stored.base
    names = tuple(name for name in shown.fields if shown.fields[name] != base.fields.get(name))
    return names + ((SECTION,) if shown.section != base.section else ()) + ((TAGS,) if shown.tags != base.tags else ())


def problems_in(draft: Draft, stored: StoredNote | None = None) -> tuple[Problem, ...]:
    """What keeps a draft from being saved, from top to bottom.

    Args:
        draft: what the form shows.
        stored: the note that is edited; None for a new one.
    """
    if stored and not is_own(stored.note.uid) and stored.note.kind is NoteKind.CLOZE:
        numbers = cloze_numbers(stored.note.fields["text"])
        if draft.fields["text"].strip() and cloze_numbers(draft.fields["text"]) != numbers:
            kept = ", ".join(f"{{{{{number}::...}}}}" for number in numbers)
            return (Problem("text", f"The gaps have to stay, since each is a card: {kept}."),)
    problems = problems_of(note_from(draft, "draft", stored.note if stored else None))
    return tuple(replace(problem, key=_key_in(draft, problem.key)) for problem in problems)


def changes_in(draft: Draft, stored: StoredNote) -> Mapping[str, Any]:
    """What a draft changes of a note, for `Store.edit_notes`: by name the new value, None for the pack's own."""
    note, base = note_from(draft, stored.note.uid, stored.note), stored.base
    changes: dict[str, Any] = {
        name: None if value == base.fields.get(name, _nothing(value)) else value
        for name, value in note.fields.items()
        if value != stored.note.fields.get(name, _nothing(value))
    }
    if note.section != stored.note.section:
        changes[SECTION] = None if note.section == base.section else note.section
    if note.tags != stored.note.tags:
        changes[TAGS] = None if note.tags == base.tags else list(note.tags)
    return changes


def same_question(store: Store, note: Note, among: int = _ALIKE) -> FoundCard | None:
    """A card of another note that asks what the first card of this one asks, word for word.

    Raises:
        UserError: when the store cannot be read.
    """
    question = plain_text(question_of(note, items_of(note)[0]))
    words = clean(question)
    if not words:
        return None
    wanted = " ".join(question.casefold().split())
    found = store.search(Query((Term(words),)), Page(limit=among)).cards
    return next(
        (card for card in found if card.note != note.uid and " ".join(card.question.casefold().split()) == wanted), None
    )


def _key_in(draft: Draft, key: str) -> str:
    """Where in a draft a text of its note stands: rows without any text are not in the note."""
    name, mark, rest = key.partition(".")
    if not mark:
        return key
    number, mark, part = rest.partition(".")
    return f"{name}.{filled_rows(draft, name)[int(number)]}{mark}{part}"


def _nothing(value: Any) -> Any:
    """What a field that is not there stands for beside a value."""
    return [] if isinstance(value, list) else ""
