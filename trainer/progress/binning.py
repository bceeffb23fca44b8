"""Days gathered into bins that a chart has room for: days, weeks, months or years."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from trainer.progress.span import Span
from trainer.progress.totals import Totals, sum_up
from trainer.progress.words import full_date, short_date, short_month
from trainer.store.day_total import DayTotal

_WEEKS_OVER, _MONTHS_OVER, _YEARS_OVER = 56, 78 * 7, 366 * 6
"""Days of a span over which bins are weeks, months, years."""


class Unit(StrEnum):
    """How long a bin is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Bin:
    """Some days in a row and their sums; the first and the last bin are cut off where the span ends."""

    unit: Unit
    span: Span
    totals: Totals

    @property
    def name(self) -> str:
        """The bin in words: `2 March 2026`, `week from 2 March 2026`, `March 2026`, `2026`."""
        day = self.span.first
        match self.unit:
            case Unit.DAY:
                return full_date(day)
            case Unit.WEEK:
                return f"week from {full_date(day)}"
            case Unit.MONTH:
                return full_date(day).partition(" ")[2]
            case Unit.YEAR:
                return str(day.year)

    @property
    def label(self) -> str:
        """The bin on an axis: `2 Mar`, `Mar 2026`, `2026`."""
        day = self.span.first
        match self.unit:
            case Unit.DAY | Unit.WEEK:
                return short_date(day)
            case Unit.MONTH:
                return f"{short_month(day)} {day.year}"
            case Unit.YEAR:
                return str(day.year)


def unit_for(span: Span) -> Unit:
    """Bins of a length that a chart has room for."""
    if span.days > _YEARS_OVER:
        return Unit.YEAR
    if span.days > _MONTHS_OVER:
        return Unit.MONTH
    return Unit.WEEK if span.days > _WEEKS_OVER else Unit.DAY


def gather(days: Iterable[DayTotal], span: Span) -> tuple[Bin, ...]:
    """All bins of a span in order, those without anything too; weeks begin on Monday."""
    unit = unit_for(span)
    firsts = list(_firsts(span, unit))
    inside: list[list[DayTotal]] = [[] for _ in firsts]
    for day in days:
        if day.study_day in span:
            inside[bisect_right(firsts, day.study_day) - 1].append(day)
    ends = [*(first - timedelta(days=1) for first in firsts[1:]), span.last]
    spans = [Span(first, end) for first, end in zip(firsts, ends, strict=True)]
    return tuple(Bin(unit, own, sum_up(found, own)) for own, found in zip(spans, inside, strict=True))


def _firsts(span: Span, unit: Unit) -> Iterator[date]:
    day = span.first
    while day <= span.last:
        yield day
        if day > date.max - timedelta(days=366):
            return
        day = _next_first(day, unit)


def _next_first(day: date, unit: Unit) -> date:
    match unit:
        case Unit.DAY:
            return day + timedelta(days=1)
        case Unit.WEEK:
            return day + timedelta(days=7 - day.weekday())
        case Unit.MONTH:
            return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        case Unit.YEAR:
            return date(day.year + 1, 1, 1)
