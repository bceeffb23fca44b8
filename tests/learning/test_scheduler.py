from datetime import UTC, date, datetime, time, timedelta
from random import Random

from fsrs import Card, Rating
from fsrs import Scheduler as Fsrs
from hypothesis import given
from hypothesis import strategies as st

from trainer.learning.grade import Grade
from trainer.learning.memory import MemoryState
from trainer.learning.scheduler import LONGEST_INTERVAL, Scheduler, fuzz

START = date(2026, 1, 1)
GRADES = st.sampled_from(list(Grade))
HISTORIES = st.lists(st.tuples(GRADES, st.integers(0, 400)), min_size=1, max_size=12)


def at(day):
    return datetime.combine(day, time.min, UTC)


def remembered(history):
    scheduler, memory, day = Scheduler(), None, START
    for grade, days in history:
        day += timedelta(days=days)
        memory = scheduler.review(memory, grade, day)
    return memory


def random_history(random):
    return [(random.choice(list(Grade)), random.choice((0, 0, 1, 2, 5, 30, 300))) for _ in range(random.randint(1, 12))]


def test_states_equal_those_of_fsrs_for_ten_thousand_histories():
    random = Random(20260301)
    reference = Fsrs(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    for _ in range(10_000):
        history = random_history(random)
        card, day = Card(card_id=1), START
        for grade, days in history:
            day += timedelta(days=days)
            card, _ = reference.review_card(card, Rating(grade.value), at(day))

        memory = remembered(history)
        assert (memory.stability, memory.difficulty, at(memory.last_day)) == (
            card.stability,
            card.difficulty,
            card.last_review,
        )


def test_due_days_without_chance_equal_those_of_fsrs():
    random = Random(7)
    reference = Fsrs(learning_steps=(), relearning_steps=(), enable_fuzzing=False, maximum_interval=LONGEST_INTERVAL)
    for _ in range(1000):
        history = random_history(random)
        card, day = Card(card_id=1), START
        for grade, days in history:
            day += timedelta(days=days)
            card, _ = reference.review_card(card, Rating(grade.value), at(day))

        assert day + timedelta(Scheduler().interval(remembered(history))) == card.due.date()


@given(HISTORIES, st.integers(0, 400), st.floats(0, 1))
def test_a_better_grade_never_brings_an_item_back_sooner(history, days, luck):
    scheduler, before = Scheduler(), remembered(history)
    day = before.last_day + timedelta(days)

    intervals = [scheduler.outlook(before, grade, day, luck).interval for grade in Grade]

    assert intervals == sorted(intervals)
    assert min(intervals) >= 1


@given(HISTORIES, st.integers(0, 5000))
def test_recall_falls_with_time_and_meets_the_target_on_the_due_day(history, days):
    scheduler, memory = Scheduler(), remembered(history)
    due = memory.last_day + timedelta(scheduler.interval(memory))

    assert 0 < scheduler.recall(memory, due + timedelta(days)) <= scheduler.recall(memory, due) <= 1


@given(st.integers(1, LONGEST_INTERVAL), st.floats(0, 1))
def test_chance_moves_an_interval_little(interval, luck):
    moved = fuzz(interval, luck)

    assert abs(moved - interval) <= max(1, 0.16 * interval + 1.5)
    assert 1 <= moved <= LONGEST_INTERVAL
    assert fuzz(interval, luck) <= fuzz(interval + 1, luck)


def test_the_same_generator_gives_the_same_outlooks():
    memory = MemoryState(20.0, 5.0, START)
    day = START + timedelta(20)

    assert Scheduler().outlooks(memory, day, Random(1)) == Scheduler().outlooks(memory, day, Random(1))
    spread = {Scheduler().outlooks(memory, day, Random(seed))[Grade.GOOD].interval for seed in range(60)}
    assert len(spread) > 3


def test_a_second_review_on_a_day_is_short_term_and_midnight_makes_a_day():
    first = Scheduler().review(None, Grade.AGAIN, START)

    same_day = Scheduler().review(first, Grade.GOOD, START)
    next_day = Scheduler().review(first, Grade.GOOD, START + timedelta(1))

    assert first.stability <= same_day.stability < next_day.stability


def test_a_lower_target_means_longer_intervals():
    memory = MemoryState(20.0, 5.0, START)

    assert Scheduler(retention=0.8).interval(memory) > 20 > Scheduler(retention=0.95).interval(memory)
