import pytest

from tests.fakes.drills import make_drill, make_network, make_piece, told_by, use
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.topology import Container, ContainerKind, Topology

HOSTS = ("host-a", "host-b")


def make_cluster():
    """The usual network, with a container instance in the app subnet of each zone."""
    hosts = [Container(f"host-{zone}", ContainerKind.GROUP, f"Host {zone.upper()}", f"app-{zone}") for zone in "ab"]
    return Topology([*make_network().values(), *hosts])


@pytest.fixture
def control():
    pieces = {"ecs": "ecs", "plan": "task-definition"}
    return make_drill(pieces, rules=["control-plane-in-the-region", "task-definition-is-a-blueprint"])


@pytest.fixture
def cluster():
    return make_drill(
        make_piece("agent", "ecs-agent", spans=2),
        make_piece("tools", "container-task", name="Tools task", spans=2),
        make_piece("pages", "container-task", name="Page task", spans=2),
        rules=[
            use("agent-on-container-instances", instances=HOSTS),
            use("own-machine-on-container-instances", pieces=("tools",), instances=HOSTS),
            use("fargate-tasks-on-no-instance", pieces=("pages",), instances=HOSTS),
            "tasks-can-fetch-their-image",
            "tasks-in-two-zones",
        ],
        topology=make_cluster(),
    )


def test_a_control_plane_is_right_in_the_region(control):
    assert told_by("control-plane-in-the-region", control, {"ecs": ("region",)}) == []


@pytest.mark.parametrize(("place", "told"), [("app-a", "subnet 10.0.11.0/24"), ("vpc", "VPC"), ("office", "Office")])
def test_a_control_plane_elsewhere_is_told_that_it_is_no_machine(control, place, told):
    (message,) = told_by("control-plane-in-the-region", control, {"ecs": (place,)})

    assert "is no machine of yours, and cannot run in " in message
    assert told in message


def test_a_task_definition_is_right_in_the_region(control):
    assert told_by("task-definition-is-a-blueprint", control, {"plan": ("region",)}) == []


def test_a_task_definition_in_a_subnet_is_told_that_it_does_not_run(control):
    (message,) = told_by("task-definition-is-a-blueprint", control, {"plan": ("app-b",)})

    assert message == "Nothing of “ECS task definition” runs in subnet 10.0.12.0/24: it is only the plan of a task."


def test_an_agent_is_right_on_each_container_instance(cluster):
    assert told_by("agent-on-container-instances", cluster, {"agent": ("host-b", "host-a")}) == []


def test_an_agent_beside_the_instances_is_told_that_it_has_none(cluster):
    (message,) = told_by("agent-on-container-instances", cluster, {"agent": ("host-a", "app-b")})

    assert message == "In subnet 10.0.12.0/24 the agent has no instance of yours to join to the cluster."


def test_a_task_with_a_machine_of_its_own_is_right_on_container_instances(cluster):
    assert told_by("own-machine-on-container-instances", cluster, {"tools": HOSTS}) == []


def test_a_task_with_a_machine_of_its_own_is_told_what_fargate_lacks(cluster):
    (message,) = told_by("own-machine-on-container-instances", cluster, {"tools": ("app-a",)})

    assert "the Tools task would be on a host of AWS: no image of yours, and no SSH to it" in message


@pytest.mark.parametrize("places", [("app-a", "app-b"), ("public-a", "public-b")])
def test_a_fargate_task_is_right_in_subnets(cluster, places):
    assert told_by("fargate-tasks-on-no-instance", cluster, {"pages": places}) == []


def test_a_fargate_task_on_an_instance_is_told_who_has_the_work(cluster):
    (message,) = told_by("fargate-tasks-on-no-instance", cluster, {"pages": ("host-a",)})

    assert message == "The Page task is on an instance of your own account, which somebody has to patch and size."


@pytest.mark.parametrize("place", ["app-a", "public-b", "host-b"])
def test_a_task_reaches_the_registry_over_a_route_out(cluster, place):
    assert told_by("tasks-can-fetch-their-image", cluster, {"pages": (place,)}) == []


def test_a_task_without_a_route_out_never_starts(cluster):
    (message,) = told_by("tasks-can-fetch-their-image", cluster, {"pages": ("data-b",)})

    assert message.startswith("Subnet 10.0.22.0/24 has the local route only: the Page task cannot fetch its image")


def test_endpoints_lead_to_the_registry_too():
    pieces = {"task": "container-task", "endpoint": "interface-endpoint"}
    drill = make_drill(pieces, rules=["tasks-can-fetch-their-image"])

    assert told_by("tasks-can-fetch-their-image", drill, {"task": ("data-b",)}) == []


def test_tasks_are_right_in_two_zones(cluster):
    assert told_by("tasks-in-two-zones", cluster, {"pages": ("app-a", "public-b")}) == []


def test_tasks_in_one_zone_are_told_which(cluster):
    (message,) = told_by("tasks-in-two-zones", cluster, {"pages": ("app-a", "public-a")})

    assert message == "Every Page task runs in Availability Zone A: losing that zone stops them all."


@pytest.mark.parametrize(
    ("rule", "placement"),
    [
        ("agent-on-container-instances", {"agent": ("host-a",)}),
        ("own-machine-on-container-instances", {"tools": ("host-a",)}),
        ("fargate-tasks-on-no-instance", {"pages": ("app-a",)}),
        ("tasks-can-fetch-their-image", {"pages": ("app-a",), "tools": HOSTS}),
        ("tasks-in-two-zones", {"pages": ("app-a",), "tools": HOSTS}),
    ],
)
def test_nothing_is_decided_while_a_tile_is_in_the_palette(cluster, rule, placement):
    assert grade(cluster, placement).rules[rule] is RuleState.PENDING


@pytest.mark.parametrize("rule", ["control-plane-in-the-region", "task-definition-is-a-blueprint"])
def test_what_belongs_to_the_region_is_undecided_in_the_palette(control, rule):
    assert grade(control, {}).rules[rule] is RuleState.PENDING
