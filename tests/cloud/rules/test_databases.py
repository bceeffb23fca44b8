from dataclasses import replace

import pytest

from tests.fakes.drills import make_drill, make_piece, make_two_regions, told_by, use
from trainer.cloud.drill import Fixture, Link, Mode
from trainer.cloud.grading import PieceState, RuleState, grade
from trainer.cloud.lines import with_lines

RULE = "databases-without-internet-route"
LISTED = "database-in-its-subnet-group"


@pytest.fixture
def drill():
    return make_drill({"db": "rds"}, rules=[RULE])


@pytest.fixture
def group():
    rules = ["subnet-group-in-two-zones", "subnet-group-in-one-vpc"]
    return make_drill(make_piece("group", "db-subnet-group", spans=2), rules=rules, topology=make_two_regions())


@pytest.fixture
def listed():
    """A group of two subnets, and two databases for them."""
    pieces = {"primary": "rds", "standby": "rds"}
    return make_drill(make_piece("group", "db-subnet-group", spans=2), pieces, rules=[LISTED])


def named(drill):
    """A drill whose database is called by its name: client -> endpoint -> primary."""
    fixtures = (
        Fixture("client", "ec2-instance", "Client", "app-a"),
        Fixture("endpoint", "db-endpoint", "Endpoint", "vpc"),
    )
    links = (Link("client", "endpoint"), Link("endpoint", "primary"))
    return replace(drill, fixtures=fixtures, links=links, modes=(Mode.PLACE, Mode.CONNECT))


def test_a_database_is_right_where_only_the_local_route_is(drill):
    assert told_by(RULE, drill, {"db": ("data-b",)}) == []


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("public-a", "is in subnet 10.0.1.0/24, a public subnet"),
        ("app-b", "is in subnet 10.0.12.0/24, which has a route to the internet through a NAT gateway"),
    ],
)
def test_a_database_with_a_route_to_the_internet_is_told_which(drill, place, told):
    (message,) = told_by(RULE, drill, {"db": (place,)})

    assert told in message


@pytest.mark.parametrize("places", [("data-a", "data-b"), ("app-b", "public-a"), ("data-a",), ("data-a", "vpc")])
def test_a_group_of_two_zones_and_one_vpc_is_right(group, places):
    assert grade(group, {"group": places}).rules["subnet-group-in-two-zones"] is not RuleState.VIOLATED
    assert told_by("subnet-group-in-one-vpc", group, {"group": places}) == []


def test_a_group_of_one_zone_is_refused(group):
    (message,) = told_by("subnet-group-in-two-zones", group, {"group": ("app-a", "data-a")})

    assert message == "Every subnet that the group lists is in Availability Zone A: RDS refuses such a group."


def test_a_group_with_a_subnet_to_come_can_still_have_two_zones_and_two_vpcs(group):
    rules = grade(group, {"group": ("data-a",)}).rules

    assert rules["subnet-group-in-two-zones"] is RuleState.PENDING
    assert rules["subnet-group-in-one-vpc"] is RuleState.PENDING


def test_a_group_of_two_vpcs_is_told_both(group):
    (message,) = told_by("subnet-group-in-one-vpc", group, {"group": ("data-a", "data-c")})

    assert "lists subnets of VPC 10.0.0.0/16 and of VPC 10.1.0.0/16" in message


def test_a_database_is_right_where_its_group_lists_the_subnet(listed):
    placement = {"group": ("data-b", "data-a"), "primary": ("data-a",), "standby": ("data-b",)}

    assert told_by(LISTED, listed, placement) == []


def test_a_database_beside_its_group_is_told_where_it_is(listed):
    placement = {"group": ("data-b", "data-a"), "primary": ("app-a",), "standby": ("data-b",)}
    (finding,) = grade(listed, placement).errors

    assert finding.message == "The DB subnet group leaves out subnet 10.0.11.0/24, where the Amazon RDS is."
    assert finding.pieces == ("group", "primary")


def test_a_database_is_pending_while_its_group_has_a_subnet_to_come(listed):
    verdict = grade(listed, {"group": ("data-b",), "primary": ("app-a",)})

    assert verdict.errors == ()
    assert verdict.pieces["primary"] is PieceState.PENDING


def test_a_group_is_wrong_once_it_cannot_list_every_place_any_more(listed):
    verdict = grade(listed, {"group": ("public-a",), "primary": ("data-a",), "standby": ("data-b",)})
    (finding,) = verdict.errors

    assert "has no room left for subnet 10.0.21.0/24" in finding.message
    assert verdict.pieces["group"] is PieceState.WRONG
    assert verdict.pieces["primary"] is verdict.pieces["standby"] is PieceState.PENDING


def test_a_tile_of_the_group_outside_every_subnet_lists_nothing_and_accuses_nobody(listed):
    assert told_by(LISTED, listed, {"group": ("vpc", "data-a"), "primary": ("data-b",)}) == []


@pytest.fixture
def reached():
    rule = use("database-in-reach-of-its-clients", pieces=("db",), networks=("vpc",))
    return make_drill({"db": "rds"}, rules=[rule], topology=make_two_regions())


def test_a_database_in_the_network_of_its_clients_is_in_reach(reached):
    assert told_by("database-in-reach-of-its-clients", reached, {"db": ("app-b",)}) == []


def test_a_database_in_another_network_is_out_of_reach(reached):
    (message,) = told_by("database-in-reach-of-its-clients", reached, {"db": ("data-c",)})

    assert "in subnet 10.1.21.0/24, in a network that is not joined to that of its clients" in message


def test_whether_a_database_is_in_reach_is_open_before_it_is_placed(reached):
    assert grade(reached, {}).rules["database-in-reach-of-its-clients"] is RuleState.PENDING


@pytest.fixture
def called():
    primary = make_piece("primary", "rds", role="primary", name="Primary")
    standby = make_piece("standby", "rds", role="standby", name="Standby")
    return named(make_drill(primary, standby, rules=["clients-use-the-endpoint"]))


def drawn(*lines):
    return with_lines({"primary": ("data-a",), "standby": ("data-b",)}, lines)


def test_a_client_is_right_to_call_the_name(called):
    placement = drawn(("client", "endpoint"), ("endpoint", "primary"))

    assert told_by("clients-use-the-endpoint", called, placement) == []


def test_a_client_that_calls_a_machine_is_told_which(called):
    (finding,) = grade(called, drawn(("client", "primary"))).errors

    assert finding.rule == "clients-use-the-endpoint"
    assert finding.message.startswith("The Client holds the address of the Primary")
    assert finding.lines == (("client", "primary"),)


@pytest.mark.parametrize("line", [("standby", "primary"), ("client", "standby")])
def test_other_wrong_lines_are_left_to_other_rules(called, line):
    (finding,) = grade(called, drawn(line)).errors

    assert finding.rule == "flow-needed"


def test_a_line_to_a_piece_that_is_not_placed_is_not_judged(called):
    assert grade(called, with_lines({}, [("client", "primary")])).errors == ()
