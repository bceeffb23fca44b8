"""What became of a drill over all attempts."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from trainer.store.cache import Cache
from trainer.store.events import Event, EventKind, time_text
from trainer.store.tables import drill_state


@dataclass(frozen=True, slots=True)
class DrillState:
    """A learner's record at a drill.

    Attributes:
        attempts: how many were begun.
        best_score: of the finished ones, 0 to 1; None before the first.
        last_at: when an attempt was begun or finished last, in UTC; `last_day` is its study day.
    """

    drill: str
    attempts: int
    solved_count: int
    solved_unaided_count: int
    best_score: float | None
    last_at: datetime
    last_day: date


def next_drill_state(drill: str, before: DrillState | None, event: Event) -> DrillState:
    """The record after an attempt was begun or finished; undo changes nothing here."""
    state = before or DrillState(drill, 0, 0, 0, None, event.at, event.study_day)
    state = replace(state, last_at=event.at, last_day=event.study_day)
    if event.kind == EventKind.ATTEMPT_STARTED:
        return replace(state, attempts=state.attempts + 1)
    score = float(event.payload["score"])
    correct, unaided = bool(event.payload["correct"]), bool(event.payload["unaided"])
    return replace(
        state,
        solved_count=state.solved_count + correct,
        solved_unaided_count=state.solved_unaided_count + (correct and unaided),
        best_score=score if state.best_score is None else max(state.best_score, score),
    )


def _read(row: RowMapping) -> DrillState:
    return DrillState(
        drill=row["drill"],
        attempts=row["attempts"],
        solved_count=row["solved_count"],
        solved_unaided_count=row["solved_unaided_count"],
        best_score=row["best_score"],
        last_at=datetime.fromisoformat(row["last_at"]),
        last_day=date.fromisoformat(row["last_day"]),
    )


def _write(state: DrillState) -> dict[str, Any]:
    return {
        "drill": state.drill,
        "attempts": state.attempts,
        "solved_count": state.solved_count,
        "solved_unaided_count": state.solved_unaided_count,
        "best_score": state.best_score,
        "last_at": time_text(state.last_at),
        "last_day": state.last_day.isoformat(),
    }


DRILL_STATES = Cache(drill_state, "drill", _read, _write)
