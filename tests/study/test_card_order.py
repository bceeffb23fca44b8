"""In which order cards come: the core first, few sections at a time, siblings apart, as many as fit into the day."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from tests.store.card_events import pack, review
from trainer.learning.grade import Grade
from trainer.learning.note import Note, NoteKind
from trainer.learning.scheduler import Scheduler
from trainer.library.curriculum import Curriculum
from trainer.store.events import NewEvent
from trainer.study.card_queue import BLOCK, CardQueue, Turn, want_more
from trainer.study.card_session import CardSession, Prompt
from trainer.study.day_review import firmer_of, mixed_up_of
from trainer.study.new_order import FIRST_SECTION

TODAY = date(2026, 3, 2)
SHELF = SimpleNamespace(curriculum=Curriculum({}, {}), skills={}, primer_sections=(), summaries=())


def make(uid, section="vpc-intro", core=(), **fields):
    kind = NoteKind.CLOZE if "text" in fields else NoteKind.BASIC
    return Note(uid, kind, section, fields or {"front": f"{uid}?", "back": uid}, tuple(core), core=tuple(core))


def fill(store, *notes):
    store.import_pack(pack(*sorted(notes, key=lambda note: not note.core)))


def new_of(store, day=TODAY):
    return [uid.partition("#")[0] for uid in CardQueue(store, day).new]


def begun(store, clock, *uids, days=10, due=TODAY, grade="good", seconds=4.0):
    """Cards that were answered so many days ago and come back on a day."""
    clock.advance(days=-days)
    for uid in uids:
        store.append(review(uid, due=due, grade=grade, seconds=seconds))
    clock.advance(days=days)


def answer_all(session, grade=Grade.GOOD):
    turns = []
    while isinstance(session.prompt, Prompt):
        turns.append((session.prompt.card.item, session.prompt.turn))
        session.answer(grade, seconds=4.0, how="buttons")
    return turns


def test_what_asks_for_a_core_fact_comes_before_all_else(store):
    fill(store, make("a"), make("b", "elb", ("elb.1",)), make("c"), make("d", core=("vpc-intro.1",)))

    assert new_of(store) == ["b", "d", "a", "c"]


def test_at_most_two_sections_are_begun_on_a_day(store, clock):
    fill(store, *(make(f"{section}-{n}", section) for section in ("s1", "s2", "s3", "s4") for n in range(3)))
    first = new_of(store)
    assert {uid[:2] for uid in first} == {"s1", "s2"}

    session = CardSession(SHELF, store, Scheduler())
    for _ in range(4):
        session.answer(Grade.GOOD, seconds=4.0, how="buttons")
    assert new_of(store) == first[4:]
    answer_all(session)
    clock.advance(days=1)
    assert {uid[:2] for uid in new_of(store, TODAY + timedelta(1))} == {"s3", "s4"}


def test_a_section_can_be_begun_before_its_turn(store):
    fill(store, *(make(f"{section}-{n}", section) for section in ("s1", "s2", "s3") for n in range(2)))
    store.set_setting(FIRST_SECTION, "s3")

    assert new_of(store) == ["s3-0", "s3-1", "s1-0", "s1-1"]


def test_cards_that_ask_for_one_core_fact_are_new_on_different_days(store):
    fill(store, make("a", core=("vpc-intro.1",)), make("b", core=("vpc-intro.1", "vpc-intro.2")), make("c"))

    assert new_of(store) == ["a", "c"]


def test_young_siblings_that_are_due_are_asked_on_different_days(store, clock):
    fill(store, make("a", core=("vpc-intro.1",)), make("b", core=("vpc-intro.1",)), make("c"))
    begun(store, clock, "a#front", "b#front", "c#front")
    queue = CardQueue(store, TODAY)

    assert len(queue.due) == 2
    assert (queue.backlog, queue.due_in_all, queue.waiting) == (3, 2, 0)
    answer_all(CardSession(SHELF, store, Scheduler()))
    assert CardQueue(store, TODAY).due == []


def test_no_more_comes_back_on_a_day_than_it_has_room_for_the_least_known_first(store, clock):
    fill(store, *(make(f"n{n:03}") for n in range(120)))
    begun(store, clock, *(f"n{n:03}#front" for n in range(100)), days=5, seconds=12.0)
    begun(store, clock, *(f"n{n:03}#front" for n in range(100, 120)), days=20, seconds=12.0)
    store.set_setting("plan", {"minutes": 5})
    queue = CardQueue(store, TODAY)

    assert len(queue.due) < 30
    assert {f"n{n:03}#front" for n in range(100, 120)} <= {state.uid for state in queue.due}
    assert queue.waiting == 120 - len(queue.due)
    assert queue.new == []


def test_the_cards_of_a_full_day_stay_the_same_while_they_are_answered(store, clock):
    fill(store, *(make(f"n{n:03}") for n in range(120)))
    begun(store, clock, *(f"n{n:03}#front" for n in range(60)), days=5, seconds=12.0)
    store.set_setting("plan", {"minutes": 5})
    left = {state.uid for state in CardQueue(store, TODAY).due} | set(CardQueue(store, TODAY).new)
    session = CardSession(SHELF, store, Scheduler())

    while isinstance(session.prompt, Prompt):
        again = CardQueue(store, TODAY)
        assert again.next()[0] == session.prompt.card.item
        if session.prompt.turn is not Turn.RETRY:
            left.remove(session.prompt.card.item)
        session.answer(Grade.AGAIN if len(left) % 3 == 0 and len(left) > 3 else Grade.GOOD, seconds=3.0, how="buttons")
    assert left == set()


def test_who_wants_more_gets_what_waits_first(store, clock):
    fill(store, *(make(f"n{n:03}") for n in range(120)))
    begun(store, clock, *(f"n{n:03}#front" for n in range(100)), days=5, seconds=12.0)
    store.set_setting("plan", {"minutes": 5})
    before = len(CardQueue(store, TODAY).due)
    want_more(store, TODAY, due=10)

    assert len(CardQueue(store, TODAY).due) == before + 10
    assert len(CardQueue(store, TODAY + timedelta(1)).due) == before


def test_new_cards_come_in_blocks_between_those_that_are_due(store, clock):
    fill(store, *(make(f"n{n:03}") for n in range(40)))
    begun(store, clock, *(f"n{n:03}#front" for n in range(20)))
    store.set_setting("cards.new_limit", 2 * BLOCK)
    turns = "".join(turn[0] for _, turn in answer_all(CardSession(SHELF, store, Scheduler())))

    assert turns.count("n") == 2 * BLOCK
    assert [len(block) for block in turns.split("d") if block] == [BLOCK, BLOCK]


def test_catching_up_spreads_what_waits_and_begins_nothing_new(store, clock):
    fill(store, *(make(f"n{n:03}") for n in range(150)))
    begun(store, clock, *(f"n{n:03}#front" for n in range(140)), days=20, due=TODAY - timedelta(10))
    store.set_setting("catch_up", {"first": TODAY.isoformat(), "days": 7})
    queue = CardQueue(store, TODAY)

    assert len(queue.due) == 20
    assert queue.new == []
    assert len(CardQueue(store, TODAY + timedelta(6)).due) == 140
    assert CardQueue(store, TODAY + timedelta(7)).plan.is_catching_up is False


def test_before_an_exam_the_least_known_is_asked_and_nothing_new(store, clock):
    fill(store, *(make(f"n{n:03}") for n in range(40)))
    exam = TODAY + timedelta(5)
    begun(store, clock, "n000#front", "n001#front", days=3, due=exam + timedelta(30))
    begun(store, clock, "n002#front", days=60, due=exam + timedelta(3))
    begun(store, clock, "n003#front", days=3, due=exam - timedelta(1))
    store.set_setting("plan", {"minutes": 20, "exam": exam.isoformat()})
    queue = CardQueue(store, TODAY)

    assert queue.new == []
    assert {state.uid for state in queue.due} == {"n000#front", "n001#front", "n002#front"}
    assert [state.uid for state in store.weakest_cards(TODAY, exam, 1)] == ["n002#front"]
    assert CardQueue(store, exam + timedelta(1)).new != []


def test_who_wants_the_core_only_begins_nothing_else_until_the_exam(store):
    fill(store, make("a", core=("vpc-intro.1",)), make("b"))
    exam = TODAY + timedelta(30)
    store.set_setting("plan", {"minutes": 20, "exam": exam.isoformat(), "scope": "core"})

    assert new_of(store) == ["a"]
    assert new_of(store, exam + timedelta(1)) == ["a", "b"]


def test_boards_come_only_where_five_minutes_are_left(store, clock):
    from tests.store.drill_events import finish, start
    from trainer.library.shelf import Summary

    drill = Summary("first-vpc", "Your first VPC", ("vpc-intro",), "networking", None, 1, 1)
    shelf = SimpleNamespace(
        curriculum=SHELF.curriculum,
        skills={"skill:igw-attached-to-vpc": ("first-vpc",)},
        primer_sections=(),
        summaries=(drill,),
    )
    store.append_all([start(), finish(skills={"skill:igw-attached-to-vpc": "again"})])
    clock.advance(days=1)
    fill(store, *(make(f"n{n:03}") for n in range(3)))

    assert CardSession(shelf, store, Scheduler()).left.boards == 1
    store.set_setting("plan", {"minutes": 5})
    session = CardSession(shelf, store, Scheduler())
    assert session.left.boards == 0
    answer_all(session)
    assert session.prompt is None


@pytest.mark.parametrize(("key", "value"), [("cards.due_limit", 7), ("cards.new_limit", 3)])
def test_limits_are_kept_whatever_the_minutes_allow(store, clock, key, value):
    fill(store, *(make(f"n{n:03}") for n in range(60)))
    begun(store, clock, *(f"n{n:03}#front" for n in range(20)))
    store.set_setting(key, value)
    queue = CardQueue(store, TODAY)

    assert len(queue.due if "due" in key else queue.new) == value


def test_what_was_mixed_up_on_a_day_is_told_by_pairs(store):
    wrong = review("n000#front", grade="again")
    for _ in range(2):
        payload = {**wrong.payload, "confused": [["internet-gateway", "nat-gateway"]]}
        store.append(NewEvent(wrong.kind, wrong.item, payload))

    (pair,) = mixed_up_of(store, TODAY)

    assert (pair.asked, pair.took, pair.times) == ("internet-gateway", "nat-gateway", 2)
    assert firmer_of(store, TODAY).cards == 0
