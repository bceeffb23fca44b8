"""What a service is, and where AWS lets it live."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """How far one instance of a service reaches, in AWS's own terms.

    `VPC` things are attached to a VPC as a whole; `ZONAL` things sit in one subnet and so in one zone.
    """

    GLOBAL = "global"
    REGIONAL = "regional"
    VPC = "vpc"
    ZONAL = "zonal"
    ON_PREMISES = "on-premises"
    INTERNET = "internet"


class Category(StrEnum):
    """The group whose colour a tile wears."""

    NETWORKING = "networking"
    COMPUTE = "compute"
    STORAGE = "storage"
    DATABASE = "database"
    INTEGRATION = "integration"
    ANALYTICS = "analytics"
    MANAGEMENT = "management"
    SECURITY = "security"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Service:
    """One entry of the catalogue.

    Attributes:
        id: stable name used in drill files; also the icon's file name.
        name: AWS's own name, as a learner meets it in AWS documents.
        purpose: what it is for, in one line.
    """

    id: str
    name: str
    category: Category
    scope: Scope
    purpose: str
