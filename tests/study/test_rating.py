from dataclasses import replace

import pytest

from tests.fakes.boards import make_bins, make_flow_board, make_steps
from tests.fakes.drills import make_drill, make_piece, use
from tests.fakes.playing import Unlucky, payloads, solve
from trainer.cloud.drill import Feedback
from trainer.learning.grade import Grade
from trainer.store.events import EventKind
from trainer.study.rating import rate_whole

NAT = "skill:nat-in-public-subnet"


def skills(notebook):
    return payloads(notebook, EventKind.ATTEMPT_FINISHED)[-1]["skills"]


def test_of_several_opportunities_the_worst_counts(begin, flagship, notebook):
    session = begin(flagship, chance=Unlucky)
    session.place("nat-a", "app-a")
    session.undo()
    solve(session)
    session.finish()

    assert skills(notebook)[NAT] == "again"
    assert skills(notebook)["skill:igw-attached-to-vpc"] == "good"


def test_what_was_in_place_is_not_rated_nor_its_sisters(begin, notebook):
    drill = make_drill(
        {f"db-{n}": "rds" for n in "ab"},
        make_piece("igw", "internet-gateway"),
        rules=["databases-without-internet-route", "igw-attached-to-vpc"],
        solution={"db-a": ("data-a",), "db-b": ("data-b",), "igw": ("vpc",)},
    )
    rated = set()
    for number in range(8):
        session = begin(drill, level=1, chance=Unlucky, new_id=lambda number=number: f"attempt-{number}")
        session.restart()
        solve(session)
        session.finish()
        rated.add((frozenset(session.prefilled), frozenset(skills(notebook))))

    scope = "skill:scope-zonal"
    assert rated == {(frozenset({"igw"}), frozenset({"skill:databases-without-internet-route", scope}))}


def test_half_a_drill_is_no_whole_one(begin, flagship, notebook):
    session = begin(flagship, level=1)
    solve(session)
    session.finish()

    assert payloads(notebook, EventKind.ATTEMPT_FINISHED)[0]["whole"] is None
    assert notebook.item_state("drill:three-tier-two-zones") is None
    assert notebook.evidence()[NAT].right_days == 0 if NAT in notebook.evidence() else True


def test_steps_that_are_given_away_are_not_rated(begin, notebook):
    drill = make_steps(4, "abcd", [("a", "b"), ("c", "d")])
    skilled = tuple(replace(rule, skill=f"in-order/{n}") for n, rule in enumerate(drill.rules))
    session = begin(replace(drill, rules=skilled), chance=Unlucky)
    solve(session)
    session.finish()

    assert skills(notebook) == {"skill:in-order/0": "good"}
    assert [entry["given_away"] for entry in payloads(notebook, EventKind.DRILL_MOVE)] == [False, False, True, True]


def test_decoys_that_were_left_out_are_right(begin, flagship, notebook):
    session = begin(flagship, chance=Unlucky)
    session.place("vgw", "vpc")
    session.take_back("vgw", "vpc")
    solve(session)
    session.finish()

    assert skills(notebook)["skill:no-unneeded-parts"] == "again"
    assert skills(notebook)["skill:no-servers-for-outbound-access"] == "good"


def test_the_first_drawing_of_a_line_is_an_opportunity(begin, notebook):
    session = begin(make_flow_board(), chance=Unlucky)
    session.place("line:queue", "page")
    session.take_back("line:queue", "page")
    solve(session)
    session.finish()

    assert skills(notebook) == {"skill:flow-direction/small": "again", "skill:flow-needed/small": "good"}


def test_chips_are_rated_each_by_itself(begin, notebook):
    drill = make_bins()
    own = tuple(replace(rule, skill=f"chip:small/{rule.parameters['pieces'][0]}") for rule in drill.rules)
    session = begin(replace(drill, rules=own), feedback=Feedback.CHECK)
    session.place("disk", "you")
    session.place("desk", "you")
    session.check()
    session.place("disk", "aws", "you")
    session.check()

    assert skills(notebook) == {"chip:small/disk": "again", "chip:small/desk": "good"}
    assert notebook.item_state("chip:small/disk").last_grade is Grade.AGAIN


def test_who_gives_up_is_rated_for_what_was_tried(begin, flagship, notebook):
    session = begin(flagship, chance=Unlucky)
    session.place("igw", "vpc")
    session.place("nat-a", "app-a")
    session.restart()
    ended = payloads(notebook, EventKind.ATTEMPT_FINISHED)[0]

    assert (ended["correct"], ended["given_up"], ended["failed"], ended["whole"]) == (False, True, True, "again")
    assert ended["skills"]["skill:igw-attached-to-vpc"] == "good"
    assert ended["skills"][NAT] == "again"
    assert "skill:lb-in-public-subnets-of-two-zones" not in ended["skills"]


def test_who_gives_up_before_check_is_not_rated(begin, flagship, notebook):
    session = begin(flagship, feedback=Feedback.CHECK)
    session.place("nat-a", "app-a")
    session.restart()
    ended = payloads(notebook, EventKind.ATTEMPT_FINISHED)[0]

    assert (ended["skills"], ended["whole"], ended["failed"]) == ({}, None, False)


def test_what_was_rated_today_is_practice(begin, mini, notebook):
    session = begin(mini, chance=Unlucky)
    for _ in range(2):
        solve(session)
        session.finish()
        session.restart()
    first, second = payloads(notebook, EventKind.ATTEMPT_FINISHED)

    assert NAT in first["due"]
    assert second["due"] == {}
    assert notebook.evidence()[NAT].right_days == 1


def test_the_end_carries_what_mastery_asks_for(begin, mini, notebook):
    session = begin(mini, level=3)
    solve(session)
    session.check()
    ended = payloads(notebook, EventKind.ATTEMPT_FINISHED)[0]

    assert {
        name: ended[name] for name in ("drill", "level", "feedback", "variant", "unseen", "unaided", "prefilled")
    } == {
        "drill": "first-vpc",
        "level": 3,
        "feedback": "check",
        "variant": 1,
        "unseen": True,
        "unaided": True,
        "prefilled": {},
    }


def test_a_narrower_skill_is_rated_under_its_name(begin, notebook):
    drill = make_drill(
        {"one": "rds", "two": "rds"},
        rules=[replace(use("different-zones", pieces=("one", "two")), skill="different-zones/pair")],
        solution={"one": ("data-a",), "two": ("data-b",)},
    )
    session = begin(drill, chance=Unlucky)
    session.place("one", "data-a")
    session.place("two", "data-a")
    session.place("two", "data-b", "data-a")
    session.finish()

    assert skills(notebook)["skill:different-zones/pair"] == "again"


@pytest.mark.parametrize(
    ("level", "facts", "grade"),
    [
        (2, {"solved": True, "unaided": True}, "good"),
        (2, {"solved": True}, "hard"),
        (3, {"solved": True, "wrong_check": True}, "again"),
        (2, {"erred": True}, "again"),
        (2, {}, None),
        (1, {"solved": True, "unaided": True}, None),
        (0, {}, None),
    ],
)
def test_the_whole_is_graded_only_when_it_was_put_together_from_nothing(level, facts, grade):
    nothing = {"solved": False, "unaided": False, "wrong_check": False, "erred": False}

    assert rate_whole(level, **{**nothing, **facts}) == grade
