from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.drills import complete_placements, make_drill, make_network, make_piece, placements, use
from tests.fakes.examples import quick
from trainer.cloud.grading import grade
from trainer.cloud.search import Move, count_accepted, find_completion, interchangeable, smallest_repair
from trainer.study.moves import apply_move

SERVERS = {"one": "ec2-instance", "two": "ec2-instance", "three": "ec2-instance"}

EXCHANGES = (
    [{}, {"nat-a": ("public-b",), "nat-b": ("public-a",)}],
    [{}, {"db-primary": ("data-b",), "db-standby": ("data-a",)}],
)
"""What may differ between two right placements of the flagship."""


@pytest.fixture(scope="module")
def small():
    """A load balancer, two databases and a decoy in two zones: small enough to look at everything."""
    return make_drill(
        make_piece("alb", "application-load-balancer", spans=2),
        make_piece("primary", "rds", name="Primary"),
        make_piece("standby", "rds", name="Standby"),
        make_piece("vgw", "virtual-private-gateway", decoy=True, breaks="no-unneeded-parts"),
        rules=[
            "lb-in-public-subnets-of-two-zones",
            "databases-without-internet-route",
            use("different-zones", pieces=("primary", "standby")),
            "no-unneeded-parts",
        ],
        solution={"alb": ("public-a", "public-b"), "primary": ("data-a",), "standby": ("data-b",)},
        topology=make_network(tiers=("public", "data")),
    )


@pytest.fixture(scope="module")
def accepted(small):
    return accepted_by(small)


def accepted_by(drill):
    """All right and complete placements of a small drill, looked for everywhere."""
    return [whole for whole in complete_placements(drill) if grade(drill, whole).correct]


def count_moves(drill, placement, target):
    """How many single moves lead from one placement to a complete one."""
    decoys = sum(len(where) for piece, where in placement.items() if drill.pieces[piece].decoy)
    return decoys + sum(len(set(where) - set(placement.get(piece, ()))) for piece, where in target.items())


def apply_moves(placement, moves):
    for move in moves:
        placement = apply_move(placement, move.piece, move.source, move.target)
    return placement


def test_like_pieces_are_interchangeable(flagship):
    assert ("nat-a", "nat-b") in interchangeable(flagship)
    assert ("db-primary",) in interchangeable(flagship)


def test_a_rule_about_one_of_them_tells_like_pieces_apart():
    drill = make_drill(SERVERS, rules=[use("different-zones", pieces=("one", "three"))])

    assert interchangeable(drill) == (("one", "three"), ("two",))


@pytest.mark.parametrize("difference", [{"role": "primary"}, {"name": "Other"}, {"spans": 2}])
def test_pieces_that_look_different_are_not_interchangeable(difference):
    drill = make_drill({"one": "rds"}, make_piece("two", "rds", **difference))

    assert interchangeable(drill) == (("one",), ("two",))


def test_the_flagship_has_two_right_placements_and_the_first_drill_one(flagship, mini):
    assert count_accepted(flagship) == 2
    assert count_accepted(mini) == 1


def test_everything_is_counted_where_everything_was_looked_at(small, accepted):
    assert count_accepted(small) == len(accepted)


def test_exchanges_of_interchangeable_pieces_count_once():
    drill = make_drill(SERVERS)  # in six subnets, in any number: multisets of three

    assert len(accepted_by(drill)) == 6**3
    assert count_accepted(drill) == 6 * 7 * 8 / (1 * 2 * 3)


def test_the_count_stops_where_it_is_told():
    assert count_accepted(make_drill(SERVERS), at_most=10) == 11


def test_rules_that_contradict_each_other_leave_no_placement():
    rules = ["databases-without-internet-route"]
    drill = make_drill({"db": "rds"}, rules=rules, topology=make_network(tiers=("public",)))

    assert count_accepted(drill) == 0
    assert smallest_repair(drill, {}) is None


def test_a_completion_keeps_what_is_placed(flagship):
    completion = find_completion(flagship, {"db-primary": ("data-b",), "alb": ("public-b",)})

    assert completion["db-primary"] == ("data-b",)
    assert completion["alb"] == ("public-b", "public-a")
    assert grade(flagship, completion).correct


def test_what_is_wrong_has_no_completion(flagship):
    assert find_completion(flagship, {"db-primary": ("app-a",)}) is None


def test_nothing_needs_repair_in_a_solution(flagship):
    assert smallest_repair(flagship, flagship.solution) == ()


@pytest.mark.parametrize(
    ("change", "moves"),
    [
        ({"igw": ("public-a",)}, [Move("igw", "public-a", "vpc")]),
        ({"db-standby": ("data-a",)}, [Move("db-standby", "data-a", "data-b")]),
        ({"web": ("app-a",)}, [Move("web", None, "app-b")]),
        ({"vgw": ("vpc",)}, [Move("vgw", "vpc", None)]),
        ({"nat-a": ("app-a",), "igw": ()}, [Move("nat-a", "app-a", "public-a"), Move("igw", None, "vpc")]),
        ({"alb": ("app-a", "public-b")}, [Move("alb", "app-a", "public-a")]),
    ],
)
def test_a_repair_moves_what_is_wrong_then_adds_what_is_missing(flagship, change, moves):
    assert smallest_repair(flagship, {**flagship.solution, **change}) == tuple(moves)


def test_a_repair_moves_the_piece_that_hints_point_at(flagship):
    both = {"nat-a": ("public-b",), "nat-b": ("public-b",)}
    accused = grade(flagship, both).errors[0].pieces[-1]

    assert smallest_repair(flagship, both)[0].piece == accused


def test_a_repair_out_of_budget_is_none(flagship):
    assert smallest_repair(flagship, {}, budget=5) is None


def test_advice_is_no_reason_to_move_a_piece(small):
    rules = tuple(replace(rule, asked=False) for rule in small.rules)

    assert smallest_repair(replace(small, rules=rules), {**small.solution, "vgw": ("vpc",)}) == ()


@quick
@given(data=st.data())
def test_no_repair_is_shorter(small, accepted, data):
    placement = data.draw(placements(small))
    moves = smallest_repair(small, placement)

    assert len(moves) == min(count_moves(small, placement, target) for target in accepted)
    assert grade(small, apply_moves(placement, moves)).correct


@quick
@given(data=st.data())
def test_no_repair_of_the_flagship_is_shorter(flagship, data):
    placement = data.draw(placements(flagship))
    moves = smallest_repair(flagship, placement)
    targets = [{**flagship.solution, **nats, **databases} for nats, databases in product(*EXCHANGES)]

    assert len(moves) == min(count_moves(flagship, placement, target) for target in targets)
    assert grade(flagship, apply_moves(placement, moves)).correct


@quick
@given(data=st.data())
def test_a_repair_is_the_same_each_time(flagship, data):
    placement = data.draw(placements(flagship))

    assert smallest_repair(flagship, placement) == smallest_repair(flagship, dict(placement))
