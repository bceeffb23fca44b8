from dataclasses import replace
from random import Random

import pytest

from tests.fakes.drills import make_drill, make_network, make_subnet, use
from trainer.cloud.rule import Breach, rule
from trainer.cloud.rules import ALL_RULES
from trainer.cloud.soundness.symmetry import examine_symmetry, piece_renamings, zone_renamings
from trainer.cloud.topology import Topology

SERVERS = {"one": "ec2-instance", "two": "ec2-instance"}


@pytest.fixture
def partial_rule(monkeypatch):
    """Puts a rule into force that treats zone B, or the piece `two`, unlike their likes."""

    def enforce(is_broken):
        @rule("partial", kind="broken", statement="", why="", facts=(), source="")
        def check(board):
            for piece in board.drill.required:
                for tile in board.tiles(piece):
                    if is_broken(piece.id, tile.id):
                        yield Breach((piece.id,), (tile.id,), "wrong")

        rules = {**ALL_RULES, "partial": check}
        monkeypatch.setattr("trainer.cloud.grading.ALL_RULES", rules)
        return make_drill(SERVERS, rules=["partial"], solution={"one": ("app-a",), "two": ("app-b",)})

    return enforce


def test_two_like_zones_swap_with_all_that_is_in_them(flagship):
    (swap,) = zone_renamings(flagship)

    assert swap["zone-a"] == "zone-b"
    assert {swap[f"{tier}-a"] for tier in ("public", "app", "data")} == {"public-b", "app-b", "data-b"}
    assert "vpc" not in swap


@pytest.mark.parametrize(("zones", "count"), [("a", 0), ("ab", 1), ("abc", 5), ("abcd", 23), ("abcde", 10)])
def test_few_zones_are_permuted_in_every_way_and_more_by_twos(zones, count):
    drill = make_drill(SERVERS, topology=make_network(zones))

    assert len(zone_renamings(drill)) == count


def test_zones_with_different_insides_do_not_swap():
    network = make_network("ab", tiers=("public", "app"))
    lopsided = Topology([*network.values(), make_subnet("data", "b", "10.0.22.0/24")])

    assert zone_renamings(make_drill(SERVERS, topology=lopsided)) == ()


def test_subnets_meet_their_likes_whatever_their_order():
    network = list(make_network("ab").values())
    mixed = Topology([*network[:-3], *network[:-4:-1]])
    (swap,) = zone_renamings(make_drill(SERVERS, topology=mixed))

    assert {name: swap[name] for name in ("public-a", "app-a", "data-a")} == {
        "public-a": "public-b",
        "app-a": "app-b",
        "data-a": "data-b",
    }


def test_a_rule_that_names_a_zone_makes_the_drill_asymmetric(flagship):
    named = replace(flagship, rules=(*flagship.rules, use("different-zones", pieces=("igw", "zone-a"))))

    assert zone_renamings(named) == ()


def test_interchangeable_pieces_swap(flagship):
    assert piece_renamings(flagship) == ({"nat-a": "nat-b", "nat-b": "nat-a"},)


def test_a_rule_that_prefers_a_zone_is_told_with_an_example(partial_rule):
    drill = partial_rule(lambda _piece, place: place == "app-b")
    (failure,) = examine_symmetry(drill, Random(1), 50).failures

    assert failure.startswith("Replacing zone-a by zone-b, ")
    assert " changes " in failure


def test_a_rule_that_prefers_a_piece_is_told_with_an_example(partial_rule):
    drill = partial_rule(lambda piece, _place: piece == "two")
    (failure,) = examine_symmetry(drill, Random(1), 50).failures

    assert failure.startswith("Replacing one by two, two by one changes ")


def test_a_drill_without_likes_has_nothing_to_exchange(mini):
    assert examine_symmetry(mini, Random(1), 50).extent == "nothing to exchange"
