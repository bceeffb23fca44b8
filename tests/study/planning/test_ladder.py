from itertools import pairwise

from trainer.learning.scheduler import Scheduler
from trainer.study.planning.day import read_ladder, write_ladder
from trainer.study.planning.ladder import STEPS, make_ladder, usual_ladder


def test_the_ladder_that_is_written_out_is_that_of_fsrs():
    assert usual_ladder() == make_ladder(Scheduler())


def test_knowing_never_leads_lower_and_failing_never_higher():
    ladder = usual_ladder()

    for rung, (passed, failed) in enumerate(zip(ladder.passed, ladder.failed, strict=True)):
        assert passed % STEPS >= rung % STEPS
        assert failed % STEPS <= max(rung % STEPS, 1)
    for half in (ladder.intervals[:STEPS], ladder.intervals[STEPS:]):
        assert all(one <= other for one, other in pairwise(half))


def test_a_lower_retention_has_longer_intervals():
    intervals = make_ladder(Scheduler(retention=0.8)).intervals

    assert all(one <= other for one, other in zip(usual_ladder().intervals, intervals, strict=True))


def test_a_ladder_is_read_as_it_was_written_and_anything_else_is_none():
    ladder = make_ladder(Scheduler(retention=0.85))
    written = write_ladder(ladder)

    assert read_ladder(written) == ladder
    for broken in (None, 3, {}, {**written, "passed": [1]}, {**written, "first_passed": 999}):
        assert read_ladder(broken) is None
