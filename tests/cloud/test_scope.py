import pytest

from tests.fakes.drills import make_network
from trainer.cloud.scope import fits_scope, place_of
from trainer.cloud.service import Scope
from trainer.cloud.topology import Container, ContainerKind, Topology

KINDS = {kind: Topology([Container("place", kind, "Place")]) for kind in ContainerKind}

FITTING = {
    Scope.GLOBAL: {ContainerKind.EDGE, ContainerKind.INTERNET},
    Scope.EDGE: {ContainerKind.EDGE},
    Scope.REGIONAL: {ContainerKind.REGION},
    Scope.VPC: {ContainerKind.VPC},
    Scope.AZ: {ContainerKind.AZ},
    Scope.ZONAL: {ContainerKind.SUBNET, ContainerKind.AZ},
    Scope.ON_PREMISES: {ContainerKind.ON_PREMISES},
    Scope.INTERNET: {ContainerKind.INTERNET, ContainerKind.ON_PREMISES},
    Scope.REGIONAL | Scope.ZONAL: {ContainerKind.REGION, ContainerKind.SUBNET, ContainerKind.AZ},
    Scope.EDGE | Scope.REGIONAL | Scope.INTERNET: {
        ContainerKind.EDGE,
        ContainerKind.REGION,
        ContainerKind.INTERNET,
        ContainerKind.ON_PREMISES,
    },
}
"""Each kind is alone in its diagram, so that the zone stands for the subnets that are not drawn."""
HOLDING_ANYTHING = [ContainerKind.BIN, ContainerKind.STEP, ContainerKind.GROUP]


def test_every_level_is_known():
    assert set(Scope) <= FITTING.keys()


@pytest.mark.parametrize("scope", FITTING, ids=repr)
@pytest.mark.parametrize("kind", sorted(set(ContainerKind) - set(HOLDING_ANYTHING)))
def test_a_scope_fits_exactly_its_own_kinds_of_place(scope, kind):
    topology = KINDS[kind]

    assert fits_scope(topology, scope, topology["place"]) is (kind in FITTING[scope])


@pytest.mark.parametrize("scope", FITTING, ids=repr)
@pytest.mark.parametrize("kind", HOLDING_ANYTHING)
def test_bins_steps_and_lone_groups_hold_anything(scope, kind):
    topology = KINDS[kind]

    assert fits_scope(topology, scope, topology["place"])


@pytest.mark.parametrize("kind", ContainerKind)
def test_what_has_no_place_fits_anywhere(kind):
    assert fits_scope(KINDS[kind], Scope.ANYWHERE, KINDS[kind]["place"])


def test_a_zone_stands_for_subnets_only_where_none_are_drawn():
    network, bare = make_network(), make_network(tiers=())

    assert fits_scope(bare, Scope.ZONAL, bare["zone-a"])
    assert not fits_scope(network, Scope.ZONAL, network["zone-a"])
    assert not fits_scope(bare, Scope.ZONAL, bare["vpc"])


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
