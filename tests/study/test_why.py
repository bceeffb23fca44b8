from datetime import date, timedelta

import pytest

from trainer.learning.balancing import Ease
from trainer.learning.explaining import Moved, explain
from trainer.learning.memory import MemoryState
from trainer.learning.scheduler import Scheduler
from trainer.study.why import tell

TODAY = date(2026, 2, 25)
MEMORY = MemoryState(21.0, 5.0, date(2026, 2, 19))
MEANT = MEMORY.last_day + timedelta(21)


def why(due, retention=0.9, **more):
    return tell(explain(MEMORY, due, TODAY, Scheduler(retention=retention), **more), TODAY)


def test_a_date_is_explained_by_recall_now_target_and_stability():
    assert why(MEANT) == (
        "You will remember this with about 96% today; it comes back on 12 March, when that has fallen to your target "
        "of 90%. It now takes 21 days to fall to 90%."
    )


def test_a_day_that_was_lighter_is_told():
    assert "1 day later than your target says, to spread the work" in why(MEANT + timedelta(1))
    assert "2 days sooner" in why(MEANT - timedelta(2))


def test_a_day_off_is_told():
    week = tuple(Ease.NONE if day == MEANT.weekday() else Ease.NORMAL for day in range(7))

    assert "to keep a day off free" in why(MEANT + timedelta(1), week=week)


def test_a_date_from_another_target_says_so():
    assert "your target or what is known of your memory was another" in why(MEANT, retention=0.95)


@pytest.mark.parametrize(("days", "said"), [(0, "so it is due now"), (-3, "it has been due since 22 February")])
def test_what_is_due_says_so(days, said):
    assert said in why(TODAY + timedelta(days))


def test_another_year_is_named():
    assert "on 12 March 2027" in why(date(2027, 3, 12))


def test_a_reason_gives_the_recall_of_the_day_it_comes_back():
    reason = explain(MEMORY, MEANT, TODAY, Scheduler())

    assert reason.moved is Moved.NOT
    assert reason.recall_then == pytest.approx(0.9, abs=0.005)
