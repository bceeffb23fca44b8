"""Events: the entries of the log, and how they are written down."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from trainer.store.errors import UnreadableRow

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False)


class EventKind(StrEnum):
    """What can happen, as far as this version knows; others are kept and passed over."""

    ATTEMPT_STARTED = "attempt-started"
    DRILL_MOVE = "drill-move"
    HINT = "hint"
    CHECK = "check"
    ATTEMPT_FINISHED = "attempt-finished"
    QUESTION_ANSWERED = "question-answered"
    SLIP = "slip"
    REVIEW = "review"
    RESET = "reset"
    RESCHEDULED = "rescheduled"
    SUSPENDED = "suspended"
    BURIED = "buried"
    FLAGGED = "flagged"
    NOTE_ADDED = "note-added"
    NOTE_EDITED = "note-edited"
    NOTE_DELETED = "note-deleted"
    FAULT_REPORTED = "fault-reported"
    PARAMETERS_CHOSEN = "parameters-chosen"
    EXAM_STARTED = "exam-started"
    EXAM_ANSWERED = "exam-answered"
    EXAM_LEFT = "exam-left"
    EXAM_FINISHED = "exam-finished"
    PRIMER_PASSED = "primer-passed"
    UNDO = "undo"


class Origin(StrEnum):
    """Where an event comes from."""

    LIVED = "lived"
    SIMULATED = "simulated"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Something that just happened, not yet in the log.

    Attributes:
        kind: usually an `EventKind`.
        item: uid of what it is about, such as `drill:first-vpc`.
        payload: JSON values, with the version of their form under `v`.

    Raises:
        ValueError: when the payload names no version.
    """

    kind: str
    item: str | None
    payload: Mapping[str, Any] = field(hash=False)
    origin: Origin = Origin.LIVED

    def __post_init__(self) -> None:
        if "v" not in self.payload:
            raise ValueError(f"the payload of a {self.kind} has no version `v`")


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the log.

    Attributes:
        uid: `<device>-<seq>`, never reused.
        seq: counts the learner's events on the device from 1.
        prev_hash: the `hash` of the one before, of the same learner and device.
        hash: SHA-256 over all other fields.
        at: when, in UTC.
        utc_offset_min: minutes by which local time was ahead of UTC.
        study_day: the learner's day, fixed when it was written.
        item: uid of what it is about.
    """

    uid: str
    learner: str
    device: str
    seq: int
    prev_hash: str
    hash: str
    at: datetime
    utc_offset_min: int
    study_day: date
    kind: str
    item: str | None
    origin: Origin
    payload: Mapping[str, Any] = field(hash=False)


def canonical_json(value: Any) -> str:
    """The one way to write a value as JSON: sorted keys, no spaces, ASCII, no NaN.

    Raises:
        ValueError, TypeError: when the value cannot be written as JSON.
    """
    return _ENCODER.encode(value)


def time_text(at: datetime) -> str:
    """A time in UTC as it is stored: always 32 characters."""
    return at.isoformat(timespec="microseconds")


def read_event(row: Mapping[Any, Any]) -> Event:
    """The event that a row of the log stands for.

    Raises:
        UnreadableRow: when the row was tampered with so that it cannot be read.
    """
    try:
        return Event(
            uid=row["uid"],
            learner=row["learner"],
            device=row["device"],
            seq=row["seq"],
            prev_hash=row["prev_hash"],
            hash=row["hash"],
            at=datetime.fromisoformat(row["at"]),
            utc_offset_min=row["utc_offset_min"],
            study_day=date.fromisoformat(row["study_day"]),
            kind=row["kind"],
            item=row["item"],
            origin=Origin(row["origin"]),
            payload=_read_payload(row["payload"]),
        )
    except (ValueError, TypeError) as error:
        raise UnreadableRow(f"event {row['uid']}") from error


def _read_payload(text: str) -> dict[str, Any]:
    payload = json.loads(text)
    if not isinstance(payload, dict):
        raise TypeError(text)
    return payload
