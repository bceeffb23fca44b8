"""Which new cards come next: in the order of the course, few sections at a time, siblings on different days."""

from collections.abc import Iterable, Sequence
from datetime import date

from trainer.store.opening import Store
from trainer.store.planning import Placed
from trainer.study.planning.forecast import MOST_SECTIONS
from trainer.study.siblings import keys_of, shuffled

FIRST_SECTION = "first_section"
"""The setting with the section that the learner wants to begin before its turn."""

_LOOK_AT = 12
_LONGEST_WAITING, _OWN_DAY_EVERY = 12, 3


def pick_new(
    store: Store, rows: Sequence[Placed], at_most: int, taken: set[str], begun: Sequence[Placed]
) -> list[Placed]:
    """The next new cards of a day.

    Args:
        store: knows what stands before a card in the course.
        rows: the cards to choose from, as `candidates` gives them.
        at_most: how many are left to begin.
        taken: keys of what is asked on the day, as `keys_of` gives them.
        begun: the new cards that were answered on the day already.
    """
    if at_most <= 0:
        return []
    firsts = _firsts([*begun, *rows])
    fresh = {place.section for place in begun if _is_fresh(store, firsts[place.section])}
    settled = {place.section for place in begun} - fresh
    later: set[str] = set()
    found: list[Placed] = []
    taken = set(taken)
    for place in rows:
        keys = keys_of(place.uid, place.core)
        if place.section in later or not taken.isdisjoint(keys):
            continue
        if place.section not in fresh | settled:
            if not _is_fresh(store, firsts[place.section]):
                settled.add(place.section)
            elif len(fresh) < MOST_SECTIONS:
                fresh.add(place.section)
            else:
                later.add(place.section)
                continue
        taken |= keys
        found.append(place)
        if len(found) == at_most:
            break
    return found


def whose_day_it_is(rows: Sequence[Placed], day: date, begun: Sequence[Placed]) -> list[Placed]:
    """The new cards for which siblings that are due wait on this day.

    Without such days a card with many siblings would wait until the last of them is old. Every third day is one, for
    the few cards that come first.

    Args:
        rows: the cards that were never answered, as `candidates` gives them.
        day: the study day.
        begun: the new cards that were answered on it already.
    """
    first = sorted([*begun, *rows], key=lambda place: place.position)[:_LONGEST_WAITING]
    return [place for place in first if shuffled(place.uid, day) % _OWN_DAY_EVERY == 0]


def candidates(store: Store, at_most: int) -> list[Placed]:
    """The next cards that were never answered: those of the section that the learner wants first, then all others.

    Args:
        store: holds the cards, in the order in which they are learnt.
        at_most: how many can be begun; some more are given, since siblings wait for each other.
    """
    at_most, first = _LOOK_AT * at_most, store.get_setting(FIRST_SECTION)
    own = list(store.next_cards(at_most, first)) if first else []
    known = {place.uid for place in own}
    return [*own, *(place for place in store.next_cards(at_most) if place.uid not in known)]


def _firsts(places: Iterable[Placed]) -> dict[str, Placed]:
    """The first card of each section among some."""
    found: dict[str, Placed] = {}
    for place in places:
        if place.section not in found or place.position < found[place.section].position:
            found[place.section] = place
    return found


def _is_fresh(store: Store, first: Placed) -> bool:
    """Whether none of a section was answered before: the card before its first new one belongs to another section."""
    return bool(first.section) and store.section_before(first.position) != first.section
