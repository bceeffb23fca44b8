"""What is remembered of one item, as FSRS models it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MemoryState:
    """The memory of an item after its latest review.

    Attributes:
        stability: days after which recall has fallen to 90%.
        difficulty: 1 (easy) to 10.
        last_day: study day of the latest review.
    """

    stability: float
    difficulty: float
    last_day: date


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one grade would lead to.

    Attributes:
        memory: the state after it.
        interval: days until the item comes back, at least 1.
        due: the study day on which it comes back.
    """

    memory: MemoryState
    interval: int
    due: date
