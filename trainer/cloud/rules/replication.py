"""Copies of databases: where standbys, readers and replicas may be, and what they may be asked."""

from collections.abc import Iterator
from itertools import combinations

from trainer.cloud.board import Board
from trainer.cloud.drill import Line, Piece
from trainer.cloud.lines import name_of, role_of, service_of
from trainer.cloud.rule import Breach, Judgement, NodeIds, PieceIds, RuleClass, Undecided, each_line, rule
from trainer.cloud.rules.databases import ENDPOINT, is_database
from trainer.cloud.rules.spread import apart
from trainer.cloud.topology import ContainerKind

_ONE_STANDBY = "Multi-AZ DB instance deployments for Amazon RDS (Amazon RDS User Guide)"
_CLUSTER = "Multi-AZ DB cluster deployments for Amazon RDS (Amazon RDS User Guide)"
_REPLICAS = "Working with DB instance read replicas (Amazon RDS User Guide)"

_WRITABLE = frozenset({"primary", "source", "writer"})
"""Roles of the one copy that takes writes."""


@rule(
    "standby-in-the-region-of-its-primary",
    kind=RuleClass.IMPOSSIBLE,
    statement="The copies of a Multi-AZ deployment are all in one Region.",
    why="Commits wait for the standby, so it has to be near: RDS keeps it in another Availability Zone of the same "
    "Region. Another Region can have a read replica, which follows later.",
    facts=("rds-intro.29", "rds-intro.30", "w3-rds-dms.11"),
    source=_ONE_STANDBY,
)
def standby_in_the_region_of_its_primary(board: Board, pieces: PieceIds) -> Iterator[Judgement]:
    """No two of the pieces have seats in different Regions.

    Args:
        board: the placement.
        pieces: primary and standby, or the three instances of a cluster.
    """
    for first, second in combinations(board.named(pieces), 2):
        here, there = _regions(board, first), _regions(board, second)
        if here and there and set(here) != set(there):
            message = (
                f"The {first.name} is in {board.label(here[0])} and the {second.name} in {board.label(there[0])}: a "
                "Multi-AZ deployment does not leave its Region."
            )
            seats = (seat.id for piece in (first, second) for seat in board.seats(piece))
            yield Breach((first.id, second.id), tuple(dict.fromkeys(seats)), message)
        waiting = board.is_waiting(first) or board.is_waiting(second)
        if waiting and not (board.is_out_of_play(first) or board.is_out_of_play(second)):
            yield Undecided((first.id, second.id))


def _regions(board: Board, piece: Piece) -> tuple[str, ...]:
    """The Regions of a piece's seats."""
    around = (board.drill.topology.enclosing(seat.id, ContainerKind.REGION) for seat in board.seats(piece))
    return tuple(region.id for region in around if region)


@rule(
    "cluster-in-three-zones",
    kind=RuleClass.IMPOSSIBLE,
    statement="The writer and the two readers of a Multi-AZ DB cluster are in three Availability Zones.",
    why="RDS builds such a cluster only over three zones, so that the loss of one leaves two copies: one to write to, "
    "and one that still confirms what is written.",
    facts=("w3-rds-dms.5", "global-infrastructure.13"),
    source=_CLUSTER,
)
def cluster_in_three_zones(board: Board, pieces: PieceIds) -> Iterator[Judgement]:
    """No two instances of the cluster share a zone."""

    def message(first: Piece, second: Piece, zone: str) -> str:
        names = f"The {first.name} and the {second.name}"
        return f"{names} share {zone}: then the cluster has two zones only, and RDS builds none like that."

    return apart(board, pieces, message)


@rule(
    "standby-takes-no-traffic",
    kind=RuleClass.BROKEN,
    statement="In a Multi-AZ deployment with one standby, the standby answers nobody until it takes over.",
    why="It only keeps the copy and waits; it has no name of its own to connect to. One standby gives availability, "
    "and no capacity for reads.",
    facts=("rds-intro.31", "rds-intro.36"),
    source=_ONE_STANDBY,
)
def standby_takes_no_traffic(board: Board) -> Iterator[Judgement]:
    """No wrong line leads to a standby."""

    def fault(line: Line) -> str | None:
        if role_of(board.drill, line[1]) != "standby":
            return None
        source, standby = (name_of(board.drill, node) for node in line)
        return f"The {source} gets no answer from the {standby}: it serves no query before it has taken over."

    return each_line(board, fault)


@rule(
    "writes-go-to-the-source",
    kind=RuleClass.BROKEN,
    statement="Writes go to the source; a read replica is there to be read.",
    why="Changes flow one way, from the source to its replicas. As a rule a replica refuses a write, since nothing "
    "would carry it back.",
    facts=("w3-rds-dms.9", "w3-rds-dms.10"),
    source=_REPLICAS,
)
def writes_go_to_the_source(board: Board, writers: NodeIds) -> Iterator[Judgement]:
    """No wrong line leads from a client that writes to a copy that is only read.

    Args:
        board: the placement.
        writers: clients that change data.
    """

    def fault(line: Line) -> str | None:
        if line[0] not in writers or role_of(board.drill, line[1]) not in ("replica", "reader"):
            return None
        client, copy = (name_of(board.drill, node) for node in line)
        return f"The {client} writes, and the {copy} can only be read."

    return each_line(board, fault)


@rule(
    "reads-go-to-the-copies",
    kind=RuleClass.RISKY,
    statement="Heavy reading is done at copies that can be read, away from the instance that takes the writes.",
    why="Reports and writes that share one instance slow each other down. Readers of a cluster and read replicas have "
    "processors and memory of their own.",
    facts=("w3-rds-dms.14", "w3-rds-dms.8", "w3-rds-dms.17"),
    source=_REPLICAS,
)
def reads_go_to_the_copies(board: Board, readers: NodeIds) -> Iterator[Judgement]:
    """No wrong line leads from a client that only reads to the writable copy, or to the name of it.

    Args:
        board: the placement.
        readers: clients whose reading must not slow down the writes.
    """

    def fault(line: Line) -> str | None:
        if line[0] not in readers or not _leads_to_writes(board, line[1]):
            return None
        client, copy = (name_of(board.drill, node) for node in line)
        return f"The {client} reads at the {copy}, and slows down every write there."

    return each_line(board, fault)


def _leads_to_writes(board: Board, node: str) -> bool:
    """Whether a node is the writable copy, or a name that the drill has lead to it."""
    if role_of(board.drill, node) in _WRITABLE:
        return True
    is_name = service_of(board.drill, node) == ENDPOINT
    return is_name and any(role_of(board.drill, end) in _WRITABLE for source, end in board.answers if source == node)


@rule(
    "replica-is-no-failover-target",
    kind=RuleClass.BROKEN,
    statement="The name of an RDS DB instance never moves to a read replica by itself.",
    why="RDS fails over to a standby. A read replica has a name of its own and stays what it is until somebody "
    "promotes it; then it is a database by itself, and may lack the last writes.",
    facts=("w3-rds-dms.13", "w3-rds-dms.10", "rds-intro.33"),
    source=_REPLICAS,
)
def replica_is_no_failover_target(board: Board) -> Iterator[Judgement]:
    """No wrong line leads from another database, or the name of one, to a replica."""

    def fault(line: Line) -> str | None:
        if role_of(board.drill, line[1]) != "replica" or not is_database(board, line[0]):
            return None
        source, replica = (name_of(board.drill, node) for node in line)
        return f"Nothing makes the {replica} take over from the {source} by itself: it has to be promoted."

    return each_line(board, fault)


@rule(
    "takeover-by-itself",
    kind=RuleClass.RISKY,
    statement="Where an RDS copy has to take over by itself and without loss, it is a standby and no read replica.",
    why="A read replica is updated after the commit, so it may lack the last writes, and it waits until somebody "
    "promotes it. A standby has every commit, and RDS fails over to it.",
    facts=("w3-rds-dms.10", "w3-rds-dms.13", "rds-intro.30", "rds-intro.32"),
    source=_REPLICAS,
)
def takeover_by_itself(board: Board) -> Iterator[Judgement]:
    """No copy is placed that is asynchronous and promoted by hand."""
    for piece, tiles in board.placed_decoys("takeover-by-itself"):
        message = f"The {piece.name} is an asynchronous copy: it may lack the last writes, and is promoted by hand."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


@rule(
    "standbys-answer-reads",
    kind=RuleClass.RISKY,
    statement="Where RDS standbys are to answer queries, they are the readers of a Multi-AZ DB cluster.",
    why="A Multi-AZ deployment with one standby keeps it passive. Of the standbys of RDS, only the two of a cluster "
    "can be read while they wait.",
    facts=("w3-rds-dms.5", "w3-rds-dms.8", "rds-intro.31"),
    source=_CLUSTER,
)
def standbys_answer_reads(board: Board) -> Iterator[Judgement]:
    """No standby is placed that answers no query."""
    for piece, tiles in board.placed_decoys("standbys-answer-reads"):
        message = f"The {piece.name} answers no query while it waits."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


@rule(
    "cluster-engine",
    kind=RuleClass.IMPOSSIBLE,
    statement="A Multi-AZ DB cluster runs MySQL or PostgreSQL.",
    why="RDS offers two readable standbys for these two engines only. Oracle, SQL Server, Db2 and MariaDB can have one "
    "standby, which cannot be read.",
    facts=("w3-rds-dms.5", "rds-intro.5"),
    source="Supported Regions and DB engines for Multi-AZ DB clusters in Amazon RDS (Amazon RDS User Guide)",
)
def cluster_engine(board: Board) -> Iterator[Judgement]:
    """No instance is placed whose engine a cluster cannot have."""
    for piece, tiles in board.placed_decoys("cluster-engine"):
        message = f"The {piece.name}: RDS has no cluster with readable standbys for this engine."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


RULES = (
    standby_in_the_region_of_its_primary,
    cluster_in_three_zones,
    standby_takes_no_traffic,
    writes_go_to_the_source,
    reads_go_to_the_copies,
    replica_is_no_failover_target,
    takeover_by_itself,
    standbys_answer_reads,
    cluster_engine,
)
