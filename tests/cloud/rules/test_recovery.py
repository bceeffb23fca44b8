import pytest

from tests.fakes.drills import make_drill, make_piece, told_by, use
from trainer.cloud.grading import PieceState, RuleState, grade
from trainer.cloud.topology import Container, ContainerKind, Topology

SITES = {"day": "Back in a day", "hour": "Back in an hour", "now": "Never away"}

KEPT_OUT = {
    "copies-alone-for-backup-and-restore": "“it” under “Back in a day” is paid for day by day",
    "servers-off-in-pilot-light": "With “it”, servers run under “Back in a day” all the time",
    "standby-runs-before-the-disaster": "“it”: under “Back in a day” nothing could take a request",
    "warm-standby-is-scaled-down": "a fleet for all users waits, and is paid for, with nothing to do",
    "full-size-where-no-time-to-grow": "“it” under “Back in a day” would be overrun: all users come at once.",
    "users-only-where-a-site-is-active": "this site is to serve nobody before the failover",
}
"""Rules that keep pieces out of sites, with what they say."""


def make_regions():
    """A Region with a zone, and another one with three recovery sites."""
    return Topology(
        [
            Container("first", ContainerKind.REGION, "Region eu-west-1"),
            Container("zone", ContainerKind.AZ, "Availability Zone B", "first"),
            Container("second", ContainerKind.REGION, "Region eu-central-1"),
            *(Container(site, ContainerKind.BIN, label, "second") for site, label in SITES.items()),
        ]
    )


def make_plan(rule, *pieces, **parameters):
    """A drill with one rule, about all pieces, in two Regions."""
    named = [make_piece(piece, "chip", name=piece, spans=spans) for piece, spans in pieces]
    rules = [use(rule, pieces=tuple(piece for piece, _ in pieces), **parameters)]
    return make_drill(*named, rules=rules, topology=make_regions())


@pytest.fixture
def copy():
    return make_plan("recovery-region-differs", ("copy", 1), primary=("first",))


@pytest.fixture
def data():
    return make_plan("recovery-data-in-every-place", ("backup", 1), ("replica", 2), sites=tuple(SITES))


@pytest.mark.parametrize("place", ["second", "day"])
def test_a_copy_is_right_in_another_region(copy, place):
    assert told_by("recovery-region-differs", copy, {"copy": (place,)}) == []


@pytest.mark.parametrize(("place", "label"), [("first", "Region eu-west-1"), ("zone", "Availability Zone B")])
def test_a_copy_in_the_primary_region_is_lost_with_it(copy, place, label):
    (message,) = told_by("recovery-region-differs", copy, {"copy": (place,)})

    assert message == f"“copy” lies in {label}, and is lost together with what it should save."


def test_a_copy_in_the_palette_is_undecided(copy):
    assert grade(copy, {}).rules["recovery-region-differs"] is RuleState.PENDING


def test_every_site_has_its_data(data):
    verdict = grade(data, {"backup": ("day",), "replica": ("now", "hour")})

    assert verdict.correct


def test_a_site_without_data_is_named(data):
    placement = {"backup": ("hour",), "replica": ("now", "hour")}
    (message,) = told_by("recovery-data-in-every-place", data, placement)

    assert message == "“Back in a day” would have no copy of the data to go on with."


def test_data_outside_every_site_leaves_one_of_them_without(data):
    verdict = grade(data, {"backup": ("zone",)})
    (finding,) = verdict.errors

    assert finding.message.startswith("One of “Back in a day”, “Back in an hour” and “Never away” would have no copy")
    assert finding.pieces == ("backup",)


def test_two_copies_in_one_site_are_wrong_once_too_few_are_left(data):
    verdict = grade(data, {"backup": ("hour",), "replica": ("hour",)})

    assert verdict.pieces["backup"] is verdict.pieces["replica"] is PieceState.WRONG


def test_data_is_undecided_while_enough_copies_are_left(data):
    verdict = grade(data, {"backup": ("hour",), "replica": ("now",)})

    assert verdict.errors == ()
    assert verdict.rules["recovery-data-in-every-place"] is RuleState.PENDING


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("rebuilt-from-code", "“Back in a day” would have nothing to rebuild the workload from."),
        ("live-data-for-a-quick-recovery", "“Back in a day” would have no current copy of the data."),
    ],
)
def test_a_site_that_lacks_what_it_needs_is_told_so(rule, told):
    drill = make_plan(rule, ("it", 1), sites=("day",))

    assert told_by(rule, drill, {"it": ("day",)}) == []
    assert told_by(rule, drill, {"it": ("hour",)}) == [told]
    assert grade(drill, {}).rules[rule] is RuleState.PENDING


@pytest.mark.parametrize(("rule", "told"), KEPT_OUT.items())
def test_what_a_strategy_keeps_out_of_a_site_is_told_why(rule, told):
    drill = make_plan(rule, ("it", 1), sites=("day",))
    (message,) = told_by(rule, drill, {"it": ("day",)})

    assert told in message


@pytest.mark.parametrize("rule", KEPT_OUT)
def test_it_is_right_in_another_site_and_undecided_before(rule):
    drill = make_plan(rule, ("it", 2), sites=("day",))

    assert told_by(rule, drill, {"it": ("hour", "now")}) == []
    assert grade(drill, {"it": ("hour",)}).rules[rule] is RuleState.PENDING
