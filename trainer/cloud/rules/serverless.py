"""Functions, queues, topics and tables: services without servers, which live outside VPCs."""

from collections.abc import Iterator

from trainer.cloud.board import Board, is_public
from trainer.cloud.drill import Piece
from trainer.cloud.rule import AnyPieceIds, Breach, Judgement, RuleClass, Undecided, each_seat, rule, two_zones
from trainer.cloud.topology import Container, ContainerKind

_MANAGED = (
    "api-gateway",
    "sqs",
    "sns",
    "eventbridge",
    "step-functions",
    "dynamodb",
    "dynamodb-streams",
    "kinesis-data-streams",
    "data-firehose",
    "athena",
    "cognito",
)
"""Services of the Region that have no form inside a VPC, besides endpoints that lead to them."""


@rule(
    "managed-services-outside-vpcs",
    kind=RuleClass.IMPOSSIBLE,
    statement="Queues, topics, tables and streams belong to the Region and are never inside a VPC.",
    why="AWS runs them over several zones, and they are called by name over HTTPS. A VPC can have endpoints that lead "
    "to them, but no subnet holds them, and no security group is around them.",
    facts=("w1-decoupling.12", "w1-databases.16", "global-infrastructure.11"),
    source="Regional services (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    services=_MANAGED,
    speaks_for_scope=True,
)
def managed_services_outside_vpcs(board: Board) -> Iterator[Judgement]:
    """Every such service sits directly in a Region."""
    for piece in board.pieces(*_MANAGED):
        for tile in board.tiles(piece):
            if tile.kind is not ContainerKind.REGION:
                yield Breach((piece.id,), (tile.id,), _misplaced(board, piece, tile))
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


def _misplaced(board: Board, piece: Piece, tile: Container) -> str:
    if board.drill.topology.enclosing(tile.id, ContainerKind.VPC):
        return f"The {piece.name} has no address in {tile.phrase}: it is no machine that one puts into a network."
    return f"The {piece.name} is a service of a Region as a whole; this is: {tile.phrase}."


@rule(
    "functions-outside-vpcs",
    kind=RuleClass.RISKY,
    statement="A function that needs nothing inside a VPC is not attached to one.",
    why="Outside, Lambda reaches the services of the Region and the internet by itself. Attached to subnets, it "
    "follows their route tables, and needs NAT gateways or endpoints for what it could reach before.",
    facts=("serverless-lambda.17", "w1-lambda.6"),
    source="Giving Lambda functions access to resources in an Amazon VPC (AWS Lambda Developer Guide)",
    services=("lambda",),
)
def functions_outside_vpcs(board: Board, pieces: AnyPieceIds) -> Iterator[Judgement]:
    """No seat of the functions lies inside a VPC.

    Args:
        board: the placement.
        pieces: functions that use nothing private.
    """

    def fault(piece: Piece, seat: Container) -> str | None:
        if board.drill.topology.enclosing(seat.id, ContainerKind.VPC) is None:
            return None
        return f"“{piece.name}” is attached to {seat.phrase}, where nothing is that it needs."

    return each_seat(board, board.named(pieces), fault)


@rule(
    "function-joins-the-vpc-of-its-data",
    kind=RuleClass.BROKEN,
    statement="A function that uses something private in a VPC is attached to subnets of that VPC.",
    why="A database in a private subnet has no public address. Lambda reaches it only through a network interface that "
    "it puts into subnets which you name.",
    facts=("serverless-lambda.17", "rds-intro.15"),
    source="Giving Lambda functions access to resources in an Amazon VPC (AWS Lambda Developer Guide)",
    services=("lambda",),
)
def function_joins_the_vpc_of_its_data(board: Board, pieces: AnyPieceIds) -> Iterator[Judgement]:
    """Every seat of the functions lies in a VPC.

    Args:
        board: the placement.
        pieces: functions that use something private.
    """

    def fault(piece: Piece, seat: Container) -> str | None:
        if board.drill.topology.enclosing(seat.id, ContainerKind.VPC):
            return None
        return f"From {seat.phrase}, outside every VPC, “{piece.name}” does not reach a private address."

    return each_seat(board, board.named(pieces), fault)


@rule(
    "function-goes-out-through-nat",
    kind=RuleClass.BROKEN,
    statement="A function in a VPC that calls the internet over IPv4 is in a subnet that leads to a NAT gateway.",
    why="The network interfaces of a function get no public IPv4 address. In a public subnet the internet gateway has "
    "nothing to translate, and drops what they send.",
    facts=("w3-ecs-nat.10", "w3-ecs-nat.23", "serverless-lambda.17"),
    source="Enable internet access for VPC-connected Lambda functions (AWS Lambda Developer Guide)",
    services=("lambda",),
)
def function_goes_out_through_nat(board: Board, pieces: AnyPieceIds) -> Iterator[Judgement]:
    """No seat of the functions is a public subnet, or one without a way out.

    Args:
        board: the placement.
        pieces: functions that call something on the internet.
    """

    def fault(piece: Piece, seat: Container) -> str | None:
        if is_public(seat):
            return f"In {seat.phrase} “{piece.name}” has a route to the internet gateway, but no public address for it."
        if seat.kind is ContainerKind.SUBNET and not seat.reaches_internet:
            return f"In {seat.phrase}, with the local route only, nothing that “{piece.name}” sends leaves the VPC."
        return None

    return each_seat(board, board.named(pieces), fault)


@rule(
    "function-in-subnets-of-two-zones",
    kind=RuleClass.RISKY,
    statement="A function that is attached to a VPC has subnets in at least two Availability Zones.",
    why="Lambda itself spans the zones of a Region. Attached to one subnet it stands and falls with the zone of that.",
    facts=("global-infrastructure.13", "serverless-lambda.17"),
    source="Giving Lambda functions access to resources in an Amazon VPC (AWS Lambda Developer Guide)",
    services=("lambda",),
)
def function_in_subnets_of_two_zones(board: Board) -> Iterator[Judgement]:
    """The tiles of every function with several are in two zones."""
    for piece in board.pieces("lambda"):
        if piece.spans > 1:
            yield from two_zones(
                board,
                piece,
                lambda zone, name=piece.name: f"“{name}” is in {zone} alone: with that zone it stops.",
            )


RULES = (
    managed_services_outside_vpcs,
    functions_outside_vpcs,
    function_joins_the_vpc_of_its_data,
    function_goes_out_through_nat,
    function_in_subnets_of_two_zones,
)
