"""Which new drill to propose: one a day, and only after the cards of its sections were begun."""

from collections.abc import Mapping, Sequence
from datetime import date

from trainer.library.shelf import Library, Summary
from trainer.store.drill_state import DrillState
from trainer.store.opening import Store
from trainer.study.sections import is_begun


def next_drill(
    library: Library, store: Store, fresh: Sequence[Summary], states: Mapping[str, DrillState], day: date
) -> Summary | None:
    """The new drill of a day; None where one was begun on it, or where none has had its cards.

    Nothing is locked by it: the gallery opens every drill at any time.

    Args:
        library: knows the cards of each section.
        store: knows which of them were answered.
        fresh: drills that were never solved, in the order in which they come.
        states: the record at every drill that was begun.
        day: the study day.
    """
    if any(state.attempts == 1 and state.last_day == day for state in states.values()):
        return None
    begun: dict[str, bool] = {}
    for row in fresh:
        for section in row.sections:
            if section not in begun:
                begun[section] = is_begun(library, store, section, day)
        if all(begun[section] for section in row.sections):
            return row
    return None
