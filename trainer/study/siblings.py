"""Siblings: cards of one note, and cards that ask for one core fact. One tells the answer of another."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from zlib import crc32

from trainer.learning.note import note_of
from trainer.store.opening import Store
from trainer.store.planning import Placed
from trainer.store.queue import DueCard

YOUNG_DAYS = 21
"""Siblings are not asked on one day while one of them has a stability, in days, below this."""

_LOOK_AT = 2
"""How many cards to look at for one that is asked: the others may be siblings of it."""


def without_siblings(
    states: Sequence[DueCard],
    asked: Iterable[str],
    core: Mapping[str, Sequence[str]],
    first: Collection[str] = (),
) -> list[DueCard]:
    """The cards of a day without those that have to wait for a sibling.

    The old ones choose first: then a card waits whenever it is young itself, or younger than its sibling, and what
    is left does not depend on which of the others was answered meanwhile.

    Args:
        states: the cards, those first that come first among their like.
        asked: keys, as `keys_of` gives them, of what is asked on the day anyway.
        core: the core facts of each card, by uid.
        first: uids of cards that choose before all others.
    """
    taken = set(asked)
    found: list[DueCard] = []
    for state in sorted(states, key=lambda state: (state.uid not in first, is_young(state))):
        keys = keys_of(state.uid, core.get(state.uid, ()))
        if is_young(state) and not taken.isdisjoint(keys):
            continue
        taken |= keys
        found.append(state)
    return found


def is_young(card: DueCard) -> bool:
    """Whether what is remembered still rests on little."""
    return card.stability < YOUNG_DAYS


def keys_of(uid: str, core: Iterable[str]) -> set[str]:
    """What a card shares with its siblings: its note, and each core fact."""
    return {note_of(uid), *core}


def pick_due(
    store: Store, due: int, asked: set[str], day: date, most: int, done: int, first: Collection[str]
) -> tuple[list[DueCard], int, Mapping[str, set[str]]]:
    """The due cards to ask yet on a day, those first that are remembered least.

    How many there are in all comes with them, and what each of them shares with its siblings, by uid.

    Args:
        store: knows the cards, and what they ask for.
        due: how many are due and were not answered.
        asked: keys of what was answered on the day.
        day: the study day.
        most: cards that are looked at in a day, at least; those that wait for a sibling are among them.
        done: how many were answered already.
        first: uids of cards that are asked before all others.
    """
    near = store.least_remembered(day, max(0, _LOOK_AT * most - done))
    core = {place.uid: place.core for place in store.places([state.uid for state in near])}
    chosen = {state.uid for state in without_siblings(near, asked, core, first)}
    keys = {uid: keys_of(uid, core.get(uid, ())) for uid in chosen}
    return [state for state in near if state.uid in chosen], len(chosen) + max(0, due - len(near)), keys


def shuffled(uid: str, day: date) -> int:
    """A number that orders the cards of a day as if by chance."""
    return crc32(f"{day}{uid}".encode())


def keys_of_places(places: Iterable[Placed]) -> set[str]:
    """What cards share with their siblings."""
    return {key for place in places for key in keys_of(place.uid, place.core)}
