"""What was right once is no answer: the card is forgotten until today's value was typed, over all sessions."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests.store.card_events import note, pack
from trainer.learning.grade import Grade
from trainer.learning.note import Note, NoteKind
from trainer.learning.scheduler import Scheduler
from trainer.library.curriculum import Curriculum
from trainer.study.card_session import CardSession, Turn
from trainer.study.practice_plan import plan_items
from trainer.study.practice_session import PracticeSession

TODAY = date(2026, 3, 2)
CARD = "object-limit#typed"
FIELDS = {
    "front": "How big can an S3 object be at most, with its unit?",
    "answer": "50 TB",
    "accept": ["50,000 GB"],
    "outdated": [{"value": "5 TB", "note": "That was the limit until December 2025."}],
}
OLD, NEW, WRONG, NOTHING = "5 TB", "50 TB", "7 TB", ""


def limit(uid="object-limit", **fields):
    return Note(uid, NoteKind.TYPED, "s3", {**FIELDS, **fields}, ("s3.15",))


@pytest.fixture
def library():
    return SimpleNamespace(curriculum=Curriculum({}, {}), skills={}, primer_sections=(), summaries=())


@pytest.fixture
def begin(library, store):
    return lambda: CardSession(library, store, Scheduler())


@pytest.fixture
def practise(library, store):
    return lambda: PracticeSession(library, store, Scheduler(), plan_items(store, [CARD], counts=False))


@pytest.fixture(autouse=True)
def _filled(store):
    store.import_pack(pack(limit()))


def say(session, typed, grade):
    session.answer(grade, seconds=4.0, how="typed", typed=typed)


@pytest.mark.parametrize("said", [OLD, " 5  tb ", "5 terabytes"])
@pytest.mark.parametrize("grade", [Grade.HARD, Grade.GOOD, Grade.EASY])
def test_an_outdated_answer_is_never_known(store, begin, said, grade):
    session = begin()

    with pytest.raises(ValueError, match="today's value"):
        say(session, said, grade)

    assert store.item_state(CARD) is None
    assert session.prompt.card.item == CARD


def test_an_outdated_answer_is_forgotten_and_asked_again_on_the_same_day(store, begin):
    session = begin()
    say(session, OLD, Grade.AGAIN)

    state = store.item_state(CARD)
    assert (state.wrong, state.due) == (1, TODAY + timedelta(days=1))
    assert (session.prompt.card.item, session.prompt.turn, session.prompt.owes) == (CARD, Turn.RETRY, True)


@pytest.mark.parametrize("said", [WRONG, NOTHING, None])
def test_nothing_but_todays_value_makes_it_known_then_however_many_days_go_by(begin, clock, said):
    say(begin(), OLD, Grade.AGAIN)
    for _ in range(3):
        session = begin()
        assert session.prompt.owes
        with pytest.raises(ValueError, match="today's value"):
            session.answer(Grade.GOOD, seconds=4.0, how="typed", typed=said)
        session.answer(Grade.AGAIN, seconds=4.0, how="typed", typed=said)
        clock.advance(days=1)


@pytest.mark.parametrize("said", [NEW, "50,000 gb"])
def test_todays_value_makes_it_known_and_from_then_on_the_learner_decides(store, begin, clock, said):
    say(begin(), OLD, Grade.AGAIN)
    clock.advance(days=1)
    say(begin(), said, Grade.GOOD)
    due = store.item_state(CARD).due
    assert due > TODAY + timedelta(days=1)

    clock.advance(days=(due - TODAY).days - 1)
    session = begin()

    assert not session.prompt.owes
    say(session, WRONG, Grade.GOOD)
    assert store.item_state(CARD).wrong == 1


def test_a_wrong_answer_is_the_learners_own_affair_while_nothing_outdated_was_typed(store, begin):
    say(begin(), WRONG, Grade.GOOD)

    assert store.item_state(CARD).wrong == 0


def test_what_is_typed_in_practice_counts_as_well(begin, practise):
    session = practise()
    say(session, OLD, Grade.AGAIN)
    assert begin().prompt.owes
    assert session.prompt.owes
    with pytest.raises(ValueError, match="today's value"):
        say(session, WRONG, Grade.GOOD)

    say(session, NEW, Grade.GOOD)

    assert not begin().prompt.owes


def test_undo_takes_back_the_outdated_answer_and_redo_gives_it_again(begin):
    session = begin()
    say(session, OLD, Grade.AGAIN)

    session.undo()
    assert not session.prompt.owes

    session.redo()
    assert session.prompt.owes


def test_a_value_that_gets_out_of_date_has_to_be_learnt_anew(store, begin, clock):
    say(begin(), NEW, Grade.GOOD)
    outdated = [*FIELDS["outdated"], {"value": NEW, "note": "It is more now."}]
    store.import_pack(pack(limit(answer="80 TB", accept=[], outdated=outdated)))
    clock.advance(days=30)

    session = begin()

    assert session.prompt.owes
    say(session, "80 TB", Grade.GOOD)
    assert store.item_state(CARD).wrong == 0


def test_a_renamed_card_still_knows_what_was_typed(store, begin):
    say(begin(), OLD, Grade.AGAIN)
    store.import_pack(pack(limit("object-size"), renames={"object-limit": "object-size"}))

    prompt = begin().prompt

    assert (prompt.card.item, prompt.owes) == ("object-size#typed", True)


def test_other_cards_owe_nothing(store, begin):
    store.import_pack(pack(note("igw")))
    session = begin()

    assert not session.prompt.owes
    session.answer(Grade.GOOD, seconds=4.0, how="buttons")
    assert store.item_state("igw#front").wrong == 0
