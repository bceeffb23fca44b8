"""What helps against a mix-up: the cards and drills that tell two things apart, and the order to practise them in."""

from dataclasses import dataclass
from datetime import date

from trainer.learning.note import items_of, note_of
from trainer.library.shelf import Library, Summary
from trainer.progress.mix_ups import MixUp, confusions_of_day, strongest_pairs
from trainer.store.opening import Store
from trainer.study.confused import item_of_end

__all__ = ["Material", "MixUp", "confusion_queue", "confusions_of_day", "material_for", "strongest_pairs"]

MOST_PAIRS = 5
"""Of so many pairs the queue takes the cards: more at once would mix up new things."""

_DRILL = "drill:"


@dataclass(frozen=True, slots=True)
class Material:
    """What tells two things apart.

    Attributes:
        notes: uids of notes: those in which they were mixed up, then those that contrast them.
        drills: the same of drills; in each part the easiest first.
    """

    notes: tuple[str, ...] = ()
    drills: tuple[Summary, ...] = ()


def material_for(library: Library, pair: MixUp) -> Material:
    """The notes and drills for a pair; either may be empty.

    An end that has no term means something only in its own card or drill, so that just this one helps.
    """
    ends = (pair.asked, pair.took)
    owners = {owner for end in ends if (owner := item_of_end(end)) is not None}
    drills = {item.removeprefix(_DRILL) for item in (*pair.items, *owners) if item.startswith(_DRILL)}
    notes = [note_of(item) for item in (*pair.items, *owners) if not item.startswith(_DRILL)]
    met = frozenset(drills)
    if not owners:
        both = set(ends)
        for note, (right, named) in library.note_terms.items():
            if both.issubset(named) and not both.isdisjoint(right):
                notes.append(note)
        drills |= {drill for drill, terms in library.drill_terms.items() if both.issubset(terms)}
    there = [summary for summary in library.summaries if summary.id in drills]
    return Material(
        notes=tuple(dict.fromkeys(notes)),
        drills=tuple(sorted(there, key=lambda summary: summary.id not in met)),
    )


def confusion_queue(library: Library, store: Store, day: date, at_most: int | None = None) -> tuple[str, ...]:
    """Uids of the cards to practise against confusion, each once, retired ones left out.

    Cards that were sure but wrong come first, those of the strongest pairs in front; then the other cards of the
    strongest pairs, and those that contrast them.

    Args:
        library: what contrasts what.
        store: what the learner did.
        day: the study day of now.
        at_most: how many cards; None for all.
    """
    pairs = strongest_pairs(store, day)
    sure = [item for pair in pairs if pair.sure for item in pair.items if not item.startswith(_DRILL)]
    notes = [note for pair in pairs[:MOST_PAIRS] for note in material_for(library, pair).notes]
    stored = store.notes({*notes, *map(note_of, sure)})
    cards = {uid: items_of(found.note) for uid, found in stored.items() if not found.retired}
    there = {card for items in cards.values() for card in items}
    wanted = [*(card for card in sure if card in there), *(card for note in notes for card in cards.get(note, ()))]
    return tuple(dict.fromkeys(wanted))[:at_most]
