"""The ladder: how the intervals of a card grow and fall, in few steps, so that thousands of cards can be planned for.

A rung is a stability and whether the card is a hard one. It is FSRS's model with one review for each pair of them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.learning.memory import MemoryState
    from trainer.learning.scheduler import Scheduler

STEPS = 30
_LEAST_DAYS, _GROWTH = 0.25, 1.4
_LOG_GROWTH = log(_GROWTH)
HARD_FROM = 5.0
"""The difficulty from which a card is a hard one."""

_EASY, _HARD = 3.0, 7.5
"""Difficulties that stand for the easy cards and for the hard ones."""

_DAY = date(2026, 1, 1)

# fmt: off
_INTERVALS = (
    1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 7, 10, 14, 20, 28, 39, 54, 76, 107, 149, 209, 293, 410, 574, 804, 1125, 1575,
    2205, 3087, 3650, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 7, 10, 14, 20, 28, 39, 54, 76, 107, 149, 209, 293, 410, 574,
    804, 1125, 1575, 2205, 3087, 3650,
)
_PASSED = (
    8, 8, 8, 9, 9, 9, 11, 12, 13, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 28, 29,
    29, 29, 36, 36, 36, 37, 37, 38, 39, 40, 41, 42, 43, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 54, 55,
    56, 57, 58, 59, 59,
)
_FAILED = (
    30, 30, 30, 30, 31, 32, 32, 33, 34, 34, 35, 35, 36, 36, 37, 37, 37, 38, 38, 39, 39, 39, 40, 40, 40, 41, 41,
    41, 41, 42, 30, 30, 30, 30, 31, 32, 32, 33, 34, 34, 35, 35, 36, 36, 36, 37, 37, 38, 38, 38, 39, 39, 39, 40,
    40, 40, 41, 41, 41, 42,
)
# fmt: on
_FIRST_PASSED, _FIRST_FAILED = 7, 30


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs, each by its number.

    Attributes:
        intervals: days until a card on a rung comes back.
        passed: the rung after it was known then; `failed` when it was not, and was known later on that day.
        first_passed: the rung of a new card that was known at once; `first_failed` of one that was not.
    """

    intervals: tuple[int, ...]
    passed: tuple[int, ...]
    failed: tuple[int, ...]
    first_passed: int
    first_failed: int


def rung_of(stability: float, difficulty: float) -> int:
    """The rung of a memory.

    Args:
        stability: in days.
        difficulty: 1 to 10.
    """
    step = round(log(max(stability, _LEAST_DAYS) / _LEAST_DAYS) / _LOG_GROWTH)
    return min(step, STEPS - 1) + (STEPS if difficulty >= HARD_FROM else 0)


def make_ladder(scheduler: "Scheduler") -> Ladder:
    """The ladder of a learner's parameters and wanted retention."""
    from trainer.learning.grade import Grade  # noqa: PLC0415  # comes with FSRS, which a start does not need

    def relearnt(memory: "MemoryState | None", day: date) -> int:
        failed = scheduler.review(memory, Grade.AGAIN, day)
        return _rung(scheduler.review(failed, Grade.GOOD, day))

    memories = _memories()
    intervals = [scheduler.interval(memory) for memory in memories]
    days = [_DAY + timedelta(days=interval) for interval in intervals]
    pairs = list(zip(memories, days, strict=True))
    return Ladder(
        intervals=tuple(intervals),
        passed=tuple(_rung(scheduler.review(memory, Grade.GOOD, day)) for memory, day in pairs),
        failed=tuple(relearnt(memory, day) for memory, day in pairs),
        first_passed=_rung(scheduler.review(None, Grade.GOOD, _DAY)),
        first_failed=relearnt(None, _DAY),
    )


def _memories() -> "Sequence[MemoryState]":
    from trainer.learning.memory import MemoryState  # noqa: PLC0415  # as above

    stabilities = [_LEAST_DAYS * _GROWTH**step for step in range(STEPS)]
    return [MemoryState(stability, hard, _DAY) for hard in (_EASY, _HARD) for stability in stabilities]


def _rung(memory: "MemoryState") -> int:
    return rung_of(memory.stability, memory.difficulty)


@lru_cache(maxsize=1)
def usual_ladder() -> Ladder:
    """The ladder of FSRS's default parameters at a retention of 90%; written out, since a start loads no FSRS."""
    return Ladder(_INTERVALS, _PASSED, _FAILED, _FIRST_PASSED, _FIRST_FAILED)
