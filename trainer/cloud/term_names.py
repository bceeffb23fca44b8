"""What things are called beside AWS's full names: a table, for the index of terms."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Concept(NamedTuple):
    """Something with a name that is no service of the catalogue.

    Attributes:
        names: what it is called beside its name.
        pieces: the pieces of drills that stand for it, as `<service>/<role>`.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()


NO_TERMS = frozenset({"chip", "users", "mobile-client", "iot-device", "internet", "marketplace", "ecs-agent"})
"""Services of the catalogue that are parts of a scene, or that nobody takes for another."""

FULL_NAME_ONLY = frozenset({"backup", "shield", "organizations"})
"""Services whose names without `AWS` or `Amazon` are everyday words."""

PLACES = frozenset(
    {"vpc", "subnet", "public-subnet", "private-subnet", "region", "availability-zone", "edge-location", "data-center"}
)
"""Terms that say where something is: a place is taken for a place, and a thing for a thing."""

SHORT_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "internet-gateway": ("IGW",),
        "nat-gateway": ("NAT GW", "public NAT gateway", "zonal NAT gateway"),
        "elastic-ip": ("Elastic IP", "EIP"),
        "gateway-endpoint": ("gateway VPC endpoint",),
        "interface-endpoint": ("interface VPC endpoint", "PrivateLink", "AWS PrivateLink"),
        "application-load-balancer": ("ALB",),
        "network-load-balancer": ("NLB",),
        "gateway-load-balancer": ("GWLB",),
        "virtual-private-gateway": ("VGW", "VPN gateway"),
        "customer-gateway": ("customer gateway",),
        "site-to-site-vpn": ("VPN connection",),
        "client-vpn-endpoint": ("Client VPN",),
        "egress-only-internet-gateway": ("egress-only gateway",),
        "network-acl": ("network access control list", "NACL", "access control list"),
        "security-group": ("SG",),
        "iam-identity-center": ("Identity Center", "AWS SSO"),
        "iam-policy": ("IAM policies",),
        "certificate-manager": ("ACM",),
        "route-table": ("routing table",),
        "ec2-instance": ("Amazon EC2", "EC2"),
        "ami": ("AMI", "Amazon Machine Image", "machine image"),
        "auto-scaling-group": ("ASG",),
        "ecs": ("ECS",),
        "eks": ("EKS",),
        "ecr": ("ECR",),
        "s3": ("S3 bucket", "S3 Standard"),
        "ebs-volume": ("EBS", "Amazon EBS", "Elastic Block Store"),
        "instance-store": ("EC2 instance store",),
        "efs": ("EFS",),
        "fsx-windows": ("FSx for Windows",),
        "fsx-lustre": ("FSx for Lustre",),
        "storage-gateway": ("Volume Gateway", "Tape Gateway"),
        "rds": ("RDS", "DB instance"),
        "dynamodb": ("DynamoDB table",),
        "dax": ("DAX", "DynamoDB Accelerator"),
        "dms": ("DMS", "Database Migration Service"),
        "sqs": ("SQS",),
        "sns": ("SNS",),
        "data-firehose": ("Firehose", "Kinesis Data Firehose"),
        "managed-flink": ("Kinesis Data Analytics",),
        "kinesis-data-streams": ("Data Streams", "Kinesis stream"),
        "opensearch-service": ("OpenSearch",),
        "quick-sight": ("QuickSight",),
    }
)
"""By service: short and former names, beside its name with and without `AWS` or `Amazon`."""

CONCEPTS = (
    Concept("region", "Region"),
    Concept("subnet", "Subnet"),
    Concept("availability-zone", "Availability Zone", ("AZ",)),
    Concept("edge-location", "Edge location"),
    Concept("rds-primary", "RDS primary", ("primary DB instance",), ("rds/primary", "rds/writer")),
    Concept(
        "rds-standby",
        "RDS standby",
        ("standby", "Multi-AZ standby", "standby replica", "Multi-AZ with one standby", "Multi-AZ"),
        ("rds/standby",),
    ),
    Concept("read-replica", "Read replica", (), ("rds/replica",)),
    Concept(
        "multi-az-cluster",
        "Multi-AZ DB cluster",
        ("Multi-AZ with two standbys", "readable standby"),
        ("rds/reader",),
    ),
    Concept("automated-backup", "Automated backup", ("automatic backup", "point-in-time recovery")),
    Concept("manual-snapshot", "Manual snapshot", ("DB snapshot",)),
    Concept("main-route-table", "Main route table"),
    Concept("custom-route-table", "Custom route table"),
    Concept("local-route", "Local route"),
    Concept("bucket-policy", "Bucket policy", ("S3 bucket policy",)),
    Concept("root-user", "Root user"),
    Concept("vpc-peering", "VPC peering", ("peering connection", "VPC peering connection")),
    Concept("db-parameter-group", "DB parameter group"),
    Concept("source-destination-check", "Source/destination check"),
    Concept("mysql", "MySQL"),
    Concept("mariadb", "MariaDB"),
    Concept("postgresql", "PostgreSQL"),
    Concept("general-purpose-ssd", "General Purpose SSD", ("gp2", "gp3")),
    Concept("provisioned-iops-ssd", "Provisioned IOPS SSD", ("io1", "io2")),
    Concept("throughput-optimized-hdd", "Throughput Optimized HDD", ("st1",)),
    Concept("cold-hdd", "Cold HDD", ("sc1",)),
    Concept("round-robin", "Round robin"),
    Concept("least-outstanding-requests", "Least outstanding requests"),
    Concept("flow-hash", "Flow hash"),
    Concept("sticky-sessions", "Sticky sessions", ("stickiness",)),
    Concept("slow-start", "Slow start"),
    Concept("connection-draining", "Connection draining", ("deregistration delay",)),
    Concept("classic-load-balancer", "Classic Load Balancer", ("CLB",)),
    Concept("health-check", "Health check"),
    Concept("listener", "Listener"),
    Concept("listener-rule", "Listener rule"),
    Concept("ephemeral-ports", "Ephemeral ports", ("ephemeral port",)),
    Concept("pilot-light", "Pilot light"),
    Concept("warm-standby", "Warm standby"),
    Concept("backup-and-restore", "Backup and restore"),
    Concept("vertical-scaling", "Vertical scaling"),
    Concept("horizontal-scaling", "Horizontal scaling"),
)
