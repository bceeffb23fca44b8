from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.store.drill_events import DRILL, end, start
from trainer.learning.grade import Grade
from trainer.learning.memory import MemoryState
from trainer.store.drill_state import DrillState
from trainer.store.evidence import Evidence
from trainer.store.item_state import ItemState
from trainer.study.mastery import (
    DRILL_DEFINITION,
    SKILL_DEFINITION,
    Standing,
    drill_standing,
    drill_standings,
    skill_standing,
    skill_standings,
)

TODAY = date(2026, 3, 2)
PROVED = Evidence("skill:x", ("a", 0), (("a", 0), ("a", 1)), 3, TODAY, checked=True)
RECORD = DrillState("a", 3, 3, 3, 1.0, None, TODAY, proved_first=TODAY - timedelta(7), proved_last=TODAY)


def record(stability=30.0, due=TODAY + timedelta(9), grade=Grade.GOOD):
    return ItemState("skill:x", 3, 3, 0, 0, 0, grade, TODAY, MemoryState(stability, 5.0, TODAY), due)


def skill(state, evidence=PROVED, recall=0.95):
    return skill_standing(state, evidence, TODAY, lambda _memory, _day: recall, 0.9)


def drill(found, whole, recall=0.95):
    return drill_standing(found, whole, TODAY, lambda _memory, _day: recall, 0.9)


def test_a_skill_is_mastered_by_its_definition():
    assert skill(record()) is Standing.MASTERED


def test_it_fades_when_recall_falls_below_the_target():
    assert skill(record(), recall=0.89) is Standing.FADING


@pytest.mark.parametrize(
    "lacking",
    [{"boards": (("a", 0),)}, {"right_days": 2}, {"checked": False}],
)
def test_a_skill_that_lacks_evidence_is_not_mastered(lacking):
    assert skill(record(), replace(PROVED, **lacking)) is Standing.LEARNING


def test_a_skill_that_does_not_last_is_not_mastered():
    assert skill(record(stability=20.9)) is Standing.LEARNING
    assert skill(record(stability=20.9, due=TODAY)) is Standing.DUE


def test_what_was_never_met_is_new():
    assert skill(None, None) is Standing.NEW
    assert drill(None, None) is Standing.NEW


def test_a_drill_is_mastered_by_its_definition():
    assert drill(RECORD, record()) is Standing.MASTERED
    assert drill(RECORD, record(), recall=0.89) is Standing.FADING
    assert drill(RECORD, record(grade=Grade.AGAIN)) is Standing.FADING


@pytest.mark.parametrize("days", [0, 6])
def test_twice_means_a_week_apart(days):
    assert drill(replace(RECORD, proved_first=TODAY - timedelta(days)), record()) is Standing.LEARNING


def test_a_drill_that_was_begun_is_learnt_until_it_is_due():
    begun = replace(RECORD, proved_first=None, proved_last=None)

    assert drill(begun, None) is Standing.LEARNING
    assert drill(begun, record()) is Standing.LEARNING
    assert drill(begun, record(due=TODAY)) is Standing.DUE


def test_standings_come_from_the_store(store, clock):
    for days in range(0, 80, 8):
        store.append_all([start(f"a{days}", level=3), end(f"a{days}", level=3, feedback="check", variant=days + 1)])
        clock.advance(days=8)
    clock.advance(days=-8)
    day = store.today()

    assert drill_standings(store, [DRILL, "other"], day) == {DRILL: Standing.MASTERED, "other": Standing.NEW}
    assert skill_standings(store, day) == {"skill:igw-attached-to-vpc": Standing.MASTERED}
    later = day + timedelta(days=900)
    assert drill_standings(store, [DRILL], later) == {DRILL: Standing.FADING}
    assert skill_standings(store, later) == {"skill:igw-attached-to-vpc": Standing.FADING}


def test_the_definitions_name_their_numbers():
    assert "at least 21 days" in SKILL_DEFINITION
    assert "at least 7 days apart" in DRILL_DEFINITION
