"""Requirements of a brief that a part breaks merely by being there; decoys name one of these."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.rule import Breach, Judgement, RuleClass, rule


@rule(
    "no-unneeded-parts",
    kind=RuleClass.RISKY,
    statement="Nothing is built that no requirement asks for.",
    why="Each part costs money, has to be looked after and is one more thing to secure.",
    facts=("vpc-intro.21",),
    source="Cost optimization pillar: design principles (AWS Well-Architected Framework)",
)
def no_unneeded_parts(board: Board) -> Iterator[Judgement]:
    """No part that the brief has no use for is placed."""
    for piece, tiles in board.placed_decoys("no-unneeded-parts"):
        message = f"Nothing in the brief needs a {piece.name.lower()}."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


@rule(
    "no-servers-for-outbound-access",
    kind=RuleClass.RISKY,
    statement="Where nobody is to run servers for it, the way out to the internet is a managed service.",
    why="A NAT instance is an EC2 instance of your own: you patch it, size it and replace it when it fails. "
    "A NAT gateway is managed by AWS and scales by itself.",
    facts=("w3-ecs-nat.12", "w3-ecs-nat.13", "w3-ecs-nat.21"),
    source="Compare NAT gateways and NAT instances (Amazon VPC User Guide)",
    services=("nat-instance",),
)
def no_servers_for_outbound_access(board: Board) -> Iterator[Judgement]:
    """No NAT device is placed that the customer has to run."""
    for piece, tiles in board.placed_decoys("no-servers-for-outbound-access"):
        message = f"The {piece.name} is a server that somebody has to patch and replace."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


RULES = (no_unneeded_parts, no_servers_for_outbound_access)
