import re
from xml.etree import ElementTree as ET

import pytest

from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.rules import ALL_RULES
from trainer.cloud.service import Category, Scope
from trainer.paths import icon_file

PALETTE = {
    Category.NETWORKING: """
        internet-gateway route-table public-subnet private-subnet vpc virtual-private-gateway nat-gateway
        nat-gateway-private nat-gateway-regional nat-instance elastic-ip transit-gateway direct-connect
        site-to-site-vpn client-vpn-endpoint cloudfront route-53 application-load-balancer network-load-balancer
        gateway-load-balancer gateway-endpoint interface-endpoint
    """,
    Category.COMPUTE: """
        ec2-instance ami launch-template auto-scaling-group lambda fargate ecs eks ecr ecs-anywhere docker
        ec2-image-builder container-task eks-node
    """,
    Category.STORAGE: """
        s3 s3-glacier-instant-retrieval s3-glacier-flexible-retrieval s3-glacier-deep-archive s3-on-outposts
        ebs-volume ebs-snapshot instance-store efs mount-target fsx-windows fsx-lustre storage-gateway s3-file-gateway
    """,
    Category.DATABASE: """
        rds aurora rds-proxy dynamodb dynamodb-streams dax elasticache documentdb keyspaces neptune timestream qldb
        dms schema-conversion-tool
    """,
    Category.INTEGRATION: "api-gateway sqs sns eventbridge step-functions",
    Category.ANALYTICS: """
        redshift kinesis-data-streams data-firehose managed-flink kinesis-video-streams athena emr glue lake-formation
        opensearch-service quick-sight sagemaker-ai rekognition comprehend comprehend-medical
    """,
    Category.MANAGEMENT: """
        backup organizations cloudwatch cloudwatch-metric cloudwatch-alarm cloudwatch-dashboard cloudwatch-logs
        systems-manager cloudformation cdk codepipeline serverless-application-repository
    """,
    Category.SECURITY: """
        network-acl security-group waf shield certificate-manager secrets-manager iam-user iam-group iam-role
        iam-policy iam-identity-center cognito
    """,
    Category.GENERAL: """
        users internet mobile-client iot-device third-party-idp customer-gateway marketplace on-premises-server
        on-premises-router on-premises-database
    """,
}
"""What the course names, and what drills need beside it."""


def drawing(service):
    """What an icon draws, whatever the order of its shapes and the spaces in its file."""
    shapes = ET.parse(icon_file(service)).getroot().iter()
    return frozenset((shape.tag, tuple(sorted(shape.attrib.items()))) for shape in shapes)


@pytest.mark.parametrize("category", PALETTE)
def test_the_catalogue_holds_every_component_of_the_palette(category):
    wanted = PALETTE[category].split()

    assert [service for service in wanted if service not in CATALOGUE] == []
    assert {CATALOGUE[service].category for service in wanted} == {category}


def test_every_service_stands_under_its_own_id_with_a_name_and_a_scope():
    for name, service in CATALOGUE.items():
        assert service.id == name
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert not name.startswith(("amazon-", "aws-"))
        assert service.name
        assert service.scope


@pytest.mark.parametrize("service", CATALOGUE.values(), ids=CATALOGUE)
def test_a_purpose_is_one_sentence(service):
    assert re.fullmatch(r"[A-Z][^.!?]+\.", service.purpose)
    assert len(service.purpose) <= 110


@pytest.mark.parametrize("field", ["name", "purpose"])
def test_no_two_services_share_a_text(field):
    texts = [getattr(service, field).casefold() for service in CATALOGUE.values()]

    assert len(set(texts)) == len(texts)


def test_kin_stand_in_one_block_for_each_category():
    order = [service.category for service in CATALOGUE.values()]

    assert order == sorted(order, key=list(dict.fromkeys(order)).index)


@pytest.mark.parametrize(
    ("service", "scope"),
    [
        ("s3", Scope.REGIONAL),
        ("iam-role", Scope.GLOBAL),
        ("cloudfront", Scope.EDGE),
        ("nat-gateway-regional", Scope.VPC),
        ("nat-gateway-private", Scope.ZONAL),
        ("public-subnet", Scope.AZ),
        ("lambda", Scope.REGIONAL | Scope.ZONAL),
        ("opensearch-service", Scope.REGIONAL | Scope.ZONAL),
        ("waf", Scope.EDGE | Scope.REGIONAL),
        ("ebs-volume", Scope.AZ | Scope.ZONAL),
        ("security-group", Scope.VPC | Scope.ZONAL),
        ("direct-connect", Scope.ON_PREMISES | Scope.EDGE | Scope.REGIONAL),
        ("s3-file-gateway", Scope.ON_PREMISES | Scope.ZONAL),
    ],
)
def test_a_service_lives_at_every_level_that_aws_offers(service, scope):
    assert CATALOGUE[service].scope == scope


@pytest.mark.parametrize("service", CATALOGUE)
def test_an_icon_is_white_lines_of_one_width_on_the_grid(service):
    root = ET.parse(icon_file(service)).getroot()
    (group,) = root
    inks = {shape.get(paint) for shape in root.iter() for paint in ("fill", "stroke")} - {None, "none"}

    assert root.get("viewBox") == "0 0 32 32"
    assert inks == {"#ffffff"}
    assert (group.get("stroke-width"), group.get("stroke-linecap"), group.get("stroke-linejoin")) == (
        "2",
        "round",
        "round",
    )
    assert not any(shape.get("stroke-width") or shape.tag.endswith("text") for shape in group)


def test_no_two_icons_are_the_same_drawing():
    drawings = [drawing(service) for service in CATALOGUE]

    assert len(set(drawings)) == len(drawings)


def test_every_rule_is_about_services_of_the_catalogue():
    about = {service for rule in ALL_RULES.values() for service in rule.services}

    assert about <= CATALOGUE.keys()
