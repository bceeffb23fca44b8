import pytest

from tests.fakes.drills import make_drill, make_piece
from trainer.cloud.board import Board, can_hold, is_public


@pytest.fixture
def drill():
    balancer = make_piece("alb", "application-load-balancer", spans=2)
    decoy = make_piece("vgw", "virtual-private-gateway", decoy=True, breaks="no-unneeded-parts")
    return make_drill(balancer, decoy, {"db": "rds"}, rules=["no-unneeded-parts"])


def test_every_container_and_nothing_else_can_hold_pieces(drill):
    assert can_hold(drill, "internet")
    assert not can_hold(drill, "moon")


def test_a_tile_outside_its_scope_is_no_seat(drill):
    board = Board(drill, {"alb": ("vpc", "app-b")})
    balancer = drill.pieces["alb"]

    assert [tile.id for tile in board.tiles(balancer)] == ["vpc", "app-b"]
    assert [seat.id for seat in board.seats(balancer)] == ["app-b"]
    assert board.zones(balancer) == ("zone-b",)


def test_a_piece_waits_until_all_its_tiles_are_placed(drill):
    balancer = drill.pieces["alb"]

    assert Board(drill, {}).is_waiting(balancer)
    assert Board(drill, {"alb": ("app-a",)}).is_waiting(balancer)
    assert not Board(drill, {"alb": ("app-a", "app-b")}).is_waiting(balancer)


@pytest.mark.parametrize(("where", "out"), [((), False), (("vpc",), True), (("app-a",), False)])
def test_a_piece_is_out_of_play_when_it_is_placed_and_in_no_zone(drill, where, out):
    board = Board(drill, {"db": where})

    assert board.is_out_of_play(drill.pieces["db"]) is out


def test_decoys_are_seen_only_where_their_requirement_asks(drill):
    board = Board(drill, {"vgw": ("vpc",)})

    assert board.pieces("virtual-private-gateway") == ()
    assert [piece.id for piece, _ in board.placed_decoys("no-unneeded-parts")] == ["vgw"]
    assert list(board.placed_decoys("no-servers-for-outbound-access")) == []


def test_only_subnets_with_access_to_the_internet_gateway_are_public(drill):
    public = [container.id for container in drill.topology.values() if is_public(container)]

    assert public == ["public-a", "public-b"]
