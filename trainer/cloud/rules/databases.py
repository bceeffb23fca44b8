"""Databases."""

from collections.abc import Iterator

from trainer.cloud.board import Board, is_public
from trainer.cloud.drill import Piece
from trainer.cloud.rule import Judgement, RuleClass, each_seat, rule
from trainer.cloud.topology import Container


@rule(
    "databases-without-internet-route",
    kind=RuleClass.RISKY,
    statement="A database sits where no route leads to or from the internet.",
    why="Only the application is meant to reach it; with no route, no mistake in a security group can expose "
    "it, and nothing on it can send data out.",
    facts=("rds-intro.15", "rds-intro.16"),
    source="Working with a DB instance in a VPC (Amazon RDS User Guide)",
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


RULES = (databases_without_internet_route,)
