"""Siblings: cards of one note, and cards that ask for one core fact. One tells the answer of another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from zlib import crc32

from trainer.learning.note import note_of
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.store.planning import Placed

YOUNG_DAYS = 21
"""Siblings are not asked on one day while one of them has a stability, in days, below this."""

_LOOK_AT = 4
"""How many cards to look at for one that is asked: the others may be siblings of it."""


def without_siblings(
    states: Sequence[ItemState], asked: Iterable[str], core: Mapping[str, Sequence[str]]
) -> list[ItemState]:
    """The cards of a day without those that have to wait for a sibling.

    The old ones choose first: then a card waits whenever it is young itself, or younger than its sibling, and what
    is left does not depend on which of the others was answered meanwhile.

    Args:
        states: of the cards, those first that come first among their like.
        asked: keys, as `keys_of` gives them, of what is asked on the day anyway.
        core: the core facts of each card, by uid.
    """
    taken = set(asked)
    found: list[ItemState] = []
    for state in sorted(states, key=is_young):
        keys = keys_of(state.uid, core.get(state.uid, ()))
        if is_young(state) and not taken.isdisjoint(keys):
            continue
        taken |= keys
        found.append(state)
    return found


def is_young(state: ItemState) -> bool:
    """Whether what is remembered still rests on little."""
    return state.memory.stability < YOUNG_DAYS


def keys_of(uid: str, core: Iterable[str]) -> set[str]:
    """What a card shares with its siblings: its note, and each core fact."""
    return {note_of(uid), *core}


def pick_due(
    store: Store, states: Sequence[ItemState], asked: set[str], day: date, most: int, done: int
) -> tuple[list[ItemState], int]:
    """The due cards to ask yet on a day, those first that are remembered least, and how many there are in all.

    Args:
        store: knows what the cards ask for.
        states: of all that is due and was not answered.
        asked: keys of what was answered on the day.
        day: the study day.
        most: cards that are looked at in a day, at least; those that wait for a sibling are among them.
        done: how many were answered already.
    """
    ranked = sorted(states, key=lambda state: (-_lateness(state, day), shuffled(state.uid, day)))
    near = ranked[: max(0, _LOOK_AT * most - done)]
    core = {place.uid: place.core for place in store.places([state.uid for state in near])}
    chosen = {state.uid for state in without_siblings(near, asked, core)}
    return [state for state in near if state.uid in chosen], len(chosen) + max(0, len(ranked) - len(near))


def _lateness(state: ItemState, day: date) -> float:
    """Days since the last answer in terms of stability: the greater, the less is remembered."""
    return (day - state.last_day).days / state.memory.stability


def shuffled(uid: str, day: date) -> int:
    """A number that orders the cards of a day as if by chance."""
    return crc32(f"{day}{uid}".encode())


def keys_of_places(places: Iterable[Placed]) -> set[str]:
    """What cards share with their siblings."""
    return {key for place in places for key in keys_of(place.uid, place.core)}
