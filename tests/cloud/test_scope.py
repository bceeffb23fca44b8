import pytest

from tests.fakes.drills import make_network
from trainer.cloud.scope import fits_scope, place_of
from trainer.cloud.service import Scope
from trainer.cloud.topology import Container, ContainerKind, Topology

KINDS = {kind: Topology([Container("place", kind, "Place")]) for kind in ContainerKind}

FITTING = {
    Scope.GLOBAL: {ContainerKind.EDGE, ContainerKind.INTERNET},
    Scope.REGIONAL: {ContainerKind.REGION},
    Scope.VPC: {ContainerKind.VPC},
    Scope.ZONAL: {ContainerKind.SUBNET},
    Scope.ON_PREMISES: {ContainerKind.ON_PREMISES},
    Scope.INTERNET: {ContainerKind.INTERNET, ContainerKind.ON_PREMISES},
}


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("kind", sorted(set(ContainerKind) - {ContainerKind.BIN, ContainerKind.GROUP}))
def test_a_scope_fits_exactly_its_own_kinds_of_place(scope, kind):
    topology = KINDS[kind]

    assert fits_scope(topology, scope, topology["place"]) is (kind in FITTING[scope])


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("kind", [ContainerKind.BIN, ContainerKind.GROUP])
def test_bins_and_lone_groups_hold_anything(scope, kind):
    topology = KINDS[kind]

    assert fits_scope(topology, scope, topology["place"])


def test_a_group_counts_as_the_place_around_it():
    network = make_network()
    groups = [
        Container("tier", ContainerKind.GROUP, "Tier", "public-a"),
        Container("inner", ContainerKind.GROUP, "Inner", "tier"),
    ]
    topology = Topology([*network.values(), *groups])

    assert place_of(topology, "inner") is topology["public-a"]
    assert fits_scope(topology, Scope.ZONAL, topology["inner"])
    assert not fits_scope(topology, Scope.VPC, topology["inner"])
