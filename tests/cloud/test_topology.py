import pytest

from tests.fakes.drills import make_network, make_subnet
from trainer.cloud.topology import Access, Container, ContainerKind, Route, RouteTarget, Topology


@pytest.fixture
def network():
    return make_network()


def test_containers_keep_the_order_in_which_they_are_drawn(network):
    assert list(network)[:6] == ["internet", "office", "region", "vpc", "zone-a", "public-a"]


def test_a_container_lies_in_everything_around_it(network):
    lineage = [container.id for container in network.lineage("data-b")]

    assert lineage == ["data-b", "zone-b", "vpc", "region"]


@pytest.mark.parametrize(("container", "zone"), [("data-b", "zone-b"), ("zone-a", "zone-a"), ("vpc", None)])
def test_only_what_lies_in_a_zone_has_one(network, container, zone):
    assert network.zone_of(container) == zone


def test_children_are_direct_ones_only(network):
    assert [container.id for container in network.children("vpc")] == ["zone-a", "zone-b"]
    assert [container.id for container in network.children()] == ["internet", "office", "region"]
    assert network.children("data-a") == ()


def test_containers_are_found_by_kind(network):
    assert [zone.id for zone in network.of_kind(ContainerKind.AZ)] == ["zone-a", "zone-b"]


def test_nothing_encloses_an_outermost_container(network):
    assert network.enclosing("internet", ContainerKind.REGION) is None


def test_an_id_that_comes_twice_is_refused():
    internet = Container("internet", ContainerKind.INTERNET, "Internet")

    with pytest.raises(ValueError, match="comes twice"):
        Topology([internet, internet])


def test_a_parent_has_to_come_first():
    orphan = Container("vpc", ContainerKind.VPC, "VPC", "region")

    with pytest.raises(ValueError, match="'region' of 'vpc' is not there before it"):
        Topology([orphan])


@pytest.mark.parametrize(("tier", "reaches"), [("public", True), ("app", True), ("data", False)])
def test_a_default_route_to_an_internet_or_nat_gateway_reaches_the_internet(tier, reaches):
    assert make_subnet(tier, "a", "10.0.1.0/24").reaches_internet is reaches


@pytest.mark.parametrize(
    "route",
    [Route("10.9.0.0/16", RouteTarget.NAT_GATEWAY), Route("0.0.0.0/0", RouteTarget.VIRTUAL_PRIVATE_GATEWAY)],
)
def test_other_routes_do_not_reach_the_internet(route):
    subnet = Container("app", ContainerKind.SUBNET, "Subnet", access=Access.PRIVATE, routes=(route,))

    assert not subnet.reaches_internet


def test_in_a_sentence_a_subnet_is_written_small(network):
    assert network["public-a"].phrase == "subnet 10.0.1.0/24"
    assert network["zone-a"].phrase == "Availability Zone A"
