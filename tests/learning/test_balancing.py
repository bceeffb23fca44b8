from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.learning.balancing import DAYS_A_WEEK, USUAL_WEEK, Ease, Load, load_of, read_week
from trainer.learning.grade import Grade
from trainer.learning.memory import MemoryState
from trainer.learning.scheduler import Scheduler, spread

MONDAY = date(2026, 3, 2)
MEMORIES = st.one_of(
    st.none(),
    st.builds(MemoryState, st.floats(0.01, 2000), st.floats(1, 10), st.just(MONDAY)),
)
WEEKS = st.lists(st.sampled_from(list(Ease)), min_size=7, max_size=7).map(tuple)
COUNTS = st.dictionaries(st.integers(1, 400).map(lambda days: MONDAY.toordinal() + days), st.integers(0, 50))


@given(MEMORIES, st.integers(0, 300), COUNTS, WEEKS, st.integers(0, 999))
def test_grades_keep_their_order_and_intervals_their_play(memory, days, counts, week, seed):
    scheduler, day = Scheduler(), MONDAY + timedelta(days)

    outlooks = scheduler.outlooks(memory, day, Random(seed), Load(dict(counts), week))

    intervals = [outlooks[grade].interval for grade in Grade]
    assert intervals == sorted(intervals)
    for outlook in outlooks.values():
        shortest, longest = spread(scheduler.interval(outlook.memory))
        assert shortest <= outlook.interval <= longest
        assert outlook.due == day + timedelta(outlook.interval)


@given(MEMORIES, COUNTS, WEEKS, st.integers(0, 999))
def test_what_is_promised_is_the_same_when_asked_again(memory, counts, week, seed):
    load = Load(dict(counts), week)

    first = Scheduler().outlooks(memory, MONDAY, Random(seed), load)

    assert load.counts == counts
    assert first == Scheduler().outlooks(memory, MONDAY, Random(seed), load)


@given(COUNTS, st.integers(0, 999))
def test_good_brings_a_card_back_on_the_lightest_day(counts, seed):
    memory = MemoryState(40.0, 5.0, MONDAY - timedelta(40))

    outlook = Scheduler().outlooks(memory, MONDAY, Random(seed), Load(dict(counts)))[Grade.GOOD]

    shortest, longest = spread(Scheduler().interval(outlook.memory))
    start = MONDAY.toordinal()
    assert counts.get(start + outlook.interval, 0) == min(
        counts.get(start + days, 0) for days in range(shortest, longest + 1)
    )


def test_many_cards_learnt_on_one_day_are_spread_evenly():
    load, memory = load_of({}), MemoryState(40.0, 5.0, MONDAY - timedelta(40))
    for seed in range(70):
        load.add(Scheduler().outlooks(memory, MONDAY, Random(seed), load)[Grade.GOOD].due)

    assert max(load.counts.values()) - min(load.counts.values()) <= 1


def test_a_day_off_is_kept_free_and_an_easy_day_gets_half():
    week = (*(Ease.NORMAL,) * 5, Ease.FEWER, Ease.NONE)
    load, memory = load_of({}, week), MemoryState(60.0, 5.0, MONDAY - timedelta(60))
    for seed in range(400):
        load.add(Scheduler().outlooks(memory, MONDAY, Random(seed), load)[Grade.GOOD].due)

    by_weekday = {day: [] for day in range(DAYS_A_WEEK)}
    for ordinal, count in load.counts.items():
        by_weekday[date.fromordinal(ordinal).weekday()].append(count)
    assert not by_weekday[6]
    assert max(by_weekday[5]) == pytest.approx(min(by_weekday[2]) / 2, abs=1)


def test_an_item_whose_days_are_all_off_still_comes_back():
    week = (Ease.NORMAL, *(Ease.NONE,) * 6)
    outlooks = Scheduler().outlooks(None, MONDAY, Random(1), load_of({}, week))

    assert all(outlook.interval >= 1 for outlook in outlooks.values())


@pytest.mark.parametrize("stored", [None, [], ["none"] * 7, ["normal"] * 6, ["often"] * 7])
def test_a_week_that_makes_no_sense_is_a_usual_one(stored):
    assert read_week(stored) == USUAL_WEEK


def test_a_week_is_read_as_it_was_kept():
    assert read_week(["normal"] * 6 + ["fewer"])[6] is Ease.FEWER
