"""What a service is, and where AWS lets it live."""

from dataclasses import dataclass
from enum import Flag, StrEnum, auto

SEVERAL = "several"


class Scope(Flag):
    """How far one instance of a service reaches, in AWS's own terms.

    `EDGE` things run at edge locations; `VPC` things are attached to a VPC as a whole; `AZ` things lie in one
    Availability Zone without being in a subnet; `ZONAL` things sit in one subnet and so in one zone. What AWS lets
    live at several levels is written `REGIONAL | ZONAL`. `ANYWHERE` is for what is no service at all: a statement to
    sort, a step to put in order.
    """

    GLOBAL = auto()
    EDGE = auto()
    REGIONAL = auto()
    VPC = auto()
    AZ = auto()
    ZONAL = auto()
    ON_PREMISES = auto()
    INTERNET = auto()
    ANYWHERE = GLOBAL | EDGE | REGIONAL | VPC | AZ | ZONAL | ON_PREMISES | INTERNET

    def __str__(self) -> str:
        """The word in the id of its scope rule; scopes of several levels share one."""
        return _WORDS.get(self, SEVERAL)


_WORDS = {scope: str(scope.name).lower().replace("_", "-") for scope in (*Scope, Scope.ANYWHERE)}


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
        scope: every level where AWS lets it live, so that no valid place is ever called wrong.
        purpose: what it is for, in one sentence.
    """

    id: str
    name: str
    category: Category
    scope: Scope
    purpose: str
