"""Several of a kind, kept apart, so that one failure leaves one of them; and what takes users to it."""

from collections.abc import Callable, Iterator
from itertools import combinations

from trainer.cloud.board import Board
from trainer.cloud.drill import Line, Piece
from trainer.cloud.lines import name_of, role_of
from trainer.cloud.rule import (
    Breach,
    Judgement,
    PieceIds,
    RuleClass,
    Undecided,
    each_line,
    rule,
    two_zones,
)
from trainer.cloud.topology import ContainerKind

_REDUNDANCY = "Deploy the workload to multiple locations (AWS Well-Architected Framework, Reliability Pillar)"


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
    return apart(board, pieces, _shared_zone)


def apart(board: Board, pieces: PieceIds, message: Callable[[Piece, Piece, str], str]) -> Iterator[Judgement]:
    """Judges whether pieces lie in zones of their own.

    Args:
        board: the placement.
        pieces: ids of the pieces.
        message: the message for two of them in a zone (by its label).
    """
    for first, second in combinations(board.named(pieces), 2):
        for zone in sorted(set(board.zones(first)) & set(board.zones(second))):
            seats = (seat.id for piece in (first, second) for seat in board.seats(piece))
            text = message(first, second, board.label(zone))
            yield Breach((first.id, second.id), tuple(dict.fromkeys(seats)), text)
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


@rule(
    "group-in-two-zones",
    kind=RuleClass.RISKY,
    statement="An Auto Scaling group is given subnets of at least two Availability Zones.",
    why="The group spreads its instances over its zones, and starts new ones in a healthy zone when another is lost. "
    "With the subnets of one zone it has nowhere to go.",
    facts=("ec2-auto-scaling.15", "availability.13", "vpc-intro.13"),
    source="Auto Scaling group Availability Zone distribution (Amazon EC2 Auto Scaling User Guide)",
    services=("auto-scaling-group",),
)
def group_in_two_zones(board: Board) -> Iterator[Judgement]:
    """The subnets of every group that has several lie in two zones."""
    for group in board.pieces("auto-scaling-group"):
        if group.spans > 1:
            yield from two_zones(
                board, group, lambda zone: f"The group is drawn around {zone} alone: with it, all is lost."
            )


@rule(
    "at-least-two-instances",
    kind=RuleClass.RISKY,
    statement="Where nobody may wait for a new instance to start, the least number of instances is two.",
    why="The minimum is what an Auto Scaling group keeps at quiet times. If that is one, its failure stops everything "
    "until another has started; of two, in two zones, one goes on.",
    facts=("ec2-auto-scaling.17", "availability.10", "availability.12"),
    source="Set scaling limits for your Auto Scaling group (Amazon EC2 Auto Scaling User Guide)",
)
def at_least_two_instances(board: Board) -> Iterator[Judgement]:
    """No group is placed that may shrink to one instance."""
    for piece, tiles in board.placed_decoys("at-least-two-instances"):
        message = f"{piece.name}: at quiet times one instance is left, and with it everything stands or falls."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


@rule(
    "one-balancer-for-all-zones",
    kind=RuleClass.RISKY,
    statement="One load balancer serves all zones; none is built for each.",
    why="A load balancer has a node in each zone that it is given, so the loss of a zone does not stop it. A second "
    "one reaches no further: it only gives users another name to choose, and is paid for again.",
    facts=("elb.6", "elb.3", "availability.19"),
    source="How Elastic Load Balancing works (Elastic Load Balancing User Guide)",
)
def one_balancer_for_all_zones(board: Board) -> Iterator[Judgement]:
    """No second load balancer is placed."""
    for piece, tiles in board.placed_decoys("one-balancer-for-all-zones"):
        message = (
            f"The {piece.name} would be one more name for users, and one more to pay; the first reaches all zones."
        )
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


@rule(
    "health-check-tests-dependencies",
    kind=RuleClass.RISKY,
    statement="Where an instance without its database is to get no requests, the health check tries the database, too.",
    why="The home page, or an open port, can answer while every real request fails. A page made for the check fails "
    "when something is missing, and the load balancer then leaves the instance out.",
    facts=("elb.8", "elb.9", "elb.10"),
    source="Health checks for Application Load Balancer target groups (Elastic Load Balancing User Guide)",
)
def health_check_tests_dependencies(board: Board) -> Iterator[Judgement]:
    """No target group is placed whose check asks only for a page that needs nothing."""
    for piece, tiles in board.placed_decoys("health-check-tests-dependencies"):
        message = f"{piece.name}: that page answers although the instance cannot reach its data."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


@rule(
    "launch-template-in-the-region",
    kind=RuleClass.IMPOSSIBLE,
    statement="A launch template belongs to the Region, and to no zone or subnet.",
    why="It is a description, not a machine. The group reads it for every instance, in whichever of its zones that "
    "starts; the zone comes from the group's subnets.",
    facts=("ec2-auto-scaling.11", "ec2-auto-scaling.12"),
    source="Auto Scaling launch templates (Amazon EC2 Auto Scaling User Guide)",
    services=("launch-template",),
    speaks_for_scope=True,
)
def launch_template_in_the_region(board: Board) -> Iterator[Judgement]:
    """Every launch template sits directly in a Region."""
    return _in_a_region(board, "launch-template", "a launch template is a description that all zones share")


@rule(
    "alarm-in-the-region",
    kind=RuleClass.IMPOSSIBLE,
    statement="A CloudWatch alarm belongs to the Region, outside the network that it watches.",
    why="CloudWatch collects the metrics of all zones of a Region, and its alarms go on judging them when one zone, or "
    "every instance, is lost.",
    facts=("cloudwatch.1", "cloudwatch.21", "ec2-auto-scaling.9"),
    source="Using Amazon CloudWatch alarms (Amazon CloudWatch User Guide)",
    services=("cloudwatch-alarm",),
    speaks_for_scope=True,
)
def alarm_in_the_region(board: Board) -> Iterator[Judgement]:
    """Every alarm sits directly in a Region."""
    return _in_a_region(board, "cloudwatch-alarm", "an alarm watches from outside the network")


def _in_a_region(board: Board, service: str, reason: str) -> Iterator[Judgement]:
    """Judges whether pieces of a service sit directly in a Region."""
    for piece in board.pieces(service):
        for tile in board.tiles(piece):
            if tile.kind is not ContainerKind.REGION:
                yield Breach((piece.id,), (tile.id,), f"The {piece.name} is put into {tile.phrase}; {reason}.")
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


@rule(
    "passive-server-takes-no-traffic",
    kind=RuleClass.RISKY,
    statement="In an active-passive pair, users are sent to the active server alone.",
    why="Sessions that live in the memory of one server are unknown to the other. The passive one waits, and gets the "
    "users when the active one has failed.",
    facts=("availability.20", "availability.22"),
    source=_REDUNDANCY,
)
def passive_server_takes_no_traffic(board: Board) -> Iterator[Judgement]:
    """No wrong line leads to a passive server."""

    def fault(line: Line) -> str | None:
        if role_of(board.drill, line[1]) != "passive":
            return None
        source, server = (name_of(board.drill, node) for node in line)
        return f"The {source} should not be led to the {server} while the other server works."

    return each_line(board, fault)


@rule(
    "one-working-server",
    kind=RuleClass.RISKY,
    statement="An active-passive pair does not scale out: one server works at a time.",
    why="More servers help only where each of them can take any request. While sessions live on one server, more load "
    "needs a bigger server.",
    facts=("availability.20", "ec2-auto-scaling.1", "ec2-auto-scaling.4"),
    source=_REDUNDANCY,
)
def one_working_server(board: Board) -> Iterator[Judgement]:
    """Nothing is placed that has several servers work at once."""
    for piece, tiles in board.placed_decoys("one-working-server"):
        message = f"{piece.name}: several servers work at once, each with sessions of its own."
        yield Breach((piece.id,), tuple(tile.id for tile in tiles), message)


RULES = (
    different_zones,
    group_in_two_zones,
    at_least_two_instances,
    one_balancer_for_all_zones,
    health_check_tests_dependencies,
    launch_template_in_the_region,
    alarm_in_the_region,
    passive_server_takes_no_traffic,
    one_working_server,
)
