"""Items, which are practised, and how the learner did at each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from trainer.store.cache import Cache
from trainer.store.events import Event
from trainer.store.tables import item, item_state

GOOD, HARD, AGAIN = "good", "hard", "again"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is practised; its `kind` is `skill` or `drill`."""

    uid: str
    kind: str


@dataclass(frozen=True, slots=True)
class ItemState:
    """A learner's record at an item.

    Attributes:
        seen: how many attempts gave a grade for it.
        right: graded `good`; `hard` and `wrong` (graded `again`) likewise.
        last_day: study day of the last grade.
    """

    uid: str
    seen: int
    right: int
    hard: int
    wrong: int
    last_grade: str
    last_day: date


def grades_of(event: Event) -> Mapping[str, str]:
    """The grade of every item in a finished attempt, by uid: its skills', and that of the whole drill."""
    grades = dict(event.payload["skills"])
    if event.item is not None:
        solved = GOOD if event.payload["unaided"] else HARD
        grades[event.item] = solved if event.payload["correct"] else AGAIN
    return grades


def item_of(uid: str) -> Item:
    """The item with a uid, which begins with its kind."""
    return Item(uid, uid.partition(":")[0])


def next_item_state(uid: str, before: ItemState | None, grade: str, day: date) -> ItemState:
    """The record after one more grade.

    Raises:
        ValueError: when the grade is none of `good`, `hard` and `again`.
    """
    if grade not in (GOOD, HARD, AGAIN):
        raise ValueError(f"{grade!r} is no grade for {uid}")
    state = before or ItemState(uid, 0, 0, 0, 0, grade, day)
    return replace(
        state,
        seen=state.seen + 1,
        right=state.right + (grade == GOOD),
        hard=state.hard + (grade == HARD),
        wrong=state.wrong + (grade == AGAIN),
        last_grade=grade,
        last_day=day,
    )


def _read_state(row: RowMapping) -> ItemState:
    return ItemState(
        uid=row["uid"],
        seen=row["seen"],
        right=row["right_count"],
        hard=row["hard_count"],
        wrong=row["wrong_count"],
        last_grade=row["last_grade"],
        last_day=date.fromisoformat(row["last_day"]),
    )


def _write_state(state: ItemState) -> dict[str, Any]:
    return {
        "uid": state.uid,
        "seen": state.seen,
        "right_count": state.right,
        "hard_count": state.hard,
        "wrong_count": state.wrong,
        "last_grade": state.last_grade,
        "last_day": state.last_day.isoformat(),
    }


ITEMS = Cache(
    item, "uid", lambda row: Item(row["uid"], row["kind"]), lambda value: {"uid": value.uid, "kind": value.kind}
)
ITEM_STATES = Cache(item_state, "uid", _read_state, _write_state)
