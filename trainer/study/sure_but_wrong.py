"""What the learner was sure of, and wrong: it is asked before all else, since no doubt would lead to a second look."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from trainer.store.opening import Store
from trainer.store.queue import DueCard

LOOK_BACK = timedelta(days=180)
"""So far back is looked; what was confused longer ago says little of today."""


def sure_but_wrong(store: Store, day: date) -> frozenset[str]:
    """Uids of the cards that are due on a day, and on the day of their last answer were sure but wrong."""
    return store.sure_and_due(day - LOOK_BACK, day)


def first_of_all(states: Sequence[DueCard], first: Collection[str]) -> list[DueCard]:
    """The same cards with some of them put first; each of the two parts keeps its order."""
    return sorted(states, key=lambda state: state.uid not in first)
