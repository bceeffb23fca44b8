from collections import defaultdict
from random import Random

import pytest

from tests.fakes.drills import make_network, make_two_regions
from tests.layout.faults import faults, shared_stretches
from tests.layout.topologies import FLAGSHIP, FLAGSHIP_SOLUTION, drop_sequence, random_placement
from trainer.cloud.drill import Fixture, Link, Piece
from trainer.cloud.topology import Container, ContainerKind, Topology
from trainer.errors import UserError
from trainer.layout.dot import run_engine, write_dot
from trainer.layout.engine import lay_out
from trainer.layout.measure import table_measure
from trainer.layout.routing.wires import find_wires
from trainer.layout.sizes import TILE_WIDTH


def rects(geometry):
    return {box.container: box.rect for box in geometry.boxes}


def test_the_solution_is_drawn_without_fault(scene, laid_out):
    topology, _, links, solution = scene

    geometry = laid_out(scene, solution)

    assert faults(topology, geometry, links) == []
    assert shared_stretches(geometry) == []


def test_any_placement_is_drawn_without_fault(scene, laid_out):
    topology, pieces, links, _ = scene
    for seed in range(500):
        geometry = laid_out(scene, random_placement(Random(seed), topology, pieces))

        assert faults(topology, geometry, links) == [], seed
        assert shared_stretches(geometry) == [], seed
        assert len(geometry.paths) == len(find_wires(topology, geometry.tiles, links)), seed


def test_zones_tiers_and_rows_keep_their_order(scene, laid_out):
    topology, pieces, _, _ = scene
    for seed in range(200):
        boxes = rects(laid_out(scene, random_placement(Random(seed), topology, pieces)))

        assert boxes["internet"].bottom < boxes["region"].y
        for zone in topology.of_kind(ContainerKind.AZ):
            tops = [boxes[child.id].y for child in topology.children(zone.id)]
            assert tops == sorted(set(tops))
        lefts = [boxes[zone.id].x for zone in topology.of_kind(ContainerKind.AZ)]
        assert lefts == sorted(set(lefts))


def test_sister_subnets_line_up_whatever_is_in_them(laid_out):
    topology, pieces, _, _ = FLAGSHIP
    for seed in range(200):
        boxes = rects(laid_out(FLAGSHIP, random_placement(Random(seed), topology, pieces)))

        assert boxes["zone-a"].width == boxes["zone-b"].width
        for tier in ("public", "app", "data"):
            one, other = boxes[f"{tier}-a"], boxes[f"{tier}-b"]
            assert (one.y, one.width, one.height) == (other.y, other.width, other.height)


def test_building_the_solution_moves_no_container(scene, laid_out):
    empty = rects(laid_out(scene, {}))

    placement = {}
    for piece, where in scene[3].items():
        placement[piece] = where

        assert rects(laid_out(scene, placement)) == empty


def test_two_tiles_fit_anywhere_but_in_regions_and_zones_without_moving_anything(laid_out):
    topology, pieces, _, _ = FLAGSHIP
    empty = rects(laid_out(FLAGSHIP, {}))
    for name, container in topology.items():
        if container.kind not in (ContainerKind.REGION, ContainerKind.AZ):
            geometry = laid_out(FLAGSHIP, dict.fromkeys(list(pieces)[:2], (name,)))

            assert rects(geometry) == empty


def test_containers_move_by_one_tile_at_most_in_the_median(laid_out):
    topology, pieces, _, _ = FLAGSHIP
    moves = []
    for seed in range(30):
        before = None
        for placement in drop_sequence(Random(seed), topology, pieces):
            after = rects(laid_out(FLAGSHIP, placement))
            if before:
                moves += [max(abs(after[name].x - at.x), abs(after[name].y - at.y)) for name, at in before.items()]
            before = after

    assert sorted(moves)[len(moves) // 2] <= TILE_WIDTH


def test_the_flagship_fits_the_canvas(laid_out):
    geometry = laid_out(FLAGSHIP, {})

    assert geometry.width <= 1000
    assert geometry.height <= 730


def test_the_same_input_gives_the_same_output_whatever_was_asked_before(laid_out):
    topology, pieces, _, _ = FLAGSHIP
    placements = [random_placement(Random(seed), topology, pieces) for seed in range(40)]
    first = [laid_out(FLAGSHIP, placement) for placement in placements]

    run_engine.cache_clear()
    write_dot.cache_clear()

    assert [laid_out(FLAGSHIP, placement) for placement in reversed(placements)] == first[::-1]


def test_the_order_in_which_pieces_were_placed_does_not_show(laid_out):
    backwards = dict(reversed(list(FLAGSHIP_SOLUTION.items()))) | {"alb": ("public-b", "public-a")}

    assert laid_out(FLAGSHIP, backwards) == laid_out(FLAGSHIP, FLAGSHIP_SOLUTION)


def test_a_capacity_keeps_more_room(laid_out):
    four = dict.fromkeys(("nat-a", "nat-b", "db-primary", "db-standby"), ("data-a",))

    empty, full = (laid_out(FLAGSHIP, placement, capacity={"data-a": 4}) for placement in ({}, four))

    assert rects(empty) == rects(full)


def test_tiers_talk_to_their_own_zone(laid_out):
    geometry = laid_out(FLAGSHIP, FLAGSHIP_SOLUTION)

    paths = defaultdict(int)
    for path in geometry.paths:
        link = FLAGSHIP[2][path.link]
        paths[link.source, link.target] += 1
    assert paths["igw", "alb"] == 2
    assert paths["alb", "web"] == 2
    assert paths["web", "nat-a"] == 1


def test_all_kinds_of_places_are_laid_out():
    rows = [
        ("internet", "internet", None),
        ("edge", "edge", None),
        ("office", "on-premises", None),
        ("one", "region", None),
        ("shared", "group", "one"),
        ("two", "region", None),
        ("vpc-1", "vpc", "one"),
        ("vpc-2", "vpc", "two"),
        ("lone", "subnet", "vpc-2"),
        ("aws", "bin", None),
        ("customer", "bin", None),
    ]
    topology = Topology([Container(name, ContainerKind(kind), f"The {name}", parent) for name, kind, parent in rows])
    pieces = {name: Piece(name, "s3", name) for name in topology}
    links = [Link(one, other, label="443") for one, other in zip(pieces, list(pieces)[1:], strict=False)]
    geometry = lay_out(topology, {name: (name,) for name in pieces}, pieces, links=links, measure=table_measure)

    assert faults(topology, geometry, links) == []
    boxes = rects(geometry)
    assert boxes["internet"].y == boxes["edge"].y
    assert boxes["edge"].bottom < boxes["one"].y == boxes["two"].y
    assert boxes["aws"].width == boxes["customer"].width
    assert boxes["office"].y > boxes["one"].bottom


def test_three_zones_fit_side_by_side():
    geometry = lay_out(make_network("abc"), {}, {}, measure=table_measure)

    boxes = rects(geometry)
    assert boxes["zone-a"].y == boxes["zone-b"].y == boxes["zone-c"].y
    assert geometry.width <= 1100


def test_a_region_with_less_in_it_stands_beside_the_other_and_is_narrower():
    boxes = rects(lay_out(make_two_regions(), {}, {}, measure=table_measure))

    assert boxes["region"].y == boxes["far"].y
    assert boxes["region"].height == boxes["far"].height
    assert boxes["far"].width < boxes["region"].width
    assert boxes["data-a"].width == boxes["data-b"].width


def test_a_crowd_in_one_subnet_is_drawn_without_fault(laid_out):
    topology, pieces, links, _ = FLAGSHIP

    geometry = laid_out(FLAGSHIP, dict.fromkeys(pieces, ("app-b",)))

    assert faults(topology, geometry, links) == []


def test_ids_and_labels_may_be_any_text():
    odd = 'a"; rank=same {\\'
    topology = Topology([Container(odd, ContainerKind.VPC, odd), Container("b", ContainerKind.SUBNET, odd * 9, odd)])

    geometry = lay_out(topology, {}, {}, measure=table_measure)

    assert faults(topology, geometry, []) == []


def test_nothing_is_laid_out_as_nothing():
    geometry = lay_out(Topology([]), {}, {}, measure=table_measure)

    assert (geometry.width, geometry.height, geometry.boxes) == (0, 0, ())


@pytest.mark.parametrize(
    ("containers", "tiles", "links", "what"),
    [(401, 0, 0, "401 containers"), (1, 601, 0, "601 tiles"), (1, 0, 801, "801 links")],
)
def test_a_diagram_beyond_the_limits_is_refused(containers, tiles, links, what):
    topology = Topology([Container(f"c{number}", ContainerKind.BIN, "Bin") for number in range(containers)])
    fixtures = [Fixture(f"f{number}", "users", "Users", "c0") for number in range(tiles)]

    with pytest.raises(UserError, match=what):
        lay_out(topology, {}, {}, fixtures=fixtures, links=[Link("a", "b")] * links, measure=table_measure)


def test_an_unknown_piece_is_a_fault_of_the_caller(laid_out):
    with pytest.raises(ValueError, match="ghost"):
        laid_out(FLAGSHIP, {"ghost": ("vpc",)})
