import pytest

from trainer.ui.exam.words import time_left


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (7800, "2 h 10 min left"),
        (6719.5, "1 h 52 min left"),
        (2399, "40 min left"),
        (3541, "1 h 0 min left"),
        (60, "1 min left"),
        (59.9, "59 s left"),
        (0, "0 s left"),
        (-3, "0 s left"),
    ],
)
def test_time_that_is_left_is_told_as_one_says_it(qapp, seconds, told):
    assert time_left(seconds) == told
