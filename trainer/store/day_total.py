"""What was done on each study day."""

import operator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam

from trainer.store.cache import Cache, Row
from trainer.store.events import Event, EventKind, Origin
from trainer.store.item_state import ItemState
from trainer.store.level import Level
from trainer.store.review import Review
from trainer.store.tables import day_total


@dataclass(frozen=True, slots=True)
class DayTotal:
    """The sums of a study day.

    Of a drill undo takes nothing back here: it was done all the same. A review that was undone counts as never made.

    Attributes:
        drops: moves into a container; taking a tile back to the palette is none.
        wrong_drops: those after which the piece was wrong.
        attempts: how many were begun; watching a solution is none.
        solved: how many were finished right.
        seconds: spent on finished attempts.
        reviews: answers to cards; `passed` of them known.
        new: cards that were answered for the first time, and neither in practice nor in the diagnostic.
        asked_again: cards that came back, answered for the first time since an earlier day.
        known_again: of these, those that were known. Their share is the true retention.
        card_ms: milliseconds spent on answers; an integer, so that taking one back leaves no trace.
        simulated: of all these events, those that nobody lived through.
    """

    study_day: date
    drops: int = 0
    wrong_drops: int = 0
    hints: int = 0
    attempts: int = 0
    solved: int = 0
    seconds: float = 0.0
    reviews: int = 0
    passed: int = 0
    new: int = 0
    asked_again: int = 0
    known_again: int = 0
    card_ms: int = 0
    simulated: int = 0

    @property
    def card_seconds(self) -> float:
        """Seconds spent on answers."""
        return self.card_ms / 1000


_SUMS = tuple(part.name for part in fields(DayTotal) if part.name != "study_day")
_sums_of = operator.attrgetter(*_SUMS)


def add_drill_event(before: DayTotal | None, event: Event) -> DayTotal:
    """The day's sums after one more event of a drill."""
    total = before or DayTotal(event.study_day)
    payload = event.payload
    match event.kind:
        case EventKind.ATTEMPT_STARTED if payload["level"] > Level.WATCH:
            after = replace(total, attempts=total.attempts + 1)
        case EventKind.DRILL_MOVE if payload["to"] is not None:
            wrong = payload["state"] == "wrong"
            after = replace(total, drops=total.drops + 1, wrong_drops=total.wrong_drops + wrong)
        case EventKind.HINT:
            after = replace(total, hints=total.hints + 1)
        case EventKind.ATTEMPT_FINISHED:
            seconds = total.seconds + float(payload["seconds"])
            after = replace(total, solved=total.solved + bool(payload["correct"]), seconds=seconds)
        case _:
            return total
    return replace(after, simulated=after.simulated + (event.origin is Origin.SIMULATED))


def count_review(before: ItemState | None, review: Review, origin: Origin) -> DayTotal:
    """What one review adds to its day.

    Args:
        before: the item's record before it.
        review: of a card.
        origin: of its event.
    """
    counts = not review.is_off_schedule
    comes_back = counts and before is not None and before.last_day < review.day
    return DayTotal(
        study_day=review.day,
        reviews=1,
        passed=int(review.grade.passed),
        new=int(counts and not review.is_diagnosis and before is None),
        asked_again=int(comes_back),
        known_again=int(comes_back and review.grade.passed),
        card_ms=review.ms,
        simulated=int(origin is Origin.SIMULATED),
    )


def add(total: DayTotal | None, more: DayTotal, times: int = 1) -> DayTotal | None:
    """The sum of two totals of one day, the second taken so many times; None when nothing is left of the day."""
    sums = _sums_of(more) if times == 1 else tuple(times * value for value in _sums_of(more))
    if total is not None:
        sums = tuple(map(operator.add, _sums_of(total), sums))
    return DayTotal(more.study_day, *sums) if any(sums) else None


def _read(row: Row) -> DayTotal:
    return DayTotal(study_day=date.fromisoformat(row["study_day"]), **{name: row[name] for name in _SUMS})


def _write(total: DayTotal) -> dict[str, Any]:
    return {"study_day": total.study_day.isoformat(), **{name: getattr(total, name) for name in _SUMS}}


DAY_TOTALS = Cache(day_total, "study_day", _read, _write)

_DAYS = DAY_TOTALS.select_all.where(day_total.c.study_day.between(bindparam("first"), bindparam("last")))


def read_days(connection: Connection, learner: str, first: date, last: date) -> tuple[DayTotal, ...]:
    """The sums of the days from `first` to `last`, in order."""
    values = {"of_learner": learner, "first": first.isoformat(), "last": last.isoformat()}
    return tuple(DAY_TOTALS.value(row) for row in connection.execute(_DAYS, values).mappings())
