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


_SHARE = {Ease.NORMAL: 1.0, Ease.FEWER: 0.5, Ease.NONE: 0.0}
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

    def fullness(self, ordinal: int) -> tuple[bool, float]:
        """Greater for a day that has more to do, measured by what is wanted on it; a day off is fuller than all."""
        share = _SHARE[self.week[(ordinal - 1) % DAYS_A_WEEK]]  # day 1 was a Monday
        return not share, (self.counts.get(ordinal, 0) + 1) / (share or 1.0)


def choose_days(spreads: Mapping[Grade, tuple[int, int]], day: date, load: Load, luck: float) -> Mapping[Grade, int]:
    """The interval for each grade, in days.

    *Good* chooses first, since it is given most; *Hard* and *Again* then come no later, *Easy* no sooner.

    Args:
        spreads: the shortest and longest interval of each grade; neither shrinks with a better grade.
        day: the study day of the review.
        load: what is to do already.
        luck: 0 to 1; decides between days that are equally light.
    """
    start = day.toordinal()
    good = _lightest(start, *spreads[Grade.GOOD], load, luck)
    hard = _lightest(start, spreads[Grade.HARD][0], min(spreads[Grade.HARD][1], good), load, luck)
    again = _lightest(start, spreads[Grade.AGAIN][0], min(spreads[Grade.AGAIN][1], hard), load, luck)
    easy = _lightest(start, max(spreads[Grade.EASY][0], good), spreads[Grade.EASY][1], load, luck)
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


def _lightest(start: int, shortest: int, longest: int, load: Load, luck: float) -> int:
    if shortest == longest:
        return shortest
    days = range(shortest, longest + 1)
    fullness = [load.fullness(start + interval) for interval in days]
    least = min(fullness)
    light = [interval for interval, full in zip(days, fullness, strict=True) if full == least]
    return light[min(int(luck * len(light)), len(light) - 1)]
