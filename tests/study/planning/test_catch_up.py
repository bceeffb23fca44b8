from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trainer.study.planning.catch_up import CatchUp, is_offered, read_catch_up, share_of_day, write_catch_up

FIRST = date(2026, 3, 2)


@given(st.integers(0, 3000), st.integers(0, 60), st.sampled_from((3, 7, 14)))
def test_all_is_cleared_by_the_last_day_in_even_shares(backlog, daily, days):
    due, shares = backlog, []
    for number in range(days):
        due += daily
        share = share_of_day(due, daily, days - number)
        shares.append(share)
        due -= share

    assert due == 0
    assert max(shares) - min(shares) <= 1 + days // 7 or backlog == 0


def test_it_ends_by_itself():
    stretch = CatchUp(FIRST, 3)

    assert [stretch.days_left(FIRST + timedelta(days=day)) for day in (-1, 0, 2, 3)] == [0, 3, 1, 0]


def test_it_is_offered_where_far_more_is_due_than_fits():
    assert is_offered(250, 100)
    assert not is_offered(190, 100)


def test_it_is_read_as_it_was_written():
    assert read_catch_up(write_catch_up(CatchUp(FIRST, 7))) == CatchUp(FIRST, 7)
    assert read_catch_up({"first": "soon"}) is None
    assert read_catch_up(None) is None
