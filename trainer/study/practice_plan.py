"""What to practise: which cards, in which order, and whether the answers count for the schedule."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from random import Random
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from trainer.store.opening import Store
from trainer.store.search.finding import Page
from trainer.store.search.query import Query

if TYPE_CHECKING:
    from trainer.learning.scheduler import Scheduler

MOST_FOUND = 2000
"""Of more cards that fit a query only the first, in the order of the course, are looked at."""

_SETTING = "practice"
_RUN_BYTES = 8


class Order(StrEnum):
    """Which cards come first."""

    WEAKEST = "weakest"
    RANDOM = "random"
    COURSE = "course"


@dataclass(frozen=True, slots=True)
class PracticePlan:
    """A practice session before it begins.

    Attributes:
        run: its id.
        began: the study day on which it was planned.
        items: uids of its cards, in the order to ask them.
        counts: the answers decide when the cards come back.
    """

    run: str
    began: date
    items: tuple[str, ...]
    counts: bool = False


def plan_items(store: Store, items: Sequence[str], *, counts: bool = False) -> PracticePlan:
    """A plan for these cards, in this order, under an id of its own."""
    return PracticePlan(token_hex(_RUN_BYTES), store.today(), tuple(items), counts)


def plan_practice(
    store: Store, scheduler: "Scheduler", query: Query, *, at_most: int, order: Order, seed: str, counts: bool = False
) -> PracticePlan:
    """A plan for the cards that fit a query, suspended ones left out.

    Args:
        store: the cards, and what was learnt.
        scheduler: knows which cards are weak.
        query: what to look for.
        at_most: how many cards.
        order: weakest first is by the chance that they are known now; cards that were never answered come last.
        seed: of the random order.
        counts: the answers decide when the cards come back.
    """
    cards = store.search(query, Page(limit=MOST_FOUND)).cards
    marks = store.marks([card.uid for card in cards])
    found = [card.uid for card in cards if not (card.retired or (card.uid in marks and marks[card.uid].suspended))]
    if order is Order.RANDOM:
        Random(seed).shuffle(found)  # noqa: S311  # an order, no secret
    elif order is Order.WEAKEST:
        day = store.today()
        states = store.cards(found)
        recall = {uid: scheduler.recall(state.memory, day) for uid, state in states.items()}
        found.sort(key=lambda uid: recall.get(uid, 1.0))
    return plan_items(store, found[:at_most], counts=counts)


def keep_plan(store: Store, plan: PracticePlan) -> None:
    """Keeps the plan, so that the session can be gone on with after leaving."""
    store.set_setting(_SETTING, {**asdict(plan), "began": plan.began.isoformat(), "items": list(plan.items)})


def kept_plan(store: Store) -> PracticePlan | None:
    """The plan that was kept last; None when there is none that can be read."""
    kept: Any = store.get_setting(_SETTING)
    if not isinstance(kept, Mapping):
        return None
    try:
        began = date.fromisoformat(kept["began"])
        return PracticePlan(str(kept["run"]), began, tuple(map(str, kept["items"])), bool(kept["counts"]))
    except (KeyError, TypeError, ValueError):
        return None
