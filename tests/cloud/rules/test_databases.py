import pytest

from tests.fakes.drills import make_drill, told_by

RULE = "databases-without-internet-route"


@pytest.fixture
def drill():
    return make_drill({"db": "rds"}, rules=[RULE])


def test_a_database_is_right_where_only_the_local_route_is(drill):
    assert told_by(RULE, drill, {"db": ("data-b",)}) == []


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("public-a", "is in subnet 10.0.1.0/24, a public subnet"),
        ("app-b", "is in subnet 10.0.12.0/24, which has a route to the internet through a NAT gateway"),
    ],
)
def test_a_database_with_a_route_to_the_internet_is_told_which(drill, place, told):
    (message,) = told_by(RULE, drill, {"db": (place,)})

    assert told in message
