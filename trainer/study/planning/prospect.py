"""The prospect of a day: the promised dates, whether they come in time, and the minutes of the next fourteen days."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from trainer.store.opening import Store
from trainer.study.planning.ahead import Ahead, days_ahead
from trainer.study.planning.catch_up import Offer, is_offered, offer
from trainer.study.planning.day import DayPlan
from trainer.study.planning.forecast import HORIZON
from trainer.study.planning.promise import Misfit, Promise, find_ways_out, fits, promise
from trainer.study.planning.wish import Wish


@dataclass(frozen=True, slots=True)
class Prospect:
    """What comes of the learner's wish.

    Attributes:
        day: from which it looks ahead.
        promise: when the core and all of the course will have been begun.
        has_core: some cards ask for core facts, so that their date says something.
        is_begun: no card is left to begin.
        misfit: what to do where that is too late for the exam; else None.
        ahead: the next fourteen days, when something is done on each.
        catch_up: what catching up would take, where more is due than the budget clears soon.
        catching_up_until: the last day of a catch-up that is under way.
    """

    day: date
    wish: Wish
    promise: Promise
    has_core: bool
    is_begun: bool
    misfit: Misfit | None
    ahead: tuple[Ahead, ...]
    catch_up: Offer | None
    catching_up_until: date | None


def look_ahead(store: Store, plan: DayPlan, due: int, backlog: int) -> Prospect:
    """What comes of the learner's wish, in mean values.

    Args:
        store: knows what was never answered.
        plan: of the day.
        due: cards that were due at its beginning and need not wait for a sibling.
        backlog: all that were due.
    """
    wish, pace = plan.wish, plan.pace
    now, begun = store.left_counts(), plan.done.new
    left = replace(now, core=now.core + (begun if now.core else 0), all=now.all + begun)
    work, day = plan.work(due), plan.day
    told = promise(day, left, work, pace)
    misfit = None if fits(told, wish, day) else find_ways_out(day, left, work, pace, wish)
    a_card_s = pace.habits.seconds * pace.habits.answers_due
    minutes = plan.most_due(backlog) * a_card_s / 60 if plan.is_catching_up else wish.minutes
    every_day = replace(pace, minutes=minutes, habits=replace(pace.habits, attends=1.0))
    wanted = left.core if wish.is_core_only(day) else left.all
    last_new = wish.last_new_day(day)
    new_days = 0 if plan.is_catching_up else None if last_new is None else max(0, (last_new - day).days + 1)
    return Prospect(
        day=day,
        wish=wish,
        promise=told,
        has_core=left.core > 0,
        is_begun=left.all <= 0,
        misfit=misfit,
        ahead=tuple(islice(days_ahead(work, every_day, wanted, new_days), HORIZON)),
        catch_up=None
        if plan.is_catching_up or not is_offered(backlog, pace.due_cards())
        else offer(backlog, plan.daily, a_card_s),
        catching_up_until=plan.catch_up.last if plan.catch_up and plan.is_catching_up else None,
    )


def days_of(prospect: Prospect) -> tuple[tuple[date, Ahead], ...]:
    """The days ahead with their dates."""
    return tuple((prospect.day + timedelta(days=number), ahead) for number, ahead in enumerate(prospect.ahead))
