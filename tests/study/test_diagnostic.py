from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.card_events import pack
from trainer.learning.grade import Grade
from trainer.learning.note import Note, NoteKind
from trainer.learning.scheduler import Scheduler
from trainer.library.curriculum import Curriculum, Section
from trainer.store.day_total import DayTotal
from trainer.store.doctor import examine
from trainer.study.card_session import CardSession
from trainer.study.diagnostic_plan import keep_diagnostic, kept_diagnostic, plan_diagnostic, spread
from trainer.study.diagnostic_session import LASTS_S, VERIFIED_FROM, VERIFIED_TO, DiagnosticSession, worth_asking
from trainer.study.run_session import RunAnswer

TODAY = date(2026, 3, 2)
SECTIONS = ("a", "b", "c")


@pytest.fixture
def library():
    sections = {name: Section(name, f"Section {name}", "Essentials") for name in SECTIONS}
    return SimpleNamespace(curriculum=Curriculum(sections, {}), skills={}, primer_sections=(), summaries=())


def choice(uid, section):
    options = [
        {"text": "Yes", "because": "So it is.", "right": True},
        {"text": "No", "because": "It is not."},
    ]
    return Note(uid, NoteKind.CHOICE, section, {"question": f"{uid}?", "options": options})


@pytest.fixture
def session(library, store):
    notes = [choice(f"{section}{number}", section) for section in SECTIONS for number in range(5)]
    basic = Note("plain", NoteKind.BASIC, "a", {"front": "A?", "back": "B."})
    store.import_pack(pack(*notes, basic))
    return DiagnosticSession(library, store, Scheduler(), plan_diagnostic(library, store))


def answer(session, grade=Grade.GOOD, seconds=10.0):
    session.answer(grade, seconds=seconds, how="options", chosen=0)


def sections_of(session, grade=Grade.GOOD, **more):
    visited = []
    while session.prompt:
        visited.append(session.prompt.card.section)
        answer(session, grade, **more)
    return visited


def test_right_and_sure_comes_back_within_three_weeks_and_is_not_mastered(store, session):
    item = session.prompt.card.item
    answer(session)

    state = store.item_state(item)
    assert VERIFIED_FROM <= (state.due - TODAY).days <= VERIFIED_TO
    assert state.memory == Scheduler().review(None, Grade.EASY, TODAY)
    assert state.memory.stability < VERIFIED_TO
    assert examine(store).is_healthy


def test_all_ways_to_know_it_promise_the_day_that_is_kept(store, session):
    item, outlooks = session.prompt.card.item, session.prompt.outlooks
    answer(session)

    assert {grade: outlook.due for grade, outlook in outlooks.items()} == dict.fromkeys(
        (Grade.HARD, Grade.GOOD, Grade.EASY), store.item_state(item).due
    )


def test_due_days_are_spread(store, session):
    sections_of(session)

    assert len({state.due for state in store.item_states().values()}) > 3


def test_guessed_or_wrong_stays_new(store, session):
    before = store.new_count()
    answer(session, Grade.AGAIN)

    assert store.new_count() == before
    assert store.item_states() == {}
    assert next(iter(store.day_totals(TODAY, TODAY))) == DayTotal(TODAY, reviews=1, card_ms=10000)
    assert examine(store).is_healthy


def test_it_takes_nothing_from_the_new_cards_of_the_day(store, library, session):
    store.set_setting("cards.new_limit", 2)
    answer(session)
    answer(session)

    usual = CardSession(library, store, Scheduler())
    assert usual.left.new == 2


def test_sections_are_visited_in_turn_and_only_checked_cards_asked(session):
    visited = sections_of(session)

    assert len(visited) == 15
    assert all(set(visited[at : at + 3]) == set(SECTIONS) for at in range(0, 15, 3))


def test_sections_of_which_nothing_is_known_are_left_after_two_questions(session):
    visited = sections_of(session, Grade.AGAIN)

    assert {section: visited.count(section) for section in SECTIONS} == dict.fromkeys(SECTIONS, 2)


def test_it_ends_when_its_time_is_over(session):
    visited = sections_of(session, seconds=60.0)

    assert len(visited) == LASTS_S // 60
    assert session.left.minutes == 0
    assert session.ending().minutes == 12


def test_left_follows_the_learners_pace(session):
    first = session.left
    answer(session, seconds=60.0)

    assert (first.practice, first.minutes) == (15, 12)
    assert session.left.minutes == 11
    assert session.left.practice < 14 + 1


def test_the_ending_tells_what_is_known_by_section(session):
    answer(session)
    answer(session, Grade.AGAIN)
    ending = session.ending()

    assert (ending.known, ending.asked) == (1, 2)
    assert [section.asked for section in ending.sections] == [1, 1]


def test_undo_makes_the_card_new_again(store, session):
    item = session.prompt.card.item
    answer(session)

    assert session.undo()
    assert session.prompt.card.item == item
    assert store.item_states() == {}
    assert session.redo()
    assert store.item_state(item) is not None
    assert examine(store).is_healthy


def test_what_is_known_already_is_verified_as_due(store, library, session, clock):
    item = session.prompt.card.item
    answer(session)
    clock.advance(days=(store.item_state(item).due - TODAY).days)

    assert CardSession(library, store, Scheduler()).left.due == 1


def test_it_is_gone_on_with_after_leaving(store, library, session):
    answer(session)
    keep_diagnostic(store, session.plan)
    plan = kept_diagnostic(store)
    again = DiagnosticSession(library, store, Scheduler(), plan)

    assert list(plan.sections) == list(session.plan.sections)
    assert (again.prompt, again.left) == (session.prompt, session.left)


def test_a_plan_that_cannot_be_read_is_none(store):
    assert kept_diagnostic(store) is None
    store.set_setting("diagnostic", {"run": "a", "began": "2026-03-02", "sections": [3]})
    assert kept_diagnostic(store) is None


@given(st.integers(0, 70))
def test_every_beginning_of_the_visits_is_spread_over_the_course(count):
    names = [f"s{number}" for number in range(count)]
    order = spread(names)

    assert sorted(order) == sorted(names)
    for half in (len(order) // 2, len(order) // 4):
        places = sorted(names.index(name) for name in order[:half])
        assert all(after - before <= 4 * -(-count // max(1, half)) for before, after in pairwise(places))


def test_nothing_is_asked_twice():
    sections = {"a": ["a1", "a2"], "b": ["b1"]}
    answers = [RunAnswer("a1", passed=True, seconds=1), RunAnswer("b1", passed=False, seconds=1)]

    assert worth_asking(sections, []) == ["a1", "b1", "a2"]
    assert worth_asking(sections, answers) == ["a2"]
