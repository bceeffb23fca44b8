"""Route tables: where they take effect, and where they lead."""

from collections.abc import Callable, Iterator
from itertools import combinations

from trainer.cloud.board import Board
from trainer.cloud.drill import Piece
from trainer.cloud.rule import AnyPieceIds, Breach, Judgement, RuleClass, Undecided, rule, two_zones
from trainer.cloud.topology import Container, ContainerKind, RouteTarget

_TABLE = "route-table"
_EVERYWHERE = ("0.0.0.0/0", "::/0")


def leads_to(board: Board, subnet: Container, target: RouteTarget) -> bool | None:
    """Whether the default route of a subnet leads to a target.

    Where route tables are pieces, their role is the target of their default route; one without a role has the local
    route only. A subnet that gets none of them keeps the main route table, with the local route.

    Returns:
        None while the table that decides it is still in the palette.
    """
    if subnet.access is not None:
        return any(route.destination in _EVERYWHERE and route.target is target for route in subnet.routes)
    tables = [table for table in board.pieces(_TABLE) if table.role == target]
    if any(subnet in board.tiles(table) for table in tables):
        return True
    return None if any(board.is_waiting(table) for table in tables) else False


def each_default_route(
    board: Board,
    pieces: tuple[Piece, ...],
    target: RouteTarget,
    fault: Callable[[Piece, Container], str],
    *,
    wanted: bool = True,
) -> Iterator[Judgement]:
    """Judges every seat of the pieces by where the default route of its subnet leads.

    Args:
        board: the placement.
        pieces: whom to judge; a route table among them is there for the others, and named beside them.
        target: where the route is to lead, or not.
        fault: the message for a piece in a subnet where that is not so.
        wanted: whether it is to lead there.
    """
    tables = tuple(piece for piece in pieces if piece.service == _TABLE)
    subnets = board.drill.topology.of_kind(ContainerKind.SUBNET)
    for piece in pieces:
        if piece in tables:
            continue
        for seat in board.seats(piece):
            subnet = board.drill.topology.enclosing(seat.id, ContainerKind.SUBNET)
            if subnet is None:
                continue
            leads = leads_to(board, subnet, target)
            if leads is None:
                yield Undecided((piece.id, *(table.id for table in tables)))
            elif leads is not wanted:
                yield _misrouted(board, piece, seat, tables, fault(piece, subnet))
        if board.is_waiting(piece) and any(leads_to(board, subnet, target) is not wanted for subnet in subnets):
            yield Undecided((piece.id, *(table.id for table in tables)))


def _misrouted(board: Board, piece: Piece, seat: Container, tables: tuple[Piece, ...], message: str) -> Breach:
    """What is wrong with a seat, and with the tables that were meant for it."""
    placed = tuple(table for table in tables if board.tiles(table))
    places = (seat.id, *(tile.id for table in placed for tile in board.tiles(table)))
    return Breach((piece.id, *(table.id for table in placed)), tuple(dict.fromkeys(places)), message)


@rule(
    "route-table-on-subnet",
    kind=RuleClass.IMPOSSIBLE,
    statement="A route table is associated with subnets; the one of a VPC itself is its main route table.",
    why="What leaves any instance of a subnet is looked up in the table of that subnet. Zones and single instances "
    "have no route table.",
    facts=("vpc-routing-security.2", "vpc-routing-security.6"),
    source="Subnet route tables (Amazon VPC User Guide)",
    services=(_TABLE,),
    speaks_for_scope=True,
)
def route_table_on_subnet(board: Board) -> Iterator[Judgement]:
    """Every route table sits directly on a subnet or on the VPC."""
    for table in board.pieces(_TABLE):
        for tile in board.tiles(table):
            if tile.kind not in (ContainerKind.SUBNET, ContainerKind.VPC):
                message = f"The {table.name} is put on {tile.phrase}, which has no route table."
                yield Breach((table.id,), (tile.id,), message)
        if board.is_waiting(table):
            yield Undecided((table.id,))


@rule(
    "one-route-table-per-subnet",
    kind=RuleClass.IMPOSSIBLE,
    statement="A subnet has exactly one route table at a time, while a table may serve many subnets.",
    why="Each packet needs one answer to the question where it goes next. Associating another table ends the "
    "association with the first.",
    facts=("vpc-routing-security.6", "vpc-routing-security.7"),
    source="Subnet route tables (Amazon VPC User Guide)",
    services=(_TABLE,),
)
def one_route_table_per_subnet(board: Board) -> Iterator[Judgement]:
    """No two route tables lie on one subnet."""
    for first, second in combinations(board.pieces(_TABLE), 2):
        both = (first.id, second.id)
        for subnet in _subnets(board, first):
            if subnet in _subnets(board, second):
                message = f"The {first.name} and the {second.name} are both on {subnet.phrase}, which can have one."
                yield Breach(both, (subnet.id,), message)
        if _may_meet(board, first, second) or _may_meet(board, second, first):
            yield Undecided(both)


def _subnets(board: Board, table: Piece) -> tuple[Container, ...]:
    return tuple(tile for tile in board.tiles(table) if tile.kind is ContainerKind.SUBNET)


def _may_meet(board: Board, coming: Piece, other: Piece) -> bool:
    """Whether a table that is still in the palette can come to lie on a subnet of another one."""
    return board.is_waiting(coming) and (board.is_waiting(other) or bool(_subnets(board, other)))


@rule(
    "main-table-stays-local",
    kind=RuleClass.RISKY,
    statement="The main route table keeps the local route only; ways to the internet are in tables of their own.",
    why="The main table holds for every subnet that was given no other, so also for the one that somebody adds next "
    "year and forgets about. With the local route only, forgetting is harmless.",
    facts=("vpc-routing-security.1", "vpc-routing-security.5", "vpc-routing-security.6"),
    source="Subnet route tables (Amazon VPC User Guide)",
    services=(_TABLE,),
)
def main_table_stays_local(board: Board) -> Iterator[Judgement]:
    """No table with a default route lies on the VPC itself."""
    for table in board.pieces(_TABLE):
        if table.role is None:
            continue
        for tile in board.tiles(table):
            if tile.kind is ContainerKind.VPC:
                message = f"On the VPC itself, the {table.name} holds for every subnet that gets no table of its own."
                yield Breach((table.id,), (tile.id,), message)
        if board.is_waiting(table):
            yield Undecided((table.id,))


@rule(
    "tier-in-two-zones",
    kind=RuleClass.RISKY,
    statement="The subnets of one tier lie in at least two Availability Zones.",
    why="A subnet is lost with its zone. If the public subnets, or the private ones, are all in one zone, losing it "
    "takes the whole tier.",
    facts=("vpc-intro.10", "vpc-intro.12", "vpc-intro.13"),
    source="Subnets for your VPC (Amazon VPC User Guide)",
    services=(_TABLE,),
)
def tier_in_two_zones(board: Board) -> Iterator[Judgement]:
    """Each table for several subnets is on subnets of two zones."""
    for table in board.pieces(_TABLE):
        if table.spans > 1:
            yield from two_zones(
                board,
                table,
                lambda zone, name=table.name: f"Every subnet with the {name} is in {zone}: that tier is lost with it.",
            )


@rule(
    "reached-from-internet-in-public-subnet",
    kind=RuleClass.BROKEN,
    statement="What users on the internet connect to directly is in a public subnet.",
    why="A public subnet is one whose route table leads to an internet gateway. Without that route no answer gets "
    "back to the users, whatever address the instance has.",
    facts=("vpc-troubleshooting.3", "vpc-troubleshooting.4", "ec2-instances.11"),
    source="Enable internet access for a VPC using an internet gateway (Amazon VPC User Guide)",
)
def reached_from_internet_in_public_subnet(board: Board, pieces: AnyPieceIds) -> Iterator[Judgement]:
    """Every seat of the pieces has a default route to an internet gateway."""
    yield from each_default_route(
        board,
        board.named(pieces),
        RouteTarget.INTERNET_GATEWAY,
        lambda piece, subnet: (
            f"{subnet.label} has no route to the internet gateway: nobody outside reaches the {piece.name} there."
        ),
    )


@rule(
    "hidden-in-private-subnet",
    kind=RuleClass.RISKY,
    statement="What must not be reached from the internet is in a private subnet.",
    why="Without a route to an internet gateway no connection from the internet comes about, even if a security group "
    "is opened by mistake or somebody adds a public address.",
    facts=("rds-intro.16", "vpc-routing-security.7"),
    source="Subnets for your VPC (Amazon VPC User Guide)",
)
def hidden_in_private_subnet(board: Board, pieces: AnyPieceIds) -> Iterator[Judgement]:
    """No seat of the pieces has a default route to an internet gateway."""
    yield from each_default_route(
        board,
        board.named(pieces),
        RouteTarget.INTERNET_GATEWAY,
        lambda piece, subnet: (
            f"{subnet.label} has a route to the internet gateway: the {piece.name} there can be "
            "exposed to the internet."
        ),
        wanted=False,
    )


@rule(
    "way-out-through-nat",
    kind=RuleClass.BROKEN,
    statement="What has no public address reaches the internet over IPv4 by a route to a NAT device.",
    why="The NAT device puts an address in place of the private one that the internet can answer to. An internet "
    "gateway alone drops packets with a private source address.",
    facts=("w3-ecs-nat.10", "w3-ecs-nat.11", "w3-ecs-nat.23"),
    source="NAT gateway use cases (Amazon VPC User Guide)",
)
def way_out_through_nat(board: Board, pieces: AnyPieceIds) -> Iterator[Judgement]:
    """Every seat of the pieces has a default route to a NAT gateway."""
    yield from each_default_route(
        board,
        board.named(pieces),
        RouteTarget.NAT_GATEWAY,
        lambda piece, subnet: (
            f"No route leads from {subnet.phrase} to a NAT gateway: the {piece.name} there cannot "
            "fetch anything from the internet."
        ),
    )


RULES = (
    route_table_on_subnet,
    one_route_table_per_subnet,
    main_table_stays_local,
    tier_in_two_zones,
    reached_from_internet_in_public_subnet,
    hidden_in_private_subnet,
    way_out_through_nat,
)
