"""An attempt at a drill as it was begun: level, moment of feedback, variant, and what was in place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from trainer.cloud.drill import Drill, Feedback, Placement
from trainer.cloud.variants import unseen_variant, vary
from trainer.store.board_state import BoardState
from trainer.store.drill_state import DrillState
from trainer.store.level import Level
from trainer.study.moves import usable_placement
from trainer.study.places_left import PlaceCounter
from trainer.study.prefill import choose_prefilled


@dataclass(frozen=True, slots=True)
class Attempt:
    """How an attempt was begun.

    Attributes:
        uid: also the seed of all that chance decides in it.
        level: see `trainer.store.level.Level`.
        variant: None for the drill itself.
        unseen: the variant was never begun before.
        drill: the variant's drill.
        prefilled: what is in place and can be neither moved nor taken back.
    """

    uid: str
    level: int
    feedback: Feedback
    variant: int | None
    unseen: bool
    drill: Drill
    prefilled: Placement

    @property
    def payload(self) -> Mapping[str, Any]:
        """What the log says of its beginning."""
        return {
            "level": int(self.level),
            "feedback": str(self.feedback),
            "variant": self.variant,
            "unseen": self.unseen,
            "prefilled": {piece: list(places) for piece, places in self.prefilled.items()},
        }


def propose_level(drill: Drill, record: DrillState | None) -> int:
    """What the history proposes; at the first time, to watch a drill of first steps, and to complete any other."""
    if record is not None and record.next_level is not None:
        return record.next_level
    return int(Level.WATCH if drill.difficulty == 1 else Level.COMPLETE)


def usual_feedback(drill: Drill, level: int) -> Feedback:
    """When an attempt is judged unless the learner says otherwise."""
    if level == Level.TRANSFER:
        return Feedback.CHECK
    return Feedback.DROP if level == Level.WATCH else drill.feedback


def plan_attempt(
    drill: Drill,
    record: DrillState | None,
    uid: str,
    chance: Callable[[str], Random],
    *,
    level: int | None = None,
    feedback: Feedback | None = None,
    variant: int | None = None,
) -> Attempt:
    """An attempt that is about to begin.

    Args:
        drill: the drill itself.
        record: what became of it so far.
        uid: of the attempt.
        chance: makes the generator for a seed.
        level: None for the one that the history proposes.
        feedback: None for the level's own.
        variant: None for one that was never begun at level 3, and for the drill itself below.
    """
    level = propose_level(drill, record) if level is None else level
    met = record.variants if record else ()
    if variant is None and level == Level.TRANSFER:
        variant = unseen_variant(met)
    varied = vary(drill, variant or 0)
    halved = level == Level.COMPLETE
    prefilled = choose_prefilled(varied, PlaceCounter(varied), chance(f"{uid}:prefilled")) if halved else {}
    return Attempt(
        uid=uid,
        level=level,
        feedback=feedback or usual_feedback(drill, level),
        variant=variant or None,
        unseen=bool(variant) and variant not in met,
        drill=varied,
        prefilled=prefilled,
    )


def read_attempt(drill: Drill, board: BoardState, *, unseen: bool) -> Attempt:
    """An attempt as it was left."""
    varied = vary(drill, board.variant or 0)
    return Attempt(
        uid=board.attempt,
        level=board.level,
        feedback=Feedback(board.feedback),
        variant=board.variant,
        unseen=unseen,
        drill=varied,
        prefilled=usable_placement(varied, board.prefilled),
    )
