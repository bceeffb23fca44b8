"""Copies kept apart, so that one failure leaves one of them."""

from collections.abc import Iterator
from itertools import combinations

from trainer.cloud.board import Board
from trainer.cloud.drill import Piece
from trainer.cloud.rule import Breach, Judgement, PieceIds, RuleClass, Undecided, rule


@rule(
    "different-zones",
    kind=RuleClass.RISKY,
    statement="Pieces that back each other up are in different Availability Zones.",
    why="A zone fails as a whole; a copy in the same zone is lost together with the original.",
    facts=("rds-intro.29", "rds-intro.35", "global-infrastructure.13"),
    source="Configuring and managing a Multi-AZ deployment (Amazon RDS User Guide)",
)
def different_zones(board: Board, pieces: PieceIds) -> Iterator[Judgement]:
    """No two of the pieces have a seat in the same zone."""
    named = board.named(pieces)
    for first, second in combinations(named, 2):
        for zone in sorted(set(board.zones(first)) & set(board.zones(second))):
            seats = (seat.id for piece in (first, second) for seat in board.seats(piece))
            message = _shared_zone(first, second, board.label(zone))
            yield Breach((first.id, second.id), tuple(dict.fromkeys(seats)), message)
        waiting = board.is_waiting(first) or board.is_waiting(second)
        if waiting and not (board.is_out_of_play(first) or board.is_out_of_play(second)):
            yield Undecided((first.id, second.id))


def _shared_zone(first: Piece, second: Piece, zone: str) -> str:
    roles = {first.role, second.role}
    if roles == {"primary", "standby"}:
        return (
            f"Primary and standby are both in {zone}. A Multi-AZ standby must be in another zone than its "
            f"primary, so that losing {zone} leaves a copy."
        )
    return f"The {first.name} and the {second.name} are both in {zone}: losing it loses both."


RULES = (different_zones,)
