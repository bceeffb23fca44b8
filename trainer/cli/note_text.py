"""A note with its cards, as plain JSON values and in lines."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from trainer.learning.card import Card, Option
from trainer.learning.markup import plain_lines
from trainer.learning.note import Note

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def note_document(note: Note, cards: Iterable[Card], facts: Mapping[str, str]) -> dict[str, Any]:
    """Everything about a note.

    Args:
        note: what to tell about.
        cards: those of its cards that are meant.
        facts: the texts of its facts by id.
    """
    return {
        "id": note.uid,
        "kind": str(note.kind),
        "section": note.section,
        "cards": [
            {
                "id": card.item,
                "question": card.question,
                "outline": card.outline,
                "answer": card.answer,
                "options": [
                    {"text": option.text, "right": option.right, "because": option.because}
                    for option in _in_order(card)
                ],
                "accept": list(card.accept),
                "outdated": [{"value": old.value, "note": old.note} for old in card.outdated],
            }
            for card in cards
        ],
        "why": note.fields.get("why", ""),
        "facts": dict(facts),
        "source": note.source,
        "as_of": note.as_of,
        "drill": note.drill,
        "tags": list(note.tags),
        "difficulty": note.difficulty,
    }


def describe_note(note: Note, cards: Iterable[Card], facts: Mapping[str, str]) -> Iterator[str]:
    """The same in lines, as somebody reads it who learns."""
    for card in cards:
        yield card.item
        yield from _shown("  ", card.question_in_words)
        for option in _in_order(card):
            yield from _shown("  + " if option.right else "  - ", option.text)
            yield from _shown("      ", option.because)
        if not card.options:
            yield from _shown("  > ", card.answer)
        for text in card.accept:
            yield from _shown("  = ", text)
        for old in card.outdated:
            yield from _shown("  - ", old.value)
            yield from _shown("      ", old.note)
        yield ""
    if why := note.fields.get("why"):
        yield from _shown("Why: ", why)
    if facts:
        yield "Facts:"
        yield from (f"  {fact}: {text}" for fact, text in facts.items())
    if note.drill:
        yield f"Drill: {note.drill}"
    yield f"Source: {note.source}" + (f"; as of {month_name(note.as_of)}" if note.as_of else "")


def month_name(month: str) -> str:
    """A month such as `2026-11` in words."""
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def _in_order(card: Card) -> list[Option]:
    return sorted(card.options, key=lambda option: option.number)


def _shown(lead: str, text: str) -> Iterator[str]:
    """A text without its marks, in lines."""
    for line in plain_lines(text):
        yield f"{lead}{line}"
        lead = " " * len(lead)
