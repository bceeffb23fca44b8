import pytest

from tests.fakes.drills import make_drill, told_by
from trainer.cloud import catalogue
from trainer.cloud.rules import scopes
from trainer.cloud.service import Category, Scope, Service


@pytest.fixture
def anywhere(monkeypatch):
    """One service of each scope, whatever the catalogue holds today."""
    services = {scope: Service(scope, scope.title(), Category.GENERAL, scope, "Anything.") for scope in Scope}
    for module in ("trainer.cloud.board", "trainer.cloud.grading", "trainer.cloud.rules.scopes"):
        monkeypatch.setattr(f"{module}.CATALOGUE", {**catalogue.CATALOGUE, **services})
    monkeypatch.setattr("tests.fakes.drills.CATALOGUE", services)
    return make_drill({scope: scope for scope in services})


@pytest.mark.parametrize(
    ("scope", "place"),
    [("zonal", "app-b"), ("vpc", "vpc"), ("regional", "region"), ("global", "internet"), ("on-premises", "office")],
)
def test_a_service_is_right_in_its_scope(anywhere, scope, place):
    assert told_by(f"scope-{scope}", anywhere, {scope: (place,)}) == []


@pytest.mark.parametrize(
    ("scope", "place", "told"),
    [
        ("zonal", "vpc", "directly in the VPC. It needs an address"),
        ("zonal", "zone-a", "directly in Availability Zone A, outside every subnet."),
        ("zonal", "office", "on premises."),
        ("vpc", "app-a", "in subnet 10.0.11.0/24. It is attached to the VPC itself."),
        ("regional", "app-a", "It is a service of the Region as a whole."),
        ("global", "region", "directly in Region eu-west-1. It belongs to no Region."),
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
    assert {rule.id for rule in scopes.RULES} == {f"scope-{scope}" for scope in Scope} - {"scope-internet"}
