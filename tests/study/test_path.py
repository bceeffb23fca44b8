import pytest

from tests.store.card_events import note, pack
from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler
from trainer.store.events import EventKind
from trainer.store.section_counts import SectionCount
from trainer.study.card_session import CardSession
from trainer.study.mastery import Standing
from trainer.study.path import begin_section, learn_path


@pytest.fixture
def filled(store):
    """A store with two cards in one section, and one in a section that builds on it."""
    notes = (note("a"), note("b"), note("c", section="vpc-routing-security"))
    store.import_pack(pack(*notes))
    return store


@pytest.fixture
def path(library, filled):
    return lambda: {section.id: section for section in learn_path(library, filled)}


def test_the_path_is_the_whole_course_in_its_order(library, path):
    assert list(path()) == list(library.curriculum.sections)


def test_a_section_says_which_are_better_first_until_it_is_begun(library, filled, path):
    found = path()["vpc-routing-security"]
    assert found.cards == SectionCount(1, 0, 0)
    assert found.better_after == ("Introduction to Amazon VPC",)
    assert found.has_primer

    answer_all(library, filled)

    assert path()["vpc-routing-security"].better_after == ()
    assert path()["vpc-intro"].better_after == ()


def test_what_has_no_cards_holds_nothing_up(path):
    found = path()

    assert found["vpc-intro"].better_after == ()
    assert found["iam-basics"].cards == SectionCount()


def test_cards_count_as_known_by_their_last_answer(library, filled, path):
    session = CardSession(library, filled, Scheduler())
    session.answer(Grade.AGAIN, seconds=4.0, how="buttons")

    assert path()["vpc-intro"].cards.begun == 1
    assert path()["vpc-intro"].cards.known == 0

    session.undo()
    session.answer(Grade.GOOD, seconds=4.0, how="buttons")

    assert path()["vpc-intro"].cards.known == 1


def test_suspended_cards_are_left_out(filled, path):
    filled.mark_cards(EventKind.SUSPENDED, ["a#front"], True)

    assert path()["vpc-intro"].cards.cards == 1


def test_drills_belong_to_every_section_that_they_name(path):
    found = path()

    for section in ("vpc-intro", "elb"):
        drill = next(drill for drill in found[section].drills if drill.id == "three-tier-two-zones")
        assert drill.standing is Standing.NEW
    assert found["elb"].mastered == 0


def test_the_section_that_was_chosen_is_next(filled, path):
    begin_section(filled, "elb")

    assert [section.id for section in path().values() if section.is_next] == ["elb"]


def answer_all(library, store):
    session = CardSession(library, store, Scheduler())
    while session.prompt is not None and not hasattr(session.prompt, "drill"):
        session.answer(Grade.GOOD, seconds=4.0, how="buttons")
