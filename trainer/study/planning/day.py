"""The plan of a study day: what the store knows, put before the planner.

Nothing here depends on what was done on the day itself but for what is counted as done, so that a plan stays as it is
from the first card of its day to the last.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from trainer.store.day_total import DayTotal
from trainer.store.opening import Store
from trainer.study.limits import DUE_LIMIT_SETTING, NEW_LIMIT_SETTING
from trainer.study.planning.catch_up import KEY as CATCH_UP
from trainer.study.planning.catch_up import CatchUp, read_catch_up, share_of_day
from trainer.study.planning.forecast import HORIZON, Load, Pace, Work, new_cards
from trainer.study.planning.habits import SPAN_DAYS, habits_of
from trainer.study.planning.ladder import Ladder, make_ladder, rung_of, usual_ladder
from trainer.study.planning.wish import KEY as WISH
from trainer.study.planning.wish import Wish, read_wish

if TYPE_CHECKING:
    from trainer.learning.scheduler import Scheduler

LADDER = "ladder"
"""The setting with the ladder of the learner's own parameters; a session makes it anew when they have changed."""

_USUAL = ["default", 0.9]
"""The parameters and the retention of the ladder that is written out."""

_SOON = 7
"""Days over which it is counted how many cards come back by themselves."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What a day has room for, apart from how much is due on it.

    Attributes:
        done: what was done on the day so far.
        coming: cards that come back on the 13 days after it.
        boards: drills for due skills wait on it, or were worked at.
        new_limit: the most new cards a day that the learner wants whatever the budget; None for no such limit.
        due_limit: the same of due cards.
    """

    day: date
    wish: Wish
    pace: Pace
    done: DayTotal
    coming: Load
    boards: bool
    catch_up: CatchUp | None
    new_limit: int | None
    due_limit: int | None

    @property
    def daily(self) -> float:
        """Cards that come back on each of the next days by themselves."""
        return sum(count for (day, _), count in self.coming.items() if day <= _SOON) / _SOON

    @property
    def spent_s(self) -> float:
        """Seconds spent on cards and drills so far."""
        return self.done.card_seconds + self.done.seconds

    @property
    def is_catching_up(self) -> bool:
        """Whether overdue work is being cleared over some days."""
        return self.catch_up is not None and self.catch_up.days_left(self.day) > 0

    def work(self, due: int) -> Work:
        """What stands at the beginning of the day where so many cards are due on it."""
        return Work(due, self.coming, boards=self.boards)

    def most_due(self, due: int) -> int:
        """How many of the due cards the whole day asks for.

        Args:
            due: all cards due at its beginning, also those that wait for a sibling.
        """
        most = self.pace.due_cards()
        if self.catch_up is not None and (days := self.catch_up.days_left(self.day)):
            most = share_of_day(due, self.daily, days)
        return most if self.due_limit is None else min(most, self.due_limit)

    def most_new(self, due: int) -> int:
        """How many new cards the whole day has room for.

        Args:
            due: cards due at its beginning.
        """
        last = self.wish.last_new_day(self.day)
        if self.is_catching_up or (last is not None and self.day > last):
            return 0
        room = floor(new_cards(self.work(due), self.pace))
        return room if self.new_limit is None else min(room, self.new_limit)


def plan_day(store: Store, day: date, *, boards: bool | None = None) -> DayPlan:
    """Reads what the plan of a day rests on.

    Args:
        store: what the learner did and wants.
        day: to plan.
        boards: whether skills are due; None to look it up.
    """
    totals = store.day_totals(day - timedelta(days=SPAN_DAYS), day)
    done = next((one for one in totals if one.study_day == day), DayTotal(day))
    wish = read_wish(store.get_setting(WISH))
    pace = Pace(wish.minutes, habits_of(totals, day), ladder_of(store))
    most = ceil(HORIZON * pace.answers) + 1  # with more than that the days are full, however many they are
    last = day + timedelta(days=HORIZON - 1)
    cards = store.coming_cards(day, last, most)
    waits = bool(done.drops) or (store.trains_today(day) if boards is None else boards)
    return DayPlan(
        day=day,
        wish=wish,
        pace=pace,
        done=done,
        coming=_loads(cards, day),
        boards=waits,
        catch_up=read_catch_up(store.get_setting(CATCH_UP)),
        new_limit=_limit(store.get_setting(NEW_LIMIT_SETTING)),
        due_limit=_limit(store.get_setting(DUE_LIMIT_SETTING)),
    )


def _loads(cards: Sequence[tuple[str, float, float]], day: date) -> Load:
    """Cards by the day on which they come back, counted from a day, and by rung."""
    days = {due: (date.fromisoformat(due) - day).days for due in {card[0] for card in cards}}
    return Counter((days[due], rung_of(stability, difficulty)) for due, stability, difficulty in cards)


def ladder_of(store: Store) -> Ladder:
    """The ladder that is kept for the learner's own parameters and wanted retention, else the usual one."""
    return read_ladder(store.get_setting(LADDER)) or usual_ladder()


def renew_ladder(store: Store, scheduler: "Scheduler") -> None:
    """Makes the ladder anew where the learner's parameters or wanted retention are others than those it was made of."""
    made_of = [scheduler.parameter_set, scheduler.retention]
    kept = store.get_setting(LADDER)
    if isinstance(kept, Mapping) and kept.get("made_of") == made_of:
        return
    if kept is not None or made_of != _USUAL:
        store.set_setting(LADDER, {**write_ladder(make_ladder(scheduler)), "made_of": made_of})


def read_ladder(value: Any) -> Ladder | None:
    """The ladder in a setting's value; None where there is none."""
    if not isinstance(value, Mapping):
        return None
    try:
        intervals, passed, failed = (tuple(map(int, value[name])) for name in ("intervals", "passed", "failed"))
        ladder = Ladder(intervals, passed, failed, int(value["first_passed"]), int(value["first_failed"]))
    except (KeyError, TypeError, ValueError):
        return None
    size = len(usual_ladder().intervals)
    is_whole = {len(intervals), len(passed), len(failed)} == {size} and min(intervals) >= 1
    rungs = (*ladder.passed, *ladder.failed, ladder.first_passed, ladder.first_failed)
    return ladder if is_whole and all(0 <= rung < size for rung in rungs) else None


def write_ladder(ladder: Ladder) -> dict[str, Any]:
    """The setting's value."""
    return {
        "intervals": list(ladder.intervals),
        "passed": list(ladder.passed),
        "failed": list(ladder.failed),
        "first_passed": ladder.first_passed,
        "first_failed": ladder.first_failed,
    }


def _limit(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
