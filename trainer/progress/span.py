"""The days that a report is about."""

from dataclasses import dataclass
from datetime import date, timedelta

EVERYTHING = 0
"""Instead of a number of days: from the first active day on."""

MONTH = 30
"""Days that a report is about unless somebody asks for others."""

LONGEST = 36_500
"""Days; a hundred years."""


@dataclass(frozen=True, slots=True)
class Span:
    """Study days in a row, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def span_until(last: date, days: int, first_active: date | None) -> Span:
    """The days up to a day.

    Args:
        last: the study day of now.
        days: how many, or `EVERYTHING`.
        first_active: the first day on which anything was done; None when nothing ever was.

    Raises:
        ValueError: when the number is negative or longer than `LONGEST`.
    """
    if not 0 <= days <= LONGEST:
        raise ValueError(f"{days} days make no report")
    if days == EVERYTHING:
        return Span(min(first_active or last, last), last)
    return Span(last - timedelta(days=days - 1), last)
