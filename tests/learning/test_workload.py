from dataclasses import replace

from trainer.learning.scheduler import default_scheduler
from trainer.learning.workload import Known, Pile, answers_a_day

TODAY = 739_000
WEIGHTS = default_scheduler().weights
CARDS = [Known(5.0 + number % 60, 5.0, TODAY - number % 20, TODAY + number % 30) for number in range(600)]
PILE = Pile(CARDS, new_left=200, new_a_day=5, known_first=0.6, today=TODAY)


def reckon(pile, retentions=(0.8, 0.9, 0.97)):
    return answers_a_day(pile, WEIGHTS, retentions, "seed")


def test_the_more_is_to_be_remembered_the_more_there_is_to_do():
    found = reckon(PILE)

    assert found[0.8] < found[0.9] < found[0.97]


def test_the_same_seed_gives_the_same_figures():
    assert reckon(PILE) == reckon(PILE)


def test_nothing_to_learn_is_nothing_to_do():
    assert reckon(Pile([], 0, 10, 0.5, TODAY), [0.9]) == {0.9: 0.0}


def test_new_cards_are_answered_and_come_back():
    only_new = reckon(Pile([], 900, 10, 1.0, TODAY), [0.9])[0.9]

    assert only_new > 20


def test_a_large_pile_is_reckoned_up_from_a_part():
    many = replace(PILE, cards=CARDS * 10, new_left=2000, new_a_day=50)

    assert 0.8 < reckon(many, [0.9])[0.9] / (10 * reckon(PILE, [0.9])[0.9]) < 1.25


def test_due_days_that_are_given_stay():
    far = [Known(5.0, 5.0, TODAY, TODAY + 200)] * 50

    assert reckon(Pile(far, 0, 0, 0.5, TODAY), [0.97]) == {0.97: 0.0}
