"""What each wanted retention would ask of the learner, reckoned from the cards and answers that there are."""

from collections.abc import Mapping
from datetime import date

from trainer.learning.parameters import Scope
from trainer.learning.workload import Known, Pile, answers_a_day
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.study.card_queue import new_limit
from trainer.study.fitting import Run
from trainer.study.scheduling import RETENTIONS

_ASKED = 3000
"""Reviews, the newest, that tell how often a new card is known."""

_USUAL_FIRST, _WEIGHT = 0.7, 20
"""How often it is as long as little is known about the learner, and for how many cards that counts."""


def reckon_workload(store: Store, run: Run) -> Mapping[float, float]:
    """Answers a day over the next three months, for each retention that can be wanted.

    Args:
        store: what the learner did.
        run: does the reckoning, as `Aside.run`.
    """
    from trainer.learning.scheduler import scheduler_with  # noqa: PLC0415  # a start needs no FSRS

    today = store.today()
    pile = Pile(
        cards=[_known(state) for state in store.due_cards(date.max)],
        new_left=store.new_count(),
        new_a_day=new_limit(store, today),
        known_first=_known_first(store),
        today=today.toordinal(),
    )
    weights = scheduler_with(store.parameter_sets().current(Scope.CARDS).weights).weights
    return run(answers_a_day, pile, weights, RETENTIONS, store.learner)


def _known(state: ItemState) -> Known:
    memory = state.memory
    return Known(memory.stability, memory.difficulty, memory.last_day.toordinal(), state.due.toordinal())


def _known_first(store: Store) -> float:
    firsts = [history[0][0].passed for history in store.histories(Scope.CARDS, _ASKED).values()]
    return (sum(firsts) + _USUAL_FIRST * _WEIGHT) / (len(firsts) + _WEIGHT)
