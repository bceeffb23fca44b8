"""What was done on each study day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from trainer.store.cache import Cache
from trainer.store.events import Event, EventKind
from trainer.store.tables import day_total


@dataclass(frozen=True, slots=True)
class DayTotal:
    """The sums of a study day. Undo takes nothing back here: it was done all the same.

    Attributes:
        drops: moves into a container; taking a tile back to the palette is none.
        wrong_drops: those after which the piece was wrong.
        attempts: how many were begun.
        solved: how many were finished right.
        seconds: spent on finished attempts.
    """

    study_day: date
    drops: int = 0
    wrong_drops: int = 0
    hints: int = 0
    attempts: int = 0
    solved: int = 0
    seconds: float = 0.0


def next_day_total(before: DayTotal | None, event: Event) -> DayTotal:
    """The day's sums after one more event."""
    total = before or DayTotal(event.study_day)
    payload = event.payload
    match event.kind:
        case EventKind.ATTEMPT_STARTED:
            return replace(total, attempts=total.attempts + 1)
        case EventKind.DRILL_MOVE if payload["to"] is not None:
            wrong = payload["state"] == "wrong"
            return replace(total, drops=total.drops + 1, wrong_drops=total.wrong_drops + wrong)
        case EventKind.HINT:
            return replace(total, hints=total.hints + 1)
        case EventKind.ATTEMPT_FINISHED:
            seconds = total.seconds + float(payload["seconds"])
            return replace(total, solved=total.solved + bool(payload["correct"]), seconds=seconds)
        case _:
            return total


def _read(row: RowMapping) -> DayTotal:
    return DayTotal(
        study_day=date.fromisoformat(row["study_day"]),
        drops=row["drops"],
        wrong_drops=row["wrong_drops"],
        hints=row["hints"],
        attempts=row["attempts"],
        solved=row["solved"],
        seconds=row["seconds"],
    )


def _write(total: DayTotal) -> dict[str, Any]:
    return {
        "study_day": total.study_day.isoformat(),
        "drops": total.drops,
        "wrong_drops": total.wrong_drops,
        "hints": total.hints,
        "attempts": total.attempts,
        "solved": total.solved,
        "seconds": total.seconds,
    }


DAY_TOTALS = Cache(day_total, "study_day", _read, _write)
