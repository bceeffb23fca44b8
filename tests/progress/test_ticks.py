from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.examples import quick
from trainer.progress.ticks import round_ticks


@quick
@given(st.floats(0, 1e9), st.integers(1, 10))
def test_ticks_are_round_and_reach_the_largest_value(most, at_most):
    ticks = round_ticks(most, at_most)
    steps = {later - earlier for earlier, later in pairwise(ticks)}

    assert ticks[0] == 0
    assert ticks[-1] >= most > ticks[-2] or ticks == (0, steps.copy().pop())
    assert len(ticks) <= at_most + 1
    assert len(steps) == 1
    assert str(steps.pop()).rstrip("0") in ("1", "2", "5")


@pytest.mark.parametrize(
    ("most", "ticks"),
    [(0, (0, 1)), (1, (0, 1)), (7, (0, 2, 4, 6, 8)), (100, (0, 20, 40, 60, 80, 100)), (101, (0, 50, 100, 150))],
)
def test_ticks_of_some_values(most, ticks):
    assert round_ticks(most) == ticks
