"""Load balancing: of the days on which an item may come back, the one with the least to do.

FSRS allows each interval some play (`spread`). Within it chance would choose; here the lightest day does, and days that
the learner wants to keep easy count as fuller than they are.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from trainer.learning.grade import Grade

DAYS_A_WEEK: Final = 7


class Ease(StrEnum):
    """How much the learner wants to do on a weekday."""

    NORMAL = "normal"
    FEWER = "fewer"
    NONE = "none"


_WEIGHT = {Ease.NORMAL: 1, Ease.FEWER: 2, Ease.NONE: 1_000_000}
"""By how much a day counts as fuller than it is: a day off is fuller than all others."""

USUAL_WEEK: Final = (Ease.NORMAL,) * DAYS_A_WEEK


@dataclass(frozen=True, slots=True)
class Load:
    """What is to do on the coming days.

    Attributes:
        counts: how many items are due, by the day's ordinal; whoever decides due days keeps it up to date.
        week: what is wanted on each weekday, Monday first.
    """

    counts: MutableMapping[int, int]
    week: tuple[Ease, ...] = USUAL_WEEK

    def add(self, day: date, count: int = 1) -> None:
        """Notes that something comes back on a day."""
        self.counts[day.toordinal()] = self.counts.get(day.toordinal(), 0) + count

    @property
    def weights(self) -> tuple[int, ...]:
        """By how much each weekday counts as fuller than it is, Monday first."""
        return tuple(_WEIGHT[ease] for ease in self.week)


def choose_days(spreads: Mapping[Grade, tuple[int, int]], day: date, load: Load, luck: float) -> Mapping[Grade, int]:
    """The interval for each grade, in days.

    *Good* chooses first, since it is given most; *Hard* and *Again* then come no later, *Easy* no sooner.

    Args:
        spreads: the shortest and longest interval of each grade; neither shrinks with a better grade.
        day: the study day of the review.
        load: what is to do already.
        luck: 0 to 1; decides between days that are equally light.
    """
    full = _Fullness(load, day)
    good = full.lightest(*spreads[Grade.GOOD], luck)
    hard = full.lightest(spreads[Grade.HARD][0], min(spreads[Grade.HARD][1], good), luck)
    again = full.lightest(spreads[Grade.AGAIN][0], min(spreads[Grade.AGAIN][1], hard), luck)
    easy = full.lightest(max(spreads[Grade.EASY][0], good), spreads[Grade.EASY][1], luck)
    return {Grade.AGAIN: again, Grade.HARD: hard, Grade.GOOD: good, Grade.EASY: easy}


def read_week(names: Iterable[str] | None) -> tuple[Ease, ...]:
    """The wishes for the weekdays as a setting keeps them; a usual week where that makes no sense."""
    try:
        week = tuple(Ease(name) for name in names or ())
    except ValueError:
        return USUAL_WEEK
    return week if len(week) == DAYS_A_WEEK and set(week) != {Ease.NONE} else USUAL_WEEK


def is_off(week: tuple[Ease, ...], day: date) -> bool:
    """Whether nothing is wanted on a day."""
    return week[day.weekday()] is Ease.NONE


def load_of(counts: Mapping[date, int], week: tuple[Ease, ...] = USUAL_WEEK) -> Load:
    """The load of the days that something is due on."""
    return Load({day.toordinal(): count for day, count in counts.items()}, week)


class _Fullness:
    """How full the days after a review are; asked some hundred times before a card is shown, so it has to be quick."""

    def __init__(self, load: Load, day: date) -> None:
        self._start = day.toordinal()
        self._count = load.counts.get
        self._weights = load.weights if load.week != USUAL_WEEK else None

    def lightest(self, shortest: int, longest: int, luck: float) -> int:
        """The interval to the lightest day; of days that are equally light, luck takes one."""
        if shortest == longest:
            return shortest
        first, last = self._start + shortest, self._start + longest + 1
        count, weights = self._count, self._weights
        if weights is None:
            full = [count(ordinal, 0) for ordinal in range(first, last)]
        else:  # day 1 was a Monday
            full = [(count(ordinal, 0) + 1) * weights[(ordinal - 1) % DAYS_A_WEEK] for ordinal in range(first, last)]
        least = min(full)
        light = [shortest + place for place, value in enumerate(full) if value == least]
        return light[min(int(luck * len(light)), len(light) - 1)]
