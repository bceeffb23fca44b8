from collections import Counter
from datetime import date, timedelta
from random import Random
from types import SimpleNamespace

import pytest

from tests.store.card_events import note, pack
from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler
from trainer.library.curriculum import Curriculum, Section
from trainer.library.shelf import Summary
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.study.boards import plan_boards
from trainer.study.card_queue import RETRY_AFTER
from trainer.study.card_session import CardSession, Prompt, Turn

TODAY = date(2026, 3, 2)
VPC = Summary("first-vpc", "Your first VPC", ("vpc-intro",), "networking", None, 1, 1)
TIERS = Summary("three-tier", "Three tiers", ("elb",), "resilience", None, 3, 6)


@pytest.fixture
def library():
    section = Section("vpc-intro", "Introduction to Amazon VPC", "Essentials")
    skills = {"skill:igw-attached-to-vpc": ("first-vpc", "three-tier"), "skill:nat-in-public-subnet": ("three-tier",)}
    return SimpleNamespace(
        curriculum=Curriculum({section.id: section}, {}), skills=skills, primer_sections=(), summaries=(VPC, TIERS)
    )


@pytest.fixture
def begin(library, store):
    def make():
        return CardSession(library, store, Scheduler())

    return make


def fill(store, count=3, **more):
    store.import_pack(pack(*(note(f"n{number:02}") for number in range(count)), **more))


def answer(session, grade=Grade.GOOD):
    session.answer(grade, seconds=4.0, how="buttons")


def asked(session):
    return session.prompt.card.item if session.prompt else None


def work_through(session, grade=Grade.GOOD):
    items = []
    while isinstance(session.prompt, Prompt):
        items.append(asked(session))
        answer(session, grade)
    return items


def test_new_cards_come_in_order_with_what_each_grade_leads_to(store, begin):
    fill(store)
    session = begin()

    prompt = session.prompt
    assert (prompt.card.item, prompt.turn, prompt.section_title) == (
        "n00#front",
        Turn.NEW,
        "Introduction to Amazon VPC",
    )
    assert prompt.outlooks[Grade.AGAIN].interval == 1
    assert prompt.outlooks[Grade.GOOD].due > TODAY
    assert work_through(session) == ["n00#front", "n01#front", "n02#front"]


def test_an_answer_is_in_the_log_with_what_was_chosen_and_promised(store, begin):
    fill(store)
    session = begin()
    promised = session.prompt.outlooks[Grade.GOOD]

    session.answer(Grade.GOOD, seconds=4.25, how="options", chosen=2)

    event = list(store.events())[-1]
    assert (event.kind, event.item) == (EventKind.REVIEW, "n00#front")
    told = {name: event.payload[name] for name in ("grade", "how", "chosen", "interval", "due", "seconds", "session")}
    assert told == {
        "grade": "good",
        "how": "options",
        "chosen": 2,
        "interval": promised.interval,
        "due": promised.due.isoformat(),
        "seconds": 4.25,
        "session": "new",
    }
    assert store.item_state("n00#front").memory == promised.memory
    assert store.item_state("n00#front").due == promised.due


def test_what_was_typed_is_in_the_log(store, begin):
    fill(store)
    begin().answer(Grade.AGAIN, seconds=4.25, how="typed", typed="nat")

    payload = list(store.events())[-1].payload
    assert (payload["how"], payload["typed"]) == ("typed", "nat")
    assert "chosen" not in payload


def test_all_that_was_chosen_is_in_the_log(store, begin):
    fill(store)
    begin().answer(Grade.GOOD, seconds=4.25, how="options", chosen=(0, 2))

    assert list(store.events())[-1].payload["chosen"] == [0, 2]


def test_a_failed_card_is_asked_again_after_some_others(store, begin):
    fill(store, 9)
    session = begin()
    answer(session, Grade.AGAIN)

    order = work_through(session)

    assert order.index("n00#front") == RETRY_AFTER
    assert store.item_state("n00#front").seen == 2


def test_a_failed_card_is_asked_again_at_once_when_nothing_else_is_left(store, begin):
    fill(store, 1)
    session = begin()
    answer(session, Grade.AGAIN)

    assert session.prompt.turn is Turn.RETRY
    assert session.left.retry == 1
    answer(session)
    assert session.prompt is None


def test_who_leaves_and_comes_back_finds_the_same_card(store, begin):
    fill(store, 12)
    session = begin()
    for grade in (Grade.GOOD, Grade.AGAIN, Grade.GOOD, Grade.AGAIN, Grade.GOOD, Grade.GOOD, Grade.GOOD):
        answer(session, grade)
        again = begin()

        assert again.prompt == session.prompt
        assert again.left == session.left
        assert again.answered == session.answered


def test_no_more_new_cards_than_wanted_on_a_day(store, begin, clock):
    fill(store, 30)
    store.set_setting("cards.new_limit", 4)

    assert len(work_through(begin())) == 4
    assert begin().prompt is None
    clock.advance(days=1)
    new = [item for item in work_through(begin()) if store.item_state(item).seen == 1]
    assert len(new) == 4


def test_more_new_cards_can_be_learnt_on_a_day(store, begin):
    fill(store, 30)
    store.set_setting("cards.new_limit", 10)
    session = begin()
    work_through(session)
    assert session.ending().more_new == 20

    session.learn_more()

    assert session.left.new == 10
    assert len(work_through(begin())) == 10


def test_due_cards_come_back_and_the_day_ends_with_a_summary(store, begin, clock):
    fill(store, 4)
    work_through(begin())
    coming = Counter(state.due for state in store.item_states().values())

    ending = begin().ending()
    assert (ending.answered, ending.passed, ending.new, ending.minutes) == (4, 4, 4, 1)
    assert (ending.next_day, ending.next_count) == (min(coming), coming[min(coming)])

    clock.advance(days=(ending.next_day - TODAY).days)
    session = begin()
    assert session.left.due == ending.next_count
    assert session.prompt.turn is Turn.DUE


def test_cards_of_one_note_are_not_new_on_the_same_day(store, begin):
    store.import_pack(pack(note("a", text="{{1::one}} {{2::two}}"), note("b")))

    assert work_through(begin()) == ["a#cloze-1", "b#front"]


def test_undo_asks_the_card_again_and_redo_gives_the_answer_again(store, begin):
    fill(store)
    session = begin()
    answer(session, Grade.AGAIN)
    after = session.prompt, session.left

    assert session.undo()
    assert (asked(session), session.prompt.turn, session.answered) == ("n00#front", Turn.NEW, 0)
    assert (session.can_undo, session.can_redo) == (False, True)

    assert session.redo()
    assert (session.prompt, session.left) == after
    assert examine(store).is_healthy


def test_undo_goes_back_over_several_answers_and_over_leaving(store, begin):
    fill(store)
    work_through(begin())

    session = begin()
    back = []
    while session.undo():
        back.append(asked(session))

    assert back == ["n02#front", "n01#front", "n00#front"]
    assert store.item_states() == {}


def test_a_new_answer_ends_what_could_be_redone(store, begin):
    fill(store)
    session = begin()
    answer(session)
    session.undo()

    answer(session, Grade.AGAIN)

    assert not session.can_redo
    assert not session.redo()


def test_the_same_seed_promises_the_same(store, library):
    fill(store)

    first = CardSession(library, store, Scheduler(), chance=lambda _: Random(1)).prompt
    second = CardSession(library, store, Scheduler(), chance=lambda _: Random(1)).prompt

    assert first == second


def test_a_session_that_runs_past_midnight_counts_for_the_new_day(store, begin, clock):
    fill(store)
    session = begin()
    clock.advance(days=1)

    answer(session)

    assert store.item_state("n00#front").last_day == TODAY + timedelta(1)
    assert store.item_state("n00#front").due > TODAY + timedelta(1)


def test_minutes_follow_the_learners_own_pace(store, begin):
    fill(store, 10)
    session = begin()
    before = session.left.minutes
    for _ in range(5):
        session.answer(Grade.GOOD, seconds=58.0, how="buttons")

    assert before == 2
    assert begin().left.minutes > 1


def test_due_skills_bring_a_drill_behind_the_cards(store, begin, library, clock):
    from tests.store.drill_events import finish, start

    fill(store, 1)
    store.append_all([start(), finish(skills={"skill:igw-attached-to-vpc": "again"})])
    clock.advance(days=1)
    session = begin()
    assert session.left.boards == 1
    work_through(session)

    assert session.prompt.drill == TIERS  # it was met last in the other one
    assert session.prompt.skills == ("Internet gateway",)
    session.put_off_board()
    assert session.prompt is None


def test_few_drills_cover_the_due_skills(library):
    boards = plan_boards(library, ["skill:igw-attached-to-vpc", "skill:nat-in-public-subnet", "skill:long-gone"])

    assert [board.drill for board in boards] == [TIERS]
    assert boards[0].skills == ("Internet gateway", "NAT gateway")
