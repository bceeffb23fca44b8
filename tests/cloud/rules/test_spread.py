from dataclasses import replace

import pytest

from tests.fakes.drills import make_drill, make_piece, told_by, use
from trainer.cloud.drill import Fixture, Link, Mode
from trainer.cloud.grading import PieceState, RuleState, grade
from trainer.cloud.lines import with_lines


@pytest.fixture
def pair():
    primary = make_piece("primary", "rds", role="primary")
    standby = make_piece("standby", "rds", role="standby")
    return make_drill(primary, standby, rules=[use("different-zones", pieces=("primary", "standby"))])


@pytest.fixture
def servers():
    pieces = {"one": "ec2-instance", "two": "ec2-instance", "three": "nat-instance"}
    return make_drill(pieces, rules=[use("different-zones", pieces=("one", "two", "three"))])


@pytest.mark.parametrize(("primary", "standby"), [("data-a", "data-b"), ("data-b", "data-a"), ("app-a", "public-b")])
def test_copies_are_right_in_any_two_zones(pair, primary, standby):
    assert told_by("different-zones", pair, {"primary": (primary,), "standby": (standby,)}) == []


@pytest.mark.parametrize("standby", ["data-a", "app-a"])
def test_primary_and_standby_in_one_zone_are_told_what_its_loss_means(pair, standby):
    (message,) = told_by("different-zones", pair, {"primary": ("data-a",), "standby": (standby,)})

    assert message.startswith("Primary and standby are both in Availability Zone A.")
    assert "losing Availability Zone A leaves a copy" in message


def test_other_copies_in_one_zone_are_named(servers):
    (message,) = told_by("different-zones", servers, {"one": ("app-b",), "three": ("data-b",)})

    assert message == "The EC2 instance and the NAT instance are both in Availability Zone B: losing it loses both."


def test_each_two_of_three_copies_are_compared(servers):
    same = {"one": ("app-b",), "two": ("app-b",), "three": ("app-b",)}

    assert len(told_by("different-zones", servers, same)) == 3


@pytest.fixture
def group():
    return make_drill(make_piece("web", "auto-scaling-group", spans=2), rules=["group-in-two-zones"])


@pytest.mark.parametrize("places", [("app-a", "app-b"), ("public-b", "data-a")])
def test_a_group_is_right_in_any_subnets_of_two_zones(group, places):
    assert told_by("group-in-two-zones", group, {"web": places}) == []


def test_a_group_around_one_zone_is_told_which(group):
    (message,) = told_by("group-in-two-zones", group, {"web": ("app-b", "public-b")})

    assert "drawn around Availability Zone B alone" in message


def test_half_a_group_can_still_get_a_second_zone(group):
    assert grade(group, {"web": ("app-b",)}).rules["group-in-two-zones"] is RuleState.PENDING


def test_a_group_of_one_subnet_is_not_asked_for_two_zones():
    drill = make_drill({"web": "auto-scaling-group"}, rules=["group-in-two-zones"])

    assert told_by("group-in-two-zones", drill, {"web": ("app-a",)}) == []


REGIONAL = {"launch-template-in-the-region": "launch-template", "alarm-in-the-region": "cloudwatch-alarm"}


@pytest.mark.parametrize(("rule", "service"), REGIONAL.items())
def test_what_belongs_to_the_region_is_right_there_and_open_before(rule, service):
    drill = make_drill({"thing": service}, rules=[rule])

    assert grade(drill, {"thing": ("region",)}).pieces["thing"] is PieceState.RIGHT
    assert grade(drill, {}).rules[rule] is RuleState.PENDING


@pytest.mark.parametrize(
    ("rule", "place", "told"),
    [
        ("launch-template-in-the-region", "app-a", "is put into subnet 10.0.11.0/24; a launch template is a descript"),
        ("alarm-in-the-region", "vpc", "is put into VPC 10.0.0.0/16; an alarm watches from outside the network."),
    ],
)
def test_what_belongs_to_the_region_is_told_why_it_is_in_no_zone_and_by_no_other_rule(rule, place, told):
    drill = make_drill({"thing": REGIONAL[rule]}, rules=[rule])
    (finding,) = grade(drill, {"thing": (place,)}).errors

    assert finding.rule == rule
    assert told in finding.message


@pytest.fixture
def servers_in_a_pair():
    """Users -> active, and a passive server beside it."""
    pieces = [make_piece(name, "ec2-instance", role=name, name=name.title()) for name in ("active", "passive")]
    return replace(
        make_drill(*pieces, rules=["passive-server-takes-no-traffic"]),
        fixtures=(Fixture("users", "users", "Users", "internet"),),
        links=(Link("users", "active"),),
        modes=(Mode.PLACE, Mode.CONNECT),
    )


@pytest.mark.parametrize(("target", "rules"), [("active", []), ("passive", ["passive-server-takes-no-traffic"])])
def test_users_are_led_to_the_active_server_alone(servers_in_a_pair, target, rules):
    places = {"active": ("public-a",), "passive": ("public-b",)}
    errors = grade(servers_in_a_pair, with_lines(places, [("users", target)])).errors

    assert [error.rule for error in errors] == rules


REQUIREMENTS = {
    "at-least-two-instances": "Thing: at quiet times one instance is left",
    "one-balancer-for-all-zones": "The Thing would be one more name for users",
    "health-check-tests-dependencies": "Thing: that page answers although",
    "one-working-server": "Thing: several servers work at once",
}


@pytest.mark.parametrize("rule", REQUIREMENTS)
@pytest.mark.parametrize("place", ["app-a", "region"])
def test_a_part_that_breaks_a_requirement_is_told_so_wherever_it_is(rule, place):
    thing = make_piece("thing", "auto-scaling-group", name="Thing", decoy=True, breaks=rule)
    drill = make_drill(thing, rules=[rule])

    assert told_by(rule, drill, {}) == []
    (message,) = told_by(rule, drill, {"thing": (place,)})
    assert message.startswith(REQUIREMENTS[rule])
