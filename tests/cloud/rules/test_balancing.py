import pytest

from tests.fakes.drills import make_drill, make_piece, told_by, use

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
