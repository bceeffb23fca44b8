import pytest

from tests.fakes.drills import make_drill, use
from trainer.cloud.renaming import keeps_rules, rename_containers, rename_pieces

SERVERS = {"one": "ec2-instance", "two": "ec2-instance", "three": "ec2-instance"}
SWAP = {"one": "two", "two": "one"}


def test_pieces_hand_over_their_tiles():
    assert rename_pieces({"one": ("app-a",), "three": ()}, SWAP) == {"two": ("app-a",), "three": ()}


def test_containers_hand_over_what_they_hold():
    assert rename_containers({"one": ("app-a", "vpc")}, {"app-a": "app-b"}) == {"one": ("app-b", "vpc")}


@pytest.mark.parametrize(
    ("rules", "kept"),
    [
        ([], True),
        ([use("different-zones", pieces=("one", "two"))], True),
        ([use("different-zones", pieces=("two", "one", "three"))], True),
        ([use("different-zones", pieces=("one", "three"))], False),
        ([use("different-zones", pieces=("one", "three")), use("different-zones", pieces=("three", "two"))], True),
    ],
)
def test_rules_are_kept_when_they_say_the_same_of_both(rules, kept):
    assert keeps_rules(make_drill(SERVERS, rules=rules), SWAP) is kept
