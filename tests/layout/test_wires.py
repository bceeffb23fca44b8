from tests.fakes.drills import make_network
from trainer.cloud.drill import Link
from trainer.cloud.topology import Container, ContainerKind, Topology
from trainer.layout.geometry import Rect, Tile
from trainer.layout.routing.wires import find_wires

TWO_SITES = Topology([*make_network().values(), Container("depot", ContainerKind.ON_PREMISES, "Depot")])


def pairs(source_places, target_places):
    tiles = [Tile("source", place, Rect(0, 0, 1, 1)) for place in source_places]
    tiles += [Tile("target", place, Rect(0, 0, 1, 1)) for place in target_places]
    wires = find_wires(TWO_SITES, tiles, [Link("source", "target")])
    return [(wire.source.container, wire.target.container) for wire in wires]


def test_a_tier_talks_to_its_own_zone():
    assert pairs(["public-a", "public-b"], ["app-a", "app-b"]) == [("public-a", "app-a"), ("public-b", "app-b")]


def test_a_computer_talks_to_the_router_of_its_own_site():
    assert pairs(["depot"], ["office", "depot"]) == [("depot", "depot")]


def test_what_shares_no_place_is_connected_all_with_all():
    assert pairs(["office", "depot"], ["vpc"]) == [("office", "vpc"), ("depot", "vpc")]


def test_a_tile_with_nothing_near_is_connected_to_what_the_other_zone_has():
    assert pairs(["app-a", "app-b"], ["public-a"]) == [("app-a", "public-a"), ("app-b", "public-a")]


def test_a_tile_with_something_near_is_not_connected_across_zones():
    places = {"web": ["app-a", "app-b"], "nat-a": ["public-a"], "nat-b": ["public-b"]}
    tiles = [Tile(piece, place, Rect(0, 0, 1, 1)) for piece, where in places.items() for place in where]
    wires = find_wires(TWO_SITES, tiles, [Link("web", "nat-a"), Link("web", "nat-b")])

    assert [(wire.source.container, wire.target.piece) for wire in wires] == [("app-a", "nat-a"), ("app-b", "nat-b")]
