from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.examples import quick
from trainer.progress.binning import Unit, gather
from trainer.progress.span import LONGEST, Span, span_until
from trainer.store.day_total import DayTotal

TODAY = date(2026, 3, 2)


@quick
@given(st.integers(1, 4000), st.lists(st.integers(0, 3999), unique=True, max_size=20))
def test_bins_cover_the_span_without_gaps_and_keep_every_answer(days, active):
    span = span_until(TODAY, days, None)
    lived = [DayTotal(TODAY - timedelta(days=ago), reviews=ago + 1) for ago in active]
    bins = gather(lived, span)

    assert (bins[0].span.first, bins[-1].span.last) == (span.first, span.last)
    assert all(later.span.first - earlier.span.last == timedelta(days=1) for earlier, later in pairwise(bins))
    assert sum(one.totals.answered for one in bins) == sum(ago + 1 for ago in active if ago < days)
    assert len(bins) <= 80


@pytest.mark.parametrize(
    ("days", "unit", "name"),
    [
        (56, Unit.DAY, "2 March 2026"),
        (57, Unit.WEEK, "week from 2 March 2026"),
        (700, Unit.MONTH, "March 2026"),
        (3000, Unit.YEAR, "2026"),
    ],
)
def test_longer_spans_have_longer_bins(days, unit, name):
    last = gather((), span_until(TODAY, days, None))[-1]

    assert (last.unit, last.name) == (unit, name)


def test_weeks_begin_on_monday():
    bins = gather((), span_until(TODAY, 100, None))

    assert all(one.span.first.weekday() == 0 for one in bins[1:])


def test_no_span_is_too_long_or_too_late():
    assert len(gather((), span_until(TODAY, LONGEST, None))) == 101
    assert gather((), Span(date.max - timedelta(days=6), date.max))[-1].span.last == date.max
