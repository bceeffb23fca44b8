"""How a learner works: how long answers take, how many a card takes, and on how many days there are any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trainer.store.day_total import DayTotal

SPAN_DAYS = 30
"""Study days that are looked back on."""

_SECONDS, _SECONDS_WEIGHT = 10.0, 20
_KNOWN, _KNOWN_WEIGHT = 0.9, 100
_KNOWN_NEW, _KNOWN_NEW_WEIGHT = 0.4, 30
_ATTENDS, _ATTENDS_WEIGHT = 6 / 7, 40
"""What is assumed of everybody, and how many answers or days it counts for."""


TRIES = 1.12
"""How often a failed card is asked again on its day until it is known."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What the last days tell, drawn towards the usual while they are few.

    Attributes:
        seconds: an answer takes.
        known: the share of cards that are known when they come back.
        known_new: the share of new cards that are known at once.
        attends: the share of days on which there is any answer.
    """

    seconds: float = _SECONDS
    known: float = _KNOWN
    known_new: float = _KNOWN_NEW
    attends: float = _ATTENDS

    @property
    def answers_due(self) -> float:
        """Answers that a card takes on a day on which it comes back."""
        return 1 + (1 - self.known) * TRIES

    @property
    def answers_new(self) -> float:
        """Answers that a new card takes on its first day."""
        return 1 + (1 - self.known_new) * TRIES


def habits_of(totals: Sequence[DayTotal], day: date) -> Habits:
    """What the days before a day tell; the day itself is left out, so that a plan for it stays as it is.

    Args:
        totals: sums of days, in any order; those before `SPAN_DAYS` are passed over.
        day: the day that is planned.
    """
    recent = [one for one in totals if day - timedelta(days=SPAN_DAYS) <= one.study_day < day and one.reviews]
    if not recent:
        return Habits()
    reviews, new = sum(one.reviews for one in recent), sum(one.new for one in recent)
    back, known = sum(one.asked_again for one in recent), sum(one.known_again for one in recent)
    repeats = max(0, reviews - new - back)
    failed_new = min(max(0.0, repeats / TRIES - (back - known)), new)
    span = (day - min(one.study_day for one in recent)).days
    return Habits(
        seconds=_drawn(sum(one.card_seconds for one in recent), reviews, _SECONDS, _SECONDS_WEIGHT),
        known=_drawn(known, back, _KNOWN, _KNOWN_WEIGHT),
        known_new=_drawn(new - failed_new, new, _KNOWN_NEW, _KNOWN_NEW_WEIGHT),
        attends=min(1.0, _drawn(len(recent), span, _ATTENDS, _ATTENDS_WEIGHT)),
    )


def _drawn(total: float, count: float, usual: float, weight: int) -> float:
    """A mean over some cases, drawn towards the usual."""
    return (total + usual * weight) / (count + weight)
