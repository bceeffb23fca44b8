"""Ways in and out of a VPC: internet gateways and NAT."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from trainer.cloud.board import Board
from trainer.cloud.drill import Piece
from trainer.cloud.rule import Breach, Judgement, RuleClass, Undecided, each_seat, rule
from trainer.cloud.rules.routing import each_default_route
from trainer.cloud.topology import Container, ContainerKind, RouteTarget


def _on_the_vpc(board: Board, service: str, told: Mapping[ContainerKind, str], otherwise: str) -> Iterator[Judgement]:
    """Judges whether all pieces of a service sit directly in a VPC.

    Args:
        board: the placement.
        service: whom to judge.
        told: the messages by kind of another place; `{}` is that place.
        otherwise: the message for any other kind.
    """
    for piece in board.pieces(service):
        for tile in board.tiles(piece):
            if tile.kind is not ContainerKind.VPC:
                yield Breach((piece.id,), (tile.id,), told.get(tile.kind, otherwise).format(tile.phrase))
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


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
    return _on_the_vpc(
        board,
        "internet-gateway",
        {
            ContainerKind.SUBNET: "An internet gateway is attached to the VPC, and {} is only a part of that.",
            ContainerKind.AZ: "An internet gateway is attached to the VPC and belongs to no zone; this is {}.",
            ContainerKind.REGION: "An internet gateway is attached to one VPC; here it floats in {}, beside the VPC.",
        },
        "An internet gateway is the VPC's own door; it is not part of: {}.",
    )


@rule(
    "one-internet-gateway-per-vpc",
    kind=RuleClass.IMPOSSIBLE,
    statement="A VPC has one internet gateway at most, and it serves all zones.",
    why="It is no machine in a zone: AWS runs it redundantly and scales it. A second one adds nothing, and AWS refuses "
    "to attach it.",
    facts=("vpc-intro.19", "vpc-intro.20"),
    source="Enable internet access for a VPC using an internet gateway (Amazon VPC User Guide)",
    services=("internet-gateway",),
)
def one_internet_gateway_per_vpc(board: Board) -> Iterator[Judgement]:
    """No VPC holds two internet gateways, and none holds one that the brief has no use for."""
    for first, second in combinations(board.pieces("internet-gateway"), 2):
        for vpc in board.seats(first):
            if vpc in board.seats(second):
                message = f"{vpc.label} has two internet gateways; AWS attaches one."
                yield Breach((first.id, second.id), (vpc.id,), message)
        if _may_share(board, first, second) or _may_share(board, second, first):
            yield Undecided((first.id, second.id))
    for piece, tiles in board.placed_decoys("one-internet-gateway-per-vpc"):
        message = "The VPC has its internet gateway, which serves every zone: this would be a second one."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


def _may_share(board: Board, coming: Piece, other: Piece) -> bool:
    """Whether a gateway that is still in the palette can come to the VPC of another one."""
    return board.is_waiting(coming) and (board.is_waiting(other) or bool(board.seats(other)))


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
    return each_default_route(
        board,
        board.pieces("nat-gateway"),
        RouteTarget.INTERNET_GATEWAY,
        lambda _piece, subnet: (
            f"This NAT gateway is in {subnet.phrase}, which has no route to the internet gateway: it cannot get out."
        ),
    )


@rule(
    "nat-gateway-per-zone",
    kind=RuleClass.RISKY,
    statement="With zonal NAT gateways, each zone has one of its own if the way out is to survive the loss of a zone.",
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


@rule(
    "regional-nat-on-the-vpc",
    kind=RuleClass.IMPOSSIBLE,
    statement="A regional NAT gateway belongs to the VPC as a whole, to no subnet and no zone.",
    why="It spreads to every zone where the VPC has network interfaces, and has a route table of its own that leads to "
    "the internet gateway. So it needs no public subnet, and all private subnets share one route to it.",
    facts=("w3-ecs-nat.15", "w3-ecs-nat.16"),
    source="Regional NAT gateways for automatic multi-AZ expansion (Amazon VPC User Guide)",
    services=("nat-gateway-regional",),
    speaks_for_scope=True,
)
def regional_nat_on_the_vpc(board: Board) -> Iterator[Judgement]:
    """Every regional NAT gateway sits directly in a VPC."""
    return _on_the_vpc(
        board,
        "nat-gateway-regional",
        {
            ContainerKind.SUBNET: "A regional NAT gateway is created without a subnet; here it is tied to {}.",
            ContainerKind.AZ: "A regional NAT gateway is in every zone that the VPC uses, not only in {}.",
            ContainerKind.REGION: "A regional NAT gateway is created in one VPC; here it floats in {}, beside the VPC.",
        },
        "A regional NAT gateway is a part of the VPC; it is not part of: {}.",
    )


@rule(
    "egress-only-gateway-on-the-vpc",
    kind=RuleClass.IMPOSSIBLE,
    statement="An egress-only internet gateway is attached to the VPC; it lets IPv6 connections out and none in.",
    why="IPv6 addresses are public, so nothing is translated, and it is only the direction that has to be guarded. It "
    "needs no subnet and no address of its own; route tables send ::/0 to it.",
    facts=("networking-basics.5", "w3-ecs-nat.10", "vpc-routing-security.4"),
    source="Enable outbound IPv6 traffic using an egress-only internet gateway (Amazon VPC User Guide)",
    services=("egress-only-internet-gateway",),
    speaks_for_scope=True,
)
def egress_only_gateway_on_the_vpc(board: Board) -> Iterator[Judgement]:
    """Every egress-only internet gateway sits directly in a VPC."""
    return _on_the_vpc(
        board,
        "egress-only-internet-gateway",
        {
            ContainerKind.SUBNET: "An egress-only internet gateway takes no address of {}; it is the VPC's.",
            ContainerKind.AZ: "An egress-only internet gateway serves all zones of the VPC, not only {}.",
            ContainerKind.REGION: "An egress-only internet gateway is attached to one VPC; here it floats in {}.",
        },
        "An egress-only internet gateway is a part of the VPC; it is not part of: {}.",
    )


@rule(
    "no-subnet-for-the-way-out",
    kind=RuleClass.RISKY,
    statement="Where no subnet may be public, a zonal NAT gateway cannot be the way to the internet.",
    why="A zonal NAT gateway needs a public subnet in each zone, and whatever is launched into that subnet can be "
    "exposed by mistake. A regional one needs none.",
    facts=("w3-ecs-nat.15",),
    source="Regional NAT gateways for automatic multi-AZ expansion (Amazon VPC User Guide)",
    services=("nat-gateway",),
)
def no_subnet_for_the_way_out(board: Board) -> Iterator[Judgement]:
    """No NAT device is placed that needs a public subnet."""
    for piece, tiles in board.placed_decoys("no-subnet-for-the-way-out"):
        message = f"The {piece.name} would need a subnet with a route to the internet gateway, in every zone."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


@rule(
    "private-nat-toward-private-networks",
    kind=RuleClass.BROKEN,
    statement="The subnet of a private NAT gateway has a route to a transit gateway or virtual private gateway.",
    why="It has a private address only and is there for the way to other VPCs and networks on premises. What it sends "
    "to an internet gateway is dropped.",
    facts=("w3-ecs-nat.18", "w3-ecs-nat.19"),
    source="NAT gateway use cases (Amazon VPC User Guide)",
    services=("nat-gateway-private",),
)
def private_nat_toward_private_networks(board: Board) -> Iterator[Judgement]:
    """Every seat of a private NAT gateway has a route to a private network."""
    private = (RouteTarget.TRANSIT_GATEWAY, RouteTarget.VIRTUAL_PRIVATE_GATEWAY)

    def fault(_piece: Piece, seat: Container) -> str | None:
        if any(route.target in private for route in seat.routes):
            return None
        return f"From {seat.phrase} no route leads to another private network, so this NAT gateway leads nowhere."

    return each_seat(board, board.pieces("nat-gateway-private"), fault)


RULES = (
    igw_attached_to_vpc,
    one_internet_gateway_per_vpc,
    nat_in_public_subnet,
    nat_gateway_per_zone,
    regional_nat_on_the_vpc,
    egress_only_gateway_on_the_vpc,
    no_subnet_for_the_way_out,
    private_nat_toward_private_networks,
)
