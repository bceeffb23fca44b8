"""What the learner decided about single cards: left out for good or for a day, or flagged."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trainer.store.cache import Cache, Row
from trainer.store.events import Event, EventKind
from trainer.store.tables import item_mark

FLAGS = 4
"""Flags are numbered from 1 to this; 0 is none."""

MARKING = frozenset({EventKind.SUSPENDED, EventKind.BURIED, EventKind.FLAGGED})
"""The events that change a mark."""


@dataclass(frozen=True, slots=True)
class ItemMark:
    """A learner's decisions about a card.

    Attributes:
        suspended: it is not asked until this is taken back.
        buried_on: the study day on which it is not asked.
        flag: 1 to 4; 0 for none.
    """

    uid: str
    suspended: bool = False
    buried_on: date | None = None
    flag: int = 0

    def is_buried(self, day: date) -> bool:
        """Whether it is not asked on a day, though it may be on the next."""
        return self.buried_on == day


def next_item_mark(uid: str, before: ItemMark | None, event: Event) -> ItemMark | None:
    """The mark after a decision; None when nothing is left of it.

    Raises:
        KeyError, TypeError, ValueError: when the event lacks what it must carry.
    """
    mark, value = before or ItemMark(uid), event.payload["value"]
    match event.kind:
        case EventKind.SUSPENDED:
            mark = replace(mark, suspended=bool(value))
        case EventKind.BURIED:
            mark = replace(mark, buried_on=event.study_day if value else None)
        case EventKind.FLAGGED:
            mark = replace(mark, flag=_flag(value))
        case _:
            raise ValueError(f"{event.uid} marks no card")
    return None if mark == ItemMark(uid) else mark


def fold_mark(uid: str, events: Iterable[Event]) -> ItemMark | None:
    """The mark after all decisions among a card's events."""
    mark: ItemMark | None = None
    for event in events:
        if event.kind in MARKING:
            mark = next_item_mark(uid, mark, event)
    return mark


def _flag(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= FLAGS:
        raise ValueError(f"{value} is no flag")
    return value


def _read(row: Row) -> ItemMark:
    buried = row["buried_on"]
    return ItemMark(row["uid"], bool(row["suspended"]), date.fromisoformat(buried) if buried else None, row["flag"])


def _write(mark: ItemMark) -> dict[str, Any]:
    return {
        "uid": mark.uid,
        "suspended": mark.suspended,
        "buried_on": mark.buried_on.isoformat() if mark.buried_on else None,
        "flag": mark.flag,
    }


ITEM_MARKS = Cache(item_mark, "uid", _read, _write)
