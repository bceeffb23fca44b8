import pytest

from tests.fakes.drills import make_drill, make_network, make_piece, told_by, use
from trainer.cloud.grading import PieceState, RuleState, grade
from trainer.cloud.topology import Container, ContainerKind, Topology

REACHED, HIDDEN, OUT = "reached-from-internet-in-public-subnet", "hidden-in-private-subnet", "way-out-through-nat"
ON_SUBNET, ONE_TABLE, MAIN, TIER = (
    "route-table-on-subnet",
    "one-route-table-per-subnet",
    "main-table-stays-local",
    "tier-in-two-zones",
)


def open_network(zones="ab"):
    """The network of the other tests, with subnets that wait for route tables, and a box in one of them."""
    containers = [
        Container(place.id, place.kind, place.label, place.parent, cidr=place.cidr)
        for place in make_network(zones, tiers=("public", "app")).values()
    ]
    return Topology([*containers, Container("box", ContainerKind.GROUP, "One machine", "public-a")])


def table(name, target=None, **fields):
    return make_piece(name, "route-table", role=target, name=f"Table {name}", **fields)


@pytest.fixture
def tables():
    return make_drill(
        table("out", "internet-gateway", spans=2),
        table("nat", "nat-gateway"),
        table("local"),
        {"server": "ec2-instance"},
        rules=[
            ON_SUBNET,
            ONE_TABLE,
            MAIN,
            TIER,
            use(REACHED, pieces=("server",)),
            use(HIDDEN, pieces=("server",)),
            use(OUT, pieces=("server",)),
        ],
        topology=open_network(),
    )


@pytest.mark.parametrize("places", [("public-a", "app-b"), ("vpc", "public-a")])
def test_a_route_table_is_right_on_subnets_and_on_the_vpc(tables, places):
    assert told_by(ON_SUBNET, tables, {"out": places}) == []


@pytest.mark.parametrize(
    ("place", "label"), [("zone-a", "Availability Zone A"), ("box", "One machine"), ("region", "Region eu-west-1")]
)
def test_a_route_table_elsewhere_is_told_that_this_has_none(tables, place, label):
    assert told_by(ON_SUBNET, tables, {"nat": (place,)}) == [
        f"The Table nat is put on {label}, which has no route table."
    ]


def test_tables_are_right_each_on_subnets_of_its_own(tables):
    assert told_by(ONE_TABLE, tables, {"out": ("public-a", "public-b"), "nat": ("app-a",), "local": ("vpc",)}) == []


def test_two_tables_on_one_subnet_are_named(tables):
    (message,) = told_by(ONE_TABLE, tables, {"out": ("public-a", "public-b"), "nat": ("public-b",)})

    assert message == "The Table out and the Table nat are both on subnet 10.0.2.0/24, which can have one."


@pytest.mark.parametrize(
    ("placed", "state"),
    [
        ({"out": ("public-a",)}, RuleState.PENDING),
        ({"nat": ("app-a",), "local": ("vpc",), "out": ("public-a",)}, RuleState.PENDING),
        ({"nat": ("vpc",), "local": ("zone-a",), "out": ("public-a",)}, RuleState.SATISFIED),
    ],
)
def test_tables_can_meet_while_one_is_in_the_palette(tables, placed, state):
    assert grade(tables, placed).rules[ONE_TABLE] is state


def test_the_main_table_may_be_one_with_the_local_route_only(tables):
    assert told_by(MAIN, tables, {"local": ("vpc",)}) == []


def test_a_way_to_the_internet_in_the_main_table_is_told_for_whom_it_holds(tables):
    (message,) = told_by(MAIN, tables, {"out": ("vpc", "public-a")})

    assert message == "On the VPC itself, the Table out holds for every subnet that gets no table of its own."


def test_the_main_table_is_open_while_a_table_is_in_the_palette(tables):
    assert grade(tables, {"out": ("public-a", "public-b")}).rules[MAIN] is RuleState.PENDING


def test_a_tier_is_right_in_two_zones_and_waits_for_its_second_subnet(tables):
    assert grade(tables, {"out": ("public-a", "app-b")}).rules[TIER] is RuleState.SATISFIED
    assert grade(tables, {"out": ("public-a",)}).rules[TIER] is RuleState.PENDING


def test_a_tier_in_one_zone_is_told_which(tables):
    (message,) = told_by(TIER, tables, {"out": ("public-b", "app-b")})

    assert message == "Every subnet with the Table out is in Availability Zone B: that tier is lost with it."


def test_two_of_three_zones_are_enough_for_a_tier():
    drill = make_drill(table("out", "internet-gateway", spans=3), rules=[TIER], topology=open_network("abc"))

    assert told_by(TIER, drill, {"out": ("public-a", "app-a", "public-c")}) == []
    assert told_by(TIER, drill, {"out": ("public-a", "public-b", "public-c")}) == []


def test_a_server_is_reached_where_its_subnet_has_the_route(tables):
    placed = {"out": ("public-a", "public-b"), "server": ("public-b",)}

    assert told_by(REACHED, tables, placed) == []
    assert told_by(HIDDEN, tables, placed) == [
        "Subnet 10.0.2.0/24 has a route to the internet gateway: the EC2 instance there can be exposed to the internet."
    ]


def test_a_box_in_a_subnet_has_the_routes_of_the_subnet(tables):
    assert told_by(REACHED, tables, {"out": ("public-a", "public-b"), "server": ("box",)}) == []


def test_a_server_is_hidden_where_the_route_is_elsewhere(tables):
    placed = {"out": ("public-a", "public-b"), "server": ("app-b",)}

    assert told_by(HIDDEN, tables, placed) == []
    assert told_by(REACHED, tables, placed) == [
        "Subnet 10.0.12.0/24 has no route to the internet gateway: nobody outside reaches the EC2 instance there."
    ]


@pytest.mark.parametrize("rule", [REACHED, HIDDEN])
@pytest.mark.parametrize("placed", [{}, {"server": ("app-a",)}, {"server": ("app-a",), "out": ("public-a",)}])
def test_a_server_is_not_judged_before_the_table_that_decides_is_placed(tables, rule, placed):
    assert grade(tables, placed).rules[rule] is RuleState.PENDING


def test_a_server_goes_out_by_a_table_that_leads_to_nat(tables):
    assert told_by(OUT, tables, {"nat": ("app-a",), "server": ("app-a",)}) == []


def test_a_server_without_a_route_to_nat_cannot_fetch(tables):
    (message,) = told_by(OUT, tables, {"nat": ("app-b",), "server": ("app-a",)})

    assert message.startswith("No route leads from subnet 10.0.11.0/24 to a NAT gateway: the EC2 instance there")


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [(REACHED, "public-a", "app-a"), (HIDDEN, "data-a", "public-b"), (OUT, "app-b", "data-b")],
)
def test_subnets_that_show_their_routes_are_judged_by_these(rule, right, wrong):
    drill = make_drill({"server": "ec2-instance"}, rules=[use(rule, pieces=("server",))])

    assert told_by(rule, drill, {"server": (right,)}) == []
    assert len(told_by(rule, drill, {"server": (wrong,)})) == 1


def test_a_place_outside_every_subnet_is_left_to_the_scope_rules():
    bare = make_network(tiers=())
    drill = make_drill({"server": "ec2-instance"}, rules=[use(REACHED, pieces=("server",))], topology=bare)

    assert told_by(REACHED, drill, {"server": ("zone-a",)}) == []


def test_a_table_that_is_meant_for_a_server_is_named_beside_it():
    drill = make_drill(
        table("out", "internet-gateway"),
        {"server": "ec2-instance"},
        rules=[use(REACHED, pieces=("server", "out"))],
        topology=open_network(),
    )
    waiting, wrong = {"out": ("public-a",)}, {"out": ("public-a",), "server": ("app-b",)}

    assert grade(drill, waiting).pieces["out"] is PieceState.PENDING
    assert grade(drill, wrong).pieces == {"out": PieceState.WRONG, "server": PieceState.WRONG}
