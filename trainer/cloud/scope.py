"""Which places a service's scope allows; scope rules come for free with every drill."""

from functools import cache

from trainer.cloud.service import Scope
from trainer.cloud.topology import Container, ContainerKind, Topology

_KINDS: dict[Scope, frozenset[ContainerKind]] = {
    Scope.GLOBAL: frozenset({ContainerKind.EDGE, ContainerKind.INTERNET}),
    Scope.EDGE: frozenset({ContainerKind.EDGE}),
    Scope.REGIONAL: frozenset({ContainerKind.REGION}),
    Scope.VPC: frozenset({ContainerKind.VPC}),
    Scope.AZ: frozenset({ContainerKind.AZ}),
    Scope.ZONAL: frozenset({ContainerKind.SUBNET}),
    Scope.ON_PREMISES: frozenset({ContainerKind.ON_PREMISES}),
    Scope.INTERNET: frozenset({ContainerKind.INTERNET, ContainerKind.ON_PREMISES}),
}


_BOARDS = frozenset({ContainerKind.BIN, ContainerKind.STEP})
"""Parts of a board that is no architecture."""


@cache
def _kinds(scope: Scope) -> frozenset[ContainerKind]:
    """The kinds of place of every level of a scope."""
    return frozenset[ContainerKind]().union(*(_KINDS[level] for level in scope))


def place_of(topology: Topology, container: str) -> Container | None:
    """The container that counts for scope: groups only bundle things, so the place around them counts.

    Returns:
        None for a group that stands on its own, where scope says nothing.
    """
    for around in topology.lineage(container):
        if around.kind is not ContainerKind.GROUP:
            return around
    return None


def fits_scope(topology: Topology, scope: Scope, container: Container) -> bool:
    """Whether something of a scope can sit directly in a container; bins and steps hold anything."""
    place = place_of(topology, container.id)
    if place is None or place.kind in _BOARDS or place.kind in _kinds(scope):
        return True
    return Scope.ZONAL in scope and _stands_for_subnets(topology, place)


def _stands_for_subnets(topology: Topology, place: Container) -> bool:
    """Whether a place is a zone of a diagram that draws no subnets, so that what needs one is drawn in the zone."""
    return place.kind is ContainerKind.AZ and not topology.of_kind(ContainerKind.SUBNET)
