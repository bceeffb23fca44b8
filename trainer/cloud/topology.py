"""The places of an architecture and how they nest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class ContainerKind(StrEnum):
    """What sort of place a container is."""

    INTERNET = "internet"
    ON_PREMISES = "on-premises"
    EDGE = "edge"
    REGION = "region"
    VPC = "vpc"
    AZ = "az"
    SUBNET = "subnet"
    GROUP = "group"
    BIN = "bin"
    STEP = "step"


class Access(StrEnum):
    """Whether a subnet has a route to an internet gateway."""

    PUBLIC = "public"
    PRIVATE = "private"


class RouteTarget(StrEnum):
    """Where a subnet's route table sends traffic that is not local."""

    INTERNET_GATEWAY = "internet-gateway"
    NAT_GATEWAY = "nat-gateway"
    VIRTUAL_PRIVATE_GATEWAY = "virtual-private-gateway"
    TRANSIT_GATEWAY = "transit-gateway"
    EGRESS_ONLY_INTERNET_GATEWAY = "egress-only-internet-gateway"


@dataclass(frozen=True, slots=True)
class Route:
    """One line of a route table beside the local route that every route table has; without a target it is covered."""

    destination: str
    target: RouteTarget | None


@dataclass(frozen=True, slots=True)
class Container:
    """A place that can hold pieces or other containers.

    Attributes:
        parent: id of the container around it; None for an outermost one.
        access: for subnets only; None where a route table has yet to be put on the subnet.
        cidr: the address range, for VPCs and subnets.
        routes: for subnets: the routes beside the local one.
    """

    id: str
    kind: ContainerKind
    label: str
    parent: str | None = None
    access: Access | None = None
    cidr: str | None = None
    routes: tuple[Route, ...] = ()

    @property
    def phrase(self) -> str:
        """The label as it reads in the middle of a sentence."""
        return self.label.replace("Subnet", "subnet", 1) if self.kind is ContainerKind.SUBNET else self.label

    @property
    def reaches_internet(self) -> bool:
        """Whether the default route leads out, through an internet gateway or a NAT gateway."""
        return any(
            route.destination == "0.0.0.0/0" and route.target in (RouteTarget.INTERNET_GATEWAY, RouteTarget.NAT_GATEWAY)
            for route in self.routes
        )


class Topology(Mapping[str, Container]):
    """The containers of a drill, in the order in which they are drawn; a parent comes before its children.

    Raises:
        ValueError: when an id comes twice, or a parent is unknown or comes after its child.
    """

    def __init__(self, containers: Sequence[Container]) -> None:
        self._by_id: dict[str, Container] = {}
        for container in containers:
            if container.id in self._by_id:
                raise ValueError(f"the container id {container.id!r} comes twice")
            if container.parent is not None and container.parent not in self._by_id:
                raise ValueError(f"the parent {container.parent!r} of {container.id!r} is not there before it")
            self._by_id[container.id] = container

    def __getitem__(self, container: str) -> Container:
        return self._by_id[container]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    @cached_property
    def _lineages(self) -> dict[str, tuple[Container, ...]]:
        """Every container with those around it, from itself outwards."""
        lineages: dict[str, tuple[Container, ...]] = {}
        for container in self._by_id.values():
            outer = lineages[container.parent] if container.parent is not None else ()
            lineages[container.id] = (container, *outer)
        return lineages

    @cached_property
    def _children(self) -> dict[str | None, tuple[Container, ...]]:
        children: dict[str | None, list[Container]] = {None: []}
        for container in self._by_id.values():
            children.setdefault(container.parent, []).append(container)
        return {parent: tuple(found) for parent, found in children.items()}

    def children(self, container: str | None = None) -> tuple[Container, ...]:
        """The containers directly inside one; the outermost ones for None."""
        return self._children.get(container, ())

    def lineage(self, container: str) -> tuple[Container, ...]:
        """The container itself, then each one around it, outwards."""
        return self._lineages[container]

    def enclosing(self, container: str, kind: ContainerKind) -> Container | None:
        """The nearest container of a kind around a container, or that container itself."""
        for around in self._lineages[container]:
            if around.kind is kind:
                return around
        return None

    def zone_of(self, container: str) -> str | None:
        """Id of the Availability Zone that a container lies in."""
        zone = self.enclosing(container, ContainerKind.AZ)
        return zone.id if zone else None

    def of_kind(self, kind: ContainerKind) -> tuple[Container, ...]:
        """All containers of one kind, in drawing order."""
        return tuple(container for container in self._by_id.values() if container.kind is kind)
