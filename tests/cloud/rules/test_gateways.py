import pytest

from tests.fakes.drills import make_drill, told_by


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
