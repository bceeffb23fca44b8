"""What is remembered today, by section of the course, and how much of the course that is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from trainer.learning.note import items_of
from trainer.library.shelf import Library
from trainer.store.item_state import ItemState
from trainer.store.parameter_sets import NO_SETS, ParameterSets


@dataclass(frozen=True, slots=True)
class SectionRecall:
    """A section's cards.

    Attributes:
        id: empty for cards that belong to no section of the course.
        cards: how many there are; `learnt` of them were answered at least once.
        recall: the mean probability, 0 to 1, that a learnt card is known today; None when none is learnt.
        due: learnt cards that are to come back today or are overdue.
    """

    id: str
    title: str
    cards: int
    learnt: int
    recall: float | None
    due: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the course is learnt.

    Attributes:
        sections: those with cards; in `begun` of them at least one is learnt.
        facts: of the course; a learnt card asks for `facts_asked` of them.
    """

    cards: int
    learnt: int
    sections: int
    begun: int
    facts: int
    facts_asked: int


def recall_by_section(
    library: Library,
    sections_of: Mapping[str, str],
    states: Mapping[str, ItemState],
    day: date,
    sets: ParameterSets = NO_SETS,
) -> tuple[SectionRecall, ...]:
    """Every section with cards, in the order of the course; cards beside the course come last.

    Args:
        library: for the course.
        sections_of: the section of every card, by uid.
        states: the records of what was ever graded, by uid.
        day: the study day of now.
        sets: the parameters under which they were computed.
    """
    known = library.curriculum.sections
    cards: dict[str, list[str]] = defaultdict(list)
    for uid, section in sections_of.items():
        cards[section if section in known else ""].append(uid)
    titles = {section.id: section.title for section in known.values()} | {"": "Other cards"}

    def recall_of(section: str, title: str) -> SectionRecall:
        learnt = [states[uid] for uid in cards[section] if uid in states]
        return _recall_of(section, title, len(cards[section]), learnt, day, sets)

    return tuple(recall_of(section, title) for section, title in titles.items() if section in cards)


def _recall_of(
    section: str, title: str, cards: int, learnt: Sequence[ItemState], day: date, sets: ParameterSets
) -> SectionRecall:
    return SectionRecall(
        id=section,
        title=title,
        cards=cards,
        learnt=len(learnt),
        recall=fmean(sets.scheduler(state.parameters).recall(state.memory, day) for state in learnt)
        if learnt
        else None,
        due=sum(state.due <= day for state in learnt),
    )


def cover(library: Library, sections: Sequence[SectionRecall], learnt: AbstractSet[str]) -> Coverage:
    """How much of the course the learnt cards, by uid, make up."""
    facts = library.curriculum.facts
    asked = {
        fact
        for note in library.notes()
        if not learnt.isdisjoint(items_of(note))
        for fact in note.facts
        if fact in facts
    }
    return Coverage(
        cards=sum(section.cards for section in sections),
        learnt=sum(section.learnt for section in sections),
        sections=sum(bool(section.id) for section in sections),
        begun=sum(bool(section.id and section.learnt) for section in sections),
        facts=len(facts),
        facts_asked=len(asked),
    )
