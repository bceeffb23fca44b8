"""VPCs and subnets: where they lie, and how their address ranges are cut."""

from collections.abc import Iterator
from ipaddress import IPv4Network
from itertools import combinations

from trainer.cloud.board import Board
from trainer.cloud.drill import CHIP, Piece
from trainer.cloud.rule import Breach, Judgement, PlaceIds, RuleClass, Undecided, each_seat, rule
from trainer.cloud.topology import Container, ContainerKind

_RESERVED = 5
"""Addresses of every subnet that AWS keeps: the first four and the last."""


@rule(
    "vpc-in-region",
    kind=RuleClass.IMPOSSIBLE,
    statement="A VPC belongs to one Region and spans all of its Availability Zones.",
    why="Only its subnets are bound to zones. So one network, with one address range, can have legs in every zone.",
    facts=("vpc-intro.2", "vpc-intro.3"),
    source="How Amazon VPC works (Amazon VPC User Guide)",
    services=("vpc",),
    speaks_for_scope=True,
)
def vpc_in_region(board: Board) -> Iterator[Judgement]:
    """Every VPC sits directly in a Region."""
    told = {
        ContainerKind.AZ: "Inside {} the VPC would be lost with that one zone.",
        ContainerKind.SUBNET: "No VPC fits into {}, which is a part of one.",
        ContainerKind.VPC: "VPCs do not nest, and {} is one already.",
    }
    for piece in board.pieces("vpc"):
        for tile in board.tiles(piece):
            if tile.kind is not ContainerKind.REGION:
                message = told.get(tile.kind, "A VPC is created in one Region; here it is in none: {}.")
                yield Breach((piece.id,), (tile.id,), message.format(tile.phrase))
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


@rule(
    "one-range-per-subnet",
    kind=RuleClass.IMPOSSIBLE,
    statement="A subnet has one IPv4 range at most, which is fixed when it is created.",
    why="Route tables tell subnets apart by their ranges, and instances get their addresses from the range of their "
    "subnet. The range of a VPC can be widened later, that of a subnet cannot.",
    facts=("vpc-intro.8", "vpc-intro.9"),
    source="Subnet CIDR blocks (Amazon VPC User Guide)",
    services=(CHIP,),
)
def one_range_per_subnet(board: Board) -> Iterator[Judgement]:
    """Every range lies on a subnet, and no two on the same one."""
    ranges = _ranges(board)
    for piece in ranges:
        for tile in board.tiles(piece):
            if tile.kind is not ContainerKind.SUBNET:
                yield Breach((piece.id,), (tile.id,), f"{piece.name} is for a subnet, and {tile.label} is none.")
    for first, second in combinations(ranges, 2):
        for tile in board.tiles(first):
            if tile in board.tiles(second) and tile.kind is ContainerKind.SUBNET:
                message = f"{first.name} and {second.name} are both given to {tile.phrase}."
                yield Breach((first.id, second.id), (tile.id,), message)
    if any(board.is_waiting(piece) for piece in ranges):
        yield Undecided(tuple(piece.id for piece in ranges))


@rule(
    "range-inside-the-vpc",
    kind=RuleClass.IMPOSSIBLE,
    statement="The range of a subnet lies within a range of its VPC.",
    why="A subnet is a part of the VPC's network, so all its addresses are addresses of the VPC.",
    facts=("vpc-intro.8", "vpc-intro.17"),
    source="Subnet CIDR blocks (Amazon VPC User Guide)",
    services=(CHIP,),
)
def range_inside_the_vpc(board: Board) -> Iterator[Judgement]:
    """No range is placed that lies outside every VPC's own."""
    vpcs = [(vpc, IPv4Network(vpc.cidr)) for vpc in board.drill.topology.of_kind(ContainerKind.VPC) if vpc.cidr]
    for piece in (*_ranges(board), *_placed(board, "range-inside-the-vpc")):
        if any(IPv4Network(piece.name).subnet_of(whole) for _, whole in vpcs):
            continue
        if tiles := board.tiles(piece):
            vpc, whole = vpcs[0]
            message = f"{piece.name} is no part of {vpc.phrase}, which runs from {whole[0]} to {whole[-1]}."
            yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)
        else:
            yield Undecided((piece.id,))


@rule(
    "ranges-apart",
    kind=RuleClass.IMPOSSIBLE,
    statement="The ranges of the subnets of a VPC do not overlap.",
    why="An address belongs to one subnet, or nobody could tell where a packet to it has to go. AWS refuses a subnet "
    "whose range overlaps with another one's.",
    facts=("vpc-intro.8", "vpc-intro.17"),
    source="Subnet CIDR blocks (Amazon VPC User Guide)",
    services=(CHIP,),
)
def ranges_apart(board: Board) -> Iterator[Judgement]:
    """No range is placed that shares addresses with another one of the plan."""
    ranges = _ranges(board)
    for first, second in combinations(ranges, 2):
        if _overlap(first, second) and board.tiles(first) and board.tiles(second):
            seats = (tile.id for piece in (first, second) for tile in board.tiles(piece))
            message = f"{first.name} and {second.name} share addresses."
            yield Breach((first.id, second.id), tuple(dict.fromkeys(seats)), message)
        elif _overlap(first, second):
            yield Undecided((first.id, second.id))
    for decoy in _placed(board, "ranges-apart"):
        shared = next(piece for piece in ranges if _overlap(decoy, piece))
        message = f"{decoy.name} and {shared.name} share addresses, and the plan cannot do without {shared.name}."
        yield Breach((decoy.id,), tuple(tile.id for tile in board.tiles(decoy)), message)


@rule(
    "room-for-the-hosts",
    kind=RuleClass.BROKEN,
    statement="A subnet has five addresses fewer for hosts than its range has.",
    why="A range has 2^(32 - prefix) addresses. AWS keeps the first four and the last of every subnet, so a /24 has "
    "room for 251 hosts and a /25 for 123.",
    facts=("vpc-intro.14", "vpc-intro.16", "networking-basics.9"),
    source="Subnet CIDR blocks (Amazon VPC User Guide)",
    services=(CHIP,),
)
def room_for_the_hosts(board: Board, places: PlaceIds, hosts: int) -> Iterator[Judgement]:
    """No range that is too small lies on one of the subnets."""

    def fault(piece: Piece, seat: Container) -> str | None:
        if seat.id not in places:
            return None
        return f"{piece.name} has room for {_usable(piece)} hosts, and {seat.phrase} needs {hosts}."

    too_small = tuple(piece for piece in _ranges(board) if _usable(piece) < hosts)
    return each_seat(board, too_small, fault)


def _usable(piece: Piece) -> int:
    return IPv4Network(piece.name).num_addresses - _RESERVED


def _ranges(board: Board) -> tuple[Piece, ...]:
    """The address ranges to hand out; their names say which they are."""
    return tuple(piece for piece in board.pieces(CHIP) if _is_range(piece.name))


def _is_range(name: str) -> bool:
    try:
        IPv4Network(name)
    except ValueError:
        return False
    return True


def _placed(board: Board, requirement: str) -> tuple[Piece, ...]:
    """The ranges on the board that are decoys for a requirement."""
    return tuple(piece for piece, _ in board.placed_decoys(requirement))


def _overlap(first: Piece, second: Piece) -> bool:
    return IPv4Network(first.name).overlaps(IPv4Network(second.name))


RULES = (vpc_in_region, one_range_per_subnet, range_inside_the_vpc, ranges_apart, room_for_the_hosts)
