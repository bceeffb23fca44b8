"""The next fourteen days: what they ask for, and how many new cards they have room for."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import floor

from trainer.study.planning.habits import Habits
from trainer.study.planning.ladder import Ladder

HORIZON = 14
"""Days that new cards have to fit into."""

MOST_SECTIONS = 2
"""Sections of which the first card is begun on one day."""

BOARDS_S = 300.0
"""Seconds that have to be left of the budget for drills to be opened in a session."""

_AHEAD = 1.05
"""How much of the budget of fourteen days is planned: on some of them the day's own room keeps new cards away."""

_STARTING = 8
"""The rung of what is due while nothing comes later: as young as a card that was known twice."""

Load = Mapping[tuple[int, int], float]
"""Cards that come back, by the day, counted from the planned one, and the rung."""


@dataclass(frozen=True, slots=True)
class Work:
    """What stands at the beginning of a day.

    Attributes:
        due: cards that come back on it, overdue ones too, whether they were answered meanwhile or not.
        coming: cards that come back on the 13 days after it.
        boards: drills for due skills wait on it.
    """

    due: int = 0
    coming: Load = field(default_factory=dict, hash=False)
    boards: bool = False


@dataclass(frozen=True, slots=True)
class Pace:
    """How much fits into a day.

    Attributes:
        minutes: a day that the learner wants to spend.
        habits: how the learner works.
        ladder: how intervals grow.
    """

    minutes: float
    habits: Habits
    ladder: Ladder = field(hash=False)

    @property
    def answers(self) -> float:
        """Answers that a day has room for."""
        return self.minutes * 60 / self.habits.seconds

    def due_cards(self) -> int:
        """Cards that a day has room for where all of them come back."""
        return max(1, floor(self.answers / self.habits.answers_due))


class Costs:
    """Answers that a card asks for within some days."""

    def __init__(self, pace: Pace) -> None:
        habits, ladder = pace.habits, pace.ladder
        self._habits, self._ladder = habits, ladder
        self.back: list[list[float]] = []
        for day in range(HORIZON):
            row = [
                habits.answers_due
                + habits.known * self._within(day, passed)
                + (1 - habits.known) * self._within(day, failed)
                for passed, failed in zip(ladder.passed, ladder.failed, strict=True)
            ]
            self.back.append(row)
        self.new = [self._new(day) for day in range(HORIZON)]

    def _within(self, days: int, rung: int) -> float:
        """Answers within so many days to a card that has just come to a rung."""
        interval = self._ladder.intervals[rung]
        return self.back[days - interval][rung] if interval <= days else 0.0

    def _new(self, days: int) -> float:
        """Answers to a new card on its day and within so many after it."""
        habits, ladder = self._habits, self._ladder
        passed, failed = self._within(days, ladder.first_passed), self._within(days, ladder.first_failed)
        return habits.answers_new + habits.known_new * passed + (1 - habits.known_new) * failed

    def of_load(self, load: Load) -> float:
        """Answers within the horizon to cards that come back in it."""
        back, last = self.back, HORIZON - 1
        return sum(count * back[last - day][rung] for (day, rung), count in load.items())


def new_cards(work: Work, pace: Pace, costs: Costs | None = None) -> float:
    """How many new cards a day has room for; none while due work fills it.

    As many as can be begun on each of the next fourteen days without the answers to all cards going beyond the budget
    of these days, and on the day itself without going beyond its own.
    """
    costs = costs or Costs(pace)
    habits, room = pace.habits, pace.answers
    boards = min(BOARDS_S / habits.seconds, room / 2) if work.boards else 0.0
    today = room - boards - work.due * habits.answers_due
    if today <= 0:
        return 0.0
    wanted = costs.of_load(work.coming) + work.due * _due_cost(work, costs)
    left = _AHEAD * HORIZON * habits.attends * room - boards - wanted
    return max(0.0, min(today / habits.answers_new, left / (habits.attends * sum(costs.new))))


def _due_cost(work: Work, costs: Costs) -> float:
    """Answers within the horizon to a card that is due on its first day, when it is like those that come back later.

    Its own rung is not asked for: it changes with the answer, and a plan must not change in the middle of its day.
    """
    last = HORIZON - 1
    return sum(share * costs.back[last][rung] for rung, share in shares_of(work).items())


def shares_of(work: Work) -> Mapping[int, float]:
    """How cards that are due are spread over the rungs, taken to be as those that come later."""
    count = sum(work.coming.values())
    if not count:
        return {_STARTING: 1.0}
    shares: dict[int, float] = defaultdict(float)
    for (_, rung), number in work.coming.items():
        shares[rung] += number / count
    return shares
