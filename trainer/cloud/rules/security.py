"""Who may connect to what: security groups and their rules, as cards that are put into the groups of the tiers."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.drill import Piece
from trainer.cloud.rule import AnyPieceIds, Judgement, PlaceIds, RuleClass, each_decoy, each_seat, lies_in, rule
from trainer.cloud.topology import Container, ContainerKind


def _is_in_group(board: Board, place: Container) -> bool:
    """Whether a place is a security group, which drills draw as a group."""
    return any(around.kind is ContainerKind.GROUP for around in board.drill.topology.lineage(place.id))


@rule(
    "rules-stand-in-security-groups",
    kind=RuleClass.IMPOSSIBLE,
    statement="Rules of a security group belong to the group, not to a subnet, a zone or a VPC.",
    why="A security group is a firewall at the network interface; its rules travel with the group to every instance "
    "that has it, whatever the subnet. A subnet has a network ACL, whose rules cannot name a security group.",
    facts=("vpc-routing-security.18", "vpc-routing-security.22"),
    source="Security group rules (Amazon VPC User Guide)",
)
def rules_stand_in_security_groups(board: Board, pieces: AnyPieceIds) -> Iterator[Judgement]:
    """Every card with a rule lies in a security group."""

    def fault(piece: Piece, seat: Container) -> str | None:
        if _is_in_group(board, seat):
            return None
        return f"“{piece.name}” says whom a security group lets in, and {seat.phrase} is none."

    return each_seat(board, board.named(pieces), fault)


@rule(
    "open-to-the-internet-in-front-only",
    kind=RuleClass.RISKY,
    statement="Only the tier that the public is meant to reach accepts connections from anywhere.",
    why="0.0.0.0/0 is every address there is. Behind the first tier, whoever has to connect is known, and is named "
    "as the source.",
    facts=("vpc-routing-security.23", "vpc-routing-security.24", "vpc-routing-security.25"),
    source="Security group rules (Amazon VPC User Guide)",
)
def open_to_the_internet_in_front_only(board: Board, pieces: AnyPieceIds, places: PlaceIds) -> Iterator[Judgement]:
    """Cards whose source is the internet lie in no other security groups than these."""

    def fault(piece: Piece, seat: Container) -> str | None:
        if not _is_in_group(board, seat) or lies_in(board, seat, places):
            return None
        return f"With “{piece.name}”, anybody on the internet is let through by: {seat.label}."

    return each_seat(board, board.named(pieces), fault)


@rule(
    "source-is-the-tier-before",
    kind=RuleClass.BROKEN,
    statement="A tier behind the first one names the security group of the tier in front of it as its source.",
    why="The servers of that tier call this one, and whatever has their group is let in, at any address. No other "
    "tier has to connect, and without this rule nobody can: a new group lets nothing in.",
    facts=("vpc-routing-security.24", "vpc-routing-security.25", "vpc-routing-security.19"),
    source="Security group referencing (Amazon VPC User Guide)",
)
def source_is_the_tier_before(board: Board, pieces: AnyPieceIds, places: PlaceIds) -> Iterator[Judgement]:
    """Cards whose source is a tier's group lie in no other security groups than these."""

    def fault(piece: Piece, seat: Container) -> str | None:
        if not _is_in_group(board, seat) or lies_in(board, seat, places):
            return None
        return f"“{piece.name}” names a source that has no business with this tier: {seat.label}."

    return each_seat(board, board.named(pieces), fault)


@rule(
    "database-closed-to-the-internet",
    kind=RuleClass.RISKY,
    statement="No rule lets the internet connect to a database.",
    why="A subnet without a route to the internet is one barrier, the security group another. A rule for 0.0.0.0/0 "
    "takes the second away, also for everything inside the VPC.",
    facts=("vpc-routing-security.25", "rds-intro.17"),
    source="Controlling access with security groups (Amazon RDS User Guide)",
)
def database_closed_to_the_internet(board: Board) -> Iterator[Judgement]:
    """No card is placed that opens a database to every address."""

    def message(piece: Piece, tile: Container) -> str:
        return f"“{piece.name}” under {tile.label}: every address there is may connect to the database."

    return each_decoy(board, "database-closed-to-the-internet", message)


@rule(
    "no-tier-is-skipped",
    kind=RuleClass.RISKY,
    statement="A tier is open to its neighbour in front and to no tier farther away.",
    why="If the servers that face the public are broken into, the tier behind them still stands between the intruder "
    "and the data.",
    facts=("vpc-routing-security.22", "vpc-routing-security.25"),
    source="Security group referencing (Amazon VPC User Guide)",
)
def no_tier_is_skipped(board: Board) -> Iterator[Judgement]:
    """No card is placed whose source is a tier that calls only its own neighbour."""

    def message(piece: Piece, tile: Container) -> str:
        return f"“{piece.name}” under {tile.label} leads past the tier in between."

    return each_decoy(board, "no-tier-is-skipped", message)


@rule(
    "sources-are-security-groups",
    kind=RuleClass.RISKY,
    statement="Between tiers the source of a rule is a security group, not the address range of a subnet.",
    why="A range lets in whatever runs in it, today and later, and misses servers that are started elsewhere. A group "
    "as the source means exactly those network interfaces that have it.",
    facts=("vpc-routing-security.22", "vpc-routing-security.24"),
    source="Security group referencing (Amazon VPC User Guide)",
)
def sources_are_security_groups(board: Board) -> Iterator[Judgement]:
    """No card is placed whose source is the range of a subnet."""

    def message(piece: Piece, tile: Container) -> str:
        return f"“{piece.name}” under {tile.label} lets in all that has an address in the range, whichever tier it is."

    return each_decoy(board, "sources-are-security-groups", message)


@rule(
    "no-rules-for-replies",
    kind=RuleClass.RISKY,
    statement="Security groups need no rules for replies.",
    why="They are stateful: what answers an allowed connection passes by itself. Only network ACLs, which are "
    "stateless, need the ephemeral ports opened; in a security group that opens new connections, too.",
    facts=("vpc-routing-security.20", "vpc-routing-security.15"),
    source="Security group connection tracking (Amazon EC2 User Guide)",
)
def no_rules_for_replies(board: Board) -> Iterator[Judgement]:
    """No card is placed that opens ports for replies."""

    def message(piece: Piece, tile: Container) -> str:
        return f"“{piece.name}” under {tile.label} opens ports for replies that pass without any rule."

    return each_decoy(board, "no-rules-for-replies", message)


@rule(
    "no-public-entrance",
    kind=RuleClass.RISKY,
    statement="An application for a company's own people has no entrance on the internet.",
    why="Its users come over the private connection. Anybody can find and call an internet-facing load "
    "balancer, and then nothing but the application's own sign-in stands in the way.",
    facts=("w3-ecs-nat.1", "vpc-intro.19"),
    source="Internet-facing and internal load balancers (Elastic Load Balancing User Guide)",
    services=("application-load-balancer", "network-load-balancer"),
)
def no_public_entrance(board: Board) -> Iterator[Judgement]:
    """No internet-facing load balancer is placed."""

    def message(piece: Piece, tile: Container) -> str:
        return f"The {piece.name} in {tile.phrase} would take connections from the internet."

    return each_decoy(board, "no-public-entrance", message)


RULES = (
    rules_stand_in_security_groups,
    open_to_the_internet_in_front_only,
    source_is_the_tier_before,
    database_closed_to_the_internet,
    no_tier_is_skipped,
    sources_are_security_groups,
    no_rules_for_replies,
    no_public_entrance,
)
