from random import Random

import pytest

from tests.fakes.drills import make_drill, make_network, make_piece
from trainer.cloud.soundness.guessing import (
    Guessing,
    accepted_places,
    examine_guessing,
    examine_words,
    measure_guessing,
)


@pytest.fixture
def drill():
    """Two instances that may be in any of two subnets of eight places."""
    pieces = {"one": "ec2-instance", "two": "ec2-instance"}
    return make_drill(pieces, topology=make_network("ab", tiers=("app",)))


def test_accepted_places_are_those_of_all_right_placements(flagship):
    places = accepted_places(flagship)

    assert places["igw"] == {"vpc"}
    assert places["nat-a"] == places["nat-b"] == places["alb"] == {"public-a", "public-b"}
    assert places["db-primary"] == {"data-a", "data-b"}
    assert "vgw" not in places


def test_the_guess_rate_is_the_mean_share_of_accepted_places(drill):
    guessing = measure_guessing(drill, Random(1), 400)

    assert guessing.rate == pytest.approx(2 / 8)
    assert guessing.passes / guessing.plays == pytest.approx((2 / 8) ** 2, abs=0.03)


@pytest.mark.parametrize(("rate", "fails"), [(0.35, False), (0.36, True)])
def test_a_drill_that_is_guessed_too_easily_fails(rate, fails):
    examined = examine_guessing(Guessing({}, rate, 100, 0), judged_whole=False)

    assert bool(examined.failures) is fails


@pytest.mark.parametrize(("passes", "fails"), [(5, False), (6, True)])
def test_a_drill_judged_as_a_whole_is_measured_by_random_plays(passes, fails):
    examined = examine_guessing(Guessing({}, 0.9, 100, passes), judged_whole=True)

    assert bool(examined.failures) is fails


@pytest.mark.parametrize(
    ("name", "label", "shared"),
    [
        ("Data store", "Data subnet", "'data'"),
        ("Web servers", "Server room", "'server'"),
        ("Database B", "Zone B", "'b'"),
        ("Standby A", "Zone A", "'a'"),
        ("Queue", "Subnet for Amazon RDS", "'rds'"),
    ],
)
def test_a_word_that_gives_the_place_away_is_told(name, label, shared):
    (failure,) = shared_words(name, label)

    assert f"piece ({name}) shares {shared} with the label of data-a" in failure


@pytest.mark.parametrize("label", ["Subnet for a lot of things", "Amazon and AWS", "10.0.21.0/24"])
def test_words_that_tell_nothing_are_ignored(label):
    assert shared_words("A subnet database of Amazon for 10", label) == ()


def shared_words(name, label):
    drill = make_drill(make_piece("piece", "rds", name=name))
    labels = dict.fromkeys(drill.topology, "") | {"data-a": label}
    places = {"piece": frozenset({"data-a"})}
    return examine_words(drill, Guessing(places, 0.1, 0, 0), labels).failures
