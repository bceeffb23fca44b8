from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests.store.card_events import note, pack
from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler
from trainer.library.curriculum import Curriculum, Section
from trainer.store.day_total import DayTotal
from trainer.store.doctor import examine
from trainer.store.events import EventKind
from trainer.store.search.query import parse_query
from trainer.study.card_queue import RETRY_AFTER
from trainer.study.card_session import CardSession, Turn
from trainer.study.practice_plan import Order, keep_plan, kept_plan, plan_items, plan_practice
from trainer.study.practice_session import PracticeSession
from trainer.study.run_ending import PracticeEnding

TODAY = date(2026, 3, 2)


@pytest.fixture
def library():
    section = Section("vpc-intro", "Introduction to Amazon VPC", "Essentials")
    return SimpleNamespace(
        curriculum=Curriculum({section.id: section}, {}), skills={}, primer_sections=(), summaries=()
    )


@pytest.fixture
def usual(library, store):
    return lambda: CardSession(library, store, Scheduler())


@pytest.fixture
def begin(library, store):
    """Plans practice of cards and opens its session; a second call opens the same again."""
    plans = {}

    def make(*names, counts=False):
        key = names, counts
        if key not in plans:
            plans[key] = plan_items(store, [f"{name}#front" for name in names], counts=counts)
        return PracticeSession(library, store, Scheduler(), plans[key])

    return make


def fill(store, count=3):
    store.import_pack(pack(*(note(f"n{number:02}") for number in range(count))))


def answer(session, grade=Grade.GOOD, seconds=4.0):
    session.answer(grade, seconds=seconds, how="buttons")


def day(store, on=TODAY):
    return next(iter(store.day_totals(on, on)), None)


def asked(session):
    return session.prompt.card.item if session.prompt else None


def test_practice_counts_for_the_day_and_leaves_memory_and_due_day_alone(store, begin, usual):
    fill(store)
    answer(usual())
    before = store.item_states()
    session = begin("n00", "n01")

    answer(session, Grade.AGAIN)
    answer(session)

    assert store.item_states() == before
    assert day(store) == DayTotal(TODAY, reviews=3, passed=2, new=1, card_ms=12000)
    assert examine(store).is_healthy


def test_practice_is_no_part_of_the_usual_session(store, begin, usual):
    fill(store, 12)
    answer(usual())
    before = usual().prompt, usual().left, usual().can_undo
    session = begin("n00", "n05")

    answer(session, Grade.AGAIN)

    assert (usual().prompt, usual().left, usual().can_undo) == before


def test_what_failed_is_asked_again_after_some_others_until_it_is_known(store, begin):
    names = [f"n{number:02}" for number in range(9)]
    fill(store, 9)
    session = begin(*names)
    answer(session, Grade.AGAIN)
    order = []
    while session.prompt:
        order.append(asked(session))
        answer(session)

    assert order.index("n00#front") == RETRY_AFTER
    assert len(order) == 9
    assert session.ending() == PracticeEnding(cards=9, at_once=8, open=0, minutes=1, counted=False)


def test_left_counts_what_is_to_come_and_what_failed(store, begin):
    fill(store)
    session = begin("n00", "n01", "n02")
    answer(session, Grade.AGAIN)

    assert (session.left.practice, session.left.retry, session.left.due) == (2, 1, 0)
    assert session.prompt.outlooks == {}


def test_undo_elsewhere_takes_an_answer_back_and_asks_the_usual_card(store, begin, usual):
    fill(store)
    before = usual().prompt
    answer(begin("n02"), Grade.AGAIN)
    session = usual()

    assert session.undo().run
    assert session.prompt == before
    assert begin("n02").answered == 0


def test_a_card_is_suspended_put_off_and_flagged_in_practice_too(store, begin):
    fill(store, 4)
    names = ("n00", "n01", "n02", "n03")
    session = begin(*names)
    session.flag(2)
    assert (asked(session), session.prompt.flag) == ("n00#front", 2)
    session.suspend()
    session.bury()

    assert (asked(session), session.left.practice) == ("n02#front", 2)
    assert begin(*names).prompt == session.prompt
    assert session.undo().words == "putting off 1 card"
    assert asked(session) == "n01#front"
    assert session.redo().words == "putting off 1 card"
    assert asked(session) == "n02#front"
    assert examine(store).is_healthy


def test_suspended_cards_are_not_planned(store):
    fill(store)
    store.mark_cards(EventKind.SUSPENDED, ["n01#front"], value=True)

    plan = plan_practice(store, Scheduler(), parse_query(""), at_most=9, order=Order.COURSE, seed="1")
    assert plan.items == ("n00#front", "n02#front")


def test_undo_and_redo_ask_the_card_of_the_practice_again(store, begin, usual):
    fill(store)
    answer(usual())
    session = begin("n01", "n02")
    answer(session, Grade.AGAIN)
    after = session.prompt, session.left

    assert session.undo()
    assert (asked(session), session.prompt.turn, session.answered) == ("n01#front", Turn.DUE, 0)
    assert day(store).reviews == 1
    assert session.redo()
    assert (session.prompt, session.left) == after
    assert examine(store).is_healthy


def test_who_leaves_finds_the_same_card_also_after_midnight(store, begin, clock):
    fill(store, 4)
    names = ("n00", "n01", "n02", "n03")
    answer(begin(*names))
    clock.advance(days=1)
    session = begin(*names)
    answer(session, Grade.AGAIN)

    again = begin(*names)
    assert (again.prompt, again.left, again.answered) == (session.prompt, session.left, 2)
    assert again.undo()
    assert asked(again) == "n01#front"


def test_answers_that_count_move_the_due_day(store, begin, usual):
    fill(store)
    session = begin("n01", counts=True)
    promised = session.prompt.outlooks[Grade.GOOD]

    answer(session)

    assert store.item_state("n01#front").due == promised.due
    assert store.item_state("n01#front").memory == promised.memory
    assert usual().answered == 1
    assert examine(store).is_healthy


def test_a_plan_takes_the_weakest_first_and_no_more_than_wanted(store, usual, clock):
    fill(store, 4)
    session = usual()
    answer(session, Grade.GOOD)
    answer(session, Grade.AGAIN)
    clock.advance(days=1)

    plan = plan_practice(store, Scheduler(), parse_query(""), at_most=3, order=Order.WEAKEST, seed="1")

    assert plan.items == ("n01#front", "n00#front", "n02#front")


def test_a_random_order_follows_from_its_seed(store):
    fill(store, 20)

    def order(seed):
        return plan_practice(store, Scheduler(), parse_query(""), at_most=20, order=Order.RANDOM, seed=seed).items

    assert order("1") == order("1")
    assert order("1") != order("2")
    assert sorted(order("1")) == sorted(order("2"))


def test_a_plan_that_was_kept_comes_back_whole(store):
    fill(store)
    plan = plan_items(store, ["n01#front", "n00#front"], counts=True)
    keep_plan(store, plan)

    assert kept_plan(store) == plan


@pytest.mark.parametrize("kept", [None, 3, [], {}, {"run": "a", "began": "soon", "items": [], "counts": False}])
def test_a_plan_that_cannot_be_read_is_none(store, kept):
    store.set_setting("practice", kept)

    assert kept_plan(store) is None


def test_a_card_that_is_gone_is_passed_over(store, begin):
    fill(store)
    session = begin("gone", "n01")

    assert asked(session) == "n01#front"
    assert session.left.practice == 1


def test_practice_of_a_new_card_leaves_it_new_after_a_replay_too(store, begin, clock):
    fill(store)
    answer(begin("n00"), Grade.EASY)
    clock.advance(days=2)

    assert store.new_count() == 3
    assert day(store).new == 0
    assert day(store, TODAY + timedelta(2)) is None
    assert examine(store).is_healthy
