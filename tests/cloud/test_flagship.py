import pytest

from trainer.cloud.grading import grade

RIGHT = {
    "the primary in zone B": {"db-primary": ["data-b"], "db-standby": ["data-a"]},
    "NAT gateways exchanged": {"nat-a": ["public-b"], "nat-b": ["public-a"]},
    "tiles in another order": {"alb": ["public-b", "public-a"], "web": ["app-b", "app-a"]},
}

WRONG = [
    ({"igw": ["public-a"]}, "igw-attached-to-vpc", "subnet 10.0.1.0/24"),
    ({"igw": ["region"]}, "igw-attached-to-vpc", "beside the VPC"),
    ({"igw": ["zone-b"]}, "igw-attached-to-vpc", "Availability Zone B"),
    ({"nat-a": ["app-a"]}, "nat-in-public-subnet", "subnet 10.0.11.0/24"),
    ({"nat-a": ["vpc"]}, "scope-zonal", "directly in the VPC"),
    ({"nat-a": ["public-b"]}, "nat-gateway-per-zone", "share Availability Zone B"),
    ({"alb": ["public-a", "app-b"]}, "lb-in-public-subnets-of-two-zones", "subnet 10.0.12.0/24"),
    ({"alb": ["public-a", "app-a"]}, "lb-in-public-subnets-of-two-zones", "Availability Zone A"),
    ({"alb": ["public-a", "region"]}, "scope-zonal", "directly in Region eu-west-1"),
    ({"web": ["public-a", "public-b"]}, "instances-in-private-subnets-of-two-zones", "subnet 10.0.1.0/24"),
    ({"web": ["app-a", "public-a"]}, "instances-in-private-subnets-of-two-zones", "Availability Zone A"),
    ({"web": ["app-a", "data-b"]}, "instances-have-a-way-out", "10.0.22.0/24"),
    ({"web": ["app-a", "internet"]}, "scope-zonal", "on the internet"),
    ({"db-primary": ["public-a"]}, "databases-without-internet-route", "subnet 10.0.1.0/24"),
    ({"db-standby": ["app-b"]}, "databases-without-internet-route", "subnet 10.0.12.0/24"),
    ({"db-standby": ["data-a"]}, "different-zones", "both in Availability Zone A"),
    ({"db-primary": ["zone-a"]}, "scope-zonal", "outside every subnet"),
    ({"vgw": ["vpc"]}, "no-unneeded-parts", "virtual private gateway"),
    ({"nat-instance": ["public-a"]}, "no-servers-for-outbound-access", "patch and replace"),
]


def changed(drill, change):
    return {**drill.solution, **{piece: tuple(where) for piece, where in change.items()}}


@pytest.mark.parametrize("change", RIGHT.values(), ids=RIGHT)
def test_every_right_answer_is_accepted(flagship, change):
    assert grade(flagship, changed(flagship, change)).correct


@pytest.mark.parametrize(("change", "rule", "told"), WRONG)
def test_every_wrong_answer_is_explained_by_its_rule_and_place(flagship, change, rule, told):
    verdict = grade(flagship, changed(flagship, change))
    findings = [finding for finding in verdict.errors if finding.rule == rule]

    assert not verdict.correct
    assert any(told in finding.message for finding in findings)
    assert all(set(finding.pieces) & change.keys() for finding in findings)


@pytest.mark.parametrize("piece", ["igw", "nat-a", "alb", "web", "db-primary", "db-standby"])
def test_each_piece_alone_in_its_right_place_is_not_wrong(flagship, piece):
    assert grade(flagship, {piece: flagship.solution[piece]}).findings == ()
