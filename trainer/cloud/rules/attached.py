"""What is attached to one instance, and what guards a whole subnet.

Where a diagram draws a box around what belongs to one machine (a group inside the subnet), things of the instance
are inside it, and things of the subnet beside it.
"""

from collections.abc import Callable, Iterator

from trainer.cloud.board import Board
from trainer.cloud.drill import Piece
from trainer.cloud.rule import Breach, Judgement, PieceIds, RuleClass, Undecided, rule
from trainer.cloud.topology import Container, ContainerKind

_SPOKEN_FOR = ("iam-role",)
"""Services about whose every place the rules here have the first word, before the scope rules."""


def _subnet(board: Board, tile: Container) -> Container | None:
    return board.drill.topology.enclosing(tile.id, ContainerKind.SUBNET)


def _is_in_a_box(board: Board, tile: Container) -> bool:
    """Whether a place is that of one machine: inside a box, or in a subnet without any."""
    boxes = (child.kind is ContainerKind.GROUP for child in board.drill.topology.children(tile.id))
    return tile.kind is not ContainerKind.SUBNET or not any(boxes)


def _is_beside_boxes(_board: Board, tile: Container) -> bool:
    return tile.kind is ContainerKind.SUBNET


def _beside_its_holder(
    board: Board,
    pieces: PieceIds,
    service: str,
    is_level: Callable[[Board, Container], bool],
    off: str,
    apart: str,
) -> Iterator[Judgement]:
    """Judges whether one piece is in the subnet of another, and at the right level there.

    Args:
        board: the placement.
        pieces: the piece and what it belongs to.
        service: the service of the first of the two.
        is_level: whether a place in a subnet is of the right level.
        off: what to say of a place that is none: with `{part}`, `{holder}` and `{place}`.
        apart: what to say when the other is in another subnet: with `{part}`, `{holder}`, `{place}` and `{other}`.
    """
    named = board.named(pieces)
    for part in named:
        for holder in named:
            if part.service == service and holder is not part:
                yield from _judge_pair(board, part, holder, is_level, off, apart)


def _judge_pair(
    board: Board,
    part: Piece,
    holder: Piece,
    is_level: Callable[[Board, Container], bool],
    off: str,
    apart: str,
) -> Iterator[Judgement]:
    names = {"part": part.name, "holder": holder.name}
    homes = [home for seat in board.seats(holder) if (home := _subnet(board, seat))]
    tiles = board.tiles(part) if part.service in _SPOKEN_FOR else board.seats(part)
    for tile in tiles:
        subnet = _subnet(board, tile)
        if subnet is None or not is_level(board, tile):
            yield Breach((part.id,), (tile.id,), off.format(**names, place=tile.phrase))
        elif homes and subnet not in homes:
            seats = (seat.id for piece in (part, holder) for seat in board.tiles(piece))
            text = apart.format(**names, place=subnet.phrase, other=homes[0].phrase)
            yield Breach((part.id, holder.id), tuple(dict.fromkeys(seats)), text)
    if board.is_waiting(part) or (board.is_waiting(holder) and tiles):
        yield Undecided((part.id, holder.id))


@rule(
    "security-group-round-the-instance",
    kind=RuleClass.IMPOSSIBLE,
    statement="A security group guards network interfaces, and so single instances, not a subnet.",
    why="It is checked where a packet reaches or leaves the instance, so also between two instances of one subnet. A "
    "subnet has a network ACL at its border instead.",
    facts=("vpc-routing-security.18", "vpc-routing-security.20"),
    source="Control traffic to your AWS resources using security groups (Amazon VPC User Guide)",
    services=("security-group",),
)
def security_group_round_the_instance(board: Board, pieces: PieceIds) -> Iterator[Judgement]:
    """The security group lies where its instance is, not on the subnet as a whole."""
    return _beside_its_holder(
        board,
        pieces,
        "security-group",
        _is_in_a_box,
        "The {part} is put on {place}; it is attached to single network interfaces.",
        "The {part} is in {place}, while the {holder} is in {other}: what reaches the {holder} is not checked.",
    )


@rule(
    "network-acl-round-the-subnet",
    kind=RuleClass.IMPOSSIBLE,
    statement="A network ACL guards the border of a subnet, not single instances.",
    why="Its numbered rules are tried when a packet enters or leaves the subnet. What passes between two instances of "
    "the subnet never meets it.",
    facts=("vpc-routing-security.9", "vpc-routing-security.15"),
    source="Control subnet traffic with network access control lists (Amazon VPC User Guide)",
    services=("network-acl",),
)
def network_acl_round_the_subnet(board: Board, pieces: PieceIds) -> Iterator[Judgement]:
    """The network ACL lies directly on the subnet of what it guards."""
    return _beside_its_holder(
        board,
        pieces,
        "network-acl",
        _is_beside_boxes,
        "The {part} is put on {place}; it takes effect at the border of a subnet only.",
        "The {part} guards {place}, while the {holder} is in {other}.",
    )


@rule(
    "elastic-ip-with-its-holder",
    kind=RuleClass.BROKEN,
    statement="An Elastic IP address works once it is associated with what the internet is to see under it.",
    why="Allocated, it is only reserved, and billed. The internet gateway maps it to the private address of the "
    "instance or NAT gateway that it is associated with; without one, no answer finds its way back.",
    facts=("vpc-troubleshooting.8", "vpc-troubleshooting.9", "w3-ecs-nat.15", "w3-ecs-nat.20"),
    source="Associate Elastic IP addresses with resources in your VPC (Amazon VPC User Guide)",
    services=("elastic-ip",),
)
def elastic_ip_with_its_holder(board: Board, pieces: PieceIds) -> Iterator[Judgement]:
    """The Elastic IP address lies with the instance or gateway that answers to it."""
    return _beside_its_holder(
        board,
        pieces,
        "elastic-ip",
        _is_in_a_box,
        "The {part} is put on {place}, and the {holder} has no address that the internet knows.",
        "The {part} is in {place}, while the {holder} is in {other} and has no address that the internet knows.",
    )


@rule(
    "role-on-the-instance",
    kind=RuleClass.BROKEN,
    statement="An application on an instance gets its permissions from a role that is attached to the instance.",
    why="Through the role the instance gets temporary credentials that AWS renews, so no access key lies on its disk. "
    "A role that nothing takes on gives nobody anything.",
    facts=("vpc-troubleshooting.13", "iam-best-practices.9", "iam-best-practices.12"),
    source="IAM roles for Amazon EC2 (Amazon EC2 User Guide)",
    services=("iam-role",),
    speaks_for_scope=True,
)
def role_on_the_instance(board: Board, pieces: PieceIds) -> Iterator[Judgement]:
    """The role lies with the instance that takes it on."""
    return _beside_its_holder(
        board,
        pieces,
        "iam-role",
        _is_in_a_box,
        "The {part} is put on {place}, so the application on the {holder} has no credentials.",
        "The {part} is in {place}, while the {holder} is in {other} and has no credentials.",
    )


RULES = (
    security_group_round_the_instance,
    network_acl_round_the_subnet,
    elastic_ip_with_its_holder,
    role_on_the_instance,
)
