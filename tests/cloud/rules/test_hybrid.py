from dataclasses import replace

import pytest

from tests.fakes.drills import TIERS, make_drill, make_network, make_piece, told_by
from trainer.cloud.drill import Fixture, Link, Mode
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.lines import with_lines
from trainer.cloud.topology import Access, Container, ContainerKind, Route, RouteTarget, Topology


def joined(target):
    """A private subnet whose route leads to a network on premises."""
    routes = (Route("192.168.0.0/16", target),)
    return Container("joined", ContainerKind.SUBNET, "Subnet 10.0.31.0/24", "zone-a", Access.PRIVATE, None, routes)


def network(target=RouteTarget.TRANSIT_GATEWAY):
    """The network of the other tests, with a Direct Connect location, a rack in the office and a joined subnet."""
    return Topology(
        [
            Container("location", ContainerKind.EDGE, "Location"),
            *make_network().values(),
            Container("rack", ContainerKind.GROUP, "Rack", "office"),
            joined(target),
        ]
    )


def told(rule, service, *places, topology=None):
    drill = make_drill({"piece": service}, rules=[rule], topology=topology or network())
    return [message for place in places for message in told_by(rule, drill, {"piece": (place,)})]


PLACES = {
    "vgw-on-vpc": ("virtual-private-gateway", ["vpc"]),
    "customer-gateway-on-premises": ("customer-gateway", ["office", "rack"]),
    "vpn-connection-between-networks": ("site-to-site-vpn", ["internet", "region", "vpc"]),
    "direct-connect-ends-at-a-location": ("direct-connect", ["location", "region", "office", "rack"]),
    "transit-gateway-in-the-region": ("transit-gateway", ["region"]),
    "dms-on-the-aws-side": ("dms", [f"{tier}-{zone}" for tier in TIERS for zone in "ab"] + ["joined"]),
    "management-in-the-region": ("systems-manager", ["region"]),
}

WRONG = [
    ("vgw-on-vpc", "app-a", "subnet 10.0.11.0/24 is only a part of that"),
    ("vgw-on-vpc", "zone-b", "this is Availability Zone B"),
    ("vgw-on-vpc", "region", "Directly in Region eu-west-1 the virtual private gateway is attached to no VPC"),
    ("vgw-on-vpc", "rack", "AWS's end of the connection, and Office is the other one"),
    ("vgw-on-vpc", "internet", "not part of: Internet"),
    ("customer-gateway-on-premises", "vpc", "VPC 10.0.0.0/16 is on the side of AWS"),
    ("customer-gateway-on-premises", "app-b", "subnet 10.0.12.0/24 is on the side of AWS"),
    ("customer-gateway-on-premises", "location", "the network that it joins to AWS, not of: Location"),
    (
        "vpn-connection-between-networks",
        "data-a",
        "gateway of the VPC or the Region, not in subnet 10.0.21.0/24",
    ),
    ("vpn-connection-between-networks", "office", "Only one end of the VPN connection is in Office"),
    ("vpn-connection-between-networks", "location", "nor its way over the internet, is in: Location"),
    ("direct-connect-ends-at-a-location", "app-a", "No line ends in subnet 10.0.11.0/24"),
    ("direct-connect-ends-at-a-location", "vpc", "No line ends in VPC 10.0.0.0/16"),
    ("direct-connect-ends-at-a-location", "internet", "here it is part of: Internet"),
    ("transit-gateway-in-the-region", "vpc", "VPC 10.0.0.0/16 is only one of those attached to it"),
    ("transit-gateway-in-the-region", "app-a", "can have an attachment in subnet 10.0.11.0/24"),
    ("transit-gateway-in-the-region", "office", "Office is one of the networks that it joins"),
    ("dms-on-the-aws-side", "office", "it reads from Office, but does not run there"),
    ("dms-on-the-aws-side", "region", "an address in a subnet; in Region eu-west-1 it has none"),
    (
        "management-in-the-region",
        "office",
        "no server in Office: from the Region it looks after",
    ),
    ("management-in-the-region", "joined", "no server in subnet 10.0.31.0/24"),
    ("management-in-the-region", "internet", "not part of: Internet"),
]


@pytest.mark.parametrize(("rule", "place"), [(rule, place) for rule, (_, places) in PLACES.items() for place in places])
def test_a_part_of_a_hybrid_network_is_right_in_its_own_places(rule, place):
    assert told(rule, PLACES[rule][0], place) == []


@pytest.mark.parametrize(("rule", "place", "text"), WRONG)
def test_a_part_of_a_hybrid_network_elsewhere_is_told_what_that_place_is(rule, place, text):
    (message,) = told(rule, PLACES[rule][0], place)

    assert text in message


@pytest.mark.parametrize("rule", PLACES)
def test_every_other_place_is_wrong_and_told_once(rule):
    service, right = PLACES[rule]
    topology = network()
    drill = make_drill({"piece": service}, rules=[rule], topology=topology)
    for place in topology:
        findings = grade(drill, {"piece": (place,)}).findings

        assert [finding.rule for finding in findings] == ([] if place in right else [rule]), place


@pytest.mark.parametrize("rule", PLACES)
def test_a_part_that_is_not_placed_is_open(rule):
    drill = make_drill({"piece": PLACES[rule][0]}, rules=[rule], topology=network())

    assert grade(drill, {}).rules[rule] is RuleState.PENDING


def test_backup_is_judged_as_systems_manager_is():
    assert told("management-in-the-region", "backup", "region") == []
    assert len(told("management-in-the-region", "backup", "vpc")) == 1


ROUTED = {
    "route-back-to-on-premises": ("ec2-instance", "answers from there never arrive"),
    "dms-reaches-the-source": ("dms", "the source cannot be reached from there"),
}


@pytest.mark.parametrize("rule", ROUTED)
@pytest.mark.parametrize("target", [RouteTarget.TRANSIT_GATEWAY, RouteTarget.VIRTUAL_PRIVATE_GATEWAY])
def test_a_subnet_with_a_route_to_the_other_network_is_right(rule, target):
    assert told(rule, ROUTED[rule][0], "joined", topology=network(target)) == []


@pytest.mark.parametrize("rule", ROUTED)
def test_a_subnet_without_a_route_to_the_other_network_is_told(rule):
    service, text = ROUTED[rule]
    first, second = told(rule, service, "app-a", "data-b")

    assert first == f"Subnet 10.0.11.0/24 has no route to the network on premises: {text}."
    assert "Subnet 10.0.22.0/24" in second


def test_a_database_is_right_where_the_local_route_is_the_only_one():
    assert told("databases-with-the-local-route-only", "rds", "data-a", "data-b") == []


@pytest.mark.parametrize(("place", "destination"), [("joined", "192.168.0.0/16"), ("app-a", "0.0.0.0/0")])
def test_a_database_with_a_route_out_is_told_where_it_leads(place, destination):
    (message,) = told("databases-with-the-local-route-only", "aurora", place)

    assert message.endswith(f"has a route out of the VPC, to {destination}.")


def test_a_file_gateway_is_right_beside_its_clients():
    assert told("file-gateway-near-its-clients", "s3-file-gateway", "office", "rack") == []


@pytest.mark.parametrize("service", ["s3-file-gateway", "storage-gateway"])
def test_a_file_gateway_in_a_subnet_is_far_from_its_clients(service):
    (message,) = told("file-gateway-near-its-clients", service, "app-a")

    assert message.startswith("In subnet 10.0.11.0/24")


DECOYS = {
    "no-internet-gateway-for-a-vpn": (
        "internet-gateway",
        "With the Internet gateway in VPC 10.0.0.0/16 there is a door to the internet, and the VPN does not use it.",
    ),
    "no-line-where-a-vpn-will-do": (
        "direct-connect",
        "The AWS Direct Connect in VPC 10.0.0.0/16 buys dedicated bandwidth, which a VPN has not, and nobody needs it.",
    ),
}


@pytest.mark.parametrize("rule", DECOYS)
def test_a_part_that_the_brief_rules_out_is_wrong_once_placed(rule):
    service, text = DECOYS[rule]
    drill = make_drill(make_piece("part", service, decoy=True, breaks=rule), rules=[rule])

    assert told_by(rule, drill, {}) == []
    assert told_by(rule, drill, {"part": ("vpc",)}) == [text]


@pytest.fixture
def vpn():
    """Lines to draw between a desk, a customer gateway device, gateways of AWS and a server."""
    drill = make_drill(
        {"cgw": "customer-gateway", "vgw": "virtual-private-gateway", "igw": "internet-gateway", "app": "ec2-instance"},
        rules=["vpn-ends-at-a-gateway"],
    )
    desk = Fixture("desk", "on-premises-server", "Desk", "office")
    links = (Link("cgw", "vgw", because="Tunnels."), Link("desk", "cgw", because="Own site."))
    return replace(drill, fixtures=(desk,), links=links, modes=(Mode.CONNECT,))


PLACED = {"cgw": ("office",), "vgw": ("vpc",), "igw": ("vpc",), "app": ("app-a",)}


@pytest.mark.parametrize("line", [("cgw", "vgw"), ("vgw", "cgw"), ("desk", "cgw"), ("vgw", "app"), ("desk", "app")])
def test_only_lines_from_a_customer_gateway_into_aws_are_judged(vpn, line):
    assert told_by("vpn-ends-at-a-gateway", vpn, with_lines(PLACED, [line])) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [(("cgw", "igw"), "Internet gateway"), (("app", "cgw"), "EC2 instance")],
)
def test_a_vpn_that_ends_anywhere_else_is_told_where(vpn, line, name):
    verdict = grade(vpn, with_lines(PLACED, [line]))
    (finding,) = (finding for finding in verdict.errors if finding.lines == (line,))

    assert finding.rule == "vpn-ends-at-a-gateway"
    assert finding.message == f"This line ends the VPN at the {name}, which cannot end a tunnel."
