from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.examples import quick
from trainer.store.planning import Left
from trainer.study.planning.ahead import days_ahead
from trainer.study.planning.forecast import HORIZON, Pace, Work, new_cards
from trainer.study.planning.habits import Habits
from trainer.study.planning.ladder import rung_of, usual_ladder
from trainer.study.planning.promise import find_ways_out, fits, promise
from trainer.study.planning.wish import LAST_DAYS, Scope, Wish

DAY = date(2026, 3, 2)
FEW = settings(max_examples=20, derandomize=True, deadline=None, database=None)
LADDER = usual_ladder()

habits = st.builds(
    Habits,
    seconds=st.floats(3, 40),
    known=st.floats(0.6, 0.98),
    known_new=st.floats(0.1, 0.95),
    attends=st.floats(0.3, 1.0),
)
rungs = st.integers(0, len(LADDER.intervals) - 1)
loads = st.dictionaries(st.tuples(st.integers(1, HORIZON - 1), rungs), st.integers(1, 60), max_size=12)
works = st.builds(Work, due=st.integers(0, 400), coming=loads, boards=st.booleans())


def pace(minutes=20, **more):
    return Pace(minutes, Habits(**more), LADDER)


@quick
@given(works, habits, st.integers(5, 120))
def test_nothing_new_is_begun_while_due_work_fills_the_budget(work, habits, minutes):
    tempo = Pace(minutes, habits, LADDER)
    new = new_cards(work, tempo)

    assert new >= 0
    if work.due * habits.answers_due >= tempo.answers:
        assert new == 0


@FEW
@given(works, habits, st.integers(5, 120))
def test_a_day_never_asks_for_more_than_its_minutes(work, habits, minutes):
    tempo = Pace(minutes, habits, LADDER)

    for ahead in islice(days_ahead(work, tempo, left=500), 40):
        assert ahead.due + ahead.new <= minutes * 1.02


@quick
@given(works, habits, st.integers(5, 100), st.integers(1, 60))
def test_more_minutes_never_begin_fewer_cards_today(work, habits, minutes, more):
    assert new_cards(work, Pace(minutes + more, habits, LADDER)) >= new_cards(work, Pace(minutes, habits, LADDER))


@quick
@given(works, habits, st.integers(1, 30))
def test_more_due_cards_never_begin_more_new_ones(work, habits, more):
    busier = Work(work.due + more, work.coming, boards=work.boards)

    assert new_cards(busier, Pace(20, habits, LADDER)) <= new_cards(work, Pace(20, habits, LADDER))


@FEW
@given(habits, st.integers(1, 400), st.integers(0, 300), st.sampled_from((10, 20, 30)), st.sampled_from((5, 10, 30)))
def test_more_minutes_never_promise_a_later_day(habits, core, rest, minutes, more):
    left = Left(core, 5, core + rest)
    first, second = (promise(DAY, left, Work(), Pace(n, habits, LADDER)) for n in (minutes, minutes + more))

    for name in ("core", "all"):
        later, sooner = getattr(first, name), getattr(second, name)
        assert later is None or (sooner is not None and sooner <= later)


@FEW
@given(works, habits, st.integers(1, 200), st.integers(0, 200))
def test_the_core_is_promised_no_later_than_all(work, habits, core, rest):
    told = promise(DAY, Left(core, 4, core + rest), work, Pace(20, habits, LADDER))

    assert told.all is None or (told.core is not None and DAY <= told.core <= told.all)


def test_nothing_left_is_promised_for_today():
    assert promise(DAY, Left(), Work(), pace()).all == DAY


def test_boards_that_wait_leave_less_room_for_new_cards():
    assert new_cards(Work(boards=True, due=40), pace()) < new_cards(Work(due=40), pace())


def test_twenty_minutes_do_not_grow_into_an_hour_in_the_second_month():
    days = list(islice(days_ahead(Work(), pace(attends=1.0), left=1350), 60))

    assert max(day.due + day.new for day in days) <= 20.5
    assert sum(day.begun for day in days) > 400


@pytest.mark.parametrize(("minutes", "scope"), [(10, Scope.ALL), (20, Scope.ALL), (10, Scope.CORE)])
def test_each_way_out_of_a_misfit_fits(minutes, scope):
    wish = Wish(minutes, exam=DAY + timedelta(days=20), scope=scope)
    left = Left(220, 12, 400)
    told = promise(DAY, left, Work(), pace(minutes))
    assert not fits(told, wish, DAY)

    ways = find_ways_out(DAY, left, Work(), pace(minutes), wish)

    assert ways.minutes is not None
    assert ways.exam is not None
    assert fits(promise(DAY, left, Work(), pace(ways.minutes)), wish, DAY)
    assert fits(told, Wish(minutes, exam=ways.exam, scope=scope), DAY)
    assert not ways.core or fits(told, Wish(minutes, exam=wish.exam, scope=Scope.CORE), DAY)


def test_nothing_new_is_begun_in_the_last_days_before_an_exam():
    wish = Wish(exam=DAY + timedelta(days=LAST_DAYS))

    assert wish.last_new_day(DAY) == DAY - timedelta(days=1)
    assert Wish(exam=DAY - timedelta(days=1)).last_new_day(DAY) is None


@quick
@given(st.floats(0.05, 20_000), st.floats(1, 10))
def test_every_memory_has_a_rung(stability, difficulty):
    assert 0 <= rung_of(stability, difficulty) < len(LADDER.intervals)
