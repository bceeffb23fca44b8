"""The days to come as they are planned, in mean values: what comes back, and what is begun."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from trainer.study.planning.forecast import HORIZON, Costs, Pace, Work, new_cards, shares_of


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day to come.

    Attributes:
        due: minutes for what comes back; `new` minutes for what is begun.
        begun: new cards.
    """

    due: float
    new: float
    begun: float


@dataclass(frozen=True, slots=True)
class Supply:
    """How many new cards the order of the course gives out on a day, since it opens few sections at once.

    Attributes:
        core: core cards that are left.
        core_a_day: of these on each day.
    """

    core: float = 0.0
    core_a_day: float = 0.0

    def of_day(self, begun: float) -> float:
        """The most of a day when so many were begun before it."""
        return self.core_a_day if self.core_a_day and begun < self.core - 1 else inf


def days_ahead(
    work: Work, pace: Pace, left: float, new_days: int | None = None, supply: Supply = Supply()
) -> Iterator[Ahead]:
    """The days from the planned one on, without end.

    What does not fit into a day stays for the next, and what is not done on a day without work likewise.

    Args:
        work: what stands at the beginning.
        pace: how much fits into a day.
        left: cards to begin.
        new_days: on how many days new cards are begun; None for as long as there are any.
        supply: how many of them can be begun on one day.
    """
    habits, costs = pace.habits, Costs(pace)
    minutes = habits.seconds / 60
    cards = _Cards(work, pace)
    day, begun = 0, 0.0
    while True:
        due = cards.come(day)
        new = 0.0
        if left > 0 and (new_days is None or day < new_days):
            waiting = Work(round(due), cards.load(day), boards=work.boards)
            new = min(left, habits.attends * min(supply.of_day(begun), new_cards(waiting, pace, costs)))
        left -= new
        begun += new
        done = cards.answer(day)
        cards.begin(day, new)
        yield Ahead(done * habits.answers_due * minutes, new * habits.answers_new * minutes, new)
        day += 1


class _Cards:
    """How many cards come back on which day, and on which rung."""

    def __init__(self, work: Work, pace: Pace) -> None:
        self._pace = pace
        self._load: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for (day, rung), count in work.coming.items():
            self._load[day][rung] += count
        self._due: dict[int, float] = defaultdict(float)
        for rung, share in shares_of(work).items():
            self._due[rung] += share * work.due

    def come(self, day: int) -> float:
        """Takes what comes back on a day, and says how much is due then."""
        for rung, count in self._load.pop(day, {}).items():
            self._due[rung] += count
        return sum(self._due.values())

    def load(self, day: int) -> dict[tuple[int, int], float]:
        """What comes back on the 13 days after a day."""
        later = (other for other in range(day + 1, day + HORIZON) if other in self._load)
        return {(other - day, rung): count for other in later for rung, count in self._load[other].items()}

    def answer(self, day: int) -> float:
        """Answers what is due as far as it fits, and says how many cards that were."""
        habits, total = self._pace.habits, sum(self._due.values())
        if not total:
            return 0.0
        served = habits.attends * min(1.0, self._pace.answers / (total * habits.answers_due))
        for rung, count in self._due.items():
            self._move(day, self._pace.ladder.passed[rung], count * served * habits.known)
            self._move(day, self._pace.ladder.failed[rung], count * served * (1 - habits.known))
            self._due[rung] = count * (1 - served)
        return total * served

    def begin(self, day: int, new: float) -> None:
        """Begins new cards."""
        known = self._pace.habits.known_new
        self._move(day, self._pace.ladder.first_passed, new * known)
        self._move(day, self._pace.ladder.first_failed, new * (1 - known))

    def _move(self, day: int, rung: int, count: float) -> None:
        if count:
            self._load[day + self._pace.ladder.intervals[rung]][rung] += count
