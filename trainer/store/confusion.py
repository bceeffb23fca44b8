"""What was taken for what: wrong options, wrong typed answers and wrong drops, one record for each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select

from trainer.store.cache import Cache, Row
from trainer.store.errors import UnreadableRow
from trainer.store.events import Event
from trainer.store.renames import Renames, current_uid
from trainer.store.tables import confusion, item_state


@dataclass(frozen=True, slots=True)
class Confusion:
    """One thing taken for another, once.

    The ends are as they were told when it happened, since options and drills may change later.

    Attributes:
        mark: uid of the event, and the number of the confusion in it.
        item: uid of the card or drill.
        asked: what was asked for: id of a term, or a text (see `trainer.store.confusion_ends`).
        took: what was taken instead, likewise.
        sure: whether the learner was sure; None where nobody said.
    """

    mark: str
    day: date
    item: str
    asked: str
    took: str
    sure: bool | None = None


def confusions_of(event: Event, renames: Renames) -> Iterator[Confusion]:
    """What an event says was confused: pairs under `confused`, which events before it was noted do not have.

    Raises:
        KeyError, TypeError, ValueError: when these are no pairs.
    """
    sure = event.payload.get("sure")
    for number, (asked, took) in enumerate(event.payload.get("confused", ())):
        if event.item is None:
            raise ValueError(f"the event {event.uid} confuses something about nothing")
        item = current_uid(event.item, renames)
        yield Confusion(f"{event.uid}/{number}", event.study_day, item, asked, took, sure)


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnreadableRow(f"confusion of the day {text}") from error


def _read(row: Row) -> Confusion:
    return Confusion(
        row["mark"], date.fromisoformat(row["study_day"]), row["item"], row["asked"], row["took"], row["sure"]
    )


def _write(record: Confusion) -> dict[str, Any]:
    return {
        "mark": record.mark,
        "study_day": record.day.isoformat(),
        "item": record.item,
        "asked": record.asked,
        "took": record.took,
        "sure": record.sure,
    }


CONFUSIONS = Cache(confusion, "mark", _read, _write)

_RECENT = (
    select(
        confusion.c.mark,
        confusion.c.study_day,
        confusion.c.item,
        confusion.c.asked,
        confusion.c.took,
        confusion.c.sure,
    )
    .where(
        confusion.c.learner == bindparam("of_learner"),
        confusion.c.study_day >= bindparam("first"),
        confusion.c.study_day <= bindparam("last"),
    )
    .order_by(confusion.c.study_day, confusion.c.mark)
)
_SURE_AND_DUE = (
    select(confusion.c.item)
    .distinct()
    .join(
        item_state,
        (item_state.c.learner == confusion.c.learner)
        & (item_state.c.uid == confusion.c.item)
        & (item_state.c.last_day == confusion.c.study_day),
    )
    .where(
        confusion.c.learner == bindparam("of_learner"),
        confusion.c.study_day >= bindparam("first"),
        confusion.c.study_day <= bindparam("last"),
        confusion.c.sure.is_(True),
        item_state.c.due <= bindparam("last"),
    )
)


def read_confusions(connection: Connection, learner: str, first: date, last: date) -> tuple[Confusion, ...]:
    """What was confused from one study day to another, by day.

    Raises:
        UnreadableRow: when a row holds what was never written.
    """
    values = {"of_learner": learner, "first": first.isoformat(), "last": last.isoformat()}
    days: dict[str, date] = {}
    found: list[Confusion] = []
    for mark, day, *rest in connection.execute(_RECENT, values):
        if day not in days:
            days[day] = _read_day(day)
        found.append(Confusion(mark, days[day], *rest))
    return tuple(found)


def read_sure_and_due(connection: Connection, learner: str, first: date, last: date) -> frozenset[str]:
    """Uids of what is due on the last day, and was sure but wrong on the day on which it was answered last."""
    values = {"of_learner": learner, "first": first.isoformat(), "last": last.isoformat()}
    return frozenset(connection.execute(_SURE_AND_DUE, values).scalars())
