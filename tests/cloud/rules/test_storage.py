import pytest

from tests.fakes.drills import make_drill, make_piece, told_by, use
from trainer.cloud.grading import RuleState, grade
from trainer.cloud.topology import Container, ContainerKind, Topology

BINS = {
    "instance-store": "instance store",
    "ssd": "SSD volume",
    "hdd": "HDD volume",
    "bucket": "bucket",
    "nfs": "NFS file system",
    "smb": "SMB file system",
}
VOLUME = "volume-in-the-zone-of-its-instance"
TARGET = "one-mount-target-a-zone"
KINDS = {
    "block-device-needed": ("bucket", "nfs", "smb"),
    "ssd-for-boot-and-transactions": ("hdd",),
    "lasting-data-off-the-instance-store": ("instance-store",),
    "shared-files-need-a-file-system": ("instance-store", "ssd", "hdd", "bucket"),
    "file-system-speaks-the-clients-protocol": ("smb",),
}
"""Where each rule lets nothing lie."""


def make_board(rule, *needs):
    """A board of storage with needs that one rule judges."""
    pieces = [make_piece(need, "chip", name=need) for need in needs]
    bins = Topology([Container(name, ContainerKind.BIN, label) for name, label in BINS.items()])
    return make_drill(*pieces, rules=[use(rule, pieces=tuple(needs), places=KINDS[rule])], topology=bins)


@pytest.fixture
def server():
    pieces = {"server": "ec2-instance", "disk": "ebs-volume", "scratch": "instance-store"}
    return make_drill(pieces, rules=[use(VOLUME, pieces=("server", "disk", "scratch"))])


@pytest.fixture
def targets():
    return make_drill(make_piece("target", "mount-target", spans=2), {"extra": "mount-target"}, rules=[TARGET])


@pytest.mark.parametrize(
    ("rule", "place", "told"),
    [
        ("block-device-needed", "bucket", "“need” needs a block device, and this is none: bucket."),
        ("ssd-for-boot-and-transactions", "hdd", "hard disks serve long reads and writes in sequence"),
        ("lasting-data-off-the-instance-store", "instance-store", "is gone with the next stop of its instance"),
        ("shared-files-need-a-file-system", "ssd", "a file system that many machines mount; this is none: SSD volume"),
        ("file-system-speaks-the-clients-protocol", "smb", "is not what SMB file system is for"),
    ],
)
def test_a_need_on_the_wrong_kind_of_storage_is_told_why(rule, place, told):
    (message,) = told_by(rule, make_board(rule, "need"), {"need": (place,)})

    assert told in message


@pytest.mark.parametrize("rule", KINDS)
def test_a_need_on_any_other_kind_is_right(rule):
    drill = make_board(rule, "need")

    assert [place for place in BINS if told_by(rule, drill, {"need": (place,)})] == list(KINDS[rule])


@pytest.mark.parametrize("rule", KINDS)
def test_a_need_in_the_palette_is_undecided(rule):
    drill = make_board(rule, "need")

    assert grade(drill, {}).rules[rule] is RuleState.PENDING


@pytest.mark.parametrize("disk", ["app-a", "zone-a", "data-a"])
def test_a_volume_is_right_anywhere_in_the_zone_of_its_instance(server, disk):
    assert told_by(VOLUME, server, {"server": ("app-a",), "disk": (disk,), "scratch": ("zone-a",)}) == []


def test_a_volume_in_another_zone_is_told_both(server):
    (message,) = told_by(VOLUME, server, {"server": ("app-a",), "disk": ("zone-b",)})

    assert message == (
        "The EBS volume is in Availability Zone B and the EC2 instance in Availability Zone A: "
        "it cannot be attached across zones."
    )


def test_two_volumes_need_not_share_a_zone_by_themselves(server):
    assert told_by(VOLUME, server, {"disk": ("zone-a",), "scratch": ("zone-b",)}) == []
    assert grade(server, {"disk": ("zone-a",), "scratch": ("zone-b",)}).rules[VOLUME] is RuleState.PENDING


def test_mount_targets_are_right_one_in_each_zone(targets):
    assert told_by(TARGET, targets, {"target": ("app-a", "data-b")}) == []


def test_mount_targets_that_share_a_zone_are_told_which(targets):
    (message,) = told_by(TARGET, targets, {"target": ("app-a", "data-b"), "extra": ("app-b",)})

    assert message == "Availability Zone B has 2 mount targets of one file system; AWS allows one."


def test_two_tiles_of_one_mount_target_in_a_zone_are_wrong(targets):
    verdict = grade(targets, {"target": ("app-a", "data-a")})
    (finding,) = [finding for finding in verdict.findings if finding.rule == TARGET]

    assert finding.pieces == ("target",)
    assert finding.containers == ("app-a", "data-a")


def test_mount_targets_in_the_palette_leave_it_open(targets):
    assert grade(targets, {"target": ("app-a",)}).rules[TARGET] is RuleState.PENDING
