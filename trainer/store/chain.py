"""The hash chain: each event's hash covers its fields and the hash before it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter
from typing import Any

from trainer.store.events import canonical_json

GENESIS = "0" * 64
"""What stands before the first event of a chain."""

_COVERED = (
    "uid",
    "learner",
    "device",
    "seq",
    "prev_hash",
    "at",
    "utc_offset_min",
    "study_day",
    "kind",
    "item",
    "origin",
    "payload",
)
_covered_of = itemgetter(*_COVERED)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a learner's chain on a device."""

    seq: int = 0
    hash: str = GENESIS


def hash_row(row: Mapping[str, Any]) -> str:
    """The hash of an event, from its fields as they are stored (times and payload as text)."""
    return sha256(canonical_json(_covered_of(row)).encode()).hexdigest()


def find_break(rows: Iterable[Mapping[Any, Any]]) -> str | None:
    """The uid of the first event that does not fit its chain; None when all do.

    An event fits when its hash is right, it follows the one before without a gap, and its uid is made of
    its device and number. A chain whose end was cut off cannot be told from a shorter one.

    Args:
        rows: events as stored, each learner's and device's in order of `seq`.
    """
    heads: dict[tuple[str, str], Head] = {}
    for row in rows:
        chain = (row["learner"], row["device"])
        head = heads.get(chain, Head())
        follows = row["seq"] == head.seq + 1 and row["prev_hash"] == head.hash
        if not follows or row["uid"] != f"{row['device']}-{row['seq']}" or row["hash"] != hash_row(row):
            return row["uid"]
        heads[chain] = Head(row["seq"], row["hash"])
    return None
