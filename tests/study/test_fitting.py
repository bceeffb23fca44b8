import threading
import time
from contextlib import closing
from datetime import UTC, datetime

import pytest

from tests.fakes.forgetful import FORGETFUL, live, write_down
from tests.store.card_events import note, pack
from trainer.learning.parameters import DEFAULT_SET, Scope
from trainer.store.doctor import examine
from trainer.store.opening import open_store
from trainer.study.aside import Aside, Dropped
from trainer.study.fitting import fit_now, read_status, take_back
from trainer.study.scheduling import card_scheduler
from trainer.study.workload import reckon_workload


def directly(job, *arguments):
    return job(*arguments)


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    from tests.fakes.clock import FakeClock

    with closing(
        open_store(tmp_path_factory.mktemp("lived"), clock=FakeClock(datetime(2026, 9, 20, tzinfo=UTC)))
    ) as store:
        store.import_pack(pack(*(note(f"c{number}") for number in range(260))))
        write_down(store, [f"c{number}#front" for number in range(250)], live(FORGETFUL, cards=250))
        yield store


def test_enough_answers_are_fitted_and_what_predicts_better_is_chosen(lived):
    assert read_status(lived, Scope.CARDS).is_due

    proposal = fit_now(lived, Scope.CARDS, directly)

    status = read_status(lived, Scope.CARDS)
    assert proposal.is_better
    assert status.choice.parameters.weights == proposal.weights
    assert status.choice.loss < status.choice.loss_before
    assert not status.is_due
    assert card_scheduler(lived).parameter_set == status.choice.parameters.id
    assert lived.parameter_sets().current(Scope.DRILLS) == DEFAULT_SET
    assert examine(lived).is_healthy


def test_a_choice_can_be_taken_back(lived):
    fit_now(lived, Scope.CARDS, directly)

    while take_back(lived, Scope.CARDS):
        pass

    assert read_status(lived, Scope.CARDS).choice is None
    assert card_scheduler(lived).parameter_set == "default"


def test_the_workload_is_reckoned_from_the_cards(lived):
    found = reckon_workload(lived, directly)

    assert list(found) == sorted(found)
    assert found[0.8] < found[0.9] < found[0.97]


def test_too_few_answers_say_how_many_are_missing(store):
    assert fit_now(store, Scope.CARDS, directly) is None

    assert read_status(store, Scope.CARDS).missing == 400
    assert not read_status(store, Scope.DRILLS).is_due


def test_a_reckoning_aside_gives_back_what_it_returns_and_raises():
    assert Aside().run(divmod, 17, 5) == (3, 2)
    with pytest.raises(ZeroDivisionError):
        Aside().run(divmod, 1, 0)


def test_a_reckoning_aside_can_be_dropped():
    aside, outcome = Aside(), []

    def wait():
        try:
            aside.run(time.sleep, 60)
        except Dropped:
            outcome.append("dropped")

    thread = threading.Thread(target=wait)
    thread.start()
    aside.drop()
    thread.join(20)

    assert outcome == ["dropped"]
    with pytest.raises(Dropped):
        aside.run(divmod, 1, 1)
