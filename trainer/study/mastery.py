"""Mastery by its one definition, for skills and for drills."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from trainer.learning.memory import MemoryState
from trainer.learning.parameters import DEFAULT
from trainer.store.drill_state import DrillState
from trainer.store.evidence import Evidence
from trainer.store.item_state import ItemState
from trainer.store.opening import Store
from trainer.store.parameter_sets import ParameterSets

LASTING_DAYS: Final = 21
"""The stability of a skill that is mastered, at least."""

BOARDS: Final = 2
"""Drills or variants in which a skill was right."""

RIGHT_DAYS: Final = 3
"""Days on which a skill was right."""

APART_DAYS: Final = 7
"""Between two of the days on which a drill was solved."""

SKILL_DEFINITION: Final = (
    f"A skill is mastered when it would be recalled today as surely as you want it, lasts at least {LASTING_DAYS} "
    f"days, and was right at first and unaided in at least {BOARDS} drills or variants, on {RIGHT_DAYS} days, and once "
    "on Check. It fades when recall falls below that."
)
DRILL_DEFINITION: Final = (
    "A drill is mastered when it was solved whole, unaided and on Check, each time in a variant that was new, on two "
    f"days at least {APART_DAYS} days apart. It fades when recall falls below what you want, or it goes wrong again."
)

Recall = Callable[[MemoryState, date], float]
"""The probability that something is remembered on a day: `Scheduler.recall`."""


class Standing(StrEnum):
    """How far a skill or a drill is."""

    NEW = "new"
    """Never begun."""
    LEARNING = "learning"
    """Begun, and not due."""
    DUE = "due"
    """To come back today."""
    MASTERED = "mastered"
    FADING = "fading"
    """Mastered, and recall has fallen below the target."""


def skill_standing(
    state: ItemState | None, evidence: Evidence | None, day: date, recall: Recall, target: float
) -> Standing:
    """How far a skill or chip is.

    Args:
        state: its record; None when it was never graded.
        evidence: what speaks for its mastery.
        day: the study day of now.
        recall: asks the scheduler.
        target: the wanted recall, 0 to 1.
    """
    if state is None:
        return Standing.NEW
    lasts = state.memory.stability >= LASTING_DAYS
    if evidence is not None and lasts and _is_proved(evidence):
        return Standing.MASTERED if recall(state.memory, day) >= target else Standing.FADING
    return Standing.DUE if state.due <= day else Standing.LEARNING


def drill_standing(
    record: DrillState | None, whole: ItemState | None, day: date, recall: Recall, target: float
) -> Standing:
    """How far a drill is.

    Args:
        record: what became of it; None when it was never begun.
        whole: what is remembered of putting it together; None when it never was.
        day: the study day of now.
        recall: asks the scheduler.
        target: the wanted recall, 0 to 1.
    """
    if record is None:
        return Standing.NEW
    if whole is not None and _is_solved_twice(record):
        fresh = whole.last_grade.passed and recall(whole.memory, day) >= target
        return Standing.MASTERED if fresh else Standing.FADING
    return Standing.DUE if whole is not None and whole.due <= day else Standing.LEARNING


def drill_standings(store: Store, drills: Iterable[str], day: date) -> Mapping[str, Standing]:
    """How far each of the drills is, by id."""
    from trainer.learning.scheduler import RETENTION  # noqa: PLC0415  # a start needs no FSRS

    records, states, sets = store.drill_states(), store.item_states(), store.parameter_sets()
    return {
        drill: drill_standing(records.get(drill), whole, day, _recall_of(whole, sets), RETENTION)
        for drill, whole in ((drill, states.get(f"drill:{drill}")) for drill in drills)
    }


def skill_standings(store: Store, day: date) -> Mapping[str, Standing]:
    """How far every skill and chip is that was ever met, by uid."""
    from trainer.learning.scheduler import RETENTION  # noqa: PLC0415  # a start needs no FSRS

    states, sets = store.item_states(), store.parameter_sets()
    return {
        uid: skill_standing(state, evidence, day, _recall_of(state, sets), RETENTION)
        for uid, evidence, state in ((uid, evidence, states.get(uid)) for uid, evidence in store.evidence().items())
    }


def _recall_of(state: ItemState | None, sets: ParameterSets) -> Recall:
    """What asks FSRS under the parameters that a memory was computed under."""
    return sets.scheduler(state.parameters if state else DEFAULT).recall


def _is_proved(evidence: Evidence) -> bool:
    return len(evidence.boards) >= BOARDS and evidence.right_days >= RIGHT_DAYS and evidence.checked


def _is_solved_twice(record: DrillState) -> bool:
    first, last = record.proved_first, record.proved_last
    return first is not None and last is not None and (last - first).days >= APART_DAYS
