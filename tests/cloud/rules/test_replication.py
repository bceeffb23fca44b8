from dataclasses import replace

import pytest

from tests.fakes.drills import make_drill, make_network, make_piece, make_two_regions, told_by, use
from trainer.cloud.drill import Fixture, Link, Mislink, Mode
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.lines import with_lines

REGION = "standby-in-the-region-of-its-primary"
CLUSTER = "cluster-in-three-zones"
PLACES = {"primary": ("data-a",), "standby": ("data-b",), "replica": ("data-b",)}


@pytest.fixture
def pair():
    pieces = make_piece("primary", "rds", name="Primary"), make_piece("standby", "rds", name="Standby")
    return make_drill(*pieces, rules=[use(REGION, pieces=("primary", "standby"))], topology=make_two_regions())


@pytest.fixture
def cluster():
    pieces = {"writer": "rds", "one": "rds", "two": "rds"}
    rules = [use(CLUSTER, pieces=tuple(pieces))]
    return make_drill(pieces, rules=rules, topology=make_network("abc", tiers=("app", "data")))


def copies(*rules):
    """Shop -> endpoint -> primary => standby, replica <- reports."""
    drill = make_drill(
        *(make_piece(name, "rds", role=name, name=name.title()) for name in PLACES), rules=rules, solution=PLACES
    )
    fixtures = (
        Fixture("shop", "ec2-instance", "Shop", "app-a"),
        Fixture("reports", "ec2-instance", "Reports", "app-b"),
        Fixture("endpoint", "db-endpoint", "Endpoint", "vpc"),
        Fixture("read-name", "db-endpoint", "Read name", "vpc"),
    )
    links = (
        Link("shop", "endpoint"),
        Link("endpoint", "primary"),
        Link("reports", "read-name"),
        Link("read-name", "replica"),
        Link("primary", "standby"),
        Link("primary", "replica"),
    )
    mislinks = (Mislink("shop", "standby", "In the words of the drill."),)
    return replace(drill, fixtures=fixtures, links=links, mislinks=mislinks, modes=(Mode.PLACE, Mode.CONNECT))


def told_of(drill, *line):
    """The errors that name a line drawn beside the pieces."""
    return [(error.rule, error.message) for error in grade(drill, with_lines(PLACES, [line])).errors]


@pytest.mark.parametrize(("primary", "standby"), [("data-a", "data-b"), ("app-b", "data-b")])
def test_two_copies_in_one_region_are_right_whatever_their_zones(pair, primary, standby):
    assert told_by(REGION, pair, {"primary": (primary,), "standby": (standby,)}) == []


def test_a_standby_in_another_region_is_told_both(pair):
    (message,) = told_by(REGION, pair, {"primary": ("data-a",), "standby": ("data-c",)})

    assert message.startswith("The Primary is in Region eu-west-1 and the Standby in Region eu-central-1:")


@pytest.mark.parametrize("placement", [{}, {"primary": ("data-a",)}])
def test_the_region_is_open_while_a_copy_is_to_come(pair, placement):
    assert grade(pair, placement).rules[REGION] is RuleState.PENDING


def test_a_copy_outside_every_subnet_is_left_to_the_scope_rule(pair):
    assert grade(pair, {"primary": ("region",)}).rules[REGION] is RuleState.SATISFIED


def test_a_cluster_is_right_in_any_order_of_three_zones(cluster):
    assert told_by(CLUSTER, cluster, {"writer": ("data-c",), "one": ("app-a",), "two": ("data-b",)}) == []


def test_a_cluster_of_two_zones_is_told_who_shares_one(cluster):
    (message,) = told_by(CLUSTER, cluster, {"writer": ("data-c",), "one": ("app-c",), "two": ("data-b",)})

    assert message.startswith("The Amazon RDS and the Amazon RDS share Availability Zone C")


def test_a_cluster_is_open_while_an_instance_is_to_come(cluster):
    assert grade(cluster, {"writer": ("data-c",), "two": ("data-b",)}).rules[CLUSTER] is RuleState.PENDING


def test_right_lines_break_no_rule_about_lines():
    rules = ["standby-takes-no-traffic", "replica-is-no-failover-target"]
    clients = use("writes-go-to-the-source", writers=("shop",)), use("reads-go-to-the-copies", readers=("reports",))
    drill = copies(*rules, *clients)
    lines = [(link.source, link.target) for link in drill.links]

    assert grade(drill, with_lines(PLACES, lines)).correct


def test_traffic_to_a_standby_is_told_who_gets_no_answer():
    ((rule, message),) = told_of(copies("standby-takes-no-traffic"), "reports", "standby")

    assert rule == "standby-takes-no-traffic"
    assert message.startswith("The Reports gets no answer from the Standby")


def test_the_words_of_the_drill_come_first():
    expected = ("standby-takes-no-traffic", "In the words of the drill.")

    assert told_of(copies("standby-takes-no-traffic"), "shop", "standby") == [expected]


def test_a_reversed_link_is_left_to_the_rule_on_directions():
    ((rule, _),) = told_of(copies("standby-takes-no-traffic"), "standby", "primary")

    assert rule == "flow-direction"


def test_a_write_to_a_replica_is_refused():
    ((rule, message),) = told_of(copies(use("writes-go-to-the-source", writers=("shop",))), "shop", "replica")

    assert rule == "writes-go-to-the-source"
    assert message == "The Shop writes, and the Replica can only be read."


def test_who_only_reads_may_use_a_replica():
    ((rule, _),) = told_of(copies(use("writes-go-to-the-source", writers=("shop",))), "reports", "replica")

    assert rule == "flow-needed"


@pytest.mark.parametrize("target", ["primary", "endpoint"])
def test_reading_at_the_writable_copy_or_its_name_holds_up_writes(target):
    ((rule, message),) = told_of(copies(use("reads-go-to-the-copies", readers=("reports",))), "reports", target)

    assert rule == "reads-go-to-the-copies"
    assert message.endswith("and slows down every write there.")


@pytest.mark.parametrize("line", [("shop", "primary"), ("shop", "read-name"), ("reports", "shop")])
def test_other_lines_are_no_reading_at_the_writable_copy(line):
    ((rule, _),) = told_of(copies(use("reads-go-to-the-copies", readers=("reports",))), *line)

    assert rule == "flow-needed"


@pytest.mark.parametrize("source", ["endpoint", "standby"])
def test_a_replica_takes_over_from_nobody_by_itself(source):
    ((rule, message),) = told_of(copies("replica-is-no-failover-target"), source, "replica")

    assert rule == "replica-is-no-failover-target"
    assert "Nothing makes the Replica take over" in message


def test_advice_about_a_line_does_not_make_it_right():
    drill = copies(use("reads-go-to-the-copies", asked=False, readers=("reports",)))

    assert [rule for rule, _ in told_of(drill, "reports", "primary")] == ["flow-needed"]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("takeover-by-itself", "The Copy is an asynchronous copy"),
        ("standbys-answer-reads", "The Copy answers no query while it waits."),
        ("cluster-engine", "The Copy: RDS has no cluster"),
    ],
)
@pytest.mark.parametrize("place", ["data-a", "vpc"])
def test_a_copy_that_breaks_a_requirement_is_told_so_wherever_it_is(rule, told, place):
    drill = make_drill(make_piece("copy", "rds", name="Copy", decoy=True, breaks=rule), rules=[rule])

    assert told_by(rule, drill, {}) == []
    (message,) = told_by(rule, drill, {"copy": (place,)})
    assert message.startswith(told)
