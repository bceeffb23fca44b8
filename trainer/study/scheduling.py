"""How the learner wants items to come back: parameters, wanted retention, and what there is to do on coming days."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from trainer.learning.balancing import Load, load_of, read_week
from trainer.learning.parameters import ParameterSet, Scope
from trainer.store.opening import Store
from trainer.store.parameter_sets import ParameterSets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer.learning.memory import MemoryState
    from trainer.learning.scheduler import Scheduler
    from trainer.store.item_state import ItemState

RETENTION_SETTING = "cards.retention"
WEEK_SETTING = "cards.easy_days"
RETENTIONS = (0.80, 0.85, 0.88, 0.90, 0.92, 0.95, 0.97)
"""What can be wanted. Below 0.8 little stays; above 0.97 hardly anything else is left to do than to repeat."""


class Remembering(Protocol):
    """What remembers items: the store, or a simulated learner's notebook."""

    def parameter_sets(self) -> ParameterSets:
        """The sets of parameters, and which are in use."""
        ...

    def memories_under(self, set_id: str, uids: "Sequence[str]") -> "Mapping[str, MemoryState]":
        """What is remembered of items under a set of parameters, by uid."""
        ...


def card_scheduler(store: Store) -> "Scheduler":
    """FSRS as it decides about cards: with the learner's own parameters and wanted retention."""
    from trainer.learning.scheduler import scheduler_with  # noqa: PLC0415  # a start needs no FSRS

    weights = store.parameter_sets().current(Scope.CARDS).weights
    return scheduler_with(weights, wanted_retention(store))


def drill_scheduler(store: Remembering) -> "Scheduler":
    """FSRS as it decides about skills, chips and drills."""
    from trainer.learning.scheduler import scheduler_with  # noqa: PLC0415  # a start needs no FSRS

    return scheduler_with(store.parameter_sets().current(Scope.DRILLS).weights)


def wanted_retention(store: Store) -> float:
    """How likely a card is to be known on the day it comes back."""
    from trainer.learning.scheduler import RETENTION  # noqa: PLC0415  # a start needs no FSRS

    wanted = store.get_setting(RETENTION_SETTING, RETENTION)
    is_sound = isinstance(wanted, float) and RETENTIONS[0] <= wanted <= RETENTIONS[-1]
    return wanted if is_sound else RETENTION


def memory_under(store: Remembering, state: "ItemState | None", parameters: ParameterSet) -> "MemoryState | None":
    """What is remembered of an item under a set of parameters: as it is kept, or its whole history folded anew."""
    if state is None or state.parameters == parameters.id:
        return state.memory if state else None
    return store.memories_under(parameters.id, (state.uid,)).get(state.uid)


def coming_load(store: Store, day: date) -> Load:
    """What comes back after a day, and what the learner wants of each weekday."""
    counts = store.coming_counts(day + timedelta(days=1))
    return load_of(counts, read_week(store.get_setting(WEEK_SETTING)))
