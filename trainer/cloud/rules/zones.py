"""Regions, Availability Zones and data centers: how far one thing reaches."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.drill import Piece
from trainer.cloud.rule import Breach, Judgement, RuleClass, Undecided, rule
from trainer.cloud.scope import fits_scope
from trainer.cloud.topology import Container, ContainerKind

_DATA_CENTER = "data-center"
_ZONAL = ("ec2-instance", "rds", "ebs-volume", "public-subnet", "private-subnet", _DATA_CENTER)


@rule(
    "lives-in-one-zone",
    kind=RuleClass.IMPOSSIBLE,
    statement="Subnets, instances and EBS volumes each live in exactly one Availability Zone.",
    why="They are made of hardware in one zone: a subnet is created in one zone, what is launched into it runs there, "
    "and a volume's disks are there. None of them stretches over two, so all of them are lost with their zone.",
    facts=("global-infrastructure.11", "vpc-intro.10", "ec2-instances.13", "instance-store-ebs.8"),
    source="Zonal services (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    services=_ZONAL,
    speaks_for_scope=True,
)
def lives_in_one_zone(board: Board) -> Iterator[Judgement]:
    """Every zonal piece lies in a zone, in a subnet of it where it needs one and subnets are drawn."""
    for piece in board.pieces(*_ZONAL):
        for tile in board.tiles(piece):
            if message := _beside_zones(board, piece, tile):
                yield Breach((piece.id,), (tile.id,), message)
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


def _beside_zones(board: Board, piece: Piece, tile: Container) -> str | None:
    """What is wrong about a place for a zonal piece."""
    topology = board.drill.topology
    if topology.zone_of(tile.id) is not None:
        fits = fits_scope(topology, CATALOGUE[piece.service].scope, tile)
        return None if fits else f"The {piece.name} is in {tile.phrase}, and not where it gets its address: a subnet."
    if tile.kind in (ContainerKind.REGION, ContainerKind.VPC):
        return f"Directly in {tile.phrase}, the {piece.name} would stretch over its zones. It lies in exactly one."
    return f"The {piece.name} is in no Availability Zone here: {tile.label}."


@rule(
    "zone-has-a-data-center",
    kind=RuleClass.IMPOSSIBLE,
    statement="An Availability Zone is one or more data centers; there is none without.",
    why="A zone is no machine room by another name. It is a group of data centers with power, network and cooling of "
    "its own, so it can grow to several buildings and goes on working when one of them has a fault.",
    facts=("global-infrastructure.3", "global-infrastructure.5"),
    source="Availability Zones (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    services=(_DATA_CENTER,),
)
def zone_has_a_data_center(board: Board) -> Iterator[Judgement]:
    """No zone stays without a data center."""
    centers = board.pieces(_DATA_CENTER)
    taken = {zone for center in centers for zone in board.zones(center)}
    empty = [zone for zone in board.drill.topology.of_kind(ContainerKind.AZ) if zone.id not in taken]
    waiting = sum(center.spans - len(board.tiles(center)) for center in centers)
    if len(empty) > waiting:
        placed = tuple(center for center in centers if board.tiles(center))
        seats = (tile.id for center in placed for tile in board.tiles(center))
        message = f"{empty[0].label} is left without a data center: then there is nothing that could run there."
        yield Breach(tuple(center.id for center in placed), tuple(dict.fromkeys(seats)), message)
    elif empty:
        yield Undecided(tuple(center.id for center in centers))


RULES = (lives_in_one_zone, zone_has_a_data_center)
