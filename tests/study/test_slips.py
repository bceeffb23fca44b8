import pytest

from tests.fakes.playing import Unlucky, payloads, solve
from trainer.cloud.drill import Feedback
from trainer.learning.grade import Grade
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.study.drill_session import DrillSession


@pytest.fixture
def session(begin, mini):
    return begin(mini, chance=Unlucky)


def test_a_wrong_drop_can_be_called_a_slip(session, notebook):
    session.place("nat", "private-a")
    step = session.slip()

    assert (step.piece, step.source, step.target, step.placement) == ("nat", "private-a", None, {})
    assert payloads(notebook, EventKind.SLIP)[0]["move"] == 1
    assert not session.can_slip


def test_a_slip_is_not_counted(session, notebook):
    session.place("nat", "private-a")
    session.slip()
    solve(session)

    assert session.finish().unaided
    assert notebook.item_state("skill:nat-in-public-subnet").last_grade is Grade.GOOD


def test_a_tile_that_was_moved_wrongly_goes_back_to_where_it_was(session):
    session.place("nat", "public-a")
    session.place("nat", "private-a", "public-a")
    session.slip()

    assert session.placement == {"nat": ("public-a",)}


def test_twice_an_attempt_at_most(session):
    for _ in range(2):
        session.place("nat", "private-a")
        session.slip()
    session.place("nat", "private-a")

    assert not session.can_slip
    assert session.slip() is None
    session.restart()
    session.place("nat", "private-a")
    assert session.can_slip


def test_only_the_last_drop_and_only_a_wrong_one_can_be_a_slip(session):
    assert not session.can_slip
    session.place("igw", "vpc")
    assert not session.can_slip
    session.place("nat", "private-a")
    session.place("instance", "private-a")
    assert not session.can_slip
    session.undo()
    assert not session.can_slip


def test_there_are_no_slips_before_a_check(begin, mini):
    session = begin(mini, feedback=Feedback.CHECK)
    session.place("nat", "private-a")

    assert not session.can_slip


def test_a_slip_is_not_done_again(session):
    session.place("igw", "vpc")
    session.place("nat", "private-a")
    session.slip()

    assert not session.can_redo
    assert session.redo() is None
    assert session.can_undo


def test_a_slip_closes_the_question_it_led_to_and_counts_for_none(session):
    session.place("nat", "private-a")
    session.place("nat", "zone-a", "private-a")
    assert session.question is not None
    session.slip()
    assert session.question is None
    session.place("nat", "vpc", "private-a")
    assert session.question is not None


def test_the_store_keeps_a_slip_whole(mini, store):
    session = DrillSession(mini, store)
    session.place("nat", "private-a")
    session.slip()
    again = DrillSession(mini, store)

    assert store.board("first-vpc").placement == again.placement == {}
    assert [event.kind for event in store.events()][-2:] == ["slip", "undo"]
    assert examine(store).is_healthy
