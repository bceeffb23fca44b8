"""Fits FSRS's parameters to what the learner answered, and chooses them where they predict better."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from trainer.learning.fitting import ENOUGH, Proposal, count_predictions, fit
from trainer.learning.parameters import Scope, make_set
from trainer.learning.predicting import History
from trainer.store.events import EventKind, NewEvent
from trainer.store.opening import Store
from trainer.store.parameter_sets import Choice, choose_set

MOST_REVIEWS = 30_000
"""Reviews that are learnt from: more change little and take long."""

_GROWN_BY, _AT_LEAST = 0.25, 300
"""Before parameters are fitted again: how many more answers there are, as a share of those then, and at least."""

_TRIED = "fitting.tried"

Run = Callable[..., Any]
"""Calls a function with arguments: directly, or in a process of its own."""


@dataclass(frozen=True, slots=True)
class Status:
    """How far fitting is.

    Attributes:
        answers: so many answers predict something: those on a later day than the one before.
        missing: how many more it takes.
        choice: the set in use; None for FSRS's own.
        tried: answers that there were at the latest fit; 0 when there was none.
        is_due: whether there are enough new answers to fit again.
    """

    answers: int
    missing: int
    choice: Choice | None
    tried: int
    is_due: bool


def read_status(store: Store, scope: Scope) -> Status:
    """How far fitting is for cards, or for drills."""
    answers = _count(store, scope)
    tried = int(store.get_setting(_TRIED, {}).get(scope, 0))
    wanted = max(ENOUGH, tried + max(_AT_LEAST, round(tried * _GROWN_BY))) if tried else ENOUGH
    choice = store.parameter_sets().choices.get(scope)
    return Status(answers, max(ENOUGH - answers, 0), choice, tried, is_due=answers >= wanted)


def fit_now(store: Store, scope: Scope, run: Run) -> Proposal | None:
    """Fits parameters and chooses them if they predict better; None when there are too few answers.

    Args:
        store: what the learner did.
        scope: cards or drills.
        run: does the reckoning, as `Aside.run`.

    Raises:
        UserError: when the store cannot be read or written.
    """
    from trainer.learning.scheduler import scheduler_with  # noqa: PLC0415  # a start needs no FSRS

    histories = numbers_of(store.histories(scope, MOST_REVIEWS))
    answers = count_predictions(histories)
    if answers < ENOUGH:
        return None
    default = scheduler_with(None).weights
    present = store.parameter_sets().current(scope).weights or default
    proposal: Proposal | None = run(_fit, histories, present, default)
    if proposal is not None:
        if proposal.is_better:
            store.append(_choice_of(scope, proposal))
        store.set_setting(_TRIED, {**store.get_setting(_TRIED, {}), scope: _count(store, scope)})
    return proposal


def take_back(store: Store, scope: Scope) -> bool:
    """Goes back to the set that was in use before; False when none was chosen."""
    choice = store.parameter_sets().choices.get(scope)
    if choice is None:
        return False
    store.append(NewEvent(EventKind.UNDO, None, {"v": 1, "undoes": choice.uid}))
    return True


def numbers_of(histories: Mapping[str, Sequence[tuple[int, date]]]) -> list[History]:
    """Histories as plain numbers, as fitting and simulating take them."""
    return [[(day.toordinal(), int(grade)) for grade, day in history] for history in histories.values() if history]


def _fit(histories: Sequence[History], present: Sequence[float], default: Sequence[float]) -> Proposal | None:
    """Runs in another process; chance decides the same for the same answers."""
    seed = f"{len(histories)}:{count_predictions(histories)}"
    return fit(histories, present, default, Random(seed))  # noqa: S311  # no secret


def _choice_of(scope: Scope, proposal: Proposal) -> NewEvent:
    losses = {
        "loss": round(proposal.loss, 6),
        "loss_before": round(proposal.loss_before, 6),
        "loss_default": round(proposal.loss_default, 6),
    }
    return choose_set(
        scope, make_set(proposal.weights), losses, {"reviews": proposal.reviews, "held_back": proposal.held_back}
    )


def _count(store: Store, scope: Scope) -> int:
    if scope is Scope.CARDS:
        return sum(total.asked_again for total in store.day_totals(date.min, date.max))
    return sum(max(state.seen - 1, 0) for state in store.due_in_drills(date.max))
