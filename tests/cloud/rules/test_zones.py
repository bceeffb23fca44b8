import pytest

from tests.fakes.drills import make_drill, make_network, told_by
from trainer.cloud.grading import PieceState, RuleState, grade

ZONAL = "lives-in-one-zone"
CENTER = "zone-has-a-data-center"
BARE = make_network(tiers=())
"""Zones without subnets, as simple diagrams draw them."""


@pytest.fixture
def zonal():
    services = {"server": "ec2-instance", "disk": "ebs-volume", "subnet": "private-subnet", "db": "rds"}
    return make_drill(services, rules=[ZONAL], topology=BARE)


@pytest.fixture
def centers():
    return make_drill({f"center-{number}": "data-center" for number in (1, 2, 3)}, rules=[CENTER], topology=BARE)


@pytest.mark.parametrize("piece", ["server", "disk", "subnet", "db"])
def test_what_is_zonal_is_right_in_any_zone(zonal, piece):
    assert told_by(ZONAL, zonal, {piece: ("zone-b",)}) == []


@pytest.mark.parametrize(
    ("piece", "place", "told"),
    [
        ("subnet", "vpc", "Directly in VPC 10.0.0.0/16, the Private subnet would stretch over its zones"),
        ("disk", "region", "Directly in Region eu-west-1, the EBS volume would stretch over its zones"),
        ("server", "internet", "The EC2 instance is in no Availability Zone here: Internet."),
    ],
)
def test_what_is_zonal_is_told_what_lies_around_the_zones(zonal, piece, place, told):
    (message,) = told_by(ZONAL, zonal, {piece: (place,)})

    assert message.startswith(told)


def test_where_subnets_are_drawn_an_instance_is_in_one_and_a_volume_need_not_be():
    drill = make_drill({"server": "ec2-instance", "disk": "ebs-volume"}, rules=[ZONAL])
    (message,) = told_by(ZONAL, drill, {"server": ("zone-a",), "disk": ("zone-a",)})

    assert message == "The EC2 instance is in Availability Zone A, and not where it gets its address: a subnet."
    assert told_by(ZONAL, drill, {"server": ("app-a",), "disk": ("app-a",)}) == []


def test_the_scope_rules_leave_zonal_things_to_the_rule_that_says_it_better(zonal):
    verdict = grade(zonal, {"server": ("region",), "subnet": ("region",)})

    assert {finding.rule for finding in verdict.findings} == {ZONAL}


def test_each_zone_is_right_with_a_data_center_and_may_have_more(centers):
    assert told_by(CENTER, centers, {"center-1": ("zone-a",), "center-2": ("zone-b",), "center-3": ("zone-b",)}) == []


def test_a_zone_without_a_data_center_is_named(centers):
    (message,) = told_by(CENTER, centers, {f"center-{number}": ("zone-b",) for number in (1, 2, 3)})

    assert message.startswith("Availability Zone A is left without a data center")


@pytest.mark.parametrize(
    ("placed", "state"),
    [
        ({"center-1": ("zone-a",)}, RuleState.PENDING),
        ({"center-1": ("zone-a",), "center-2": ("zone-a",)}, RuleState.PENDING),
        ({"center-1": ("zone-a",), "center-2": ("zone-b",)}, RuleState.SATISFIED),
        ({"center-1": ("region",), "center-2": ("vpc",)}, RuleState.VIOLATED),
    ],
)
def test_zones_are_judged_as_soon_as_no_data_center_can_change_it(centers, placed, state):
    assert grade(centers, placed).rules[CENTER] is state


def test_a_data_center_is_not_right_before_every_zone_has_one(centers):
    assert grade(centers, {"center-1": ("zone-a",)}).pieces["center-1"] is PieceState.PENDING
