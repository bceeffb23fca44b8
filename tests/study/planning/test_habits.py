from datetime import date, timedelta

import pytest

from trainer.store.day_total import DayTotal
from trainer.study.planning.habits import Habits, habits_of

DAY = date(2026, 3, 2)


def day(before, **sums):
    return DayTotal(DAY - timedelta(days=before), **sums)


def test_without_a_past_the_usual_holds():
    assert habits_of([], DAY) == Habits()
    assert habits_of([day(0, reviews=50, passed=50, card_ms=900_000)], DAY) == Habits()


def test_much_work_tells_how_the_learner_works():
    days = [
        day(n, reviews=145, passed=120, new=20, asked_again=100, known_again=90, card_ms=145 * 6000)
        for n in range(1, 29)
    ]
    habits = habits_of(days, DAY)

    assert habits.seconds == pytest.approx(6, abs=0.1)
    assert habits.known == pytest.approx(0.9, abs=0.01)
    assert habits.known_new == pytest.approx(1 - (25 / 1.12 - 10) / 20, abs=0.02)
    assert habits.attends > 0.9


def test_days_off_are_counted():
    days = [day(n, reviews=50, passed=50, asked_again=50, known_again=50) for n in range(1, 30, 3)]

    assert habits_of(days, DAY).attends < 0.7
