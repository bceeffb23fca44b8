import pytest

from tests.fakes.drills import make_drill, make_piece, told_by, use
from trainer.cloud.grading import RuleState, grade

MANAGED = "managed-services-outside-vpcs"
OUTSIDE = "functions-outside-vpcs"
JOINS = "function-joins-the-vpc-of-its-data"
GOES_OUT = "function-goes-out-through-nat"
TWO_ZONES = "function-in-subnets-of-two-zones"


@pytest.fixture
def orders():
    pieces = {"queue": "sqs", "topic": "sns", "table": "dynamodb", "function": "lambda"}
    return make_drill(pieces, rules=[MANAGED, use(OUTSIDE, pieces=("function",))])


@pytest.fixture
def lookup():
    function = make_piece("lookup", "lambda", name="Look up", spans=2)
    rules = [use(rule, pieces=("lookup",)) for rule in (JOINS, GOES_OUT)]
    return make_drill(function, rules=[*rules, TWO_ZONES])


def test_queue_topic_and_table_are_right_in_the_region(orders):
    placement = {"queue": ("region",), "topic": ("region",), "table": ("region",)}

    assert told_by(MANAGED, orders, placement) == []


@pytest.mark.parametrize(
    ("piece", "place", "told"),
    [
        ("queue", "app-a", "The Amazon SQS has no address in subnet 10.0.11.0/24"),
        ("table", "vpc", "The Amazon DynamoDB has no address in VPC 10.0.0.0/16"),
        ("topic", "office", "The Amazon SNS is a service of a Region as a whole; this is: Office."),
    ],
)
def test_a_managed_service_elsewhere_is_told_what_it_is(orders, piece, place, told):
    (message,) = told_by(MANAGED, orders, {piece: (place,)})

    assert told in message


def test_a_managed_service_in_a_wrong_place_gets_one_finding(orders):
    (finding,) = grade(orders, {"queue": ("zone-a",)}).findings

    assert finding.rule == MANAGED


def test_a_function_that_needs_no_vpc_is_right_outside(orders):
    assert told_by(OUTSIDE, orders, {"function": ("region",)}) == []


def test_a_function_that_needs_no_vpc_is_told_where_it_is_attached(orders):
    (message,) = told_by(OUTSIDE, orders, {"function": ("app-b",)})

    assert message == "“AWS Lambda” is attached to subnet 10.0.12.0/24, where nothing is that it needs."


@pytest.mark.parametrize("places", [("app-a", "app-b"), ("data-a", "data-b")])
def test_a_function_with_private_data_is_right_in_subnets(lookup, places):
    assert told_by(JOINS, lookup, {"lookup": places}) == []


def test_a_function_with_private_data_is_told_that_it_is_outside(lookup):
    (message,) = told_by(JOINS, lookup, {"lookup": ("region",)})

    assert message == "From Region eu-west-1, outside every VPC, “Look up” does not reach a private address."


@pytest.mark.parametrize("places", [("app-a", "app-b"), ("region",)])
def test_a_function_reaches_the_internet_through_nat_or_from_outside_vpcs(lookup, places):
    assert told_by(GOES_OUT, lookup, {"lookup": places}) == []


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("public-a", "has a route to the internet gateway, but no public address for it"),
        ("data-a", "with the local route only, nothing that “Look up” sends leaves the VPC"),
    ],
)
def test_a_function_without_a_way_out_is_told_why(lookup, place, told):
    (message,) = told_by(GOES_OUT, lookup, {"lookup": (place,)})

    assert told in message


def test_a_function_is_right_in_subnets_of_two_zones(lookup):
    assert told_by(TWO_ZONES, lookup, {"lookup": ("app-a", "data-b")}) == []


def test_a_function_in_one_zone_is_told_which(lookup):
    (message,) = told_by(TWO_ZONES, lookup, {"lookup": ("app-a", "data-a")})

    assert message == "“Look up” is in Availability Zone A alone: with that zone it stops."


@pytest.mark.parametrize("rule", [JOINS, GOES_OUT, TWO_ZONES])
def test_a_function_with_a_tile_in_the_palette_is_undecided(lookup, rule):
    assert grade(lookup, {"lookup": ("app-a",)}).rules[rule] is RuleState.PENDING


@pytest.mark.parametrize("rule", [MANAGED, OUTSIDE])
def test_an_empty_board_is_undecided(orders, rule):
    assert grade(orders, {}).rules[rule] is RuleState.PENDING
