from datetime import date, timedelta

import pytest

from tests.store.drill_events import DRILL, ITEM, finish, hint, move, start, undo
from trainer.learning.grade import Grade
from trainer.store.day_total import DayTotal
from trainer.store.drill_state import DrillState

TODAY = date(2026, 3, 2)
SKILL = "skill:nat-in-public-subnet"


def test_a_drills_record_counts_attempts_and_solutions(store, clock):
    store.append_all([start("a1"), finish("a1", correct=False), start("a2"), finish("a2", unaided=False)])
    store.append_all([start("a3"), finish("a3", unaided=True), start("a4")])

    assert store.drill_states() == {DRILL: DrillState(DRILL, 4, 2, 1, 1.0, clock.at, TODAY, next_level=3)}


def test_a_drill_begun_has_no_score_yet(store):
    store.append(start())

    assert store.drill_states()[DRILL].best_score is None


def test_skills_and_the_whole_drill_are_graded(store):
    for attempt, grade in (("a1", "again"), ("a2", "hard"), ("a3", "good")):
        aided = grade == "hard"
        ended = finish(attempt, correct=grade != "again", unaided=not aided, skills={SKILL: grade})
        store.append_all([start(attempt), ended])

    states = store.item_states()

    for state in (states[SKILL], states[ITEM]):
        assert (state.seen, state.right, state.hard, state.easy, state.wrong) == (3, 1, 1, 0, 1)
        assert (state.last_grade, state.last_day) == (Grade.GOOD, TODAY)


def test_a_grade_that_is_none_is_refused(store):
    with pytest.raises(ValueError, match="no grade"):
        store.append_all([start(), finish(skills={SKILL: "perfect"})])

    assert store.item_states() == {}


def test_a_days_sums(store):
    store.append_all([start(), move(state="wrong"), move("igw", "vpc", "region"), hint()])
    store.append_all([move("igw", "region", None, state="missing"), finish(seconds=12.5)])

    total = DayTotal(TODAY, drops=2, wrong_drops=1, hints=1, attempts=1, solved=1, seconds=12.5)
    assert store.day_totals(TODAY, TODAY) == (total,)


def test_undo_does_not_take_back_what_the_day_saw(store):
    store.append(start())
    moved = store.append(move(state="wrong"))
    before = store.day_totals(TODAY, TODAY)

    store.append(undo(moved.uid))

    assert store.day_totals(TODAY, TODAY) == before


def test_days_are_asked_for_by_their_ends(store, clock):
    for number in range(4):
        store.append(start(f"a{number}"))
        clock.advance(days=1)

    days = [total.study_day for total in store.day_totals(TODAY + timedelta(1), TODAY + timedelta(2))]

    assert days == [date(2026, 3, 3), date(2026, 3, 4)]


def test_a_setting_is_kept(store):
    assert store.get_setting("theme", "light") == "light"

    store.set_setting("theme", {"name": "dark"})
    store.set_setting("theme", {"name": "darker"})

    assert store.get_setting("theme") == {"name": "darker"}
    assert list(store.events()) == []
