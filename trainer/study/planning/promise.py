"""Promises: on which day the core and all of the course will have been begun, and what to do when that is too late."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from trainer.store.planning import Left
from trainer.study.planning.ahead import Supply, days_ahead
from trainer.study.planning.forecast import MOST_SECTIONS, Pace, Work
from trainer.study.planning.wish import LAST_DAYS, Scope, Wish

_LONGEST = 1100
"""Days that are looked ahead: about three years."""

_MORE_MINUTES = (10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120)
_MIN_REST = 1e-6

_KEPT = 0.83
"""The share of the budget that promises rest on: siblings that wait and uneven days take the rest."""

_SIBLINGS_LEAST, _A_DAY_FOR, _SIBLINGS_MOST = 3, 10, 6
"""Days that the last core cards wait for siblings, while others are begun: the least, one more for so many cards that
are left, and the most."""


@dataclass(frozen=True, slots=True)
class Promise:
    """When everything will have been begun, at this pace.

    Attributes:
        core: the day on which the last core card is begun; None when that takes longer than three years.
        all: the same of all cards.
    """

    core: date | None
    all: date | None


@dataclass(frozen=True, slots=True)
class Misfit:
    """What can be done when not all fits before an exam.

    Attributes:
        core: the core alone fits.
        minutes: a day with which all would fit; None when even two hours would not do.
        exam: the first day of an exam for which all fits at this pace; None when there is none in three years.
    """

    core: bool
    minutes: int | None
    exam: date | None


def promise(day: date, left: Left, work: Work, pace: Pace) -> Promise:
    """Goes through the days to come as they are planned, in mean values, and somewhat slower than they are planned.

    Args:
        day: the first of them.
        left: cards that were never answered.
        work: what stands at the beginning of the day.
        pace: how much fits into a day.
    """
    pace = replace(pace, minutes=pace.minutes * _KEPT)
    supply = Supply(left.core, MOST_SECTIONS * left.core / left.core_sections if left.core_sections else 0.0)
    ends = {"core": left.core, "all": left.all}
    found: dict[str, date | None] = {name: day if count <= 0 else None for name, count in ends.items()}
    begun = 0.0
    for number, ahead in enumerate(islice(days_ahead(work, pace, left.all, supply=supply), _LONGEST)):
        begun += ahead.begun
        for name, count in ends.items():
            if found[name] is None and begun >= count - _MIN_REST:
                waits = min(_SIBLINGS_LEAST + count // _A_DAY_FOR, _SIBLINGS_MOST) if name == "core" and number else 0
                found[name] = day + timedelta(days=number + waits)
        if found["all"] is not None:
            break
    core, all_ = found["core"], found["all"]
    return Promise(core, max(core, all_) if core and all_ else all_)


def fits(told: Promise, wish: Wish, day: date) -> bool:
    """Whether what is wanted will have been begun before the last days of the exam; so it is where none is ahead."""
    last = wish.last_new_day(day)
    wanted = told.core if wish.is_core_only(day) else told.all
    return last is None or (wanted is not None and wanted <= last)


def find_ways_out(day: date, left: Left, work: Work, pace: Pace, wish: Wish) -> Misfit:
    """What can be done where not all fits: less, more minutes a day, or a later exam.

    Args:
        day: the first day to plan.
        left: cards that were never answered.
        work: what stands at the beginning of the day.
        pace: how much fits into a day now.
        wish: with an exam ahead.
    """
    told = promise(day, left, work, pace)
    more = (minutes for minutes in _MORE_MINUTES if minutes > pace.minutes)
    enough = (minutes for minutes in more if fits(promise(day, left, work, replace(pace, minutes=minutes)), wish, day))
    later = told.core if wish.is_core_only(day) else told.all
    return Misfit(
        core=wish.scope is Scope.ALL and left.core > 0 and fits(told, replace(wish, scope=Scope.CORE), day),
        minutes=next(enough, None),
        exam=later + timedelta(days=LAST_DAYS + 1) if later else None,
    )
