import pytest

from tests.fakes.drills import make_drill, make_network, told_by
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.topology import Container, ContainerKind, Topology

STORE, CDN, IDENTITY = "regional-store-outside-subnets", "cloudfront-at-the-edge", "identities-outside-regions"
SERVICES = {"s3": STORE, "dynamodb": STORE, "cloudfront": CDN, "iam-user": IDENTITY, "iam-policy": IDENTITY}


def world():
    """An account around edge locations and the network of the other tests, with a box in a subnet."""
    inner = [
        Container(place.id, place.kind, place.label, place.parent or "account") for place in make_network().values()
    ]
    return Topology(
        [
            Container("account", ContainerKind.GROUP, "AWS account"),
            Container("edge", ContainerKind.EDGE, "Edge locations", "account"),
            *inner,
            Container("box", ContainerKind.GROUP, "One machine", "app-a"),
        ]
    )


def told(service, place):
    drill = make_drill({"piece": service}, rules=[SERVICES[service]], topology=world())
    return told_by(SERVICES[service], drill, {"piece": (place,)})


@pytest.mark.parametrize(
    ("service", "place"),
    [
        ("s3", "region"),
        ("dynamodb", "region"),
        ("cloudfront", "edge"),
        ("iam-user", "account"),
        ("iam-policy", "internet"),
    ],
)
def test_what_belongs_to_no_subnet_is_right_where_aws_keeps_it(service, place):
    assert told(service, place) == []


@pytest.mark.parametrize(
    ("service", "place", "message"),
    [
        ("s3", "app-a", "“Amazon S3” is no machine with an address in subnet 10.0.11.0/24"),
        ("s3", "box", "is created in a Region; this is none: One machine"),
        ("dynamodb", "zone-b", "is not bound to Availability Zone B"),
        ("dynamodb", "vpc", "is in no VPC"),
        ("s3", "account", "is created in a Region; this is none: AWS account"),
        ("s3", "edge", "this is none: Edge locations"),
        ("cloudfront", "region", "In Region eu-west-1, Amazon CloudFront would be no nearer"),
        ("cloudfront", "zone-a", "is not tied to Availability Zone A"),
        ("cloudfront", "account", "This is none of them: AWS account"),
        ("iam-user", "region", "would hold for Region eu-west-1 only"),
        ("iam-user", "data-b", "would hold for Region eu-west-1 only"),
        ("iam-policy", "edge", "neither content nor a machine, to be kept here: Edge locations"),
        ("iam-user", "office", "to be kept here: Office"),
    ],
)
def test_elsewhere_it_is_told_what_that_place_is(service, place, message):
    (found,) = told(service, place)

    assert message in found


@pytest.mark.parametrize("service", SERVICES)
def test_it_is_not_judged_in_the_palette(service):
    drill = make_drill({"piece": service}, rules=[SERVICES[service]], topology=world())

    assert grade(drill, {}).rules[SERVICES[service]] is RuleState.PENDING
