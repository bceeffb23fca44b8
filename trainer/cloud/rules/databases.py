"""Databases: the subnets they may lie in, and how clients find and reach them."""

from collections.abc import Iterator

from trainer.cloud.board import Board, is_public
from trainer.cloud.drill import Line, Piece
from trainer.cloud.lines import name_of, role_of, service_of
from trainer.cloud.rule import (
    AnyPieceIds,
    Breach,
    Judgement,
    PlaceIds,
    RuleClass,
    Undecided,
    each_line,
    each_seat,
    lies_in,
    rule,
    two_zones,
)
from trainer.cloud.topology import Container, ContainerKind

ENDPOINT = "db-endpoint"
_GROUP = "db-subnet-group"
_IN_A_VPC = "Working with a DB instance in a VPC (Amazon RDS User Guide)"


@rule(
    "databases-without-internet-route",
    kind=RuleClass.RISKY,
    statement="A database sits where no route leads to or from the internet.",
    why="Only the application is meant to reach it; with no route, no mistake in a security group can expose "
    "it, and nothing on it can send data out.",
    facts=("rds-intro.15", "rds-intro.16"),
    source=_IN_A_VPC,
    services=("rds",),
)
def databases_without_internet_route(board: Board) -> Iterator[Judgement]:
    """No seat of a database has a default route."""

    def fault(piece: Piece, seat: Container) -> str | None:
        if is_public(seat):
            return f"The {piece.name} is in {seat.phrase}, a public subnet: it has a route to the internet gateway."
        if seat.reaches_internet:
            return f"The {piece.name} is in {seat.phrase}, which has a route to the internet through a NAT gateway."
        return None

    return each_seat(board, board.pieces("rds"), fault)


@rule(
    "subnet-group-in-two-zones",
    kind=RuleClass.IMPOSSIBLE,
    statement="A DB subnet group lists subnets of at least two Availability Zones.",
    why="RDS refuses a group of one zone: it has to have a subnet elsewhere for a standby, or to start the database "
    "again when its zone is lost.",
    facts=("rds-intro.15", "rds-intro.35"),
    source=_IN_A_VPC,
    services=(_GROUP,),
)
def subnet_group_in_two_zones(board: Board) -> Iterator[Judgement]:
    """The subnets that a group lists lie in two zones at least."""
    for group in board.pieces(_GROUP):
        yield from two_zones(
            board, group, lambda zone: f"Every subnet that the group lists is in {zone}: RDS refuses such a group."
        )


@rule(
    "subnet-group-in-one-vpc",
    kind=RuleClass.IMPOSSIBLE,
    statement="All subnets of a DB subnet group belong to one VPC.",
    why="A database lives in one VPC and has its addresses there; a VPC, in turn, lies in one Region.",
    facts=("rds-intro.14", "vpc-intro.3"),
    source=_IN_A_VPC,
    services=(_GROUP,),
)
def subnet_group_in_one_vpc(board: Board) -> Iterator[Judgement]:
    """No two subnets that a group lists lie in different VPCs."""
    topology = board.drill.topology
    for group in board.pieces(_GROUP):
        seats = board.seats(group)
        around = (topology.enclosing(seat.id, ContainerKind.VPC) for seat in seats)
        networks = list(dict.fromkeys(vpc.id for vpc in around if vpc))
        if len(networks) > 1:
            first, second = (board.label(network) for network in networks[:2])
            message = f"The group lists subnets of {first} and of {second}: no database can lie in two VPCs."
            yield Breach((group.id,), tuple(seat.id for seat in seats), message)
        elif board.is_waiting(group) and len(seats) + group.spans - len(board.tiles(group)) > 1:
            yield Undecided((group.id,))


@rule(
    "database-in-its-subnet-group",
    kind=RuleClass.IMPOSSIBLE,
    statement="RDS puts a database only into a subnet that its DB subnet group lists.",
    why="The group is how RDS is told where a database may go. From it RDS takes a subnet for each copy, also for "
    "the standby of a Multi-AZ deployment.",
    facts=("rds-intro.14", "rds-intro.15"),
    source=_IN_A_VPC,
    services=(_GROUP, "rds"),
)
def database_in_its_subnet_group(board: Board) -> Iterator[Judgement]:
    """Every seat of a database has a tile of the group, or one is still to come for it."""
    groups, databases = board.pieces(_GROUP), board.pieces("rds")
    listed = frozenset(seat.id for group in groups for seat in board.seats(group))
    beside = [(piece, seat) for piece in databases for seat in board.seats(piece) if seat.id not in listed]
    astray = tuple(dict.fromkeys(piece for piece, _ in beside))
    places = tuple(dict.fromkeys(seat.id for _, seat in beside))
    coming = sum(piece.spans - len(board.tiles(piece)) for piece in groups)
    misplaced = sum(len(board.tiles(group)) - len(board.seats(group)) for group in groups)  # they can still be moved
    if len(places) > coming + misplaced:
        names = " and ".join(f"{seat.phrase}, where the {piece.name} is" for piece, seat in beside)
        accused = () if coming or misplaced else tuple(piece.id for piece in astray)
        told = f"The DB subnet group {'leaves out' if accused else 'has no room left for'} {names}."
        yield Breach((*(group.id for group in groups), *accused), places, told)
    unplaced = sum(piece.spans - len(board.tiles(piece)) for piece in databases)
    if coming + unplaced and len(places) + unplaced > misplaced:
        settled = {piece.id for piece in databases if misplaced or not (board.is_waiting(piece) or piece in astray)}
        yield Undecided(tuple(piece.id for piece in (*groups, *databases) if piece.id not in settled))


@rule(
    "database-in-reach-of-its-clients",
    kind=RuleClass.BROKEN,
    statement="A database lies in the network of its clients, or in one that is joined to it.",
    why="A database in a private subnet has private addresses only, and a VPC is isolated: nothing in another VPC or "
    "Region reaches them, unless peering, a transit gateway or the like joins the two.",
    facts=("vpc-intro.1", "vpc-intro.3", "rds-intro.14"),
    source="Scenarios for accessing a DB instance in a VPC (Amazon RDS User Guide)",
)
def database_in_reach_of_its_clients(board: Board, pieces: AnyPieceIds, networks: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies outside the networks.

    Args:
        board: the placement.
        pieces: databases, or other things that are reached by a private address.
        networks: the VPCs that their clients can reach.
    """

    def fault(piece: Piece, seat: Container) -> str | None:
        if lies_in(board, seat, networks):
            return None
        return f"The {piece.name} is in {seat.phrase}, in a network that is not joined to that of its clients."

    return each_seat(board, board.named(pieces), fault)


@rule(
    "clients-use-the-endpoint",
    kind=RuleClass.RISKY,
    statement="Clients connect to the name that RDS gives a database, not to one of its copies.",
    why="At a failover RDS has the name lead to the copy that takes over. Who holds the address of a machine goes on "
    "calling the one that failed.",
    facts=("rds-intro.33", "rds-intro.32"),
    source="Failing over a Multi-AZ DB instance for Amazon RDS (Amazon RDS User Guide)",
)
def clients_use_the_endpoint(board: Board) -> Iterator[Judgement]:
    """No wrong line leads from a client to a copy that can change its role."""

    def fault(line: Line) -> str | None:
        client, copy = line
        if role_of(board.drill, copy) not in _CHANGING_ROLES or is_database(board, client):
            return None
        names = name_of(board.drill, client), name_of(board.drill, copy)
        return f"The {names[0]} holds the address of the {names[1]}: after a failover it calls the wrong machine."

    return each_line(board, fault)


_CHANGING_ROLES = frozenset({"primary", "source", "writer", "reader"})
"""Roles of copies that a failover changes; a standby has none of its own to call."""


def is_database(board: Board, node: str) -> bool:
    """Whether a piece or fixture is a copy of a database, or the name of one."""
    return service_of(board.drill, node) in ("rds", ENDPOINT)


RULES = (
    databases_without_internet_route,
    subnet_group_in_two_zones,
    subnet_group_in_one_vpc,
    database_in_its_subnet_group,
    database_in_reach_of_its_clients,
    clients_use_the_endpoint,
)
