"""The sections that can be begun next, and what each builds on: a word of advice, never a lock."""

from dataclasses import dataclass
from datetime import date

from trainer.library.shelf import Library
from trainer.store.opening import Store


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """A section with cards.

    Attributes:
        builds_on: titles of the sections that it needs and that were not begun, as far as there are cards of them.
    """

    id: str
    title: str
    builds_on: tuple[str, ...]


def section_choices(library: Library, store: Store) -> tuple[SectionChoice, ...]:
    """The sections that have cards which were never answered, in the order of the course."""
    sections = library.curriculum.sections
    cards = {name: library.cards_of(name) for name in sections}
    records = {name: store.cards(uids) for name, uids in cards.items() if uids}
    begun = {name for name, states in records.items() if states}
    return tuple(
        SectionChoice(
            name,
            sections[name].title,
            tuple(sections[need].title for need in sections[name].needs if cards[need] and need not in begun),
        )
        for name in sections
        if cards[name] and len(records[name]) < len(cards[name])
    )


def is_begun(library: Library, store: Store, section: str, day: date) -> bool:
    """Whether a card of a section was answered before a day, or the section has none."""
    cards = library.cards_of(section)
    return not cards or any(state.last_day < day or state.seen > 1 for state in store.cards(cards).values())
