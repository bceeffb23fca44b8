"""Where a service can live at all: these rules come with every drill."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.rule import Breach, Check, Judgement, RuleClass, Undecided, rule
from trainer.cloud.scope import fits_scope
from trainer.cloud.service import Scope
from trainer.cloud.topology import Container, ContainerKind


def _article(container: Container) -> str:
    """A container in the middle of a sentence."""
    named = {
        ContainerKind.INTERNET: "on the internet",
        ContainerKind.ON_PREMISES: "on premises",
        ContainerKind.EDGE: "at the edge",
        ContainerKind.VPC: "directly in the VPC",
        ContainerKind.REGION: f"directly in {container.label}",
        ContainerKind.AZ: f"directly in {container.label}, outside every subnet",
    }
    return named.get(container.kind, f"in {container.phrase}")


def _misplaced(scope: Scope, belongs: str) -> Check:
    """A check that every piece of a scope sits where the scope allows it."""

    def check(board: Board) -> Iterator[Judgement]:
        for piece in board.drill.required:
            if CATALOGUE[piece.service].scope is not scope:
                continue
            for tile in board.tiles(piece):
                if not fits_scope(board.drill.topology, scope, tile):
                    message = f"The {piece.name} is {_article(tile)}. {belongs}"
                    yield Breach((piece.id,), (tile.id,), message)
            if board.is_waiting(piece):
                yield Undecided((piece.id,))

    return check


RULES = (
    rule(
        "scope-zonal",
        kind=RuleClass.IMPOSSIBLE,
        statement="Things with a network interface sit in a subnet.",
        why="A subnet gives it an address and a route table, and lies in exactly one Availability Zone; "
        "whatever is launched into the subnet is in that zone.",
        facts=("vpc-intro.8", "vpc-intro.10", "vpc-intro.11"),
        source="Subnets for your VPC (Amazon VPC User Guide)",
    )(_misplaced(Scope.ZONAL, "It needs an address, so it belongs in a subnet.")),
    rule(
        "scope-vpc",
        kind=RuleClass.IMPOSSIBLE,
        statement="A gateway of the VPC is attached to the VPC as a whole, not to a subnet.",
        why="Route tables of any subnet can point to it; it belongs to no zone and needs no address of a subnet.",
        facts=("vpc-intro.20", "vpc-intro.21"),
        source="How Amazon VPC works (Amazon VPC User Guide)",
    )(_misplaced(Scope.VPC, "It is attached to the VPC itself.")),
    rule(
        "scope-regional",
        kind=RuleClass.IMPOSSIBLE,
        statement="A Regional service belongs to the Region, outside VPCs and subnets.",
        why="AWS runs it across the Region's Availability Zones; it has no address of its own in your subnets.",
        facts=("global-infrastructure.11",),
        source="Regional services (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    )(_misplaced(Scope.REGIONAL, "It is a service of the Region as a whole.")),
    rule(
        "scope-global",
        kind=RuleClass.IMPOSSIBLE,
        statement="A global service lies outside every Region.",
        why="It is one service for the whole account and all Regions, or runs at edge locations.",
        facts=("global-infrastructure.11",),
        source="Global services (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    )(_misplaced(Scope.GLOBAL, "It belongs to no Region.")),
    rule(
        "scope-on-premises",
        kind=RuleClass.IMPOSSIBLE,
        statement="Equipment of your own network stays on premises.",
        why="AWS does not host it: it is a device or server in your own data center or office.",
        facts=("vpc-intro.22",),
        source="What is AWS Site-to-Site VPN? (AWS Site-to-Site VPN User Guide)",
    )(_misplaced(Scope.ON_PREMISES, "It stands in your own network.")),
)
