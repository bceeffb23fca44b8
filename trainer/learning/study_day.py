"""The study day: a learner's own day, which ends some hours after midnight."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Protocol

ROLLOVER_HOUR = 4
"""Who answers at half past three in the morning is still at yesterday's work."""

HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, and what the learner's clock showed.

    Attributes:
        at: in UTC.
        utc_offset_min: minutes by which local time was ahead of UTC.

    Raises:
        ValueError: when `at` is naive or not in UTC.
    """

    at: datetime
    utc_offset_min: int

    def __post_init__(self) -> None:
        _demand_utc(self.at)


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> Moment:
        """The present."""
        ...


def study_day(at: datetime, utc_offset_min: int, rollover_hour: int = ROLLOVER_HOUR) -> date:
    """The day that something done at a moment counts for.

    Args:
        at: when it was done, in UTC.
        utc_offset_min: minutes by which local time was ahead of UTC.
        rollover_hour: the local hour, 0 to 23, at which a new day begins.

    Raises:
        ValueError: when `at` is naive or not in UTC, or the hour is none.
    """
    _demand_utc(at)
    if not 0 <= rollover_hour < HOURS_A_DAY:
        raise ValueError(f"a day cannot begin at hour {rollover_hour}")
    return (at + _span(utc_offset_min, rollover_hour)).date()


@lru_cache(maxsize=64)
def _span(utc_offset_min: int, rollover_hour: int) -> timedelta:
    return timedelta(minutes=utc_offset_min, hours=-rollover_hour)


def _demand_utc(at: datetime) -> None:
    if at.tzinfo is not UTC and at.utcoffset() != timedelta(0):
        raise ValueError(f"{at.isoformat()} is not in UTC")
