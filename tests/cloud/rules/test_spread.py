import pytest

from tests.fakes.drills import make_drill, make_piece, told_by, use


@pytest.fixture
def pair():
    primary = make_piece("primary", "rds", role="primary")
    standby = make_piece("standby", "rds", role="standby")
    return make_drill(primary, standby, rules=[use("different-zones", pieces=("primary", "standby"))])


@pytest.fixture
def servers():
    pieces = {"one": "ec2-instance", "two": "ec2-instance", "three": "nat-instance"}
    return make_drill(pieces, rules=[use("different-zones", pieces=("one", "two", "three"))])


@pytest.mark.parametrize(("primary", "standby"), [("data-a", "data-b"), ("data-b", "data-a"), ("app-a", "public-b")])
def test_copies_are_right_in_any_two_zones(pair, primary, standby):
    assert told_by("different-zones", pair, {"primary": (primary,), "standby": (standby,)}) == []


@pytest.mark.parametrize("standby", ["data-a", "app-a"])
def test_primary_and_standby_in_one_zone_are_told_what_its_loss_means(pair, standby):
    (message,) = told_by("different-zones", pair, {"primary": ("data-a",), "standby": (standby,)})

    assert message.startswith("Primary and standby are both in Availability Zone A.")
    assert "losing Availability Zone A leaves a copy" in message


def test_other_copies_in_one_zone_are_named(servers):
    (message,) = told_by("different-zones", servers, {"one": ("app-b",), "three": ("data-b",)})

    assert message == "The EC2 instance and the NAT instance are both in Availability Zone B: losing it loses both."


def test_each_two_of_three_copies_are_compared(servers):
    same = {"one": ("app-b",), "two": ("app-b",), "three": ("app-b",)}

    assert len(told_by("different-zones", servers, same)) == 3
