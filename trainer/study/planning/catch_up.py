"""Catching up after a break: what is overdue, spread over some days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

KEY = "catch_up"
"""The setting that holds it."""

SPANS = (3, 7, 14)
"""Days to choose from."""

_FAR_BEYOND = 2
"""It is offered where more than so many days' worth of cards is due."""


@dataclass(frozen=True, slots=True)
class CatchUp:
    """A stretch of days over which the learner clears what is overdue; nothing new is begun in it."""

    first: date
    days: int

    def days_left(self, day: date) -> int:
        """How many of its days are left, that one included; 0 before and after."""
        gone = (day - self.first).days
        return self.days - gone if 0 <= gone < self.days else 0

    @property
    def last(self) -> date:
        """The day on which all is cleared."""
        return self.first + timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class Offer:
    """What catching up would take.

    Attributes:
        overdue: cards that are due.
        minutes: a day, by the number of days.
    """

    overdue: int
    minutes: Mapping[int, int]


def share_of_day(due: int, daily: float, days_left: int) -> int:
    """How many cards of those due to ask on a day, so that every day has about the same and the last clears all.

    Args:
        due: cards that are due at the beginning of the day.
        daily: cards that come back on each day by themselves.
        days_left: of the stretch, this one included.
    """
    own = min(float(due), daily)
    return min(due, ceil((due - own) / days_left + own))


def is_offered(due: int, fitting: int) -> bool:
    """Whether more is due than the budget clears soon.

    Args:
        due: cards that are due.
        fitting: cards that a day has room for.
    """
    return due > _FAR_BEYOND * fitting


def offer(due: int, daily: float, seconds: float) -> Offer:
    """What each of the spans takes.

    Args:
        due: cards that are due.
        daily: cards that come back on each day by themselves.
        seconds: that a card takes on a day, with what is asked again.
    """
    minutes = {span: ceil(share_of_day(due, daily, span) * seconds / 60) for span in SPANS}
    return Offer(due, minutes)


def read_catch_up(value: Any) -> CatchUp | None:
    """What a setting's value says; None where it says nothing that can be read."""
    try:
        return CatchUp(date.fromisoformat(value["first"]), int(value["days"]))
    except (TypeError, KeyError, ValueError):
        return None


def write_catch_up(chosen: CatchUp) -> dict[str, Any]:
    """The setting's value."""
    return {"first": chosen.first.isoformat(), "days": chosen.days}
