import pytest

from tests.fakes.drills import make_drill, make_network, told_by
from trainer.cloud import catalogue
from trainer.cloud.rules import scopes
from trainer.cloud.service import Category, Scope, Service
from trainer.cloud.topology import Container, ContainerKind, Topology

SEVERAL_LEVELS = Scope.REGIONAL | Scope.VPC | Scope.ZONAL
WITH_EDGE = Topology([Container("edge", ContainerKind.EDGE, "Edge locations"), *make_network().values()])


@pytest.fixture
def anywhere(monkeypatch):
    """One service of each scope under the scope's word, and one of several levels."""
    scopes_by_word = {str(scope): scope for scope in (*Scope, SEVERAL_LEVELS)}
    services = {
        word: Service(word, word.title(), Category.GENERAL, scope, "Anything.")
        for word, scope in scopes_by_word.items()
    }
    for module in ("trainer.cloud.board", "trainer.cloud.grading", "trainer.cloud.rules.scopes"):
        monkeypatch.setattr(f"{module}.CATALOGUE", {**catalogue.CATALOGUE, **services})
    monkeypatch.setattr("tests.fakes.drills.CATALOGUE", services)
    return make_drill({word: word for word in services}, topology=WITH_EDGE)


@pytest.mark.parametrize(
    ("scope", "place"),
    [
        ("zonal", "app-b"),
        ("az", "zone-a"),
        ("vpc", "vpc"),
        ("regional", "region"),
        ("edge", "edge"),
        ("global", "edge"),
        ("global", "internet"),
        ("on-premises", "office"),
        ("several", "region"),
        ("several", "vpc"),
        ("several", "app-a"),
    ],
)
def test_a_service_is_right_in_its_scope(anywhere, scope, place):
    assert told_by(f"scope-{scope}", anywhere, {scope: (place,)}) == []


@pytest.mark.parametrize(
    ("scope", "place", "told"),
    [
        ("zonal", "vpc", "directly in the VPC. It needs an address"),
        ("zonal", "zone-a", "directly in Availability Zone A, outside every subnet."),
        ("zonal", "office", "on premises."),
        ("az", "app-a", "in subnet 10.0.11.0/24. It lies in exactly one Availability Zone."),
        ("vpc", "app-a", "in subnet 10.0.11.0/24. It is attached to the VPC itself."),
        ("regional", "app-a", "It is a service of the Region as a whole."),
        ("global", "region", "directly in Region eu-west-1. It belongs to no Region."),
        ("edge", "region", "directly in Region eu-west-1. It works at edge locations."),
        ("edge", "internet", "on the internet. It works at edge locations."),
        ("several", "office", "on premises. It belongs directly in the Region, directly in the VPC or in a subnet."),
        ("several", "zone-b", "outside every subnet. It belongs directly in the Region, directly in the VPC or in a"),
        ("on-premises", "internet", "on the internet. It stands in your own network."),
    ],
)
def test_a_service_outside_its_scope_is_told_where_it_is_and_where_it_belongs(anywhere, scope, place, told):
    (message,) = told_by(f"scope-{scope}", anywhere, {scope: (place,)})

    assert told in message


def test_a_scope_rule_keeps_silent_where_a_rule_of_the_drill_says_it_better():
    drill = make_drill({"igw": "internet-gateway", "vgw": "virtual-private-gateway"}, rules=["igw-attached-to-vpc"])
    placement = {"igw": ("app-a",), "vgw": ("app-a",)}

    assert len(told_by("scope-vpc", drill, placement)) == 1
    assert len(told_by("igw-attached-to-vpc", drill, placement)) == 1


def test_every_scope_but_the_internet_has_a_rule():
    ruled = {f"scope-{scope}" for scope in (*Scope, SEVERAL_LEVELS)} - {"scope-internet"}

    assert {rule.id for rule in scopes.RULES} == ruled


@pytest.mark.parametrize("level", Scope)
def test_every_level_can_be_named_where_there_are_several(monkeypatch, level):
    other = next(scope for scope in Scope if scope is not level)
    service = Service("mixed", "Mixed", Category.GENERAL, level | other, "Anything.")
    for module in ("trainer.cloud.board", "trainer.cloud.grading", "trainer.cloud.rules.scopes", "tests.fakes.drills"):
        monkeypatch.setattr(f"{module}.CATALOGUE", {"mixed": service})
    drill = make_drill({"mixed": "mixed"}, topology=WITH_EDGE)
    told = [told_by("scope-several", drill, {"mixed": (place,)}) for place in drill.topology]

    assert any(told)
    assert all(" or " in message for messages in told for message in messages)
