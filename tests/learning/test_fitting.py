from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.forgetful import FORGETFUL, START, USUAL, live
from trainer.learning.fitting import ENOUGH, count_predictions, fit, losses_from
from trainer.learning.parameters import make_set


@pytest.fixture(scope="module")
def proposal():
    return fit(live(FORGETFUL, cards=250), USUAL, USUAL, Random(1))


def test_parameters_of_another_memory_are_found_and_predict_better(proposal):
    assert proposal.is_better
    assert proposal.loss < proposal.loss_before == proposal.loss_default
    assert make_set(proposal.weights).weights == proposal.weights
    assert proposal.weights[2] < USUAL[2]


def test_the_newest_fifth_is_held_back(proposal):
    total = proposal.reviews + proposal.held_back

    assert proposal.held_back == pytest.approx(total / 5, rel=0.1)


def test_who_forgets_as_fsrs_expects_keeps_its_parameters():
    found = fit(live(USUAL, cards=250, seed=3), USUAL, USUAL, Random(1))

    assert not found.is_better


def test_the_same_answers_give_the_same_parameters(proposal):
    assert fit(live(FORGETFUL, cards=250), USUAL, USUAL, Random(1)) == proposal


def test_too_few_answers_give_nothing():
    few = live(FORGETFUL, cards=20)

    assert 0 < count_predictions(few) < ENOUGH
    assert fit(few, USUAL, USUAL, Random(1)) is None


def test_repeats_on_one_day_predict_nothing():
    day = START.toordinal()

    assert count_predictions([[(day, 1), (day, 3), (day + 2, 3)], [(day, 3)]]) == 1


def test_a_better_predictor_has_the_smaller_loss():
    day = START.toordinal()
    known = [[(day, 3), (day + 30, 3)]] * 5
    firm = (*USUAL[:2], 50.0, 60.0, *USUAL[4:])

    assert fmean(losses_from(firm, known, 0)) < fmean(losses_from(USUAL, known, 0))


REVIEWS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 4)), min_size=2, max_size=6)


@settings(max_examples=10, deadline=None)
@given(st.lists(REVIEWS, min_size=120, max_size=160), st.integers(0, 99))
def test_whatever_was_answered_the_parameters_are_sound(lives, seed):
    histories = []
    for reviews in lives:
        day, history = START.toordinal(), []
        for days, grade in reviews:
            day += days
            history.append((day, grade))
        histories.append(history)

    found = fit(histories * 4, USUAL, USUAL, Random(seed))

    assert found is None or make_set(found.weights).weights == found.weights
