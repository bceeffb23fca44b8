"""What `grade` says of a partial placement, held against all of its completions."""

from collections import defaultdict
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.drills import (
    complete_placements,
    make_drill,
    make_network,
    make_piece,
    make_two_regions,
    parts_of,
    placements,
    use,
)
from tests.fakes.examples import quick
from trainer.cloud.grading import PieceState, RuleState, grade
from trainer.cloud.soundness.finality import reversals
from trainer.cloud.soundness.sampling import draw_completion, draw_placement
from trainer.cloud.topology import Container, ContainerKind, Topology

LB = "lb-in-public-subnets-of-two-zones"
WEB = "instances-in-private-subnets-of-two-zones"
NATS = ("nat-in-public-subnet", "nat-gateway-per-zone")
SMALL = make_network(tiers=("public", "data"))
THREE_ZONES = make_network("abc", tiers=("public",))
BARE = make_network(tiers=())


def servers(count):
    return {f"server-{number}": "ec2-instance" for number in range(count)}


def grouped():
    group = Container("group", ContainerKind.GROUP, "Group", "public-a")
    return Topology([*SMALL.values(), group])


def without_routes():
    """Two subnets that wait for their route tables."""
    subnets = [Container(f"subnet-{zone}", ContainerKind.SUBNET, f"Subnet {zone}", f"zone-{zone}") for zone in "ab"]
    return Topology([*BARE.values(), *subnets])


DRILLS = {
    "gateways": make_drill(
        {"igw": "internet-gateway", "vgw": "virtual-private-gateway"}, rules=["igw-attached-to-vpc"]
    ),
    "two NAT gateways": make_drill({"nat-a": "nat-gateway", "nat-b": "nat-gateway"}, rules=NATS),
    "three NAT gateways": make_drill(
        {f"nat-{zone}": "nat-gateway" for zone in "abc"},
        rules=NATS,
        topology=make_network("abc", tiers=("public", "data")),
    ),
    "a wide NAT gateway": make_drill(
        make_piece("nat-a", "nat-gateway", spans=2), {"nat-b": "nat-gateway"}, rules=NATS, topology=SMALL
    ),
    "a load balancer and an instance": make_drill(
        make_piece("alb", "application-load-balancer", spans=2), servers(1), rules=[LB, "private-instances"]
    ),
    "a group": make_drill(make_piece("web", "auto-scaling-group", spans=2), rules=[WEB, "instances-have-a-way-out"]),
    "a wide group": make_drill(make_piece("web", "auto-scaling-group", spans=3), rules=[WEB], topology=SMALL),
    "a group on advice": make_drill(
        make_piece("web", "auto-scaling-group", spans=2), rules=[use(WEB, asked=False)], topology=grouped()
    ),
    "databases": make_drill(
        make_piece("primary", "rds"),
        make_piece("standby", "rds"),
        rules=["databases-without-internet-route", use("different-zones", pieces=("primary", "standby"))],
    ),
    "three copies": make_drill(
        servers(3),
        rules=[use("different-zones", pieces=tuple(servers(3)))],
        topology=THREE_ZONES,
    ),
    "addresses of a network load balancer": make_drill(
        make_piece("nlb", "network-load-balancer", spans=2),
        {"eip-a": "elastic-ip", "eip-b": "elastic-ip"},
        rules=["elastic-ip-for-each-subnet-of-the-nlb"],
        topology=SMALL,
    ),
    "targets of a network load balancer": make_drill(
        make_piece("nlb", "network-load-balancer", spans=2),
        servers(2),
        rules=["targets-in-every-zone-of-the-nlb"],
        topology=SMALL,
    ),
    "zones of a subnet group": make_drill(
        make_piece("group", "db-subnet-group", spans=2), rules=["subnet-group-in-two-zones"], topology=SMALL
    ),
    "VPCs of a subnet group": make_drill(
        make_piece("group", "db-subnet-group", spans=2),
        rules=["subnet-group-in-one-vpc"],
        topology=make_two_regions(("data",)),
    ),
    "a subnet group and its databases": make_drill(
        make_piece("group", "db-subnet-group", spans=2),
        {"primary": "rds", "standby": "rds"},
        rules=["database-in-its-subnet-group"],
        topology=SMALL,
    ),
    "two Regions": make_drill(
        {"primary": "rds", "standby": "rds"},
        rules=[
            use("standby-in-the-region-of-its-primary", pieces=("primary", "standby")),
            use("database-in-reach-of-its-clients", pieces=("primary",), networks=("vpc",)),
        ],
        topology=make_two_regions(("data",)),
    ),
    "a cluster in three zones": make_drill(
        {"writer": "rds", "one": "rds", "two": "rds"},
        rules=[use("cluster-in-three-zones", pieces=("writer", "one", "two"))],
        topology=THREE_ZONES,
    ),
    "parts of the Region": make_drill(
        {"template": "launch-template", "alarm": "cloudwatch-alarm"},
        rules=["launch-template-in-the-region", "alarm-in-the-region"],
        topology=SMALL,
    ),
    "a group in two zones": make_drill(
        make_piece("web", "auto-scaling-group", spans=2), rules=["group-in-two-zones"], topology=SMALL
    ),
    "a route table and a server": make_drill(
        make_piece("table", "route-table", role="internet-gateway"),
        servers(1),
        {"nat": "nat-gateway"},
        rules=[
            "nat-in-public-subnet",
            use("reached-from-internet-in-public-subnet", pieces=("server-0", "table")),
        ],
        topology=without_routes(),
    ),
    "a wide route table and a hidden server": make_drill(
        make_piece("table", "route-table", role="internet-gateway", spans=2),
        servers(1),
        rules=[
            "route-table-on-subnet",
            "main-table-stays-local",
            use("hidden-in-private-subnet", pieces=("server-0",)),
        ],
        topology=without_routes(),
    ),
    "route tables": make_drill(
        {"table-a": "route-table", "table-b": "route-table"},
        rules=["one-route-table-per-subnet"],
        topology=without_routes(),
    ),
    "data centers": make_drill(
        {f"center-{number}": "data-center" for number in range(3)},
        rules=["lives-in-one-zone", "zone-has-a-data-center"],
        topology=BARE,
    ),
    "two doors": make_drill(
        {"igw-a": "internet-gateway", "igw-b": "internet-gateway"}, rules=["one-internet-gateway-per-vpc"]
    ),
    "a guard": make_drill(
        {"guard": "security-group", "server": "ec2-instance"},
        rules=[use("security-group-round-the-instance", pieces=("guard", "server"))],
        topology=grouped(),
    ),
    "a wide copy": make_drill(
        make_piece("cluster", "rds", spans=2),
        {"reader": "rds"},
        rules=[use("different-zones", pieces=("cluster", "reader"))],
        topology=SMALL,
    ),
}


def outcomes_of(drill):
    """For each partial placement, what is said of rules and pieces in its completions."""
    found = defaultdict(lambda: defaultdict(set))
    for whole in complete_placements(drill):
        verdict = grade(drill, whole)
        for part in parts_of(whole):
            outcomes = found[tuple(part.items())]
            for name, state in (*verdict.rules.items(), *verdict.pieces.items()):
                outcomes[name].add(state)
    return found


def expected_of_rule(outcomes):
    return next(iter(outcomes)) if len(outcomes) == 1 else RuleState.PENDING


def assert_pieces_are_final(drill, part, states, outcomes):
    for piece, state in states.items():
        if state in (PieceState.RIGHT, PieceState.WRONG):
            assert outcomes[piece] == {state}, (piece, part)
        elif len(part[piece]) == drill.pieces[piece].spans:
            assert len(outcomes[piece]) > 1, (piece, part)


@pytest.mark.parametrize("drill", DRILLS.values(), ids=DRILLS)
def test_a_partial_verdict_says_exactly_what_all_completions_have_in_common(drill):
    for items, outcomes in outcomes_of(drill).items():
        part = dict(items)
        verdict = grade(drill, part)

        assert verdict.rules == {rule: expected_of_rule(outcomes[rule]) for rule in verdict.rules}, part
        assert_pieces_are_final(drill, part, verdict.pieces, outcomes)


def test_the_first_drill_is_judged_exactly(mini):
    for items, outcomes in outcomes_of(mini).items():
        verdict = grade(mini, dict(items))

        assert verdict.rules == {rule: expected_of_rule(outcomes[rule]) for rule in verdict.rules}, items


@quick
@given(data=st.data(), random=st.randoms(use_true_random=False))
def test_nothing_that_is_final_is_taken_back(flagship, data, random):
    placement = data.draw(placements(flagship))
    completed = draw_completion(flagship, placement, random)

    assert list(reversals(grade(flagship, placement), grade(flagship, completed))) == []


def test_a_pending_rule_can_still_go_both_ways(flagship):
    random = Random(4)
    for _ in range(25):
        placement = draw_placement(flagship, random)
        pending = [rule for rule, state in grade(flagship, placement).rules.items() if state is RuleState.PENDING]
        ends = [grade(flagship, draw_completion(flagship, placement, random)).rules for _ in range(150)]

        for rule in pending:
            assert {end[rule] for end in ends} == {RuleState.SATISFIED, RuleState.VIOLATED}, (rule, placement)
