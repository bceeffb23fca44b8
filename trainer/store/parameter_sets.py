"""The sets of FSRS's parameters that were chosen, read from the log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, select

from trainer.learning.parameters import DEFAULT, DEFAULT_SET, ParameterSet, Scope, make_set
from trainer.store.events import Event, EventKind, NewEvent, read_event
from trainer.store.history import undone_uids
from trainer.store.tables import event

if TYPE_CHECKING:
    from trainer.learning.scheduler import Scheduler

_CHOICES = (
    select(event)
    .where(event.c.learner == bindparam("of_learner"), event.c.item.is_(None))
    .where(event.c.kind.in_([str(EventKind.PARAMETERS_CHOSEN), str(EventKind.UNDO)]))
    .order_by(event.c.id)
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A set that was chosen since it predicts better.

    Attributes:
        uid: of the event.
        loss: log loss on the reviews that were held back; `loss_before` that of the set in use until then, and
            `loss_default` that of FSRS's own.
        reviews: how many were learnt from; `held_back` how many were predicted.
    """

    uid: str
    scope: Scope
    parameters: ParameterSet
    loss: float
    loss_before: float
    loss_default: float
    reviews: int
    held_back: int


@dataclass(frozen=True, slots=True)
class ParameterSets:
    """What is known of parameters.

    Attributes:
        sets: all that were ever chosen, also those taken back, by id: reviews may have been decided under them.
        choices: the latest choice that stands, by scope.
    """

    sets: Mapping[str, ParameterSet] = field(default_factory=dict)
    choices: Mapping[Scope, Choice] = field(default_factory=dict)

    def current(self, scope: Scope) -> ParameterSet:
        """The set under which the next reviews are decided."""
        return self.choices[scope].parameters if scope in self.choices else DEFAULT_SET

    def scheduler(self, set_id: str) -> "Scheduler":
        """FSRS under a set.

        Raises:
            ValueError: when it was never chosen.
        """
        from trainer.learning.scheduler import default_scheduler, scheduler_with  # noqa: PLC0415  # a start needs no FSRS

        if set_id == DEFAULT:
            return default_scheduler()
        if set_id not in self.sets:
            raise ValueError(f"{set_id} is no set of parameters that was ever chosen")
        return scheduler_with(self.sets[set_id].weights)


NO_SETS = ParameterSets()
"""Before anything was chosen."""


def read_choice(chosen: Event) -> Choice:
    """What an event of its kind says.

    Raises:
        KeyError, TypeError, ValueError: when it lacks what it must carry, or the numbers are not those of its id.
    """
    payload = chosen.payload
    weights = payload["weights"]
    parameters = DEFAULT_SET if weights is None else make_set(weights)
    if payload["set"] != parameters.id:
        raise ValueError(f"the set {payload['set']} has other parameters")
    return Choice(
        uid=chosen.uid,
        scope=Scope(payload["scope"]),
        parameters=parameters,
        loss=float(payload["loss"]),
        loss_before=float(payload["loss_before"]),
        loss_default=float(payload["loss_default"]),
        reviews=int(payload["reviews"]),
        held_back=int(payload["held_back"]),
    )


def choose_set(
    scope: Scope, parameters: ParameterSet, losses: Mapping[str, float], counts: Mapping[str, int]
) -> NewEvent:
    """The event that chooses a set.

    Args:
        scope: whose memory it is for.
        parameters: the set.
        losses: `loss`, `loss_before` and `loss_default`, as in `Choice`.
        counts: `reviews` and `held_back`.
    """
    weights = None if parameters.weights is None else list(parameters.weights)
    payload: dict[str, Any] = {"v": 1, "set": parameters.id, "scope": str(scope), "weights": weights}
    return NewEvent(EventKind.PARAMETERS_CHOSEN, None, {**payload, **losses, **counts})


def read_choices(connection: Connection, learner: str) -> list[Event]:
    """The choices of parameters and what undid them, in order."""
    return [read_event(row) for row in connection.execute(_CHOICES, {"of_learner": learner}).mappings()]


def read_parameter_sets(connection: Connection, learner: str) -> ParameterSets:
    """All sets, and which of them are in use."""
    events = read_choices(connection, learner)
    undone = undone_uids(events)
    choices = [read_choice(event) for event in events if event.kind == EventKind.PARAMETERS_CHOSEN]
    return ParameterSets(
        {choice.parameters.id: choice.parameters for choice in choices},
        {choice.scope: choice for choice in choices if choice.uid not in undone},
    )
