"""The services that drills can use, as AWS defines them."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer.cloud.service import Category, Scope, Service

_SERVICES = (
    Service(
        "users",
        "Users",
        Category.GENERAL,
        Scope.INTERNET,
        "The people who use the application, with a browser or an app.",
    ),
    Service(
        "internet",
        "Internet servers",
        Category.GENERAL,
        Scope.INTERNET,
        "Servers of others, somewhere on the internet.",
    ),
    Service(
        "internet-gateway",
        "Internet gateway",
        Category.NETWORKING,
        Scope.VPC,
        "Joins a VPC to the internet, in both directions.",
    ),
    Service(
        "nat-gateway",
        "NAT gateway",
        Category.NETWORKING,
        Scope.ZONAL,
        "Lets private instances open connections to the internet; nothing can open one to them.",
    ),
    Service(
        "nat-instance",
        "NAT instance",
        Category.NETWORKING,
        Scope.ZONAL,
        "An EC2 instance that you run yourself to translate addresses.",
    ),
    Service(
        "application-load-balancer",
        "Application Load Balancer",
        Category.NETWORKING,
        Scope.ZONAL,
        "Takes HTTP and HTTPS requests and spreads them over healthy targets.",
    ),
    Service(
        "virtual-private-gateway",
        "Virtual private gateway",
        Category.NETWORKING,
        Scope.VPC,
        "The AWS side of a VPN to another private network, such as a data center.",
    ),
    Service(
        "ec2-instance",
        "EC2 instance",
        Category.COMPUTE,
        Scope.ZONAL,
        "A virtual server in one subnet.",
    ),
    Service(
        "auto-scaling-group",
        "Auto Scaling group",
        Category.COMPUTE,
        Scope.ZONAL,
        "Keeps the wanted number of EC2 instances running and replaces the ones that fail.",
    ),
    Service(
        "rds",
        "Amazon RDS",
        Category.DATABASE,
        Scope.ZONAL,
        "A managed relational database.",
    ),
)

CATALOGUE: Mapping[str, Service] = MappingProxyType({service.id: service for service in _SERVICES})
"""Every service by its id."""
