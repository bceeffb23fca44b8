import pytest

from tests.fakes.drills import make_drill, make_network, told_by, use
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.topology import Container, ContainerKind, Topology

PARTS = {
    "security-group-round-the-instance": "security-group",
    "network-acl-round-the-subnet": "network-acl",
    "elastic-ip-with-its-holder": "elastic-ip",
    "role-on-the-instance": "iam-role",
}
ON_MACHINE = [rule for rule in PARTS if rule != "network-acl-round-the-subnet"]


def boxed():
    """The network of the other tests, with a box around one machine in each public subnet."""
    boxes = [Container(f"box-{zone}", ContainerKind.GROUP, "One machine", f"public-{zone}") for zone in "ab"]
    return Topology([*make_network().values(), *boxes])


def attached(rule, topology=None):
    services = {"part": PARTS[rule], "server": "ec2-instance"}
    return make_drill(services, rules=[use(rule, pieces=("part", "server"))], topology=topology or boxed())


@pytest.mark.parametrize("rule", ON_MACHINE)
@pytest.mark.parametrize("server", ["box-a", "public-a"])
def test_what_is_attached_to_an_instance_is_right_in_its_box(rule, server):
    assert told_by(rule, attached(rule), {"part": ("box-a",), "server": (server,)}) == []


@pytest.mark.parametrize("rule", ON_MACHINE)
def test_where_no_boxes_are_drawn_the_subnet_of_the_instance_will_do(rule):
    assert told_by(rule, attached(rule), {"part": ("app-a",), "server": ("app-a",)}) == []


@pytest.mark.parametrize("server", ["box-a", "public-a"])
def test_a_network_acl_is_right_on_the_subnet_of_what_it_guards(server):
    rule = "network-acl-round-the-subnet"

    assert told_by(rule, attached(rule), {"part": ("public-a",), "server": (server,)}) == []


@pytest.mark.parametrize(
    ("rule", "place", "told"),
    [
        ("security-group-round-the-instance", "public-a", "is put on subnet 10.0.1.0/24; it is attached to single"),
        ("security-group-round-the-instance", "vpc", "is put on VPC 10.0.0.0/16"),
        ("network-acl-round-the-subnet", "box-a", "is put on One machine; it takes effect at the border of a subnet"),
        ("network-acl-round-the-subnet", "vpc", "is put on VPC 10.0.0.0/16"),
        ("elastic-ip-with-its-holder", "region", "is put on Region eu-west-1, and the EC2 instance has no address"),
        ("role-on-the-instance", "region", "so the application on the EC2 instance has no credentials"),
        ("role-on-the-instance", "zone-a", "is put on Availability Zone A"),
    ],
)
def test_what_is_at_the_wrong_level_is_wrong_wherever_the_instance_comes_to_be(rule, place, told):
    (message,) = told_by(rule, attached(rule), {"part": (place,)})

    assert told in message


@pytest.mark.parametrize("rule", PARTS)
def test_what_is_in_another_subnet_than_its_instance_is_told_both(rule):
    place = "public-b" if rule == "network-acl-round-the-subnet" else "box-b"
    (message,) = told_by(rule, attached(rule), {"part": (place,), "server": ("box-a",)})

    assert "10.0.2.0/24, while the EC2 instance is in subnet 10.0.1.0/24" in message


@pytest.mark.parametrize("rule", PARTS)
@pytest.mark.parametrize("placed", [{}, {"server": ("box-a",)}])
def test_nothing_is_said_before_both_are_placed(rule, placed):
    assert grade(attached(rule), placed).rules[rule] is RuleState.PENDING


def test_a_place_outside_the_scope_is_left_to_the_scope_rule():
    drill = attached("security-group-round-the-instance")
    verdict = grade(drill, {"part": ("region",), "server": ("box-a",)})

    assert [finding.rule for finding in verdict.findings] == ["scope-several"]


def test_the_scope_rules_leave_roles_to_the_rule_that_says_it_better():
    verdict = grade(attached("role-on-the-instance"), {"part": ("box-a",), "server": ("box-a",)})

    assert verdict.correct


def test_an_instance_outside_every_subnet_is_left_to_the_scope_rule():
    rule = "elastic-ip-with-its-holder"

    assert told_by(rule, attached(rule), {"part": ("box-a",), "server": ("region",)}) == []
