from datetime import date, timedelta

import pytest

from tests.store.card_events import note, pack, review, take_back
from trainer.learning.grade import Grade
from trainer.learning.scheduler import Scheduler
from trainer.store.day_total import DayTotal
from trainer.store.doctor import examine
from trainer.store.events import Origin
from trainer.store.history import NotUndoable, read_history
from trainer.store.queue import Failure

TODAY = date(2026, 3, 2)
ITEM = "igw#front"


def day(store, on=TODAY):
    return next(iter(store.day_totals(on, on)), None)


def test_a_review_makes_a_memory_and_keeps_the_due_day_it_carries(store):
    store.append(review(due=date(2026, 3, 9)))

    state = store.item_state(ITEM)
    assert (state.seen, state.right, state.last_grade, state.last_day) == (1, 1, Grade.GOOD, TODAY)
    assert state.memory == Scheduler().review(None, Grade.GOOD, TODAY)
    assert state.due == date(2026, 3, 9)


def test_a_days_answers_are_summed(store, clock):
    store.append_all([review("a#front"), review("b#front", "again"), review("b#front", seconds=1.5)])
    clock.advance(days=2)
    store.append_all([review("a#front", "hard"), review("b#front", "again"), review("c#front", "easy")])

    assert day(store) == DayTotal(TODAY, reviews=3, passed=2, new=2, card_ms=9900)
    later = DayTotal(TODAY + timedelta(2), reviews=3, passed=2, new=1, asked_again=2, known_again=1, card_ms=12600)
    assert day(store, TODAY + timedelta(2)) == later


def test_simulated_events_are_counted_as_such(store):
    store.append_all([review("a#front", origin=Origin.SIMULATED), review("b#front")])

    assert day(store).simulated == 1


def test_an_undone_review_counts_as_never_made(store, clock):
    store.append(review())
    clock.advance(days=3)
    before = store.item_state(ITEM), day(store, TODAY + timedelta(3))
    slipped = store.append(review(grade="again"))

    store.append(take_back(slipped.uid))

    assert (store.item_state(ITEM), day(store, TODAY + timedelta(3))) == before
    assert examine(store).is_healthy


def test_undoing_the_only_review_makes_the_card_new_again(store):
    store.import_pack(pack(note("igw")))
    answered = store.append(review())

    store.append(take_back(answered.uid))

    assert store.item_state(ITEM) is None
    assert store.new_cards(5) == [ITEM]
    assert day(store) is None


def test_redo_brings_the_review_back(store):
    answered = store.append(review())
    before = store.item_state(ITEM), day(store)
    undone = store.append(take_back(answered.uid))

    store.append(take_back(undone.uid))

    assert (store.item_state(ITEM), day(store)) == before
    assert examine(store).is_healthy


def test_a_review_is_undone_once(store):
    answered = store.append(review())
    store.append(take_back(answered.uid))

    with pytest.raises(NotUndoable, match="undone already"):
        store.append(take_back(answered.uid))


def test_the_days_reviews_say_what_can_be_undone_and_redone(store):
    first, second = store.append_all([review("a#front"), review("b#front")])
    undone = store.append(take_back(second.uid))

    history = read_history([event for event in store.events() if event.kind in ("review", "undo")])

    assert [event.uid for event in history.undo] == [first.uid]
    assert [event.uid for event in history.redo] == [undone.uid]


def test_a_grade_that_is_none_is_refused(store):
    with pytest.raises(ValueError, match="no grade"):
        store.append(review(grade="perfect"))

    assert list(store.events()) == []


def test_due_cards_are_those_of_the_packs_that_are_due(store):
    store.import_pack(pack(*(note(uid) for uid in "abcd")))
    later = TODAY + timedelta(5)
    store.append_all([review("a#front", due=TODAY), review("b#front", "again", due=later)])
    store.append_all([review("c#front", due=later), review("gone#front", due=TODAY)])

    assert [state.uid for state in store.due_cards(TODAY)] == ["a#front"]
    assert set(store.cards(["b#front", "d#front", "gone#front"])) == {"b#front"}
    assert store.new_cards(9) == ["d#front"]
    assert store.new_count() == 1


def test_what_is_due_is_counted_and_the_next_day_told(store):
    store.import_pack(pack(*(note(uid) for uid in "abcd")))
    for uid, days in zip("abcd", (-3, 0, 2, 40), strict=True):
        store.append(review(f"{uid}#front", due=TODAY + timedelta(days)))

    assert store.due_count(TODAY) == 2
    assert store.next_due(TODAY) == (TODAY + timedelta(2), 1)
    assert store.next_due(TODAY + timedelta(40)) is None


def test_due_skills_are_told_from_cards_and_drills(store):
    from tests.store.drill_events import finish, start

    store.append_all([start(), finish()])
    due = store.item_state("skill:igw-attached-to-vpc").due

    assert store.due_skills(due - timedelta(1)) == []
    assert [state.uid for state in store.due_skills(due)] == ["skill:igw-attached-to-vpc"]


def test_failed_cards_are_told_with_the_answers_since(store, clock):
    store.append(review("old#front", "again"))
    clock.advance(days=1)
    store.append_all([review("a#front", "again"), review("b#front"), review("c#front", "again")])
    store.append_all([review("d#front"), review("a#front"), review("e#front", "again")])
    slip = store.append(review("a#front", "again"))
    today = TODAY + timedelta(1)

    assert store.failed_on(today, 9) == {
        "c#front": Failure(4, sure=False),
        "e#front": Failure(1, sure=False),
        "a#front": Failure(0, sure=False),
    }
    assert store.failed_on(today, 2)["c#front"].since == 2

    store.append(take_back(slip.uid))
    assert store.failed_on(today, 9) == {"c#front": Failure(3, sure=False), "e#front": Failure(0, sure=False)}
    assert sorted(store.answered_on(today)) == [f"{name}#front" for name in "abcde"]
    assert store.answered_on(TODAY) == ["old#front"]
