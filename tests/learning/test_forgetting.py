from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.learning.forgetting import first_memory, next_memory, recall_after
from trainer.learning.grade import Grade
from trainer.learning.parameters import HIGHEST, LOWEST
from trainer.learning.scheduler import Scheduler, default_scheduler

START = date(2026, 1, 1)
GRADES = st.sampled_from(list(Grade))
HISTORIES = st.lists(st.tuples(GRADES, st.integers(0, 400)), min_size=1, max_size=10)
SOME = st.tuples(
    *(
        st.floats(max(low, usual / 2), min(high, usual * 2))
        for low, usual, high in zip(LOWEST, default_scheduler().weights, HIGHEST, strict=True)
    )
)


@given(HISTORIES, SOME)
def test_the_plain_formulas_give_what_fsrs_gives(history, weights):
    weights = [*sorted(weights[:4]), *weights[4:]]
    scheduler, memory, day = Scheduler(weights), None, START
    stability = difficulty = 0.0
    for grade, days in history:
        day += timedelta(days)
        if memory is None:
            stability, difficulty = first_memory(weights, grade)
        else:
            recall = recall_after(weights, stability, days)
            assert recall == pytest.approx(scheduler.recall(memory, day), rel=1e-9)
            stability, difficulty = next_memory(weights, stability, difficulty, grade, days, recall)
        memory = scheduler.review(memory, grade, day)

    assert (stability, difficulty) == pytest.approx((memory.stability, memory.difficulty), rel=1e-9)
