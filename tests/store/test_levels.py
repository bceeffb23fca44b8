from datetime import date, timedelta

import pytest

from tests.store.drill_events import DRILL, ITEM, answer, end, hint, move, slip, start
from trainer.store.day_total import DayTotal
from trainer.store.doctor import examine
from trainer.store.events import EventKind, NewEvent

TODAY = date(2026, 3, 2)


def proposed(store):
    return store.drill_state(DRILL).next_level


def go_through(store, *ends):
    for number, ended in enumerate(ends):
        attempt = f"a{number}"
        store.append_all([start(attempt, level=ended["level"]), end(attempt, **ended)])


def solved(level, *, unaided=True):
    return {"level": level, "unaided": unaided}


def failed(level):
    return {"level": level, "correct": False, "unaided": False, "failed": True, "given_up": True}


@pytest.mark.parametrize(
    ("ends", "level"),
    [
        ([], None),
        ([solved(1)], 2),
        ([solved(2)], 3),
        ([solved(3)], 3),
        ([solved(1, unaided=False)], 1),
        ([solved(3), solved(1)], 3),
        ([failed(2)], 2),
        ([failed(2), failed(2)], 1),
        ([failed(3), failed(3)], 2),
        ([failed(1), failed(1)], 0),
        ([failed(2), solved(2), failed(2)], 3),
        ([failed(2), solved(2, unaided=False), failed(2)], 1),
        ([failed(3), failed(3), failed(2)], 2),
        ([solved(1), failed(3), failed(3)], 2),
        ([failed(1), failed(1), {"level": 0, "correct": False, "unaided": False}], 1),
    ],
)
def test_up_after_an_unaided_success_and_down_after_two_failures(store, ends, level):
    store.append(start("first"))
    go_through(store, *ends)

    assert proposed(store) == level
    assert examine(store).is_healthy


def test_watching_is_no_attempt_and_no_solution(store):
    watched = end(level=0, correct=False, unaided=False, skills={}, whole=None, score=0.0, seconds=30.0)
    store.append_all([start(level=0), watched])
    record = store.drill_state(DRILL)

    assert (record.attempts, record.solved_count, record.best_score, record.next_level) == (0, 0, None, 1)
    assert store.day_totals(TODAY, TODAY) == (DayTotal(TODAY, seconds=30.0),)
    assert store.item_states() == {}
    assert store.board(DRILL).finished


def test_an_attempt_that_was_given_up_has_no_score(store):
    go_through(store, {**failed(2), "score": 0.7}, {"level": 2, "score": 1.0})

    assert store.drill_state(DRILL).best_score == 1.0


def test_the_variants_that_were_begun_are_known_the_latest_last(store):
    for number, variant in enumerate((None, 1, 2, 1)):
        store.append(start(f"a{number}", variant=variant))

    assert store.drill_state(DRILL).variants == (2, 1)
    assert store.board(DRILL).variant == 1


def test_a_drill_is_proved_whole_unaided_on_check_in_an_unseen_variant(store, clock):
    whole = {"level": 3, "feedback": "check", "variant": 1}
    for lacking in ({"unaided": False}, {"feedback": "drop"}, {"unseen": False}, {"level": 1}, {"correct": False}):
        store.append(end(**{**whole, **lacking}))
        assert store.drill_state(DRILL).proved_first is None
    for _ in range(2):
        store.append(end(**whole))
        clock.advance(days=8)

    record = store.drill_state(DRILL)
    assert (record.proved_first, record.proved_last) == (TODAY, TODAY + timedelta(8))


def test_evidence_counts_boards_days_and_checks_of_what_was_right(store, clock):
    skill = "skill:igw-attached-to-vpc"
    store.append(end())
    store.append(end(skills={skill: "good"}, due={}))
    clock.advance(days=1)
    store.append(end(skills={skill: "again"}, feedback="check"))
    store.append(end(level=1, skills={skill: "good"}))
    assert (store.evidence()[skill].right_days, store.evidence()[skill].checked) == (1, False)
    clock.advance(days=1)
    store.append(end(level=3, feedback="check", variant=4))

    evidence = store.evidence([skill, "skill:never-met"])
    assert list(evidence) == [skill]
    assert evidence[skill].met == (DRILL, 4)
    assert evidence[skill].boards == ((DRILL, 0), (DRILL, 4))
    assert (evidence[skill].right_days, evidence[skill].checked) == (2, True)
    assert examine(store).is_healthy


def test_questions_and_slips_change_neither_board_nor_sums(store):
    store.append_all([start(), move(state="wrong"), hint()])
    before = store.board(DRILL), store.day_totals(TODAY, TODAY), store.drill_states(), store.rule_breaks()
    store.append_all([answer(), slip()])

    assert (store.board(DRILL), store.day_totals(TODAY, TODAY), store.drill_states(), store.rule_breaks()) == before
    assert examine(store).is_healthy


def test_chips_and_whole_drills_come_due_too(store):
    chip = "chip:shared-responsibility/hypervisor"
    store.append(end(skills={chip: "good", "skill:igw-attached-to-vpc": "good"}))
    due = date(2026, 3, 9)

    assert store.due_in_drills(due - timedelta(1)) == []
    assert [state.uid for state in store.due_skills(due)] == [chip, "skill:igw-attached-to-vpc"]
    assert [state.uid for state in store.due_in_drills(due)] == [chip, ITEM, "skill:igw-attached-to-vpc"]


def test_an_attempts_events_are_those_since_its_start(store):
    store.append_all([start(), move(), start("a2"), move(attempt="a2"), move(attempt="a1")])

    assert [event.payload["attempt"] for event in store.attempt_events(DRILL)] == ["a2", "a2"]
    assert store.attempt_events("never-begun") == ()


def test_a_cache_of_evidence_that_differs_is_found(store):
    from trainer.store.evidence import EVIDENCE

    store.append(end())
    with store.writing() as connection:
        connection.execute(EVIDENCE.table.update().values(checked=True))

    assert [found.table for found in examine(store).differences] == ["evidence"]


def test_an_end_without_its_grades_is_refused(store):
    payload = {name: value for name, value in end().payload.items() if name != "whole"}

    with pytest.raises(KeyError):
        store.append(NewEvent(EventKind.ATTEMPT_FINISHED, ITEM, payload))
