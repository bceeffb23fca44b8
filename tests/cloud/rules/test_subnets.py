import pytest

from tests.fakes.drills import make_drill, make_network, make_piece, told_by, use
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.topology import Container, ContainerKind, Topology

ONE, INSIDE, APART, ROOM = "one-range-per-subnet", "range-inside-the-vpc", "ranges-apart", "room-for-the-hosts"


def plain(name):
    """A subnet without a range yet."""
    return Container(name, ContainerKind.SUBNET, f"Subnet {name}", "zone")


PLAN = Topology(
    [
        Container("vpc", ContainerKind.VPC, "VPC 10.0.0.0/23", cidr="10.0.0.0/23"),
        Container("zone", ContainerKind.AZ, "Availability Zone A", "vpc"),
        plain("large"),
        plain("small"),
    ]
)


def chip(name, cidr, **fields):
    return make_piece(name, "chip", name=cidr, **fields)


@pytest.fixture
def plan():
    return make_drill(
        chip("whole", "10.0.0.0/24"),
        chip("half", "10.0.1.0/25"),
        chip("outside", "10.0.2.0/24", decoy=True, breaks=INSIDE),
        chip("twice", "10.0.0.128/25", decoy=True, breaks=APART),
        make_piece("note", "chip", name="No range"),
        rules=[ONE, INSIDE, APART, use(ROOM, places=("large",), hosts=124)],
        topology=PLAN,
    )


@pytest.fixture
def vpc():
    return make_drill({"network": "vpc"}, rules=["vpc-in-region"])


def test_a_vpc_is_right_in_a_region(vpc):
    assert told_by("vpc-in-region", vpc, {"network": ("region",)}) == []


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("zone-a", "Inside Availability Zone A the VPC would be lost with that one zone."),
        ("app-b", "No VPC fits into subnet 10.0.12.0/24, which is a part of one."),
        ("vpc", "VPCs do not nest, and VPC 10.0.0.0/16 is one already."),
        ("internet", "A VPC is created in one Region; here it is in none: Internet."),
    ],
)
def test_a_vpc_elsewhere_is_told_what_that_means(vpc, place, told):
    assert told_by("vpc-in-region", vpc, {"network": (place,)}) == [told]


def test_a_vpc_in_the_palette_is_not_judged(vpc):
    assert grade(vpc, {}).rules["vpc-in-region"] is RuleState.PENDING


@pytest.mark.parametrize("rule", [ONE, INSIDE, APART, ROOM])
def test_ranges_are_right_when_each_subnet_has_its_own_and_enough_room(plan, rule):
    assert told_by(rule, plan, {"whole": ("large",), "half": ("small",), "note": ("zone",)}) == []


def test_a_range_is_for_a_subnet(plan):
    assert told_by(ONE, plan, {"whole": ("zone",)}) == ["10.0.0.0/24 is for a subnet, and Availability Zone A is none."]


def test_two_ranges_on_one_subnet_are_named(plan):
    (message,) = told_by(ONE, plan, {"whole": ("large",), "half": ("large",)})

    assert message == "10.0.0.0/24 and 10.0.1.0/25 are both given to subnet large."


def test_two_ranges_in_one_place_that_is_no_subnet_are_told_only_that(plan):
    assert len(told_by(ONE, plan, {"whole": ("vpc",), "half": ("vpc",)})) == 2


@pytest.mark.parametrize("place", ["large", "zone"])
def test_a_range_outside_the_vpc_is_told_where_the_vpc_ends(plan, place):
    (message,) = told_by(INSIDE, plan, {"outside": (place,)})

    assert message == "10.0.2.0/24 is no part of VPC 10.0.0.0/23, which runs from 10.0.0.0 to 10.0.1.255."


def test_a_range_of_the_plan_outside_the_vpc_waits_to_be_placed():
    drill = make_drill(chip("far", "172.16.0.0/24"), rules=[INSIDE], topology=PLAN)

    assert grade(drill, {}).rules[INSIDE] is RuleState.PENDING
    assert grade(drill, {"far": ("large",)}).rules[INSIDE] is RuleState.VIOLATED


def test_a_range_that_overlaps_with_the_plan_is_told_with_which(plan):
    (message,) = told_by(APART, plan, {"twice": ("small",)})

    assert message.startswith("10.0.0.128/25 and 10.0.0.0/24 share addresses")


def test_ranges_that_overlap_are_wrong_once_both_are_placed():
    drill = make_drill(chip("whole", "10.0.0.0/24"), chip("half", "10.0.0.0/25"), rules=[APART], topology=PLAN)

    assert grade(drill, {"whole": ("large",)}).rules[APART] is RuleState.PENDING
    assert told_by(APART, drill, {"whole": ("large",), "half": ("small",)}) == [
        "10.0.0.0/24 and 10.0.0.0/25 share addresses."
    ]


def test_five_addresses_of_a_range_are_no_room(plan):
    (message,) = told_by(ROOM, plan, {"half": ("large",)})

    assert message == "10.0.1.0/25 has room for 123 hosts, and subnet large needs 124."


def test_a_subnet_without_a_number_of_hosts_takes_any_range(plan):
    assert told_by(ROOM, plan, {"half": ("small",)}) == []


@pytest.mark.parametrize("rule", [ONE, ROOM])
def test_ranges_in_the_palette_leave_it_open(plan, rule):
    assert grade(plan, {"whole": ("large",)}).rules[rule] is RuleState.PENDING


def test_without_ranges_there_is_nothing_to_judge():
    drill = make_drill({"server": "ec2-instance"}, rules=[ONE, APART], topology=make_network())

    assert {grade(drill, {}).rules[rule] for rule in (ONE, APART)} == {RuleState.SATISFIED}
