"""What helps against a mix-up: the cards and drills that tell two things apart, and the order to practise them in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from trainer.learning.note import items_of, note_of
from trainer.library.shelf import Library, Summary
from trainer.progress.mix_ups import MixUp, confusions_of_day, strongest_pairs
from trainer.store.confusion_ends import item_of_end
from trainer.store.opening import Store

__all__ = ["Material", "MixUp", "confusion_queue", "confusions_of_day", "material_for", "strongest_pairs"]

MOST_PAIRS = 5
"""Of so many pairs the queue takes the cards: more at once would mix up new things."""

_DRILL = "drill:"


@dataclass(frozen=True, slots=True)
class Material:
    """What tells two things apart, as far as it is not retired.

    Attributes:
        notes: uids of notes: those in which they were mixed up, then those that contrast them.
        cards: uids of all their cards, in the same order.
        drills: those in which they were mixed up, then those that need both; in each part the easiest first.
    """

    notes: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    drills: tuple[Summary, ...] = ()


def material_for(library: Library, store: Store, pair: MixUp) -> Material:
    """The cards and drills for a pair; there may be none.

    An end that has no term means something only in its own card or drill, so that just this one helps.
    """
    owners = [owner for end in (pair.asked, pair.took) if (owner := item_of_end(end)) is not None]
    met = {item.removeprefix(_DRILL) for item in (*pair.items, *owners) if item.startswith(_DRILL)}
    notes = [note_of(item) for item in (*pair.items, *owners) if not item.startswith(_DRILL)]
    contrasts = [] if owners else list(_notes_about(library, pair))
    cards = _cards_of(store, dict.fromkeys([*notes, *contrasts]))
    about = set() if owners else set(_drills_about(library, pair))
    drills = [summary for summary in library.summaries if summary.id in met | about]
    return Material(
        notes=tuple(cards),
        cards=tuple(card for those in cards.values() for card in those),
        drills=tuple(sorted(drills, key=lambda summary: summary.id not in met)),
    )


def confusion_queue(library: Library, store: Store, day: date, at_most: int | None = None) -> tuple[str, ...]:
    """Uids of the cards to practise against confusion, each once, retired ones left out.

    Cards of pairs that were sure but wrong come first, those of the strongest pairs in front; then the other cards of
    the strongest pairs, and those that contrast them.

    Args:
        library: what contrasts what.
        store: what the learner did.
        day: the study day of now.
        at_most: how many cards; None for all.
    """
    pairs = strongest_pairs(store, day)
    sure = [item for pair in pairs if pair.sure for item in pair.items if not item.startswith(_DRILL)]
    there = {card for cards in _cards_of(store, map(note_of, sure)).values() for card in cards}
    first = [card for card in sure if card in there]
    helped = filter(None, (material_for(library, store, pair).cards for pair in pairs))
    then = [card for cards in islice(helped, MOST_PAIRS) for card in cards]
    return tuple(dict.fromkeys([*first, *then]))[:at_most]


def _notes_about(library: Library, pair: MixUp) -> Iterator[str]:
    """The notes in which one of the two is right and the other can be taken for it."""
    both = {pair.asked, pair.took}
    for note, (right, named) in library.note_terms.items():
        if both.issubset(named) and not both.isdisjoint(right):
            yield note


def _drills_about(library: Library, pair: MixUp) -> Iterator[str]:
    both = {pair.asked, pair.took}
    return (drill for drill, terms in library.drill_terms.items() if both.issubset(terms))


def _cards_of(store: Store, notes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The cards of those notes that are not retired, by note, in the given order."""
    wanted = list(notes)
    stored = store.notes(wanted)
    kept = (note for note in wanted if note in stored and not stored[note].retired)
    return {note: items_of(stored[note].note) for note in kept}
