"""The sums of a span of days."""

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.progress.span import Span
from trainer.store.day_total import DayTotal


@dataclass(frozen=True, slots=True)
class Totals:
    """What was done in a span; the counts are those of `DayTotal`.

    Attributes:
        days: of the span; `active_days` of them with anything done.
        answered: answers to cards; `known` of them known.
        asked_again: cards that came back on a later day; `known_again` of them were known at once.
    """

    days: int
    active_days: int
    answered: int
    known: int
    new_cards: int
    asked_again: int
    known_again: int
    card_seconds: float
    drops: int
    wrong_drops: int
    hints: int
    attempts: int
    solved: int
    drill_seconds: float

    @property
    def known_share(self) -> float | None:
        """The true retention, 0 to 1; None when no card came back yet."""
        return self.known_again / self.asked_again if self.asked_again else None

    @property
    def right_share(self) -> float | None:
        """The share of drops that were not wrong, 0 to 1; None before the first."""
        return 1 - self.wrong_drops / self.drops if self.drops else None


def sum_up(days: Iterable[DayTotal], span: Span) -> Totals:
    """The sums of the days that lie in a span."""
    inside = [day for day in days if day.study_day in span]
    return Totals(
        days=span.days,
        active_days=len(inside),
        answered=sum(day.reviews for day in inside),
        known=sum(day.passed for day in inside),
        new_cards=sum(day.new for day in inside),
        asked_again=sum(day.asked_again for day in inside),
        known_again=sum(day.known_again for day in inside),
        card_seconds=sum(day.card_seconds for day in inside),
        drops=sum(day.drops for day in inside),
        wrong_drops=sum(day.wrong_drops for day in inside),
        hints=sum(day.hints for day in inside),
        attempts=sum(day.attempts for day in inside),
        solved=sum(day.solved for day in inside),
        drill_seconds=sum(day.seconds for day in inside),
    )
