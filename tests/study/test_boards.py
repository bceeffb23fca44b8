from datetime import timedelta
from types import SimpleNamespace

import pytest

from tests.store.drill_events import end, start
from trainer.library.shelf import Summary
from trainer.study.boards import MOST_BOARDS, due_boards, plan_boards, skill_topics
from trainer.study.today import Reason, plan_today

A, B, C, D = (
    Summary(name, name.title(), ("elb",), "folder", None, 1, minutes)
    for name, minutes in zip("abcd", (1, 2, 3, 4), strict=True)
)
SKILLS = {"skill:x": ("a", "b"), "skill:y": ("b", "c"), "skill:z": ("d",), "skill:u": ("a",), "skill:v": ("c",)}


@pytest.fixture
def shelf():
    return SimpleNamespace(summaries=(A, B, C, D), skills=SKILLS)


def plan(shelf, due, met=None):
    return [(board.drill.id, board.variant) for board in plan_boards(shelf, due, met)]


def test_the_drill_that_covers_most_is_opened_first(shelf):
    assert plan(shelf, ["skill:x", "skill:y", "skill:z"]) == [("b", None), ("d", None)]


def test_never_more_than_three(shelf):
    assert len(plan(shelf, ["skill:u", "skill:x", "skill:y", "skill:z", "skill:v", "chip:b/card"])) == MOST_BOARDS


def test_a_skill_is_asked_where_it_was_not_met_last(shelf):
    assert plan(shelf, ["skill:x"], {"skill:x": ("a", 0)}) == [("b", None)]
    assert plan(shelf, ["skill:x"], {"skill:x": ("b", 0)}) == [("a", None)]


def test_where_there_is_one_drill_only_it_is_asked_in_another_variant(shelf):
    assert plan(shelf, ["skill:z"], {"skill:z": ("d", 0)}) == [("d", 1)]
    assert plan(shelf, ["skill:z"], {"skill:z": ("d", 1)}) == [("d", None)]


def test_covering_more_comes_before_changing_the_board(shelf):
    met = {"skill:x": ("b", 0), "skill:y": ("b", 1)}

    assert plan(shelf, ["skill:x", "skill:y"], met) == [("b", 2)]


def test_chips_and_what_comes_with_lines_and_steps_are_trained_by_their_own_drill(shelf):
    due = ["chip:c/hypervisor", "skill:flow-needed/d", "skill:one-a-step/gone", "chip:gone/card"]

    assert sorted(plan(shelf, due)) == [("c", None), ("d", None)]


def test_topics_give_no_answer_away():
    topics = skill_topics(
        ["chip:shared-responsibility/hypervisor", "skill:flow-needed/orders-backend", "skill:nat-in-public-subnet"]
    )

    assert topics == ("Shared responsibility", "Orders backend", "NAT gateway")


def test_what_is_due_and_where_it_was_met_comes_from_the_store(library, store, clock):
    store.append_all([start(), end(skills={"skill:nat-in-public-subnet": "again"}, whole=None)])
    clock.advance(days=30)
    boards = due_boards(library, store, store.due_skills(store.today()))

    assert len(boards) == 1
    assert boards[0].drill.id != "first-vpc"
    assert boards[0].skills == ("NAT gateway",)


def test_today_brings_whole_drills_that_are_due_before_others_that_were_solved(library, store, clock):
    first, second = library.drill_ids()[:2]
    for drill in library.drill_ids():
        due = store.today() + timedelta(days=1 if drill == second else 90)
        payload = {**end(skills={}, due={f"drill:{drill}": due.isoformat()}).payload, "drill": drill}
        store.append(type(end())(end().kind, f"drill:{drill}", payload))
        clock.advance(seconds=5)
    clock.advance(days=2)
    today = plan_today(library, store, store.today())
    proposed = [one.drill.id for one in (today.best, *today.others) if one and one.reason is Reason.AGAIN]

    assert proposed[:2] == [second, first]


def test_half_a_board_that_nobody_touched_is_not_left_open(library, store):
    from trainer.study.drill_session import DrillSession

    session = DrillSession(library.drill("three-tier-two-zones"), store)
    session.restart(level=1)
    before = plan_today(library, store, store.today())
    session.hint()
    missing = next(piece.id for piece in session.drill.required if piece.id not in session.prefilled)
    session.place(missing, "internet")
    after = plan_today(library, store, store.today())

    reasons = [[one.reason for one in (today.best, *today.others) if one] for today in (before, after)]
    assert Reason.RESUME not in reasons[0]
    assert Reason.RESUME in reasons[1]


def test_topics_are_spelt_as_aws_spells_them():
    assert skill_topics(["chip:dr-strategies/pilot", "skill:ssd-for-boot", "skill:vpc-in-one-region"]) == (
        "DR strategies",
        "SSD for boot",
        "VPC in one region",
    )
