import pytest

from tests.fakes.drills import make_network
from trainer.cloud.topology import Container, ContainerKind, Topology
from trainer.layout.measure import table_measure
from trainer.layout.plan import make_plan

NAMES = {
    "internet": ContainerKind.INTERNET,
    "edge": ContainerKind.EDGE,
    "region": ContainerKind.REGION,
    "office": ContainerKind.ON_PREMISES,
    "depot": ContainerKind.ON_PREMISES,
}


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        ("internet office region", (("internet",), ("region",), ("office",))),
        ("region office depot edge internet", (("edge", "internet"), ("region",), ("office", "depot"))),
        ("office depot region internet", (("office", "depot"), ("internet",), ("region",))),
        ("office region depot", (("office",), ("region",), ("depot",))),
    ],
)
def test_on_premises_stands_last_unless_a_file_begins_with_it(order, rows):
    topology = Topology([Container(name, NAMES[name], name.title()) for name in order.split()])

    assert make_plan(topology, {}, {}, (), table_measure, {}).rows == rows


def test_a_zone_keeps_room_for_tiles_only_where_nothing_is_drawn_in_it():
    bare, full = (make_plan(make_network(tiers=tiers), {}, {}, (), table_measure, {}) for tiers in ((), ("app",)))

    assert bare.spots["zone-a"].room == 2
    assert full.spots["zone-a"].room == 0
