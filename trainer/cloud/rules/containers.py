"""Containers: who runs them, and where their tasks live."""

from collections.abc import Iterator

from trainer.cloud.board import Board
from trainer.cloud.drill import Piece
from trainer.cloud.rule import (
    AnyPieceIds,
    Breach,
    Judgement,
    PlaceIds,
    RuleClass,
    Undecided,
    each_seat,
    kept_in,
    kept_out,
    rule,
    two_zones,
)
from trainer.cloud.topology import Container, ContainerKind

_ORCHESTRATORS = ("ecs", "eks")


@rule(
    "control-plane-in-the-region",
    kind=RuleClass.IMPOSSIBLE,
    statement="The control plane of ECS or EKS belongs to the Region; AWS runs it outside your subnets.",
    why="What places tasks and watches over them is a service of the Region, spread over its zones by AWS. Only the "
    "tasks, pods and instances that it directs are in your VPC.",
    facts=("containers-intro.11", "containers-intro.15", "w1-containers.5"),
    source="Amazon ECS components (Amazon ECS Developer Guide)",
    services=_ORCHESTRATORS,
    speaks_for_scope=True,
)
def control_plane_in_the_region(board: Board) -> Iterator[Judgement]:
    """Every orchestrator sits directly in a Region."""
    for piece in board.pieces(*_ORCHESTRATORS):
        for tile in board.tiles(piece):
            if tile.kind is not ContainerKind.REGION:
                message = f"“{piece.name}” is no machine of yours, and cannot run in {tile.phrase}."
                yield Breach((piece.id,), (tile.id,), message)
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


@rule(
    "task-definition-is-a-blueprint",
    kind=RuleClass.IMPOSSIBLE,
    statement="A task definition is a document that ECS keeps; it does not run anywhere itself.",
    why="It names image, CPU, memory and ports in JSON. ECS starts any number of tasks from it, as instances are "
    "launched from an image; it is these tasks that have an address in a subnet.",
    facts=("containers-intro.16", "containers-intro.15"),
    source="Amazon ECS task definitions (Amazon ECS Developer Guide)",
    services=("task-definition",),
    speaks_for_scope=True,
)
def task_definition_is_a_blueprint(board: Board) -> Iterator[Judgement]:
    """Every task definition sits directly in a Region."""
    for piece in board.pieces("task-definition"):
        for tile in board.tiles(piece):
            if tile.kind is not ContainerKind.REGION:
                message = f"Nothing of “{piece.name}” runs in {tile.phrase}: it is only the plan of a task."
                yield Breach((piece.id,), (tile.id,), message)
        if board.is_waiting(piece):
            yield Undecided((piece.id,))


@rule(
    "agent-on-container-instances",
    kind=RuleClass.BROKEN,
    statement="Every container instance of an ECS cluster runs the ECS agent; on Fargate you install none.",
    why="Through the agent an instance of yours joins the cluster, takes tasks and reports on them. Fargate brings "
    "what it needs itself, and a server without the agent is unknown to ECS.",
    facts=("containers-intro.13", "containers-intro.14", "w3-ecs-nat.7"),
    source="Amazon ECS container instances (Amazon ECS Developer Guide)",
    services=("ecs-agent",),
)
def agent_on_container_instances(board: Board, instances: PlaceIds) -> Iterator[Judgement]:
    """Every agent lies on one of the container instances.

    Args:
        board: the placement.
        instances: the containers that stand for a container instance.
    """
    return kept_in(
        board,
        board.pieces("ecs-agent"),
        instances,
        lambda _piece, seat: f"In {seat.phrase} the agent has no instance of yours to join to the cluster.",
    )


@rule(
    "own-machine-on-container-instances",
    kind=RuleClass.BROKEN,
    statement="Tasks that need a machine image or a login of your own run on container instances (EC2 launch type).",
    why="Only the instances of your own account start from your AMI and let you in by SSH. The hosts of Fargate belong "
    "to AWS: no image can be chosen for them, and nobody logs in to them.",
    facts=("w3-ecs-nat.8", "w3-ecs-nat.9", "w3-ecs-nat.4"),
    source="Amazon ECS launch types and capacity providers (Amazon ECS Developer Guide)",
    services=("container-task",),
)
def own_machine_on_container_instances(board: Board, pieces: AnyPieceIds, instances: PlaceIds) -> Iterator[Judgement]:
    """Every tile of the tasks lies on one of the container instances.

    Args:
        board: the placement.
        pieces: tasks that need a machine of the customer's.
        instances: the containers that stand for a container instance.
    """
    return kept_in(
        board,
        board.named(pieces),
        instances,
        lambda piece, seat: (
            f"In {seat.phrase} the {piece.name} would be on a host of AWS: no image of yours, and no SSH to it."
        ),
    )


@rule(
    "fargate-tasks-on-no-instance",
    kind=RuleClass.RISKY,
    statement="Tasks for which nobody is to look after servers run on Fargate, on no instance that you look after.",
    why="With Fargate there is no EC2 instance in your account at all: a task has its own network interface in a "
    "subnet, and AWS patches, scales and replaces what is under it. A container instance would be yours to care for.",
    facts=("w3-ecs-nat.5", "serverless-lambda.9", "serverless-lambda.2"),
    source="Architect for AWS Fargate for Amazon ECS (Amazon ECS Developer Guide)",
    services=("container-task",),
)
def fargate_tasks_on_no_instance(board: Board, pieces: AnyPieceIds, instances: PlaceIds) -> Iterator[Judgement]:
    """No tile of the tasks lies on a container instance.

    Args:
        board: the placement.
        pieces: tasks that are to run without servers to look after.
        instances: the containers that stand for a container instance.
    """
    return kept_out(
        board,
        board.named(pieces),
        instances,
        lambda piece, _seat: (
            f"The {piece.name} is on an instance of your own account, which somebody has to patch and size."
        ),
    )


@rule(
    "tasks-can-fetch-their-image",
    kind=RuleClass.BROKEN,
    statement="A task starts only where a route leads to the registry that keeps its image.",
    why="Amazon ECR is a service of the Region, outside the VPC. From a subnet with the local route alone a task does "
    "not reach it, unless the VPC has endpoints for ECR and S3; a NAT gateway, or a public address in a public "
    "subnet, leads there too.",
    facts=("w1-containers.1", "w3-ecs-nat.10", "w3-ecs-nat.23"),
    source="Amazon ECS task networking options for Fargate (Amazon ECS Developer Guide)",
    services=("container-task",),
)
def tasks_can_fetch_their_image(board: Board) -> Iterator[Judgement]:
    """Every task lies in a subnet with a default route; a VPC with interface endpoints is left alone."""
    if board.pieces("interface-endpoint"):
        return

    def fault(piece: Piece, seat: Container) -> str | None:
        subnet = board.drill.topology.enclosing(seat.id, ContainerKind.SUBNET)
        if subnet is None or subnet.reaches_internet:
            return None
        return f"{subnet.label} has the local route only: the {piece.name} cannot fetch its image and never starts."

    yield from each_seat(board, board.pieces("container-task"), fault)


@rule(
    "tasks-in-two-zones",
    kind=RuleClass.RISKY,
    statement="The tasks of a service are spread over at least two Availability Zones.",
    why="A zone fails as a whole. ECS starts lost tasks anew, but until then only tasks in another zone serve.",
    facts=("containers-intro.10", "global-infrastructure.13"),
    source="Use a spread strategy to distribute Amazon ECS tasks (Amazon ECS Developer Guide)",
    services=("container-task",),
)
def tasks_in_two_zones(board: Board) -> Iterator[Judgement]:
    """The tiles of every task with several are in two zones."""
    for piece in board.pieces("container-task"):
        if piece.spans > 1:
            yield from two_zones(
                board,
                piece,
                lambda zone, name=piece.name: f"Every {name} runs in {zone}: losing that zone stops them all.",
            )


RULES = (
    control_plane_in_the_region,
    task_definition_is_a_blueprint,
    agent_on_container_instances,
    own_machine_on_container_instances,
    fargate_tasks_on_no_instance,
    tasks_can_fetch_their_image,
    tasks_in_two_zones,
)
