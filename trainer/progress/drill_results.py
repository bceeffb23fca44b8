"""How far every drill is that was ever begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trainer.library.shelf import Library, Summary
from trainer.store.board_state import BoardState
from trainer.store.drill_state import DrillState


@dataclass(frozen=True, slots=True)
class DrillResult:
    """A drill and the learner's record at it.

    Attributes:
        title: its id where the program has it no more.
        attempts: how many were begun; `solved` were finished right, `unaided` of these without an error or a hint.
        best: the best score of the finished ones, 0 to 1; None before the first.
        left_open: it has pieces in place and was not finished.
        is_known: the program still has it.
    """

    id: str
    title: str
    sections: tuple[str, ...]
    attempts: int
    solved: int
    unaided: int
    best: float | None
    last_day: date
    left_open: bool
    is_known: bool


def drill_results(
    library: Library, states: Mapping[str, DrillState], boards: Mapping[str, BoardState]
) -> tuple[DrillResult, ...]:
    """The drills that were begun, the easiest first; those that the program has no more come last."""
    known = {summary.id: summary for summary in library.summaries}
    ids = [*(drill for drill in known if drill in states), *sorted(states.keys() - known.keys())]
    return tuple(_result(states[drill], known.get(drill), boards.get(drill)) for drill in ids)


def _result(state: DrillState, summary: Summary | None, board: BoardState | None) -> DrillResult:
    return DrillResult(
        id=state.drill,
        title=summary.title if summary else state.drill,
        sections=summary.sections if summary else (),
        attempts=state.attempts,
        solved=state.solved_count,
        unaided=state.solved_unaided_count,
        best=state.best_score,
        last_day=state.last_day,
        left_open=summary is not None and board is not None and _is_left_open(board),
        is_known=summary is not None,
    )


def _is_left_open(board: BoardState) -> bool:
    """Whether somebody began to work on it: what was in place from the start is no work."""
    return not board.finished and board.placement != board.prefilled
