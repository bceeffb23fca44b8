"""Ways in and out of a VPC: internet gateways and NAT."""

from collections.abc import Iterator

from trainer.cloud.board import Board, is_public
from trainer.cloud.drill import Piece
from trainer.cloud.rule import Breach, Judgement, RuleClass, Undecided, each_seat, rule
from trainer.cloud.topology import Container, ContainerKind


@rule(
    "igw-attached-to-vpc",
    kind=RuleClass.IMPOSSIBLE,
    statement="An internet gateway is attached to the VPC, not to a subnet or a zone.",
    why="It serves the whole VPC and is highly available by itself; the route tables of subnets point to it.",
    facts=("vpc-intro.19", "vpc-intro.20"),
    source="Enable internet access for a VPC using an internet gateway (Amazon VPC User Guide)",
    services=("internet-gateway",),
    speaks_for_scope=True,
)
def igw_attached_to_vpc(board: Board) -> Iterator[Judgement]:
    """Every internet gateway sits directly in a VPC."""
    where = {
        ContainerKind.SUBNET: "An internet gateway is attached to the VPC, and {} is only a part of that.",
        ContainerKind.AZ: "An internet gateway is attached to the VPC and belongs to no zone; this is {}.",
        ContainerKind.REGION: "An internet gateway is attached to one VPC; here it floats in {}, beside the VPC.",
    }
    for piece in board.pieces("internet-gateway"):
        for tile in board.tiles(piece):
            if tile.kind is not ContainerKind.VPC:
                text = where.get(tile.kind, "An internet gateway is the VPC's own door; it is not part of: {}.")
                yield Breach((piece.id,), (tile.id,), text.format(tile.phrase))
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


@rule(
    "nat-in-public-subnet",
    kind=RuleClass.BROKEN,
    statement="A zonal, public NAT gateway sits in a public subnet.",
    why="It sends what it translates on to the internet gateway, so its own subnet needs a route there.",
    facts=("w3-ecs-nat.15", "w3-ecs-nat.16"),
    source="NAT gateways (Amazon VPC User Guide)",
    services=("nat-gateway",),
)
def nat_in_public_subnet(board: Board) -> Iterator[Judgement]:
    """Every seat of a NAT gateway has a route to the internet gateway."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if is_public(seat):
            return None
        return f"This NAT gateway is in {seat.phrase}, which has no route to the internet gateway: it cannot get out."

    return each_seat(board, board.pieces("nat-gateway"), fault)


@rule(
    "nat-gateway-per-zone",
    kind=RuleClass.RISKY,
    statement="Each Availability Zone has a zonal NAT gateway of its own.",
    why="A zonal NAT gateway is lost with its zone. If the zones share one, losing that zone cuts the way out "
    "of the other zone's instances too.",
    facts=("w3-ecs-nat.15", "global-infrastructure.13"),
    source="NAT gateway basics (Amazon VPC User Guide)",
    services=("nat-gateway",),
)
def nat_gateway_per_zone(board: Board) -> Iterator[Judgement]:
    """No two NAT gateways share a zone."""
    gateways = board.pieces("nat-gateway")
    by_zone: dict[str, list[Piece]] = {}
    for piece in gateways:
        for zone in dict.fromkeys(board.zones(piece)):
            by_zone.setdefault(zone, []).append(piece)
    for zone, sharing in by_zone.items():
        if len(sharing) > 1:
            seats = (seat.id for piece in sharing for seat in board.seats(piece))
            message = (
                f"{len(sharing)} NAT gateways share {board.label(zone)}: when it fails, the instances of the "
                "other zone lose their way out too."
            )
            yield Breach(tuple(piece.id for piece in sharing), tuple(dict.fromkeys(seats)), message)
    in_play = tuple(piece for piece in gateways if not board.is_out_of_play(piece))
    if len(in_play) > 1 and any(board.is_waiting(piece) for piece in in_play):
        yield Undecided(tuple(piece.id for piece in in_play))


RULES = (igw_attached_to_vpc, nat_in_public_subnet, nat_gateway_per_zone)
