from datetime import date

import pytest

from trainer.study.planning.wish import DEFAULT_MINUTES, Scope, Wish, read_wish, write_wish


@pytest.mark.parametrize("wish", [Wish(40, asked=True), Wish(10, date(2026, 5, 1), Scope.CORE, asked=True)])
def test_a_wish_is_read_as_it_was_written(wish):
    assert read_wish(write_wish(wish)) == wish


@pytest.mark.parametrize("value", [None, 7, [], {}])
def test_without_a_wish_the_usual_minutes_hold(value):
    assert read_wish(value) == Wish(DEFAULT_MINUTES)


def test_what_cannot_be_read_counts_as_not_said():
    assert read_wish({"minutes": "many", "exam": "soon", "scope": "some"}) == Wish(DEFAULT_MINUTES, asked=True)
