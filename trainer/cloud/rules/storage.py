"""Storage: which kind of it serves what, and where disks and file systems may be."""

from collections.abc import Iterator
from itertools import product

from trainer.cloud.board import Board
from trainer.cloud.rule import (
    AnyPieceIds,
    Breach,
    Judgement,
    PlaceIds,
    RuleClass,
    Undecided,
    kept_out,
    rule,
)

_VOLUMES = ("ebs-volume", "instance-store")
_INSTANCES = ("ec2-instance",)


@rule(
    "block-device-needed",
    kind=RuleClass.BROKEN,
    statement="Root disks and data volumes are block devices; a bucket or a shared file system is none.",
    why="An instance starts from a block device only, and a volume lets a database change small blocks in place. S3 "
    "keeps whole objects and rewrites one to change a byte; a file system that is shared over the network is slower, "
    "and no root disk either.",
    facts=("storage-types.7", "storage-types.10", "storage-types.13", "instance-store-ebs.11"),
    source="Root volumes for your Amazon EC2 instances (Amazon EC2 User Guide)",
)
def block_device_needed(board: Board, pieces: AnyPieceIds, places: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in storage for objects or files.

    Args:
        board: the placement.
        pieces: root disks, databases and the like.
        places: the containers that stand for storage of objects or files.
    """
    return kept_out(
        board,
        board.named(pieces),
        places,
        lambda piece, seat: f"“{piece.name}” needs a block device, and this is none: {seat.label}.",
    )


@rule(
    "ssd-for-boot-and-transactions",
    kind=RuleClass.BROKEN,
    statement="Boot volumes and transactional databases lie on SSD-backed volumes.",
    why="An HDD-backed volume cannot be a boot volume at all. It is made for long reads and writes in sequence; the "
    "small ones of a database, all over the disk, are what it is slowest at.",
    facts=("instance-store-ebs.20", "instance-store-ebs.22", "instance-store-ebs.23", "storage-choice.6"),
    source="Amazon EBS volume types (Amazon EBS User Guide)",
)
def ssd_for_boot_and_transactions(board: Board, pieces: AnyPieceIds, places: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies on a hard disk.

    Args:
        board: the placement.
        pieces: root disks, databases and the like.
        places: the containers that stand for HDD-backed volumes.
    """
    return kept_out(
        board,
        board.named(pieces),
        places,
        lambda piece, seat: f"“{piece.name}” on an {seat.label}: hard disks serve long reads and writes in sequence.",
    )


@rule(
    "lasting-data-off-the-instance-store",
    kind=RuleClass.RISKY,
    statement="An instance store holds only what may be lost, or what other machines hold too.",
    why="Its disks belong to the host. They are wiped when the instance stops, hibernates or terminates, and gone when "
    "the host fails; no snapshot can be taken of them.",
    facts=("instance-store-ebs.2", "instance-store-ebs.3", "storage-choice.4"),
    source="Data persistence for Amazon EC2 instance store volumes (Amazon EC2 User Guide)",
)
def lasting_data_off_the_instance_store(board: Board, pieces: AnyPieceIds, places: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies on an instance store.

    Args:
        board: the placement.
        pieces: what has to outlive the instance.
        places: the containers that stand for an instance store.
    """
    return kept_out(
        board,
        board.named(pieces),
        places,
        lambda piece, seat: f"“{piece.name}” on the {seat.label} is gone with the next stop of its instance.",
    )


@rule(
    "shared-files-need-a-file-system",
    kind=RuleClass.BROKEN,
    statement="Files that many machines share and change lie in a file system of the network, such as EFS or FSx.",
    why="A volume is attached to one instance as a rule, and an ordinary file system on it is ruined if a second one "
    "writes to it. S3 by itself keeps objects under keys, without locks or changes in place; S3 Files can put a file "
    "system in front of a bucket.",
    facts=("storage-types.5", "instance-store-ebs.6", "storage-choice.15", "storage-choice.20"),
    source="When to choose Amazon EFS (Amazon EFS User Guide)",
)
def shared_files_need_a_file_system(board: Board, pieces: AnyPieceIds, places: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in storage for blocks or objects.

    Args:
        board: the placement.
        pieces: files that many machines use at once.
        places: the containers that stand for storage of blocks or objects.
    """
    return kept_out(
        board,
        board.named(pieces),
        places,
        lambda piece, seat: f"“{piece.name}” needs a file system that many machines mount; this is none: {seat.label}.",
    )


@rule(
    "file-system-speaks-the-clients-protocol",
    kind=RuleClass.RISKY,
    statement="A file system is chosen by the protocol that its clients speak, and by where they are.",
    why="EFS speaks NFS and serves Linux. FSx for Windows File Server speaks SMB, and FSx for Lustre needs the Lustre "
    "client. An S3 File Gateway speaks NFS and SMB, but is an appliance near its clients that keeps files as objects.",
    facts=("storage-choice.16", "storage-choice.17", "storage-choice.18", "w3-storage.5"),
    source="Choosing an AWS storage service (AWS decision guide)",
)
def file_system_speaks_the_clients_protocol(board: Board, pieces: AnyPieceIds, places: PlaceIds) -> Iterator[Judgement]:
    """No tile of the pieces lies in a file system for other clients.

    Args:
        board: the placement.
        pieces: files that many machines use at once.
        places: the containers that stand for file systems for other clients.
    """
    return kept_out(
        board,
        board.named(pieces),
        places,
        lambda piece, seat: f"“{piece.name}” is not what {seat.label} is for: it serves other clients.",
    )


@rule(
    "volume-in-the-zone-of-its-instance",
    kind=RuleClass.IMPOSSIBLE,
    statement="A volume is attached to an instance of its own Availability Zone.",
    why="EBS keeps a volume inside one zone, and an instance store is part of the host. Data gets to another zone as a "
    "snapshot, from which a new volume is made there.",
    facts=("instance-store-ebs.8", "instance-store-ebs.24", "instance-store-ebs.32"),
    source="Attach an Amazon EBS volume to an Amazon EC2 instance (Amazon EBS User Guide)",
    services=_VOLUMES,
)
def volume_in_the_zone_of_its_instance(board: Board, pieces: AnyPieceIds) -> Iterator[Judgement]:
    """Every volume among the pieces shares the zone of every instance among them.

    Args:
        board: the placement.
        pieces: an instance and the volumes that are attached to it.
    """
    named = board.named(pieces)
    volumes = [piece for piece in named if piece.service in _VOLUMES]
    instances = [piece for piece in named if piece.service in _INSTANCES]
    for volume, instance in product(volumes, instances):
        ours, theirs = board.zones(volume), board.zones(instance)
        if ours and theirs and ours != theirs:
            seats = tuple(seat.id for piece in (volume, instance) for seat in board.seats(piece))
            message = (
                f"The {volume.name} is in {board.label(ours[0])} and the {instance.name} in {board.label(theirs[0])}: "
                "it cannot be attached across zones."
            )
            yield Breach((volume.id, instance.id), seats, message)
        waiting = board.is_waiting(volume) or board.is_waiting(instance)
        if waiting and not (board.is_out_of_play(volume) or board.is_out_of_play(instance)):
            yield Undecided((volume.id, instance.id))


@rule(
    "one-mount-target-a-zone",
    kind=RuleClass.IMPOSSIBLE,
    statement="A file system of Amazon EFS has at most one mount target in each Availability Zone.",
    why="Every machine of a zone uses the same one, whatever its subnet. A second one in the zone is refused; a zone "
    "without one reaches the files over another zone, and loses them with that zone.",
    facts=("w3-storage.21", "w3-storage.22", "storage-choice.16"),
    source="Managing mount targets (Amazon EFS User Guide)",
    services=("mount-target",),
)
def one_mount_target_a_zone(board: Board) -> Iterator[Judgement]:
    """No two tiles of mount targets lie in one zone."""
    targets = board.pieces("mount-target")
    by_zone: dict[str, list[str]] = {}
    for piece in targets:
        for zone in board.zones(piece):
            by_zone.setdefault(zone, []).append(piece.id)
    for zone, sharing in by_zone.items():
        if len(sharing) > 1:
            seats = [seat.id for piece in targets for seat in board.seats(piece)]
            there = tuple(seat for seat in seats if board.drill.topology.zone_of(seat) == zone)
            message = f"{board.label(zone)} has {len(sharing)} mount targets of one file system; AWS allows one."
            yield Breach(tuple(dict.fromkeys(sharing)), there, message)
    in_play = tuple(piece for piece in targets if not board.is_out_of_play(piece))
    if sum(piece.spans for piece in in_play) > 1 and any(board.is_waiting(piece) for piece in in_play):
        yield Undecided(tuple(piece.id for piece in in_play))


RULES = (
    block_device_needed,
    ssd_for_boot_and_transactions,
    lasting_data_off_the_instance_store,
    shared_files_need_a_file_system,
    file_system_speaks_the_clients_protocol,
    volume_in_the_zone_of_its_instance,
    one_mount_target_a_zone,
)
