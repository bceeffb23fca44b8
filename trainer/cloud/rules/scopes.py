"""Where a service can live at all: these rules come with every drill."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.catalogue import CATALOGUE
from trainer.cloud.rule import Breach, Check, Judgement, RuleClass, Undecided, rule
from trainer.cloud.scope import fits_scope
from trainer.cloud.service import SEVERAL, Scope
from trainer.cloud.topology import Container, ContainerKind

_LEVELS = {
    Scope.GLOBAL: "outside every Region",
    Scope.EDGE: "at the edge",
    Scope.REGIONAL: "directly in the Region",
    Scope.VPC: "directly in the VPC",
    Scope.AZ: "in an Availability Zone",
    Scope.ZONAL: "in a subnet",
    Scope.ON_PREMISES: "on premises",
    Scope.INTERNET: "outside AWS",
}


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


def _misplaced(word: str, belongs: str = "") -> Check:
    """A check that every piece whose scope goes by a word sits where its scope allows it.

    Args:
        word: what the scope is called, as in the id of its rule.
        belongs: where such a piece belongs; without it, the levels of the piece's own scope are named.
    """

    def check(board: Board) -> Iterator[Judgement]:
        for piece in board.drill.required:
            scope = CATALOGUE[piece.service].scope
            if str(scope) != word:
                continue
            for tile in board.tiles(piece):
                if not fits_scope(board.drill.topology, scope, tile):
                    message = f"The {piece.name} is {_article(tile)}. {belongs or _levels(scope)}"
                    yield Breach((piece.id,), (tile.id,), message)
            if board.is_waiting(piece):
                yield Undecided((piece.id,))

    return check


def _levels(scope: Scope) -> str:
    """Where a scope of several levels allows a piece, as a sentence."""
    *others, last = (_LEVELS[level] for level in scope)
    return f"It belongs {', '.join(others)} or {last}."


RULES = (
    rule(
        "scope-zonal",
        kind=RuleClass.IMPOSSIBLE,
        statement="Things with a network interface sit in a subnet.",
        why="A subnet gives it an address and a route table, and lies in exactly one Availability Zone; "
        "whatever is launched into the subnet is in that zone.",
        facts=("vpc-intro.8", "vpc-intro.10", "vpc-intro.11"),
        source="Subnets for your VPC (Amazon VPC User Guide)",
    )(_misplaced("zonal", "It needs an address, so it belongs in a subnet.")),
    rule(
        "scope-az",
        kind=RuleClass.IMPOSSIBLE,
        statement="A subnet lies in one Availability Zone.",
        why="It is created in one zone and cannot span several, so what is in it shares the fate of that zone.",
        facts=("vpc-intro.8", "vpc-intro.10"),
        source="Subnets for your VPC (Amazon VPC User Guide)",
    )(_misplaced("az", "It lies in exactly one Availability Zone.")),
    rule(
        "scope-vpc",
        kind=RuleClass.IMPOSSIBLE,
        statement="A gateway of the VPC is attached to the VPC as a whole, not to a subnet.",
        why="Route tables of any subnet can point to it; it belongs to no zone and needs no address of a subnet.",
        facts=("vpc-intro.20", "vpc-intro.21"),
        source="How Amazon VPC works (Amazon VPC User Guide)",
    )(_misplaced("vpc", "It is attached to the VPC itself.")),
    rule(
        "scope-regional",
        kind=RuleClass.IMPOSSIBLE,
        statement="A Regional service belongs to the Region, outside VPCs and subnets.",
        why="AWS runs it across the Region's Availability Zones; it has no address of its own in your subnets.",
        facts=("global-infrastructure.11",),
        source="Regional services (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    )(_misplaced("regional", "It is a service of the Region as a whole.")),
    rule(
        "scope-global",
        kind=RuleClass.IMPOSSIBLE,
        statement="A global service lies outside every Region.",
        why="It is one service for the whole account and all Regions.",
        facts=("global-infrastructure.11",),
        source="Global services (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    )(_misplaced("global", "It belongs to no Region.")),
    rule(
        "scope-edge",
        kind=RuleClass.IMPOSSIBLE,
        statement="A service of the edge network works at edge locations, outside the Regions.",
        why="AWS runs it in many places close to the users, so that its answers have a short way.",
        facts=("w2-optimizations.5", "global-infrastructure.11"),
        source="What is Amazon CloudFront? (Amazon CloudFront Developer Guide)",
    )(_misplaced("edge", "It works at edge locations.")),
    rule(
        "scope-on-premises",
        kind=RuleClass.IMPOSSIBLE,
        statement="Equipment of your own network stays on premises.",
        why="It runs on hardware in your own data center or office, not in one of AWS.",
        facts=("vpc-intro.22",),
        source="What is AWS Site-to-Site VPN? (AWS Site-to-Site VPN User Guide)",
    )(_misplaced("on-premises", "It stands in your own network.")),
    rule(
        f"scope-{SEVERAL}",
        kind=RuleClass.IMPOSSIBLE,
        statement="What AWS offers at several levels sits at one of these.",
        why="Some things have more than one valid place: a function belongs to the Region and can be attached to "
        "subnets, a web firewall guards the edge or a Region, a disk lies in one zone, beside any subnet of it.",
        facts=("global-infrastructure.11", "instance-store-ebs.8"),
        source="AWS service types (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    )(_misplaced(SEVERAL)),
)
