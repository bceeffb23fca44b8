"""Figures are read as people write them."""

from hypothesis import given
from hypothesis import strategies as st

from trainer.library.deck_quality.figures import computed, numbers_of, stated_numbers, units_of


def test_numbers_are_read_without_commas_and_trailing_zeros():
    assert numbers_of("1,000 and 2.50, port 443") == {"1000", "2.5", "443"}
    assert numbers_of("three zones in 10.1.2.3/8 at 10:30") == set()


def test_number_words_are_figures_from_three_on():
    assert numbers_of("one of three zones", words_from=0) == {"1", "3"}
    assert stated_numbers("one of three zones") == {"3"}
    assert stated_numbers("none of the three") == set()


def test_units_have_one_spelling():
    assert units_of("30 seconds, 30 s, 99.9 percent, 1,000 MiB/s, 2 weeks, 10 Gbps") == [
        ("30", "s"),
        ("30", "s"),
        ("99.9", "%"),
        ("1000", "MiB/s"),
        ("2", "week"),
        ("10", "Gbps"),
    ]


def test_a_prefix_stands_for_its_addresses_and_those_that_are_left():
    assert {"8", "256", "251"} <= computed("The subnet is 10.0.1.0/24.", "")


def test_a_figure_of_the_question_may_be_rounded():
    assert {"41", "42"} <= computed("It runs for 41.2 ms.", "")


def test_figures_of_facts_alone_make_no_answer():
    assert computed("How many are left?", "Of 40, five are kept.") == set()


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_one_step_with_two_figures_of_a_question_is_known(one, other):
    made = computed(f"There are {one} and {other}.", "")

    assert {str(one + other), str(abs(one - other)), str(one * other)} <= made
