"""Habits of drawing and numbering. They are told once a drill is solved, and never graded: AWS does not care."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.rule import Breach, Judgement, RuleClass, rule
from trainer.cloud.topology import ContainerKind


@rule(
    "primary-in-the-first-zone",
    kind=RuleClass.CONVENTION,
    statement="Diagrams show the primary database in the first zone.",
    why="It reads well from left to right. In AWS either zone may hold the primary, and each failover swaps the two.",
    facts=("rds-intro.29", "rds-intro.35"),
    source="Multi-AZ DB instance deployments for Amazon RDS (Amazon RDS User Guide)",
    services=("rds",),
)
def primary_in_the_first_zone(board: Board) -> Iterator[Judgement]:
    """No primary is in a zone that is drawn after another one of its VPC."""
    zones = [zone.id for zone in board.drill.topology.of_kind(ContainerKind.AZ)]
    for piece in board.pieces("rds"):
        where = board.zones(piece)
        if piece.role == "primary" and where and where[0] != zones[0]:
            message = f"You have the {piece.name} in {board.label(where[0])}; most diagrams show it in the first zone."
            yield Breach((piece.id,), tuple(seat.id for seat in board.seats(piece)), message)


@rule(
    "first-instance-in-the-first-zone",
    kind=RuleClass.CONVENTION,
    statement="Diagrams show the server that works in the first zone, and the one that waits in the second.",
    why="Nothing in AWS ranks the zones; their letters may even mean other places in another account.",
    facts=("availability.13", "global-infrastructure.4"),
    source="Availability Zone IDs for your AWS resources (AWS RAM User Guide)",
    services=("ec2-instance",),
)
def first_instance_in_the_first_zone(board: Board) -> Iterator[Judgement]:
    """No active instance is in a zone that is drawn after another one."""
    zones = [zone.id for zone in board.drill.topology.of_kind(ContainerKind.AZ)]
    for piece in board.pieces("ec2-instance"):
        where = board.zones(piece)
        if piece.role == "active" and where and where[0] != zones[0]:
            message = f"You have the {piece.name} in {board.label(where[0])}; most diagrams begin with it."
            yield Breach((piece.id,), tuple(seat.id for seat in board.seats(piece)), message)


@rule(
    "shared-nat-in-the-first-zone",
    kind=RuleClass.CONVENTION,
    statement="Where zones share one NAT gateway, diagrams show it in the first zone.",
    why="It may be in any of them. What counts is that losing its zone takes the way out from the others, too.",
    facts=("w3-ecs-nat.15",),
    source="NAT gateway basics (Amazon VPC User Guide)",
    services=("nat-gateway",),
)
def shared_nat_in_the_first_zone(board: Board) -> Iterator[Judgement]:
    """A single NAT gateway is in the zone that is drawn first."""
    zones = [zone.id for zone in board.drill.topology.of_kind(ContainerKind.AZ)]
    gateways = board.pieces("nat-gateway")
    if len(gateways) != 1 or len(zones) < 2:  # noqa: PLR2004  # one zone leaves no choice
        return
    for zone in board.zones(gateways[0])[:1]:
        if zone != zones[0]:
            seats = tuple(seat.id for seat in board.seats(gateways[0]))
            message = (
                f"You have the NAT gateway in {board.label(zone)}; most diagrams show a single one in the first zone."
            )
            yield Breach((gateways[0].id,), seats, message)


RULES = (primary_in_the_first_zone, first_instance_in_the_first_zone, shared_nat_in_the_first_zone)
