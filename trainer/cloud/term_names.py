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
        "instance-store": ("EC2 instance store", "instance store"),
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
    Concept("hot-standby", "Hot standby"),
    Concept("multi-site-active-active", "Multi-site active/active"),
    Concept("active-passive", "Active-passive"),
    Concept("active-active", "Active-active"),
    Concept("scheduled-scaling", "Scheduled scaling"),
    Concept("simple-scaling", "Simple scaling"),
    Concept("step-scaling", "Step scaling"),
    Concept("target-tracking", "Target tracking"),
    Concept("predictive-scaling", "Predictive scaling"),
    Concept("launch-configuration", "Launch configuration"),
    Concept("cluster-auto-scaling", "Cluster auto scaling"),
    Concept("service-auto-scaling", "Service auto scaling"),
    Concept("short-polling", "Short polling"),
    Concept("long-polling", "Long polling"),
    Concept("standard-queue", "Standard queue"),
    Concept("fifo-queue", "FIFO queue"),
    Concept("visibility-timeout", "Visibility timeout"),
    Concept("delivery-delay", "Delivery delay"),
    Concept("message-retention-period", "Message retention period", ("retention period",)),
    Concept("on-demand-instance", "On-Demand Instance", ("On-Demand",)),
    Concept("reserved-instance", "Reserved Instance"),
    Concept("spot-instance", "Spot Instance"),
    Concept("zonal-reserved-instance", "Zonal Reserved Instance"),
    Concept("regional-reserved-instance", "Regional Reserved Instance"),
    Concept("over-provisioning", "Over-provisioning"),
    Concept("auto-scaling", "Auto scaling", ("EC2 Auto Scaling", "Amazon EC2 Auto Scaling")),
    Concept("authentication", "Authentication"),
    Concept("authorization", "Authorization"),
    Concept("access-key", "Access key"),
    Concept("virtual-mfa-device", "Virtual MFA device", ("authenticator app",)),
    Concept("hardware-token", "Hardware token"),
    Concept("security-key", "FIDO2 security key", ("security key", "passkey")),
    Concept("file-storage", "File storage"),
    Concept("block-storage", "Block storage"),
    Concept("object-storage", "Object storage"),
    Concept("s3-standard-ia", "S3 Standard-IA", ("Standard-IA",)),
    Concept("s3-one-zone-ia", "S3 One Zone-IA", ("One Zone-IA",)),
    Concept("s3-intelligent-tiering", "S3 Intelligent-Tiering", ("Intelligent-Tiering",)),
    Concept("s3-versioning", "S3 Versioning", ("versioning",)),
    Concept("s3-lifecycle", "S3 Lifecycle", ("lifecycle rule",)),
    Concept("cross-region-replication", "Cross-Region Replication", ("CRR",)),
    Concept("unversioned", "Unversioned"),
    Concept("versioning-enabled", "Versioning-enabled"),
    Concept("versioning-suspended", "Versioning-suspended"),
    Concept("container", "Container"),
    Concept("virtual-machine", "Virtual machine"),
    Concept("basic-monitoring", "Basic monitoring"),
    Concept("detailed-monitoring", "Detailed monitoring"),
    Concept("high-resolution-metric", "High-resolution custom metric", ("high resolution", "high-resolution metric")),
    Concept("log-event", "Log event"),
    Concept("log-stream", "Log stream"),
    Concept("log-group", "Log group"),
    Concept("relational-database", "Relational database"),
    Concept("graph-database", "Graph database"),
)
