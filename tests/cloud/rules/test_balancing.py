import pytest

from tests.fakes.drills import make_drill, make_piece, told_by, use
from trainer.cloud.drill import CHIP
from trainer.cloud.grading import PieceState, RuleState, grade

LB = "lb-in-public-subnets-of-two-zones"
WEB = "instances-in-private-subnets-of-two-zones"


@pytest.fixture
def balancer():
    return make_drill(make_piece("alb", "application-load-balancer", spans=2), rules=[LB])


@pytest.fixture
def web():
    rules = [WEB, "instances-have-a-way-out"]
    return make_drill(make_piece("web", "auto-scaling-group", spans=2), rules=rules)


@pytest.fixture
def instance():
    return make_drill({"server": "ec2-instance"}, rules=["private-instances", use(WEB, asked=False)])


def test_a_load_balancer_is_right_in_public_subnets_of_two_zones(balancer):
    assert told_by(LB, balancer, {"alb": ("public-b", "public-a")}) == []


def test_a_load_balancer_in_a_private_subnet_is_out_of_reach(balancer):
    (message,) = told_by(LB, balancer, {"alb": ("public-a", "app-b")})

    assert "cannot reach the load balancer in subnet 10.0.12.0/24" in message


def test_a_load_balancer_in_one_zone_is_told_which(balancer):
    messages = told_by(LB, balancer, {"alb": ("public-a", "app-a")})

    assert any("subnets are in Availability Zone A" in message for message in messages)


def test_half_a_load_balancer_is_not_yet_in_one_zone(balancer):
    assert told_by(LB, balancer, {"alb": ("public-a",)}) == []


def test_instances_are_right_in_private_subnets_of_two_zones(web):
    assert told_by(WEB, web, {"web": ("app-a", "app-b")}) == []


def test_instances_in_a_public_subnet_are_exposed(web):
    (message,) = told_by(WEB, web, {"web": ("public-a", "app-b")})

    assert "In subnet 10.0.1.0/24 the instances sit in a public subnet" in message


def test_instances_in_one_zone_are_told_which(web):
    (message,) = told_by(WEB, web, {"web": ("data-b", "app-b")})

    assert "All instances run in Availability Zone B" in message


def test_one_instance_need_not_be_in_two_zones(instance):
    assert told_by(WEB, instance, {"server": ("app-a",)}) == []


@pytest.mark.parametrize("place", ["app-a", "public-b"])
def test_instances_have_a_way_out_by_any_default_route(web, place):
    assert told_by("instances-have-a-way-out", web, {"web": (place,)}) == []


def test_instances_with_the_local_route_only_cannot_fetch_updates(web):
    (message,) = told_by("instances-have-a-way-out", web, {"web": ("data-b",)})

    assert "Subnet 10.0.22.0/24 has the local route only" in message


@pytest.mark.parametrize("place", ["app-a", "data-b"])
def test_a_private_instance_is_right_in_a_private_subnet(instance, place):
    assert told_by("private-instances", instance, {"server": (place,)}) == []


def test_a_private_instance_in_a_public_subnet_is_exposed(instance):
    (message,) = told_by("private-instances", instance, {"server": ("public-b",)})

    assert "Subnet 10.0.2.0/24 has a route to the internet gateway" in message


NLB = "nlb-in-public-subnets"
EIP = "elastic-ip-for-each-subnet-of-the-nlb"
TARGETS = "targets-in-every-zone-of-the-nlb"


@pytest.fixture
def entrance():
    addresses = {"eip-a": "elastic-ip", "eip-b": "elastic-ip"}
    servers = {"server-1": "ec2-instance", "server-2": "ec2-instance"}
    nlb = make_piece("nlb", "network-load-balancer", spans=2)
    return make_drill(nlb, addresses, servers, rules=[NLB, EIP, TARGETS])


def test_a_network_load_balancer_is_right_in_public_subnets(entrance):
    assert told_by(NLB, entrance, {"nlb": ("public-b", "public-a")}) == []


def test_a_network_load_balancer_without_a_route_to_the_internet_is_out_of_reach(entrance):
    (message,) = told_by(NLB, entrance, {"nlb": ("public-b", "data-a")})

    assert "cannot reach the Network Load Balancer in subnet 10.0.21.0/24" in message


def test_addresses_are_right_one_in_each_subnet_of_the_balancer(entrance):
    placement = {"nlb": ("public-a", "public-b"), "eip-a": ("public-b",), "eip-b": ("public-a",)}

    assert grade(entrance, placement).rules[EIP] is RuleState.SATISFIED


@pytest.mark.parametrize(
    ("placement", "told"),
    [
        ({"eip-a": ("public-a",), "eip-b": ("public-a",)}, "one interface in subnet 10.0.1.0/24"),
        ({"eip-a": ("region",)}, "in Region eu-west-1 belongs to no subnet of the load balancer"),
        ({"eip-a": ("vpc",)}, "in VPC 10.0.0.0/16 belongs to no subnet of the load balancer"),
        ({"nlb": ("public-a", "public-b"), "eip-a": ("app-a",)}, "no interface in subnet 10.0.11.0/24"),
    ],
)
def test_an_address_that_the_balancer_cannot_have_is_told_why(entrance, placement, told):
    (message,) = told_by(EIP, entrance, placement)

    assert told in message


def test_an_address_may_wait_for_the_balancer(entrance):
    verdict = grade(entrance, {"nlb": ("public-a",), "eip-a": ("public-b",), "eip-b": ("public-a",)})

    assert verdict.rules[EIP] is RuleState.PENDING
    assert EIP in verdict.undecided["eip-a"]


def test_two_addresses_cannot_wait_for_one_subnet(entrance):
    verdict = grade(entrance, {"nlb": ("public-a",), "eip-a": ("public-b",), "eip-b": ("app-a",)})
    (finding,) = (finding for finding in verdict.errors if finding.rule == EIP)

    assert finding.pieces == ("nlb",)
    assert verdict.pieces["eip-a"] is PieceState.PENDING


def test_targets_are_right_in_each_zone_of_the_balancer(entrance):
    placement = {"nlb": ("public-a", "public-b"), "server-1": ("data-b",), "server-2": ("app-a",)}

    assert grade(entrance, placement).rules[TARGETS] is RuleState.SATISFIED


def test_an_address_without_targets_in_its_zone_gets_no_answer(entrance):
    placement = {"nlb": ("public-a", "public-b"), "server-1": ("app-b",), "server-2": ("data-b",)}
    (message,) = told_by(TARGETS, entrance, placement)

    assert "an address in Availability Zone A and no target there" in message


@pytest.mark.parametrize(
    "placement",
    [
        {"nlb": ("public-a", "public-b"), "server-1": ("app-b",)},
        {"nlb": ("public-b",), "server-1": ("app-b",), "server-2": ("data-b",)},
    ],
)
def test_targets_and_subnets_that_are_to_come_are_waited_for(entrance, placement):
    assert grade(entrance, placement).rules[TARGETS] is RuleState.PENDING


def test_targets_in_all_zones_serve_whatever_subnet_comes(entrance):
    placement = {"nlb": ("public-b",), "server-1": ("app-b",), "server-2": ("app-a",)}

    assert grade(entrance, placement).rules[TARGETS] is RuleState.SATISFIED


DECOYS = {
    "no-alb-where-addresses-are-fixed": ("application-load-balancer", "can take no Elastic IP"),
    "no-http-features-on-an-nlb": (CHIP, "in subnet 10.0.1.0/24 needs a balancer that reads the requests"),
}


@pytest.mark.parametrize("rule", DECOYS)
def test_what_reads_requests_is_wrong_where_connections_are_passed_on(rule):
    service, told = DECOYS[rule]
    drill = make_drill(make_piece("part", service, decoy=True, breaks=rule), rules=[rule])
    (message,) = told_by(rule, drill, {"part": ("public-a",)})

    assert told_by(rule, drill, {}) == []
    assert told in message
