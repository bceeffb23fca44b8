import pytest

from trainer.cloud.topology import Access, Container, ContainerKind, Route, RouteTarget
from trainer.layout.labels import label_lines, wrap_name
from trainer.layout.measure import table_measure
from trainer.layout.sizes import NAME_SIZE, TILE_WIDTH

ROOM = TILE_WIDTH - 8


def subnet(*routes):
    return Container("s", ContainerKind.SUBNET, "Subnet 10.0.1.0/24", None, Access.PRIVATE, "10.0.1.0/24", routes)


def test_a_subnet_tells_its_routes_on_a_second_line():
    container = subnet(Route("0.0.0.0/0", RouteTarget.NAT_GATEWAY))

    assert label_lines(container) == ("Subnet 10.0.1.0/24", "0.0.0.0/0 → nat")


def test_each_route_of_a_subnet_has_a_line_of_its_own():
    container = subnet(
        Route("0.0.0.0/0", RouteTarget.NAT_GATEWAY), Route("192.168.0.0/16", RouteTarget.TRANSIT_GATEWAY)
    )

    assert label_lines(container)[1:] == ("0.0.0.0/0 → nat", "192.168.0.0/16 → tgw")


def test_a_subnet_without_routes_says_local_only():
    assert label_lines(subnet()) == ("Subnet 10.0.1.0/24", "local only")


def test_a_subnet_whose_route_table_is_to_be_placed_says_nothing_of_routes():
    container = Container("s", ContainerKind.SUBNET, "Subnet 10.0.1.0/24", cidr="10.0.1.0/24")

    assert label_lines(container) == ("Subnet 10.0.1.0/24",)


def test_other_containers_have_one_line():
    assert label_lines(Container("v", ContainerKind.VPC, "VPC 10.0.0.0/16")) == ("VPC 10.0.0.0/16",)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Users", ("Users",)),
        ("Application Load Balancer", ("Application", "Load Balancer")),
        ("Auto Scaling group", ("Auto Scaling", "group")),
        ("", ("",)),
    ],
)
def test_names_break_where_it_reads_best(name, lines):
    assert wrap_name(name, ROOM, table_measure) == lines


@pytest.mark.parametrize(
    "name",
    ["Donaudampfschifffahrtsgesellschaft", "A very long name that needs more than two lines", "x " * 40, "W" * 40],
)
def test_a_name_is_never_wider_than_its_room(name):
    lines = wrap_name(name, ROOM, table_measure)

    assert len(lines) <= 2
    assert all(table_measure(line, NAME_SIZE) <= ROOM for line in lines)
    assert lines[-1].endswith("…")
