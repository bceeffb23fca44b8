from datetime import date

import pytest

from trainer.progress.words import enumerate_all, minutes, percent, span_words


@pytest.mark.parametrize(
    ("share", "text"),
    [(None, "–"), (0.0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.997, "99%"), (1.0, "100%")],  # noqa: RUF001
)
def test_all_and_nothing_are_said_only_where_they_are_the_case(share, text):
    assert percent(share) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 3, 2), date(2026, 3, 2), "2 March 2026"),
        (date(2026, 3, 1), date(2026, 3, 30), "1 – 30 March 2026"),  # noqa: RUF001
        (date(2026, 2, 1), date(2026, 3, 2), "1 February – 2 March 2026"),  # noqa: RUF001
        (date(2025, 12, 1), date(2026, 3, 2), "1 December 2025 – 2 March 2026"),  # noqa: RUF001
    ],
)
def test_what_two_days_share_is_said_once(first, last, text):
    assert span_words(first, last) == text


def test_lists_and_minutes_are_said_as_one_says_them():
    assert [enumerate_all(["a", "b", "c"][:number]) for number in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert [minutes(seconds) for seconds in (0, 1, 60, 61)] == [0, 1, 1, 2]
