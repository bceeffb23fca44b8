import pytest

from tests.fakes.drills import make_drill, make_network, make_piece, told_by
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.topology import Access, Container, ContainerKind, Route, RouteTarget, Topology

ON_VPC = {
    "igw-attached-to-vpc": "internet-gateway",
    "regional-nat-on-the-vpc": "nat-gateway-regional",
    "egress-only-gateway-on-the-vpc": "egress-only-internet-gateway",
}
ONE_IGW = "one-internet-gateway-per-vpc"
PRIVATE_NAT = "private-nat-toward-private-networks"


def two_vpcs():
    other = Container("other", ContainerKind.VPC, "VPC 10.1.0.0/16", "region", cidr="10.1.0.0/16")
    return Topology([*make_network().values(), other])


def joined(target):
    """The network of the other tests, with a subnet that has a route to another private network."""
    routes = (Route("192.168.0.0/16", target),)
    subnet = Container("joined", ContainerKind.SUBNET, "Subnet 10.0.31.0/24", "zone-a", Access.PRIVATE, None, routes)
    return Topology([*make_network().values(), subnet])


@pytest.fixture
def igw():
    return make_drill({"igw": "internet-gateway"}, rules=["igw-attached-to-vpc"])


@pytest.fixture
def nats():
    pieces = {"nat-a": "nat-gateway", "nat-b": "nat-gateway"}
    return make_drill(pieces, rules=["nat-in-public-subnet", "nat-gateway-per-zone"])


def test_an_internet_gateway_is_right_on_the_vpc(igw):
    assert told_by("igw-attached-to-vpc", igw, {"igw": ("vpc",)}) == []


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("public-a", "subnet 10.0.1.0/24 is only a part of that"),
        ("zone-b", "belongs to no zone; this is Availability Zone B"),
        ("region", "floats in Region eu-west-1, beside the VPC"),
        ("internet", "not part of: Internet"),
    ],
)
def test_an_internet_gateway_elsewhere_is_told_what_that_place_is(igw, place, told):
    (message,) = told_by("igw-attached-to-vpc", igw, {"igw": (place,)})

    assert told in message


def test_a_nat_gateway_is_right_in_a_public_subnet(nats):
    assert told_by("nat-in-public-subnet", nats, {"nat-a": ("public-b",)}) == []


@pytest.mark.parametrize(("place", "label"), [("app-a", "10.0.11.0/24"), ("data-b", "10.0.22.0/24")])
def test_a_nat_gateway_in_a_private_subnet_cannot_get_out(nats, place, label):
    (message,) = told_by("nat-in-public-subnet", nats, {"nat-a": (place,)})

    assert f"subnet {label}, which has no route to the internet gateway" in message


def test_nat_gateways_are_right_one_in_each_zone(nats):
    assert told_by("nat-gateway-per-zone", nats, {"nat-a": ("public-b",), "nat-b": ("public-a",)}) == []


def test_nat_gateways_that_share_a_zone_are_told_which(nats):
    (message,) = told_by("nat-gateway-per-zone", nats, {"nat-a": ("public-b",), "nat-b": ("data-b",)})

    assert "2 NAT gateways share Availability Zone B" in message


def test_a_single_nat_gateway_shares_nothing(nats):
    assert told_by("nat-gateway-per-zone", nats, {"nat-a": ("public-b",)}) == []


@pytest.mark.parametrize("rule", ON_VPC)
def test_a_gateway_of_the_vpc_is_right_there_and_open_in_the_palette(rule):
    drill = make_drill({"gateway": ON_VPC[rule]}, rules=[rule])

    assert told_by(rule, drill, {"gateway": ("vpc",)}) == []
    assert grade(drill, {}).rules[rule] is RuleState.PENDING


@pytest.mark.parametrize(
    ("rule", "place", "told"),
    [
        ("regional-nat-on-the-vpc", "public-a", "created without a subnet; here it is tied to subnet 10.0.1.0/24"),
        ("regional-nat-on-the-vpc", "zone-a", "in every zone that the VPC uses, not only in Availability Zone A"),
        ("regional-nat-on-the-vpc", "region", "floats in Region eu-west-1"),
        ("regional-nat-on-the-vpc", "office", "not part of: Office"),
        ("egress-only-gateway-on-the-vpc", "app-b", "takes no address of subnet 10.0.12.0/24"),
        ("egress-only-gateway-on-the-vpc", "zone-b", "serves all zones of the VPC, not only Availability Zone B"),
        ("egress-only-gateway-on-the-vpc", "region", "floats in Region eu-west-1"),
        ("egress-only-gateway-on-the-vpc", "internet", "not part of: Internet"),
    ],
)
def test_a_gateway_of_the_vpc_elsewhere_is_told_what_that_place_is(rule, place, told):
    (message,) = told_by(rule, make_drill({"gateway": ON_VPC[rule]}, rules=[rule]), {"gateway": (place,)})

    assert told in message


@pytest.fixture
def doors():
    pieces = {"one": "internet-gateway", "two": "internet-gateway"}
    return make_drill(pieces, rules=[ONE_IGW], topology=two_vpcs())


def test_each_vpc_is_right_with_an_internet_gateway_of_its_own(doors):
    assert told_by(ONE_IGW, doors, {"one": ("other",), "two": ("vpc",)}) == []


def test_two_internet_gateways_of_one_vpc_are_told_which_it_is(doors):
    (message,) = told_by(ONE_IGW, doors, {"one": ("other",), "two": ("other",)})

    assert message == "VPC 10.1.0.0/16 has two internet gateways; AWS attaches one."


@pytest.mark.parametrize(
    ("placed", "state"),
    [({}, RuleState.PENDING), ({"one": ("vpc",)}, RuleState.PENDING), ({"one": ("region",)}, RuleState.SATISFIED)],
)
def test_internet_gateways_can_meet_while_one_is_in_the_palette(doors, placed, state):
    assert grade(doors, placed).rules[ONE_IGW] is state


@pytest.mark.parametrize("place", ["vpc", "zone-b"])
def test_an_internet_gateway_too_many_is_wrong_wherever_it_is(place):
    second = make_piece("second", "internet-gateway", decoy=True, breaks=ONE_IGW)
    (message,) = told_by(ONE_IGW, make_drill(second, rules=[ONE_IGW]), {"second": (place,)})

    assert message.endswith("this would be a second one.")


def test_a_nat_gateway_goes_out_by_a_route_table_that_is_placed():
    open_network = Topology(
        [Container(place.id, place.kind, place.label, place.parent) for place in make_network().values()]
    )
    table = make_piece("table", "route-table", role="internet-gateway")
    drill = make_drill(table, {"nat": "nat-gateway"}, rules=["nat-in-public-subnet"], topology=open_network)

    assert grade(drill, {"nat": ("app-a",)}).rules["nat-in-public-subnet"] is RuleState.PENDING
    assert told_by("nat-in-public-subnet", drill, {"nat": ("app-a",), "table": ("app-a",)}) == []
    assert len(told_by("nat-in-public-subnet", drill, {"nat": ("app-a",), "table": ("app-b",)})) == 1


def test_a_zonal_nat_gateway_breaks_the_wish_for_no_public_subnet_wherever_it_is():
    rule = "no-subnet-for-the-way-out"
    drill = make_drill(make_piece("nat", "nat-gateway", decoy=True, breaks=rule), rules=[rule])

    assert told_by(rule, drill, {}) == []
    assert told_by(rule, drill, {"nat": ("vpc",)}) == [
        "The NAT gateway would need a subnet with a route to the internet gateway, in every zone."
    ]


@pytest.mark.parametrize("target", [RouteTarget.TRANSIT_GATEWAY, RouteTarget.VIRTUAL_PRIVATE_GATEWAY])
def test_a_private_nat_gateway_is_right_where_a_route_leads_to_a_private_network(target):
    drill = make_drill({"nat": "nat-gateway-private"}, rules=[PRIVATE_NAT], topology=joined(target))

    assert told_by(PRIVATE_NAT, drill, {"nat": ("joined",)}) == []
    assert grade(drill, {}).rules[PRIVATE_NAT] is RuleState.PENDING


@pytest.mark.parametrize("place", ["public-a", "data-b"])
def test_a_private_nat_gateway_elsewhere_leads_nowhere(place):
    drill = make_drill({"nat": "nat-gateway-private"}, rules=[PRIVATE_NAT])
    (message,) = told_by(PRIVATE_NAT, drill, {"nat": (place,)})

    assert "no route leads to another private network" in message
