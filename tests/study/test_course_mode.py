from types import SimpleNamespace

import pytest

from tests.store.card_events import note, pack
from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler
from trainer.library.curriculum import Curriculum
from trainer.library.shelf import Summary
from trainer.study.card_session import CardSession
from trainer.study.course_mode import SETTING, Mode, choose_mode, read_mode
from trainer.study.today import Reason, plan_today

VPC = Summary("first-vpc", "Your first VPC", ("vpc-intro",), "networking", None, 1, 1)


@pytest.fixture
def library():
    return SimpleNamespace(
        curriculum=Curriculum({}, {}), skills={}, primer_sections=(), summaries=(VPC,), cards_of=lambda _: ()
    )


@pytest.fixture
def begin(library, store):
    """A learner who knows one card of thirty, on the day on which it comes back; ten may be new a day."""
    store.set_setting("cards.new_limit", 10)
    store.import_pack(pack(*(note(f"n{number:02}") for number in range(30))))
    return lambda: CardSession(library, store, Scheduler())


@pytest.fixture
def due(store, begin, clock):
    begin().answer(Grade.GOOD, seconds=4.0, how="buttons")
    clock.advance(days=60)
    return begin


def test_learning_is_the_usual_mode(store, due):
    assert read_mode(store) is Mode.LEARN
    assert (due().left.new, due().left.due) == (10, 1)


def test_maintaining_brings_back_what_was_learnt_and_nothing_new(store, library, due):
    choose_mode(store, Mode.MAINTAIN)

    assert (due().left.new, due().left.due) == (0, 1)
    assert due().ending().more_new == 0
    today = plan_today(library, store, store.today())
    assert (today.mode, [today.best.reason, *(other.reason for other in today.others)]) == (
        Mode.MAINTAIN,
        [Reason.CARDS],
    )


def test_what_is_archived_asks_nothing_until_it_is_taken_out_again(store, library, due):
    choose_mode(store, Mode.ARCHIVE)

    assert due().prompt is None
    assert plan_today(library, store, store.today()).best is None
    choose_mode(store, Mode.LEARN)
    assert due().left.due == 1


def test_a_card_that_failed_waits_in_the_archive(store, begin):
    begin().answer(Grade.AGAIN, seconds=4.0, how="buttons")
    choose_mode(store, Mode.ARCHIVE)

    assert begin().prompt is None
    choose_mode(store, Mode.MAINTAIN)
    assert begin().left.retry == 1


def test_a_mode_of_another_version_is_learning(store):
    store.set_setting(SETTING, "dream")

    assert read_mode(store) is Mode.LEARN
