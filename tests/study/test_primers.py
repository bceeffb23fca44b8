from types import SimpleNamespace

import pytest

from tests.store.card_events import note, pack
from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler
from trainer.library.curriculum import Curriculum, Section
from trainer.library.primer import Primer
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.study.card_session import CardSession

PRIMER = Primer("vpc-intro", "A network.", ("One.", "Two.", "Three."), ("This and that.",), ("vpc-intro.1",), "A page")


@pytest.fixture
def library():
    section = Section("vpc-intro", "Introduction to Amazon VPC", "Essentials")
    return SimpleNamespace(
        curriculum=Curriculum({section.id: section}, {}),
        skills={},
        summaries=(),
        primer_sections={"vpc-intro"},
        primer=lambda section: PRIMER if section == "vpc-intro" else None,
    )


@pytest.fixture
def begin(library, store):
    store.import_pack(pack(*(note(f"n{number}") for number in range(4))))
    return lambda: CardSession(library, store, Scheduler())


def answer(session):
    session.answer(Grade.GOOD, seconds=4.0, how="buttons")


def test_a_primer_is_offered_before_the_first_card_of_its_section(begin, store):
    session = begin()
    card = session.prompt.card
    assert session.prompt.primer == PRIMER

    session.pass_primer(read=True)

    assert session.prompt.card == card
    assert session.prompt.primer is None
    event = list(store.events())[-1]
    assert (event.kind, event.item, event.payload) == (
        EventKind.PRIMER_PASSED,
        "primer:vpc-intro",
        {"v": 1, "read": True},
    )


def test_one_that_was_left_open_is_offered_again(begin):
    begin()

    assert begin().prompt.primer == PRIMER


@pytest.mark.parametrize("read", [True, False])
def test_one_that_was_passed_is_not_offered_again(begin, read):
    begin().pass_primer(read=read)

    assert begin().prompt.primer is None


def test_a_section_that_was_begun_needs_none(begin):
    answer(begin())

    session = begin()
    assert session.prompt.primer is None
    with pytest.raises(ValueError, match="no primer"):
        session.pass_primer(read=True)


def test_taking_the_first_answer_back_does_not_offer_it_again(begin):
    session = begin()
    session.pass_primer(read=False)
    answer(session)
    session.undo()

    assert session.prompt.primer is None
    assert begin().prompt.primer is None


def test_it_is_no_step_to_undo_and_a_replay_passes_it_over(begin, store):
    session = begin()
    session.pass_primer(read=True)

    assert not session.can_undo
    assert session.undo() is None
    answer(session)
    assert session.undo().card is not None
    assert examine(store).is_healthy
