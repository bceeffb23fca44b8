from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import NOON
from trainer.learning.study_day import Moment, study_day

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
MOMENTS = st.builds(datetime.combine, DAYS, st.times(timezones=st.just(UTC)))
OFFSETS = st.integers(-12 * 60, 14 * 60)


def test_late_at_night_still_counts_for_the_day_before():
    assert study_day(datetime(2026, 3, 2, 3, 59, tzinfo=UTC), 0) == date(2026, 3, 1)
    assert study_day(datetime(2026, 3, 2, 4, 0, tzinfo=UTC), 0) == date(2026, 3, 2)


def test_the_learners_own_clock_decides():
    evening_in_utc = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)

    assert study_day(evening_in_utc, 8 * 60) == date(2026, 3, 2)
    assert study_day(evening_in_utc, -8 * 60) == date(2026, 3, 1)


def test_midnight_can_be_the_hour_of_change():
    assert study_day(datetime(2026, 3, 2, 0, 0, tzinfo=UTC), 0, rollover_hour=0) == date(2026, 3, 2)


@given(MOMENTS, OFFSETS)
def test_study_days_last_24_hours(at, offset):
    assert study_day(at + timedelta(days=1), offset) == study_day(at, offset) + timedelta(days=1)


@given(MOMENTS, OFFSETS, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_study_days_never_go_back(at, offset, later):
    assert study_day(at + later, offset) >= study_day(at, offset)


@pytest.mark.parametrize("at", [NOON.replace(tzinfo=None), NOON.replace(tzinfo=timezone(timedelta(hours=1)))])
def test_only_utc_is_taken(at):
    with pytest.raises(ValueError, match="not in UTC"):
        study_day(at, 0)
    with pytest.raises(ValueError, match="not in UTC"):
        Moment(at, 0)


def test_an_hour_that_is_none_is_refused():
    with pytest.raises(ValueError, match="hour 24"):
        study_day(datetime(2026, 3, 2, tzinfo=UTC), 0, rollover_hour=24)
