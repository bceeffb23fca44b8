"""Load balancers and the instances behind them."""

from collections.abc import Iterator

from trainer.cloud.board import Board, is_public
from trainer.cloud.drill import Piece
from trainer.cloud.rule import Judgement, RuleClass, each_seat, rule, two_zones
from trainer.cloud.topology import Container

_INSTANCES = ("auto-scaling-group", "ec2-instance")


@rule(
    "lb-in-public-subnets-of-two-zones",
    kind=RuleClass.BROKEN,
    statement="An internet-facing load balancer has public subnets in at least two Availability Zones.",
    why="Users reach it through the internet gateway, so each of its subnets needs a route there; and an "
    "Application Load Balancer takes subnets of two zones at the least, so that one may fail.",
    facts=("elb.6", "vpc-intro.12"),
    source="Application Load Balancers (Elastic Load Balancing User Guide)",
    services=("application-load-balancer",),
)
def lb_in_public_subnets_of_two_zones(board: Board) -> Iterator[Judgement]:
    """Every seat of a load balancer is public, and its seats are in two zones."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if is_public(seat):
            return None
        return f"Users cannot reach the load balancer in {seat.phrase}: it has no route to the internet gateway."

    balancers = board.pieces("application-load-balancer")
    yield from each_seat(board, balancers, fault)
    for piece in balancers:
        if piece.spans > 1:
            yield from two_zones(
                board,
                piece,
                lambda zone: f"All of the load balancer's subnets are in {zone}; it needs two zones.",
            )


@rule(
    "instances-in-private-subnets-of-two-zones",
    kind=RuleClass.RISKY,
    statement="Instances behind a load balancer run in private subnets of at least two Availability Zones.",
    why="Without a route from the internet gateway only the load balancer reaches them, and with two zones "
    "one may fail.",
    facts=("vpc-intro.12", "vpc-intro.13", "ec2-auto-scaling.15", "availability.13"),
    source="Private subnets with a NAT gateway: example VPC (Amazon VPC User Guide)",
    services=_INSTANCES,
)
def instances_in_private_subnets_of_two_zones(board: Board) -> Iterator[Judgement]:
    """No seat of an instance or group is public, and a group's seats are in two zones."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if not is_public(seat):
            return None
        return f"In {seat.phrase} the instances sit in a public subnet: not only the load balancer is exposed."

    pieces = board.pieces(*_INSTANCES)
    yield from each_seat(board, pieces, fault)
    for piece in pieces:
        if piece.spans > 1:
            yield from two_zones(
                board,
                piece,
                lambda zone: f"All instances run in {zone}: losing that zone stops the application.",
            )


@rule(
    "private-instances",
    kind=RuleClass.RISKY,
    statement="An instance that nobody on the internet may connect to runs in a private subnet.",
    why="A private subnet has no route to an internet gateway, so no connection from the internet can arrive, "
    "whatever address or security group the instance has.",
    facts=("w3-ecs-nat.22", "w3-ecs-nat.10"),
    source="Subnets for your VPC (Amazon VPC User Guide)",
    services=_INSTANCES,
)
def private_instances(board: Board) -> Iterator[Judgement]:
    """No seat of an instance is public."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if not is_public(seat):
            return None
        return f"{seat.label} has a route to the internet gateway: the instance can be exposed to the internet."

    return each_seat(board, board.pieces(*_INSTANCES), fault)


@rule(
    "instances-have-a-way-out",
    kind=RuleClass.BROKEN,
    statement="Instances that fetch something from the internet need a route out of their subnet.",
    why="A private subnet reaches the internet through the NAT gateway that its route table names; with the "
    "local route alone nothing leaves the VPC.",
    facts=("w3-ecs-nat.10", "w3-ecs-nat.23"),
    source="NAT gateway use cases (Amazon VPC User Guide)",
    services=_INSTANCES,
)
def instances_have_a_way_out(board: Board) -> Iterator[Judgement]:
    """Every seat of an instance has a default route."""

    def fault(_piece: Piece, seat: Container) -> str | None:
        if seat.reaches_internet:
            return None
        return f"{seat.label} has the local route only: instances there cannot fetch updates."

    return each_seat(board, board.pieces(*_INSTANCES), fault)


RULES = (
    lb_in_public_subnets_of_two_zones,
    instances_in_private_subnets_of_two_zones,
    private_instances,
    instances_have_a_way_out,
)
