"""Reading the log and adding to it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, literal_column, select

from trainer.learning.study_day import Moment
from trainer.store.chain import GENESIS, Head, hash_row
from trainer.store.events import Event, EventKind, NewEvent, canonical_json, read_event, time_text
from trainer.store.history import DESK_KINDS
from trainer.store.owner import Owner
from trainer.store.prepared import Prepared
from trainer.store.tables import event

_MINE = event.c.learner == bindparam("of_learner")
_INSERT = Prepared(
    insert(event).values({column.name: bindparam(column.name) for column in event.c if column.name != "id"})
)
_BY_UID = select(event).where(_MINE, event.c.device == bindparam("of_device"), event.c.seq == bindparam("of_seq"))
_HEAD = (
    select(event.c.seq, event.c.hash)
    .where(_MINE, event.c.device == bindparam("of_device"))
    .order_by(event.c.seq.desc())
    .limit(1)
)
_LATEST_START = (
    select(func.max(event.c.id))
    .where(_MINE, event.c.item == bindparam("of_item"), event.c.kind == str(EventKind.ATTEMPT_STARTED))
    .scalar_subquery()
)
_ATTEMPT = (
    select(event).where(_MINE, event.c.item == bindparam("of_item"), event.c.id >= _LATEST_START).order_by(event.c.id)
)
_ITEM = select(event).where(_MINE, event.c.item.in_(bindparam("of_items", expanding=True))).order_by(event.c.id)
_REVIEWS = (
    select(event)
    .where(
        _MINE,
        event.c.study_day == bindparam("of_day"),
        event.c.kind.in_([str(EventKind.REVIEW), str(EventKind.UNDO)]),
    )
    .order_by(event.c.id)
)
_EXAM = "exam:"
_EXAMS = select(event).where(_MINE, event.c.item >= _EXAM, event.c.item < "exam;").order_by(event.c.id)
_FAULTS = select(event).where(_MINE, event.c.item >= "fault:", event.c.item < "fault;").order_by(event.c.id)
# From the end backwards, by the order of arrival: with the `+`, SQLite does not gather the learner's whole log first.
_DESK = (
    select(event)
    .where(
        literal_column("+event.learner") == bindparam("of_learner"),
        event.c.kind.in_([str(kind) for kind in (*DESK_KINDS, EventKind.UNDO)]),
        event.c.item.is_not(None),
        ~event.c.item.startswith("drill:"),
    )
    .order_by(event.c.id.desc())
    .limit(bindparam("at_most"))
)
_SLICE = select(event).where(_MINE, event.c.id > bindparam("after_id")).order_by(event.c.id).limit(bindparam("at_most"))
_ITEM_SLICE = _SLICE.where(event.c.item == bindparam("of_item"))
_CHAINS = select(event.c.learner, event.c.device).distinct().order_by(event.c.learner, event.c.device)
_CHAIN = select(event).where(_MINE, event.c.device == bindparam("of_device")).order_by(event.c.seq)
_UNDOS = select(event).where(event.c.kind == str(EventKind.UNDO)).order_by(event.c.device, event.c.seq)
_COUNT = select(func.count()).select_from(event)
_AT_ONCE = 1000


def make_event(
    new: NewEvent, item: str | None, owner: Owner, head: Head, moment: Moment, day: date, *, is_plain: bool = False
) -> tuple[Event, dict[str, Any]]:
    """The event that follows the head of its chain, and its row.

    Args:
        new: what happened.
        item: what it is about.
        owner: whose chain it is.
        head: the end of the chain.
        moment: when.
        day: its study day.
        is_plain: the payload holds nothing but what JSON gives back as it is, so that it need not be read again.
    """
    seq = head.seq + 1
    row: dict[str, Any] = {
        "uid": f"{owner.device}-{seq}",
        "learner": owner.learner,
        "device": owner.device,
        "seq": seq,
        "prev_hash": head.hash,
        "at": time_text(moment.at),
        "utc_offset_min": moment.utc_offset_min,
        "study_day": day.isoformat(),
        "kind": str(new.kind),
        "item": item,
        "origin": str(new.origin),
        "payload": canonical_json(new.payload),
    }
    row["hash"] = hash_row(row)
    event = Event(
        uid=row["uid"],
        learner=owner.learner,
        device=owner.device,
        seq=seq,
        prev_hash=head.hash,
        hash=row["hash"],
        at=moment.at,
        utc_offset_min=moment.utc_offset_min,
        study_day=day,
        kind=row["kind"],
        item=item,
        origin=new.origin,
        payload=new.payload if is_plain else json.loads(row["payload"]),  # as it will be read, whatever it was made of
    )
    return event, row


def insert_row(connection: Connection, row: dict[str, Any]) -> None:
    """Adds an event to the log."""
    _INSERT.run(connection, row)


def insert_rows(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    """Adds many events to the log, in their order."""
    _INSERT.run_all(connection, rows)


def read_head(connection: Connection, owner: Owner) -> Head:
    """The end of the chain that this database writes."""
    found = connection.execute(_HEAD, {"of_learner": owner.learner, "of_device": owner.device}).first()
    return Head(found.seq, found.hash) if found else Head(0, GENESIS)


def find_event(connection: Connection, learner: str, uid: str) -> Event | None:
    """The event with a uid, if there is one."""
    device, _, seq = uid.rpartition("-")
    if not seq.isdecimal():
        return None
    values = {"of_learner": learner, "of_device": device, "of_seq": int(seq)}
    row = connection.execute(_BY_UID, values).mappings().first()
    return read_event(row) if row else None


def read_attempt(connection: Connection, learner: str, item: str) -> tuple[Event, ...]:
    """The events of a drill's item from its latest start on, in order."""
    rows = connection.execute(_ATTEMPT, {"of_learner": learner, "of_item": item}).mappings()
    return tuple(read_event(row) for row in rows)


def read_item(connection: Connection, learner: str, items: Sequence[str]) -> tuple[Event, ...]:
    """The events of an item under all its names, in order."""
    rows = connection.execute(_ITEM, {"of_learner": learner, "of_items": list(items)}).mappings()
    return tuple(read_event(row) for row in rows)


def read_reviews(connection: Connection, learner: str, day: date) -> tuple[Event, ...]:
    """The reviews and undos of a study day, in order; undos of moves in drills are among them."""
    rows = connection.execute(_REVIEWS, {"of_learner": learner, "of_day": day.isoformat()}).mappings()
    return tuple(read_event(row) for row in rows)


def exam_item(exam: str) -> str:
    """The item's uid of a mock exam."""
    return _EXAM + exam


def read_exams(connection: Connection, learner: str) -> tuple[Event, ...]:
    """What happened in mock exams, in order."""
    return tuple(read_event(row) for row in connection.execute(_EXAMS, {"of_learner": learner}).mappings())


def read_desk(connection: Connection, learner: str, at_most: int) -> tuple[Event, ...]:
    """The last of what was done with cards, and undone of it, in order."""
    rows = connection.execute(_DESK, {"of_learner": learner, "at_most": at_most}).mappings().all()
    return tuple(read_event(row) for row in reversed(rows))


def read_faults(connection: Connection, learner: str) -> tuple[Event, ...]:
    """The reports of faults and what undid them, in order."""
    return tuple(read_event(row) for row in connection.execute(_FAULTS, {"of_learner": learner}).mappings())


def read_slice(
    connection: Connection, learner: str, item: str | None, after_id: int, at_most: int
) -> tuple[list[Event], int]:
    """Some of the log in its order of arrival.

    Args:
        connection: within a transaction.
        learner: whose.
        item: only events about this item, unless None.
        after_id: the row id to go on behind; 0 at first.
        at_most: how many.

    Returns:
        The events, and the row id to go on behind.
    """
    values = {"of_learner": learner, "after_id": after_id, "at_most": at_most, "of_item": item}
    if item is None:
        del values["of_item"]
    rows = connection.execute(_SLICE if item is None else _ITEM_SLICE, values).mappings().all()
    return [read_event(row) for row in rows], rows[-1]["id"] if rows else after_id


def count_events(connection: Connection) -> int:
    """How many events the log holds."""
    return connection.execute(_COUNT).scalar_one()


def read_undos(connection: Connection) -> list[Event]:
    """All undo events, each chain's in its order."""
    return [read_event(row) for row in connection.execute(_UNDOS).mappings()]


def read_chains(connection: Connection) -> list[Iterator[Mapping[Any, Any]]]:
    """The rows of all events, an iterator for each chain, in order; read as they are consumed."""
    return [_read_chain(connection, found.learner, found.device) for found in connection.execute(_CHAINS).all()]


def _read_chain(connection: Connection, learner: str, device: str) -> Iterator[Mapping[Any, Any]]:
    streaming = connection.execution_options(yield_per=_AT_ONCE)
    yield from streaming.execute(_CHAIN, {"of_learner": learner, "of_device": device}).mappings()
