"""Why an item comes back on its day: the parts of one sentence."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from trainer.learning.balancing import USUAL_WEEK, Ease, is_off
from trainer.learning.memory import MemoryState

if TYPE_CHECKING:
    from trainer.learning.scheduler import Scheduler


class Moved(StrEnum):
    """Why an item comes back on another day than FSRS would say."""

    NOT = "not"
    LIGHTER = "lighter"
    EASY_DAY = "easy-day"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item comes back on its day.

    Attributes:
        recall: the probability, 0 to 1, that it is known today.
        due: the day on which it comes back.
        recall_then: the probability that it is known then.
        target: the wanted recall.
        days: after which recall has fallen from 1 to the target.
        moved: why it does not come back then; `by` so many days later, sooner below 0.
    """

    recall: float
    due: date
    recall_then: float
    target: float
    days: int
    moved: Moved
    by: int


def explain(
    memory: MemoryState, due: date, today: date, scheduler: "Scheduler", week: tuple[Ease, ...] = USUAL_WEEK
) -> Reason:
    """Says why an item comes back on its day.

    Args:
        memory: of the item.
        due: the day on which it comes back, as it was decided.
        today: the study day of now.
        scheduler: FSRS under the parameters of the memory, with the retention that is wanted.
        week: what is wanted on each weekday.
    """
    from trainer.learning.scheduler import spread  # noqa: PLC0415  # a start needs no FSRS

    days = scheduler.interval(memory)
    by = (due - memory.last_day).days - days
    shortest, longest = spread(days)
    meant = date.fromordinal(due.toordinal() - by)
    if by == 0:
        moved = Moved.NOT
    elif not shortest <= days + by <= longest:
        moved = Moved.OTHERWISE
    else:
        moved = Moved.EASY_DAY if is_off(week, meant) else Moved.LIGHTER
    return Reason(
        recall=scheduler.recall(memory, today),
        due=due,
        recall_then=scheduler.recall(memory, max(due, today)),
        target=scheduler.retention,
        days=days,
        moved=moved,
        by=by,
    )
