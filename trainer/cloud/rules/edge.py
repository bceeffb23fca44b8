"""What belongs to no zone and no subnet: services of a Region, of the edge, and of the whole account."""

from collections.abc import Iterator, Mapping

from trainer.cloud.board import Board
from trainer.cloud.rule import Breach, Judgement, RuleClass, Undecided, rule
from trainer.cloud.topology import ContainerKind

_IDENTITIES = ("iam-user", "iam-group", "iam-policy")


def _only_in(
    board: Board, services: tuple[str, ...], right: ContainerKind, told: Mapping[ContainerKind, str], otherwise: str
) -> Iterator[Judgement]:
    """Judges whether all pieces of some services sit directly in containers of one kind.

    Args:
        board: the placement.
        services: whom to judge.
        right: the kind.
        told: the messages by kind of another place: with `{name}` and `{place}`.
        otherwise: the message for any other kind.
    """
    for piece in board.pieces(*services):
        for tile in board.tiles(piece):
            if tile.kind is not right:
                text = told.get(tile.kind, otherwise).format(name=piece.name, place=tile.phrase)
                yield Breach((piece.id,), (tile.id,), text)
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


@rule(
    "regional-store-outside-subnets",
    kind=RuleClass.IMPOSSIBLE,
    statement="S3 buckets and DynamoDB tables belong to a Region, outside VPCs and subnets.",
    why="A bucket or table is created in one Region, and AWS keeps its data in several zones of it, save in the One "
    "Zone classes of S3. It has no address in your subnets; applications call it by its name.",
    facts=("s3-object-storage.6", "s3-object-storage.7", "dynamodb-intro.7", "global-infrastructure.12"),
    source="Regional services (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    services=("s3", "dynamodb"),
    speaks_for_scope=True,
)
def regional_store_outside_subnets(board: Board) -> Iterator[Judgement]:
    """Every bucket and table sits directly in a Region."""
    return _only_in(
        board,
        ("s3", "dynamodb"),
        ContainerKind.REGION,
        {
            ContainerKind.SUBNET: "“{name}” is no machine with an address in {place}. It spans the zones of a Region.",
            ContainerKind.AZ: "“{name}” is not bound to {place}. The data is kept in several zones of the Region.",
            ContainerKind.VPC: "“{name}” is in no VPC: it is called by name, from wherever the Region can be reached.",
        },
        "“{name}” is created in a Region; this is none: {place}.",
    )


@rule(
    "cloudfront-at-the-edge",
    kind=RuleClass.IMPOSSIBLE,
    statement="CloudFront answers from edge locations, which lie outside the Regions.",
    why="There are far more edge locations than Regions, so one is near to almost every user. What they hold already "
    "need not be fetched from the Region again.",
    facts=("w2-optimizations.5", "global-infrastructure.11"),
    source="How CloudFront delivers content (Amazon CloudFront Developer Guide)",
    services=("cloudfront",),
    speaks_for_scope=True,
)
def cloudfront_at_the_edge(board: Board) -> Iterator[Judgement]:
    """Every distribution sits at the edge."""
    return _only_in(
        board,
        ("cloudfront",),
        ContainerKind.EDGE,
        {
            ContainerKind.REGION: "In {place}, {name} would be no nearer to distant users than the application is.",
            ContainerKind.AZ: "{name} is not tied to {place}, nor to any other zone of a Region.",
        },
        "{name} answers from places all over the world. This is none of them: {place}.",
    )


@rule(
    "identities-outside-regions",
    kind=RuleClass.IMPOSSIBLE,
    statement="IAM users, groups and policies belong to the account as a whole, to no Region.",
    why="They are set up once and hold in every Region. A copy for each Region is neither needed nor possible.",
    facts=("iam-basics.5", "iam-basics.12", "global-infrastructure.11"),
    source="Global services (AWS Whitepaper: AWS Fault Isolation Boundaries)",
    services=_IDENTITIES,
    speaks_for_scope=True,
)
def identities_outside_regions(board: Board) -> Iterator[Judgement]:
    """No identity lies in a Region or at the edge."""
    topology = board.drill.topology
    for piece in board.pieces(*_IDENTITIES):
        for tile in board.tiles(piece):
            region = topology.enclosing(tile.id, ContainerKind.REGION)
            if region is not None:
                message = f"In {tile.phrase}, the {piece.name} would hold for {region.label} only. IAM has no Regions."
            elif tile.kind in (ContainerKind.EDGE, ContainerKind.ON_PREMISES):
                message = f"The {piece.name} is neither content nor a machine, to be kept here: {tile.label}."
            else:
                continue
            yield Breach((piece.id,), (tile.id,), message)
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


RULES = (regional_store_outside_subnets, cloudfront_at_the_edge, identities_outside_regions)
