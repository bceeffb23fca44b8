"""Items, which are practised, and what the learner remembers of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from trainer.learning.grade import Grade, read_grade
from trainer.learning.memory import MemoryState
from trainer.learning.parameters import DEFAULT
from trainer.store.cache import Cache, Row
from trainer.store.events import Event, EventKind
from trainer.store.parameter_sets import ParameterSets
from trainer.store.review import Review
from trainer.store.tables import item_state

if TYPE_CHECKING:
    from trainer.learning.scheduler import Scheduler

_NEVER: tuple[date | None, ...] = (None,) * len(Grade)
_DAYS = tuple(f"{grade.word}_day" for grade in Grade)

Rated = tuple[Grade, date]
"""A grade that changed a memory, and its study day."""


MOVING = frozenset({EventKind.RESET, EventKind.RESCHEDULED})
"""The events by which a learner moves a card in time."""


@dataclass(frozen=True, slots=True)
class ItemState:
    """A learner's record at an item.

    Attributes:
        seen: how often it was graded; `right` as good, `hard`, `easy` and `wrong` (again) likewise.
        last_day: study day of the last grade.
        memory: what FSRS makes of the grades.
        due: the study day on which it is to come back.
        graded: the last study day of each grade, from Forgot to Easy; None for never.
        parameters: id of the set of parameters that the memory was computed under: that of the latest review.
    """

    uid: str
    seen: int
    right: int
    hard: int
    easy: int
    wrong: int
    last_grade: Grade
    last_day: date
    memory: MemoryState
    due: date
    parameters: str = DEFAULT
    graded: tuple[date | None, ...] = _NEVER

    def is_open(self, day: date) -> bool:
        """Whether it failed on that day and was not known since: a session asks it again."""
        return self.last_day == day and not self.last_grade.passed


def next_item_state(before: ItemState | None, review: Review, sets: ParameterSets) -> ItemState:
    """The record after one more review, the memory computed by one step from the one before.

    The due day is the one that the review carries, since chance and load decided it. An attempt logged before skills
    were scheduled rates a skill once a day, without chance.

    Args:
        before: computed under the review's set of parameters (`follows` tells); None when it was never graded.
        review: the one to add.
        sets: knows the parameters.

    Raises:
        ValueError: when the review names a set that was never chosen.
    """
    grade, day = review.grade, review.day
    if before is not None and _is_practice(before.last_day, review):
        memory, due, parameters = before.memory, before.due, before.parameters
    else:
        scheduler = sets.scheduler(review.parameters)
        memory = scheduler.review(before.memory if before else None, grade, day)
        due, parameters = review.due or day + timedelta(days=scheduler.interval(memory)), review.parameters
    return ItemState(
        uid=review.item,
        seen=(before.seen if before else 0) + 1,
        right=(before.right if before else 0) + (grade is Grade.GOOD),
        hard=(before.hard if before else 0) + (grade is Grade.HARD),
        easy=(before.easy if before else 0) + (grade is Grade.EASY),
        wrong=(before.wrong if before else 0) + (grade is Grade.AGAIN),
        last_grade=grade,
        last_day=day,
        memory=memory,
        due=due,
        parameters=parameters,
        graded=_graded(before.graded if before else _NEVER, grade, day),
    )


def _graded(before: tuple[date | None, ...], grade: Grade, day: date) -> tuple[date | None, ...]:
    at = grade - Grade.AGAIN
    return (*before[:at], day, *before[at + 1 :])


def follows(before: ItemState | None, review: Review) -> bool:
    """Whether one step from a record gives the next; else the whole history has to be folded under another set."""
    return before is None or before.parameters == review.parameters or _is_practice(before.last_day, review)


def moved_state(before: ItemState | None, event: Event) -> ItemState | None:
    """The record after the learner put a card back to new (None then), or chose the day on which it comes back.

    Raises:
        KeyError, TypeError, ValueError: when the event lacks what it must carry.
    """
    if event.kind == EventKind.RESET or before is None:
        return None
    return replace(before, due=date.fromisoformat(event.payload["due"]))


def fold_memory(history: Iterable[Rated], scheduler: "Scheduler") -> MemoryState | None:
    """What is remembered after what was rated, all of it under one set of parameters; None after nothing."""
    memory: MemoryState | None = None
    for grade, day in history:
        memory = scheduler.review(memory, grade, day)
    return memory


def rated(reviews: Iterable[Review]) -> list[Rated]:
    """The grades and days of those of an item's reviews that change its memory."""
    return [(review.grade, review.day) for review in _rated(reviews)]


def _is_practice(last_day: date, review: Review) -> bool:
    """Whether a review of an item that was graded before, last on a day, leaves its memory as it is."""
    return review.is_practice or (review.due is None and last_day == review.day)


def _rated(reviews: Iterable[Review]) -> Iterator[Review]:
    last_day: date | None = None
    for review in (one for one in reviews if not one.is_off_schedule):
        if last_day is None or not _is_practice(last_day, review):
            yield review
        last_day = review.day


def latest_set(reviews: Sequence[Review]) -> str:
    """The id of the set of parameters under which an item's memory is computed: that of its latest rated review."""
    sets = [review.parameters for review in _rated(reviews)]
    return sets[-1] if sets else DEFAULT


def read_item_state(row: Row) -> ItemState:
    """The record in a row of `item_state`."""
    last_day = date.fromisoformat(row["last_day"])
    return ItemState(
        uid=row["uid"],
        seen=row["seen"],
        right=row["right_count"],
        hard=row["hard_count"],
        easy=row["easy_count"],
        wrong=row["wrong_count"],
        last_grade=read_grade(row["last_grade"]),
        last_day=last_day,
        memory=MemoryState(row["stability"], row["difficulty"], last_day),
        due=date.fromisoformat(row["due"]),
        graded=tuple(date.fromisoformat(row[name]) if row[name] else None for name in _DAYS),
        parameters=row["parameters"],
    )


def _write_state(state: ItemState) -> dict[str, Any]:
    return {
        "uid": state.uid,
        "seen": state.seen,
        "right_count": state.right,
        "hard_count": state.hard,
        "easy_count": state.easy,
        "wrong_count": state.wrong,
        "last_grade": state.last_grade.word,
        "last_day": state.last_day.isoformat(),
        "stability": state.memory.stability,
        "difficulty": state.memory.difficulty,
        "due": state.due.isoformat(),
        **{name: at.isoformat() if at else None for name, at in zip(_DAYS, state.graded, strict=True)},
        "parameters": state.parameters,
    }


ITEM_STATES = Cache(item_state, "uid", read_item_state, _write_state)
